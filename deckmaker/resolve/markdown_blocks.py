"""The blocks of a text that is Markdown: paragraphs, lists, headings, quotations, code. Knows nothing of the model.

CommonMark's rules by markdown-it-py. What indentation alone makes code is none here, since YAML's indentation is
easily mistaken for it; nor is what a line below makes a heading, since a rule is meant as often.
Source: CommonMark 0.31.2, 4 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.patterns import pattern
from deckmaker.resolve.passages import Passage
from deckmaker.resolve.text_markdown import BLANKS, DEEPEST, DEEPEST_MARKS, MOST_NUMBER
from deckmaker.resolve.text_parts import Flaw, Head, Highlight, Item, List, Listing, Quoted, ReadText, Running, Words
from deckmaker.source.scalars import span_within
from deckmaker.values.stand_ins import as_typed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DASHED = pattern(r"[—–―][ \u00a0]*(?=\S)")
"""What stands before whoever is quoted."""

_LISTS = ("bullet_list_open", "ordered_list_open")
_PARAGRAPHS = ("paragraph_open", "fence", "hr", "table_open")
_NAMES = {
    "heading_open": "heading",
    "blockquote_open": "quotation",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
}
_AS_TYPED = {
    "hr": ("a rule stays as typed", "begin another slide, or remove the line"),
    "table_open": ("a table in a text stays as typed", "write it as a block of its own, a `table`"),
}
_LANGUAGE = pattern(r"[\s{]*+\.?+([^\s{},]++)")
"""The language of code in the words behind its fence: `python`, and as Pandoc's attributes, `{.python}`."""
_OWN_PLACE = "give it a place of its own: leave a line empty above it, and begin it at the left"


