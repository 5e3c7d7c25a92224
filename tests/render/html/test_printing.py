"""On paper a slide is a page of the slide's size."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy
import pdfplumber
import pytest
from PIL import Image

from deckmaker.layout import Document
from deckmaker.layout.sheets import notes_pages
from tests.projects import Project
from tests.render.html.conftest import Open, Present, both_browsers
from tests.render.html.decks import DECKS, document, rendered, showcase
from tests.render.html.lines import decided_lines
from tests.render.html.pixels import channels

pytestmark = pytest.mark.outside

Size = tuple[int, int]
LETTER, A4 = (612, 792), (595, 842)


def _printed(open_file: Open, folder: Path, laid_out: Document, query: str = "") -> pdfplumber.PDF:
    path = folder / "deck.html"
    path.write_text(rendered(laid_out), encoding="utf-8")
    tab = open_file(path, query=query)
    return pdfplumber.open(BytesIO(tab.pdf(prefer_css_page_size=True, print_background=True)))


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.alike(every=2)
def test_one_page_a_slide(open_file: Open, tmp_path: Path, deck: str) -> None:
    """Each printed page has the slide's size and its words, in their places, and no notes."""
    laid_out = document(deck)
    with _printed(open_file, tmp_path, laid_out) as pdf:
        assert [(page.width, page.height) for page in pdf.pages] == [(960, 540)] * len(laid_out.pages)
        for printed, page in zip(pdf.pages, laid_out.pages, strict=True):
            letters = [char for char in printed.chars if char["text"].strip()]
            expected = decided_lines(page)
            assert len(letters) == sum(len("".join(line.text.split())) for line in expected)
            baselines = sorted({round(line.baseline) for line in expected})
            drawn = {round(540 - char["matrix"][5]) for char in letters}
            assert all(any(abs(one - near) <= 1 for near in drawn) for one in baselines)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.alike(every=2)
def test_backgrounds_are_printed(open_file: Open, tmp_path: Path, deck: str) -> None:
    """The title page keeps its dark ground, though browsers print none unless a page insists."""
    with _printed(open_file, tmp_path, document(deck)) as pdf:
        color = pdf.pages[0].to_image(resolution=36).original.convert("RGB").getpixel((5, 5))
    assert color == pytest.approx((0x1F, 0x2A, 0x3C), abs=3)


def test_a_dark_screen_prints_the_decks_own_palette(open_document: Open, automatic: Document) -> None:
    """What the reader's screen is set to does not reach paper, where the theme's own mode holds."""
    tab = open_document(automatic)
    printed = []
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        with pdfplumber.open(BytesIO(tab.pdf(prefer_css_page_size=True))) as pdf:
            printed.append([numpy.asarray(page.to_image(resolution=36).original.convert("RGB")) for page in pdf.pages])
    for page, light, dark in zip(automatic.pages, *printed, strict=True):
        assert (light == dark).all()
        if not any(placed.rect.x <= 0 and placed.rect.y <= 0 for placed in page.leaves):
            ground = channels(automatic.theme.palette[page.layout.background])
            assert dark[2, 2] == pytest.approx(ground, abs=3)


def test_reveals_own_printing_address_prints_the_same(open_file: Open, tmp_path: Path) -> None:
    """`?print-pdf`, which reveal.js's manual names, changes nothing."""
    with _printed(open_file, tmp_path, document("showcase"), "?print-pdf") as pdf:
        assert [(page.width, page.height) for page in pdf.pages] == [(960, 540)] * len(document("showcase").pages)


@pytest.mark.parametrize("size", ["4:3", "A4"])
@pytest.mark.alike(every=2)
def test_other_page_sizes(open_file: Open, tmp_path: Path, size: str) -> None:
    """Pages of other sizes are not cut in two by a fraction of a pixel."""
    laid_out = showcase(tmp_path, size=size)
    with _printed(open_file, tmp_path, laid_out) as pdf:
        assert len(pdf.pages) == len(laid_out.pages)
        theme = laid_out.theme
        for page in pdf.pages:
            assert (page.width, page.height) == pytest.approx((theme.width, theme.height), abs=1)


@both_browsers
def test_slides_and_the_text_to_read_have_paper_of_their_own(present: Present, tmp_path: Path) -> None:
    """Slides have sheets of their size; the text to read has the printer's, whatever the address says of notes."""
    laid_out = Project(tmp_path).document("title: T\nlanguage: de\nslides:\n  - {title: One}\n  - {title: Two}\n")
    sizes = {}
    for query in ("", "?notes&view=read"):
        with pdfplumber.open(BytesIO(present(laid_out, query).printed())) as pdf:
            sizes[query] = [(round(page.width), round(page.height)) for page in pdf.pages]
    assert sizes == {"": [(960, 540)] * 2, "?notes&view=read": [LETTER]}, "which has the browser's own paper"


