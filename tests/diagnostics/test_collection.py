"""Diagnostics as a collection: order, repetition, failure."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest

FIRST, SECOND = SourceFile("a.yaml", "x\ny\n"), SourceFile("b.yaml", "z\n")


def at(source: SourceFile, line: int, column: int = 1) -> Span:
    """Return a span of one character."""
    return Span(source, line, column, line, column + 1)


def test_messages_come_in_the_order_of_their_places():
    """A reader goes through a file from top to bottom, and what has no place comes last, as it was found."""
    diagnostics = Diagnostics()
    diagnostics.report("cannot-write", "second without place")
    diagnostics.report("cannot-write", "also without place")
    diagnostics.report("unknown-key", "other file", at(SECOND, 1))
    diagnostics.report("unknown-key", "below", at(FIRST, 2))
    diagnostics.report("unknown-key", "right", at(FIRST, 1, 9))
    diagnostics.report("unknown-key", "left", at(FIRST, 1, 3))
    assert [one.message for one in diagnostics] == [
        "left",
        "right",
        "below",
        "other file",
        "second without place",
        "also without place",
    ]


def test_the_same_message_at_the_same_place_is_kept_once():
    """Two phases may see one mistake; its author reads of it once."""
    diagnostics = Diagnostics()
    for line in (1, 1, 2):
        diagnostics.report("unknown-key", "unknown key `x`", at(FIRST, line))
    assert len(diagnostics) == 2


@pytest.mark.parametrize(
    ("code", "failed", "failed_strictly"),
    [("unknown-key", True, True), ("missing-alt", False, True), ("unsafe-breaks", False, False)],
)
def test_only_errors_fail_and_warnings_when_strict(code, failed, failed_strictly):
    """An error always fails a deck, a warning only a strict one, a note none."""
    diagnostics = Diagnostics()
    diagnostics.report(code, "something")
    assert (diagnostics.failed(), diagnostics.failed(strict=True)) == (failed, failed_strictly)


def test_a_code_that_is_not_catalogued_is_a_mistake_of_ours():
    """Every code can be explained, so none may be reported that is not in the catalogue."""
    with pytest.raises(KeyError):
        Diagnostics().report("no-such-code", "something")


def test_the_nearest_word_is_offered_only_when_it_is_near():
    """A slip gets a suggestion, another word none."""
    assert nearest("bulets", ["title", "bullets"]) == "did you mean `bullets`?"
    assert nearest("zebra", ["title", "bullets"]) is None


@pytest.mark.parametrize(("word", "near"), [("TITLE", "title"), ("Titel", "title"), ("cc-by", "CC-BY")])
def test_capitals_hide_no_near_word(word, near):
    """It is offered as it is to be written."""
    assert nearest(word, ["title", "CC-BY"]) == f"did you mean `{near}`?"


def test_what_follows_from_a_value_that_is_missing_is_left_out():
    """What quotes the braces where it was to stand; all else that is wrong there, or elsewhere, is told."""
    diagnostics = Diagnostics()
    diagnostics.leave_unfilled(at(FIRST, 1))
    diagnostics.fork().report("missing-file", "`{{ a }}` is not a file", at(FIRST, 1))
    for place in (at(FIRST, 1), at(FIRST, 2)):
        diagnostics.report("missing-file", "`{{ a }}` is not a file", place)
        diagnostics.report("unusable-variable", "`a` is empty", place)
    assert [(one.message, one.span and one.span.line) for one in diagnostics] == [
        ("`a` is empty", 1),
        ("`{{ a }}` is not a file", 2),
        ("`a` is empty", 2),
    ]
