"""What a PDF page has of a chart: filled boxes, the corners of lines, and words on their baselines, in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

from tests.agreement.painted_boxes import painted_boxes

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_TOUCHING = 0.2
"""Points."""


@dataclass(frozen=True)
class DrawnPage:
    """Fills and lines by their colours, RRGGBB; words with where they begin, where they end and their baselines.

    `painted` are all of them, and what is not opaque.
    """

    fills: tuple[tuple[str, Box], ...]
    lines: tuple[tuple[str, tuple[Point, ...]], ...]
    words: tuple[tuple[str, float, float, float], ...]
    painted: tuple[tuple[str, Box], ...] = ()

    def boxes(self, color: str) -> list[Box]:
        """Return the boxes of what is filled with a colour."""
        return [box for own, box in self.fills if own == color]

    def painted_in(self, color: str) -> list[Box]:
        """Return the boxes of what is painted in a colour, opaque or not."""
        return [box for own, box in self.painted if own == color]

    def corners(self, color: str) -> list[Point]:
        """Return the corners of lines of a colour."""
        return [point for own, points in self.lines if own == color for point in points]


def stacked(boxes: Sequence[Box]) -> Iterator[Box]:
    """Yield what pairs of boxes fill together that touch along a whole side, as a column through zero does."""
    for one in boxes:
        for other in boxes:
            if _is_below(one, other):
                yield one[0], one[1], one[2], other[3]
            if _is_below(_turned(one), _turned(other)):
                yield one[0], one[1], other[2], one[3]


def _is_below(upper: Box, lower: Box) -> bool:
    """Tell whether a box begins where another ends, and is as wide."""
    return all(abs(upper[n] - lower[m]) < _TOUCHING for n, m in ((0, 0), (2, 2), (3, 1)))


def _turned(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]


def drawn_pages(path: Path) -> Iterator[DrawnPage]:
    """Yield the pages of a PDF."""
    with pdfplumber.open(path) as pdf, pikepdf.open(path) as painted:
        for page, same in zip(pdf.pages, painted.pages, strict=True):
            drawn = _drawn(page)
            # what is not opaque stands in forms, of which pdfplumber does not know the colours
            boxes = tuple((one.color, one.edges) for one in painted_boxes(same, 1.0))
            seen = {color for color, _ in drawn.fills} | {color for color, _ in drawn.lines}
            fills = (*drawn.fills, *(one for one in boxes if one[0] not in seen))
            yield replace(drawn, fills=fills, painted=boxes)


def _drawn(page: Any) -> DrawnPage:
    fills, lines = [], []
    for one in (*page.rects, *page.curves, *page.lines):
        if one["fill"] and one["object_type"] != "line":
            fills.append((_hexadecimal(one["non_stroking_color"]), (one["x0"], one["top"], one["x1"], one["bottom"])))
        if one["stroke"]:
            lines.append((_hexadecimal(one["stroking_color"]), tuple(one["pts"])))
    words = tuple(
        (one["text"], one["x0"], one["x1"], float(page.height) - one["chars"][0]["matrix"][5])
        for one in page.extract_words(return_chars=True, use_text_flow=True, keep_blank_chars=True)
    )
    return DrawnPage(tuple(fills), tuple(lines), words)


def _hexadecimal(levels: Any) -> str:
    values = levels if isinstance(levels, list | tuple) else [levels or 0.0]
    return "".join(f"{round(value * 255):02X}" for value in (*values, *values, *values)[:3])
