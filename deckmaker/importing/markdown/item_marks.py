"""What stands before the items of lists in notes, which are plain text: dashes and numbers, further in below others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_ITEM = "list_item"


class ItemMarks:
    """Finds the marks of items while a tree is walked through, each list before its items."""

    def __init__(self) -> None:
        self._marks: dict[SyntaxTreeNode, str] = {}
        self._indents: dict[SyntaxTreeNode, int] = {}

    def count(self, node: SyntaxTreeNode) -> None:
        """Give the items of a list their marks; any other part has none."""
        if node.type not in ("bullet_list", "ordered_list"):
            return
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for index, item in enumerate(node.children):
            self._marks[item] = "- " if first is None else f"{first + index}. "
            self._indents[item] = self._indent_in(node)

    def before(self, node: SyntaxTreeNode) -> str:
        """Return what stands before a paragraph: of an item's first one its mark, else spaces below its words."""
        item = node.parent
        if item in self._marks and node is item.children[0]:
            return f"{' ' * self._indents[item]}{self._marks[item]}"
        return " " * self._indent_in(node)

    def _indent_in(self, node: SyntaxTreeNode) -> int:
        """Return where the words begin of the item in which a part stands."""
        above = node.parent
        while above is not None and above not in self._marks:
            above = above.parent
        return self._indents[above] + len(self._marks[above]) if above is not None else 0
