"""Invisible signs of direction, hidden texts, towers of marks, noncharacters: messages, and what is left of a text."""

from __future__ import annotations

from io import BytesIO

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.html.renderer import HtmlRenderer
from deckmaker.resolve.characters import MOST_MARKS, check_characters, check_line
from tests.projects import DECK, Project, place


def codes(text: str) -> tuple[str, list[str]]:
    """Return what is left of a text, and the codes of what is said of it."""
    diagnostics = Diagnostics()
    return check_characters(text, place(), diagnostics), [one.code for one in diagnostics]


@pytest.mark.parametrize(
    "sign", [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f"]
)
def test_a_sign_of_direction_is_left_out_with_a_warning(sign):
    """With it, a name in a credit could be shown in another order than it is written."""
    assert codes(f"A.{sign} Lind") == ("A. Lind", ["direction-sign"])


HIDDEN = "".join(chr(0xE0000 + ord(letter)) for letter in "pay Mallory")
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Where{HIDDEN} it", "Where it"),
        (f"\U0001f3f4{HIDDEN}", "\U0001f3f4"),
        (f"{SCOTLAND}{HIDDEN}", SCOTLAND),
        (f"a{SCOTLAND[1:]}b", "ab"),
        ("a\U000e0121\U000e0130b", "ab"),
        ("\u2764\ufe0f\ufe01\U000e0121!", "\u2764\ufe0f!"),
        ("\u845b\U000e0101\U000e0102", "\u845b\U000e0101"),
        ("a\U000e0080\U000e0fffb", "ab"),
    ],
)
def test_a_hidden_text_is_left_out_with_a_warning(text, left):
    """Of tags and variation selectors: nobody sees it, and programs would read it."""
    assert codes(text) == (left, ["unseen-character"])


def test_a_hidden_text_is_marked_where_it_begins(tmp_path):
    """And not at a flag before it, whose tags are the same characters: Scotland's has `g`, `b`, `s`, `c` and `t`."""
    hidden = HIDDEN.replace("\U000e0070", "\U000e0062", 1)
    _, diagnostics = Project(tmp_path).read(f"{DECK}    notes: {SCOTLAND} a{hidden}\n")
    (one,) = [one for one in diagnostics if one.code == "unseen-character"]
    assert one.span.column == len(f"    notes: {SCOTLAND} a") + 1


@pytest.mark.parametrize("text", [SCOTLAND, "\u2764\ufe0f", "\u845b\U000e0101\u98fe", "a\u200db", "\u1820\u180b"])
def test_what_changes_how_a_sign_looks_stays(text):
    """Flags of regions, emoji, forms of ideographs and of Mongolian letters, joiners."""
    assert codes(text) == (text, [])


def test_a_credit_keeps_the_order_in_which_it_is_written(tmp_path):
    """The whole message."""
    project = Project(tmp_path)
    document, diagnostics = project.read(DECK + '    credits: ["A. \\u202eLind"]\n')
    assert (
        project.shown(diagnostics)
        == """\
warning[direction-sign]: the text holds U+202E, an invisible sign of direction, which is left out
 --> decks/deck.yaml:4:19
  |
4 |     credits: ["A. \\u202eLind"]
  |                   ^^^^^^"""
    )
    assert document
    strip = document.pages[0].slot("credits")
    assert strip and strip.item.text == "Text after: A. Lind"


AROUND_NUMBERS = {
    "the unit of a column": "table: {rows: [[A, B], [c, 4]], columns: [A, {from: B, unit: ODD}]}",
    "the unit of a chart": "chart: {categories: [A, B], values: [1, 2], unit: ODD}",
    "what stands before a chart's numbers": "chart: {categories: [A, B], values: [1, 2], prefix: ODD}",
    "a second unit": "chart: {type: combination, categories: [A, B], second_unit: ODD, "
    "series: [{name: C, values: [1, 2]}, {name: D, values: [3, 4], axis: second}]}",
}
NAMES = {
    "a category": "chart: {type: column, categories: [ODD, B], values: [1, 2]}",
    "a part of a pie": "chart: {type: pie, categories: [ODD, B], values: [1, 2]}",
    "a series": "chart: {type: line, categories: [A, B], series: {ODD: [1, 2], C: [3, 4]}}",
    "a point": "chart: {type: scatter, rows: [[N, X, Y], [ODD, 1, 2], [B, 3, 4]], label: N}",
    "a line of a slope": "chart: {type: slope, rows: [[N, 2014, 2024], [ODD, 1, 2], [B, 3, 4]]}",
    "a series of long data": "chart: {rows: [[N, S, Y], [A, ODD, 1], [A, C, 2], [B, ODD, 3], [B, C, 4]], series: S}",
    "a column": "chart: {rows: [[N, ODD], [A, 1], [B, 2]]}",
    "an alternative text": "chart: {categories: [A, B], values: [1, 2], alt: ODD}",
}


