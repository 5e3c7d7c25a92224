"""What PDF/A wants said of metadata whose schemas it does not know itself (ISO 19005-2, 6.6.2.3): the type of each
property, in the packet of XMP that has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckmaker.assets.rights.names import CC, IPTC, IPTC_CORE, PLUS

_SPACES = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaType": "http://www.aiim.org/pdfa/ns/type#",
    "pdfaField": "http://www.aiim.org/pdfa/ns/field#",
}


class _Schema(NamedTuple):
    """A schema: its name and namespace, its properties with the types of their values, and its own types by fields."""

    name: str
    space: str
    properties: Mapping[str, str]
    types: Mapping[str, Mapping[str, str]] = {}


_SCHEMAS = {
    "pdfuaid": _Schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", {"part": "Integer"}),
    "cc": _Schema("Creative Commons", CC[1:-1], {"license": "URL", "attributionName": "Text", "attributionURL": "URL"}),
    "plus": _Schema(
        "PLUS Licence Data Format",
        PLUS[1:-1],
        {"CopyrightOwner": "Seq CopyrightOwnerDetail", "Licensor": "Seq LicensorDetail"},
        {
            "CopyrightOwnerDetail": {"CopyrightOwnerName": "Text"},
            "LicensorDetail": {"LicensorName": "Text", "LicensorURL": "URL"},
        },
    ),
    "Iptc4xmpCore": _Schema("IPTC Core", IPTC_CORE[1:-1], {"AltTextAccessibility": "Lang Alt"}),
    "Iptc4xmpExt": _Schema("IPTC Extension", IPTC[1:-1], {"DigitalSourceType": "URL"}),
}
"""What our packets have beyond the schemas of XMP itself, by the prefixes that they use."""


def with_schemas(packet: bytes) -> bytes:
    """Return a packet with the schemas described that it uses, and PDF/A does not know; itself where there are none."""
    used = [prefix for prefix in _SCHEMAS if f"<{prefix}:".encode() in packet]
    if not used:
        return packet
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    said = "".join(_described(prefix, _SCHEMAS[prefix]) for prefix in used)
    bag = f"<pdfaExtension:schemas><rdf:Bag>{said}</rdf:Bag></pdfaExtension:schemas>"
    described = f'<rdf:Description rdf:about=""{spaces}>{bag}</rdf:Description>'
    return packet.replace(b"</rdf:RDF>", f"{described}</rdf:RDF>".encode())


def _described(prefix: str, schema: _Schema) -> str:
    properties = "".join(
        _resource("pdfaProperty", name=name, valueType=kind, category="external", description=name)
        for name, kind in schema.properties.items()
    )
    types = "".join(
        _resource(
            "pdfaType",
            f"<pdfaType:field><rdf:Seq>{_fields(own)}</rdf:Seq></pdfaType:field>",
            type=name,
            namespaceURI=schema.space,
            prefix=prefix,
            description=name,
        )
        for name, own in schema.types.items()
    )
    inner = f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>"
    if types:
        inner += f"<pdfaSchema:valueType><rdf:Seq>{types}</rdf:Seq></pdfaSchema:valueType>"
    return _resource("pdfaSchema", inner, schema=schema.name, namespaceURI=schema.space, prefix=prefix)


def _fields(fields: Mapping[str, str]) -> str:
    return "".join(_resource("pdfaField", name=name, valueType=kind, description=name) for name, kind in fields.items())


def _resource(prefix: str, inner: str = "", /, **values: str) -> str:
    said = "".join(f"<{prefix}:{name}>{value}</{prefix}:{name}>" for name, value in values.items())
    return f'<rdf:li rdf:parseType="Resource">{said}{inner}</rdf:li>'
