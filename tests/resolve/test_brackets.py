"""Brackets that are looked through once end where the parser finds that they end, and take a few steps for each."""

from __future__ import annotations

from random import Random

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.markdown.reading import read_markdown
from deckmaker.resolve.brackets import read_brackets_once
from deckmaker.resolve.inline import parse_inline
from tests.hostile.work import calls_of

_SIGNS = ("![", "[", "[", "]", "]", "](b)", "(", ")", "*", "a", " ", "`", "<", ">", "\\", "\n", "[x]", "[x][x]", "_")
_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
_MANY = {
    "pictures": "![" * 2_000,
    "pictures and stars": "![*a xxxx" * 1_000,
    "links and stars": "[*a " * 1_000,
    "stars in few": "[" * 59 + "*a " * 1_500,
    "footnotes": "^[*a " * 1_000,
    "footnotes in footnotes": "^[" * 50 + "*a " * 1_000 + "]" * 50,
    "pictures in pictures": "![" * 50 + "*a " * 1_000 + "](b)" * 50,
}


def _shown(tokens: list[Token]) -> list[object]:
    return [(one.type, one.content, one.level, one.attrs, _shown(one.children or [])) for one in tokens]


@pytest.mark.parametrize("references", ["", "\n\n[x]: c\n[a]: d\n"])
def test_brackets_are_read_as_they_were(references: str) -> None:
    """Links, pictures and all between them, in a thousand texts of their signs."""
    theirs, ours = MarkdownIt("commonmark"), MarkdownIt("commonmark")
    read_brackets_once(ours)
    random = Random(6)
    for _ in range(1_000):
        text = "".join(random.choices(_SIGNS, k=random.randint(3, 20))) + references
        if text.count("![") < 3:  # more may stand in one another: their words are no pictures
            assert _shown(ours.parse(text)) == _shown(theirs.parse(text)), text


@pytest.mark.parametrize("kind", _MANY)
def test_a_bracket_takes_a_few_steps(kind: str) -> None:
    """Of each that nobody closes, all behind it was looked through, and of each that has others, all in it anew."""
    text = _MANY[kind]
    read_markdown("a *b* ![c](d)")  # what is loaded, and made once, is no step
    assert calls_of(lambda: read_markdown(text)) < 90 * len(text)
    parse_inline("a *b*", _NOWHERE, Diagnostics())
    assert calls_of(lambda: parse_inline(text, _NOWHERE, Diagnostics())) < 70 * len(text)


def test_words_of_pictures_deep_in_pictures_are_as_they_are_written() -> None:
    """Those of the third: no word is lost."""
    (paragraph,) = read_markdown("![a ![b ![c *d*](3)](2)](1)").children
    assert [one.content for one in paragraph.walk() if one.type == "text"] == ["a ", "b ", "c *d*"]
