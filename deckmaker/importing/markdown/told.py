"""What is said of a Markdown file, by the lines on which its parts begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.diagnostics import SourceFile, Span
from deckmaker.importing import told

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


class Told(told.Told):
    """Gathers what a deck has no place for, by parts of the file."""

    def __init__(self, source: SourceFile) -> None:
        super().__init__(lambda line: Span(source, line, 1, line, max(len(source.line(line)), 1) + 1))

    def tell(self, node: SyntaxTreeNode | None, message: str, help: str, name: str = "") -> None:
        """Note what was lost or changed on the line where a part begins, or on the first."""
        self.note(line_of(node), message, help, name)


def line_of(node: SyntaxTreeNode | None) -> int:
    """Return the line on which a part of the file begins, from 1: that of what it stands in where it has none."""
    while node is not None and not node.is_root:
        if node.map:
            return node.map[0] + 1
        node = node.parent
    return 1
