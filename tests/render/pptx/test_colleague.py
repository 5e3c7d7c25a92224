"""A colleague edits the deck in LibreOffice, without deckmaker: the deck behaves as one made there would.

What LibreOffice does to styles on import is told in docs/analysis/libreoffice-restyling.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

from deckmaker.dataclasses import replace
from deckmaker.layout import Document, Role, TextItem
from deckmaker.layout.chart_item import ChartItem
from tests.agreement.libreoffice import convert_to_pdf
from tests.render.pptx.decks import document, find, rendered
from tests.render.pptx.offices import at_work, plain_deck, require_uno
from tests.render.pptx.painted import Painted, PaintedPages

pytestmark = pytest.mark.outside

ADDED = "And one more, from a colleague"
TITLE, TEXT = ("Times New Roman", "0B6E4F", 28.0), ("Arial", "7A1FA2", 19.0)
TWINS = {"Times New Roman": "Tinos", "Arial": "Arimo"}


@cache
def deck() -> Document:
    """Return the showcase with two of its slides of charts: LibreOffice takes as long for the others as for all else.

    Their titles and texts are in layouts that other slides have, too.
    """
    whole = document("showcase")
    charts = [page.number for page in whole.pages if any(isinstance(one.item, ChartItem) for one in page.leaves)]
    pages = (page for page in whole.pages if page.number not in charts[2:])
    return replace(whole, pages=tuple(replace(page, number=number) for number, page in enumerate(pages, 1)))


@pytest.fixture(scope="module")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The showcase as a colleague gets it."""
    require_uno()
    path = tmp_path_factory.mktemp("colleague") / "showcase.pptx"
    path.write_bytes(rendered(deck()))
    return path


@pytest.fixture(scope="module")
def edited(showcase: Path) -> Path:
    """The folder with the showcase after the step `edit`."""
    return at_work(showcase, showcase.with_name("edited"), "edit")


@pytest.fixture(scope="module")
def restyled(showcase: Path) -> Path:
    """The folder with the showcase after the steps `style` and `clear`."""
    return at_work(showcase, showcase.with_name("restyled"), "style", "clear")


def slide_with(presentation: Any, title: str) -> tuple[int, Any]:
    """Return the slide under a title, with its number."""
    return next((n, one) for n, one in enumerate(presentation.slides, 1) if one.shapes.title.text == title)


def text_of(slide: Any, beginning: str) -> Any:
    """Return the text frame on a slide that begins with these words."""
    return next(one.text_frame for one in slide.shapes if one.has_text_frame and one.text.startswith(beginning))


def looks(paragraph: Any) -> tuple[Any, ...]:
    """Return what makes a list item look as it does: level, marker, indents, spacing, font, size, colour."""
    marker = find(paragraph._p, "a:pPr/*[starts-with(local-name(), 'bu')]")
    (run,) = paragraph.runs
    return (
        paragraph.level,
        [(one.tag, dict(one.attrib), [dict(child.attrib) for child in one]) for one in marker],
        dict(paragraph._p.pPr.attrib),
        (paragraph.line_spacing, paragraph.space_before),
        (run.font.name, run.font.size, run.font.bold, run.font.color.theme_color),
    )


def titles_and_texts(step: Path) -> Iterator[tuple[str, str, tuple[str, str, float], Any, list[Painted]]]:
    """Yield each title's and text's paragraphs: slot, words, wanted look, paragraph in the file, letters in the PDF."""
    pages = PaintedPages(step.with_suffix(".pdf"))
    presentation = Presentation(str(step.with_suffix(".pptx")))
    for page in deck().pages:
        number, slide = slide_with(presentation, page.title)
        for placed in page.objects:
            if isinstance(placed.item, TextItem) and placed.role in (Role.TITLE, Role.TEXT):
                frame = text_of(slide, placed.item.text)
                end = 0
                for paragraph in frame.paragraphs:
                    letters, end = pages[number - 1].looks(paragraph.text, end)
                    yield (
                        placed.slot or "",
                        paragraph.text,
                        TITLE if placed.slot == "title" else TEXT,
                        paragraph,
                        letters,
                    )


def test_an_added_item_looks_as_its_neighbours(edited: Path) -> None:
    """A new line in the list is an item of the same level with the same bullet, set in the same way."""
    _, slide = slide_with(Presentation(str(edited / "edit.pptx")), "Where it comes from")
    *_, neighbour, added = text_of(slide, "Two thirds").paragraphs
    assert (neighbour.text, added.text) == ("The rest is cranes, trucks, a generator and the odd horn", ADDED)
    assert looks(added) == looks(neighbour)
    assert find(added._p, "string(a:pPr/a:buChar/@char)") == deck().theme.lists.bullet
    pages = PaintedPages(edited / "edit.pdf")
    assert set(pages[3].looks(ADDED)[0]) == set(pages[3].looks(neighbour.text)[0])


def test_a_slide_moves_and_its_number_follows(edited: Path) -> None:
    """The fourth slide is the third now; both show their new numbers, which are fields, there and when opened again."""
    laid_out = deck().pages
    places = {page.title: page.layout.slots["number"].rect for page in laid_out if "number" in page.layout.slots}
    titles = [page.title for page in laid_out]
    titles[2], titles[3] = titles[3], titles[2]
    presentation = Presentation(str(edited / "edit.pptx"))
    assert [slide.shapes.title.text for slide in presentation.slides] == titles
    saved = PaintedPages(edited / "edit.pdf")
    reopened = PaintedPages(convert_to_pdf([edited / "edit.pptx"], edited / "reopened")[0])
    for number, title in ((3, "How we measured"), (4, "Where it comes from")):
        slide = presentation.slides[number - 1]
        assert slide.shapes.title.text == title
        assert len(find(slide._element, "//a:fld[@type='slidenum']")) == 1
        for pages in (saved, reopened):
            pages[number - 1].looks(title)
            assert pages[number - 1].text_in(places[title]) == str(number)


def test_every_title_and_text_follows_the_styles(restyled: Path) -> None:
    """With other styles on the masters and direct formatting cleared, all are in the new font, colour and size."""
    count = 0
    for slot, words, (font, color, size), paragraph, letters in titles_and_texts(restyled / "clear"):
        for run in (one for one in paragraph.runs if not one.hyperlink.address):
            assert (run.font.name, run.font.size, run.font.color.rgb) == (font, Pt(size), RGBColor.from_string(color))
        linked = (
            {Painted(TWINS[font], "000080", size)} if any(run.hyperlink.address for run in paragraph.runs) else set()
        )
        assert set(letters) <= {Painted(TWINS[font], color, size)} | linked, (slot, words)
        count += 1
    assert count > 25


def test_styles_alone_reach_no_text_of_any_pptx(restyled: Path, tmp_path: Path) -> None:
    """LibreOffice pins inherited looks on import, in a plain deck of python-pptx as in ours; see the docs."""
    for _, words, (font, color, _), _, letters in titles_and_texts(restyled / "style"):
        assert not {letter for letter in letters if letter.font == TWINS[font] or letter.color == color}, words
    plain = at_work(plain_deck(tmp_path / "plain.pptx"), tmp_path / "steps", "style", "clear")
    for step, follows in (("style", False), ("clear", True)):
        for number, page in enumerate(PaintedPages(plain / f"{step}.pdf"), start=1):
            for words, (font, color, size) in (("Title", TITLE), ("Text", TEXT)):
                found = set(page.looks(f"{words} of slide {number}")[0])
                assert (found == {Painted(TWINS[font], color, size)}) == follows
