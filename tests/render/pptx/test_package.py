"""The package: parts, content types and relationships, read with nothing but zipfile and lxml."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from lxml import etree

from deckmaker.layout import PictureItem
from tests.assets.reading_back import without_packet
from tests.render.pptx.decks import EMPTY, document, every_deck, file, find, parts, trees

CONTENT_TYPES = "[Content_Types].xml"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
RELATIONSHIP_IDS = "//@*[namespace-uri()='http://schemas.openxmlformats.org/officeDocument/2006/relationships']"


def relationships(deck: str) -> dict[str, list[etree._Element]]:
    """Return the relationships of each part that has some, by the part's name; the package's own under ''."""
    return {
        name.replace("_rels/", "").removesuffix(".rels"): list(etree.fromstring(content))
        for name, content in parts(deck).items()
        if name.endswith(".rels")
    }


def target(source: str, relationship: etree._Element) -> str:
    """Return the name of the part that a relationship leads to."""
    written = relationship.get("Target", "")
    if written.startswith("/"):
        return written[1:]
    return normpath(str(PurePosixPath(source).parent / written))


def internal(deck: str) -> list[tuple[str, str]]:
    """Return each part with each part that it leads to."""
    return [
        (source, target(source, one))
        for source, ones in relationships(deck).items()
        for one in ones
        if one.get("TargetMode") != "External"
    ]


@every_deck
def test_names_are_unique(deck: str) -> None:
    """No two parts have the same name, also where letters do not differ in case."""
    with ZipFile(BytesIO(file(deck))) as archive:
        names = [name.lower() for name in archive.namelist()]
        assert archive.testzip() is None
    assert names[0] == CONTENT_TYPES.lower()
    assert len(names) == len(set(names)) > 50


@every_deck
def test_every_part_has_a_content_type(deck: str) -> None:
    """XML parts have a type each, others one by their extension, and no type is given to a part that is not there."""
    types = etree.fromstring(parts(deck)[CONTENT_TYPES])
    defaults = {one.get("Extension") for one in types.findall("{*}Default")}
    overrides = [one.get("PartName", "")[1:] for one in types.findall("{*}Override")]
    named = {name for name in parts(deck) if name.endswith(".xml") and name != CONTENT_TYPES}
    assert Counter(overrides) == Counter(named)
    assert {name.rpartition(".")[2] for name in parts(deck)} == defaults


@every_deck
def test_relationships_lead_to_parts(deck: str) -> None:
    """What a relationship names is in the package, and none of its ids is used twice."""
    assert len(internal(deck)) > 60
    assert not [pair for pair in internal(deck) if pair[1] not in parts(deck)]
    for ones in relationships(deck).values():
        assert max(Counter(one.get("Id") for one in ones).values()) == 1


@every_deck
def test_no_part_is_orphaned(deck: str) -> None:
    """From the package every part can be reached."""
    reached, fresh = set(), {""}
    while fresh:
        reached |= fresh
        fresh = {end for start, end in internal(deck) if start in reached} - reached
    assert reached - {""} == {name for name in parts(deck) if name != CONTENT_TYPES and not name.endswith(".rels")}


@every_deck
def test_only_links_lead_outside(deck: str) -> None:
    """No picture or template is fetched from elsewhere."""
    outside = [one for ones in relationships(deck).values() for one in ones if one.get("TargetMode") == "External"]
    assert outside
    assert {one.get("Type") for one in outside} == {HYPERLINK}
    assert {one.get("Target", "").partition(":")[0] for one in outside} == {"https"}


@every_deck
def test_every_relationship_that_a_slide_uses_is_there(deck: str) -> None:
    """Ids in a part's XML are those of its relationships; besides, it has only its layout, notes and the like."""
    for name, root in trees(deck, "ppt", "ppt/slides", "ppt/slideLayouts", "ppt/slideMasters").items():
        used = set(find(root, RELATIONSHIP_IDS))
        assert used <= {one.get("Id") for one in relationships(deck).get(name, [])}, name


@every_deck
def test_ids_are_unique(deck: str) -> None:
    """Shapes within a slide, slides, and masters with layouts each have ids of their own, in the ranges for them."""
    for name, root in trees(deck, "ppt/slides", "ppt/slideLayouts", "ppt/slideMasters", "ppt/notesSlides").items():
        assert max(Counter(find(root, "//p:cNvPr[not(ancestor::mc:Fallback)]/@id")).values()) == 1, name
    presentation = trees(deck, "ppt")["ppt/presentation.xml"]
    (master,) = trees(deck, "ppt/slideMasters").values()
    slides = [int(id) for id in find(presentation, "//p:sldId/@id")]
    shared = [int(id) for id in find(presentation, "//p:sldMasterId/@id") + find(master, "//p:sldLayoutId/@id")]
    assert len(set(slides)) == len(document(deck).pages) and min(slides) >= 256
    layouts = [*document(deck).theme.layouts, *EMPTY]
    assert len(set(shared)) == len(shared) > len(layouts) and min(shared) >= 2**31


@every_deck
def test_photos_are_stored_as_they_are(deck: str) -> None:
    """Byte for byte but for whose they are, once for each credit and not deflated; XML is deflated.

    Workbooks are packed themselves.
    """
    items = [placed.item for page in document(deck).pages for placed in page.placed]
    files = {item.file for item in items if isinstance(item, PictureItem)}
    with ZipFile(BytesIO(file(deck))) as archive:
        media = [entry for entry in archive.infolist() if entry.filename.startswith("ppt/media/")]
        assert {entry.compress_type for entry in media} == {ZIP_STORED}
        stored = [archive.read(entry) for entry in media]
        assert len({*stored}) == len(stored)
        assert sorted(map(without_packet, stored)) == sorted(one.path.read_bytes() for one in files)
        packed = (*media, *(entry for entry in archive.infolist() if entry.filename.endswith((".xlsx", ".jpeg"))))
        others = {entry.compress_type for entry in archive.infolist() if entry not in packed}
    assert others == {ZIP_DEFLATED}
