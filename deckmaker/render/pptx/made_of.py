"""What a presentation was made of, and its marking, as properties of the file: so that edits find their way back.

PowerPoint and LibreOffice keep custom properties when they save (ECMA-376 Part 1, 22.3). It is a digest, which tells
nobody what the deck says; and the name under which a row's files are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from deckmaker.layout import Document
from deckmaker.render.pptx.xml import Xml, attribute, joined, whole, words
from deckmaker.template.names import MADE_OF, MADE_OF_ROW, MARKED

PROPERTIES = "docProps/custom.xml"

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties belong to (22.3.2.2)."""

_FIRST_ID = 2
"""The least `pid` that a property may have (22.3.2.2)."""


def made_of(document: Document) -> bytes | None:
    """Return the part of custom properties; None for a deck that has none."""
    if not _told(document):
        return None
    own = joined(_properties(document, _FIRST_ID))
    return whole(Xml(f'<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_TYPES}">{own}</Properties>'))


def with_made_of(properties: bytes, document: Document) -> bytes:
    """Return custom properties, such as a template has, with those of the deck in place of all of their names."""
    try:
        root = etree.fromstring(properties, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:  # as it is in the template
        return properties
    ours = [one for one in root if one.get("name") in (MADE_OF, MADE_OF_ROW, MARKED)]
    if not (ours or _told(document)):
        return properties
    for one in ours:
        root.remove(one)
    ids = [int(id) for one in root if (id := one.get("pid") or "").isdigit()]
    own = joined(_properties(document, max(ids, default=_FIRST_ID - 1) + 1))
    root.extend(etree.fromstring(f'<x xmlns="{_NAMESPACE}" xmlns:vt="{_TYPES}">{own}</x>'))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _told(document: Document) -> Mapping[str, str]:
    """Return the digest of the deck's file, what the files of a row are called, and the deck's marking.

    A deck of which not all readers are to see all does not tell what it was made of.
    """
    digest, row = (document.source.digest, document.row) if document.source else (None, None)
    told = {MADE_OF: digest, MADE_OF_ROW: row, MARKED: document.marking}
    return {name: value for name, value in told.items() if value}


def _properties(document: Document, first_id: int) -> Iterator[Xml]:
    """Yield what a presentation tells, a property each."""
    for id, (name, value) in enumerate(_told(document).items(), start=first_id):
        text = f"<vt:lpwstr>{words(value)}</vt:lpwstr>"
        yield Xml(f'<property fmtid="{_FORMAT}" pid="{id}" name={attribute(name)}>{text}</property>')
