"""Slidev's slots: the parts of a slide below lines such as `::right::`, which end what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.importing.markdown.plain_text import plain_text
from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.tree import SyntaxTreeNode

ENDED_BY_SLOTS = ("paragraph", "reference", "blockquote", "list")
"""The rules of our parser for parts that end where a mark stands, also without an empty line before it."""

SLOTS = "slots"
"""The key of our parser's environment that says whether a file has marks of slots."""

_MARK = pattern(r"::[ ]*+([\w.-]++)[ ]*+::")


def mark_of_slot(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read the mark of a slot, on a line that begins with it, as a paragraph."""
    begin = state.bMarks[line]
    words = state.src[begin : state.eMarks[line]].rstrip()
    if not state.env.get(SLOTS) or (begin and state.src[begin - 1] != "\n") or not _MARK.fullmatch(words):
        return False
    if not silent:
        state.line = line + 1
        state.push("paragraph_open", "p", 1).map = [line, line + 1]
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = words, [line, line + 1], []
        state.push("paragraph_close", "p", -1)
    return True


def slots_of(nodes: Sequence[SyntaxTreeNode]) -> dict[str, list[SyntaxTreeNode]]:
    """Return the parts of a slide by the names of its slots."""
    slots: dict[str, list[SyntaxTreeNode]] = {"default": []}
    current = slots["default"]
    for node in nodes:
        found = _MARK.fullmatch(plain_text(node.children, as_typed=True)) if node.type == "paragraph" else None
        if found:
            current = slots.setdefault(found[1], [])
        else:
            current.append(node)
    return slots
