"""Mistakes in values: whole messages."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

MISTAKES = {
    "a list for a text": (
        DECK + "    notes: [a, b]\n",
        """\
error[wrong-type]: `notes` takes a text, found a list
 --> decks/deck.yaml:4:12
  |
4 |     notes: [a, b]
  |            ^^^^^^
  = help: write one text; behind `|` it may have several lines""",
    ),
    "a text for a list": (
        "title: A\nslides: none yet\n",
        """\
error[wrong-type]: `slides` takes a list, found `none yet`
 --> decks/deck.yaml:2:9
  |
2 | slides: none yet
  |         ^^^^^^^^
  = help: put `- ` before each entry""",
    ),
    "nothing for a slide": (
        "title: A\nslides:\n  - title: A\n  -\n",
        """\
error[wrong-type]: entry 2 of `slides` takes keys with values, found nothing
 --> decks/deck.yaml:4:4
  |
4 |   -
  |    ^
  = help: write `title:` behind the `-`, or remove the line""",
    ),
    "a list for a deck": (
        "- title: A\n",
        """\
error[wrong-type]: the file takes keys with values, found a list
 --> decks/deck.yaml:1:1
  |
1 | - title: A
  | ^^^^^^^^^^
  = help: begin with `title:` and `slides:`""",
    ),
    "a word that the key does not allow": (
        DECK + "    credits: [{role: pictur}]\n",
        """\
error[wrong-value]: `role` is `picture`, `data`, `text` or `original`, not `pictur`
 --> decks/deck.yaml:4:22
  |
4 |     credits: [{role: pictur}]
  |                      ^^^^^^
  = help: did you mean `picture`?""",
    ),
    "a word that only rhymes": (
        "mode: night\n" + DECK,
        """\
error[wrong-value]: `mode` is `light`, `dark` or `auto`, not `night`
 --> decks/deck.yaml:1:7
  |
1 | mode: night
  |       ^^^^^""",
    ),
    "a size without value": (
        "size:\n" + DECK,
        """\
error[wrong-value]: `size` is `16:9`, `4:3` or `A4`, not nothing
 --> decks/deck.yaml:1:6
  |
1 | size:
  |      ^""",
    ),
    "a language that is none": (
        "language: British English\n" + DECK,
        """\
error[wrong-value]: `language` takes a language tag such as `en-GB`, found `British English`
 --> decks/deck.yaml:1:11
  |
1 | language: British English
  |           ^^^^^^^^^^^^^^^
  = help: a code such as `en` or `de`, with a region where it matters, as in `pt-BR`""",
    ),
    "no slides": (
        "title: A\nslides: []\n",
        """\
error[wrong-value]: `slides` is empty
 --> decks/deck.yaml:2:9
  |
2 | slides: []
  |         ^^
  = help: begin the first with `- title:`""",
    ),
    "an empty text": (
        DECK + "    text: ''\n",
        """\
error[wrong-value]: `text` is empty
 --> decks/deck.yaml:4:11
  |
4 |     text: ''
  |           ^^
  = help: write something, or remove the key""",
    ),
    "one column": (
        DECK + "    columns: [{text: a}]\n",
        """\
error[wrong-value]: `columns` takes 2 to 4 entries, found 1
 --> decks/deck.yaml:4:14
  |
4 |     columns: [{text: a}]
  |              ^^^^^^^^^^^
  = help: one column alone is none: write its keys on the slide itself""",
    ),
    "five columns": (
        DECK + "    columns: [{text: a}, {text: b}, {text: c}, {text: d}, {text: e}]\n",
        """\
error[wrong-value]: `columns` takes 2 to 4 entries, found 5
 --> decks/deck.yaml:4:14
  |
4 |     columns: [{text: a}, {text: b}, {text: c}, {text: d}, {text: e}]
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: a `grid` has room for more; or put the others on a slide of their own""",
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_message_with_place_and_help(text, message, tmp_path):
    """The whole text of each message: what was expected, what was found, and where."""
    assert Project(tmp_path).said(text) == message


def test_an_unquoted_number_sign_is_explained(tmp_path):
    """It begins a comment, so that nothing is left."""
    said = Project(tmp_path).said("title: #1 in noise\nslides: [{title: A}]\n")
    assert said.count("error") == 1
    assert said.endswith("= help: put quotes around a text that begins with `#`")
