"""What kinds of words stand in code: keywords, strings, numbers, comments, names of what is defined.

Pygments reads them, and is loaded where a deck says the language of its code; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from deckmaker.budget.decks import CODE_PART
from deckmaker.language.code import LANGUAGES
from deckmaker.model import Run
from deckmaker.model.text import join_runs

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

_KINDS = {
    "Comment": "comment",
    "Comment.Preproc": "keyword",
    "Comment.PreprocFile": "string",
    "Generic.Deleted": "deleted",
    "Generic.Heading": "keyword",
    "Generic.Inserted": "inserted",
    "Generic.Prompt": "comment",
    "Generic.Subheading": "keyword",
    "Keyword": "keyword",
    "Literal.Date": "number",
    "Literal.Number": "number",
    "Literal.String": "string",
    "Name.Attribute": "name",
    "Name.Class": "name",
    "Name.Decorator": "name",
    "Name.Function": "name",
    "Name.Tag": "keyword",
    "Operator.Word": "keyword",
}
"""Kinds of words by Pygments' types, those below them included."""


def coloured(code: str, language: str) -> tuple[Run, ...]:
    """Return code of a language as runs, each of one kind of word. Raises KeyError where it is none of ours.

    Spaces have no colour, and go with the word before them. Each part of long code is read by itself, so that a comment
    or a string over several lines may lose its colour where a part ends.
    """
    lexer = _lexer(language, "<?" not in code)
    return join_runs(run for part in _parts(code) for run in _words(part, lexer))


def _parts(code: str) -> Iterator[str]:
    """Yield code in parts that are no longer than is read at once: they end with an empty line, a line, or anywhere."""
    begin = 0
    while len(code) - begin > CODE_PART.most:
        most = begin + CODE_PART.most
        ends = (code.rfind(sign, begin, most) + len(sign) for sign in ("\n\n", "\n"))
        end = next((end for end in ends if end - begin > CODE_PART.most // 2), most)
        yield code[begin:end]
        begin = end
    yield code[begin:]


def _words(part: str, lexer: Lexer) -> Iterator[Run]:
    kind = ""
    for begin, token, text in lexer.get_tokens_unprocessed(f"{part}\n"):  # some ask for the end of the last line
        kind = kind if text.isspace() else _kind(token)
        yield Run(text[: len(part) - begin], code=True, syntax=kind)


@cache
def _lexer(language: str, is_inline: bool) -> Lexer:
    """Return what reads a language; PHP without `<?php` before it, if it `is_inline`."""
    from pygments.lexers import find_lexer_class

    made = find_lexer_class(LANGUAGES[language])
    assert made is not None, f"Pygments has no language {language}"
    return made(startinline=is_inline)


@cache
def _kind(token: _TokenType) -> str:
    """Return the kind of words of a type of Pygments, or of the nearest type above it that has one."""
    names = str(token).split(".")[1:]
    known = (_KINDS.get(".".join(names[:length])) for length in range(len(names), 0, -1))
    return next((kind for kind in known if kind), "")
