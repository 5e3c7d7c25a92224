"""Inline marks to runs: a table of what is markup, and of what stays text."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Run
from deckmaker.resolve import inline
from deckmaker.resolve.inline import parse_inline
from tests.projects import place
from tests.samples import examples


def runs(text: str) -> tuple[Run, ...]:
    """Parse `text`, about which there is nothing to report but what a link is called."""
    diagnostics = Diagnostics()
    parsed = parse_inline(text, place(), diagnostics)
    assert [one.message for one in diagnostics if one.code != "vague-link"] == []
    return parsed


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("plain", [Run("plain")]),
        ("**bold**", [Run("bold", bold=True)]),
        ("__init__ and _private_", [Run("__init__ and _private_")]),
        ("~~gone~~", [Run("~~gone~~")]),
        ("~gone~~", [Run("~gone~~")]),
        ("x^^2^", [Run("x^^2^")]),
        ("*italic*", [Run("italic", italic=True)]),
        ("***both***", [Run("both", bold=True, italic=True)]),
        ("a **b *c* d** e", [Run("a "), Run("b ", True), Run("c", True, True), Run(" d", True), Run(" e")]),
        ("`code *as is*`", [Run("code *as is*", code=True)]),
        ("``a`b``", [Run("a`b", code=True)]),
        ("**`both`**", [Run("both", bold=True, code=True)]),
        ("[a](https://x.org)", [Run("a", link="https://x.org")]),
        ("[a *b*](https://x.org)", [Run("a ", link="https://x.org"), Run("b", False, True, False, "https://x.org")]),
        ("<https://x.org>", [Run("https://x.org", link="https://x.org")]),
        ("<a@x.org>", [Run("a@x.org", link="mailto:a@x.org")]),
        ("1/r^2^", [Run("1/r"), Run("2", script=1)]),
        ("CO~2~ too", [Run("CO"), Run("2", script=-1), Run(" too")]),
        ("**x^2^**", [Run("x", bold=True), Run("2", bold=True, script=1)]),
        (r"\*not\* \^so\^", [Run("*not* ^so^")]),
    ],
)
def test_a_mark_becomes_a_run(text, parsed):
    """Bold, italic, code, links, super- and subscript, and their combinations."""
    assert runs(text) == tuple(parsed)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "&lt;b&gt; &amp; &#0; &nbsp;",
        "a < b > c",
        "# no heading",
        "- no list",
        "1. no list",
        "> no quote",
        "---",
        "| a | b |",
        "~~~",
        "a * b * c",
        "2 ** 3",
        "snake_case_name",
        "~/folder",
        "a ~ b ~ c",
        "x^ y^",
        "[a]",
        "[a](",
        "**",
        "`",
        "^^",
        "$x^2$",
        "{{ x }}",
        "<%= 1 %>",
        "https://x.org stays text",
        "a — b – c",
        "C:\\folder",
        "“quoted”",
        "'; DROP TABLE slides; --",
        "\\u0041",
    ],
)
def test_what_is_no_mark_stays_as_typed(text):
    """HTML, entities, pictures, blocks, templates and stray signs are words like any other."""
    assert runs(text) == (Run(text),)


@pytest.mark.parametrize("gap", [" ", "  ", "\n", " \n ", "\t", "\r\n"])
def test_white_space_joins_words_with_one_space(gap):
    """How an author wraps the lines of a file does not show."""
    assert runs(f" a{gap}b ") == (Run("a b"),)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_a_space_of_another_kind_stays(space):
    """A no-break space keeps a number with its unit; it must not become a place to break at."""
    assert runs(f"120{space}m") == (Run(f"120{space}m"),)


def test_neighbours_under_the_same_marks_are_one_run():
    """A run is as long as its marks hold."""
    assert runs(r"**a\*b\*c** \\ d") == (Run("a*b*c", bold=True), Run(" \\ d"))


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize(
    "hostile",
    [
        "*a **a " * 3000,
        "[" * 5000,
        "![" * 3000,
        "`a``b```" * 2000,
        "^a " * 5000,
        "<" * 5000,
        "\\" * 5001,
        "*" * 5000,
        "[a](" * 3000,
    ],
    ids=["emphasis", "brackets", "pictures", "backticks", "carets", "angles", "escapes", "stars", "links"],
)
def test_a_flood_of_marks_loses_no_word_and_takes_no_minute(hostile):
    """The words come out again, in a time that grows with their number."""
    words = "".join(run.text for run in runs(hostile))
    assert words.count("a") == hostile.count("a")


def test_a_mark_inside_its_own_kind_ends_only_itself():
    """The outer one goes on to its own end."""
    runs = parse_inline("**bold **x** still** plain *a *b* c*", place(), Diagnostics())
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("bold x still", True, False),
        (" plain ", False, False),
        ("a b c", False, True),
    ]


@given(st.text(st.one_of(st.characters(exclude_characters="\\`*[<^~"), st.sampled_from(" \n!&>_]#-|()")), max_size=60))
@settings(max_examples=examples(200))
def test_a_text_without_marks_is_what_markdown_would_make_of_it(text):
    """Which is not asked, since most texts have none."""
    short = parse_inline(text, place(), Diagnostics())
    with patch.object(inline, "_MARK", re.compile("")):
        assert parse_inline(text, place(), Diagnostics()) == short


@given(
    st.text(st.sampled_from("ab1 é*_.,(!)\n-«"), max_size=24), st.lists(st.sampled_from(["**a b**", "**1**", "**a.**"]))
)
@settings(max_examples=examples(300))
def test_bold_words_are_what_markdown_would_make_of_them(text, bold):
    """Alone, in brackets, before a full stop, one behind the other, among stars that are none."""
    text = " ".join([text, *bold, text])
    short = parse_inline(text, place(), Diagnostics())
    with patch.object(inline, "_BOLD", re.compile("(?!)")):
        assert parse_inline(text, place(), Diagnostics()) == short


def test_markdown_is_not_asked_about_a_text_without_marks(monkeypatch):
    """A deck of plain texts does without it."""
    monkeypatch.delattr(inline, "_markdown")
    assert runs("Two of three: _loud_ nights, 50 % (at least)!") == (
        Run("Two of three: _loud_ nights, 50 % (at least)!"),
    )
    assert runs("By **The Stock Dork**.") == (Run("By "), Run("The Stock Dork", bold=True), Run("."))
