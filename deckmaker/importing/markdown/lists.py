"""Lists of Markdown to lists of a deck, whose items hold paragraphs, code and lists, in this order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from deckmaker.importing.lists import Item, Items, list_of
from deckmaker.importing.prose import Prose, paragraph
from deckmaker.resolve.text_markdown import DEEPEST, MOST_NUMBER

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

LISTS = ("bullet_list", "ordered_list")


class ListReader:
    """Reads lists; hands on what their items cannot hold, to stand below the list."""

    def __init__(
        self,
        words: Callable[[SyntaxTreeNode], str],
        code: Callable[[SyntaxTreeNode], list[Prose]],
        tell: Callable[[SyntaxTreeNode, str, str], None],
    ) -> None:
        self._words, self._code, self._tell = words, code, tell
        self._others: list[SyntaxTreeNode] = []

    def read(self, node: SyntaxTreeNode) -> tuple[Prose | None, list[SyntaxTreeNode]]:
        """Return a list, None where it is empty, and the parts of the file that stand below it now."""
        self._others = []
        found = self._list(node, 1)
        if not found.items:
            return None, self._others
        return list_of(found), self._others

    def _list(self, node: SyntaxTreeNode, level: int) -> Items:
        begin = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        if begin is not None and not 1 <= begin <= MOST_NUMBER - len(node.children):
            self._tell(node, f"a list whose numbers are not from 1 to {MOST_NUMBER:,} begins with 1", "begin it there")
            begin = 1
        found = Items(begin)
        for item in node.children:
            self._item(item, level, found)
        return found

    def _item(self, node: SyntaxTreeNode, level: int, found: Items) -> None:
        """Add an item to a list, or several: what stands below a list in it is an item as well."""
        item = Item()
        for child in node.children:
            if child.type in LISTS and level == DEEPEST:
                self._tell(child, f"items deeper than {DEEPEST} levels are on level {DEEPEST}", "make the list flatter")
                found.items += [item] if item.parts else []
                item = Item()
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
                    item = Item()
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
                return self._code(node) if node.content.strip() else []
            case "blockquote" if all(one.type == "paragraph" for one in node.children):
                return [part for one in node.children for part in self._parts(one)]
            case _:
                self._others.append(node)
                if node.type not in ("html_block", "hr"):
                    self._tell(node, "what an item of a list cannot hold stands below the list", "look at the slide")
                return []
