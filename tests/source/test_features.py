"""Features of YAML that decks do not use, and files that mean harm."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

pytestmark = pytest.mark.slow

FEATURES = {
    "a tag": (
        DECK + "    notes: !x A\n",
        """\
error[yaml-feature]: tag `!x` is not part of the deck language
 --> decks/deck.yaml:4:12
  |
4 |     notes: !x A
  |            ^^^^
  = help: put quotes around a text that begins with `!`; else remove the tag""",
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
 --> decks/deck.yaml:5:9
  |
5 |       - *a
  |         ^^
  = help: write out what is meant

error[wrong-type]: a list item is empty
 --> decks/deck.yaml:5:9
  |
5 |       - *a
  |         ^^
  = help: write its text behind the `-`, or remove the line""",
    ),
    "binary data": (
        DECK + "    text: !!binary aGVsbG8=\n",
        """\
error[yaml-feature]: tag `tag:yaml.org,2002:binary` is not part of the deck language
 --> decks/deck.yaml:4:11
  |
4 |     text: !!binary aGVsbG8=
  |           ^^^^^^^^^^^^^^^^^
  = help: remove the tag""",
    ),
    "a set": (
        DECK + "    bullets: !!set {a, b}\n",
        """\
error[yaml-feature]: tag `tag:yaml.org,2002:set` is not part of the deck language
 --> decks/deck.yaml:4:14
  |
4 |     bullets: !!set {a, b}
  |              ^^^^^^^^^^^^
  = help: remove the tag

error[wrong-type]: `bullets` takes a list, found keys with values
 --> decks/deck.yaml:4:14
  |
4 |     bullets: !!set {a, b}
  |              ^^^^^^^^^^^^
  = help: put `- ` before each entry""",
    ),
    "an ordered mapping": (
        DECK + "    bullets: !!omap [a: [b]]\n",
        """\
error[yaml-feature]: tag `tag:yaml.org,2002:omap` is not part of the deck language
 --> decks/deck.yaml:4:14
  |
4 |     bullets: !!omap [a: [b]]
  |              ^^^^^^^^^^^^^^^
  = help: remove the tag""",
    ),
    "a tag on a key": (
        DECK + "    !x text: A\n",
        """\
error[yaml-feature]: tag `!x` is not part of the deck language
 --> decks/deck.yaml:4:5
  |
4 |     !x text: A
  |     ^^^^^^^
  = help: put quotes around a text that begins with `!`; else remove the tag""",
    ),
    "a tag of a handle of its own": (
        "%TAG !e! tag:example.org,2026:\n---\n" + DECK + "    text: !e!x A\n",
        """\
error[yaml-feature]: tag `tag:example.org,2026:x` is not part of the deck language
 --> decks/deck.yaml:6:11
  |
6 |     text: !e!x A
  |           ^^^^^^
  = help: remove the tag""",
    ),
    "a merge key with an alias": (
        "title: A\nslides:\n  - &a\n    title: A\n  - <<: *a\n    text: B\n",
        """\
error[yaml-feature]: merge key `<<` is not part of the deck language
 --> decks/deck.yaml:5:5
  |
5 |   - <<: *a
  |     ^^
  = help: write the keys out""",
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


ALLOWED = {
    "a directive": "%YAML 1.2\n---\n" + DECK,
    "a start": "---\n" + DECK,
    "an end": DECK + "...\n",
    "tags that say what a text is anyway": DECK + "    text: !!str no\n    notes: ! A\n",
    "an anchor given anew": "title: &a A\nauthor: &a B\nslides:\n  - title: *a\n",
    "an alias as a key": "title: &a footer\n*a : B\nslides:\n  - title: A\n  - title: B\n",
    "tabs behind values": DECK + "    text:\tA\t\n    bullets: [a,\n\tb]\n",
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_what_does_no_harm_is_allowed(text, tmp_path):
    """Anchors, aliases, and what other tools write around a document."""
    assert Project(tmp_path).said(text) == ""


def test_aliases_that_expand_without_end_are_stopped(tmp_path):
    """Twelve lines that stand for ten to the twelfth values: the alias is marked with which they become too many."""
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    assert (
        Project(tmp_path).said(bomb)
        == """\
error[yaml-feature]: aliases repeat more than 200,000 values
 --> decks/deck.yaml:6:10
  |
6 | a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
  |          ^^^
  = help: write the values out"""
    )


def test_aliases_nest_no_deeper_than_values(tmp_path):
    """A chain of a thousand, each around the one before."""
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 1000))
    assert (
        Project(tmp_path).said(chain)
        == """\
error[yaml-feature]: aliases nest values more than 100 levels deep
   --> decks/deck.yaml:100:12
    |
100 | a99: &a99 [*a98]
    |            ^^^^
    = help: write fewer values inside values; a text that begins with brackets needs quotes around it"""
    )


@pytest.mark.parametrize("times", [900, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
def test_values_in_values_without_end_are_stopped(opening, closing, times, tmp_path):
    """Nesting is refused long before any stack overflows, whether the brackets are closed or not."""
    said = Project(tmp_path).said(f"title: A\nslides:\n  {opening * times}x{closing * times}\n").splitlines()
    assert said[0] == "error[yaml-feature]: values are nested more than 100 levels deep"
    assert said[1].startswith(" --> decks/deck.yaml:3:")
    help = "write fewer values inside values; a text that begins with brackets needs quotes around it"
    assert said[-1] == f"  = help: {help}"
