"""What a diagram says: boxes, and arrows between them. How it is drawn, layout decides."""

from __future__ import annotations

from enum import Enum

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span
from deckmaker.model.text import Paragraph

MOST_NODES, MOST_EDGES = 40, 60
"""Nodes and edges of a diagram: of more, nobody keeps any."""


IN_WORDS = {"->": "→", "<->": "↔", "--": "–"}
"""The arrows of decks as they stand where a diagram is told in words: `Order → Check`."""


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
    """A line from one node to another, by their names: an `arrow`, `->`, `<->`, or `--` without a head; and what it
    means."""

    source: str
    arrow: str
    target: str
    dashed: bool
    text: Paragraph | None
    span: Span = field(repr=False, compare=False)

    @property
    def ends(self) -> tuple[bool, bool]:
        """Whether there is a head at its beginning, and at its end."""
        return self.arrow.startswith("<"), self.arrow.endswith(">")
