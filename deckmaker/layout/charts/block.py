"""A chart as a block: its subtitle, its legend, its plots with what stands around them, and its note, in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.colors import HUES
from deckmaker.layout.charts.cut_names import cut_names
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom, drawer_for
from deckmaker.layout.charts.grid_gaps import with_gaps
from deckmaker.layout.charts.legend import alike, set_legend
from deckmaker.layout.charts.multiples import WHOLE
from deckmaker.layout.charts.texts import SUBTITLE, ChartTexts
from deckmaker.layout.charts.units_above import with_units_above
from deckmaker.layout.compositions import grouped_at
from deckmaker.layout.document import NOT_ALONE, Decision, Placed, TextItem
from deckmaker.layout.findings import Finding, ways_out
from deckmaker.layout.place import OverflowFinding, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import set_text
from deckmaker.model import Paragraph
from deckmaker.model.chart import Chart, ChartType
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import NOTE
from deckmaker.theme.theme import ChartStyle

ROOMY = ((420.0, 200.0), (280.0, 140.0))
"""Points of width and height from which texts are of their own size; from which they are one point smaller."""

SHARE = 0.5
"""Of its width: how high a plot would like to be."""

LEAST_PLOT = 96.0
"""Points below which nobody reads a plot."""

TOO_LOW = 48.0
"""Points of a plot's height below which nobody reads what it shows."""

ROUNDS = 2
"""How often the room of a plot is changed until it is level with others: its labels may change with it."""

ROW = 30.0
"""Points of height that a row of a bar chart would like to have."""