@both_browsers
@pytest.mark.parametrize(("language", "paper"), [("en-US", LETTER), ("de", A4)])
def test_notes_are_printed_below_their_slides(present: Present, tmp_path: Path, language: str, paper: Size) -> None:
    """On paper of the deck's language, where the address asks for it; what has no room goes on on further pages.

    Slides stand there as large as on the notes pages of the PDF, at the top, whole, and without pages of their own.
    """
    long = "".join(f"\n      Say sentence {n} slowly.\n" for n in range(60))
    slides = f"  - {{title: One, notes: Short.}}\n  - title: Two\n    notes: |{long}  - title: Three\n"
    laid_out = Project(tmp_path).document(f"language: {language}\ntitle: T\nslides:\n{slides}")
    with pdfplumber.open(BytesIO(present(laid_out, "?notes").printed())) as pdf:
        for page in pdf.pages:
            assert (page.width, page.height) == pytest.approx(paper, abs=1)
        said = [" ".join((page.extract_text() or "").split()) for page in pdf.pages]
        assert len(said) >= 4 and "One" in said[0] and "Short." in said[0]
        assert said[1].startswith("Two") and "Three" in said[-1]
        printed = [int(word) for page in said[1:-1] for word in re.findall(r"sentence (\d+)", page)]
        assert printed == list(range(60))
        on_paper = next(notes_pages(laid_out)).slides[0].rect
        ground = next(one for one in pdf.pages[0].rects if one["width"] > 400)
        assert (ground["x0"], ground["top"]) == pytest.approx((36, 36), abs=1)
        assert (ground["width"], ground["height"]) == pytest.approx((on_paper.width, on_paper.height), abs=1.5)


