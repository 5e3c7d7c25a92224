"""Scalars: what an author typed is what a deck says."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source import parse_yaml
from tests.projects import Project


def data(text: str):
    """Parse `text`, which has no mistakes, and return its data."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", text), diagnostics)
    assert tree and not len(diagnostics)
    return tree.data


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "on",
        "True",
        "12:30",
        "22:00:15",
        "010",
        "0x1F",
        "1_000",
        "1e3",
        ".5",
        "-0",
        "2026-11-20",
        "2026-11-20 10:00:00",
        "1.10",
        "=",
        "NaN",
        ".inf",
        "nil",
        "C#",
        "50 %",
        "a:b",
        "U+0041",
    ],
)
def test_a_scalar_stays_as_typed(typed):
    """YAML 1.1 would make numbers, booleans and dates of these; a briefing means its words."""
    assert data(f"a: {typed}\nb: [{typed}]\n") == {"a": typed, "b": [typed]}


def test_keys_stay_as_typed():
    """Keys are words too: a source may be called `2019` or `no`."""
    assert data("2019: a\nno: b\n12:30: c\n") == {"2019": "a", "no": "b", "12:30": "c"}


@pytest.mark.parametrize(
    "typed", ["no", "12:30", "010", "1_000", "2026-11-20", "0x1F", "1e3", "true", "null", "~", "="]
)
def test_a_key_stays_as_typed_wherever_it_stands(typed, tmp_path):
    """As an item with a list below it, and as the name of a source, by which a credit finds it."""
    document = Project(tmp_path).document(
        f"title: A\nsources:\n  {typed}: {{title: Found}}\nslides:\n  - title: A\n"
        f"  - title: B\n    bullets:\n      - {typed}: [x]\n    credit: {{source: '{typed}'}}\n"
    )
    page = document.pages[1]
    assert page.slot("body").item.text == f"{typed}\nx"
    assert page.slot("credits").item.text == "Text after: “Found”"


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing(nothing):
    """A key without value, and YAML's own words for that, hold nothing."""
    assert data(f"a: {nothing}\n") == {"a": None}


def test_a_tag_says_whether_null_is_a_word():
    """`!!str` makes a text of anything, `!!null` says what is so already."""
    assert data("a: !!str null\nb: !!str\nc: !!null null\n") == {"a": "null", "b": "", "c": None}


def test_a_quoted_null_is_a_word():
    """Quotes make a text of anything."""
    assert data("a: 'null'\nb: \"\"\nc: '~'\n") == {"a": "null", "b": "", "c": "~"}


def test_texts_over_several_lines_follow_yaml():
    """A literal block keeps its lines, a folded one joins them."""
    assert data("a: |\n  x\n  y\nb: >\n  x\n  y\n") == {"a": "x\ny\n", "b": "x y\n"}


def test_an_alias_repeats_the_value_of_its_anchor():
    """Each use has data of its own: what later becomes of one does not become of the other."""
    found = data("a: &x [1, {c: 2}]\nb: *x\n")
    assert found == {"a": ["1", {"c": "2"}], "b": ["1", {"c": "2"}]}
    assert found["a"] is not found["b"] and found["a"][1] is not found["b"][1]
