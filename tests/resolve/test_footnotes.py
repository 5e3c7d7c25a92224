"""Pandoc's inline notes: a table of what is a footnote, and of what stays as it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Footnote, Run
from deckmaker.resolve.inline import parse_inline
from tests.projects import Project, place

MARK = Run("", script=1, footnote=Footnote((Run("x"),)))


def runs(text: str) -> tuple[Run, ...]:
    """Parse `text`, about which there is nothing to report."""
    diagnostics = Diagnostics()
    parsed = parse_inline(text, place(), diagnostics)
    assert [one.message for one in diagnostics] == []
    return parsed


def mark(*runs: Run) -> Run:
    return Run("", script=1, footnote=Footnote(runs))


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("a^[x] b", [Run("a"), MARK, Run(" b")]),
        ("a ^[x].", [Run("a"), MARK, Run(".")]),
        ("a^[ x ]", [Run("a"), MARK]),
        ("a^[x]^[x]", [Run("a"), MARK, MARK]),
        ("a^[x]b^[x]", [Run("a"), MARK, Run("b"), MARK]),
        ("**a**^[x]", [Run("a", bold=True), MARK]),
        ("**a^[x]**", [Run("a", bold=True), MARK]),
        ("r^2^^[x]", [Run("r"), Run("2", script=1), MARK]),
        ("a^[b [c] d]", [Run("a"), mark(Run("b [c] d"))]),
        (r"a^[b \] c]", [Run("a"), mark(Run("b ] c"))]),
        ("a^[`]` b]", [Run("a"), mark(Run("]", code=True), Run(" b"))]),
        ("a^[b **c** d^2^]", [Run("a"), mark(Run("b "), Run("c", True), Run(" d"), Run("2", script=1))]),
        ("a^[[b](https://x.org)]", [Run("a"), mark(Run("b", link="https://x.org"))]),
        ("[a^[x]](https://x.org)", [Run("a", link="https://x.org"), MARK]),
    ],
)
def test_a_note_becomes_a_mark_with_a_footnote(text: str, parsed: list[Run]) -> None:
    """Right behind the word before it, whatever marks are around it; its text takes marks of its own."""
    assert runs(text) == tuple(parsed)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"a\^[x] b", "a^[x] b"),
        ("a^[x b", "a^[x b"),
        ("a^[] b", "a^[] b"),
        ("a^[ ] b", "a^[ ] b"),
        ("a^ [x]", "a^ [x]"),
    ],
)
def test_what_is_no_note_stays_as_typed(text: str, shown: str) -> None:
    """Escaped, not closed, or without a text."""
    assert runs(text) == (Run(shown),)


def test_superscript_in_brackets_stays_superscript() -> None:
    """As in Pandoc; code stays code."""
    assert runs("a^[1]^ b") == (Run("a"), Run("[1]", script=1), Run(" b"))
    assert runs("`a^[x]`") == (Run("a^[x]", code=True),)


@given(st.text(alphabet="ab^[]~*` \\", max_size=40))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in it, no footnote holds another, and none is empty."""
    for run in parse_inline(text, place(), Diagnostics()):
        assert run.text or run.footnote
        if run.footnote:
            assert run.script == 1 and not any(one.footnote for one in run.footnote.runs)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("text", ["^[" * 3_000, "a^[" * 1_500 + "]" * 1_500, "^[a]" * 3_000, "^[" + "[" * 3_000 + "]"])
def test_hostile_notes_take_no_time(text: str) -> None:
    """Nested thousands deep, or never closed."""
    parse_inline(text, place(), Diagnostics())


TABLE = """\
title: T
slides:
  - title: T
    layout: table
    table:
      rows:
        - ["Berth^[name]", "Level^[dB]", Year]
        - [Berth 4, "62.5^[est. 7]", "2019^[1]"]
        - [Berth 5, "**108.1**", "2021"]
        - [Berth 6, "8^[whole]", "2020"]
      columns: [Berth, {from: Level, decimals: 1, unit: dB}, Year]
      sort: -Level
      where: {Year: "< 2021"}
"""


def test_a_number_with_a_footnote_is_a_number(tmp_path) -> None:
    """Columns are called by their words; cells are sorted, picked, formatted and aligned by theirs."""
    page = Project(tmp_path).document(TABLE).pages[0]
    cells = page.slot("table").item.cells
    shown = [cell.text.text for cell in cells]
    assert shown == ["Berth1", "Level2", "Year", "Berth 4", "62.5\u00a0dB3", "20194", "Berth 6", "8.0\u00a0dB5", "2020"]
    ends = [line_end(cell, "62" if "62" in cell.text.text else "8") for cell in cells if "dB" in cell.text.text]
    assert ends[0] == pytest.approx(ends[1])


def line_end(cell, integer: str) -> float:
    """Return where a cell's integer ends."""
    (line,) = cell.text.setting.lines
    run = line.runs[0]
    (paragraph,) = cell.text.setting.paragraphs
    return cell.frame.x + paragraph.lines[0].x + sum(run.advances[: len(integer)])


def test_a_footnote_of_a_cell_can_be_moved_with_its_row(tmp_path) -> None:
    """Numbers are given as rows are shown, not as they are written."""
    foot = Project(tmp_path).document(TABLE).pages[0].slot("footnotes")
    assert foot.item.text.split("\n") == ["name", "dB", "est. 7", "1", "whole"]
