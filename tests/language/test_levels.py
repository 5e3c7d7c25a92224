"""`severity`: how bad a kind of mistake is in this deck."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import json_schema
from tests.projects import DECK, Project, run
from tests.resolve.test_blocks import resolve

MISTAKES = {
    "a slip in a code": (
        "severity: {missing-credits: error}\n" + DECK,
        """\
error[unknown-code]: no code `missing-credits`
 --> decks/deck.yaml:1:12
  |
1 | severity: {missing-credits: error}
  |            ^^^^^^^^^^^^^^^
  = help: did you mean `missing-credit`?""",
    ),
    "a code like no other": (
        "severity: {zebra: error}\n" + DECK,
        """\
error[unknown-code]: no code `zebra`
 --> decks/deck.yaml:1:12
  |
1 | severity: {zebra: error}
  |            ^^^^^
  = help: codes stand in messages, between the brackets: error[code]""",
    ),
    "an error that cannot be less": (
        "severity: {unknown-key: off}\n" + DECK,
        """\
error[fixed-severity]: `unknown-key` is always an error
 --> decks/deck.yaml:1:25
  |
1 | severity: {unknown-key: off}
  |                         ^^^
  = note: nothing can be built from a deck with that mistake
  = help: mend the mistake itself, and remove this line""",
    ),
    "a slip in a level": (
        "severity: {missing-alt: worning}\n" + DECK,
        """\
error[wrong-value]: `missing-alt` is `error`, `warning`, `note` or `off`, not `worning`
 --> decks/deck.yaml:1:25
  |
1 | severity: {missing-alt: worning}
  |                         ^^^^^^^
  = help: did you mean `warning`?""",
    ),
    "no level": (
        "severity: {missing-alt: }\n" + DECK,
        """\
error[wrong-value]: `missing-alt` is `error`, `warning`, `note` or `off`, not nothing
 --> decks/deck.yaml:1:25
  |
1 | severity: {missing-alt: }
  |                         ^""",
    ),
    "a list": (
        "severity: [missing-alt]\n" + DECK,
        """\
error[wrong-type]: `severity` takes keys with values, found a list
 --> decks/deck.yaml:1:11
  |