class BlockReader:
    """Reads the tokens of a text into its parts."""

    def __init__(self, text: str, span: Span) -> None:
        lines = (line.rstrip(BLANKS) if not line.strip(BLANKS) else line for line in re.split("\r\n?|\n", text))
        self._text, self._span = "\n".join(lines), span
        self._lines = self._text.split("\n")
        self._begins = [0]
        for line in self._lines:
            self._begins.append(self._begins[-1] + len(line) + 1)
        self._read = ReadText()

    def read(self) -> ReadText:
        """Return the text's parts."""
        for one in _trees(_markdown().parse(self._text)):
            match one.token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._read.parts.append(List(tuple(self._items(one, 0)), self._place(one.token)))
                case "blockquote_open":
                    self._read.parts.append(self._quoted(one))
                case "heading_open" if one.children[0].token.content:
                    self._read.parts.append(Head(self._words(one.children[0]), self._place(one.token)))
                case "fence":
                    self._read.parts += (
                        [Listing(code, self._place(one.token))] if (code := self._code(one.token)) else []
                    )
                case _:
                    self._run_on(self._paragraph(one))
        return self._read

    def _run_on(self, words: Words | None) -> None:
        """Add a paragraph to those before it."""
        last = self._read.parts[-1] if self._read.parts else None
        if words and isinstance(last, Running):
            self._read.parts[-1] = Running((*last.paragraphs, words), self._span)
        elif words:
            self._read.parts.append(Running((words,), self._span))

    def _paragraph(self, one: _Tree) -> Words | None:
        """Return a paragraph or code; what slides do not have as it is typed."""
        if one.token.type == "paragraph_open":
            return self._words(one.children[0])
        if one.token.type == "fence":
            return self._code(one.token)
        if one.token.type in _AS_TYPED:
            message, help = _AS_TYPED[one.token.type]
            self._read.flaws.append(Flaw(message, self._place(one.token), help, "stays-as-typed"))
        return self._typed(one)

    def _items(self, one: _Tree, level: int) -> Iterator[Item]:
        """Yield the items of a list and of those in it."""
        if level == DEEPEST:
            help = "put the deeper points on a slide of their own"
            self._tell(one.token, f"lists nest at most {DEEPEST} levels deep", help)
            return
        begin = int(one.token.attrs.get("start", 1)) if one.token.type == "ordered_list_open" else None
        for index, item in enumerate(one.children):
            number = None if begin is None else begin + index
            if number is not None and not 1 <= number <= MOST_NUMBER:
                help = "put a backslash before the point where it is no number of an item"
                self._tell(item.token, f"an item has a number from 1 to {MOST_NUMBER:,}", help)
            nested = [child for child in item.children if child.token.type in _LISTS]
            paragraphs = self._of_item(item)
            if not paragraphs:
                help = "write its text behind its mark, or remove the line"
                self._tell(item.token, "a list item is empty", help)
                paragraphs = (self._mark(item),)
            yield Item(paragraphs, level, number, index + 1, self._place(item.token))
            for other in nested:
                yield from self._items(other, level + 1)

    def _of_item(self, item: _Tree) -> tuple[Words, ...]:
        """Return the paragraphs of an item, which stand above the lists in it."""
        found = []
        is_below = False
        for child in item.children:
            if child.token.type in _LISTS:
                is_below = True
            elif child.token.type not in _PARAGRAPHS:
                self._tell(child.token, f"an item of a list holds no {_NAMES[child.token.type]}", _OWN_PLACE)
            elif is_below:
                help = "write it above that list, or as an item of its own"
                self._tell(child.token, "a paragraph of an item stands below the list in it", help)
            elif words := self._paragraph(child):
                found.append(words)
        return tuple(found)

    def _quoted(self, one: _Tree) -> Quoted:
        """Return a quotation; its last paragraph names who is quoted if a dash stands before it.

        One without paragraphs is as it is typed: what it holds instead is told, or it is a sign alone.
        """
        found = []
        for child in one.children:
            if child.token.type in _PARAGRAPHS:
                found += [words] if (words := self._paragraph(child)) else []
            else:
                self._tell(child.token, f"a quotation holds no {_NAMES[child.token.type]}", _OWN_PLACE)
        found = found or [self._typed(one)]
        dash = _DASHED.match(found[-1].passage.text) if found[1:] else None
        if not dash or found[-1].is_code:
            return Quoted(tuple(found), None, self._place(one.token))
        by = found.pop().passage
        (begin, length), *others = by.pieces
        pieces = ((begin + dash.end(), length - dash.end()), *others)
        who = Words(replace(by, text=by.text[dash.end() :], pieces=pieces))
        return Quoted(tuple(found), who, self._place(one.token))

    def _mark(self, item: _Tree) -> Words:
        """Return the mark of an item, all that is shown of an empty one: what else it holds is told or follows.

        As it is typed, it would hold all that is nested in it, once more on each level.
        """
        assert item.token.map
        first = item.token.map[0]
        return Words(self._passage([item.token.info + item.token.markup], first))

    def _words(self, one: _Tree) -> Words:
        """Return the words of a token, whose lines may stand behind marks."""
        assert one.token.map
        return Words(self._passage(one.token.content.split("\n"), one.token.map[0]))

    def _code(self, token: Token) -> Words | None:
        assert token.map
        lines = token.content.removesuffix("\n").split("\n")
        if token.map[1] - token.map[0] < len(lines) + 1 + any(lines):
            help = "write three backticks below it, on a line of their own"
            message = "nothing ends the code that begins here"
            self._read.flaws.append(Flaw(message, self._fence(token), help, "unclosed-code"))
        if not any(lines):
            return None
        from deckmaker.language.code import HIGHLIGHT, language_named, meant_language  # most texts have no code

        said = _LANGUAGE.match(token.info)
        language = said and language_named(said[1])
        if said and not language and (meant := meant_language(said[1])):
            message = f"`{said[1]}` is no language with colours"
            self._read.flaws.append(Flaw(message, self._fence(token), did_you_mean(meant), "unknown-language"))
        lit = tuple(one[1] for one in HIGHLIGHT.finditer(as_typed(token.info)))
        highlight = Highlight(lit, self._fence(token)) if lit else None
        passage = self._passage(lines, token.map[0] + 1)
        return Words(passage, is_code=True, language=language or "", highlight=highlight)

    def _typed(self, one: _Tree) -> Words:
        """Return what is no block here as it is typed, line by line."""
        assert one.token.map
        first, last = one.token.map
        lines = [line.strip(BLANKS) for line in self._lines[first:last]]
        while not lines[-1]:
            lines.pop()
        passage = self._passage(lines, first)
        return Words(replace(passage, text="  \n".join(lines)))

    def _passage(self, lines: Sequence[str], first: int) -> Passage:
        """Return lines of words that end lines of the text from the `first` on."""
        pieces = []
        for number, line in enumerate(lines, start=first):
            words = line.strip(BLANKS)
            place = self._lines[number].rfind(words) if number < len(self._lines) else -1
            pieces.append((self._begins[number] + max(place, 0), len(words)) if place >= 0 else (0, 0))
        return Passage("\n".join(lines), self._text, self._span, tuple(pieces))

    def _tell(self, token: Token, message: str, help: str) -> None:
        self._read.flaws.append(Flaw(message, self._place(token), help))

    def _fence(self, token: Token) -> Span:
        """Return where the fence stands with which code begins."""
        assert token.map
        begin = self._begins[token.map[0]]
        return span_within(self._span, self._text, begin, begin + len(self._lines[token.map[0]]))

    def _place(self, token: Token) -> Span:
        assert token.map
        first, last = token.map
        return span_within(self._span, self._text, self._begins[first], self._begins[last] - 1)


@dataclass(slots=True)
class _Tree:
    """A token and what stands in it."""

    token: Token
    children: list[_Tree] = field(default_factory=list)


def _trees(tokens: list[Token]) -> list[_Tree]:
    """Return the blocks of a text as trees."""
    trees: list[_Tree] = []
    around = [trees]
    for token in tokens:
        if token.nesting < 0:
            around.pop()
            continue
        around[-1].append(_Tree(token))
        if token.nesting > 0:
            around.append(around[-1][-1].children)
    return trees


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 42 ms, and most texts are paragraphs

    markdown = MarkdownIt("zero", {"maxNesting": DEEPEST_MARKS})
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown.enable(["list", "heading", "blockquote", "fence", "hr", "table"])
