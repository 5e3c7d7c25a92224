"""Where slides stand on a sheet: as large as their number allows, in rows read from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import dataclass
from deckmaker.layout.sheets.look import CAPTION, GUTTER, HEAD, MARGIN
from deckmaker.layout.sheets.paper import Paper
from deckmaker.model.geometry import Rect

_ROWS = {1: (1, 1), 2: (1, 2), 3: (1, 3), 4: (2, 2), 6: (2, 3), 8: (2, 4), 9: (3, 3)}
"""By slides on a sheet: how many stand side by side on paper held upright, and how many rows there are."""

LINED = 3
"""The number beside whose slides there are lines to write on."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of slides on a sheet: `across` by `down` of them, each `width` by `height` points, without captions.

    `area` is what they share. Beside those that are `lined` there is room to write.
    """

    paper: Paper
    across: int
    down: int
    width: float
    height: float
    area: Rect
    lined: bool = False

    @property
    def pitch(self) -> float:
        """Points from the top of a row to that of the next."""
        return (self.area.height + GUTTER) / self.down

    def places(self) -> Iterator[Rect]:
        """Yield the places in reading order. Those at the sides stand at the margins, a single one in the middle."""
        spare = self.area.width - self.across * self.width
        for row in range(self.down):
            for column in range(self.across):
                x = column * (self.width + spare / (self.across - 1)) if self.across > 1 else 0.0
                if self.across == 1 and not self.lined:
                    x = spare / 2
                yield Rect(self.area.x + x, self.area.y + row * self.pitch, self.width, self.height)

    def beside(self, place: Rect) -> Rect:
        """Return where lines stand beside a slide, down to the next row."""
        left = place.right + GUTTER
        return Rect(left, place.y, self.area.right - left, self.pitch - GUTTER)


def grid_of(count: int, paper: Paper, ratio: float, foot: float) -> Grid:
    """Return the grid for `count` slides whose width is `ratio` times their height, above a foot of so many points.

    The paper is held as the slides are larger; upright where they are equally large, and for slides with lines.
    """
    upright = grid_on(paper, count, ratio, foot)
    if count == LINED:
        return upright
    turned = grid_on(paper.across, count, ratio, foot)
    return upright if upright.width >= turned.width else turned


def grid_on(paper: Paper, count: int, ratio: float, foot: float) -> Grid:
    """Return the same for paper as it is held."""
    across, down = _ROWS[count]
    if paper.width > paper.height:
        across, down = down, across
    return _grid(paper, across, down, ratio, foot, lined=count == LINED)


def content_area(paper: Paper, foot: float = 0.0) -> Rect:
    """Return what of a sheet is left between its head and its foot."""
    top = MARGIN + HEAD
    return Rect(MARGIN, top, paper.width - 2 * MARGIN, paper.height - 2 * top - foot)


def _grid(paper: Paper, across: int, down: int, ratio: float, foot: float, lined: bool = False) -> Grid:
    area = content_area(paper, foot)
    columns = 2 if lined else across
    width = (area.width - (columns - 1) * GUTTER) / columns
    height = (area.height - (down - 1) * GUTTER) / down - CAPTION
    width = min(width, height * ratio)
    return Grid(paper, across, down, width, width / ratio, area, lined)
