"""What a template's layout draws behind a place: whether texts can be read all over it, which part is calm."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.dataclasses import replace
from deckmaker.model.geometry import Rect
from deckmaker.template.brand import Brand
from deckmaker.theme.contrast import contrast, rgb

ALIKE = 1.35
"""The contrast under which two grounds count as one colour: of gradients, and with other drawings on them."""

SEEN = 2.0
"""The contrast under which a template's text is no choice but a slip of whoever made it: black on black."""

_ACROSS, _DOWN = 15, 6
"""Into so many parts a place is looked at, at most as many as letters of a text are high and long."""

_HIDDEN = 1.5
"""The contrast under which a text is not seen at all."""

_MOST = 0.75
"""Of each third of a place: on so much of it a text must be seen; a thin line or a corner may be of its colour."""

_FINER = 3
"""How much smaller the parts are in which fine lines are looked for."""

_SIDE = 0.015
"""Of the page's width: the gap between a panel's edge and a text upon it, at least."""

_EDGE = 1.12
"""The contrast from which an edge is seen between two parts: of paper's grain and of gradients hardly any has it."""

_PLAIN = 0.03
"""Of as many edges as a place has parts: what may be seen where it is plain."""

_BUSY = 0.25
"""Of a place: what is calm of it at least, or a text keeps off it."""

_LOW = 0.22
"""Of the page's height: what is left of a place at least, or a text of a few lines would have no room."""

_TOP = 0.9
"""Of a row of a place: what is calm of it at least where nothing reaches into it."""


def is_alike(one: str, other: str) -> bool:
    """Tell whether two colours can hardly be told apart, so that the same texts are read on both."""
    return contrast(rgb(one), rgb(other)) < ALIKE


def shows(brand: Brand, rect: Rect, color: str) -> bool:
    """Tell whether a text of a colour, #RRGGBB, would be seen where it begins in a place, in its middle and its end."""
    height = rect.height / _DOWN
    rows = [_along(brand, replace(rect, y=rect.y + row * height, height=height)) for row in range(_DOWN)]
    third = _ACROSS // 3
    for start in range(0, _ACROSS, third):
        grounds = [one for row in rows for one in row[start : start + third]]
        if sum(contrast(rgb(color), rgb(one)) >= _HIDDEN for one in grounds) < _MOST * len(grounds):
            return False
    return True


def has_edge(brand: Brand, line: Rect) -> bool:
    """Tell whether an edge is drawn through a line: the page is of another colour above than below."""
    above, below = (replace(line, y=line.y + lower, height=line.height / 2) for lower in (0.0, line.height / 2))
    return not is_alike(brand.color_behind(above), brand.color_behind(below))


def is_plain(brand: Brand, rect: Rect) -> bool:
    """Tell whether hardly an edge is drawn in a place, be it of a pale line: whoever made it left it to texts.

    Neither does a panel end at its left or right side, against which letters would stand.
    """
    side = min(_SIDE * brand.page.width, rect.x, brand.page.right - rect.right)
    rect = replace(rect, x=rect.x - side, width=rect.width + 2 * side) if side > 0 else rect
    across, down = _FINER * _ACROSS, _FINER * _DOWN
    height = rect.height / down
    rows = [replace(rect, y=rect.y + row * height, height=height) for row in range(down)]
    grounds = [[rgb(one) for one in _along(brand, row, across)] for row in rows]
    beside = [pair for row in grounds for pair in pairwise(row)]
    below = [pair for rows in pairwise(grounds) for pair in zip(*rows, strict=True)]
    return sum(contrast(*pair) > _EDGE for pair in (*beside, *below)) <= _PLAIN * across * down


def is_busy(brand: Brand, rect: Rect, color: str) -> bool:
    """Tell whether hardly any of a place is calm: a text of a colour, #RRGGBB, lies on a picture full of detail."""
    calm = [one for row in _calm(brand, rect, color, _ACROSS, _DOWN) for one in row]
    return sum(calm) < _BUSY * len(calm)


def calm_top(brand: Brand, rect: Rect, color: str) -> Rect:
    """Return the upper part of a place into which nothing reaches that is drawn; all of it where that is low."""
    rows = [sum(row) >= _TOP * len(row) for row in _calm(brand, rect, color, _ACROSS, _DOWN)]
    count = (*rows, False).index(False)
    height = rect.height * count / _DOWN
    return replace(rect, height=height) if height >= _LOW * brand.page.height else rect


def calm_part(brand: Brand, rect: Rect, color: str) -> Rect | None:
    """Return the largest part of a place where a text of a colour can be read and nothing is drawn, or None."""
    across, down = 2 * _ACROSS, 2 * _DOWN
    found, best = None, 0
    heights = [0] * across
    for row, calm in enumerate(_calm(brand, rect, color, across, down)):
        heights = [height + 1 if one else 0 for height, one in zip(heights, calm, strict=True)]
        for start in range(across):
            height = heights[start]
            for end in range(start, across):
                height = min(height, heights[end])
                if height * (end - start + 1) > best:
                    best = height * (end - start + 1)
                    found = (start, row - height + 1, end - start + 1, height)
    if found is None:
        return None
    x, y, width, height = found
    part, line = rect.width / across, rect.height / down
    return Rect(rect.x + x * part, rect.y + y * line, width * part, height * line)


def _calm(brand: Brand, rect: Rect, color: str, across: int, down: int) -> list[list[bool]]:
    """Tell of the parts of a place, row by row, whether a text is read there and those beside are of its colour."""
    height = rect.height / down
    grounds = [_along(brand, replace(rect, y=rect.y + row * height, height=height), across) for row in range(down)]

    def is_calm(row: int, column: int) -> bool:
        around = ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1))
        own = grounds[row][column]
        beside = (grounds[y][x] for y, x in around if 0 <= y < down and 0 <= x < across)
        return contrast(rgb(color), rgb(own)) >= SEEN and all(is_alike(own, one) for one in beside)

    return [[is_calm(row, column) for column in range(across)] for row in range(down)]


def _along(brand: Brand, line: Rect, parts: int = _ACROSS) -> list[str]:
    """Return the colours behind the parts of a line, from left to right."""
    width = line.width / parts
    return [brand.color_behind(replace(line, x=line.x + part * width, width=width)) for part in range(parts)]