1 | severity: [missing-alt]
  |           ^^^^^^^^^^^^^
  = help: write codes with what they are to be, as in `{missing-credit: error}`""",
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_message_with_place_and_help(text, message, tmp_path):
    """The whole text of each message."""
    assert Project(tmp_path).said(text) == message


def found(folder, text: str) -> list[tuple[int, str, str]]:
    """Return line, severity and code of what is reported of a deck."""
    project = Project(folder)
    project.picture("a.png")
    return [(one.span.line, one.severity.value, one.code) for one in project.read(text)[1]]


PICTURE = DECK + "    image: ../a.png\n"


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_a_level_holds_for_the_deck_that_sets_it(level, tmp_path):
    """Other codes keep theirs."""
    text = f"severity: {{missing-credit: {level}}}\n{PICTURE}"
    assert found(tmp_path, text) == [(5, "warning", "missing-alt"), (5, level, "missing-credit")]


def test_off_hides_a_code(tmp_path):
    """In YAML, `off` stays the word that it is."""
    assert found(tmp_path, f"severity: {{missing-credit: off}}\n{PICTURE}") == [(5, "warning", "missing-alt")]


def test_a_deck_that_makes_an_error_of_a_warning_has_no_document(tmp_path):
    """As with any other error."""
    project = Project(tmp_path)
    project.picture("a.png")
    assert project.read(PICTURE)[0]
    assert project.read(f"severity: {{missing-alt: error}}\n{PICTURE}")[0] is None


def test_levels_hold_in_a_deck_that_has_mistakes_elsewhere(tmp_path):
    """What is an error here is reported in the same run, and what is off stays away."""
    text = f"severity: {{missing-alt: error, missing-credit: off}}\nsubtitel: x\n{PICTURE}"
    assert found(tmp_path, text) == [(2, "error", "unknown-key"), (6, "error", "missing-alt")]


def test_a_sound_level_holds_beside_a_wrong_one(tmp_path):
    """One mistake takes nothing from the others."""
    text = f"severity: {{missing-alt: error, missing-credit: fatal, zebra: off}}\n{PICTURE}"
    assert found(tmp_path, text) == [
        (1, "error", "wrong-value"),
        (1, "error", "unknown-code"),
        (5, "error", "missing-alt"),
    ]


def test_what_a_mistake_took_away_is_not_missed(tmp_path):
    """The slide is not empty: its text was cut for a mistake in it."""
    text = "severity: {empty-slide: error}\n" + DECK + "  - text: [a]\n"
    assert found(tmp_path, text) == [(5, "error", "wrong-type")]


@pytest.mark.parametrize(
    ("levels", "valid"),
    [
        ({"missing-alt": "off", "unsafe-breaks": "error", "unknown-key": "error"}, True),
        ({"missing-alts": "off"}, False),
        ({"missing-alt": "fatal"}, False),
        ({"unknown-key": "warning"}, False),
        ({"no-derivatives": {"level": "off", "reason": "permission by mail"}}, True),
        ({"no-derivatives": {"level": "note"}}, True),
        ({"no-derivatives": {"reason": "permission by mail"}}, False),
        ({"no-derivatives": {"level": "off", "why": "permission by mail"}}, False),
        ({"unknown-key": {"level": "off", "reason": "permission by mail"}}, False),
    ],
)
def test_the_schema_allows_what_deckmaker_allows(levels, valid):
    """Editors offer the codes, with what they mean."""
    schema = json_schema(DeckEntry)
    assert Draft202012Validator(schema).is_valid({"title": "A", "slides": [{}], "severity": levels}) is valid
    listed = schema["properties"]["severity"]["properties"]
    assert listed["missing-credit"]["description"] == (
        "A picture has no `credit`, and its file does not say whose it is."
    )


CHANGED = "slides:\n  - title: B\n    credit: {creator: A, license: CC-BY-ND-4.0, modified: translated}\n"


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("off", [(2, "warning", "missing-reason")]),
        ("note", [(2, "warning", "missing-reason"), (5, "note", "no-derivatives")]),
        ("warning", [(5, "warning", "no-derivatives")]),
        ("error", [(5, "error", "no-derivatives")]),
        ("{level: off}", [(2, "warning", "missing-reason")]),
        ("{level: off, reason: permission of A. Lind by mail of 2026-11-20}", []),
        ("{level: note, reason: by mail}", [(5, "note", "no-derivatives")]),
        ("{level: error, reason: we print it}", [(5, "error", "no-derivatives")]),
    ],
)
def test_who_makes_less_of_what_a_licence_says_gives_a_reason(level, expected, tmp_path):
    """Whoever makes more of it, or changes another code, need not."""
    assert found(tmp_path, f"title: A\nseverity: {{no-derivatives: {level}, missing-alt: off}}\n{CHANGED}") == expected


def test_reasons_are_kept(tmp_path):
    """For whoever lists what was looked at."""
    severity = "{no-derivatives: {level: off, reason: by mail}, missing-alt: {level: note, reason: 7}, not-shown: off}"
    deck = resolve(Project(tmp_path), f"severity: {severity}\n{DECK}")
    assert deck.reasons == {"no-derivatives": "by mail", "missing-alt": "7"}


def test_a_flag_needs_no_reason(tmp_path, monkeypatch):
    """It holds for one run, whose user knows why."""
    monkeypatch.chdir(tmp_path)
    Project(tmp_path).write(f"title: A\n{CHANGED}")
    result = run("check", "--severity", "no-derivatives=off", "--strict")
    assert (result.exit_code, result.stderr) == (0, "")
