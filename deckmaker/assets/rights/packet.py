"""Rights as a packet of XMP (ISO 16684-1): ours, of these fields alone, the same bytes for the same rights."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.assets.rights.names import PREFIXES, RDF
from deckmaker.assets.rights.record import LONGEST, Rights
from deckmaker.dataclasses import fields

MOST = 60_000
"""A JPEG's segment holds 65,502 bytes of XMP; longer packets are cut field by field."""

_BEGIN = '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_SEQUENCE, _BAG, _LANGUAGES, _PLAIN, _RESOURCE = "Seq", "Bag", "Alt", "", "resource"
_PLACES = (
    ("creator", "dc:creator", _SEQUENCE),
    ("credit_line", "photoshop:Credit", _PLAIN),
    ("copyright_notice", "dc:rights", _LANGUAGES),
    ("web_statement", "xmpRights:WebStatement", _PLAIN),
    ("usage_terms", "xmpRights:UsageTerms", _LANGUAGES),
    ("owner", "xmpRights:Owner", _BAG),
    ("license", "cc:license", _RESOURCE),
    ("attribution_name", "cc:attributionName", _PLAIN),
    ("attribution_url", "cc:attributionURL", _RESOURCE),
    ("source", "photoshop:Source", _PLAIN),
    ("title", "dc:title", _LANGUAGES),
    ("description", "dc:description", _LANGUAGES),
    ("alt_text", "Iptc4xmpCore:AltTextAccessibility", _LANGUAGES),
    ("digital_source_type", "Iptc4xmpExt:DigitalSourceType", _PLAIN),
)


def packet_of(rights: Rights, most: int = MOST) -> bytes:
    """Return a packet of `most` bytes, empty where there is nothing to say."""
    if not rights:
        return b""
    packet = _packet(rights)
    for longest in (LONGEST // 2, LONGEST // 10):
        if len(packet) > most:
            packet = _packet(_shortened(rights, longest))
    return packet


def _packet(rights: Rights) -> bytes:
    spaces = "".join(f' xmlns:{prefix}="{space[1:-1]}"' for space, prefix in PREFIXES.items())
    body = "".join(_properties(rights))
    return (
        f'{_BEGIN}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF[1:-1]}"><rdf:Description rdf:about=""'
        f'{spaces}>{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _properties(rights: Rights) -> Iterator[str]:
    for field, name, kind in _PLACES:
        value = getattr(rights, field)
        if not value:
            continue
        if kind == _RESOURCE:
            yield f"<{name} rdf:resource={_quoted(value)}/>"
            continue
        if kind in (_SEQUENCE, _BAG):
            items = "".join(f"<rdf:li>{_escaped(one)}</rdf:li>" for one in value)
            text = f"<rdf:{kind}>{items}</rdf:{kind}>"
        elif kind == _LANGUAGES:
            text = f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li></rdf:Alt>'
        else:
            text = _escaped(value)
        yield f"<{name}>{text}</{name}>"
    yield _parties("CopyrightOwner", [{"CopyrightOwnerName": one} for one in rights.copyright_owner])
    licensor = {"LicensorName": rights.licensor_name, "LicensorURL": rights.licensor_url}
    yield _parties("Licensor", [licensor] if any(licensor.values()) else [])


def _parties(kind: str, parties: list[dict[str, str]]) -> str:
    """Return owners or licensors as PLUS has them, each with its fields; nothing where there are none."""
    items = ""
    for fields_of_one in parties:
        inner = "".join(
            f"<plus:{name}>{_escaped(value)}</plus:{name}>" for name, value in fields_of_one.items() if value
        )
        items += f'<rdf:li rdf:parseType="Resource">{inner}</rdf:li>'
    return f"<plus:{kind}><rdf:Seq>{items}</rdf:Seq></plus:{kind}>" if items else ""


def _escaped(value: str) -> str:
    """Return a text as XML holds it. `xml.sax.saxutils` would do it, and imports all of HTTP on the way."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return '"{}"'.format(_escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;"))


def _shortened(rights: Rights, longest: int) -> Rights:
    texts: dict[str, Any] = {one.name: _cut(getattr(rights, one.name), longest) for one in fields(rights)}
    return Rights(**texts)


def _cut(value: str | tuple[str, ...], longest: int) -> str | tuple[str, ...]:
    """Return a text cut, or several to a tenth of that each."""
    return value[:longest] if isinstance(value, str) else tuple(one[: longest // 10] for one in value)
