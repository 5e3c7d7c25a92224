"""Paragraphs and their marks: what a colleague types into, not lines that look like them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckmaker.layout import Role, TextItem
from deckmaker.model import Marker, Run
from tests.projects import Project
from tests.render.pptx.decks import (
    DECKS,
    document,
    every_deck,
    find,
    inherits_bullet,
    paragraphs,
    rendered,
    texts,
    trees,
)

NUMBERS = ("arabicPeriod", "alphaLcPeriod")

BELOW_CARDS = """\
title: T
language: {language}
slides:
  - title: T
  - title: Cards that go on, and what is below them
    content:
      - grid: {{look: cards, cells: [{cells}]}}
      - bullets: [{items}, {{{long}: [{long}, {{{long}: [{long}]}}]}}]
      - numbered: [{long}, {{{long}: [{long}]}}]
"""
"""On the last part, the lists stand in a text box: of the places of the arrangement, it has no other."""


def markers(paragraph: Any) -> list[Any]:
    """Return what a paragraph itself says of its marker."""
    return find(paragraph._p, "a:pPr/*[self::a:buNone or self::a:buChar or self::a:buAutoNum]")


@pytest.mark.sampled(every=2)
@every_deck
def test_every_paragraph_with_its_level(deck: str) -> None:
    """Each paragraph of the deck is one of the file, with its words and its level."""
    count = 0
    for _, one, paragraph in paragraphs(deck):
        assert paragraph.text == one.paragraph.text
        assert paragraph.level == one.paragraph.level
        count += 1
    assert count > 40


@every_deck
def test_no_line_is_broken_by_hand(deck: str) -> None:
    """Lines break where they do because frames have the right width: no break is in the text, but between lines of
    code."""
    for name, root in trees(deck, "ppt/slides").items():
        assert not find(root, "//a:br[not(preceding-sibling::a:r/a:rPr/@noProof)]"), name
        assert not [text for text in find(root, "//a:t/text()") if "\n" in text or "\v" in text]


@every_deck
def test_bullets_are_inherited(deck: str) -> None:
    """A list item writes no bullet: it takes that of its level from layout and master.

    Only where most texts of an arrangement are running text, and so their places, a list among them says that it is
    one.
    """
    written = set()
    for _, placed, item, shape in texts(deck):
        for one, paragraph in zip(item.setting.paragraphs, shape.text_frame.paragraphs, strict=True):
            if one.paragraph.marker is Marker.BULLET:
                assert placed.role is Role.TEXT
                own = [marker.get("char") for marker in markers(paragraph)]
                assert own == ([] if inherits_bullet(shape, one.paragraph.level) else [one.style.marker])
                written |= {placed.slot} if own else set()
    assert written == ({"cell 3", "body 3"} if deck == "showcase" else set())


def test_the_inherited_bullet_is_the_one_that_layout_measured() -> None:
    """The master's levels have the theme's bullets, coloured by reference."""
    (root,) = trees("showcase", "ppt/slideMasters").values()
    bulleted = [one for _, one, _ in paragraphs("showcase") if one.paragraph.marker is Marker.BULLET]
    assert {one.paragraph.level for one in bulleted} == {0, 1}
    for one in bulleted:
        (level,) = find(root, f"//p:bodyStyle/a:lvl{one.paragraph.level + 1}pPr")
        assert find(level, "string(a:buChar/@char)") == one.style.marker
        assert find(level, "a:buClr/a:schemeClr")


@pytest.mark.parametrize(("language", "long"), [("en", "ships that come at night"), ("he", "אוניות שבאות בלילה")])
def test_a_list_in_a_text_box_has_levels_of_its_own(language: str, long: str, tmp_path: Path) -> None:
    """Each item's size, direction and marker are those of its level in the box, which inherits nothing."""
    cell = f"{{heading: {long}, text: {long}}}"
    deck = BELOW_CARDS.format(language=language, cells=", ".join([cell] * 9), items=", ".join([long] * 6), long=long)
    laid_out = Project(tmp_path).document(deck)
    slides = Presentation(BytesIO(rendered(laid_out))).slides
    levels, markers = set(), set()
    for page, slide in zip(laid_out.pages, slides, strict=True):
        items = [one.item for one in page.leaves if isinstance(one.item, TextItem) and one.slot == "body"]
        boxes = [one for one in slide.shapes if one.name == "Text" and not one.is_placeholder]
        for item, box in zip(items if boxes else (), boxes, strict=True):
            for one in item.setting.paragraphs:
                (level,) = find(box._element, f".//a:lstStyle/a:lvl{one.paragraph.level + 1}pPr")
                assert find(level, "number(a:defRPr/@sz)") == 100 * one.style.size
                assert find(level, "number(@rtl)=1") == (language == "he")
                assert find(level, "a:buClr/a:schemeClr")
                if one.paragraph.marker is Marker.BULLET:
                    assert find(level, "string(a:buChar/@char)") == one.style.marker
                levels.add(one.paragraph.level)
                markers.add(one.paragraph.marker)
    assert levels >= {0, 1}
    assert markers == {Marker.BULLET, Marker.NUMBER}


