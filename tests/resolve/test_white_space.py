"""Hard line breaks and the spaces of code are kept; all other white space in a paragraph is one space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Run
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.white_space import code_spans
from tests.projects import place


def runs(text: str, may_break: bool = True) -> tuple[Run, ...]:
    """Parse a paragraph."""
    return parse_inline(text, place(), Diagnostics(), may_break)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("a\\\nb", [Run("a\nb")]),
        ("a  \nb", [Run("a\nb")]),
        ("a    \n   b", [Run("a\nb")]),
        ("a\\\r\nb", [Run("a\nb")]),
        ("a\nb", [Run("a b")]),
        ("a \nb", [Run("a b")]),
        ("a\\\\\nb", [Run("a\\ b")]),
        ("a\\\\\\\nb", [Run("a\\\nb")]),
        ("a\\\n\\\nb", [Run("a\n\nb")]),
        ("a\\", [Run("a\\")]),
        ("a  ", [Run("a")]),
        ("**a.**  \n*b*", [Run("a.", bold=True), Run("\n"), Run("b", italic=True)]),
        ("**a\\\nb**", [Run("a\nb", bold=True)]),
        ("[a\\\nb](https://x.org)", [Run("a\nb", link="https://x.org")]),
    ],
)
def test_a_backslash_or_two_spaces_at_a_lines_end_break_it(text, parsed):
    """Any other line end is a space."""
    assert runs(text) == tuple(parsed)


def test_where_no_line_may_be_broken_a_break_is_a_space():
    """In titles, captions and cells."""
    assert runs("**a.**  \nb", may_break=False) == (Run("a.", bold=True), Run(" b"))


def test_a_footnote_is_not_broken():
    """It stands on as few lines as it can."""
    mark = runs("a^[b  \nc] d")[1]
    assert mark.footnote
    assert mark.footnote.runs == (Run("b c"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("`a   b`", "a   b"),
        ("`    return x`", "    return x"),
        ("`` a ` b ``", "a ` b"),
        ("`a\tb`", "a    b"),
        ("`a\n    b`", "a b"),
        ("`a\\`", "a\\"),
        ("`a  \nb`", "a   b"),
    ],
)
def test_spaces_inside_code_are_kept(text, code):
    """As CommonMark has it: one line end is one space, and one space at both ends is none."""
    assert runs(f"x  {text}  y") == (Run("x "), Run(code, code=True), Run(" y"))


@given(st.text(alphabet="a\\` ", max_size=24))
def test_code_is_where_commonmark_has_it(text):
    """Backslashes before backticks, runs of unequal length, runs that nothing closes."""
    spans = [text[begin:end] for begin, end in code_spans(text)]
    fences = [len(span) - len(span.lstrip("`")) for span in spans]
    ours = [span[fence:-fence] for span, fence in zip(spans, fences, strict=True)]
    tokens = MarkdownIt("zero").enable(["escape", "backticks"]).parseInline(text)[0].children or ()
    theirs = [token.content for token in tokens if token.type == "code_inline"]
    assert [one.strip(" ") for one in ours] == [one.strip(" ") for one in theirs]


@given(st.text(alphabet="ab \n", max_size=30))
def test_words_without_marks_or_breaks_stay(text):
    """However an author wraps them."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    joined = " ".join(lines.split())
    assert "".join(run.text for run in runs(lines)) == joined
