"""Where the pictures of a PDF page show: every image's place, cut by the clips that are in force when it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy
import pikepdf

from tests.agreement.view import PictureFrame

NOISE = 8
"""Levels of 255 by which a JPEG of one colour strays from it."""

FAINT = 64
"""Levels of 255: colours under a mask below this are LibreOffice's rounding."""

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass
class _State:
    """The part of the graphics state that decides where an image shows (ISO 32000-2, 8.4)."""

    matrix: pikepdf.Matrix
    clip: Box
    saved: list[tuple[pikepdf.Matrix, Box]] = field(default_factory=list)
    path: list[Point] = field(default_factory=list)
    clipping: bool = False


def picture_frames(page: pikepdf.Page, scale: float) -> Iterator[PictureFrame]:
    """Yield the frames of a page's images in drawing order, y downward, multiplied by `scale`."""
    left, bottom, right, top = (float(value) for value in page.mediabox)
    state = _State(pikepdf.Matrix(), (left, bottom, right, top))
    for x0, y0, x1, y1 in _images(page.obj, page.resources, state):
        if x0 < x1 and y0 < y1:
            yield PictureFrame((x0 - left) * scale, (top - y1) * scale, (x1 - left) * scale, (top - y0) * scale)


def _images(stream: pikepdf.Object, resources: pikepdf.Object, state: _State) -> Iterator[Box]:
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "q":
                state.saved.append((state.matrix, state.clip))
            case "Q":
                state.matrix, state.clip = state.saved.pop()
            case "cm":
                state.matrix = pikepdf.Matrix(*map(float, operands)) @ state.matrix
            case "re":
                x, y, width, height = map(float, operands)
                state.path += corners((x, y, x + width, y + height), state.matrix)
            case "m" | "l" | "c" | "v" | "y":
                numbers = [float(value) for value in operands]
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                state.path += [state.matrix.transform(pair) for pair in pairs]
            case "W" | "W*":
                state.clipping = True
            case "n" | "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*":
                _end_path(state)
            case "Do":
                yield from _drawn(resources.XObject[operands[0]], resources, state)
            case "INLINE IMAGE":
                yield _common(bounds(corners((0, 0, 1, 1), state.matrix)), state.clip)


def _drawn(drawn: pikepdf.Object, resources: pikepdf.Object, state: _State) -> Iterator[Box]:
    if drawn.Subtype == "/Image":
        if not _is_fading_shape(drawn):
            yield _common(bounds(corners((0, 0, 1, 1), state.matrix)), state.clip)
    elif drawn.Subtype == "/Form":
        matrix = pikepdf.Matrix(drawn.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))) @ state.matrix
        box = tuple(float(value) for value in drawn.BBox)
        clip = _common(bounds(corners(box, matrix)), state.clip)
        yield from _images(drawn, drawn.get("/Resources", resources), _State(matrix, clip))


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


def _end_path(state: _State) -> None:
    """Take a path's bounds as the new clip where one was asked for: both writers clip to upright rectangles."""
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
