"""Mistakes in keys: whole messages."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

MISTAKES = {
    "a slip in a key": (
        DECK + "    bulets: [a]\n",
        """\
error[unknown-key]: unknown key `bulets`
 --> decks/deck.yaml:4:5
  |
4 |     bulets: [a]
  |     ^^^^^^
  = help: did you mean `bullets`?""",
    ),
    "a key like no other": (
        DECK + "    columns: [{zebra: a}, {text: b}]\n",
        """\
error[unknown-key]: unknown key `zebra`
 --> decks/deck.yaml:4:16
  |
4 |     columns: [{zebra: a}, {text: b}]
  |                ^^^^^
  = help: keys here: heading, text, bullets, numbered, image, table, chart, quote, metrics, timeline, process, \
compare, agenda, callout, code, equation, diagram, content, width, overflow""",
    ),
    "a slip in a named source": (
        "sources: {board: {pubisher: A}}\n" + DECK,
        """\
error[unknown-key]: unknown key `pubisher`
 --> decks/deck.yaml:1:19
  |
1 | sources: {board: {pubisher: A}}
  |                   ^^^^^^^^
  = help: did you mean `publisher`?""",
    ),
    "no title": (
        "slides:\n  - title: A\n",
        """\
error[missing-key]: key `title` is missing
 --> decks/deck.yaml:1:1
  |
1 | slides:
  | ^
  = help: add `title:`""",
    ),
    "nothing but a footer": (
        "footer: Draft\n",
        """\
error[missing-key]: keys `title` and `slides` are missing
 --> decks/deck.yaml:1:1
  |
1 | footer: Draft
  | ^
  = help: add `title:` and `slides:`""",
    ),
    "a key that must be there and is misspelt": (
        "titel: A\nslides:\n  - title: A\n",
        """\
error[unknown-key]: unknown key `titel`
 --> decks/deck.yaml:1:1
  |
1 | titel: A
  | ^^^^^
  = help: did you mean `title`?""",
    ),
    "a picture without file": (
        DECK + "    image: {alt: A}\n",
        """\
error[missing-key]: key `file` is missing
 --> decks/deck.yaml:4:12
  |
4 |     image: {alt: A}
  |            ^
  = help: add `file:`""",
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_message_with_place_and_help(text, message, tmp_path):
    """The whole text of each message: what was expected, what was found, and where."""
    assert Project(tmp_path).said(text) == message


def test_other_tools_words_are_known_however_they_are_spelt(tmp_path):
    """`aspectRatio` is Slidev's word for the page's size."""
    said = Project(tmp_path).said("aspectRatio: 16/9\n" + DECK)
    assert said.startswith("error[unknown-key]: unknown key `aspectRatio`\n")
    assert said.endswith("= help: did you mean `size`?")


TABLE = "table:\n      rows: [[a, b], [c, d]]\n      "


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("metrics: [{value: 3 %, description: Stable}]", "did you mean `label` or `change`?"),
        ("metrics: [{value: 3 %, label: a, description: Stable}]", "did you mean `change`?"),
        (
            "metrics: [{value: 3 %, label: a, change: b, description: c}]",
            "there is `label` already: put all of it there, or remove one of the two",
        ),
        ("image: {file: a.png, description: Stable}", "did you mean `alt` or `caption`?"),
        (TABLE + "description: Grants of 2026", "did you mean `caption`?"),
        (TABLE + "lead: Grants of 2026", "write it beside `table`, as `text`"),
        (TABLE + "publisher: A", "write it in `credit`, as in `credit: {text: …, publisher: …}`"),
    ],
)
def test_what_describes_a_block_is_not_taken_for_its_credit(written, help, tmp_path):
    """A text in a block is its caption or its label, or stands beside it; the rest belongs there."""
    assert Project(tmp_path).said(f"{DECK}    {written}\n").endswith(f"= help: {help}")