@dataclass(frozen=True)
class ChartBlock:
    """A chart in a place."""

    chart: Chart
    place: Place

    @property
    def natural(self) -> float:
        """The height in points that it would take if it had all of its place."""
        rows = len(self.chart.categories.names) * max(len(self.chart.series), 1)
        by_rows = self.chart.type in (ChartType.BAR, ChartType.DUMBBELL)
        plot = ROW * (1 + rows) if by_rows else SHARE * self.place.wide.width
        return self._around + max(LEAST_PLOT, min(plot, self.place.wide.height))

    @property
    def least(self) -> float:
        """The height in points below which it cannot be read."""
        return self._around + LEAST_PLOT

    @property
    def _around(self) -> float:
        """What its subtitle and its note take, in points."""
        heights = [
            fitted.shift + fitted.setting.height + gap
            for fitted, gap in ((self._subtitle, self._look.subtitle_gap), (self._note, self._look.note_gap))
            if fitted
        ]
        return sum(heights) + (self.place.styles.theme.baseline if self._note else 0.0)

    def set(self) -> SetBlock:
        """Set the chart so that it fills its place."""
        wide = self.place.wide
        top, bottom = wide.y, wide.bottom
        parts: list[SetBlock] = []
        if self._subtitle:
            own = self.place.within(top, top + self._subtitle.shift + self._subtitle.setting.height)
            style = self._style(SUBTITLE)
            parts.append(self._text(self._subtitle, Role.SUBTITLE, "chart subtitle", style, own))
            top += parts[0].height + self._look.subtitle_gap
        if self._note:
            bottom -= self._note.setting.height + self._look.note_gap + self.place.styles.theme.baseline
        room = Rect(wide.x, top, wide.width, max(bottom - top, LEAST_PLOT / 2))
        drawing, legend = self._drawn(room)
        drawing = with_gaps(drawing, self._look)
        children = [*(part.placed[0] for part in parts), *self._drawing(room, drawing, legend)]
        end = drawing.bottom
        if self._note:
            note = self._set_note(end + self._look.note_gap)
            children += note.placed
            parts.append(note)
            end = note.placed[0].rect.y + note.height
        rect = Rect(wide.x, wide.y, wide.width, end - wide.y)
        return SetBlock(
            (grouped_at(rect, children, self.chart.span, Role.FIGURE),),
            rect.height,
            flaws=sum(part.flaws for part in parts),
            excess=max(0.0, end - wide.bottom),
            overfull=(*(one for part in parts for one in part.overfull), *self._too_low(drawing)),
            findings=(*drawing.findings, *self._crowded(drawing), *cut_names(self.chart, drawing)),
        )

    def _crowded(self, drawing: Drawing) -> Iterator[Finding]:
        """Yield what is said of a chart whose plot has hardly any room."""
        for name, low in self._too_low(drawing):
            message = f": the plot of `{name}` is {low.size} points high, less than the {TOO_LOW:.0f} that it needs"
            help = ways_out(self.place.overflow, "leave something out")
            yield Finding("crowded-chart", message, self.chart.span, help)

    def _too_low(self, drawing: Drawing) -> Iterator[tuple[str, OverflowFinding]]:
        """Yield the height of a plot that has hardly any room, and may have more on another slide."""
        heights = [plot.rect.height for plot in drawing.plots if not (plot.x_axis and plot.x_axis.reversed)]
        lowest = min(heights, default=TOO_LOW)
        if lowest < TOO_LOW:
            overflow = OverflowFinding(round(lowest), False, self.place.overflow, self.chart.span)
            yield self.place.named("chart"), overflow

    def _drawn(self, room: Rect) -> tuple[Drawing, tuple[Placed, ...]]:
        """Return the chart as drawn, below a legend where not all series are named beside their marks."""
        draw, texts = drawer_for(self.chart), ChartTexts(self.place, self.chart.span, _smaller(room))
        own = PlotRoom(with_units_above(self.chart), room, texts, pies=self.place.pie_level)
        drawing = draw(own)
        if len(drawing.legend) == 1:  # tells nothing apart: a title or a subtitle says what is shown
            own = replace(own, named=True)
            drawing = draw(own)
        if not drawing.legend:
            return self._levelled(drawing, own), ()
        legend = set_legend(drawing.legend, room, texts)
        below = Rect(room.x, room.y + legend.height, room.width, max(room.height - legend.height, LEAST_PLOT / 2))
        own = replace(own, rect=below, named=True)
        drawn = self._levelled(draw(own), own)
        return replace(drawn, findings=(*drawn.findings, *self._alike(drawing.legend))), legend.placed

    def _alike(self, entries: Sequence[LegendEntry]) -> Iterator[Finding]:
        """Yield what is said of a legend in which a hue stands for two series, which colour alone tells apart."""
        if names := alike(entries, not self.chart.highlight):
            message = f": `{names[0]}` and `{names[1]}` have one colour in the legend: there are {HUES}"
            help = "stress some of them with `highlight:`, "
            if self.chart.type not in WHOLE and len(self.chart.series) > 1:
                help += "give each a chart with `multiples: true`, "
            yield Finding("hues-repeat", message, self.chart.span, f"{help}or show fewer")

    def _levelled(self, drawing: Drawing, room: PlotRoom) -> Drawing:
        """Return a drawing whose plots begin and end where those of its neighbours do, as far as its room goes."""
        level = self.place.plot_level
        if level is None or not drawing.plots or any(plot.y_axis is None for plot in drawing.plots):
            return drawing
        draw, own, most = drawer_for(self.chart), replace(room, level=True), room.rect
        for _ in range(ROUNDS):
            drawn = draw(own)
            if not drawn.plots:
                return drawing
            top = own.rect.y + level.top - min(plot.rect.y for plot in drawn.plots)
            bottom = own.rect.bottom + level.bottom - max(plot.rect.bottom for plot in drawn.plots)
            top, bottom = max(top, most.y), min(bottom, most.bottom)
            if bottom - top < LEAST_PLOT:
                return drawing
            own = own.within(Rect(most.x, top, most.width, bottom - top))
        return draw(own)

    def _drawing(self, room: Rect, drawing: Drawing, legend: tuple[Placed, ...]) -> Iterator[Placed]:
        """Yield what is behind the plots, these, and what stands around them as one thing."""
        rect = replace(room, height=drawing.bottom - room.y)
        decision, name = Decision(rect, NOT_ALONE), self.place.named("chart")
        if len(drawing.behind) > 1:
            yield grouped_at(rect, drawing.behind, self.chart.span, Role.ANNOTATIONS)
        else:
            yield from drawing.behind
        item = ChartItem(self.chart, drawing.plots)
        yield Placed(rect, item, Role.CHART, name, self.chart.span, decision=decision)
        around = tuple(self._named((*legend, *drawing.around)))
        if around:
            yield grouped_at(rect, around, self.chart.span, Role.ANNOTATIONS)

    def _named(self, placed: Iterable[Placed]) -> Iterator[Placed]:
        """Yield what is placed, its texts with names of their own on the page."""
        counts = {Role.AXIS: 0, Role.LABEL: 0}
        for one in placed:
            if not isinstance(one.item, TextItem) or one.role not in counts:
                yield one
                continue
            counts[one.role] += one.slot is None
            own = one.slot or f"{one.role.value} {counts[one.role]}"
            yield replace(one, slot=self.place.named(f"chart {own}"))

    @cached_property
    def _subtitle(self) -> Fitted | None:
        return self._fitted(self.chart.subtitle, self._style(SUBTITLE)) if self.chart.subtitle else None

    @cached_property
    def _note(self) -> Fitted | None:
        return self._fitted(self.chart.note, self.place.style(NOTE)) if self.chart.note else None

    @property
    def _look(self) -> ChartStyle:
        return self.place.styles.theme.charts

    def _style(self, name: str) -> TextStyle:
        return ChartTexts(self.place, self.chart.span).style(name)

    def _fitted(self, text: Paragraph, style: TextStyle, top: float | None = None) -> Fitted:
        """Return a text above or below the plot, as set in all of the place's width."""
        wide = self.place.wide
        rect = wide if top is None else Rect(wide.x, top, wide.width, max(wide.bottom - top, style.size))
        (fitted,) = self.place.context.fit([FrameText((text,), style.only(style.size), rect)])
        return fitted

    def _set_note(self, top: float) -> SetBlock:
        assert self.chart.note
        style = self.place.style(NOTE)
        fitted = self._fitted(self.chart.note, style, top)
        own = self.place.within(top, top + fitted.shift + fitted.setting.height - fitted.excess_height)
        return self._text(fitted, Role.CAPTION, "chart note", style, own)

    def _text(self, fitted: Fitted, role: Role, name: str, style: TextStyle, own: Place) -> SetBlock:
        """Return a fitted text in all of the width that the place has."""
        wide = replace(own, rect=own.wide)
        return set_text(fitted, role, self.place.named(name), style, wide, self.chart.span, NOT_ALONE)


def _smaller(room: Rect) -> int:
    """Return by how many points texts are smaller than usual where plots have so much room."""
    steps = [width <= room.width and height <= room.height for width, height in ROOMY]
    return steps.index(True) if True in steps else len(steps)
