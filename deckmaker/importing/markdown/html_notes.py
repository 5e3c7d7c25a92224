"""Notes in HTML, as reveal.js and Pandoc have them: `<aside class="notes">`, `<div class="notes">`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from re import Match

    from markdown_it.tree import SyntaxTreeNode

_TAG = pattern(
    r"<!--(?:(?!-->).)*+|<(?P<end>/?)(?P<name>aside|div)(?![\w-])(?P<attributes>[^<>]*+)>?", 2 | 16
)  # re.IGNORECASE | re.DOTALL
"""A tag of what may be notes; or a comment, whose tags are none."""

_CLASS = pattern(r"(?<![\w-])class=(?P<names>\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++)", 2)  # re.IGNORECASE
_NOTES = "notes"

_Place = tuple[int, int]
"""The number of a part, and of a sign in its HTML."""


def parted_from_notes(nodes: Sequence[SyntaxTreeNode]) -> tuple[list[SyntaxTreeNode], list[SyntaxTreeNode]]:
    """Part the parts of a slide from those of its notes, with the tags around these. Notes that do not end are none."""
    shown: list[SyntaxTreeNode] = []
    notes: list[SyntaxTreeNode] = []
    done = (0, 0)
    for begin, end in _places_of_notes(nodes):
        shown += _between(nodes, done, begin)
        notes += _between(nodes, begin, end)
        done = end
    return [*shown, *_between(nodes, done, (len(nodes), 0))], notes


def _places_of_notes(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[_Place, _Place]]:
    """Yield where notes begin and end: with the tag that closes theirs, and not one of the elements in them.

    Where a tag in them is not closed, they end with the last one: what is private stays off the slide. So do words that
    stand behind the tag in the paragraph or the list that it ends.
    """
    opened: dict[str, list[_Place]] = {"aside": [], "div": []}
    ends: dict[_Place, _Place] = {}
    last: dict[str, _Place] = {}
    begun: list[tuple[_Place, str]] = []
    for at, node in enumerate(nodes):
        is_block = node.type == "html_block"
        for tag in _tags(node):
            name = (tag["name"] or "").lower()
            if name and tag["end"]:
                last[name] = (at, tag.end()) if is_block else (at + 1, 0)
                if opened[name]:
                    ends[opened[name].pop()] = last[name]
            elif name:
                opened[name].append((at, tag.start()))
                if is_block and _is_of_notes(tag["attributes"]):
                    begun.append(((at, tag.start()), name))
    done = (0, 0)
    for begin, name in begun:
        end = ends.get(begin) or last.get(name, begin)
        if done <= begin < end:
            yield begin, end
            done = end


def _tags(node: SyntaxTreeNode) -> Iterator[Match[str]]:
    """Yield the tags of what may be notes in a part: in HTML on lines of its own, or among words."""
    pieces = [node] if node.type == "html_block" else [one for one in node.walk() if one.type == "html_inline"]
    for piece in pieces:
        yield from _TAG.finditer(piece.content)


def _is_of_notes(attributes: str) -> bool:
    named = _CLASS.search(attributes)
    return named is not None and _NOTES in named["names"].strip("\"'").split()


def _between(nodes: Sequence[SyntaxTreeNode], begin: _Place, end: _Place) -> Iterator[SyntaxTreeNode]:
    """Yield the parts between two places, of those in which these are no more than what is between."""
    for at in range(begin[0], min(end[0] + 1, len(nodes))):
        first, behind = begin[1] if at == begin[0] else 0, end[1] if at == end[0] else None
        if first or behind is not None:
            yield from _cut(nodes[at], first, behind)
        else:
            yield nodes[at]


def _cut(node: SyntaxTreeNode, begin: int, end: int | None) -> Iterator[SyntaxTreeNode]:
    """Yield a piece of HTML as a part, from one of its signs to another, if anything is there."""
    from markdown_it.tree import SyntaxTreeNode

    piece = node.content[begin:end]
    if piece.strip():
        assert node.token and node.map  # as all HTML on lines of its own has them
        above = node.content.count("\n", 0, begin + len(piece) - len(piece.lstrip()))
        yield from SyntaxTreeNode([node.token.copy(content=piece, map=[node.map[0] + above, node.map[1]])]).children
