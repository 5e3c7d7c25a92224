"""Lines: properties of breaking that hold for every text and width."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckmaker.text.breaks import dividing_places, opportunities
from deckmaker.text.lines import Interval, MeasuredParagraph
from tests.samples import examples
from tests.text.samples import measured, unkerned_width, widths

MARGIN = 0.01


def agreed(text: str) -> list[int]:
    """Return where every engine breaks, and the text's end."""
    return [one.position for one in opportunities(text) if one.agreed] + [len(text)]


def divided(paragraph: MeasuredParagraph, lines: list[tuple[int, int]]) -> bool:
    """Tell whether a line ends within a word."""
    return not {end for _, end in lines} <= set(agreed(paragraph.text))


hangings = st.sampled_from([0.0, 0.0, 4.5, 25.0])
"""How far a first line begins before the others."""


def greedy(paragraph: MeasuredParagraph, width: float, hanging: float, measure) -> list[tuple[int, int]]:
    """Break anew, word by word: take one more while it fits."""
    lines, start, ends = [], 0, agreed(paragraph.text)
    while ends:
        taken = ends.pop(0)
        while ends and measure(start, ends[0]) <= width + hanging * (start == 0):
            taken = ends.pop(0)
        lines.append((start, taken))
        start = taken
    return lines


@given(measured(), widths, hangings)
@settings(max_examples=examples(60))
def test_breaking_loses_and_reorders_nothing(paragraph, width, hanging):
    """The lines are the text, cut at opportunities that every engine shares, or within addresses."""
    lines = paragraph.breaks(width, hanging)
    assert "".join(paragraph.text[start:end] for start, end in lines) == paragraph.text
    assert all(first[1] == second[0] for first, second in itertools.pairwise(lines))
    assert {end for _, end in lines} <= {*agreed(paragraph.text), *dividing_places(paragraph.text)}


@given(measured(), widths, hangings)
@settings(max_examples=examples(60))
def test_a_line_fits_unless_it_is_one_word_that_cannot_be_broken(paragraph, width, hanging):
    """Only such a word may hang over the edge; a first line has what it hangs out for more."""
    for start, end in paragraph.breaks(width, hanging):
        if paragraph.width(start, end) > width + hanging * (start == 0):
            places = [*agreed(paragraph.text), *dividing_places(paragraph.text)]
            assert not [one for one in places if start < one < end]


@given(measured(), widths, hangings)
@settings(max_examples=examples(60))
def test_a_word_is_divided_only_where_it_has_no_line(paragraph, width, hanging):
    """And then no width is safe: no engine divides it so by itself."""
    lines = paragraph.breaks(width, hanging)
    ends = [0, *agreed(paragraph.text)]
    for start, end in lines:
        if end not in ends:
            word = (max(one for one in ends if one < end), min(one for one in ends if one > end))
            assert paragraph.width(*word) > width
            assert start >= word[0]
    if divided(paragraph, lines):
        low, high = paragraph.interval(lines, hanging)
        assert high < low


def test_addresses_are_divided_behind_their_signs():
    """Shorter words are not: numbers, times, alternatives."""
    text = "https://a.org/b_c.txt?d=e u.s.a 12:30 1.5/2 and/or me@b.org"
    places = dividing_places(text)
    parts = [text[start:end] for start, end in itertools.pairwise([0, *places, len(text)])]
    assert parts == [
        "https://", "a.", "org/", "b_", "c.", "txt?", "d=", "e u.s.a 12:30 1.5/2 and/or me@b.org"
    ]  # fmt: skip


@given(measured(), widths, hangings)
@settings(max_examples=examples(60))
def test_no_word_could_have_moved_up(paragraph, width, hanging):
    """Breaking is greedy, as in every engine: the next word would not have fitted."""
    for start, end in paragraph.breaks(width, hanging)[:-1]:
        following = next(one for one in agreed(paragraph.text) if one > end)
        assert paragraph.width(start, following) > width + hanging * (start == 0)


@given(measured(), widths, hangings, st.floats(0, 1))
@settings(max_examples=examples(60))
def test_every_width_inside_the_interval_gives_the_same_breaks(paragraph, width, hanging, share):
    """Kerned, and by an unkerned measure of the test's own: this is what keeps two programs on the same lines."""
    lines = paragraph.breaks(width, hanging)
    low, high = paragraph.interval(lines, hanging)
    if low + 2 * MARGIN < high:
        chosen = low + MARGIN + share * (min(high, low + 500) - low - 2 * MARGIN)
        assert greedy(paragraph, chosen, hanging, paragraph.width) == lines
        assert paragraph.breaks(chosen, hanging) == lines
        assert greedy(paragraph, chosen, hanging, lambda start, end: unkerned_width(paragraph, start, end)) == lines


@given(measured(), widths, hangings)
@settings(max_examples=examples(60))
def test_the_interval_holds_kerned_and_unkerned_and_at_every_possible_break(paragraph, width, hanging):
    """It begins above each line's width in either measure and ends below what the next place might add."""
    lines = paragraph.breaks(width, hanging)
    low, high = paragraph.interval(lines, hanging)
    assume(not divided(paragraph, lines))
    places = [one.position for one in opportunities(paragraph.text)] + [len(paragraph.text)]
    needed = [0.0]
    for start, end in lines:
        out = hanging * (start == 0)
        following = next((one for one in places if one > end), None)
        for measure in (paragraph.width, partial(unkerned_width, paragraph)):
            needed.append(measure(start, end) - out)
            assert following is None or measure(start, following) - out >= high - 1e-6
    assert low == pytest.approx(max(needed))


@given(measured(), widths)
@settings(max_examples=examples(40))
def test_a_line_is_as_wide_as_its_runs_and_says_its_words(paragraph, width):
    """Glyph runs stand one behind the other, and the space at the end is not drawn."""
    for start, end in paragraph.breaks(width):
        line = paragraph.line(start, end)
        assert line.text == "".join(run.text for run in line.runs) == paragraph.text[start:end].rstrip(" ")
        assert line.width == pytest.approx(sum(run.width for run in line.runs))
        assert line.width == pytest.approx(paragraph.width(start, end), abs=0.25 * line.width + 0.5)
        for first, second in zip(line.runs, line.runs[1:], strict=False):
            assert second.x == pytest.approx(first.x + first.width)


def test_an_interval_that_suits_two_texts_is_what_they_share():
    """The higher low and the lower high."""
    assert Interval(10, 30).joined(Interval(20, 40)) == Interval(20, 30)
