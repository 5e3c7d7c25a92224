"""Faults planted in a good tagged PDF, each of which is found: or the checks of tags would prove nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from deckmaker.layout import Document
from deckmaker.text import GlyphRun
from tests.projects import Project
from tests.render.pdf.decks import rendered
from tests.render.pdf.tagging_judges import complaints

DECK = """\
title: Night noise
author: A. Lind
language: en-GB
slides:
  - title: Night noise
    image: {file: ../a.png, alt: A quay at night, caption: The quay, credit: B. Moe}
  - title: What the meters say of the nights at the quay
    text: |
      Two thirds of the loud nights have a [reefer ship](https://example.org) at berth four^[Of forty nights.],
      and its ventilators run until it leaves in the morning, because the cargo has to be kept cold all the time.

      - Ventilators
        - by day
      - Cranes
  - title: Levels
    columns:
      - {heading: In numbers, table: {rows: [[Berth, Level], [One, "48"], [Four, "61"]], caption: Loudest hour}}
      - {heading: In words, bullets: [Loud, Louder]}
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A small deck with what can go wrong."""
    project = Project(tmp_path_factory.mktemp("faults"))
    Image.new("RGB", (160, 90), "#336699").save(project.folder / "a.png")
    return project.document(DECK)


def elements(pdf: pikepdf.Pdf, *tags: str) -> list[Dictionary]:
    """Return the elements of some types, as they lie in the file."""
    found = (one for one in pdf.objects if isinstance(one, Dictionary) and "/P" in one and "/S" in one)
    return [one for one in found if str(one.S).removeprefix("/") in tags]


def deleted(key: str, *tags: str, within: str = "") -> Callable[[pikepdf.Pdf], None]:
    """Return what deletes a key of all elements of some types, or of one of their dictionaries."""

    def damage(pdf: pikepdf.Pdf) -> None:
        holders = [one[within] if within else one for one in elements(pdf, *tags)]
        for holder in [one for one in holders if key in one]:
            del holder[key]

    return damage


def renamed(tag: str, new: str, count: int | None = None) -> Callable[[pikepdf.Pdf], None]:
    """Return what makes elements of a type others, all or the first so many."""

    def damage(pdf: pikepdf.Pdf) -> None:
        for one in elements(pdf, tag)[:count]:
            one.S = Name(f"/{new}")

    return damage


def content(page: int, old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes the first of some bytes in a page's content."""

    def damage(pdf: pikepdf.Pdf) -> None:
        data = pdf.pages[page].Contents.read_bytes()
        assert old in data
        pdf.pages[page].Contents = pdf.make_stream(data.replace(old, new, 1))

    return damage


def xmp(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes the packet of metadata."""

    def damage(pdf: pikepdf.Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata = pdf.make_stream(data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return damage


def links(pdf: pikepdf.Pdf) -> Iterator[Dictionary]:
    for page in pdf.pages:
        yield from page.get("/Annots", [])


def without(key: str, holders: Callable[[pikepdf.Pdf], Iterator[Dictionary]]) -> Callable[[pikepdf.Pdf], None]:
    """Return what deletes a key of some dictionaries."""

    def damage(pdf: pikepdf.Pdf) -> None:
        for one in holders(pdf):
            del one[key]

    return damage


def swap_owners(pdf: pikepdf.Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Kids[0].Nums
    owners = next(one for one in numbers if isinstance(one, Array) and len(one) > 4)
    owners[0], owners[2] = owners[2], owners[0]


def reverse(pdf: pikepdf.Pdf) -> None:
    for one in elements(pdf, "Sect"):
        one.K = Array(list(one.K)[::-1])


def shorten_row(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[-1]
    row.K = row.K[0]


def empty_alternative(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String("")


def point_nowhere(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].K = 99


FAULTS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a figure without alternative": deleted("/Alt", "Figure"),
    "a figure with an empty alternative": empty_alternative,
    "a figure without bounds": deleted("/A", "Figure"),
    "text that is nobody's": content(1, b"/P <</MCID", b"/Span <</X"),
    "text that is an artifact": content(1, b"/LBody <</MCID", b"/Artifact <</X"),
    "a level of headings skipped": renamed("H3", "H5", 1),
    "a first heading of the second level": renamed("H1", "H2"),
    "a link without words": without("/Contents", links),
    "a link that is no element's": without("/StructParent", links),
    "headers without scope": deleted("/Scope", "TH", within="/A"),
    "a row that is too short": shorten_row,
    "a list without items": renamed("LI", "P"),
    "no language": without("/Lang", lambda pdf: iter([pdf.Root])),
    "no title": xmp(b"dc:title", b"dc:titel"),
    "a title that is not shown": without("/ViewerPreferences", lambda pdf: iter([pdf.Root])),
    "no order of tabs": without("/Tabs", lambda pdf: (one.obj for one in pdf.pages)),
    "a page that is not in the tree": without("/StructParents", lambda pdf: iter([pdf.pages[1].obj])),
    "an identifier twice": content(1, b"<</MCID 1>>", b"<</MCID 0>>"),
    "an element that points nowhere": point_nowhere,
    "owners swapped": swap_owners,
    "a type that nobody knows": renamed("Sect", "Slide"),
    "not marked": without("/MarkInfo", lambda pdf: iter([pdf.Root])),
    "no claim to be PDF/UA": xmp(b"pdfuaid:part", b"pdfuaid:teil"),
    "the order reversed": reverse,
    "paragraphs that are headings": renamed("P", "H3"),
    "a footnote without a name": deleted("/ID", "Note"),
}


def test_the_file_is_good_without_them(document: Document) -> None:
    """Nobody complains of it, and it has all that is damaged below."""
    assert complaints(rendered(document), document) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_found(fault: str, document: Document) -> None:
    """By one of the judges."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(rendered(document))) as pdf:
        FAULTS[fault](pdf)
        pdf.save(stream)
    assert complaints(stream.getvalue(), document)


def test_words_joined_at_line_ends_are_found(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """As they would be without the spaces that stand there."""
    from deckmaker.render.pdf.fonts import EmbeddedFont

    show = EmbeddedFont.show

    def without_space(font: EmbeddedFont, run: GlyphRun, *_: bool) -> str:
        return show(font, run)

    monkeypatch.setattr(EmbeddedFont, "show", without_space)
    assert complaints(rendered(document), document)
