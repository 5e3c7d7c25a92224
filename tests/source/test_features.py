"""Features of YAML that decks do not use, and files that mean harm."""

from __future__ import annotations

import time

import pytest

from tests.projects import DECK, Project

FEATURES = {
    "a tag": (
        DECK + "    notes: !x A\n",
        """\
error[yaml-feature]: tag `!x` is not part of the deck language
 --> decks/deck.yaml:4:12
  |
4 |     notes: !x A
  |            ^^^^
  = help: remove the tag""",
    ),
    "a tag that would run code": (
        DECK + "    notes: !!python/object/apply:os.system [ls]\n",
        """\
error[yaml-feature]: tag `tag:yaml.org,2002:python/object/apply:os.system` is not part of the deck language
 --> decks/deck.yaml:4:12
  |
4 |     notes: !!python/object/apply:os.system [ls]
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: remove the tag

error[wrong-type]: `notes` takes a text, found a list
 --> decks/deck.yaml:4:12
  |
4 |     notes: !!python/object/apply:os.system [ls]
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: write one text; behind `|` it may have several lines""",
    ),
    "a merge key": (
        DECK + "    <<: {text: A}\n",
        """\
error[yaml-feature]: merge key `<<` is not part of the deck language
 --> decks/deck.yaml:4:5
  |
4 |     <<: {text: A}
  |     ^^
  = help: write the keys out""",
    ),
    "an anchor that holds itself": (
        DECK + "    bullets: &a\n      - *a\n",
        """\
error[yaml-feature]: an anchor holds itself
 --> decks/deck.yaml:4:14
  |
4 |     bullets: &a
  |              ^^

error[wrong-type]: a list item is empty
 --> decks/deck.yaml:4:14
  |
4 |     bullets: &a
  |              ^^
  = help: write its text behind the `-`, or remove the line""",
    ),
    "a second document": (
        DECK + "---\n" + DECK,
        """\
error[yaml-feature]: a deck is one YAML document, and here a second one begins
 --> decks/deck.yaml:4:1
  |
4 | ---
  | ^
  = help: remove the `---`, or make it a file of its own""",
    ),
}


@pytest.mark.parametrize(("text", "message"), FEATURES.values(), ids=FEATURES)
def test_a_feature_that_decks_do_not_use_is_refused_by_name(text, message, tmp_path):
    """The whole text of each message."""
    assert Project(tmp_path).said(text) == message


def test_aliases_that_expand_without_end_are_stopped(tmp_path):
    """Twelve lines that stand for ten to the twelfth values are refused within two seconds of work."""
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    started = time.process_time()
    said = Project(tmp_path).said(bomb)
    assert time.process_time() - started < 2
    assert said.splitlines()[0] == "error[yaml-feature]: aliases expand to more than 200,000 values"


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_values_in_values_without_end_are_stopped(opening, closing, tmp_path):
    """Nesting is refused long before any stack overflows."""
    said = Project(tmp_path).said(f"title: A\nslides:\n  {opening * 900}x{closing * 900}\n")
    assert said.splitlines()[0] == "error[yaml-feature]: values are nested more than 100 levels deep"


def test_many_mistakes_are_reported_in_a_moment(tmp_path):
    """Three thousand slips take seconds at most: the work grows with their number, not with its square."""
    started = time.process_time()
    _, diagnostics = Project(tmp_path).read(DECK + "".join(f"    k{n}: 1\n" for n in range(3000)))
    assert len(diagnostics) == 3000
    assert time.process_time() - started < 4
