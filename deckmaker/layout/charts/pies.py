"""Pies and doughnuts: wedges clockwise from 12 o'clock, named beside them, or in them where there is little room."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import (
    ChartLabel,
    GroupType,
    LabelFor,
    LabelPosition,
    Plot,
    PlotGroup,
    PlottedSeries,
    Point,
)
from deckmaker.layout.charts.colors import MUTED, words_on
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.label_pairs import LabelPair
from deckmaker.layout.charts.pie_hole import title_in_hole
from deckmaker.layout.charts.pie_labels import LabelledPie, box_in_wedge, labelled_pie
from deckmaker.layout.charts.pie_parts import HOLE, PieParts
from deckmaker.layout.charts.shortening import set_within
from deckmaker.layout.charts.texts import LABEL
from deckmaker.layout.charts.wording import values_style
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.localization.numbers import format_code, format_number
from deckmaker.localization.shares import share_style
from deckmaker.model.chart import NumberStyle, Series, SeriesLabels, ValueLabels
from deckmaker.model.geometry import Rect

WIDEST = 0.34
"""Of the room's width: a label that is wider is broken."""

MOST_LINES = 3
"""Lines of a name at most."""

LARGER = 1.1
"""How much larger a pie is at least for which shares stand below names, not behind them, or labels are smaller."""

CRAMPED, WORTH_IT = 0.75, 1.3
"""Of the largest radius that a room has: a pie that is smaller for its labels has some in its wedges, where it becomes
so much larger."""

SMALL = 0.6
"""Of the largest radius: a pie that is even smaller has a legend, or goes without some labels."""

MOST_LABELS = 12
"""Labels around a pie: more leaders nobody follows."""

FEWEST = 6
"""Labels that are there even where a pie is small for them."""

MARGIN = 2.5
"""Points at both sides of the room, for frames of labels."""


def draw(room: PlotRoom) -> Drawing:
    """Draw a pie; of several series one each."""
    if len(room.chart.series) > 1:
        from deckmaker.layout.charts import multiples

        return multiples.draw(room)
    most = room.pies.radius if room.pies else inf
    pie = _Pie(room, 0, most)
    for texts in room.texts.smaller_ones(LABEL):
        smaller = _Pie(replace(room, texts=texts), 0, most)
        pie = smaller if smaller.radius > LARGER * pie.radius else pie
        if pie.wants_legend or pie.radius >= least_radius(room, most):
            break
    return pie.drawn()


def least_radius(room: PlotRoom, most: float = inf) -> float:
    """Return the radius in points below which a pie is small for its room, so that its labels are smaller.

    With a legend it is large: its labels are short.
    """
    return (CRAMPED if room.named else SMALL) * min(room.rect.width / 2, room.rect.height / 2, most)


def draw_series(room: PlotRoom, series: int, most: float = inf) -> Drawing:
    """Draw a series as a pie in the middle of a room, its radius at `most` so many points."""
    return _Pie(room, series, most).drawn()


@dataclass(frozen=True)
class _Labelled:
    """A pie, and by point the labels around it and in its wedges."""

    pie: LabelledPie
    outside: dict[int, LabelPair]
    inside: dict[int, LabelPair]


