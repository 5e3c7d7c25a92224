"""What a page shows, as the expectation and every reader put it: lines, frames of pictures, boxes; in points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line, or one list marker: a marker stands at its own x, apart from the text that follows it.

    Edges are those of the advances, not of the ink. `slot` is known to the expectation alone.
    """

    words: tuple[str, ...]
    x0: float
    x1: float
    baseline: float
    size: float
    slot: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def distance(self, other: TextLine) -> float:
        """Return how far apart two lines begin, as the sum of both directions."""
        return abs(self.x0 - other.x0) + abs(self.baseline - other.baseline)


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """The part of the page in which a picture shows, after cropping and clipping."""

    x0: float
    top: float
    x1: float
    bottom: float
    slot: str = ""

    @property
    def edges(self) -> tuple[float, float, float, float]:
        return (self.x0, self.top, self.x1, self.bottom)

    def distance(self, other: PictureFrame) -> float:
        """Return the sum of the distances between the edges of two frames."""
        return sum(abs(own - its) for own, its in zip(self.edges, other.edges, strict=True))

    def clipped(self, width: float, height: float) -> PictureFrame | None:
        """Return the part on a page of that size, None where nothing shows."""
        x0, top, x1, bottom = max(0, self.x0), max(0, self.top), min(width, self.x1), min(height, self.bottom)
        return PictureFrame(x0, top, x1, bottom, self.slot) if x0 < x1 and top < bottom else None


@dataclass(frozen=True, slots=True)
class PaintedBox:
    """A rectangle filled with a colour, RRGGBB, or a line as one: of the expectation, what tables are drawn with."""

    x0: float
    top: float
    x1: float
    bottom: float
    color: str

    @property
    def edges(self) -> tuple[float, float, float, float]:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class PageView:
    """One page of `width` points with all that can be read from it. `number` counts from 1 in file order.

    `boxes` and the `cells` of tables are None where a reader cannot tell. `marks` are what charts are drawn with, to
    the expectation alone: readers find them among the boxes.
    """

    number: int
    width: float
    lines: tuple[TextLine, ...]
    frames: tuple[PictureFrame, ...]
    boxes: tuple[PaintedBox, ...] | None = None
    cells: tuple[PictureFrame, ...] | None = None
    marks: tuple[PaintedBox, ...] = ()
