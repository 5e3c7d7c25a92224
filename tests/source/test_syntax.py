"""Syntax mistakes: whole messages, each with the place and a way out."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

MISTAKES = {
    "a colon in a title": (
        "title: Berth 4: the noise\n",
        """\
error[yaml-syntax]: not YAML: a colon stands where no key may be
 --> decks/deck.yaml:1:15
  |
1 | title: Berth 4: the noise
  |               ^
  = help: a text that holds `: ` needs quotes around it""",
    ),
    "a tab as indent": (
        "title: A\nslides:\n\t- title: A\n",
        """\
error[yaml-syntax]: not YAML: no text may begin with this character
 --> decks/deck.yaml:3:1
  |
3 |  - title: A
  | ^
  = help: indent with spaces, not tabs""",
    ),
    "a text that begins with a percent sign": (
        "title: %a\n",
        """\
error[yaml-syntax]: not YAML: no text may begin with this character
 --> decks/deck.yaml:1:8
  |
1 | title: %a
  |        ^
  = help: a text that begins with `%` needs quotes around it""",
    ),
    "bold at the beginning": (
        "title: **A** b\n",
        """\
error[yaml-syntax]: not YAML: no text may begin with this character
 --> decks/deck.yaml:1:9
  |
1 | title: **A** b
  |         ^
  = help: a text that begins with `*` needs quotes around it""",
    ),
    "a quote that nobody closes": (
        'title: "A\nslides:\n  - title: A\n',
        """\
error[yaml-syntax]: not YAML: a quote is not closed
 --> decks/deck.yaml:1:8
  |
1 | title: "A
  |        ^
  = help: the quote opened here is never closed""",
    ),
    "an alias without anchor": (
        "title: *a\n",
        """\
error[yaml-syntax]: not YAML: found undefined alias
 --> decks/deck.yaml:1:8
  |
1 | title: *a
  |        ^
  = help: a text that begins with `*` needs quotes around it""",
    ),
    "half a surrogate pair": (
        'title: "a\\ud800b"\n',
        """\
error[yaml-syntax]: not YAML: no character has this number
 --> decks/deck.yaml:1:12
  |
1 | title: "a\\ud800b"
  |            ^
  = help: type the character itself, or all of its number: `\\U0001F600`""",
    ),
    "a control character": (
        "title: A\nslides:\n  - title: a\x07b\n",
        """\
error[yaml-syntax]: not YAML: control characters are not allowed
 --> decks/deck.yaml:3:13
  |
3 |   - title: a\\x07b
  |             ^^^^""",
    ),
    "an empty file": (
        "",
        """\
error[yaml-syntax]: `decks/deck.yaml` is empty
 --> decks/deck.yaml:1:1
  |
1 | \n\
  | ^
  = help: begin with `title:` and `slides:`""",
    ),
    "comments alone": (
        "# a deck\n",
        """\
error[yaml-syntax]: `decks/deck.yaml` holds comments alone, which begin with `#`
 --> decks/deck.yaml:1:1
  |
1 | # a deck
  | ^
  = help: begin with `title:` and `slides:`""",
    ),
    "an empty document": (
        "---\n",
        """\
error[yaml-syntax]: `decks/deck.yaml` is empty
 --> decks/deck.yaml:1:1
  |
1 | ---
  | ^
  = help: begin with `title:` and `slides:`""",
    ),
    "a document that says that it is nothing": (
        "# a deck\n--- null\n",
        """\
error[yaml-syntax]: `decks/deck.yaml` is empty
 --> decks/deck.yaml:2:5
  |
2 | --- null
  |     ^^^^
  = help: begin with `title:` and `slides:`""",
    ),
    "a directive of another version": (
        "%YAML 3.0\n---\n" + DECK,
        """\
error[yaml-syntax]: not YAML: found incompatible YAML document
 --> decks/deck.yaml:1:1
  |
1 | %YAML 3.0
  | ^
  = help: remove the line that begins with `%`; a deck needs none""",
    ),
    "a directive that nobody knows": (
        "%FOO bar\n---\n" + DECK,
        """\
error[yaml-syntax]: not YAML: while scanning a directive: found unknown directive name
 --> decks/deck.yaml:1:5
  |
1 | %FOO bar
  |     ^
  = help: remove the line that begins with `%`; a deck needs none""",
    ),
    "a directive without a document behind it": (
        "%YAML 1.2\n" + DECK,
        """\
error[yaml-syntax]: not YAML: what stands here belongs to nothing above it
 --> decks/deck.yaml:2:1
  |
2 | title: Night noise
  | ^
  = help: remove the line that begins with `%`; a deck needs none""",
    ),
    "keys behind the end": (
        DECK + "...\n\nfooter: A\n",
        """\
error[yaml-syntax]: not YAML: what stands here belongs to nothing above it
 --> decks/deck.yaml:6:1
  |
6 | footer: A
  | ^
  = help: remove the `...`, which ends the deck""",
    ),
    "a value without a key": (
        DECK + "    : A\n",
        """\
error[yaml-syntax]: not YAML: a key was expected here
 --> decks/deck.yaml:4:5
  |
4 |     : A
  |     ^
  = help: write the key before its `:`""",
    ),
    "a key of nothing": (
        DECK + "    ?\n    : A\n",
        """\
error[wrong-type]: expected a text as key, found nothing
 --> decks/deck.yaml:4:6
  |
4 |     ?
  |      ^
  = help: write the key before its `:`""",
    ),
    "a null byte": (
        DECK + "    text: a\0b\n",
        """\
error[yaml-syntax]: not YAML: control characters are not allowed
 --> decks/deck.yaml:4:12
  |
4 |     text: a\\x00b
  |            ^^^^""",
    ),
    "a tab before a key": (
        DECK + "\ttext: A\n",
        """\
error[yaml-syntax]: not YAML: a tab stands where only spaces may
 --> decks/deck.yaml:4:1
  |
4 |  text: A
  | ^
  = help: indent with spaces, not tabs""",
    ),
    "a key given twice": (
        "title: B\n" + DECK,
        """\
error[duplicate-key]: key `title` stands here twice
 --> decks/deck.yaml:2:1
  |
2 | title: Night noise
  | ^^^^^
  = note: it was first given on line 1
  = help: keep one of the two""",
    ),
    "a list as key": (
        "? [a]\n: b\n" + DECK,
        """\
error[wrong-type]: expected a text as key, found a list or mapping
 --> decks/deck.yaml:1:3
  |
1 | ? [a]
  |   ^^^
  = help: quote the key if it begins with `{` or `[`""",
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_of_syntax_is_one_message_with_its_place(text, message, tmp_path):
    """The whole text of each message: what is wrong, where, and how to mend it."""
    assert Project(tmp_path).said(text) == message


ENDLESS = {
    "a key": ("    " + "k" * 1100 + ": A\n", 4, 5),
    "an item with a list": ("    bullets:\n      - " + "word " * 250 + ": [A]\n", 5, 1259),
    "an item in brackets": ("    bullets: [" + "word " * 250 + ": [A]]\n", 4, 1265),
}


@pytest.mark.parametrize(("text", "line", "column"), ENDLESS.values(), ids=ENDLESS)
def test_a_key_that_is_longer_than_yaml_looks_is_told_so(text, line, column, tmp_path):
    """YAML gives up on the colon behind a thousand characters, and its own words do not say so."""
    (one,) = Project(tmp_path).read(DECK + text)[1]
    assert (one.code, one.span.line, one.span.column) == ("yaml-syntax", line, column)
    assert one.help == (
        "what stands before a `: ` has 1,024 characters at most; shorten it, or put quotes around the text"
    )
