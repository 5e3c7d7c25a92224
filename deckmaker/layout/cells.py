"""Flows side by side, in one row or several: their tops level, their texts of one size, a heading above each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from math import inf

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.cell import Cell, body_of, cell_style, heading_of
from deckmaker.layout.cell_frames import ended, panels_behind, rules_above
from deckmaker.layout.document import PictureItem, Placed, TextItem
from deckmaker.layout.figures import TOO_LOW
from deckmaker.layout.flow import SetFlow, fit_flows
from deckmaker.layout.headings import headings_height
from deckmaker.layout.place import CROWDED_SHARE, OWN_SIZES, REGION, OverflowFinding, Place, SetBlock
from deckmaker.layout.plot_levels import plot_level, with_like_pies
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import in_proportion, set_text
from deckmaker.layout.stack import Stack
from deckmaker.model import Cells, Columns, Flow, Grid, Overflow, OverflowPolicy
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, SizeReason
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle
from deckmaker.theme.baselines import LineBox, line_box, on_grid
from deckmaker.theme.flow_styles import HEADING

LEVEL_SHARE = 2 / 3
"""Of the tallest picture of a row: where the lowest has so much, all are as low."""

FAR_TOO_TALL = 2
"""Times the height of their place that cells need which have no room there, whatever was told of them in haste."""

ONE_PLACE = Overflow(OverflowPolicy.SHRINK, OverflowPolicy.SHRINK)
"""What becomes of a heading that has no room in its place: it goes on nowhere."""


@dataclass(frozen=True)
class CellSetter:
    """Sets cells in a place. `word` is what one is called, such as `column`; a rule stands above each if `ruled`.

    They are `closeness` times the theme's gutter apart; cards are no further apart than rows are. Headings have the
    height that they need in that `heading_share` of their size.
    """

    cells: Cells
    place: Place
    word: str
    ruled: bool
    closeness: float = 1.0
    heading_share: float = 1.0

    @property
    def _style(self) -> TextStyle:
        return cell_style(self.place)

    @property
    def _head_style(self) -> TextStyle:
        """The style of headings: they have one place, and may be set smaller whatever becomes of what is below them."""
        return self.place.styles.named(HEADING)

    @property
    def rows(self) -> list[tuple[Flow, ...]]:
        """The flows of each row."""
        flows, across = self.cells.flows, self.cells.across
        return [flows[start : start + across] for start in range(0, len(flows), across)]

    def edges(self) -> list[tuple[float, float]]:
        """Return the left edge and the width of each column: shares of what gutters leave."""
        wide, look = self.place.wide, self.place.styles.theme.columns
        gutter = min(look.gutter, look.row_gap) if self.has_cards else look.gutter * self.closeness
        if len(self.cells.flows) == 1 and isinstance(self.cells, Columns):
            return [(wide.x, min(wide.width, self._measure))]
        first = self.rows[0]
        shares = [flow.share for flow in first] + [1.0] * (self.cells.across - len(first))
        room = wide.width - gutter * (len(shares) - 1)
        widths = [room * share / sum(shares) for share in shares]
        lefts = accumulate((width + gutter for width in widths[:-1]), initial=wide.x)
        return list(zip(lefts, widths, strict=True))

    @property
    def _measure(self) -> float:
        """The width in points of a column that goes on alone: lines as long as those of texts on plain pages."""
        return self.place.styles.theme.plain.slots[REGION].rect.width

    @property
    def has_cards(self) -> bool:
        """Whether each cell stands on a panel."""
        return isinstance(self.cells, Grid) and self.cells.cards

    @property
    def inset(self) -> float:
        """How far in points contents keep from the edges of their cells: on panels."""
        return self.place.styles.theme.panels.inset if self.has_cards else 0.0

    def placed(self, tops: Sequence[float], bottoms: Sequence[float]) -> list[Cell]:
        """Return the cells with their places, row by row between these heights on the page."""
        return list(self._each_placed(tops, bottoms))

    def _each_placed(self, tops: Sequence[float], bottoms: Sequence[float]) -> Iterator[Cell]:
        number, edges = 0, self.edges()
        may_shrink = all(
            (flow.overflow or self.place.overflow).way is OverflowPolicy.SHRINK for flow in self.cells.flows
        )
        for row, top, bottom in zip(self.rows, tops, bottoms, strict=True):
            is_any_headed = any(heading_of(flow) for flow in row)
            heading = self._heading_height(row)
            for flow, (x, width) in zip(row, edges, strict=False):
                # A text alone on its card begins where the heading of another does.
                headed = heading_of(flow) is not None if self.has_cards else is_any_headed
                number += 1
                inner = max(width - 2 * self.inset, 1.0)
                head, body = self._rects(Rect(x + self.inset, top, inner, bottom - self.inset - top), heading, headed)
                place = replace(
                    self.place,
                    rect=body,
                    wide=body,
                    top=body.y,
                    name=f"{self.word} {number}",
                    text=self._style,
                    overflow=flow.overflow or self.place.overflow,
                    may_shrink=may_shrink,
                    holds_one=False,  # what may be larger alone is measured here as it is set: among other cells
                )
                yield Cell(flow, number, heading_of(flow), Stack.of(body_of(flow), place), head)

    def _heading_height(self, row: Sequence[Flow]) -> float:
        """Return the height in points of a row's headings."""
        widths = ((flow, width - 2 * self.inset) for flow, (_, width) in zip(row, self.edges(), strict=False))
        headings = [(head.paragraph, max(width, 1.0)) for flow, width in widths if (head := heading_of(flow))]
        line = self.place.styles.theme.columns.heading
        return headings_height(headings, self._shrunk_head(self.heading_share), line, self.place.context)

    def _shrunk_head(self, share: float) -> TextStyle:
        """Return the style of headings above texts that are shrunk to a share of their size."""
        return self._head_style if share == 1 else in_proportion(self._head_style, share)

    def _rects(self, cell: Rect, heading: float, headed: bool) -> tuple[Rect, Rect]:
        """Return the places of a cell's heading, of that height, and of what is below it; without headings in its row
        that has both."""
        theme, look = self.place.styles.theme, self.place.styles.theme.columns
        start = cell.y + (look.heading_top if self.has_rules else self.inset)
        head = replace(cell, y=start, height=heading)
        head = on_grid(head, "top", self._line(self._head_style), theme.baseline)
        text = start + heading + look.below
        body = replace(cell, y=text, height=cell.bottom - text)
        body = on_grid(body, "top", self._line(self._style), theme.baseline)
        if not headed:
            body = replace(body, y=head.y, height=body.bottom - head.y)
        return head, replace(body, height=min(body.bottom, cell.bottom, self.place.bottom - self.inset) - body.y)

    def _line(self, style: TextStyle) -> LineBox:
        return line_box(style, style.size, self.place.styles.theme.families)

    @property
    def has_rules(self) -> bool:
        """Whether a rule stands above each cell."""
        return self.ruled and not self.has_cards and self.place.styles.theme.columns.rule is not None

    def overheads(self, row: Sequence[Flow]) -> list[float]:
        """Return how much of a row's height is above the text of each of its cells."""
        look = self.place.styles.theme.columns
        start = look.heading_top if self.has_rules else self.inset
        headed = [heading_of(flow) is not None for flow in row]
        if not any(headed):
            return [start] * len(row)
        below = start + self._heading_height(row) + look.below
        return [below if own or not self.has_cards else start for own in headed]

    def naturals(self) -> list[float]:
        """Return the height in points that each row would take if it had all of the place."""
        return list(self.each_natural())

    def each_natural(self) -> Iterator[float]:
        """Yield these heights; what is behind those that are asked for is not measured."""
        return self._heights(lambda cell: cell.stack.natural())

    def leasts(self) -> list[float]:
        """Return the height in points that each row takes at least."""
        return list(self._heights(lambda cell: cell.stack.least()))

    def _heights(self, height: Callable[[Cell], float]) -> Iterator[float]:
        """Yield the height of each row by that of its tallest flow, with a step that may bring texts to the grid."""
        top, bottom = self.place.top, self.place.bottom
        rows, step = self.rows, self.place.styles.theme.baseline
        cells = self._each_placed([top] * len(rows), [bottom] * len(rows))
        for row in rows:
            yield max([above + height(next(cells)) for above in self.overheads(row)]) + step + self.inset

    @property
    def is_far_too_tall(self) -> bool:
        """Whether the rows need far more than the place even at their smallest: known before any is set, and with the
        first ones that tell."""
        rows, left = self.rows, FAR_TOO_TALL * self.place.rect.height
        cells = self._each_placed([self.place.top] * len(rows), [self.place.bottom] * len(rows))
        for row in rows:
            highest = 0.0
            for _ in row:
                highest = max(highest, next(cells).stack.floor(left))
                if highest > left:
                    return True
            left -= highest
        return False

    def row_edges(self) -> tuple[list[float], list[float]]:
        """Return where each row begins and ends: as high as it would like, all less where that has no room."""
        top, bottom = self.place.top, self.place.bottom
        if len(self.rows) == 1:
            return [top], [bottom]
        gap = self.place.styles.theme.columns.row_gap
        naturals = self.naturals()
        room = bottom - top - gap * (len(naturals) - 1)
        heights = naturals if sum(naturals) <= room else self._lowered(naturals, room)
        if max(heights) * len(heights) <= room:
            heights = [max(heights)] * len(heights)
        tops = list(accumulate((height + gap for height in heights[:-1]), initial=top))
        return tops, [one + height for one, height in zip(tops, heights, strict=True)]

    def _lowered(self, naturals: Sequence[float], room: float) -> list[float]:
        """Return the heights of rows that have too little room: each what it needs, the rest as each would like.

        It needs room for texts of their own size, beside lower pictures if need be; where there is not so much, for
        smaller texts.
        """
        own = replace(self.place, part=self.place.part or OWN_SIZES)
        for place in (own, replace(own, picture_share=CROWDED_SHARE), self.place):
            leasts = [min(pair) for pair in zip(replace(self, place=place).leasts(), naturals, strict=True)]
            if sum(leasts) <= room:
                break
        spare, wished = room - sum(leasts), sum(naturals) - sum(leasts)
        if spare <= 0 or not wished:
            return [one * room / sum(leasts) for one in leasts]
        return [least + spare * (one - least) / wished for one, least in zip(naturals, leasts, strict=True)]

    def set(self) -> SetBlock:
        """Set all cells: their contents, then their headings in proportion, and the rules above them.

        Headings above smaller texts are smaller, and may need fewer lines: texts have what these leave.
        """
        first = self._set()
        share = first.shrunk
        for _ in range(2):  # with more room texts may be larger, and headings need a little more again
            lower = replace(self, heading_share=share)
            if share == 1 or lower._heading_heights == self._heading_heights:
                break
            again = lower._set()
            if again.shrunk <= share:
                return again if again.shrunk >= first.shrunk else first
            share = again.shrunk
        return first

    @property
    def _heading_heights(self) -> list[float]:
        return [self._heading_height(row) for row in self.rows]

    def _set(self) -> SetBlock:
        tops, bottoms = self.row_edges()
        cells = self.placed(tops, bottoms)
        flows = self._flows(cells)
        shrunk = min((block.shrunk for flow in flows for block in flow.blocks), default=1.0)
        heads = self._heads(cells, shrunk)
        low = [(head, cell) for head, cell in zip(heads, cells, strict=True) if head and cell.is_too_low]
        ends = [cell.end(flow) for cell, flow in zip(cells, flows, strict=True)]
        panels = list(panels_behind(self, tops, bottoms, ends)) if self.has_cards else []
        if panels:
            bottom = max(one.rect.bottom for one in panels) - self.inset
            flows = [ended(flow, bottom) for flow in flows]
        parts = [(head, flow) for head, flow in zip(heads, flows, strict=True)]
        placed = (
            *rules_above(self, tops, flows),
            *panels,
            *(one for head, flow in parts for one in self._cell(head, flow)),
        )
        blocks = [block for head, flow in parts for block in (*([head] if head else []), *flow.blocks)]
        reach = max([*ends, *(one.rect.bottom for one in panels)], default=self.place.top)
        return SetBlock(
            placed,
            height=reach - self.place.rect.y,
            shrunk=shrunk,
            flaws=sum(block.flaws for block in blocks),
            excess=max((block.excess for block in blocks), default=0.0),
            overfull=(*(self._too_low(*one) for one in low), *(one for block in blocks for one in block.overfull)),
            findings=tuple(one for block in blocks for one in block.findings),
        )

    def _flows(self, cells: Sequence[Cell]) -> list[SetFlow]:
        """Return the contents of cells as set. Pictures at their tops are equally high in each row, so that captions
        and texts below them are level, unless some would be far smaller for it. So are plots of charts."""
        stacks = [cell.stack for cell in cells]
        flows = fit_flows(stacks)
        levels = [level for row in self._in_rows(flows) for level in [(_level(row), plot_level(row))] * len(row)]
        if any(height or plots for height, plots in levels):
            places = [
                replace(stack.place, tallest_picture=height or inf, plot_level=plots)
                for stack, (height, plots) in zip(stacks, levels, strict=True)
            ]
            stacks = [replace(stack, place=place) for stack, place in zip(stacks, places, strict=True)]
            flows = fit_flows(stacks)
        return with_like_pies(stacks, flows, self.cells.across)

    def _in_rows(self, flows: Sequence[SetFlow]) -> list[Sequence[SetFlow]]:
        return [flows[start : start + self.cells.across] for start in range(0, len(flows), self.cells.across)]

    def _too_low(self, head: SetBlock, cell: Cell) -> tuple[str, OverflowFinding]:
        """Return what is said of a cell that is lower than its heading: it may stand on another slide."""
        assert cell.heading
        overflow = cell.flow.overflow or self.place.overflow
        sizes = (text.item.setting.size for one in head.placed for text in one.texts if isinstance(text.item, TextItem))
        return f"{self.word} {cell.number} heading", OverflowFinding(max(sizes), False, overflow, cell.heading.span)

    def _cell(self, head: SetBlock | None, flow: SetFlow) -> Iterator[Placed]:
        if head:
            yield from head.placed
        yield from flow.placed

    def _heads(self, cells: Sequence[Cell], shrunk: float) -> list[SetBlock | None]:
        """Return the headings as set, all of one size."""
        own = self._head_style
        style = self._shrunk_head(shrunk)
        headed = [cell for cell in cells if cell.heading]
        frames = [FrameText((cell.heading.paragraph,), style, cell.head) for cell in headed if cell.heading]
        fitted = self.place.context.fit(frames) if frames else []
        if shrunk < 1:
            fitted = [replace(one, reason=SizeReason.IN_PROPORTION) for one in fitted]
        found = {cell.number: self._head(cell, one, own) for cell, one in zip(headed, fitted, strict=True)}
        return [found.get(cell.number) for cell in cells]

    def _head(self, cell: Cell, fitted: Fitted, style: TextStyle) -> SetBlock:
        assert cell.heading
        place = replace(self.place, rect=cell.head, name=f"{self.word} {cell.number}", overflow=ONE_PLACE)
        return set_text(fitted, Role.HEADING, place.named("heading"), style, place, cell.heading.span)


def _level(row: Sequence[SetFlow]) -> float:
    """Return how high pictures at the tops of a row's cells should be, in points; 0 where they stay as they are."""
    firsts = [next((leaf for one in flow.placed for leaf in one.leaves), None) for flow in row]
    heights = [one.rect.height for one in firsts if one and isinstance(one.item, PictureItem)]
    lowest, highest = min(heights, default=0.0), max(heights, default=0.0)
    is_level = highest - lowest <= TOLERANCE
    return 0.0 if is_level or lowest < max(TOO_LOW, LEVEL_SHARE * highest) else lowest
