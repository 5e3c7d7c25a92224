"""The parts of a template that list what a presentation holds, with the deck's slides and table styles in them.

All else in them stays: sizes, guides, fonts that are embedded, the styles of text boxes.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from deckmaker.render.pptx.sections import URI as SECTIONS
from deckmaker.render.pptx.template.rewriting import parsed, written
from deckmaker.render.pptx.xml import NAMESPACES, Xml
from deckmaker.template.soundness import PRESENTATION

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_DROPPED = ("sldIdLst", "smartTags", "custShowLst", "photoAlbum", "custDataLst", "modifyVerifier")
"""What belongs to the template's own slides, or keeps others from editing it."""


def presentation_xml(
    content: bytes, kept: Collection[str], notes_master: str | None, slides: Xml, extensions: Xml
) -> bytes:
    """Return a template's part that is its presentation, with `p:sldIdLst` and `p:ext` elements of the deck.

    `kept` are the ids of the relationships that it keeps: what names others goes. `notes_master` is that with a master
    of notes, None where it has none. Raises NotATemplate.
    """
    root = parsed(content)
    for name in _DROPPED:
        for one in root.findall(f"{_P}{name}"):
            root.remove(one)
    if "firstSlideNum" in root.attrib:
        del root.attrib["firstSlideNum"]  # decks count from 1 in all formats
    _remove_lost(root, kept)
    if notes_master and root.find(f"{_P}notesMasterIdLst") is None:
        _put(root, f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>')
    _put(root, slides.replace("<p:sldIdLst>", f"<p:sldIdLst {NAMESPACES}>", 1))
    for extension in root.findall(f"{_P}extLst/{_P}ext"):
        if extension.get("uri", "").upper() == SECTIONS:
            extension.getparent().remove(extension)  # type: ignore[union-attr]
    if extensions:
        if root.find(f"{_P}extLst") is None:
            _put(root, f"<p:extLst {NAMESPACES}/>")
        own = etree.fromstring(f"<p:extLst {NAMESPACES}>{extensions}</p:extLst>")
        root.find(f"{_P}extLst").extend(own)  # type: ignore[union-attr]
    for empty in [one for one in root if one.tag == f"{_P}extLst" and len(one) == 0]:
        root.remove(empty)
    return written(root)


def table_styles_xml(content: bytes, styles: Xml) -> bytes:
    """Return a template's part of table styles with further ones. Raises NotATemplate."""
    root = parsed(content)
    root.extend(etree.fromstring(f"<a:tblStyleLst {NAMESPACES}>{styles}</a:tblStyleLst>"))
    return written(root)


def _remove_lost(root: etree._Element, kept: Collection[str]) -> None:
    """Remove the elements that name a relationship which is left behind, and lists that hold nothing else."""
    lost = [
        one for one in root.iter() for name, id in one.attrib.items() if str(name).startswith(_R) and id not in kept
    ]
    for one in lost:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
            above = parent.getparent()
            if len(parent) == 0 and above is not None:
                above.remove(parent)


def _put(root: etree._Element, xml: str) -> None:
    """Put an element among those of a presentation, where the schema wants it."""
    element = etree.fromstring(xml)
    before = {f"{_P}{name}" for name in PRESENTATION[: PRESENTATION.index(etree.QName(element).localname)]}
    root.insert(sum(one.tag in before for one in root), element)
