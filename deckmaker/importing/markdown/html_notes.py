"""Notes in HTML, as reveal.js and Pandoc have them: `<aside class="notes">`, `<div class="notes">`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_BEGIN = pattern(r"\s*+<(?P<name>aside|div)\s(?P<attributes>[^<>]*+)>", 2)  # re.IGNORECASE
_CLASS = pattern(r"(?<![\w-])class=(?P<names>\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++)", 2)  # re.IGNORECASE
_NOTES = "notes"


def parted_from_notes(nodes: Sequence[SyntaxTreeNode]) -> tuple[list[SyntaxTreeNode], list[SyntaxTreeNode]]:
    """Part the parts of a slide from those of its notes, with the tags around these. Notes that do not end are none."""
    shown: list[SyntaxTreeNode] = []
    notes: list[SyntaxTreeNode] = []
    rest = list(nodes)
    ends = _last_ends(nodes)
    at = 0
    while at < len(rest):
        name = _name_of_notes(rest[at])
        if not name or ends.get(name, -1) < at:
            shown.append(rest[at])
            at += 1
            continue
        while not _ends(rest[at], name):
            notes.append(rest[at])
            at += 1
        notes.append(rest[at])
        at += 1
    return shown, notes


def _last_ends(nodes: Sequence[SyntaxTreeNode]) -> dict[str, int]:
    """Return for each name of an element where the last one ends."""
    return {name: at for at, node in enumerate(nodes) for name in ("aside", "div") if _ends(node, name)}


def _ends(node: SyntaxTreeNode, name: str) -> bool:
    return node.type == "html_block" and f"</{name}" in node.content.lower()


def _name_of_notes(node: SyntaxTreeNode) -> str:
    """Return the name of the element of notes that a part begins; nothing where it begins none."""
    found = _BEGIN.match(node.content) if node.type == "html_block" else None
    named = _CLASS.search(found["attributes"]) if found else None
    is_of_notes = named is not None and _NOTES in named["names"].strip("\"'").split()
    return found["name"].lower() if found and is_of_notes else ""