@pytest.mark.parametrize("where", [*AROUND_NUMBERS, *NAMES])
@pytest.mark.parametrize("odd", ["\\u202e", "\\0"])
def test_what_numbers_and_charts_say_is_read_as_any_text(odd, where, tmp_path):
    """A sign of direction would turn what stands beside it; with a sign of control, no package can be written."""
    written = {**AROUND_NUMBERS, **NAMES}[where].replace("ODD", f'"un{odd}seen"')
    text = f"{DECK}    layout: content\n    {written}\n"
    document, diagnostics = Project(tmp_path).read(text)
    (said,) = [one for one in diagnostics if one.code in ("direction-sign", "unusable-character")]
    assert said.span and said.span.line == 5
    assert (document is None) == (odd == "\\0")
    if document:
        stream = BytesIO()
        HtmlRenderer().render(document, stream, Diagnostics())
        assert "\u202e" not in stream.getvalue().decode()


def test_a_wish_names_what_is_drawn_as_it_is_written(tmp_path):
    """The file that somebody copied it from has the same sign."""
    chart = 'chart: {categories: ["A\\u200e", B], values: [1, 2], highlight: ["A\\u200e"]}'
    _, diagnostics = Project(tmp_path).read(f"{DECK}    layout: content\n    {chart}\n")
    assert {one.code for one in diagnostics if one.severity.value == "error"} == set()


@pytest.mark.parametrize(
    "kept", ["👩\u200d🚀", "क्\u200dष", "a\u200bb", "soft\u00adhyphen", "❤\ufe0f", "no\u00a0break", "a\u2060b"]
)
def test_joiners_selectors_and_spaces_stay(kept):
    """They change what is drawn, or where a line may end, and hide nothing."""
    assert codes(kept) == (kept, [])


@pytest.mark.parametrize("one", [*"\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff\x80\x9f\x7f\x0b\x1c\udfff"])
def test_what_is_no_character_is_an_error(one):
    """Noncharacters, the second range of control characters, halves of pairs."""
    assert codes(f"a{one}b") == ("ab", ["unusable-character"])


def test_a_tower_of_marks_is_an_error(tmp_path):
    """The whole message, and nothing is made."""
    text = "a" + "\u0301" * 200
    project = Project(tmp_path)
    document, diagnostics = project.read(f"{DECK}    text: {text}\n")
    (one,) = [one for one in diagnostics if one.code == "too-many-marks"]
    assert document is None
    assert one.message == "the text holds a letter with 200 marks on it: expected 30 at most"
    assert one.help == "remove marks: they would cover other words"


def test_joiners_do_not_hide_a_tower():
    """The letter below it is the same."""
    assert codes("a" + ("\u0301" * MOST_MARKS + "\u200d") * 3)[1] == ["too-many-marks"]


def test_marks_that_reach_other_lines_are_an_error_where_they_are_drawn(tmp_path):
    """Fewer than the most, and yet higher than a line: they could cover a credit."""
    pile = "q" + "\u0302" * 12
    _, diagnostics = Project(tmp_path).read(f"theme: plain\n{DECK}    text: {pile} and others\n")
    found = [one for one in diagnostics if one.code == "too-many-marks"]
    assert [one.message for one in found] == ["slide 1: its text has marks on a letter that reach 1.9 times its size"]


@pytest.mark.parametrize("space", ["\t", "\n", "\r\n", "\x85", "\u2028", "\u2029", "  "])
def test_tabs_and_line_ends_are_spaces_in_a_line(space):
    """Of a footer, a step of the trail, a name in a credit."""
    assert check_line(f" a{space}b ", place(), Diagnostics()) == "a b"
