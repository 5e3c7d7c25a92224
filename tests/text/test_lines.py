"""Lines: properties of breaking that hold for every text and width."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckmaker.dataclasses import replace
from deckmaker.model import Paragraph, Run
from deckmaker.text.breaks import dividing_places, opportunities
from deckmaker.text.lines import Interval, MeasuredParagraph
from deckmaker.text.measuring import measure
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import measured, powerpoint_widths, unkerned_width, widths

MARGIN = 0.01


def agreed(text: str) -> list[int]:
    """Return where every engine breaks, and the text's end."""
    return [one.position for one in opportunities(text) if one.agreed] + [len(text)]


def divided(paragraph: MeasuredParagraph, lines: list[tuple[int, int]]) -> bool:
    """Tell whether a line ends within a word."""
    return not {end for _, end in lines} <= set(agreed(paragraph.text))


def in_every_engine(paragraph: MeasuredParagraph, start: int, end: int) -> list[float]:
    """Return the width of a stretch kerned, unkerned, and as PowerPoint may set it."""
    return [
        paragraph.width(start, end),
        unkerned_width(paragraph, start, end),
        *powerpoint_widths(paragraph, start, end),
    ]


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
def test_the_interval_holds_in_every_engine_and_at_every_possible_break(paragraph, width, hanging):
    """It begins above each line's width in whatever measure, and ends below what the next place might add."""
    lines = paragraph.breaks(width, hanging)
    low, high = paragraph.interval(lines, hanging)
    assume(not divided(paragraph, lines))
    places = [one.position for one in opportunities(paragraph.text)] + [len(paragraph.text)]
    needed = [0.0]
    for start, end in lines:
        out = hanging * (start == 0)
        following = next((one for one in places if one > end), None)
        needed += [one - out for one in in_every_engine(paragraph, start, end)]
        assert following is None or min(in_every_engine(paragraph, start, following)) - out >= high - 1e-6
    assert low == pytest.approx(max(needed))


@pytest.mark.parametrize("before", ["thirds\u00a0", "(", "“", "four", "berth\u2011", "", "a/"])
def test_what_stands_before_a_link_has_no_room_on_the_line_above(before):
    """LibreOffice draws a link as a field, and breaks before it, whatever holds it to the word before."""
    runs = (Run(f"the reefer {before}"), Run("berth", link="https://example.org"), Run("\u00a0four leaves"))
    (paragraph,) = measure((Paragraph(runs),), briefing().styles["body"], 20, briefing()).measured
    first = paragraph.text.index(before) if before else paragraph.text.index("berth")
    above = paragraph.interval([(0, first), (first, len(paragraph.text))]).high
    begun = paragraph.width(0, paragraph.text.index("berth", first + len(before)) + (not before))
    assert above <= begun


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


@given(st.floats(150, 500))
@settings(max_examples=examples(40), deadline=None)
def test_widths_that_suit_two_paragraphs_are_what_they_share(width: float):
    """The higher low and the lower high."""
    theme = briefing()
    style = theme.styles["body"]
    texts = [
        Paragraph((Run(words),)) for words in ("Its ventilators run until the ship leaves", "Nobody aboard may " * 4)
    ]
    whole, *own = (measure(tuple(some), style, 20, theme)._broken(width) for some in (texts, texts[:1], texts[1:]))
    assert whole.lines == [lines for one in own for lines in one.lines]
    assert whole.interval == Interval(max(one.interval.low for one in own), min(one.interval.high for one in own))


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", [12, 13, 17, 18, 22, 27])
def test_code_keeps_its_lines_in_powerpoint_for_mac(size):
    """Its letters are wider there by up to a hundredth, and 60 of them in a row by half of a letter."""
    code = Paragraph((Run("noise at night, and by day: " * 20, code=True),))
    style = replace(briefing().styles["body"], minimum=size)
    drift = 0.0
    for width in range(300, 800, 20):
        setting = measure((code,), style, size, briefing()).set(width)
        (paragraph,) = setting.paragraphs
        ends = list(itertools.accumulate(len(one.line.text) + 1 for one in paragraph.lines))
        (measured_paragraph,) = measure((code,), style, size, briefing()).measured
        assert setting.safe
        for start, end in itertools.pairwise([0, *ends]):
            widths = powerpoint_widths(measured_paragraph, start, end)
            assert max(widths) <= setting.width
            drift = max(drift, max(widths) - measured_paragraph.width(start, end))
            if end < len(code.text):
                following = code.text.index(" ", end)
                assert min(powerpoint_widths(measured_paragraph, start, following)) > setting.width
    assert drift > 0.5
