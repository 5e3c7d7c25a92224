"""The source line in a message: cropped where it is long, and marked in the right columns whatever it holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostic, Severity, SourceFile, Span
from deckmaker.diagnostics.printer import display_width, full
from deckmaker.diagnostics.printer.excerpt import WIDEST, Excerpt, excerpt

LONG = "".join(f"{number:04}" for number in range(100))
"""400 columns, in which every four say where they are."""

CLUSTERS = {
    "a": 1,
    " ": 1,
    "é": 1,
    "e\u0301": 1,
    "x\u0338\u0323": 1,
    "漢": 2,
    "Ａ": 2,
    "👩": 2,
    "👩\u200d👧": 4,
    "❤\ufe0f": 1,
    "\u1112\u1161\u11ab": 2,
    "\t": 1,
    "\u202e": 6,
    "\x1b": 4,
    "\ud800": 6,
}
"""Texts and the columns that they take, counted by hand."""

clusters = st.lists(st.sampled_from(sorted(CLUSTERS)), max_size=60)


def marked(text: str, start: int, end: int) -> Excerpt:
    """Return the excerpt of a line on which the characters from `start` up to `end` are marked, counted from 0."""
    return excerpt(Span(SourceFile("deck.yaml", text), 1, start + 1, 1, end + 1))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        pytest.param(0, 4, Excerpt(LONG[:158] + "…", 0, 4), id="at the beginning"),
        pytest.param(200, 204, Excerpt("…" + LONG[123:281] + "…", 78, 4), id="in the middle"),
        pytest.param(396, 400, Excerpt("…" + LONG[242:], 155, 4), id="at the end"),
        pytest.param(400, 400, Excerpt("…" + LONG[242:], 159, 1), id="behind the end"),
        pytest.param(100, 400, Excerpt("…" + LONG[60:218] + "…", 41, 118), id="longer than there is room"),
    ],
)
def test_a_long_line_is_cropped_around_what_is_marked(start, end, shown):
    """Dots say where something is left out."""
    assert marked(LONG, start, end) == shown


def test_a_line_that_just_fits_is_whole():
    """One column more, and it is cropped."""
    assert marked("n" * WIDEST, 0, 1).line == "n" * WIDEST
    assert marked("n" * (WIDEST + 1), 0, 1).line == "n" * (WIDEST - 2) + "…"


def test_wide_characters_are_never_cut_in_half():
    """Where only one column is left, a character of two is left out."""
    assert marked("漢" * 100, 0, 1) == Excerpt("漢" * 79 + "…", 0, 2)


@given(clusters, clusters, clusters)
def test_carets_stand_in_the_columns_of_what_they_mark(before, middle, after):
    """Whatever stands around it: wide, combining, joined, or escaped."""
    texts = ["".join(part) for part in (before, [*middle, "a"], after)]
    widths = [sum(CLUSTERS[one] for one in part) for part in (before, [*middle, "a"], after)]
    found = marked("".join(texts), len(texts[0]), len(texts[0]) + len(texts[1]))
    if sum(widths) <= WIDEST:
        assert (display_width(found.line), found.column, found.marked) == (sum(widths), widths[0], widths[1])
    else:
        assert WIDEST // 2 <= display_width(found.line) <= WIDEST
        assert found.column + found.marked <= display_width(found.line)


@given(st.text(max_size=400), *[st.integers(-3, 500)] * 4)
def test_no_text_and_no_place_break_a_message(text, line, column, end_line, end_column):
    """Not even a place outside of the file; and nothing that steers a terminal gets out."""
    span = Span(SourceFile(text, text), line, column, end_line, end_column)
    printed = full(Diagnostic("unknown-key", Severity.ERROR, text, span, f"{text}.", (text,)))
    assert not any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in printed.replace("\n", ""))
    *_, shown, carets, _, _ = printed.split("\n")
    assert "^" in carets and display_width(shown) <= len(f"{line} | ") + WIDEST
