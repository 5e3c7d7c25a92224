"""Parts of a template that are written anew, since something in them is the deck's, or left behind."""

from __future__ import annotations

from lxml import etree

from deckmaker.template import NotATemplate


def parsed(content: bytes) -> etree._Element:
    """Return the root of a part. Raises NotATemplate."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise NotATemplate(f"is broken: {error.msg}", "save it anew in PowerPoint") from error


def written(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
