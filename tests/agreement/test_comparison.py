"""Joining, matching, comparing and judging, on views made by hand. Needs no outside program."""

from __future__ import annotations

import pytest

from tests.agreement.comparison import compare
from tests.agreement.gates import place_failures, similarity_failures, word_failures
from tests.agreement.glyphs import Glyph, joined_lines
from tests.agreement.report import Kind, Report
from tests.agreement.view import PageView, PictureFrame, TextLine


def glyphs(text: str, x: float, baseline: float = 100.0, size: float = 20.0) -> list[Glyph]:
    """Return characters half an em wide, one after the other."""
    step = size / 2
    return [Glyph(c, x + i * step, x + (i + 1) * step, baseline, size) for i, c in enumerate(text)]


def line(text: str, x: float = 50.0, baseline: float = 100.0, slot: str = "body") -> TextLine:
    return TextLine(tuple(text.split()), x, x + 10 * len(text), baseline, 20.0, slot)


def page(*lines: TextLine, frames: tuple[PictureFrame, ...] = (), width: float = 960.0) -> PageView:
    return PageView(1, width, lines, frames)


def kinds(report: Report) -> list[Kind]:
    return [one.kind for one in report.findings]


def test_marker_and_text_are_two_lines() -> None:
    """A marker's white before the text is no space character, so the two stand apart."""
    assert [one.text for one in joined_lines(glyphs("•", 50) + glyphs("first item ", 70))] == ["•", "first item"]


def test_scripts_belong_to_their_line() -> None:
    """A raised or lowered character joins its line, whose baseline stays that of the large ones."""
    parts = [*glyphs("CO", 50), *glyphs("2", 70, baseline=105, size=11.6), *glyphs(" rises", 75.8)]
    (found,) = joined_lines(parts)
    assert (found.text, found.baseline, found.x0, found.x1) == ("CO2 rises", 100, 50, pytest.approx(135.8))


def test_lines_below_each_other_stay_apart() -> None:
    """The next line begins to the left, or, after a short one, lower."""
    assert len(joined_lines(glyphs("one two", 50) + glyphs("three", 50, 124) + glyphs("x", 100, 148))) == 3


def test_same_page_has_no_findings() -> None:
    """A page compared with itself is found whole and in place."""
    view = page(line("one"), line("two", baseline=124), frames=(PictureFrame(0, 0, 10, 10),))
    report = compare([view], [view])
    assert (report.share, report.findings, report.percentile(99)) == (100, [], 0)


def test_word_on_the_next_line_is_two_lines_with_other_words() -> None:
    """Each of the two lines is named with what was expected and what was found."""
    report = compare(
        [page(line("a long line"), line("ends", baseline=124))],
        [page(line("a long"), line("line ends", baseline=124))],
    )
    assert kinds(report) == [Kind.WORDS, Kind.WORDS]
    assert word_failures(report, "deck", "pdf") == [
        "page 1, body: other words: expected `a long line`, found `a long`",
        "page 1, body: other words: expected `ends`, found `line ends`",
    ]


def test_missing_and_extra_lines_are_told_apart() -> None:
    """A line far from any expected one is extra, not the missing one read otherwise."""
    report = compare([page(line("here"), line("gone", baseline=200))], [page(line("here"), line("new", 500, 400))])
    assert kinds(report) == [Kind.MISSING_LINE, Kind.EXTRA_LINE]
    assert report.share == 50


def test_equal_lines_go_to_the_nearest() -> None:
    """Two bullets on a page are not taken for each other."""
    view = page(line("•", baseline=100), line("•", baseline=130))
    swapped = page(line("•", baseline=131), line("•", baseline=100))
    assert [one.pixels for one in compare([view], [swapped]).deviations if one.pixels] == [1]


def test_one_moved_box_fails_among_many() -> None:
    """The percentile forgives one line in a hundred; the limit on the worst does not."""
    lines = [line(f"line {i}", baseline=20.0 * i) for i in range(200)]
    moved = [*lines[:-1], line("line 199", x=52, baseline=20.0 * 199)]
    report = compare([page(*lines)], [page(*moved)])
    assert report.percentile(99) == 0
    assert len(place_failures(report)) == 2  # both edges


def test_small_shift_everywhere_fails_by_the_percentile() -> None:
    """Nothing is far off, yet everything is off."""
    report = compare([page(line("one"))], [page(line("one", x=51.2))])
    assert place_failures(report) == ["places: 1.20 px at the 99th percentile, 1.0 allowed"]


def test_places_are_counted_on_a_page_of_960() -> None:
    """A point on a narrower page is more than a pixel."""
    view, moved = page(line("one"), width=480), page(line("one", x=51), width=480)
    assert compare([view], [moved]).worst()[0].pixels == 2


def test_picture_and_page_counts() -> None:
    """A lost picture, one too many, and a lost page are each found."""
    frame, other = PictureFrame(0, 0, 10, 10, "picture"), PictureFrame(5, 5, 9, 9)
    assert kinds(compare([page(frames=(frame,))], [page()])) == [Kind.MISSING_PICTURE]
    assert kinds(compare([page(frames=(frame,))], [page(frames=(frame, other))])) == [Kind.EXTRA_PICTURE]
    assert kinds(compare([page(), page()], [page()])) == [Kind.PAGES]


def test_empty_page_does_not_pass() -> None:
    """A reader that finds nothing fails every line."""
    report = compare([page(line("one"))], [page()])
    assert (report.share, kinds(report)) == (0, [Kind.MISSING_LINE])


def test_similarity_gates() -> None:
    """The mean is held to one limit, each page to another."""
    assert similarity_failures({1: 0.99, 3: 0.98}, 0.94, 0.97) == []
    assert similarity_failures({1: 0.99, 3: 0.93}, 0.94, 0.97) == [
        "similarity: 0.9600 on average, 0.97 demanded",
        "similarity: 0.9300 on page 3, 0.94 demanded",
    ]
    assert similarity_failures({}, None, 0.95) == ["similarity: 0.0000 on average, 0.95 demanded"]
