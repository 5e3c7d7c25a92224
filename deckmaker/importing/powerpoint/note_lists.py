"""Lists on notes pages to the lists of a deck's notes, which are plain text: `- `, `1. `, further in below others."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.bullets import NUMBERED, Bullets
from deckmaker.resolve.text_markdown import DEEPEST
from deckmaker.template.names import A
from deckmaker.template.numbers import attribute


class NoteLists:
    """Finds what stands before the paragraphs of one text, by what they and its own styles say."""

    def __init__(self, body: Element) -> None:
        self._styles = [one for one in (body.find(f"{A}lstStyle"),) if one is not None]
        self._bullets = Bullets()
        self._open: list[tuple[int, str, int]] = []  # of each list the level, its last mark, and the number in it

    @property
    def is_open(self) -> bool:
        """Tell whether the last paragraph was one of a list."""
        return bool(self._open)

    def marked(self, paragraph: Element, lines: list[str]) -> list[str]:
        """Return the lines of a paragraph as a deck's notes have them: of an item behind its mark, and below the words
        there; with an empty one above what begins or ends a list. No item has tabs, which part the numbers of charts.
        """
        properties = paragraph.find(f"{A}pPr")
        level = min(max(attribute(properties, "lvl"), 0), DEEPEST - 1)
        kind, start, *_ = self._bullets.of(properties, level, self._styles)
        if not any(map(str.strip, lines)):
            return lines
        if kind == "buNone":
            return self._without_mark(lines, attribute(properties, "marL") > 0)
        is_first = not self._open
        while self._open and self._open[-1][0] > level:
            self._open.pop()
        before = self._open.pop() if self._open and self._open[-1][0] == level else None
        number = 0 if kind != NUMBERED else before[2] + 1 if before and before[2] else start
        mark = f"{number}. " if number else "- "
        indent = self._indent()
        self._open.append((level, mark, number))
        first, *others = (one.replace("\t", " ").strip() for one in lines)
        below = " " * self._indent()
        return [*[""] * is_first, f"{indent * ' '}{mark}{first}", *(f"{below}{one}".rstrip() for one in others)]

    def _without_mark(self, lines: list[str], is_indented: bool) -> list[str]:
        """Return the lines of a paragraph that is no item: it goes on with the one above where it stands below that."""
        if not self._open:
            return lines
        below = " " * self._indent() if is_indented else ""
        if not is_indented:
            self._open.clear()
        return ["", *(f"{below}{one}".rstrip() for one in lines)]

    def _indent(self) -> int:
        """Return where the words of the open item begin."""
        return sum(len(mark) for _, mark, _ in self._open)
