"""XMP packets (ISO 16684-1) as files bring them: properties as attributes, elements, lists or resources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckmaker.assets.rights.names import CC, DC, IPTC, IPTC_CORE, PHOTOSHOP, PLUS, RDF, XMP_RIGHTS
from deckmaker.assets.rights.record import Rights, cleaned, cleaned_all
from deckmaker.budget.pictures import RIGHTS_BYTES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def rights_of_xmp(packet: bytes) -> Rights:
    """Return what a packet says of rights; nothing where it is too large, broken or hostile."""
    if not packet or len(packet) > RIGHTS_BYTES.most:
        return Rights()
    from deckmaker.assets.xml_reading import Refused, read_xml

    try:
        root = read_xml(packet if b"\0" in packet[:4] else packet.strip(b"\0 \t\r\n"))  # UTF-16, or filled up
    except Refused:
        return Rights()
    properties: dict[str, list[str]] = {}
    parties: list[Element] = []
    # Of the file itself: descriptions in others are of what it was made from, or of what was done to it.
    for description in (one for rdf in root.iter(f"{RDF}RDF") for one in rdf.iterfind(f"{RDF}Description")):
        for name, value in description.attrib.items():
            properties.setdefault(name, [value])
        for child in description:
            properties.setdefault(child.tag, list(_values(child)))
            parties += [child] if child.tag.startswith(PLUS) else []

    def one(name: str) -> str:
        return cleaned(next(iter(properties.get(name, ())), ""))

    def first(name: str) -> str:
        return cleaned(next(_of_parties(parties, "Licensor", name), ""))

    return Rights(
        creator=cleaned_all(properties.get(f"{DC}creator", [])),
        credit_line=one(f"{PHOTOSHOP}Credit"),
        copyright_notice=one(f"{DC}rights"),
        web_statement=one(f"{XMP_RIGHTS}WebStatement"),
        usage_terms=one(f"{XMP_RIGHTS}UsageTerms"),
        owner=cleaned_all(properties.get(f"{XMP_RIGHTS}Owner", [])),
        copyright_owner=cleaned_all(list(_of_parties(parties, "CopyrightOwner", "CopyrightOwnerName"))),
        attribution_name=one(f"{CC}attributionName"),
        licensor_name=first("LicensorName"),
        licensor_url=first("LicensorURL"),
        license=one(f"{CC}license"),
        attribution_url=one(f"{CC}attributionURL"),
        source=one(f"{PHOTOSHOP}Source"),
        title=one(f"{DC}title"),
        description=one(f"{DC}description"),
        alt_text=one(f"{IPTC_CORE}AltTextAccessibility"),
        digital_source_type=one(f"{IPTC}DigitalSourceType"),
    )


def _values(element: Element) -> Iterator[str]:
    """Yield a property's values, that in the default language first."""
    if resource := element.get(f"{RDF}resource"):
        yield resource
    items = list(element.iter(f"{RDF}li"))
    for item in sorted(items, key=lambda one: one.get(_LANGUAGE, "x-default") != "x-default"):
        yield item.get(f"{RDF}resource") or item.text or ""
    if not items and element.text and element.text.strip():
        yield element.text


def _of_parties(parties: list[Element], kind: str, name: str) -> Iterator[str]:
    """Yield a field of all licensors or owners that have it: an element, or an attribute of its description."""
    of_kind = (party for party in parties if party.tag == PLUS + kind)
    for element in (one for party in of_kind for one in party.iter()):
        if element.tag == PLUS + name:
            yield element.text or element.get(f"{RDF}resource") or ""
        elif value := element.get(PLUS + name):
            yield value
