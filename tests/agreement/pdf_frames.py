"""Where the pictures of a PDF page show: each image and each drawing, cut by the clips that are in force there.

A drawing is a form of several paths, as reportlab has them, or, as LibreOffice writes it, what is painted within one
figure of the structure tree that has an alternative text and no image.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy
import pikepdf

from tests.agreement.curves import Point, points_on
from tests.agreement.view import PictureFrame

NOISE = 8
"""Levels of 255 by which a JPEG of one colour strays from it."""

FAINT = 64
"""Levels of 255: colours under a mask below this are LibreOffice's rounding."""

PATHS = 2
"""So many paths make a form a drawing: what fades, or lets something shine through, is a form of one.

One that shows text is none: Chromium prints all of a page as a form where something on it shines through.
"""

Box = tuple[float, float, float, float]


@dataclass
class _State:
    """The part of the graphics state that decides where an image shows (ISO 32000-2, 8.4)."""

    matrix: pikepdf.Matrix
    clip: Box
    saved: list[tuple[pikepdf.Matrix, Box]] = field(default_factory=list)
    path: list[Point] = field(default_factory=list)
    clipping: bool = False
    painted: list[Box] = field(default_factory=list)
    shows_text: bool = False


def picture_frames(page: pikepdf.Page, scale: float, figures: frozenset[int] = frozenset()) -> Iterator[PictureFrame]:
    """Yield the frames of a page's pictures in drawing order, y downward, multiplied by `scale`.

    `figures` are the numbers of marked content that is a figure with an alternative text.
    """
    left, bottom, right, top = (float(value) for value in page.mediabox)
    state = _State(pikepdf.Matrix(), (left, bottom, right, top))
    for x0, y0, x1, y1 in _pictures(page.obj, page.resources, state, figures):
        if x0 < x1 and y0 < y1:
            yield PictureFrame((x0 - left) * scale, (top - y1) * scale, (x1 - left) * scale, (top - y0) * scale)


def described_figures(pdf: pikepdf.Pdf, page: pikepdf.Page) -> frozenset[int]:
    """Return the numbers of a page's marked content that is a figure or formula with an alternative text (ISO 32000-2,
    14.7)."""
    if "/StructTreeRoot" not in pdf.Root or "/StructParents" not in page:
        return frozenset()
    elements = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).get(int(page.StructParents), ())
    return frozenset(
        number
        for number, one in enumerate(elements)
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") in ("/Figure", "/Formula") and str(one.get("/Alt", ""))
    )


def _pictures(
    stream: pikepdf.Object, resources: pikepdf.Object, state: _State, figures: frozenset[int] = frozenset()
) -> Iterator[Box]:
    marks: list[bool] = []
    images = 0
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "BMC" | "BDC":
                marks.append(_mark(operands) in figures)
                if marks[-1]:
                    state.painted, images = [], 0
            case "EMC":
                # Where it fills with what shines through, LibreOffice ends a mark that it has not begun.
                if marks and marks.pop() and state.painted and not images:
                    yield bounds([corner for box in state.painted for corner in (box[:2], box[2:])])
            case "q":
                state.saved.append((state.matrix, state.clip))
            case "Q":
                state.matrix, state.clip = state.saved.pop()
            case "cm":
                state.matrix = pikepdf.Matrix(*map(float, operands)) @ state.matrix
            case "re":
                x, y, width, height = map(float, operands)
                state.path += corners((x, y, x + width, y + height), state.matrix)
            case "m" | "l" | "c" | "v" | "y" as name:
                numbers = [float(value) for value in operands]
                ends = [state.matrix.transform(pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
                state.path += ends if name in "ml" else _curve(name, state.path[-1], ends)
            case "BT":
                state.shows_text = True
            case "W" | "W*":
                state.clipping = True
            case "n" | "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*":
                _end_path(state, is_painted=str(operator) != "n")
            case "Do":
                for box in _drawn(resources.XObject[operands[0]], resources, state):
                    images += 1
                    yield box
            case "INLINE IMAGE":
                images += 1
                yield _common(bounds(corners((0, 0, 1, 1), state.matrix)), state.clip)


def _curve(name: str, start: Point, ends: list[Point]) -> list[Point]:
    """Return points on a curve; `v` begins with its first control point, `y` ends with its second (8.5.2.2)."""
    controls = {"c": ends, "v": [start, *ends], "y": [*ends, ends[-1]]}[name]
    return points_on(start, *controls)


def _mark(operands: pikepdf.Object) -> int:
    """Return the number of marked content, -1 for none."""
    properties = operands[1] if len(operands) > 1 else None
    return int(properties.get("/MCID", -1)) if isinstance(properties, pikepdf.Dictionary) else -1


def _drawn(drawn: pikepdf.Object, resources: pikepdf.Object, state: _State) -> Iterator[Box]:
    if drawn.Subtype == "/Image":
        if not _is_fading_shape(drawn):
            yield _common(bounds(corners((0, 0, 1, 1), state.matrix)), state.clip)
    elif drawn.Subtype == "/Form":
        matrix = pikepdf.Matrix(drawn.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))) @ state.matrix
        box = tuple(float(value) for value in drawn.BBox)
        clip = _common(bounds(corners(box, matrix)), state.clip)
        inner = _State(matrix, clip)
        images = list(_pictures(drawn, drawn.get("/Resources", resources), inner))
        state.painted += inner.painted
        state.shows_text |= inner.shows_text
        if len(inner.painted) >= PATHS and not images and not inner.shows_text:
            images = [bounds([corner for one in inner.painted for corner in (one[:2], one[2:])])]
            state.painted = []
        yield from images


def _is_fading_shape(image: pikepdf.Object) -> bool:
    """Tell whether an image is no picture, but how LibreOffice writes a rectangle that fades out to the right.

    That is one colour under a mask which is the same in each row and falls along it. Edges are half covered.
    """
    if "/SMask" not in image:
        return False
    pixels = numpy.asarray(pikepdf.PdfImage(image).as_pil_image().convert("RGBA"), int)[1:-1, 1:-1]
    colors, mask = pixels[..., :3], pixels[..., 3]
    seen = colors[mask >= FAINT]
    if not seen.size or (mask != mask[0]).any():
        return False
    falling = (numpy.diff(mask[0]) <= 0).all() and mask[0, 0] > mask[0, -1]
    return bool(falling and numpy.ptp(seen, axis=0).max() <= 2 * NOISE)


def _end_path(state: _State, is_painted: bool) -> None:
    """Take a path's bounds as painted, and as the new clip where one was asked for: clips are boxes, rounded or not."""
    if state.path and is_painted:
        x0, y0, x1, y1 = _common(bounds(state.path), state.clip)
        if x0 <= x1 and y0 <= y1:
            state.painted.append((x0, y0, x1, y1))
    if state.clipping and state.path:
        state.clip = _common(bounds(state.path), state.clip)
    state.path, state.clipping = [], False


def corners(box: Box, matrix: pikepdf.Matrix) -> list[Point]:
    x0, y0, x1, y1 = box
    return [matrix.transform(corner) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]


def bounds(points: list[Point]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
