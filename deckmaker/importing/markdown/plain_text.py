"""The words of parts of Markdown without their marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def plain_text(nodes: Sequence[SyntaxTreeNode]) -> str:
    """Return the words of parts without their marks, on one line."""
    found: list[str] = []
    for node in nodes:
        if node.type in ("text", "text_special", "code_inline"):
            found.append(node.content)
        elif node.type in ("softbreak", "hardbreak"):
            found.append(" ")
        elif node.type not in ("html_inline", "footnote_ref"):
            found.append(plain_text(node.children))
    return " ".join("".join(found).split())