@pytest.mark.parametrize("query", ["?notes", "?view=read"])
def test_the_paper_of_a_dark_deck_is_white(open_file: Open, tmp_path: Path, query: str) -> None:
    """Else the words on it, which are black, would stand on a dark ground."""
    laid_out = Project(tmp_path).document("title: T\nmode: dark\nslides:\n  - {title: One, notes: Short.}\n")
    with _printed(open_file, tmp_path, laid_out, query) as pdf:
        picture = pdf.pages[0].to_image(resolution=36).original.convert("RGB")
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert picture.getpixel((picture.width // 2, picture.height - 60)) == (255, 255, 255)


@both_browsers
def test_each_sheet_of_notes_has_the_decks_marking_twice(present: Present, tmp_path: Path) -> None:
    """Sheets on which notes go on, too, whatever slides say: one may be passed on without the others."""
    long = "".join(f"\n      Say sentence {n} slowly.\n" for n in range(90))
    slides = f"  - {{title: One, marking: 'TLP:GREEN'}}\n  - title: Two\n    notes: |{long}"
    laid_out = Project(tmp_path).document(f"language: de\ntitle: T\nmarking: 'TLP:RED \"s\"'\nslides:\n{slides}")
    with pdfplumber.open(BytesIO(present(laid_out, "?notes").printed())) as pdf:
        assert len(pdf.pages) >= 3
        for page in pdf.pages:
            places = [one for one in page.search('TLP:RED "s"') if one["bottom"] - one["top"] > 8]
            assert len(places) == 2, page.page_number
            assert places[0]["top"] < 60 < places[1]["top"]
            assert all(abs(one["x0"] + one["x1"] - float(page.width)) < 3 for one in places)
        said = " ".join(page.extract_text() for page in pdf.pages)
        assert [int(word) for word in re.findall(r"sentence (\d+)", said)] == list(range(90))


MARKED = """\
title: T
theme: statement
mode: dark
marking: TLP:AMBER
slides:
  - title: One
    text: Words of one.
  - title: Two
    marking: TLP:GREEN
    image: {file: ../crane.png, alt: A crane, credit: A. Lind}
    layout: picture-full
  - title: Three
    chart: {categories: [Jan, Feb, Mar], series: {A: [1, 2, 3], B: [2, 3, 4]}}
"""


@both_browsers
def test_a_text_to_read_has_the_marking_of_each_slide_above_it_on_paper(present: Present, tmp_path: Path) -> None:
    """Once, as on the screen, and on the sheet that its title is on."""
    project = Project(tmp_path)
    project.picture("crane.png", size=(640, 480))
    with pdfplumber.open(BytesIO(present(project.document(MARKED), "?view=read").printed())) as pdf:
        lines = [line for page in pdf.pages for line in (*page.extract_text_lines(), {"text": "END"})]
    said = [one["text"] for one in lines]
    marked = [at for at, text in enumerate(said) if "TLP:" in text]
    assert [said[at] for at in marked] == ["1 · TLP:AMBER", "2 · TLP:GREEN", "3 · TLP:AMBER"]
    assert [said[at + 1] for at in marked] == ["One", "Two", "Three"]


def test_all_words_of_a_dark_deck_are_black_on_paper(open_file: Open, tmp_path: Path) -> None:
    """Those of tables below charts, too: light ones, made for a dark ground, could not be read."""
    deck = MARKED.replace(
        "    image: {file: ../crane.png, alt: A crane, credit: A. Lind}\n    layout: picture-full\n", ""
    )
    with _printed(open_file, tmp_path, Project(tmp_path).document(deck), "?view=read") as pdf:
        signs = [one for page in pdf.pages for one in page.chars if one["text"].strip()]
        rows = [word for page in pdf.pages for word in page.extract_words() if word["text"] in ("Jan", "Feb", "Mar")]
    assert len(rows) >= 6, "the table, and the chart"
    table = max(one["top"] for one in rows)
    assert {tuple(one["non_stroking_color"]) for one in signs if one["top"] >= table - 40} <= {(0,), (0, 0, 0)}


@both_browsers
@pytest.mark.parametrize("query", ["", "?notes"])
def test_hidden_slides_are_not_printed(present: Present, tmp_path: Path, query: str) -> None:
    """As in PDF files. No sheet stands empty for one, the last one too."""
    hidden = "    hidden: true\n    notes: Not said.\n"
    slides = f"  - title: One\n  - title: Two\n{hidden}  - title: Three\n    notes: Said.\n  - title: Four\n{hidden}"
    laid_out = Project(tmp_path).document(f"title: T\nmarking: TLP:RED\nslides:\n{slides}")
    with pdfplumber.open(BytesIO(present(laid_out, query).printed())) as pdf:
        said = [page.extract_text() for page in pdf.pages]
    assert ["One" in said[0], "Three" in said[1], len(said)] == [True, True, 2]
    assert "Two" not in "".join(said) and "Four" not in "".join(said)


SIDE_BY_SIDE = """\
title: T
theme: briefing
MODE
slides:
  - title: Start
  - title: Side by side
    columns:
      - chart: {categories: [Jan, Feb], series: {North: [1, 2], South: [2, 3]}}
      - chart: {categories: [Mar, Apr], series: {North: [1, 2], South: [2, 3]}}
"""


def test_charts_are_as_large_on_paper_as_its_text(open_file: Open, tmp_path: Path) -> None:
    """So two that share a slide share a sheet, with their numbers; and no light ground is printed behind them."""
    laid_out = Project(tmp_path).document(SIDE_BY_SIDE.replace("MODE", ""))
    with _printed(open_file, tmp_path, laid_out, "?view=read") as pdf:
        page = next(one for one in pdf.pages if "Side" in one.extract_text())
        assert {"Jan", "Feb", "Mar", "Apr"} <= set(page.extract_text().split())
        sizes = {
            word: {round(one["size"], 1) for one in _words(page) if one["text"] == word} for word in ("Jan", "Side")
        }
        shown = page.to_image(resolution=50).original.convert("RGB")
    assert len(sizes["Jan"]) == 2, "the chart's, and its numbers'"
    assert max(sizes["Jan"]) <= 11 < max(sizes["Side"]) <= 20
    assert _has(shown, "#FFFFFF") > 0.8
    assert _has(shown, laid_out.theme.palette["paper"]) < 0.001


def test_charts_of_dark_decks_keep_their_ground_on_paper(open_file: Open, tmp_path: Path) -> None:
    """Their light words could not be read without."""
    laid_out = Project(tmp_path).document(SIDE_BY_SIDE.replace("MODE", "mode: dark"))
    with _printed(open_file, tmp_path, laid_out, "?view=read") as pdf:
        shown = pdf.pages[0].to_image(resolution=50).original.convert("RGB")
    assert _has(shown, laid_out.theme.palette[laid_out.theme.plain.background]) > 0.05


def _has(shown: Image.Image, color: str) -> float:
    """Return how much of a picture is of a colour, #RRGGBB."""
    return float((numpy.asarray(shown) == channels(color)).all(axis=-1).mean())


def _words(page: pdfplumber.page.Page) -> list[dict[str, Any]]:
    return page.extract_words(extra_attrs=["size"])


@both_browsers
def test_no_title_stands_at_the_foot_of_a_sheet_without_what_it_is_of(present: Present, tmp_path: Path) -> None:
    """Neither does it with one line, where a picture, or a table, is next."""
    project = Project(tmp_path)
    project.picture("crane.png", size=(640, 480))
    picture = "    image: {file: ../crane.png, alt: A crane, credit: Lind}\n"
    rows = "    table: {header: 1, rows: [[Place, Value], [North, '1'], [South, '2'], [East, '3'], [West, '4']]}\n"
    slides = "".join(
        f"  - title: Title {number}\n    text: Line {number}\n{picture if number % 2 else rows}"
        for number in range(1, 15)
    )
    laid_out = project.document(f"title: T\nslides:\n{slides}")
    with pdfplumber.open(BytesIO(present(laid_out, "?view=read").printed())) as pdf:
        last = [page.extract_text_lines()[-1]["text"] for page in pdf.pages]
    assert 3 <= len(last) <= 7
    assert not [text for text in last if text.startswith(("Title", "Line", "Place"))]
