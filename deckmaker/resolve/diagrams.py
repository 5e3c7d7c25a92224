"""Arrows as they are written to nodes and edges."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.blocks.diagram import Diagram, DiagramEntry, EdgeEntry, NodeEntry, is_short
from deckmaker.diagnostics import Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.model.diagram import Edge, Node, NodeShape
from deckmaker.model.text import Paragraph
from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

MOST_NODES = 60
"""Nodes of a diagram: of more, nobody keeps any."""

_ARROW = pattern(r"\s*+(?P<arrow><-{1,3}+>|-{1,3}+>|<-{1,3}+|→|←|↔|⟶|(?<=\s)-{2,3}+(?=\s))\s*+")
_BACK, _FORTH = "<←↔", ">→↔⟶"
"""Signs that an arrow with a head at its beginning, or at its end, begins or ends with."""

_AS = "write it as in `Order -> Check`, with a name at each end"


class _Drawn(NamedTuple):
    """An edge between two names, and what else there is to say of it."""

    source: str
    target: str
    ends: tuple[bool, bool]
    dashed: bool
    text: Paragraph | None
    span: Span


class DiagramReader:
    """Reads one diagram that is written at a path."""

    def __init__(self, entry: DiagramEntry, path: DataPath, resolver: Resolver) -> None:
        self._entry, self._path, self._resolver = entry, path, resolver
        self._places: dict[str, DataPath] = {}  # of names, where each is written first

    def diagram(self) -> Diagram | None:
        """Return the diagram, None where something in it is reported."""
        around = (*self._path, "edges") if "edges" in self._resolver.written(self._path) else self._path
        drawn = [self._edges(one, (*around, index)) for index, one in enumerate(self._entry.edges)]
        told = self._entry.nodes or {}
        for name in told:
            self._places.setdefault(_plain(name), (*self._path, "nodes", name))
        if not all(drawn) or not self._is_sound():
            return None
        by_name = {_plain(name): (name, one) for name, one in told.items()}
        nodes = tuple(self._node(name, *by_name.get(name, (name, None))) for name in self._places)
        index = {one.name: number for number, one in enumerate(nodes)}
        edges = tuple(
            Edge(index[one.source], index[one.target], one.ends, one.dashed, one.text, one.span)
            for several in drawn
            for one in several
        )
        alt = self._resolver.line(self._entry.alt, (*self._path, "alt")) if self._entry.alt else ""
        return Diagram(nodes, edges, self._entry.direction, alt, self._resolver.span(self._path))

    def _edges(self, entry: EdgeEntry, path: DataPath) -> list[_Drawn]:
        """Return the edges that an arrow or several in a row stand for; report where there is none."""
        resolver, written = self._resolver, self._resolver.written(path)
        short = is_short(written)
        here = (*path, "edge") if "edge" in written else path
        found = list(_ARROW.finditer(entry.edge))
        starts, ends = [0, *(one.end() for one in found)], [*(one.start() for one in found), len(entry.edge)]
        names = [_plain(entry.edge[start:end]) for start, end in zip(starts, ends, strict=True)]
        if not found or not all(names):
            said = "has no arrow" if not found else "has an arrow that leads from or to nothing"
            span = resolver.tree.key_span((*path, entry.edge)) if short else resolver.span(here)
            resolver.diagnostics.report("wrong-value", f"`{entry.edge}` {said}", span, help=_AS)
            return []
        for name in names:
            self._places.setdefault(name, here)
        text = None
        if entry.text:
            text = resolver.paragraph(entry.text, (*path, entry.edge if short else "text"))
        span = resolver.span(path)
        edges = []
        for arrow, (left, right) in zip(found, pairwise(names), strict=True):
            sign = arrow["arrow"]
            heads = (sign[0] in _BACK, sign[-1] in _FORTH)
            is_back = heads == (True, False)  # it leads to what stands before it
            joined = (right, left, (False, True)) if is_back else (left, right, heads)
            edges.append(_Drawn(*joined, entry.line == "dashed", text, span))
        return edges

    def _is_sound(self) -> bool:
        """Tell whether there are not too many nodes, and the one that is picked is there; report otherwise."""
        resolver, names, pick = self._resolver, tuple(self._places), self._entry.pick
        if len(names) > MOST_NODES:
            span = resolver.span(self._places[names[MOST_NODES]])
            said = f"a diagram has up to {MOST_NODES} nodes, and this is one more"
            resolver.diagnostics.report("wrong-value", said, span, help="show its parts on slides of their own")
            return False
        if pick is not None and _plain(pick) not in self._places:
            help = nearest(pick, names) or f"nodes: {', '.join(names)}"
            span = resolver.span((*self._path, "pick"))
            resolver.diagnostics.report("wrong-value", f"`{pick}` is no node of this diagram", span, help=help)
            return False
        return True

    def _node(self, name: str, written: str, entry: NodeEntry | None) -> Node:
        resolver, place = self._resolver, self._places[name]
        picked = self._entry.pick is not None and _plain(self._entry.pick) == name
        if entry is None:
            return Node(name, resolver.paragraph(name, place), NodeShape.BOX, picked, resolver.span(place))
        here = (*self._path, "nodes", written)
        said = resolver.paragraph(name, here)
        if entry.text:
            said = resolver.paragraph(entry.text, (*here, "text") if resolver.written(here) else here)
        return Node(name, said, NodeShape(entry.shape), picked, resolver.span(here))


def _plain(name: str) -> str:
    """Return a name as it is compared: without the blanks around it, one where several are."""
    return " ".join(name.split())
