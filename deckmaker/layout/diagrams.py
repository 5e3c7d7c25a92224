"""Diagrams in their place: nodes in layers, edges around them. `graphlay` says where; sizes are those of the words.

Whatever has arrows to it stands behind these. Nodes of a shape are equally large. What is narrower than its place
stands in the middle of that, its layers further apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from math import ceil, inf, sqrt

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.compositions import composed, grouped_at, shape
from deckmaker.layout.connectors import Connector
from deckmaker.layout.diagram_nodes import SetWords, room_inside, size_around
from deckmaker.layout.document import ConnectorsItem, Decision, Outline, Placed
from deckmaker.layout.findings import Finding, place_in_words, which_size
from deckmaker.layout.graphs import Arranged, Gaps, Graph, Size
from deckmaker.layout.place import OverflowFinding, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import proportional_step, set_at, stacked_texts, text_steps
from deckmaker.model import Paragraph
from deckmaker.model.diagram import IN_WORDS, Edge, Node, NodeShape
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import ITEM_TEXT, NOTE

WIDEST, WIDEST_LABEL = 8.5, 7.0
"""How long lines in nodes and beside edges become before they are broken, in multiples of the texts' size."""

NARROWER = (0.75, 0.6)
"""Of that: lines in nodes of a diagram whose words would be small else, or have no room."""

GAINED = 0.6
"""How much larger than its place a diagram may be that narrower nodes are tried for."""

LAYER_GAP, NODE_GAP, TIGHT_GAP, WIDER = 1.7, 1.1, 1.0, 2.2
"""Between layers, between nodes of one, both where there is little room, and how much further layers may be apart, in
multiples of the texts' size."""

SURELY = 1.15
"""How much larger than its place a diagram is that surely has no room: words break at other places at other sizes."""

TALLEST = 0.85
"""Of its place's height, what a diagram takes at most by layers that are further apart."""

LABEL_AIR = 4.0
"""Points between the words of an edge and its line."""

_WIDENED = 1.1
"""By what lines become longer until there are not more of them than need be."""

CORNER = 4.5
"""Points: the radius of a node's corners."""

INK = "muted"
"""The palette's name for the colour of edges."""

_OUTLINES = {
    NodeShape.BOX: Outline.ROUNDED,
    NodeShape.ROUND: Outline.ROUNDED,
    NodeShape.ELLIPSE: Outline.ELLIPSE,
    NodeShape.DIAMOND: Outline.DIAMOND,
}
_SHORTER = "shorten its words, or show its parts on slides of their own"


@dataclass(frozen=True, slots=True)
class _Box:
    """What stands between arrows: words in lines `inside` it, and the node whose shape lies behind them, if any."""

    text: Paragraph
    role: Role
    name: str
    style: TextStyle
    size: Size
    inside: float
    span: Span
    node: Node | None = None

    @property
    def is_round(self) -> bool:
        """Whether arrows end at the middles of its sides alone."""
        return self.node is not None and self.node.shape in (NodeShape.ELLIPSE, NodeShape.DIAMOND)

    def drawn(self, room: Rect) -> tuple[Placed, ...]:
        """Return the shape behind its words."""
        if self.node is None:
            return ()
        color = "accent" if self.node.picked else "tint"
        corners = {NodeShape.BOX: CORNER, NodeShape.ROUND: min(room.width, room.height) / 2}
        return (shape(room, color, _OUTLINES[self.node.shape], corners.get(self.node.shape, 0.0)),)


