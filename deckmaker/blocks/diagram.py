"""Boxes, and arrows between them: `diagram`. Nobody says where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

from deckmaker.blocks.kind import RigidKind
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.entry import Entry, EntryOf, is_pair, optional, pair_schema, required, with_default
from deckmaker.language.guessed_choice import GuessedChoice
from deckmaker.language.kinds import Choice, ListOf, Location, MappingOf, Mistake, Schema, String, Text
from deckmaker.model import Block, Paragraph
from deckmaker.model.block import ChangeText
from deckmaker.model.diagram import MOST_EDGES, MOST_NODES, Edge, Node, NodeShape
from deckmaker.resolve.arrows import arrows_in, labelled, plain_name

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

_AS = "write it as in `Order -> Check`, with a name at each end"

MOST_SIZES = 40
"""Sizes of words that are tried: themes of ours have fifteen."""

_SMALLER = "show its parts on slides of their own"

_SHAPES = GuessedChoice(
    *(one.value for one in NodeShape),
    key="shape",
    guesses={
        "box": ("rect", "rectangle", "square", "process"),
        "round": ("pill", "rounded", "stadium", "terminator", "start", "end"),
        "ellipse": ("circle", "oval"),
        "diamond": ("decision", "rhombus"),
    },
)
_DIRECTIONS = GuessedChoice(
    "right",
    "down",
    key="direction",
    guesses={"right": ("lr", "left-right", "horizontal"), "down": ("td", "tb", "top-down", "vertical")},
)


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
        if is_pair(value, EdgeEntry):
            ((edge, text),) = value.items()
            if not isinstance(text, str):
                said, help = "an edge takes a text", f"write it as in `{edge}: yes`, or with the keys `edge` and `text`"
                mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
                return None
            return super().read({"edge": edge, "text": text}, at, mistakes)
        if isinstance(value, dict) and {"from", "to"} <= value.keys():
            said, help = "an edge is one text", f"write it as in `{value['from']} -> {value['to']}`"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        return super().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [super().schema(models), pair_schema(Text().schema(models))]}


class NodeEntry(Entry):
    """What a node says, and its shape."""

    text = optional(Text(), "What it says, in place of its name; inline Markdown.")
    shape = with_default(_SHAPES, "box", "Its shape; a `diamond` decides.")


class DiagramEntry(Entry):
    """Edges between nodes, and how these look."""

    edges = required(ListOf(_Edge(), least=1, most=MOST_EDGES), "Arrows between nodes, such as `Order -> Check`.")
    nodes = optional(
        MappingOf(EntryOf(NodeEntry, shorthand="text")), "What nodes say, by the names that edges have for them."
    )
    direction = optional(_DIRECTIONS, "Where arrows lead; without it, where there is room.")
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
        return _Reader(entry, path, resolver).diagram()

    def set(self, block: Diagram, place: Place, step: int) -> SetBlock:
        """Set the diagram at the top of a place, in the middle of its width."""
        from deckmaker.layout.diagrams import DiagramSetter

        return DiagramSetter(block.nodes, block.edges, block.direction, block.alt, block.span, place, step).set()

    def least(self, block: Diagram, place: Place, step: int) -> float:
        """Return its height in points at a step; on a part, where texts keep their sizes, at its own least."""
        if not (place.part and place.part.is_split):
            return super().least(block, place, step)
        own = replace(place, part=None, may_shrink=True)
        return self.set(block, own, self.steps(block, own)[-1]).height

    def steps(self, block: Diagram, place: Place) -> range:
        """Return the steps of the style for what boxes say."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import ITEM_TEXT

        steps = text_steps(place.style(ITEM_TEXT), short=True)
        stride = -(-len(steps) // MOST_SIZES)
        return steps[(len(steps) - 1) % stride :: stride]  # the least is among them


class _Reader:
    """Reads one diagram that is written at a path."""

    def __init__(self, entry: DiagramEntry, path: DataPath, resolver: Resolver) -> None:
        self._entry, self._path, self._resolver = entry, path, resolver
        self._places: dict[str, DataPath] = {}  # of names, where each is written first

    def diagram(self) -> Diagram | None:
        """Return the diagram, None where something in it is reported."""
        around = (*self._path, "edges") if "edges" in self._resolver.written(self._path) else self._path
        told = self._entry.nodes or {}
        named = {plain_name(name) for name in told}
        drawn = [self._edges(one, (*around, index), named) for index, one in enumerate(self._entry.edges)]
        for name in told:
            self._places.setdefault(plain_name(name), (*self._path, "nodes", name))
        edges = tuple(one for several in drawn for one in several)
        if not all(drawn) or not self._is_sound(edges):
            return None
        by_name = {plain_name(name): (name, one) for name, one in told.items()}
        nodes = tuple(self._node(name, *by_name.get(name, (name, None))) for name in self._places)
        self._resolver.allowance.edges(len(edges), self._resolver.span(self._path))
        alt = self._resolver.line(self._entry.alt, (*self._path, "alt")) if self._entry.alt else ""
        return Diagram(nodes, edges, self._entry.direction, alt, self._resolver.span(self._path))

    def _edges(self, entry: EdgeEntry, path: DataPath, named: Collection[str]) -> list[Edge]:
        """Return the edges that an arrow or several in a row stand for; report where there is none.

        What stands behind a colon is said of them, if that is not the name of a node that is `named`.
        """
        resolver, written = self._resolver, self._resolver.written(path)
        short = is_pair(written, EdgeEntry)
        here = (*path, "edge") if "edge" in written else path
        edge, label = (entry.edge, None) if short or entry.text else labelled(entry.edge, named)
        arrows = arrows_in(edge)
        if not arrows or not all(one and to for one, _, to in arrows):
            said = "has an arrow that leads from or to nothing" if arrows else "has no arrow"
            span = resolver.tree.key_span((*path, entry.edge)) if short else resolver.span(here)
            resolver.diagnostics.report("wrong-value", f"`{entry.edge}` {said}", span, help=_AS)
            return []
        for one, _, to in arrows:
            self._places.setdefault(one, here)
            self._places.setdefault(to, here)
        text = resolver.paragraph(label, here) if label else None
        if entry.text:
            text = resolver.paragraph(entry.text, (*path, entry.edge if short else "text"))
        span = resolver.span(path)
        return [Edge(*one, entry.line == "dashed", text, span) for one in arrows]

    def _is_sound(self, edges: Sequence[Edge]) -> bool:
        """Tell whether there are not too many edges and nodes, and the picked one is there; report otherwise."""
        resolver, names, pick = self._resolver, tuple(self._places), self._entry.pick
        if len(edges) > MOST_EDGES:
            said = f"a diagram has up to {MOST_EDGES} edges, and here they begin to be too many"
            resolver.diagnostics.report("wrong-value", said, edges[MOST_EDGES].span, help=_SMALLER)
            return False
        if len(names) > MOST_NODES:
            span = resolver.span(self._places[names[MOST_NODES]])
            said = f"a diagram has up to {MOST_NODES} nodes, and this is one more"
            resolver.diagnostics.report("wrong-value", said, span, help=_SMALLER)
            return False
        if pick is not None and plain_name(pick) not in self._places:
            help = nearest(pick, names) or f"nodes: {', '.join(names)}"
            span = resolver.span((*self._path, "pick"))
            resolver.diagnostics.report("wrong-value", f"`{pick}` is no node of this diagram", span, help=help)
            return False
        return True

    def _node(self, name: str, written: str, entry: NodeEntry | None) -> Node:
        resolver, place = self._resolver, self._places[name]
        picked = self._entry.pick is not None and plain_name(self._entry.pick) == name
        if entry is None:
            return Node(name, resolver.paragraph(name, place), NodeShape.BOX, picked, resolver.span(place))
        here = (*self._path, "nodes", written)
        said = resolver.paragraph(name, here)
        if entry.text:
            said = resolver.paragraph(entry.text, (*here, "text") if resolver.written(here) else here)
        return Node(name, said, NodeShape(entry.shape), picked, resolver.span(here))


DIAGRAM = DiagramKind()
