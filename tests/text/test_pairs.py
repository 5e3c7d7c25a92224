"""Pairs that a line would part are held by a no-break space, where no width suits all paragraphs of a text."""

from __future__ import annotations

import pytest

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text import TextLayout
from deckmaker.text.belonging import PARTED, prices
from deckmaker.text.measuring import measure
from tests.projects import briefing

THEME = briefing()
STYLE = THEME.styles["body"]
LISTED = (
    "The grid company lays a cable to berth 4, and the port hires a converter",
    "Ships without a plug move to berth 2, far from the houses",
    "It costs the port € 1,200,000 and 2 % of what it earns a year",
)
WIDTHS = range(250, 560, 2)


def listed(width: float) -> tuple[TextLayout, TextLayout]:
    """Return a list as set in a width, and as it would be if no word were held."""
    text = measure(tuple(Paragraph((Run(one),), marker=Marker.BULLET) for one in LISTED), STYLE, 24, THEME)
    return text.set(width), text._set(width)


def parted(setting: TextLayout) -> int:
    """Return how many lines part what belongs together."""
    count = 0
    for paragraph in setting.paragraphs:
        lines = [one.line.text for one in paragraph.lines]
        text = " ".join(lines)
        ends = [len(" ".join(lines[: index + 1])) + 1 for index in range(len(lines) - 1)]
        count += sum(prices(text).get(end, 0) >= PARTED for end in ends)
    return count


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pair_is_held_where_that_costs_nothing(width):
    """No line more, no line that looks lost, and no word."""
    held, plain = listed(width)
    assert parted(held) <= parted(plain)
    assert len(held.lines) == len(plain.lines) and held.widows <= plain.widows
    for paragraph, words in zip(held.paragraphs, LISTED, strict=True):
        assert paragraph.paragraph.text.replace("\u00a0", " ") == words


def test_most_pairs_are_held():
    """Of those that are parted in widths where every engine breaks alike; else nothing would be tested."""
    pairs = [(held, plain) for held, plain in map(listed, WIDTHS) if plain.safe and parted(plain)]
    assert len(pairs) > 3
    assert sum(not parted(held) for held, _ in pairs) > 0.5 * len(pairs)


def test_the_engines_are_told_by_a_no_break_space():
    """In the paragraph itself, of which all outputs are made."""
    held = next(held for held, plain in map(listed, WIDTHS) if plain.safe and parted(plain) and not parted(held))
    assert any("\u00a0" in one.paragraph.text for one in held.paragraphs)


def test_no_credit_begins_a_line_with_the_point_before_it():
    """The point between two credits ends a line, if it can."""
    assert prices("A. Lind · Text after: B")[8] == PARTED
