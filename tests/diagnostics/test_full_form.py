"""The full form: carets under what an author sees, whatever the characters."""

from __future__ import annotations

import re

import pytest

from deckmaker.diagnostics import Diagnostic, Severity, SourceFile, Span
from deckmaker.diagnostics.printer import display_width, full

HAN = "\u1112\u1161\u11ab"
"""A Korean syllable in its three parts."""


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
        pytest.param("👩\u200d👧: b", (1, 4, 1, 5), ["1 | 👩👧: b", "  |     ^"], id="joined"),
        pytest.param("❤\ufe0f: b", (1, 3, 1, 4), ["1 | ❤: b", "  |  ^"], id="variation selector"),
        pytest.param("So\xadft: b", (1, 4, 1, 6), ["1 | Soft: b", "  |   ^^"], id="soft hyphen"),
        pytest.param(f"{HAN}: b", (1, 4, 1, 5), [f"1 | {HAN}: b", "  |   ^"], id="syllable in parts"),
        pytest.param("\u202ea\u200b: b", (1, 2, 1, 4), ["1 | \\u202ea\\u200b: b", "  |       ^^^^^^^"], id="escaped"),
        pytest.param("a\u3164b: c", (1, 3, 1, 4), ["1 | a\\u3164b: c", "  |        ^"], id="a letter like a space"),
        pytest.param("a\U000e0201: b", (1, 1, 1, 2), ["1 | a\\U000e0201: b", "  | ^"], id="a letter that is not seen"),
        pytest.param("\x1b[2J: b", (1, 1, 1, 5), ["1 | \\x1b[2J: b", "  | ^^^^^^^"], id="control character"),
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


def test_notes_stand_before_help_in_their_order():
    """What adds to the message, then what to do."""
    span = Span(SourceFile("deck.yaml", "x: 1\n"), 1, 1, 1, 2)
    found = Diagnostic("duplicate-key", Severity.ERROR, "twice", span, "keep one", ("first there", "then here"))
    assert full(found).splitlines()[5:] == ["  = note: first there", "  = note: then here", "  = help: keep one"]


@pytest.mark.parametrize(("severity", "sign"), [("error", 31), ("warning", 33), ("note", 36)])
def test_colours_are_added_to_the_same_words(severity, sign):
    """The severity and its carets in one colour, frame and labels in another; nothing else changes."""
    span = Span(SourceFile("deck.yaml", "x: 1\n"), 1, 1, 1, 2)
    found = Diagnostic(
        "unknown-key", Severity(severity), "unknown key `x`", span, "did you mean `y`?", ("first there",)
    )
    assert full(found, colour=True) == (
        f"\x1b[1;{sign}m{severity}[unknown-key]\x1b[0m\x1b[1m: unknown key `x`\x1b[0m\n"
        " \x1b[34m-->\x1b[0m deck.yaml:1:1\n"
        "  \x1b[34m|\x1b[0m\n"
        "\x1b[34m1\x1b[0m \x1b[34m|\x1b[0m x: 1\n"
        f"  \x1b[34m|\x1b[0m \x1b[1;{sign}m^\x1b[0m\n"
        "  \x1b[34m=\x1b[0m \x1b[1mnote:\x1b[0m first there\n"
        "  \x1b[34m=\x1b[0m \x1b[1mhelp:\x1b[0m did you mean `y`?"
    )
    assert re.sub("\x1b.*?m", "", full(found, colour=True)) == full(found)


def test_a_message_without_place_has_no_excerpt():
    """What concerns no line of a file is said without one."""
    found = Diagnostic("unknown-format", Severity.ERROR, "no renderer for format `x`", None, "formats: pdf")
    assert full(found) == "error[unknown-format]: no renderer for format `x`\n = help: formats: pdf"


def test_control_characters_of_a_deck_do_not_reach_the_terminal():
    """A key could hold an escape sequence that clears the screen; messages show it escaped."""
    found = Diagnostic("unknown-key", Severity.ERROR, "unknown key `\x1b[2J\n`", None, "not \x07")
    assert full(found) == "error[unknown-key]: unknown key `\\x1b[2J\\n`\n = help: not \\x07"


@pytest.mark.parametrize(("length", "middle"), [(500, "x" * 500), (501, "x" * 399 + "…" + "x" * 100)])
def test_of_a_message_that_nobody_would_read_the_ends_are_shown(length, middle):
    """A whole paragraph may stand where a word was due."""
    assert full(Diagnostic("wrong-value", Severity.ERROR, "x" * length)) == f"error[wrong-value]: {middle}"


def test_width_counts_terminal_columns():
    """Wide and fullwidth characters take two columns, combining marks and joiners none."""
    assert [display_width(text) for text in ("abc", "漢字", "Ａ", "e\u0301", "a\u200db", "")] == [3, 4, 2, 1, 2, 0]