@dataclass(frozen=True)
class DiagramSetter:
    """Sets a diagram in a place, its texts `step` points smaller than their style, lines in nodes a `share` as long."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    direction: str | None
    alt: str
    span: Span
    place: Place
    step: int
    share: float = 1.0

    def set(self) -> SetBlock:
        """Set the diagram from the top of its place, in the middle of the width.

        On a part of a slide that goes on, texts do not become smaller; a diagram does, since it cannot go on itself.
        """
        setter = replace(self, share=self._share)
        block = setter._set_at_step()
        if not block.overfull or (self.place.may_shrink and not self.place.part):
            return block
        own = replace(self.place, part=None, may_shrink=True)
        for step in text_steps(own.style(ITEM_TEXT)):
            block = replace(setter, place=own, step=step)._set_at_step()
            if not block.overfull:
                break
        return block

    def _set_at_step(self) -> SetBlock:
        """Set it at its step; at the least size where it would be far too large: to arrange it then takes too long."""
        size, wide = self._least_size_here, self.place.wide.width
        surely = Size(SURELY * wide, SURELY * self.place.rect.height)
        if self._size > self._least._size and _excess_of(size, surely):
            block = self._least._drawn
            return self._told(replace(block, height=max(size.height, block.height)), size)
        return self._told(self._drawn, self._arranged.size)

    @property
    def _share(self) -> float:
        """The share of their usual length that lines in nodes have: less where words would be small or have no room.

        Small is what is nearer to the least size of words than to that of their style.
        """
        style, own = self._plain, self._largest_size
        if own >= (style.size + style.minimum) // 2 or (1 + GAINED) * own < style.minimum:
            return self.share
        sizes = {share: replace(self, share=share)._largest_size for share in NARROWER}
        share, most = max(sizes.items(), key=lambda one: one[1])
        return share if most > own + 1 or own < style.minimum <= most else self.share

    @property
    def _largest_size(self) -> float:
        """The size in points at which words have room, about; smaller than the least, or larger than they get, too."""
        room, least = Size(self.place.wide.width, self.place.rect.height), self._least
        found = least._least_size_here
        return least._size * min(room.width / max(found.width, 1.0), room.height / max(found.height, 1.0))

    @cached_property
    def _least(self) -> DiagramSetter:
        """The same diagram at the least size of its words, one for all steps that are tried in its place."""
        known, key = self.place.context.least_diagrams, (id(self.nodes), self.share)
        least = known.get(key)
        if least is None or least.edges is not self.edges or least.place != self.place:
            least = known[key] = replace(self, step=self._plain.size - self._plain.minimum)
        return least

    @cached_property
    def _least_size_here(self) -> Size:
        """How large it is at its step at least, as it is in proportion at the least size, nodes close to each other."""
        least = self._least
        gaps = Gaps(TIGHT_GAP * least._size, TIGHT_GAP * least._size)
        ratio = self._size / least._size
        found = [least._graph.arranged(each, gaps).size for each in least._directions]
        room = Size(self.place.wide.width, self.place.rect.height)
        best = min(found, key=lambda one: _excess_of(Size(one.width * ratio, one.height * ratio), room))
        return Size(best.width * ratio, best.height * ratio)

    @cached_property
    def _drawn(self) -> SetBlock:
        """The diagram in its place, whether it has room there or not."""
        wide, arranged = self.place.wide, self._arranged
        left = wide.x + (wide.width - arranged.size.width) / 2 - arranged.left
        top = self.place.rect.y - arranged.top
        rect = Rect(wide.x, self.place.rect.y, wide.width, arranged.size.height)
        drawn = Placed(
            rect,
            ConnectorsItem(tuple(self._lines(left - rect.x, top - rect.y)), self.said, INK),
            Role.CONNECTORS,
            None,
            self.span,
            decision=Decision(rect),
        )
        groups, texts = [drawn], []
        for box, (x, y) in zip(self._boxes, arranged.boxes, strict=True):
            room = Rect(left + x - box.size.width / 2, top + y - box.size.height / 2, *box.size)
            text = self._text(box, room)
            groups.append(grouped_at(room, (*box.drawn(room), *text.placed), box.span, Role.NODE))
            texts.append(text)
        return composed(Role.DIAGRAM, rect, groups, texts, self.span)

    def _lines(self, across: float, down: float) -> Iterator[Connector]:
        """Yield the edges, their points so far from where they were arranged."""
        labels = count(len(self.nodes))
        for edge, pieces in zip(self.edges, self._arranged.lines, strict=True):
            first, last = self._index[edge.source], self._index[edge.target]
            whole = [list(piece) for piece in pieces]
            whole[0][0] = self._on_border(whole[0][0], whole[0][1], first)
            whole[-1][-1] = self._on_border(whole[-1][-1], whole[-1][-2], last)
            yield Connector(
                tuple(tuple((across + x, down + y) for x, y in piece) for piece in whole),
                edge.ends,
                edge.dashed,
                (first, last),
                next(labels) if edge.text else None,
                _said(edge.text) if edge.text else "",
            )

    def _on_border(self, end: tuple[float, float], before: tuple[float, float], index: int) -> tuple[float, float]:
        """Return the end of a line that comes straight from `before`, on the border of its node: that of a diamond lies
        within the ellipse for which it was arranged."""
        box = self._boxes[index]
        if box.node is not None and box.node.shape is NodeShape.ROUND:
            return self._on_pill(end, before, index)
        if box.node is None or box.node.shape is not NodeShape.DIAMOND:
            return end
        (x, y), (cx, cy) = end, self._arranged.boxes[index]
        half_width, half_height = box.size.width / 2, box.size.height / 2
        if before[1] == y:
            left = max(0.0, 1 - abs(y - cy) / half_height) * half_width
            return (cx + left if x > cx else cx - left), y
        left = max(0.0, 1 - abs(x - cx) / half_width) * half_height
        return x, (cy + left if y > cy else cy - left)

    def _on_pill(self, end: tuple[float, float], before: tuple[float, float], index: int) -> tuple[float, float]:
        """Return the end of such a line on the border of a node with round ends: its box begins before these."""
        (x, y), (cx, cy), size = end, self._arranged.boxes[index], self._boxes[index].size
        radius = min(size.width, size.height) / 2
        if before[1] == y:
            reach = size.width / 2 - radius + sqrt(max(0.0, radius**2 - (y - cy) ** 2))
            return (cx + reach if x > cx else cx - reach), y
        beyond = max(0.0, abs(x - cx) - (size.width / 2 - radius))
        reach = sqrt(max(0.0, radius**2 - beyond**2))
        return x, (cy + reach if y > cy else cy - reach)

    @property
    def said(self) -> str:
        """What the diagram says, for readers who hear it: in words, else its arrows one by one."""
        names = {one.name: _said(one.text) for one in self.nodes}
        told = (
            f"{names[one.source]} {IN_WORDS[one.arrow]} {names[one.target]}"
            f"{f' ({_said(one.text)})' if one.text else ''}"
            for one in self.edges
        )
        return self.alt or "; ".join(told)

    # --- Texts ----------------------------------------------------------------------------------

    @cached_property
    def _plain(self) -> TextStyle:
        """The style of words in nodes, whose ground is that of plain pages, whatever page they stand on."""
        styles = self.place.styles
        own = styles.theme.styles.get(ITEM_TEXT) or styles.theme.plain.slots["body"].style
        style = self.place.style(ITEM_TEXT)
        return replace(style, align="center", color=own.color if own else style.color)

    @cached_property
    def _label(self) -> TextStyle:
        style, least = self.place.style(NOTE), self._plain.minimum
        return replace(style, align="center", minimum=min(style.minimum, least))  # never larger than words in nodes

    def _set(self, text: Paragraph, style: TextStyle, widest: float) -> SetWords:
        """Return a text set in lines no longer than so many of its ems, or than its longest word."""
        room = Rect(0.0, 0.0, 10_000.0, 10_000.0)
        step, context = self._own_step(style), self.place.context
        whole = set_at((text,), style, room, step, context)
        length = max((one.width for one in whole.setting.lines), default=0.0)
        most = widest * whole.setting.size
        if length <= most:
            return SetWords(length, whole.setting.height, inf)
        # Lines of about one length, of which none is longer than need be.
        lines = ceil(length / most)
        width = length / lines
        broken = whole
        while broken is whole or (len(broken.setting.lines) > lines and width < most):
            width *= _WIDENED
            broken = set_at((text,), style, replace(room, width=width), step, context)
        if broken.setting.excess_width > TOLERANCE:
            width += broken.setting.excess_width + 1.0
            broken = set_at((text,), style, replace(room, width=width), step, context)
        return SetWords(max(one.width for one in broken.setting.lines), broken.setting.height, width)

    def _own_step(self, style: TextStyle) -> int:
        return self.step if style.name == ITEM_TEXT else proportional_step(style, self.step, self._plain)

    def _text(self, box: _Box, room: Rect) -> SetBlock:
        """Return the words of a box in the middle of its room."""
        width, step = box.inside, self._own_step(box.style)

        def at(top: float) -> SetBlock:
            rect = Rect(room.x + (room.width - width) / 2, top, width, max(self.place.rect.bottom - top, room.height))
            own = replace(self.place, rect=rect, wide=rect, top=top)
            (found,) = stacked_texts(((box.role, box.name, box.style, (box.text,)),), own, step, box.span)
            return found

        return at(room.y + (room.height - at(room.y).height) / 2)

    # --- Sizes and places -----------------------------------------------------------------------

    @cached_property
    def _size(self) -> int:
        """The size of the words in nodes, in points."""
        style = self._plain
        return min(max(style.minimum, style.size - self.step), max(style.size, style.short or 0))

    @cached_property
    def _boxes(self) -> list[_Box]:
        """The boxes of nodes, and of what edges mean. Nodes of one shape are as large as the largest of them."""
        ground = self.place.styles.theme.plain.background
        nodes = []
        largest: dict[NodeShape, Size] = {}
        for number, one in enumerate(self.nodes, start=1):
            style = replace(self._plain, color=ground) if one.picked else self._plain
            narrow = 0.75 if one.shape is NodeShape.DIAMOND else 1.0
            words = self._set(one.text, style, self.share * narrow * WIDEST)
            own = size_around(words, one.shape, self._size)
            other = largest.get(one.shape, Size(0.0, 0.0))
            largest[one.shape] = Size(max(own.width, other.width), max(own.height, other.height))
            nodes.append((one, style, words, f"node {number}"))
        boxes = []
        for one, style, words, name in nodes:
            size = largest[one.shape]
            inside = min(words.frame, room_inside(one.shape, size, self._size))
            boxes.append(_Box(one.text, Role.TEXT, name, style, size, inside, one.span, one))
        for number, edge in enumerate(self.edges, start=1):
            if edge.text:
                words = self._set(edge.text, self._label, WIDEST_LABEL)
                size = Size(words.width + 2 * LABEL_AIR, words.height + LABEL_AIR)
                inside = min(words.frame, size.width)
                boxes.append(_Box(edge.text, Role.LABEL, f"edge {number}", self._label, size, inside, edge.span))
        return boxes

    @cached_property
    def _index(self) -> dict[str, int]:
        """Nodes by their names."""
        return {one.name: index for index, one in enumerate(self.nodes)}

    @cached_property
    def _graph(self) -> Graph:
        labels = count(len(self.nodes))
        index = self._index
        lines = [(index[one.source], *([next(labels)] if one.text else []), index[one.target]) for one in self.edges]
        return Graph(
            tuple(one.size for one in self._boxes), tuple(one.is_round for one in self._boxes), tuple(map(tuple, lines))
        )

    @property
    def _directions(self) -> tuple[str, ...]:
        usual = ("down", "right") if self._graph.is_tree and self._graph.branches else ("right", "down")
        return (self.direction,) if self.direction else usual

    @cached_property
    def _arranged(self) -> Arranged:
        """Where all stands: in the first direction that has room for it, else in that which is nearest to that.

        What branches as a tree leads downwards first, all else to the right, as a text is read.
        """
        graph, room = self._graph, Size(self.place.wide.width, self.place.rect.height)
        for share in (LAYER_GAP, TIGHT_GAP):
            gaps = Gaps(share * self._size, min(share, NODE_GAP) * self._size)
            found = [(_excess(one := graph.arranged(each, gaps), room), each, one) for each in self._directions]
            excess, direction, best = min(found, key=lambda each: each[0])
            if not excess:
                break
        if excess or share == TIGHT_GAP or best.layers < 2:
            return best
        # Layers further apart, as far as there is room: downwards only where nothing is to follow.
        if direction == "right":
            slack = room.width - best.size.width
        else:
            slack = TALLEST * room.height - best.size.height if self.place.holds_one else 0.0
        more = min(slack / (best.layers - 1), WIDER * self._size)
        if more <= 0:
            return best
        wider = graph.arranged(direction, gaps._replace(layers=gaps.layers + more))
        return best if _excess(wider, room) else wider

    # --- What has no room -----------------------------------------------------------------------

    def _told(self, block: SetBlock, size: Size) -> SetBlock:
        """Return the diagram, which takes so much, with what is to be said where it has no room."""
        room = self.place
        over = {"tall": size.height - room.rect.height, "wide": size.width - room.wide.width}
        told = [f"{ceil(one)} points too {how}" for how, one in over.items() if one > TOLERANCE]
        block = replace(block, shrunk=min(1.0, self._size / self._plain.size), excess=max(0.0, over["tall"]))
        if not told:
            return block
        name = room.named("diagram")
        said = f"{' and '.join(told)} at {which_size(room.overflow)}, {self._size} points"
        message = f": {place_in_words(name)} is {said}"
        finding = Finding("text-too-long", message, self.span, _SHORTER)
        overflow = OverflowFinding(self._size, over["wide"] > TOLERANCE, room.overflow, self.span)
        return replace(block, overfull=((name, overflow),), findings=(finding,))


def _said(text: Paragraph) -> str:
    return " ".join("".join(run.text for run in text.runs).split())


def _excess(arranged: Arranged, room: Size) -> float:
    """Return by what share a diagram is larger than its room, 0 where it is not."""
    return _excess_of(arranged.size, room)


def _excess_of(size: Size, room: Size) -> float:
    """Return the same of a size."""
    shares = (size.width / room.width if room.width else inf, size.height / room.height if room.height else inf)
    return max(0.0, *(one - 1.0 for one in shares if one > 1.0 + 1e-9), 0.0)
