"""Boxes, and arrows between them: `diagram`. Nobody says where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from deckmaker.blocks.kind import RigidKind
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.entry import Entry, EntryOf, optional, required, with_default
from deckmaker.language.kinds import Choice, ListOf, Location, MappingOf, Mistake, Schema, String, Text
from deckmaker.model import Block, Paragraph
from deckmaker.model.block import ChangeText
from deckmaker.model.diagram import Edge, Node, NodeShape

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

MOST_EDGES = 100
"""Edges of a diagram: of more, nobody keeps any."""


class EdgeEntry(Entry):
    """An arrow, or several in a row, between nodes that it names."""

    edge = required(
        Text(), "Nodes, with arrows between their names, as in `Order -> Check`; `--` has no head, `<->` has two."
    )
    text = optional(Text(), "What it means, beside it; inline Markdown.")
    line = with_default(Choice("solid", "dashed"), "solid", "How it is drawn.")


class _Edge(EntryOf[EdgeEntry]):
    """An edge; of one key that is none of its own, the key is the edge, and the value what it means."""

    def __init__(self) -> None:
        super().__init__(EdgeEntry, shorthand="edge")

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if is_short(value):
            ((edge, text),) = value.items()
            if not isinstance(text, str):
                said, help = "an edge takes a text", f"write it as in `{edge}: yes`, or with the keys `edge` and `text`"
                mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
                return None
            return super().read({"edge": edge, "text": text}, at, mistakes)
        return super().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        short = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": Text().schema(models),
        }
        return {"anyOf": [super().schema(models), short]}


def is_short(value: Any) -> bool:
    """Tell whether an edge is written as itself and what it means, one the key of the other."""
    return isinstance(value, dict) and len(value) == 1 and not (value.keys() & EdgeEntry.keys.keys())


class NodeEntry(Entry):
    """What a node says, and its shape."""

    text = optional(Text(), "What it says, in place of its name; inline Markdown.")
    shape = with_default(Choice(*(one.value for one in NodeShape)), "box", "Its shape; a `diamond` decides.")


class DiagramEntry(Entry):
    """Edges between nodes, and how these look."""

    edges = required(ListOf(_Edge(), least=1, most=MOST_EDGES), "Arrows between nodes, such as `Order -> Check`.")
    nodes = optional(
        MappingOf(EntryOf(NodeEntry, shorthand="text")), "What nodes say, by the names that edges have for them."
    )
    direction = optional(Choice("right", "down"), "Where arrows lead; without it, where there is room.")
    pick = optional(String(), "The name of a node that stands out.")
    alt = optional(Text(), "What it says in words, for readers who hear the slide; without it, they hear its arrows.")


class _Diagram(EntryOf[DiagramEntry]):
    """A diagram; a list holds its edges."""

    def __init__(self) -> None:
        super().__init__(DiagramEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, str) or (
            isinstance(value, dict) and value and not (value.keys() & DiagramEntry.keys.keys())
        ):
            said, help = "a diagram takes a list of arrows", "begin each with `- `, as in `- Order -> Check`"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        return super().read({"edges": value} if isinstance(value, list) else value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [DiagramEntry.keys["edges"].kind.schema(models), super().schema(models)]}


@dataclass(frozen=True, slots=True)
class Diagram(Block):
    """Nodes in the order in which edges name them, and edges. It leads `down`, or to the right, or as there is room."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    direction: str | None
    alt: str
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        yield from (one.text for one in self.nodes)
        yield from (one.text for one in self.edges if one.text)

    def map_own_texts(self, change: ChangeText) -> Self:
        nodes = tuple(replace(one, text=change(one.text)) for one in self.nodes)
        edges = tuple(replace(one, text=change(one.text)) if one.text else one for one in self.edges)
        return replace(self, nodes=nodes, edges=edges)


class DiagramKind(RigidKind[Diagram]):
    """Boxes in layers, as few crossings as can be, arrows around them."""

    value = _Diagram()
    description = "Boxes with arrows between them: a list of arrows, or keys that also say how boxes look."
    block = Diagram
    is_centred = True

    def resolve(self, entry: DiagramEntry, path: DataPath, resolver: Resolver) -> Diagram | None:
        """Return the diagram; report what is no arrow, and names that no arrow has."""
        from deckmaker.resolve.diagrams import DiagramReader  # loads what few decks need

        return DiagramReader(entry, path, resolver).diagram()

    def set(self, block: Diagram, place: Place, step: int) -> SetBlock:
        """Set the diagram at the top of a place, in the middle of its width."""
        from deckmaker.layout.diagrams import DiagramSetter

        return DiagramSetter(block.nodes, block.edges, block.direction, block.alt, block.span, place, step).set()

    def steps(self, block: Diagram, place: Place) -> range:
        """Return the steps of the style for what boxes say."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import ITEM_TEXT

        return text_steps(place.style(ITEM_TEXT), short=True)


DIAGRAM = DiagramKind()
