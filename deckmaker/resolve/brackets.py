"""Brackets that markdown-it-py reads, of links, pictures and footnotes: each is looked through once.

The parser looks for the end of each from its beginning, through all that stand in it: a paragraph with brackets that
nobody closes took sixty times as many steps as it has signs. And it reads the words of a picture anew for each picture
around it. Knows neither decks nor slides.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_DEEPEST = 2
"""How deep pictures and footnotes are read in one another: a footnote has a picture, and that one in its words."""

_NONE = -1
"""The end of what has none, as the parser says it."""


def read_brackets_once(markdown: MarkdownIt) -> None:
    """Let a parser look for the end of each bracket once, and read what stands in one a few times at most.

    Its rules are given the ends by `markdown.helpers.parseLinkLabel`, as its own ask for them.
    """
    from markdown_it import helpers  # 42 ms, as all of the parser

    markdown.helpers = SimpleNamespace(  # type: ignore[assignment]  # a module: its functions are all that is used
        parseLinkLabel=_Ends().find,
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkTitle=helpers.parseLinkTitle,
    )
    markdown.inline.parse = _Words(markdown).parse  # type: ignore[method-assign]


class _Ends:
    """The ends of brackets, for each text that is being read: by where one begins, its kind and where the text ends."""

    def __init__(self) -> None:
        self._known: MutableMapping[StateInline, dict[tuple[int, bool, int], int]] = WeakKeyDictionary()

    def find(self, state: StateInline, start: int, disableNested: bool = False) -> int:
        """Return where the bracket at `start` ends; -1 where it does not, or holds a link and may not.

        It finds what the parser's `parseLinkLabel` does, in whose place it stands.
        """
        known = self._known.setdefault(state, {})
        most, before = state.posMax, state.pos
        if (start, disableNested, most) in known:
            return known[start, disableNested, most]
        state.pos = start + 1
        opened = [start]
        while state.pos < most:
            at = state.pos
            if state.src[at] == "]":
                known[opened.pop(), disableNested, most] = at
                if not opened:
                    break
            state.md.inline.skipToken(state)
            if state.src[at] != "[":
                continue
            if state.pos > at + 1:  # a link
                if disableNested:
                    break
            elif (end := known.get((at, disableNested, most))) is None:
                opened.append(at)
            elif end == _NONE:  # then what is around it has no end either
                break
            else:
                state.pos = end + 1
        for one in opened:
            known[one, disableNested, most] = _NONE
        state.pos = before
        return known[start, disableNested, most]


class _Words:
    """Reads the words of pictures and footnotes, which are texts of their own, as far as they stand in one another."""

    def __init__(self, markdown: MarkdownIt) -> None:
        self._parse = markdown.inline.parse
        self._depth = 0

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        """Add the parts of a text to `tokens`, and return them: the text as it is written, where it stands too deep."""
        from markdown_it.token import Token

        if self._depth > _DEEPEST:
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        self._depth += 1
        try:
            return self._parse(src, md, env, tokens)
        finally:
            self._depth -= 1
