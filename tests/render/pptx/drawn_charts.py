"""What a PDF page has of a chart: filled boxes, the corners of lines, and words on their baselines, in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

from tests.agreement.painted_boxes import painted_boxes

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class DrawnPage:
    """Fills and lines by their colours, RRGGBB; words with where they begin, where they end and their baselines."""

    fills: tuple[tuple[str, Box], ...]
    lines: tuple[tuple[str, tuple[Point, ...]], ...]
    words: tuple[tuple[str, float, float, float], ...]

    def boxes(self, color: str) -> list[Box]:
        """Return the boxes of what is filled with a colour."""
        return [box for own, box in self.fills if own == color]

    def corners(self, color: str) -> list[Point]:
        """Return the corners of lines of a colour."""
        return [point for own, points in self.lines if own == color for point in points]


def drawn_pages(path: Path) -> Iterator[DrawnPage]:
    """Yield the pages of a PDF."""
    with pdfplumber.open(path) as pdf, pikepdf.open(path) as painted:
        for page, same in zip(pdf.pages, painted.pages, strict=True):
            drawn = _drawn(page)
            # what is not opaque stands in forms, of which pdfplumber does not know the colours
            boxes = [(one.color, one.edges) for one in painted_boxes(same, 1.0)]
            seen = {color for color, _ in drawn.fills} | {color for color, _ in drawn.lines}
            yield replace(drawn, fills=(*drawn.fills, *(one for one in boxes if one[0] not in seen)))


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
