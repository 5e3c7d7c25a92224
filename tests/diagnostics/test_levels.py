"""Severities as they are set: what comes of them in a collection, and what cannot be set."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import CATALOGUE, Diagnostics, Severity
from deckmaker.diagnostics.levels import LEVELS, read_level

ERROR, WARNING, NOTE, OFF = Severity


def reported(*codes: str, levels: dict[str, Severity] | None = None) -> Diagnostics:
    """Return a collection with a report of each code."""
    diagnostics = Diagnostics(levels)
    for code in codes:
        diagnostics.report(code, code)
    return diagnostics


def severities(diagnostics: Diagnostics) -> list[tuple[str, str]]:
    """Return what is left of the reports, and how bad it is."""
    return [(one.code, one.severity.value) for one in diagnostics]


def test_a_level_holds_for_what_was_reported_before_it():
    """A deck's own levels are known only once it is read."""
    diagnostics = reported("missing-alt", "missing-credit", "unsafe-breaks", "empty-slide")
    diagnostics.take_levels({"missing-alt": ERROR, "missing-credit": OFF, "unsafe-breaks": WARNING})
    assert severities(diagnostics) == [
        ("missing-alt", "error"),
        ("unsafe-breaks", "warning"),
        ("empty-slide", "warning"),
    ]
    assert (len(diagnostics), diagnostics.failed()) == (3, True)


def test_the_users_levels_win_over_the_decks():
    """Whichever comes first."""
    diagnostics = reported("missing-alt", levels={"missing-alt": NOTE})
    diagnostics.take_levels({"missing-alt": ERROR})
    assert severities(diagnostics) == [("missing-alt", "note")]


@pytest.mark.parametrize(
    ("level", "failed", "failed_strictly"),
    [(ERROR, True, True), (WARNING, False, True), (NOTE, False, False), (OFF, False, False)],
)
def test_strictness_looks_at_the_level_that_was_set(level, failed, failed_strictly):
    """A warning that was made a note fails no deck."""
    diagnostics = reported("missing-alt", levels={"missing-alt": level})
    assert (diagnostics.failed(), diagnostics.failed(strict=True)) == (failed, failed_strictly)


@pytest.mark.parametrize("code", [code for code, known in CATALOGUE.items() if known.severity is ERROR])
def test_an_error_by_nature_stays_one(code):
    """Whatever levels say; nothing could be built."""
    assert reported(code, levels={code: OFF}).failed()


def test_an_emptied_collection_keeps_the_levels_and_gives_back_what_it_finds():
    """Stages that may fail apart report into their own."""
    diagnostics = reported("missing-alt", levels={"missing-alt": ERROR, "empty-slide": ERROR})
    other = diagnostics.fork()
    assert len(other) == 0
    for code in ("missing-alt", "empty-slide", "missing-credit"):
        other.report(code, f"other {code}")
    diagnostics.extend_errors(other, but=("empty-slide",))
    assert [one.message for one in diagnostics] == ["missing-alt", "other missing-alt"]
    diagnostics.extend(other)
    assert len(diagnostics) == 4


@pytest.mark.parametrize("word", LEVELS)
def test_a_flag_names_a_code_and_a_level(word):
    """With a sign between them."""
    assert read_level(f"missing-alt={word}") == ("missing-alt", LEVELS[word])


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("missing-alt", "`missing-alt` is not CODE=LEVEL, such as missing-credit=error"),
        ("missing-alts=error", "no code `missing-alts`; did you mean `missing-alt`?"),
        ("zebra=off", "no code `zebra`; codes stand in messages, between the brackets: error[code]"),
        ("missing-alt=eror", "`eror` is no level; did you mean `error`?"),
        ("missing-alt=7", "`7` is no level; levels: error, warning, note, off"),
        ("unknown-key=off", "`unknown-key` is always an error: nothing can be built from a deck with that mistake"),
    ],
)
def test_a_flag_that_cannot_be_is_explained(written, sentence):
    """In a sentence for the user."""
    with pytest.raises(ValueError) as raised:
        read_level(written)
    assert str(raised.value) == sentence


def test_an_error_by_nature_may_be_called_one():
    """It changes nothing."""
    assert read_level("unknown-key=error") == ("unknown-key", ERROR)
