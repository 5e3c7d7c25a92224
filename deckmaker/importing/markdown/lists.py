"""Lists of Markdown to lists of a deck, whose items hold paragraphs, code and lists, in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.imported import Block
from deckmaker.importing.markdown.prose import Prose, code, paragraph
from deckmaker.resolve.text_markdown import DEEPEST, MOST_NUMBER

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

LISTS = ("bullet_list", "ordered_list")

_LONGEST_KEY = 100
"""Characters of an item that is written as a key, above the items below it. YAML wants keys in one line."""


@dataclass(slots=True)
class _Item:
    """An item: its paragraphs and code, and the list below it."""

    parts: list[Prose] = field(default_factory=list)
    below: _List | None = None


@dataclass(slots=True)
class _List:
    """A list: the number of its first item, None where items have none."""

    begin: int | None
    items: list[_Item] = field(default_factory=list)


class ListReader:
    """Reads lists; hands on what their items cannot hold, to stand below the list."""

    def __init__(
        self, words: Callable[[SyntaxTreeNode], str], tell: Callable[[SyntaxTreeNode, str, str], None]
    ) -> None:
        self._words, self._tell = words, tell
        self._others: list[SyntaxTreeNode] = []

    def read(self, node: SyntaxTreeNode) -> tuple[Prose | None, list[SyntaxTreeNode]]:
        """Return a list, None where it is empty, and the parts of the file that stand below it now."""
        self._others = []
        found = self._list(node, 1)
        if not found.items:
            return None, self._others
        return Prose("\n".join(_lines(found)), _block(found)), self._others

    def _list(self, node: SyntaxTreeNode, level: int) -> _List:
        begin = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        if begin is not None and not 1 <= begin <= MOST_NUMBER - len(node.children):
            self._tell(node, f"a list whose numbers are not from 1 to {MOST_NUMBER:,} begins with 1", "begin it there")
            begin = 1
        found = _List(begin)
        for item in node.children:
            self._item(item, level, found)
        return found

    def _item(self, node: SyntaxTreeNode, level: int, found: _List) -> None:
        """Add an item to a list, or several: what stands below a list in it is an item as well."""
        item = _Item()
        for child in node.children:
            if child.type in LISTS and level == DEEPEST:
                self._tell(child, f"items deeper than {DEEPEST} levels are on level {DEEPEST}", "make the list flatter")
                found.items += [item] if item.parts else []
                item = _Item()
                found.items += self._list(child, level).items
            elif child.type in LISTS and not item.parts:  # a list in an item without words: as if it were no item
                found.items += self._list(child, level).items
            elif child.type in LISTS and item.below:
                item.below.items += self._list(child, level + 1).items
            elif child.type in LISTS:
                item.below = self._list(child, level + 1) if any(child.children) else None
                item.below = item.below if item.below and item.below.items else None
            else:
                parts = self._parts(child)
                if parts and item.below:
                    self._tell(child, "a paragraph below the list of an item is an item of its own", "look at the list")
                    found.items.append(item)
                    item = _Item()
                item.parts += parts
        found.items += [item] if item.parts else []

    def _parts(self, node: SyntaxTreeNode) -> list[Prose]:
        """Return what a part of the file is in an item; put aside what has no place there."""
        match node.type:
            case "paragraph":
                text = self._words(node)
                return [paragraph(text)] if text else []
            case "heading":
                text = self._words(node)
                return [paragraph(text if "**" in text else f"**{text}**")] if text else []
            case "fence" | "code_block":
                return [code(node.content, node.info)] if node.content.strip() else []
            case "blockquote" if all(one.type == "paragraph" for one in node.children):
                return [part for one in node.children for part in self._parts(one)]
            case _:
                self._others.append(node)
                if node.type not in ("html_block", "hr"):
                    self._tell(node, "what an item of a list cannot hold stands below the list", "look at the slide")
                return []


def _lines(found: _List) -> Iterator[str]:
    """Yield the lines of a list as Markdown."""
    for index, item in enumerate(found.items):
        mark = "- " if found.begin is None else f"{found.begin + index}. "
        text = "\n\n".join(part.markdown for part in item.parts)
        lines = [*text.split("\n"), *(_lines(item.below) if item.below else ())]
        for number, line in enumerate(lines):
            yield f"{' ' * len(mark) if number else mark}{line}".rstrip()


def _block(found: _List) -> Block | None:
    """Return a list as `bullets` or `numbered`; None where only Markdown can say it."""
    if found.begin not in (None, 1) or not _is_plain(found.items, found.begin):
        return None
    return ("bullets" if found.begin is None else "numbered"), [_value(item) for item in found.items]


def _is_plain(items: Sequence[_Item], begin: int | None) -> bool:
    """Tell whether all items, and those below them, are texts in a list of one kind."""
    for item in items:
        if len(item.parts) != 1 or not item.parts[0].is_paragraph:
            return False
        if item.below:
            key = item.parts[0].markdown
            if "\n" in key or len(key) > _LONGEST_KEY:
                return False
            if item.below.begin != begin or not _is_plain(item.below.items, begin):
                return False
    return True


def _value(item: _Item) -> Any:
    text = item.parts[0].markdown
    return {text: [_value(one) for one in item.below.items]} if item.below else text
