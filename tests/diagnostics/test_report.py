"""All that is said of one deck: a count behind the messages, and not more of them than anybody reads."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostic, Diagnostics, Severity, SourceFile, Span
from deckmaker.diagnostics.printer import report_lines, summary

SOURCE = SourceFile("deck.yaml", "x\n" * 200)


def found(**numbers: int) -> list[Diagnostic]:
    """Return so many errors, warnings and notes, the notes first in the file and the errors last."""
    kinds = [kind for kind in ("note", "warning", "error") for _ in range(numbers.get(kind, 0))]
    places = [Span(SOURCE, number, 1, number, 2) for number in range(1, len(kinds) + 1)]
    return [Diagnostic("wrong-value", Severity(kind), "x", span) for kind, span in zip(kinds, places, strict=True)]


def lines(form: str, every: bool = False, **numbers: int) -> list[str]:
    """Return what is printed of them, the place and the kind of each message alone."""
    printed = report_lines(found(**numbers), form, every)
    return [one.removeprefix("deck.yaml:").replace(":1: ", " ").replace("[wrong-value]: x", "") for one in printed]


def test_fifty_messages_are_printed_and_the_rest_is_counted():
    """The count behind them is that of all."""
    printed = lines("short", error=170, warning=3)
    assert printed[:50] == [f"{number} error" for number in range(4, 54)]
    assert printed[50:] == ["… and 123 more; --all shows them", "170 errors, 3 warnings"]


def test_fifty_messages_are_none_too_many():
    """Nothing is left out, and nothing is said of that."""
    assert lines("short", error=50)[50:] == ["50 errors"]


def test_errors_go_before_warnings_and_warnings_before_notes():
    """What is printed stands in the order of the file all the same."""
    printed = lines("short", note=10, warning=40, error=20)
    assert printed[:50] == [*(f"{n} warning" for n in range(11, 41)), *(f"{n} error" for n in range(51, 71))]
    assert printed[50:] == ["… and 20 more; --all shows them", "20 errors, 40 warnings"]


@pytest.mark.parametrize(("form", "behind"), [("full", 1), ("short", 1), ("json", 0), ("github", 0)])
def test_all_are_printed_where_all_are_wanted(form, behind):
    """By people who say so, and by every program; programs get no count."""
    every = form in ("full", "short")
    assert len(lines(form, every, error=60)) == 60 + behind


def test_messages_in_full_are_kept_apart():
    """A blank line behind each, then the count."""
    first, second, count = report_lines(found(error=2), "full")
    assert first == "error[wrong-value]: x\n --> deck.yaml:1:1\n  |\n1 | x\n  | ^\n"
    assert (second.endswith("^\n"), count) == (True, "2 errors")


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
