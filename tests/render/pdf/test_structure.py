"""What the PDF says of the deck besides its words, read back by pikepdf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from deckmaker.layout import TextItem
from tests.assets.reading_back import without_packet
from tests.projects import DECK, Project
from tests.render.pdf.decks import document, every_deck, file, links, pdf, picture_files, rendered


def fonts(opened: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return every font of a file, by its own reference and by its descendants'."""
    return [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]


@pytest.mark.sampled(every=2)
@every_deck
def test_every_font_is_an_embedded_subset_that_leads_back_to_text(deck: str) -> None:
    """A tag before its name, its program in the file, and a map from its glyphs to characters."""
    composite = [font for font in fonts(pdf(deck)) if font.Subtype == "/Type0"]
    assert len(composite) >= 3
    for font in composite:
        (descendant,) = font.DescendantFonts
        assert re.fullmatch(r"/[A-Z]{6}\+[A-Za-z-]+", str(font.BaseFont))
        assert descendant.BaseFont == descendant.FontDescriptor.FontName == font.BaseFont
        program = descendant.FontDescriptor.FontFile2.read_bytes()
        assert len(program) == descendant.FontDescriptor.FontFile2.Length1
        assert b"beginbfchar" in font.ToUnicode.read_bytes()
    assert len({str(font.BaseFont) for font in composite}) == len(composite)
    assert {str(font.Subtype) for font in fonts(pdf(deck))} == {"/Type0", "/CIDFontType2"}


@every_deck
def test_every_page_can_find_the_fonts_that_it_sets(deck: str) -> None:
    """No text is set in a font that is not there, and none in Helvetica, which reportlab would add by itself."""
    assert "Helvetica" not in "".join(str(font.BaseFont) for font in fonts(pdf(deck)))
    for page in pdf(deck).pages:
        used = {str(operands[0]) for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "Tf"}
        assert used and used <= set(page.Resources.Font.keys())


@every_deck
def test_one_page_a_slide(deck: str) -> None:
    """Of the theme's size, and as PDF 1.7."""
    theme = document(deck).theme
    assert len(pdf(deck).pages) == len(document(deck).pages)
    for page in pdf(deck).pages:
        assert [float(value) for value in page.MediaBox] == pytest.approx([0, 0, theme.width, theme.height], abs=0.01)
    assert pdf(deck).pdf_version == "1.7"


def outline(opened: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Return the outline's entries: depth, title, and the number of the page to which they lead."""
    numbers = {page.objgen: number for number, page in enumerate(opened.pages, start=1)}
    targets = opened.Root.Dests if "/Dests" in opened.Root else {}

    def entries(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            target = item.destination
            target = targets[str(target)] if isinstance(target, pikepdf.Name) else target
            assert target is not None
            yield depth, item.title, numbers[target[0].objgen]
            yield from entries(item.children, depth + 1)

    with opened.open_outline() as opened_outline:
        return list(entries(opened_outline.root, 0))


@every_deck
def test_the_outline_has_an_entry_a_slide_below_its_sections(deck: str) -> None:
    """Slides before the first section stand beside the sections."""
    expected, depth = [], 0
    for page in document(deck).pages:
        if page.section:
            expected.append((0, page.section, page.number))
            depth = 1
        expected.append((depth, page.title, page.number))
    assert outline(pdf(deck)) == expected


@every_deck
def test_pages_are_labelled_as_slides_are_numbered(deck: str) -> None:
    """From 1."""
    labels = [page.label for page in pdf(deck).pages]
    assert labels == [str(page.number) for page in document(deck).pages]


@every_deck
def test_the_file_says_what_the_deck_says(deck: str) -> None:
    """Title, author and language; viewers show the title rather than the file's name."""
    said, opened = document(deck), pdf(deck)
    assert (str(opened.docinfo.Title), str(opened.docinfo.Author)) == (said.title, said.author or "")
    assert str(opened.Root.Lang) == said.language
    assert opened.Root.ViewerPreferences.DisplayDocTitle


@every_deck
def test_the_file_says_nothing_that_nobody_said(deck: str) -> None:
    """reportlab's own words for a subject, such as `unspecified`, stay out; the programs give their names."""
    info = pdf(deck).docinfo
    assert (str(info.get("/Subject", "")), str(info.get("/Keywords", ""))) == ("", "")
    assert str(info.Creator) == "deckmaker"
    assert str(info.Producer).startswith("ReportLab")


def annotations(page: pikepdf.Page) -> list[pikepdf.Dictionary]:
    """Return a page's links."""
    return [one for one in page.get("/Annots", []) if one.Subtype == "/Link"]


def led_to(link: pikepdf.Dictionary, opened: pikepdf.Pdf) -> str | int:
    """Return the address to which a link leads, or the number of the page."""
    if link.A.S == "/URI":
        return str(link.A.URI)
    return [page.objgen for page in opened.pages].index(link.A.D[0].objgen) + 1


@every_deck
def test_links_lead_where_the_texts_do(deck: str) -> None:
    """To the same addresses and pages, from boxes inside the texts' frames."""
    height = document(deck).theme.height
    for page, written in zip(document(deck).pages, pdf(deck).pages, strict=True):
        assert {led_to(one, pdf(deck)) for one in annotations(written)} == links(page)
        frames = [placed.rect for placed in page.leaves if isinstance(placed.item, TextItem)]
        for one in annotations(written):
            left, bottom, right, top = (float(value) for value in one.Rect)
            assert left < right and bottom < top
            x, y = (left + right) / 2, height - (bottom + top) / 2
            assert any(rect.x <= x <= rect.right and rect.y <= y <= rect.bottom for rect in frames)


def test_both_decks_have_links_and_sections_between_them() -> None:
    """So that the tests above are of something."""
    pages = document("showcase").pages
    assert any(links(page) for page in pages) and any(page.section for page in pages)


@pytest.mark.parametrize("address", ["https://example.org/a_(b)?q=1&r=%C3%A4#x", "mailto:board@example.org"])
def test_an_address_stays_as_it_was(address: str, tmp_path: Path) -> None:
    """Parentheses, which PDF strings are made of, included."""
    laid_out = Project(tmp_path).document(f"{DECK}    text: 'See [there](<{address}>).'\n    layout: content\n")
    with pikepdf.open(BytesIO(rendered(laid_out))) as read:
        assert [str(one.A.URI) for one in annotations(read.pages[0])] == [address]


@every_deck
def test_jpegs_are_in_the_file_as_they_are(deck: str) -> None:
    """Byte for byte, each once, but for the packet that says whose it is."""
    streams = [
        one.read_raw_bytes()
        for one in pdf(deck).objects
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" and "/DCTDecode" in list(one.Filter)
    ]
    files = {one for page in document(deck).pages for one in picture_files(page, "image/jpeg")}
    assert files and all(one.packet for one in files)
    assert sorted(map(without_packet, streams)) == sorted(one.path.read_bytes() for one in files)


@every_deck
def test_the_same_bytes_twice(deck: str) -> None:
    """Nothing of the moment is in the file."""
    assert rendered(document(deck)) == file(deck)
