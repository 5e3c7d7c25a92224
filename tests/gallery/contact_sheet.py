"""All pages of a deck in one picture: a grid, four abreast, on a neutral ground."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

ABREAST = 4
PAGE_WIDTH = 400
GAP = 12
"""Pixels between pages, and around them all."""

GROUND = (204, 204, 204)
"""Between the lightest and the darkest pages, so that the edges of both are seen."""


def contact_sheet(pages: Sequence[Image.Image]) -> Image.Image:
    """Return the pages, all of the first one's shape, in rows from the top left."""
    size = PAGE_WIDTH, round(PAGE_WIDTH * pages[0].height / pages[0].width)
    columns, rows = min(ABREAST, len(pages)), -(-len(pages) // ABREAST)
    sheet = Image.new("RGB", (_extent(columns, size[0]), _extent(rows, size[1])), GROUND)
    for index, page in enumerate(pages):
        row, column = divmod(index, ABREAST)
        reduced = page.resize(size, Image.Resampling.LANCZOS)
        sheet.paste(reduced, (_extent(column, size[0]), _extent(row, size[1])))
    return sheet


def _extent(count: int, length: int) -> int:
    """Return the pixels that so many pages take with a gap before, between and behind them."""
    return GAP + count * (length + GAP)