def test_numbers_count_themselves() -> None:
    """A numbered item is PowerPoint's own numbering, letters on the second level."""
    numbered = [
        (one, paragraph) for _, one, paragraph in paragraphs("showcase") if one.paragraph.marker is Marker.NUMBER
    ]
    assert {one.paragraph.level for one, _ in numbered} == {0, 1}
    for one, paragraph in numbered:
        (marker,) = markers(paragraph)
        assert marker.get("type") == NUMBERS[one.paragraph.level]
        assert not paragraph.text.startswith(one.style.marker)


@pytest.mark.sampled(every=2)
@every_deck
def test_plain_paragraphs_in_a_list_have_no_bullet(deck: str) -> None:
    """Running text in a placeholder for lists says that it has none; elsewhere there is nothing to say."""
    inherited = set()
    for _, placed, item, shape in texts(deck):
        if placed.slot == "number":
            continue
        for one, paragraph in zip(item.setting.paragraphs, shape.text_frame.paragraphs, strict=True):
            if one.paragraph.marker is Marker.NONE:
                written = [marker.tag.rpartition("}")[2] for marker in markers(paragraph)]
                has_bullet = placed.role is Role.TEXT and inherits_bullet(shape, one.paragraph.level)
                assert written == (["buNone"] if has_bullet else [])
                inherited.add((placed.role, has_bullet))
    assert {(Role.TEXT, True), (Role.TEXT, False), (Role.TITLE, False)} <= inherited


@pytest.mark.sampled(every=2)
@every_deck
def test_marks_are_marks(deck: str) -> None:
    """Bold, italics, scripts and code are those of the deck, character by character."""
    for placed, one, paragraph in paragraphs(deck):
        inherited_bold = bool(placed.item.style.bold)
        expected = [mark for run in one.paragraph.runs for mark in [deck_mark(run, inherited_bold)] * len(run.text)]
        found = [mark for run in paragraph.runs for mark in [file_mark(run)] * len(run.text)]
        assert found == expected


def deck_mark(run: Run, inherited_bold: bool) -> tuple[bool, bool, int, bool]:
    """Return what a run has to say of itself in the file: bold, italic, script and code."""
    return run.bold and not inherited_bold, run.italic, run.script, run.code


def file_mark(run: Any) -> tuple[bool, bool, int, bool]:
    """Return what a run in the file says of itself."""
    rise = int(find(run._r, "string(a:rPr/@baseline)") or 0)
    return bool(run.font.bold), bool(run.font.italic), (rise > 0) - (rise < 0), run.font.name == "Courier New"


def test_the_showcase_has_every_mark() -> None:
    """The comparison above is one of something."""
    marks = {deck_mark(run, False) for _, one, _ in paragraphs("showcase") for run in one.paragraph.runs}
    assert {mark.index(True) for mark in marks if True in mark[:2] or mark[3]} == {0, 1, 3}
    assert {mark[2] for mark in marks} == {-1, 0, 1}


@every_deck
def test_every_run_has_its_language(deck: str) -> None:
    """Slides and notes are checked for spelling in the deck's language, not in the reader's."""
    for name, root in trees(deck, "ppt/slides", "ppt/notesSlides").items():
        runs = find(root, "//a:r | //a:fld[a:t]")
        languages = [find(run, "string(a:rPr/@lang)") for run in runs]
        assert languages and set(languages) == {document(deck).language}, name


def test_decks_differ_in_language() -> None:
    """The languages compared above are not a default."""
    assert len({document(deck).language for deck in DECKS}) == 2
