"""The ways out of common mistakes of syntax: which place is marked, and what is said to do about it."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source import parse_yaml
from tests.projects import DECK, Project

SAME_COLUMN = "the keys of one slide begin in the same column, below its first; so do the `-` of one list"
ODD_SPACE = "type it anew as a plain one; web pages and some keyboards have others"
QUOTE_COLON = "a text that holds `: ` needs quotes around it"
COLUMN_OR_COLON = f"{QUOTE_COLON}; the keys of one slide begin in the same column"
BACKSLASH = "write `/` in paths, and put single quotes around a text that holds a backslash"
NO_COLON = "a key needs `: ` behind it; the further lines of a text begin to the right of its key or `-`"
TIGHT_COLON = "a key needs a space behind its `:`"
TIGHT_DASH = "a list item needs a space behind its `-`"
SINGLE = "put single quotes around the whole text"
DOUBLE = "put double quotes around the whole text"
COMMAS = "the `{}` on line 4 needs commas between its values and a `{}` behind them"


def late_quote(line: int) -> str:
    """Return what is said of a quote that another text's opening quote closes."""
    return f"the quote opened here closes only on line {line}; close it where its text ends"


WAYS_OUT = {
    "a key of a slide too far left": (DECK + "   text: A\n", 4, 4, SAME_COLUMN),
    "a key too far left behind a text of lines": (DECK + "    text: |\n      A\n   notes: B\n", 6, 4, SAME_COLUMN),
    "a key too far right behind a folded text": (DECK + "    text: >-\n        A\n      notes: B\n", 6, 7, SAME_COLUMN),
    "an odd space before a key": (DECK + "    text: A\n\u00a0   notes: B\n    image: a.png\n", 5, 1, ODD_SPACE),
    "a mistake below texts that hold odd spaces": (
        DECK + "    notes: |\n      A\n      \u3000- B\n    footer: 'A\n      \u00a0- B'\n    text: A: B\n",
        9,
        12,
        "a text that holds `: ` needs quotes around it",
    ),
    "an odd space before a dash": (
        DECK + "    bullets:\n      - A\n     \u3000- B\n    notes: C\n    image: a.png\n",
        6,
        6,
        ODD_SPACE,
    ),
    "an odd space behind a colon": (DECK + "    text:\u00a0A\n    notes: B\n", 4, 10, ODD_SPACE),
    "an odd space behind a dash": (DECK + "    bullets:\n      - A\n      -\u202fB\n", 6, 8, ODD_SPACE),
    "a slide too far left": (DECK + " - title: B\n", 4, 2, SAME_COLUMN),
    "a slide too far right": (DECK + "    - title: B\n", 4, 5, SAME_COLUMN),
    "a slide without its dash": (DECK + "    text: A\n  title: B\n", 5, 3, SAME_COLUMN),
    "a key among the items of a list": (DECK + "    bullets:\n      - A\n      notes: B\n", 6, 7, SAME_COLUMN),
    "a first key too far right": (" title: A\nslides:\n  - title: A\n", 2, 1, SAME_COLUMN),
    "a key too far right": (DECK + "      text: A\n", 4, 11, COLUMN_OR_COLON),
    "a colon on a further line of a text": (DECK + "    text: A\n      and so: B\n", 5, 13, COLUMN_OR_COLON),
    "an escape that YAML lacks": (DECK + '    image: "pics\\street.jpg"\n', 4, 17, BACKSLASH),
    "an escape that wants digits": (DECK + '    image: "C:\\users\\a.jpg"\n', 4, 17, BACKSLASH),
    "a key without a colon": (DECK + "    bullets\n      - A\n", 4, 5, NO_COLON),
    "a text that goes on under its key": (DECK + "    text: A\n    goes on\n", 5, 5, NO_COLON),
    "no space behind a colon, at the end": (DECK + "    text:A\n", 4, 5, TIGHT_COLON),
    "no space behind a colon, amid others": (DECK + "    text:A\n    notes: B\n", 4, 5, TIGHT_COLON),
    "no space behind the first colon": ("title:A\n\nslides:\n  - title: A\n", 1, 6, TIGHT_COLON),
    "no space behind an item's first colon": (DECK + "  - title:A\n    text: B\n", 4, 10, TIGHT_COLON),
    "a web address on a further line": (
        DECK + "    text: See\n      https://x.org\n      for: A\n",
        6,
        10,
        COLUMN_OR_COLON,
    ),
    "no space behind an item's dash": (DECK + "    bullets:\n      - A\n      -B\n", 6, 7, TIGHT_DASH),
    "no space behind a slide's dash": (DECK + "  -title: B\n", 4, 3, TIGHT_DASH),
    "words behind a quoted text": (DECK + '    text: "50 %" of all\n', 4, 18, SINGLE),
    "words behind a quoted item": (DECK + '    bullets:\n      - "50 %" of all\n', 5, 16, SINGLE),
    "words behind a quoted text in brackets": (DECK + '    bullets: ["50 %" of all]\n', 4, 22, SINGLE),
    "no comma behind a quoted item": (DECK + '    bullets: ["A", "B" "C"]\n', 4, 24, COMMAS.format("[", "]")),
    "no comma behind a quoted value": (
        DECK + '    callout: {title: "A" text: "B"}\n',
        4,
        26,
        COMMAS.format("{", "}"),
    ),
    "a quoted text and another in braces": (DECK + '    callout: {text: "A" "B"}\n', 4, 25, SINGLE),
    "quotes doubled within quotes in brackets": (DECK + '    bullets: ["say ""yes"" now"]\n', 4, 21, SINGLE),
    "quotes within quotes": (DECK + '    text: "The "loud" one"\n', 4, 17, SINGLE),
    "an apostrophe within single quotes": (DECK + "    text: 'It's loud'\n", 4, 15, DOUBLE),
    "a quote that the next quote closes": ('title: "A\nslides:\n  - title: "B"\n', 1, 8, late_quote(3)),
    "a quote that an empty text closes": ('title: "A\nslides:\n  - title: ""\n', 1, 8, late_quote(3)),
    "a quote that an apostrophe closes": (DECK + "    text: 'A\n  - title: B's\n", 4, 11, late_quote(5)),
    "a quote before a second document": ('title: "A\n---\n', 1, 8, "the quote opened here is never closed"),
    "a brace that nobody closes": (DECK + "    image: {file: a.png\n    text: A\n", 5, 9, COMMAS.format("{", "}")),
    "a bracket that nobody closes": (DECK + "    bullets: [A, B\n    text: A\n", 5, 9, COMMAS.format("[", "]")),
    "a text that begins with a bracket": (
        DECK + "    text: [A] B\n",
        4,
        15,
        "a text that begins with `[` needs quotes around it; nothing stands behind the `]` of a list",
    ),
    "a text that begins with a brace": (
        DECK + "    text: {A} B\n",
        4,
        15,
        "a text that begins with `{` needs quotes around it; nothing stands behind the `}` that closes one",
    ),
    "a text that begins with a greater-than": (
        DECK + "    text: > 50 %\n",
        4,
        13,
        "a text that begins with `>` needs quotes around it",
    ),
    "a text that begins with a question mark": (
        DECK + "    text: ? A\n",
        4,
        11,
        "a text that begins with `?` needs quotes around it",
    ),
    "a list on the line of its key": (
        DECK + "    bullets: - A\n",
        4,
        14,
        "a list begins on the line below its key; a text that begins with `-` needs quotes around it",
    ),
}


