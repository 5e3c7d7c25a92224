"""Items of lists: what their short forms allow, and whole messages for what they do not."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

MISTAKES = {
    "an accidental colon": (
        "Note: it is loud",
        """\
error[wrong-type]: a list item with `: ` in it reads as a key and its value
 --> decks/deck.yaml:5:9
  |
5 |       - Note: it is loud
  |         ^^^^^^^^^^^^^^^^
  = help: put quotes around the text that holds `: `""",
    ),
    "a colon at the end": (
        "Note:",
        """\
error[wrong-type]: a list item with `: ` in it reads as a key and its value
 --> decks/deck.yaml:5:9
  |
5 |       - Note:
  |         ^^^^^
  = help: put quotes around the text that holds `: `""",
    ),
    "several keys": (
        "{a: [b], c: [d]}",
        """\
error[wrong-type]: a list item takes one key with a list below it, found several keys
 --> decks/deck.yaml:5:9
  |
5 |       - {a: [b], c: [d]}
  |         ^^^^^^^^^^^^^^^^
  = help: put `- ` before each key""",
    ),
    "a list": (
        "[a]",
        """\
error[wrong-type]: a list item takes a text, or one key with a list below it
 --> decks/deck.yaml:5:9
  |
5 |       - [a]
  |         ^^^
  = help: a nested list stands below the text of its item, as in `- Berth 4: [a, b]`""",
    ),
    "a key with an empty list": (
        "a: []",
        """\
error[wrong-value]: the list below an item is empty
 --> decks/deck.yaml:5:12
  |
5 |       - a: []
  |            ^^
  = help: write its entries, or remove the key""",
    ),
    "a mistake two levels down": (
        "a: [b: [c, [d]]]",
        """\
error[wrong-type]: a list item takes a text, or one key with a list below it
 --> decks/deck.yaml:5:20
  |
5 |       - a: [b: [c, [d]]]
  |                    ^^^
  = help: a nested list stands below the text of its item, as in `- Berth 4: [a, b]`""",
    ),
    "an empty text": (
        "''",
        """\
error[wrong-value]: entry 1 of `bullets` is empty
 --> decks/deck.yaml:5:9
  |
5 |       - ''
  |         ^^
  = help: write something, or remove the key""",
    ),
}


@pytest.mark.parametrize(("item", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_an_item_is_one_message(item, message, tmp_path):
    """One mistake is reported once, at the item, although an item has two forms."""
    assert Project(tmp_path).said(f"{DECK}    bullets:\n      - {item}\n") == message


@pytest.mark.parametrize("word", ["text", "children", "a"])
def test_an_item_may_be_called_like_a_key_of_the_model(word, tmp_path):
    """`text` and `children` are our words for an item's parts; authors may use them as any other."""
    document = Project(tmp_path).document(f"{DECK}    bullets:\n      - {word}: [{word}]\n      - {word}\n")
    paragraphs = [one.paragraph for one in document.pages[0].slot("body").item.setting.paragraphs]
    assert [(one.text, one.level) for one in paragraphs] == [(word, 0), (word, 1), (word, 0)]


def test_a_mistake_below_an_item_called_text_is_marked_in_its_place(tmp_path):
    """The place of a nested mistake does not depend on how its item is called."""
    _, diagnostics = Project(tmp_path).read(f"{DECK}    bullets:\n      - text: [aaaa, []]\n")
    assert [(one.span.line, one.span.column, one.span.end_column) for one in diagnostics] == [(5, 22, 24)]


def test_a_number_as_item_stays_as_typed(tmp_path):
    """Lists of years or times need no quotes."""
    document = Project(tmp_path).document(f"{DECK}    bullets: [2019, 12:30, no]\n")
    assert document.pages[0].slot("body").item.text == "2019\n12:30\nno"
