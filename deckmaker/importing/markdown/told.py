"""What is said of a Markdown file while it is read: each kind of loss at its first place, and how often it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostics, SourceFile, Span

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


class Told:
    """Gathers what a deck has no place for, and reports it in the end."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._found: dict[tuple[str, str], list[int]] = {}

    def tell(self, node: SyntaxTreeNode | None, message: str, help: str) -> None:
        """Note what was lost or changed on the line where a part begins, or on the first."""
        self._found.setdefault((message, help), []).append(line_of(node))

    def tell_all(self, diagnostics: Diagnostics) -> None:
        """Report all that was noted, by line."""
        for (message, help), lines in self._found.items():
            others = len(lines) - 1
            times = f" (and {others:,} more like it)" if others else ""
            span = Span(self._source, lines[0], 1, lines[0], max(len(self._source.line(lines[0])), 1) + 1)
            diagnostics.report("not-imported", f"{message}{times}", span, help)


def line_of(node: SyntaxTreeNode | None) -> int:
    """Return the line on which a part of the file begins, from 1: that of what it stands in where it has none."""
    while node is not None and not node.is_root:
        if node.map:
            return node.map[0] + 1
        node = node.parent
    return 1
