"""Where the boxes of a graph stand, and how its lines lead: by `graphlay`, which draws in layers, and trees.

What leads back is found first, from the box that is named first: so a graph begins where its author began, and lines
that lead back bend where others are straight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.back_lines import Points, led_around, turned
from deckmaker.model.geometry import Rect

_DIRECTIONS = {"right": "leftright", "down": "topbottom"}
_BACK = 0.1
"""How much less a line that leads back matters for what stands straight."""


_FEW = 20
"""Boxes up to which an order with the fewest crossings is looked for at length."""


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


class Gaps(NamedTuple):
    """Points between layers, and between boxes of a layer."""

    layers: float
    boxes: float


@dataclass(frozen=True, slots=True)
class Arranged:
    """Where boxes stand, by their middles, and how lines lead, piece by piece, in points; how many layers there are."""

    boxes: tuple[tuple[float, float], ...]
    lines: tuple[tuple[Points, ...], ...]
    left: float
    top: float
    size: Size
    layers: int


@dataclass(frozen=True)
class Graph:
    """Boxes of some sizes, `round` ones among them, at whose sides lines end in the middle alone, and lines.

    Each line is the boxes that it leads through, by their indices, the first of which stands before the last.
    """

    sizes: tuple[Size, ...]
    round: tuple[bool, ...]
    lines: tuple[tuple[int, ...], ...]

    @property
    def is_tree(self) -> bool:
        """Whether no box has two lines to it, and none leads back: a tree, or several."""
        into = Counter(to for line in self.lines for _, to in pairwise(line))
        return max(into.values(), default=0) <= 1 and not any(self.back)

    @property
    def branches(self) -> bool:
        """Whether several lines lead from one box."""
        return max(Counter(line[0] for line in self.lines).values(), default=0) > 1

    @property
    def back(self) -> list[bool]:
        """For each line whether it leads back to where its way has come from, or to itself."""
        leading: dict[int, list[int]] = {}
        for index, line in enumerate(self.lines):
            leading.setdefault(line[0], []).append(index)
        found = [False] * len(self.lines)
        done: set[int] = set()
        for start in dict.fromkeys(line[0] for line in self.lines):
            way, waiting = [start], [iter(leading.get(start, ()))]
            if start in done:
                continue
            while way:
                step = next(waiting[-1], None)
                if step is None:
                    done.add(way.pop())
                    waiting.pop()
                elif (to := self.lines[step][-1]) in way:
                    found[step] = True
                elif to not in done:
                    way.append(to)
                    waiting.append(iter(leading.get(to, ())))
        return found

    def arranged(self, direction: str, gaps: Gaps) -> Arranged:
        """Return where all stands if lines lead in a direction, `right` or `down`.

        Boxes without a line stand below the others, in a row: no line leads behind them.
        """
        joined = sorted({one for line in self.lines for one in line})
        if len(joined) == len(self.sizes):
            return _arranged(self, direction, gaps)
        place = {index: number for number, index in enumerate(joined)}
        inner = Graph(
            tuple(self.sizes[one] for one in joined),
            tuple(self.round[one] for one in joined),
            tuple(tuple(place[one] for one in line) for line in self.lines),
        )
        found = _arranged(inner, direction, gaps)
        middles = {index: found.boxes[number] for index, number in place.items()}
        x, y, right = found.left, found.top + found.size.height, found.left + found.size.width
        bottom = y
        for index, size in enumerate(self.sizes):
            if index in middles:
                continue
            if bottom == y or x + size.width > right:
                x, y = found.left, bottom + gaps.boxes
            middles[index] = (x + size.width / 2, y + size.height / 2)
            x, bottom = x + size.width + gaps.boxes, max(bottom, y + size.height)
        width = max(one[0] + self.sizes[index].width / 2 for index, one in middles.items()) - found.left
        boxes = tuple(middles[index] for index in range(len(self.sizes)))
        return replace(found, boxes=boxes, size=Size(max(width, found.size.width), bottom - found.top))

    def _arrange(self, direction: str, gaps: Gaps) -> Arranged:
        from graphlay import layout, layout_tree  # which few decks need

        if self.is_tree:
            options: dict[str, Any] = {
                "direction": _DIRECTIONS[direction],
                "row_gap": gaps.layers,
                "sibling_gap": gaps.boxes,
                "subtree_gap": 1.5 * gaps.boxes,
            }
            found = layout_tree(self._request(), options=options)
        else:
            options = {
                "direction": _DIRECTIONS[direction],
                "effort": "balanced" if len(self.sizes) <= _FEW else "fast",
                "routing": {"centre_ports": "all", "merge_edges": "both"},
                "spacing": {"layer_gap": gaps.layers, "node_gap": gaps.boxes},
            }
            found = layout(self._request(), options=options)
        middles = tuple((one["center"]["x"], one["center"]["y"]) for one in found.nodes)
        drawn = iter([tuple((point["x"], point["y"]) for point in one["points"]) for one in found.edges])
        low, high = found.bounds["min"], found.bounds["max"]
        lines = tuple(tuple(next(drawn) for _ in pairwise(line)) for line in self.lines)
        return Arranged(
            middles,
            self._led_around(lines, middles, direction) if any(self.back) else lines,
            low["x"],
            low["y"],
            Size(high["x"] - low["x"], high["y"] - low["y"]),
            len({round(x if direction == "right" else y) for x, y in middles}),
        )

    def _led_around(
        self, lines: tuple[tuple[Points, ...], ...], middles: Points, direction: str
    ) -> tuple[tuple[Points, ...], ...]:
        """Return lines with those that lead back around the boxes between, where they have room there."""
        rects = [
            Rect(x - one.width / 2, y - one.height / 2, *one) for (x, y), one in zip(middles, self.sizes, strict=True)
        ]
        if direction == "right":
            return led_around(lines, self.lines, rects, self.back)
        rects = [Rect(one.y, one.x, one.height, one.width) for one in rects]
        return turned(led_around(turned(lines), self.lines, rects, self.back))

    def _request(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        boxes = [
            {
                "key": str(index),
                "size": {"width": size.width, "height": size.height},
                "shape": "ellipse" if is_round else "box",
            }
            for index, (size, is_round) in enumerate(zip(self.sizes, self.round, strict=True))
        ]
        pieces = [
            {"source": one, "target": to, "weight": _BACK if is_back else 1.0, "reverse_for_ranking": is_back}
            for line, is_back in zip(self.lines, self.back, strict=True)
            for one, to in pairwise(line)
        ]
        return {"nodes": boxes, "edges": pieces}


@lru_cache(maxsize=1_024)  # a block is set several times at each size of its texts, and looked at in the least
def _arranged(graph: Graph, direction: str, gaps: Gaps) -> Arranged:
    return graph._arrange(direction, gaps)