@dataclass(frozen=True)
class _Pie:
    """A series as a pie in a room."""

    room: PlotRoom
    index: int
    most: float = inf

    @property
    def radius(self) -> float:
        """Its radius with its labels, in points."""
        return self._labelled.pie.radius

    @property
    def wants_legend(self) -> bool:
        """Whether names are to stand in a legend, as wished or because it would be too small with them."""
        is_wished = self.room.chart.series_labels is SeriesLabels.LEGEND
        is_small = self._named_beside and self.radius < SMALL * self._largest
        return not self.room.named and (is_wished or is_small)

    def drawn(self) -> Drawing:
        """Return the pie, or the wish for a legend where it would be too small for names."""
        found = self._labelled
        if self.wants_legend:
            return Drawing((), self.room.rect.bottom, legend=tuple(self._legend()))
        plot = Plot(
            found.pie.rect,
            self.room.rect,
            self._series.name,
            (self._group(found),),
            tuple(self._parts.wedges(found.pie, self._edge(found.pie))),
        )
        around = (*self._texts(found), *(title_in_hole(self.room, found.pie) if self._parts.is_ring else ()))
        return Drawing((plot,), self.room.rect.bottom, around=around, findings=tuple(self._findings(found)))

    def _group(self, found: _Labelled) -> PlotGroup:
        plotted = PlottedSeries(
            self._series.name,
            tuple(self._parts.values),
            MUTED,
            colors=tuple(enumerate(self._parts.colors)),
            edge=self._edge(found.pie),
            numbers=format_code(values_style(self.room.chart.y_axis.style, self._parts.values)),
            labels=tuple(self._native(found)),
        )
        return PlotGroup(GroupType.DOUGHNUT if self._parts.is_ring else GroupType.PIE, (plotted,))

    @cached_property
    def _parts(self) -> PieParts:
        return PieParts(self.room.chart, self.index)

    @property
    def _series(self) -> Series:
        return self.room.chart.series[self.index]

    def _edge(self, pie: LabelledPie) -> str | None:
        return self._parts.edge(pie.radius, self.room.texts.place.styles.layout.background)

    # What labels say

    @cached_property
    def _share_style(self) -> NumberStyle:
        return share_style(self.room.chart.y_axis.style, self._parts.values, self._parts.shares)

    @property
    def _named_beside(self) -> bool:
        """Whether names stand beside wedges, and not in a legend."""
        return not self.room.named and self.room.chart.series_labels is not SeriesLabels.NONE

    def _name(self, index: int) -> str:
        return self.room.chart.categories.names[index] if self._named_beside else ""

    def _share(self, index: int) -> str:
        chart = self.room.chart
        wanted = chart.value_labels
        if wanted is ValueLabels.NONE or (
            wanted is ValueLabels.HIGHLIGHT and not chart.highlight.has(self.index, index)
        ):
            return ""
        return format_number(self._parts.shares[index], self._share_style)

    def _pair(self, name: str, share: str, below: bool, align: str, color: str | None = None) -> LabelPair:
        """Return a label as set. Each is set once, however many labels and radii are tried."""
        key = (name, share, below, align, color)
        if key not in self._pairs:
            self._pairs[key] = self._set_pair(*key)
        return self._pairs[key]

    @cached_property
    def _pairs(self) -> dict[tuple[str, str, bool, str, str | None], LabelPair]:
        return {}

    def _set_pair(self, name: str, share: str, below: bool, align: str, color: str | None) -> LabelPair:
        style, most = self.room.texts.style(LABEL, align, color), WIDEST * self.room.rect.width
        named = set_within(name, style, most, MOST_LINES, self.room.texts) if name else None
        number = self.room.texts.set(share, style) if share else None
        return LabelPair(named, number, below or (named is not None and named.lines > 1))

    # Where labels stand

    @property
    def _around(self) -> Rect:
        """The room of labels, whose frames are a little wider than their letters."""
        rect = self.room.rect
        return Rect(rect.x + MARGIN, rect.y, rect.width - 2 * MARGIN, rect.height)

    @property
    def _largest(self) -> float:
        return min(self.room.rect.width / 2, self.room.rect.height / 2, self.most)

    @cached_property
    def _labelled(self) -> _Labelled:
        """Return the pie with the labels of its largest wedges, as many as leave it a good size."""
        order = sorted((index for index, one in enumerate(self._parts.shares) if one), key=self._rank)
        for count in range(min(len(order), MOST_LABELS), 0, -1):
            found = self._with_labels(order[:count])
            if found and (count <= FEWEST or found.pie.radius >= SMALL * self._largest):
                return found
        return _Labelled(self._bare(), {}, {})

    def _bare(self) -> LabelledPie:
        rect = self.room.rect
        nothing = (None,) * len(self._parts.shares)
        return LabelledPie((rect.x + rect.width / 2, rect.y + rect.height / 2), self._largest, nothing)

    def _rank(self, index: int) -> tuple[bool, float]:
        return not self.room.chart.highlight.has(self.index, index), -self._parts.shares[index]

    def _with_labels(self, points: list[int]) -> _Labelled | None:
        """Return the pie with labels of these points, outside as far as that leaves it large."""
        best: _Labelled | None = None
        for on_lines in (False, True):
            found = self._with_inside(points, on_lines, False)
            if found and (best is None or found.pie.worth > LARGER * best.pie.worth):
                best = found
        are_outside = self.room.pies is not None and self.room.pies.outside  # as those of neighbours
        if best and (are_outside or best.pie.radius >= CRAMPED * self._largest):
            return best
        inside = self._with_inside(points, True, True)
        worth = inside and (best is None or inside.pie.radius > WORTH_IT * best.pie.radius)
        return inside if worth else best

    def _with_inside(self, points: list[int], on_lines: bool, some_inside: bool) -> _Labelled | None:
        """Return the largest pie whose labels have room, of `some` in their wedges."""
        radius = self._largest
        while True:
            inside = self._inside(points, radius) if some_inside else {}
            outside = dict(self._outside(points, on_lines, inside))
            sizes = [outside[i].size if i in outside else None for i in range(len(self._parts.shares))]
            pie = labelled_pie(self._parts.middles, sizes, self._around, radius)
            if pie is None or pie.radius >= radius or not inside:
                return _Labelled(pie, outside, inside) if pie else None
            radius = pie.radius

    def _inside(self, points: list[int], radius: float) -> dict[int, LabelPair]:
        """Return the labels that have room in their wedges: of a doughnut, the shares alone."""
        found = {}
        for index in points:
            name = "" if self._parts.is_ring else self._name(index)
            color = words_on(self._parts.colors[index], self.room.texts.place.styles.theme)
            label = self._pair(name, self._share(index), True, "center", color)
            if label.size and self._box_inside(index, (0.0, 0.0), radius, label):
                found[index] = label
        return found

    def _box_inside(self, index: int, center: Point, radius: float, label: LabelPair) -> Rect | None:
        hole = HOLE * radius if self._parts.is_ring else 0.0
        letters = label.number.ink if label.number and not label.name else None  # numbers have no descenders
        start, sweep = self._parts.starts[index], self._parts.shares[index]
        return box_in_wedge(center, radius, hole, start, sweep, label.size or (0.0, 0.0), letters)

    def _outside(
        self, points: list[int], on_lines: bool, inside: dict[int, LabelPair]
    ) -> Iterator[tuple[int, LabelPair]]:
        for index in points:
            if index in inside and not self._parts.is_ring:
                continue
            share = "" if index in inside else self._share(index)
            align = "left" if self._parts.middles[index] < 0.5 else "right"
            label = self._pair(self._name(index), share, on_lines, align)
            if label.below and not self._parts.is_ring:  # native charts centre the lines of a label
                label = self._pair(self._name(index), share, True, "center")
            if label.size:
                yield index, label

    # Placed

    def _native(self, found: _Labelled) -> Iterator[ChartLabel]:
        """Yield the labels that a native chart has at the same places: at the wedges of a pie, and in wedges."""
        for index, text in found.inside.items():
            box = self._box_inside(index, found.pie.center, found.pie.radius, text)
            assert box, "a label in a wedge has room there"
            yield from self._chart_labels(index, text, box, LabelPosition.CENTER)
        for index, text in found.outside.items():
            label = found.pie.labels[index]
            if label and not label.is_moved and not self._parts.is_ring:
                yield from self._chart_labels(index, self._centered(index, text), label.rect, LabelPosition.OUTSIDE_END)

    def _centered(self, index: int, text: LabelPair) -> LabelPair:
        """Return a label whose lines are in its middle, as those of native charts are; one of one line as it is."""
        share = self._share(index) if text.number else ""
        return self._pair(self._name(index), share, True, "center") if text.below else text

    def _chart_labels(self, index: int, text: LabelPair, box: Rect, position: LabelPosition) -> Iterator[ChartLabel]:
        for is_name, placed in text.placed(box, self.room.texts):
            yield ChartLabel(placed, LabelFor.CATEGORY if is_name else LabelFor.SHARE, index, self.index, position)

    def _texts(self, found: _Labelled) -> Iterator[Placed]:
        """Yield the labels that native charts would set elsewhere, with their leaders."""
        for index, text in found.outside.items():
            label = found.pie.labels[index]
            if label and (label.is_moved or self._parts.is_ring):
                yield from (shape(piece, MUTED) for piece in label.leader)
                shown = text if label.is_moved else self._centered(index, text)
                yield from (placed for _, placed in shown.placed(label.rect, self.room.texts))

    def _legend(self) -> Iterator[LegendEntry]:
        names = self.room.chart.categories.names
        for name, color, share in zip(names, self._parts.colors, self._parts.shares, strict=True):
            if share:
                yield LegendEntry(name, color)

    def _findings(self, found: _Labelled) -> Iterator[Finding]:
        chart = self.room.chart
        shown = sum(one > 0 for one in self._parts.shares)
        lacking = shown - len(found.inside.keys() | found.outside.keys())
        if lacking and (self._named_beside or chart.value_labels is not ValueLabels.NONE):
            parts = "1 part has" if lacking == 1 else f"{lacking} parts have"
            message = f": {parts} no label in the {chart.type.value} chart, for want of room"
            yield Finding("names-left-out", message, chart.span, "join small parts into one, or draw bars")
