"""What a diagram says: boxes, and arrows between them. How it is drawn, layout decides."""

from __future__ import annotations

from enum import Enum

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span
from deckmaker.model.text import Paragraph


class NodeShape(Enum):
    """The shapes of nodes, by the words of decks."""

    BOX = "box"
    ROUND = "round"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram; one that is `picked` stands out. Edges call it by its `name`."""

    name: str
    text: Paragraph
    shape: NodeShape
    picked: bool
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another, by their indices, with heads of an arrow at its `ends`, and what it means."""

    source: int
    target: int
    ends: tuple[bool, bool]
    dashed: bool
    text: Paragraph | None
    span: Span = field(repr=False, compare=False)
