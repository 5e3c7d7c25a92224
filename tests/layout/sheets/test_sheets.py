"""Sheets of whole decks: what stands on each, in which order."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import Document, Placed, Role, TextItem
from deckmaker.layout.sheets import Sheet, handout, notes_pages
from deckmaker.layout.sheets.look import LEGIBLE, MARGIN
from deckmaker.model import PaperSettings
from deckmaker.model.paper import HANDOUTS
from tests.projects import DECK, Project
from tests.render.laid_out_decks import document

NOTES = "We have measured for a year, and at night alone. " * 90


def on_paper(laid_out: Document, **settings: object) -> Document:
    """Return a document that wants this of its sheets."""
    return replace(laid_out, paper=PaperSettings(**settings))  # type: ignore[arg-type]


@cache
def sheets_of(count: int) -> list[Sheet]:
    return list(handout(on_paper(document("showcase"), handout=count)))


def texts(placed: tuple[Placed, ...], *roles: Role) -> list[str]:
    return [one.item.text for one in placed if isinstance(one.item, TextItem) and one.role in roles]


def lines(placed: tuple[Placed, ...]) -> str:
    """Return the words of the lines of all texts, one space between two."""
    items = (one.item for one in placed if isinstance(one.item, TextItem))
    return " ".join(" ".join(line.text for item in items for line in item.setting.lines).split())


def numbers_in(said: str) -> set[int]:
    """Return the numbers of the slides of which credits are: `Slides 1, 5–7 …`."""
    spans = re.findall(r"(?<=Slide )\d+|(?<=Slides )[\d, –]+", said)
    pairs = (part.split("–") for span in spans for part in span.strip(" ,").split(", "))
    return {number for first, *last in pairs for number in range(int(first), int((last or [first])[0]) + 1)}


def everything(sheet: Sheet) -> list[Placed]:
    beside = (one for slide in sheet.slides for one in slide.beside)
    return [*sheet.around, *beside, *sheet.notes, *sheet.after]


@pytest.mark.parametrize("count", HANDOUTS)
def test_every_slide_stands_on_a_sheet_once(count: int) -> None:
    """In order, as many on each but the last, with its number."""
    sheets = [one for one in sheets_of(count) if one.slides]
    pages = [slide.page for sheet in sheets for slide in sheet.slides]
    assert pages == list(document("showcase").pages)
    assert {len(one.slides) for one in sheets[:-1]} == {count}
    for slide in (slide for sheet in sheets for slide in sheet.slides):
        assert texts(slide.beside, Role.NUMBER) == [str(slide.page.number)]


@pytest.mark.parametrize("count", HANDOUTS)
def test_nothing_reaches_into_the_margins_or_onto_slides(count: int) -> None:
    """Frames and captions touch the slides, and nothing else does."""
    for sheet in sheets_of(count):
        for one in everything(sheet):
            assert one.rect.x >= MARGIN - 0.6 and one.rect.right <= sheet.width - MARGIN + 0.6
            assert one.rect.y >= MARGIN - 3 and one.rect.bottom <= sheet.height - MARGIN + 3
        for text in (one for one in everything(sheet) if isinstance(one.item, TextItem)):
            assert not any(text.rect.overlaps(slide.rect) for slide in sheet.slides)


@pytest.mark.parametrize("count", HANDOUTS)
def test_credits_can_be_read_on_paper(count: int) -> None:
    """On the slides, or at the foot, where each stands whole."""
    sheets = sheets_of(count)
    for sheet in (one for one in sheets if one.slides):
        scale = sheet.slides[0].rect.width / document("showcase").theme.width
        for slide in sheet.slides:
            sizes = [
                one.item.setting.size * scale
                for one in slide.page.leaves
                if one.role is Role.CREDITS and isinstance(one.item, TextItem)
            ]
            small = [size for size in sizes if size < LEGIBLE]
            assert not small or slide.page.number in numbers_in(lines(sheet.after))
    sizes = [one.item.setting.size for sheet in sheets for one in sheet.after if isinstance(one.item, TextItem)]
    assert all(size >= LEGIBLE for size in sizes)


def test_a_credit_at_the_foot_stands_once_with_all_of_its_slides() -> None:
    """The first six slides of the showcase; the words are those of the strips."""
    said = lines(sheets_of(6)[0].after)
    assert "Slides 1, 5, 6 Illustration: deckmaker, CC0 1.0" in said
    assert said.count("Illustration: deckmaker, CC0 1.0") == 1


def test_one_slide_a_sheet_shows_its_own_credits() -> None:
    """They are large enough."""
    assert all(not sheet.after for sheet in sheets_of(1))


@pytest.mark.parametrize("count", HANDOUTS[1:])
def test_credits_without_room_follow_on_sheets_at_the_end(count: int, tmp_path: Path) -> None:
    """None is lost: each is on one of the sheets."""
    credits = "".join(
        f"\n      - {{title: A long title of work {n}, creator: Somebody {n}, license: CC-BY-4.0}}" for n in range(160)
    )
    laid_out = Project(tmp_path).document(f"{DECK}    text: A\n    layout: content\n    credits:{credits}\n")
    sheets = list(handout(on_paper(laid_out, handout=count)))
    with_slides = [bool(one.slides) for one in sheets]
    assert with_slides == sorted(with_slides, reverse=True)
    assert not with_slides[-1]
    for sheet in sheets:  # lines are as long as the paper is wide as it is held
        assert all(one.rect.right <= sheet.width - MARGIN + 0.6 for one in sheet.after)
        assert all(slide.rect.bottom < one.rect.y for slide in sheet.slides for one in sheet.after)
    said = " ".join(lines(sheet.after) for sheet in sheets)
    assert [n for n in range(160) if f"work {n}”, Somebody {n}, CC BY 4.0" not in said] == []


def test_lines_to_write_on_stand_beside_three_slides_alone() -> None:
    """Six at least."""
    ruled = {
        count: sum(one.rect.width > 50 and one.rect.height < 1 for one in sheets_of(count)[0].slides[0].beside) - 2
        for count in HANDOUTS
    }
    assert ruled.pop(3) >= 6
    assert set(ruled.values()) == {0}


def test_a_cover_says_what_the_deck_does() -> None:
    """Before all slides."""
    first, second, *_ = handout(on_paper(document("showcase"), handout=4, cover=True))
    assert not first.slides and second.slides
    said = ["Night noise in the harbour", "Port Authority, Environment desk", "2026-11-20"]
    assert texts(first.around, Role.META) == said


@pytest.mark.parametrize("sheets", [handout, notes_pages])
def test_a_cover_goes_on_where_it_has_no_room(sheets) -> None:
    """All of a long list of authors is there, and all of a licence."""
    author = ", ".join(f"A. Lind {number}" for number in range(400))
    said = replace(document("showcase"), author=author, license="Whoever passes this on names us. " * 90)
    first, second, *others = sheets(on_paper(said, cover=True))
    before = [first, second, *others][: next(index for index, one in enumerate(others, 2) if one.slides)]
    assert not first.slides and not second.slides
    shown = "".join(lines(one.around) for one in before)
    assert "".join(author.split()) in "".join(shown.split())
    assert shown.count("Whoever") == 90
    assert all(one.rect.bottom <= first.height - MARGIN + 0.1 for sheet in before for one in sheet.around)


def test_notes_stand_below_their_slides(tmp_path: Path) -> None:
    """A sheet a slide, with notes or without."""
    deck = f"{DECK}    notes: Welcome the board.\n  - {{title: B, text: B}}\n"
    first, second = notes_pages(on_paper(Project(tmp_path).document(deck)))
    assert len(first.slides) == len(second.slides) == 1
    assert texts(first.notes, Role.TEXT) == ["Welcome the board."]
    assert texts(second.notes, Role.TEXT) == []


def test_notes_without_room_go_on_on_further_sheets(tmp_path: Path) -> None:
    """Every word is there, in order, and none reaches over the foot."""
    deck = f"{DECK}    notes: |\n      {NOTES}\n\n      - {NOTES}\n      - The end.\n  - {{title: B, text: B}}\n"
    laid_out = on_paper(Project(tmp_path).document(deck))
    *sheets, last = notes_pages(laid_out)
    assert len(sheets) >= 3 and last.slides[0].page.number == 2
    assert [(len(sheet.slides), sheet.goes_on) for sheet in sheets] == [
        (1, True),
        *[(0, True)] * (len(sheets) - 2),
        (0, False),
    ]
    placed = [one for sheet in sheets for one in sheet.notes]
    assert lines(tuple(placed)) == " ".join(f"{NOTES}{NOTES}The end.".split())
    said = " ".join(one.item.text for one in placed if isinstance(one.item, TextItem))
    assert " ".join(said.split()) == lines(tuple(placed))
    assert all(one.rect.bottom <= 842 - MARGIN for one in placed)


@pytest.mark.parametrize(("language", "width"), [("en-US", 612.0), ("de", 595.28)])
def test_sheets_are_of_the_paper_of_the_language(language: str, width: float, tmp_path: Path) -> None:
    """Notes pages are upright."""
    laid_out = Project(tmp_path).document(f"language: {language}\n{DECK}")
    assert [sheet.width for sheet in notes_pages(on_paper(laid_out))] == [width]
    assert [sheet.width for sheet in notes_pages(on_paper(laid_out, paper="Letter"))] == [612.0]


def test_sheets_are_numbered() -> None:
    """Of how many where that is known before."""
    assert [texts(sheet.around, Role.NUMBER) for sheet in sheets_of(9)] == [[f"{n}/5"] for n in range(1, 6)]
