"""A last line that looks lost holds the words before it, whatever its neighbours need."""

from __future__ import annotations

import pytest

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text import TextLayout
from deckmaker.text.measuring import measure
from tests.projects import briefing

THEME = briefing()
STYLE = THEME.styles["column"]
LISTED = (
    "Roll-back took seven minutes",
    "Nobody had the right to stop a migration",
    "Alert windows were set for a service with a tenth of the traffic",
)


def items(*texts: str) -> tuple[Paragraph, ...]:
    """Return a list."""
    return tuple(Paragraph((Run(one),), marker=Marker.BULLET) for one in texts)


def lines_of(setting: TextLayout) -> list[list[str]]:
    """Return the lines of each item."""
    return [[one.line.text for one in paragraph.lines] for paragraph in setting.paragraphs]


@pytest.mark.parametrize("width", range(330, 480, 10))
def test_no_item_ends_with_a_short_word_alone(width):
    """In a list, whose items share a width; where a line more would be needed, it stays."""
    text = measure(items(*LISTED), STYLE, 24, THEME)
    held, plain = text.set(width), text._set(width)
    assert len(held.lines) == len(plain.lines)
    assert held.widows <= plain.widows
    if plain.safe and held.safe:
        words = [" ".join(one).replace("\u00a0", " ") for one in lines_of(held)]
        assert words == [*LISTED]


def test_some_width_needs_it():
    """Else this would test nothing."""
    text = measure(items(*LISTED), STYLE, 24, THEME)
    widths = [width for width in range(330, 480, 10) if text._set(width).widows]
    assert widths
    assert any(not text.set(width).widows for width in widths)


def test_the_engines_are_told_by_a_no_break_space():
    """In the paragraph itself, of which all outputs are made."""
    text = measure(items(*LISTED), STYLE, 24, THEME)
    width = next(width for width in range(330, 480, 10) if text._set(width).widows and not text.set(width).widows)
    setting = text.set(width)
    told = [one.paragraph.text for one in setting.paragraphs if "\u00a0" in one.paragraph.text]
    assert told
    assert all(one.paragraph.marker is Marker.BULLET for one in setting.paragraphs)
    assert all("\u00a0" in one[-1] for one in lines_of(setting) if one and "\u00a0" in " ".join(one))


CREDITS = (
    "Data: CDC, in MMWR 67 (12), 69 (11) and 70 (6), and NCHS Data Brief 457; JAMA 319 (17). Titles on the last slide",
    "Data: “Illustrative figures”, an imaginary Ministry of Housing and Energy, 2026; no real statistics",
)


@pytest.mark.parametrize("words", CREDITS)
@pytest.mark.parametrize("together", [(), ("no real statistics",)])
def test_a_text_of_few_lines_does_not_end_with_a_lost_word(words, together):
    """In any width in which it has several lines: these are made about as long, and are no more for it."""
    text = measure((Paragraph((Run(words),), together=together),), THEME.styles["credits"], 12, THEME)
    mended = 0
    for width in range(180, 620, 5):
        even, plain = text.set(width), text._set(width)
        assert len(even.lines) == len(plain.lines) and even.width <= width
        if plain.safe and plain.widows and len(plain.lines) == 2:
            mended += 1
            assert not even.widows and even.safe
    assert mended
