"""Titles are broken by sense: no line ends with a word that leads on, where as many lines can end otherwise."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckmaker.text.breaking import MeasuredText
from deckmaker.text.measuring import measure
from deckmaker.text.setting import NO_BREAK, TextLayout
from deckmaker.text.title_ends import LEAST_EVEN
from tests.projects import briefing
from tests.text.test_belonging import text

THEME = briefing()
TITLE = THEME.styles["title"]


def title(words: str) -> MeasuredText:
    return measure(text(words), TITLE, 36, THEME)


def lines(setting: TextLayout) -> list[str]:
    return [line.text.replace(NO_BREAK, " ") for line in setting.lines]


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("Origins of the Crisis", 260, ["Origins", "of the Crisis"]),
        ("The Future of Cooperation", 300, ["The Future", "of Cooperation"]),
        ("The ports close for the second time", 480, ["The ports close", "for the second time"]),
        ("Ten years of calls, and of containers", 480, ["Ten years of calls,", "and of containers"]),
        (
            "Where the noise comes from, as parts of a whole",
            600,
            ["Where the noise comes from,", "as parts of a whole"],
        ),
    ],
)
def test_a_line_of_a_title_ends_with_no_word_that_leads_on(words, width, expected):
    """And a preposition that ends its clause stands with its verb."""
    assert lines(title(words).set_balanced(width)) == expected


@pytest.mark.parametrize("words", ["The noise of a port in which the ships of the world sleep", "By day, and by night"])
def test_titles_have_as_many_lines_as_words_that_are_not_held(words):
    """They stay within their place, and none of their lines is far shorter than another."""
    for width in range(150, 700, 10):
        held, greedy = title(words).set_balanced(width), title(words).set(width)
        if greedy.safe:
            assert len(held.lines) == len(greedy.lines) and held.width <= width and not held.excess_width
            if any(NO_BREAK in line.text for line in held.lines):
                widths = [line.width for line in held.lines]
                assert min(widths) >= LEAST_EVEN * max(widths)
        assert " ".join(lines(held)) == words


def test_a_number_is_not_parted_from_its_noun_for_the_sake_of_a_small_word():
    """That costs a reader more."""
    for width in range(200, 500, 10):
        found = title("Nights of noise at berth 4 in the harbour").set_balanced(width)
        plain = title("Nights of noise at berth 4 in the harbour").set(width)
        assert not found.parts_pairs or plain.parts_pairs


@pytest.mark.parametrize("words", ["The Of of Mine", "Phase A of the port", "Series of a", "of", "a of the in"])
def test_small_words_wherever_they_stand_are_all_shown(words):
    for width in range(60, 300, 20):
        found = title(words).set_balanced(width)
        assert " ".join(lines(found)) == words
        assert all(first and second for first, second in pairwise(lines(found)))