@pytest.mark.parametrize(("text", "line", "column", "help"), WAYS_OUT.values(), ids=WAYS_OUT)
def test_a_common_mistake_has_a_place_and_a_way_out(text, line, column, help):
    """The place is where an author mends it, which is not always where the parser gave up."""
    diagnostics = Diagnostics()
    assert parse_yaml(SourceFile("deck.yaml", text), diagnostics) is None
    (one,) = diagnostics
    assert (one.code, one.span.line, one.span.column, one.help) == ("yaml-syntax", line, column, help)


def test_words_behind_a_quoted_text_are_marked(tmp_path):
    """The whole message."""
    assert (
        Project(tmp_path).said(DECK + '    text: "50 %" of all\n')
        == """\
error[yaml-syntax]: not YAML: a key was expected here
 --> decks/deck.yaml:4:18
  |
4 |     text: "50 %" of all
  |                  ^
  = help: put single quotes around the whole text"""
    )


def test_an_odd_space_that_becomes_part_of_a_key_is_told(tmp_path):
    """YAML takes it for a letter, and the key for one of the deck."""
    said = Project(tmp_path).said(DECK + "\u00a0\u00a0\u00a0\u00a0text: A\n")
    assert said.startswith("error[unknown-key]") and "decks/deck.yaml:4:1" in said
    assert said.endswith(f"= help: a space stands here that is none to YAML: {ODD_SPACE}")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_line_end_that_nobody_sees_is_named(sign, tmp_path):
    """Where the file cannot be read for it, and where it can: lines are counted with it."""
    project = Project(tmp_path)
    name = f"warning[unseen-character]: the file holds U+{ord(sign):04X}, a line end that nobody sees"
    said = project.said(f"{DECK}    bullets:\n      - pasted{sign}text\n")
    assert said.startswith(name) and "decks/deck.yaml:5:15" in said and "error[yaml-syntax]" in said
    said = project.said(f'{DECK}    text: "pasted{sign} text"\n    txet: A\n')
    assert said.startswith(name) and "decks/deck.yaml:4:18" in said and "error[unknown-key]" in said
