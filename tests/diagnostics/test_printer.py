"""Messages as printed: carets under what an author sees, whatever the characters."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostic, Diagnostics, Severity, SourceFile, Span
from deckmaker.diagnostics.printer import display_width, full, summary


def diagnostic(text: str, line: int, column: int, end_line: int, end_column: int, help: str | None = None):
    """Return an error about a stretch of `text`."""
    span = Span(SourceFile("deck.yaml", text), line, column, end_line, end_column)
    return Diagnostic("unknown-key", Severity.ERROR, "unknown key `x`", span, help)


@pytest.mark.parametrize(
    ("text", "place", "excerpt"),
    [
        pytest.param("a: b", (1, 1, 1, 2), ["1 | a: b", "  | ^"], id="plain"),
        pytest.param("漢字: b", (1, 5, 1, 6), ["1 | 漢字: b", "  |       ^"], id="wide before"),
        pytest.param("漢字: b", (1, 1, 1, 3), ["1 | 漢字: b", "  | ^^^^"], id="wide marked"),
        pytest.param("e\u0301a: b", (1, 3, 1, 4), ["1 | e\u0301a: b", "  |  ^"], id="combining"),
        pytest.param("\ta: b", (1, 2, 1, 3), ["1 |  a: b", "  |  ^"], id="tab"),
        pytest.param("a: [b,\n  c]", (1, 4, 2, 5), ["1 | a: [b,", "  |    ^^^"], id="several lines"),
        pytest.param("a: b   ", (1, 4, 1, 8), ["1 | a: b   ", "  |    ^"], id="spaces at the end"),
        pytest.param("a:", (1, 3, 1, 3), ["1 | a:", "  |   ^"], id="behind the line's end"),
        pytest.param("a: b\n", (2, 1, 2, 2), ["2 | ", "  | ^"], id="behind the last line"),
    ],
)
def test_carets_stand_under_what_is_marked(text, place, excerpt):
    """The second line of an excerpt marks the span in terminal columns."""
    assert full(diagnostic(text, *place)).splitlines()[3:] == excerpt


def test_the_full_form_has_code_place_excerpt_and_help():
    """Numbers of two digits widen the gutter of every line."""
    text = "\n" * 9 + "x: 1\n"
    assert full(diagnostic(text, 10, 1, 10, 2, "did you mean `y`?")) == (
        "error[unknown-key]: unknown key `x`\n"
        "  --> deck.yaml:10:1\n"
        "   |\n"
        "10 | x: 1\n"
        "   | ^\n"
        "   = help: did you mean `y`?"
    )


def test_a_message_without_place_has_no_excerpt():
    """What concerns no line of a file is said without one."""
    found = Diagnostic("unknown-format", Severity.ERROR, "no renderer for format `x`", None, "formats: pdf")
    assert full(found) == "error[unknown-format]: no renderer for format `x`\n = help: formats: pdf"


def test_control_characters_of_a_deck_do_not_reach_the_terminal():
    """A key could hold an escape sequence that clears the screen; messages show it escaped."""
    found = Diagnostic("unknown-key", Severity.ERROR, "unknown key `\x1b[2J\n`", None, "not \x07")
    assert full(found) == "error[unknown-key]: unknown key `\\x1b[2J\\n`\n = help: not \\x07"


def test_width_counts_terminal_columns():
    """Wide and fullwidth characters take two columns, combining marks none."""
    assert [display_width(text) for text in ("abc", "漢字", "Ａ", "e\u0301", "")] == [3, 4, 2, 1, 0]


@pytest.mark.parametrize(
    ("codes", "counts"),
    [
        ((), ""),
        (("unsafe-breaks",), ""),
        (("unknown-key",), "1 error"),
        (("unknown-key", "missing-key"), "2 errors"),
        (("missing-alt",), "1 warning"),
        (("unknown-key", "missing-key", "missing-alt", "unsafe-breaks"), "2 errors, 1 warning"),
    ],
)
def test_the_summary_counts_errors_and_warnings(codes, counts):
    """Notes are not counted, and a number of one takes no plural."""
    diagnostics = Diagnostics()
    for code in codes:
        diagnostics.report(code, "something")
    assert summary(diagnostics) == counts
