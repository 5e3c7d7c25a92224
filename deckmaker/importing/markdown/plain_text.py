"""The words of parts of Markdown without their marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def plain_text(nodes: Sequence[SyntaxTreeNode], as_typed: bool = False) -> str:
    """Return the words of parts without their marks, on one line.

    `as_typed`, signs behind a backslash keep it, and names of signs are names: so a text is to be asked whether it is
    more than words, as `Note:` is, since signs that are typed so are words alone.
    """
    found: list[str] = []
    for node in nodes:
        if node.type in ("text", "text_special", "code_inline"):
            found.append(node.markup if as_typed and node.type == "text_special" else node.content)
        elif node.type in ("softbreak", "hardbreak"):
            found.append(" ")
        elif node.type not in ("html_inline", "footnote_ref"):
            found.append(plain_text(node.children, as_typed))
    return " ".join("".join(found).split())
