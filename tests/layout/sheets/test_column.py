"""Texts in a column of any length, and where it is cut."""

from __future__ import annotations

import pytest

from deckmaker.layout import TextItem
from deckmaker.layout.roles import Role
from deckmaker.layout.sheets.column import ColumnLine, height_of, line_of, lines_within, placed_lines, set_column
from deckmaker.layout.sheets.look import sheet_theme, text_style
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.model.geometry import Rect
from tests.projects import briefing

THEME = sheet_theme(briefing())
STYLE = text_style(10)
LONG = "Two thirds of loud nights have a ship at berth four, and none of the others has any. " * 3


def lines_of(*texts: str, width: float = 200.0) -> list[ColumnLine]:
    return set_column([Paragraph((Run(text),)) for text in texts], STYLE, width, THEME)


def test_all_words_are_there_and_no_line_is_too_wide() -> None:
    """In their order."""
    lines = lines_of(LONG, "And more.")
    assert " ".join(" ".join(one.line.text for one in lines).split()) == f"{' '.join(LONG.split())} And more."
    assert max(one.x + one.line.width for one in lines) <= 200.01


@pytest.mark.parametrize("word", ["W" * 400, "e\u0301" * 300, "漢" * 300])
def test_a_word_that_is_wider_than_the_column_is_cut(word: str) -> None:
    """Between letters, and not before a mark that stands on one."""
    lines = lines_of(word)
    assert "".join(one.line.text for one in lines) == word
    assert len(lines) > 5 and max(one.line.width for one in lines) <= 200.01
    assert not any(one.line.text.startswith("\u0301") for one in lines)


def test_line_ends_of_the_author_stay() -> None:
    """As hard breaks."""
    assert [one.line.text.strip() for one in lines_of("one\ntwo")] == ["one", "two"]


def test_a_list_has_its_markers() -> None:
    """Each on its first line alone."""
    items = [Paragraph((Run(LONG),), 0, Marker.NUMBER, number) for number in (9, 10)]
    lines = set_column(items, STYLE, 200.0, THEME)
    assert [one.marker.text for one in lines if one.marker] == ["9.", "10."]
    assert len({round(one.x, 3) for one in lines}) == 1


def test_a_column_is_cut_where_its_room_ends() -> None:
    """No line hangs out, and one more would."""
    lines = lines_of(*["A short one."] * 20)
    for height in (5.0, 12.0, 50.0, 100.5):
        count = lines_within(lines, height)
        assert height_of(lines[:count]) <= height
        assert height_of(lines[: count + 1]) > height
    assert lines_within(lines, 10_000.0) == 20


def test_no_first_and_no_last_line_is_alone() -> None:
    """The line before goes with it."""
    lines = lines_of("One line.", LONG)
    assert len(lines) >= 6
    assert lines_within(lines, height_of(lines[:2]) + 0.1) == 1
    assert lines_within(lines, height_of(lines[:-1]) + 0.1) == len(lines) - 2


def test_parts_of_a_paragraph_are_set_one_below_the_other() -> None:
    """Baselines of what is left begin at the top again."""
    lines = lines_of(LONG)
    for part in (lines[:3], lines[3:]):
        item = placed_lines(part, Rect(10, 20, 200, 0), STYLE).item
        assert isinstance(item, TextItem)
        (paragraph,) = item.setting.paragraphs
        assert [one.line for one in paragraph.lines] == [one.line for one in part]
        leading = paragraph.style.leading
        firsts = [one.baseline for one in paragraph.lines]
        assert firsts == pytest.approx([leading * (n + 1) - paragraph.style.descent for n in range(len(part))])


def test_a_line_that_is_too_long_ends_with_an_ellipsis() -> None:
    """One that has room is as it was."""
    place = Rect(0, 0, 120, 12)
    long, short = (line_of(text, place, STYLE, THEME, Role.FOOTER).item for text in (LONG, "Short"))
    assert isinstance(long, TextItem) and isinstance(short, TextItem)
    assert long.text.endswith("…") and LONG.startswith(long.text[:-1]) and len(long.setting.lines) == 1
    assert long.setting.lines[0].width <= 120.01
    assert short.text == "Short"
