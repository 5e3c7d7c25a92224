"""Pictures in rows: those of one row equally high, their captions level below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from deckmaker.layout.cells import Cell, CellSetter
from deckmaker.layout.document import PictureItem
from deckmaker.layout.figures import LEAST, caption_takes, set_figure
from deckmaker.layout.place import Place, SetBlock
from deckmaker.model import Images, Picture
from deckmaker.theme.flow_styles import NOTE

CLOSENESS = 0.5
"""Pictures stand closer than columns of text: half a gutter apart, and half the space between two rows."""

MOST_ACROSS = 5

NEARLY = 0.9
"""Of the largest area that pictures can have: with so much, they stand in as few rows as they can."""


def set_rows(images: Images, place: Place, word: str) -> SetBlock:
    """Set pictures in rows of equal height, in as many columns as make them largest."""
    ways = [_set_across(images, place, word, across) for across in range(1, min(MOST_ACROSS, len(images.flows)) + 1)]
    best = max(map(_least_area, ways))
    return next(one for one in reversed(ways) if _least_area(one) >= NEARLY * best)


def _least_area(block: SetBlock) -> float:
    """Return the area of the smallest picture, in square points."""
    return min(
        one.rect.width * one.rect.height
        for placed in block.placed
        for one in placed.leaves
        if isinstance(one.item, PictureItem)
    )


def _set_across(images: Images, place: Place, word: str, across: int) -> SetBlock:
    setter = CellSetter(replace(images, across=across), place, word, ruled=False, closeness=CLOSENESS)
    tops, bottoms = _row_edges(setter)
    cells = setter.placed(tops, bottoms)
    blocks: list[SetBlock] = []
    for start in range(0, len(cells), across):
        blocks += _row(cells[start : start + across])
    deepest = max((one.rect.bottom for block in blocks for one in block.placed), default=place.rect.y)
    return SetBlock(
        tuple(one for block in blocks for one in block.placed),
        height=deepest - place.rect.y,
        excess=max((block.excess for block in blocks), default=0.0),
        overfull=tuple(one for block in blocks for one in block.overfull),
        findings=tuple(one for block in blocks for one in block.findings),
    )


def _row_edges(setter: CellSetter) -> tuple[list[float], list[float]]:
    place, rows = setter.place, len(setter.rows)
    gap = place.styles.theme.columns.row_gap * CLOSENESS
    height = (place.bottom - place.top - gap * (rows - 1)) / rows
    tops = list(accumulate([height + gap] * (rows - 1), initial=place.top))
    return tops, [top + height for top in tops]


def _row(cells: Sequence[Cell]) -> list[SetBlock]:
    places = [_captioned(cell.stack.place) for cell in cells]
    pictures = [_picture_of(cell) for cell in cells]
    pairs = list(zip(pictures, places, strict=True))
    # Each is as high as the lowest one would be at its column's width, so that captions stand level.
    rooms = [max(LEAST, place.rect.height - caption_takes(picture, place)) for picture, place in pairs]
    whole = [(picture, place) for picture, place in pairs if picture.fit != "cover"]
    wholes = [place.rect.width * picture.file.height / picture.file.width for picture, place in whole]
    height = min([*rooms, *([min(wholes)] if wholes else [])])
    return [set_figure(picture, place, height) for picture, place in pairs]


def _captioned(place: Place) -> Place:
    return replace(place, text=place.styles.named(NOTE))


def _picture_of(cell: Cell) -> Picture:
    (block,) = cell.flow.blocks
    assert isinstance(block, Picture)
    return block
