"""The filled rectangles and stroked lines of a PDF page, whoever wrote it: what tables are drawn with.

pdfminer, and so pdfplumber, has a form begin with a state of its own; a form that LibreOffice fills something
transparent with takes its colour from where it is drawn (ISO 32000-2, 8.10.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pikepdf

from tests.agreement.curves import Point, points_on
from tests.agreement.pdf_frames import Box, bounds, corners
from tests.agreement.view import PaintedBox

_FILLS = ("f", "F", "f*", "B", "B*", "b", "b*")
_STROKES = ("S", "s")
_LOOKED_AT = " ".join(
    ("q", "Q", "cm", "w", "rg", "g", "RG", "G", "re", "m", "c", "l", "v", "y", "n", *_FILLS, *_STROKES, "Do")
)
"""The operators that say what is painted, texts aside."""


@dataclass(frozen=True)
class _State:
    """The part of the graphics state that decides what a path looks like (ISO 32000-2, 8.4)."""

    matrix: pikepdf.Matrix
    fill: str = "000000"
    stroke: str = "000000"
    width: float = 1.0


@dataclass
class _Path:
    """The parts of a path, each as its points on the page."""

    parts: list[list[Point]] = field(default_factory=list)

    def begin(self, *points: Point) -> None:
        self.parts.append(list(points))

    @property
    def last(self) -> Point:
        return self.parts[-1][-1]

    def go_on(self, *points: Point) -> None:
        self.parts[-1] += points


def painted_boxes(page: pikepdf.Page, scale: float) -> Iterator[PaintedBox]:
    """Yield the bounds of what a page paints, y downward, multiplied by `scale`; a line is as thick as its stroke."""
    left, _, _, top = (float(value) for value in page.mediabox)
    for (x0, y0, x1, y1), color in _painted(page.obj, page.resources, _State(pikepdf.Matrix())):
        yield PaintedBox((x0 - left) * scale, (top - y1) * scale, (x1 - left) * scale, (top - y0) * scale, color)


def _painted(stream: pikepdf.Object, resources: pikepdf.Object, state: _State) -> Iterator[tuple[Box, str]]:
    saved, path = [], _Path()
    for operands, operator in pikepdf.parse_content_stream(stream, _LOOKED_AT):
        match str(operator):
            case "q":
                saved.append(state)
            case "Q":
                state = saved.pop()
            case "cm":
                state = replace(state, matrix=pikepdf.Matrix(*map(float, operands)) @ state.matrix)
            case "w":
                state = replace(state, width=float(operands[0]))
            case "rg" | "g":
                state = replace(state, fill=_hexadecimal(operands))
            case "RG" | "G":
                state = replace(state, stroke=_hexadecimal(operands))
            case "re":
                x, y, width, height = map(float, operands)
                path.begin(*corners((x, y, x + width, y + height), state.matrix))
            case "m":
                path.begin(*_points(operands, state))
            case "c":
                path.go_on(*points_on(path.last, *_points(operands, state)))
            case "l" | "v" | "y":
                path.go_on(*_points(operands, state))
            case "n":
                path = _Path()
            case name if name in _FILLS:
                yield from ((bounds(part), state.fill) for part in path.parts)
                path = _Path()
            case name if name in _STROKES:
                yield from ((_stroked(bounds(part), state.width), state.stroke) for part in path.parts)
                path = _Path()
            case "Do" if (drawn := resources.XObject[operands[0]]).Subtype == "/Form":
                own = pikepdf.Matrix(drawn.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))) @ state.matrix
                yield from _painted(drawn, drawn.get("/Resources", resources), replace(state, matrix=own))


def _points(operands: pikepdf.Object, state: _State) -> list[Point]:
    numbers = [float(value) for value in operands]
    return [state.matrix.transform(pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]


def _stroked(box: Box, width: float) -> Box:
    """Return the box of a line that is stroked; its ends are cut off square."""
    x0, y0, x1, y1 = box
    across, down = (0.0, width / 2) if x1 - x0 >= y1 - y0 else (width / 2, 0.0)
    return x0 - across, y0 - down, x1 + across, y1 + down


def _hexadecimal(levels: pikepdf.Object) -> str:
    """Return a colour, grey or RGB from 0 to 1, as RRGGBB."""
    values = [float(level) for level in levels]
    return "".join(f"{round(value * 255):02X}" for value in (values * 3)[:3])
