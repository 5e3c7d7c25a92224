r"""Texts in double quotes keep what their author typed for signs that nobody sees, as `\u00a0`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.merging.quoted import in_double_quotes
from deckmaker.source.yaml_reader import parse_yaml
from tests.hostile.work import calls_of, growth
from tests.merging.presentations import edited, merged, replacing
from tests.projects import run

FOLDS = ["a\\\n  b", "a\n \n  b", "a\\\n\n\n  b", "a \n  b"]
SIGNS = ["\\u00a0", "\\u00AD", "\\xa0", "\\_", "\\n", "\\t", '\\"', "\\\\", "\\/", "\\U0001F600", "a", "é", " b", "c d"]


def _said(typed: str) -> str:
    tree = parse_yaml(SourceFile("deck.yaml", f"text: {typed}\n"), Diagnostics())
    assert tree
    return tree.data["text"]


@given(st.lists(st.sampled_from(SIGNS), max_size=9), st.text('ab \u00a0"\\', max_size=4), st.data())
def test_all_that_is_not_changed_is_typed_as_it_was(signs, words, data):
    """And the whole says what is meant."""
    at = data.draw(st.integers(0, len(signs)))
    before, behind = "".join(signs[:at]), "".join(signs[at:])
    raw = f'"{before}OLD{behind}"'
    old = _said(raw)
    new = old.replace("OLD", words)
    typed = in_double_quotes(raw, old, new)
    assert _said(typed) == new
    assert in_double_quotes(raw, old, old.replace("OLD", "NEW")) == f'"{before}NEW{behind}"'


@pytest.mark.parametrize(("fold", "line"), list(zip(FOLDS, ["ab", "a\\nb", "a\\n\\nb", "a b"], strict=True)))
def test_lines_that_go_on_come_on_one(fold, line):
    """With the ends of lines that they say, and with all that is typed."""
    raw = f'"\\u00a0OLD{fold}\\x41"'
    old = _said(raw)
    assert in_double_quotes(raw, old, old.replace("OLD", "NEW")) == f'"\\u00a0NEW{line}\\x41"'


@pytest.mark.parametrize("raw", ['"one \\q two"', '"one"'], ids=["an unknown sign", "another text"])
def test_what_is_not_read_is_typed_anew(raw):
    """On a line."""
    assert _said(in_double_quotes(raw, "one two", "say two")) == "say two"


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lines", "lines of Windows"])
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("10\\u00a0000 ships are \\\n      in port", "10\\u00a0000 boats are\n      in port"),
        ("10\\u00a0000 ships\n      are in port", "10\\u00a0000 boats\n      are in port"),
        ("10\\u00a0000 ships\n\n      are in port", "10\\u00a0000 boats\\nare in port"),
    ],
    ids=["a backslash", "a fold", "an empty line"],
)
def test_a_text_on_lines_keeps_what_is_typed(typed, expected, end, project):
    """However these end."""
    deck = f'title: Shore power\nslides:\n  - title: Shore power\n  - title: Ships\n    text: "{typed}"   # said\n'
    project.write(deck)
    project.deck.write_bytes(deck.replace("\n", end).encode())
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    change = edited(project.folder / "build/deck.pptx", replacing("ships", "boats"))
    result = run("merge", project.deck, change)
    assert project.deck.read_bytes().decode() == deck.replace(typed, expected).replace("\n", end), result.stdout
    assert result.exit_code == 0, result.stdout


def _repeated(old: str, new: str, count: int, is_twice: bool) -> str:
    """Return a text with one word other at its end, or at both ends, as it is typed then."""
    begin = old if is_twice else new
    text = f"{begin}, " + "yes,\\u00a0no, " * count
    said = f"{begin}, " + "yes,\u00a0no, " * count
    changed = f"{new}, {said.removeprefix(f'{begin}, ')}{new}"
    return in_double_quotes(f'"{text}{old}"', f"{said}{old}", changed)


def test_a_long_text_of_few_words_takes_work_as_it_is_long():
    """Where one of them changes."""
    assert growth(calls_of, lambda count: _repeated("ships", "boats", count, False), 100) < 2.5


def test_a_text_of_few_words_is_compared_by_words():
    """Of two changes, signs that are the same between them would take the square of their number."""
    assert calls_of(lambda: _repeated("ships", "boats", 150, True)) < 230_000
    commas, colons = ("yes, no, " * 200, "yes: no: " * 200)
    assert calls_of(lambda: in_double_quotes(f'"{commas}"', commas, colons)) < 50_000, "nothing is typed to be kept"
    assert _repeated("ships", "boats", 150, True) == '"boats, ' + "yes,\\u00a0no, " * 150 + 'boats"'
    assert _repeated("ships", "boats", 2_000, True) == '"boats, ' + "yes,\u00a0no, " * 2_000 + 'boats"', "too long"


def test_a_changed_word_leaves_the_signs_beside_it(project):
    """On a slide, in an item and in a text on several lines."""
    deck = (
        "title: Shore power\nslides:\n  - title: Shore power\n  - title: Ships\n"
        '    text: "In all 10\\u00a0000 ships\n      of co\\u00ADoperation came."\n'
        '    bullets:\n      - "10\\u00a0000 ships of one\\u00ADself"\n      - Others\n'
    )
    text, result = merged(project, deck, replacing("ships", "boats"))
    assert text == deck.replace("ships", "boats"), result.stdout
    assert result.exit_code == 0, result.stdout
