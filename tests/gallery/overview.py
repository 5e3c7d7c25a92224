"""The picture at the head of the README: slides of a deck, and below them one slide in every theme by every route.

┌───────────┬─────┬─────┬─────┐
│           │     │     │     │   a large slide and six small ones
│           ├─────┼─────┼─────┤
│           │     │     │     │
└───────────┴─────┴─────┴─────┘
┌───────┐  ┌───────┐  ┌───────┐
│       │  │       │  │       │   a theme each: its PDF, and below it PPTX and HTML
├───┬───┤  ├───┬───┤  ├───┬───┤
└───┴───┘  └───┴───┘  └───┴───┘
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PIL import Image

from tests.gallery.board import Caption, Print, draw_board
from tests.gallery.routes import ROUTES

DECK = "us-china-fentanyl-talks"
THEME = "briefing"
SLIDES = (1, 2, 13, 8, 9, 12, 16)
"""The slides above, the large one first."""

COMPARED = 7
"""The slide below."""

WIDTH, MARGIN = 1600, 48
GAP = 16
"""Between slides side by side. Below each other they keep the page's share of it: two and a gap are as one large."""

PARTS_GAP, THEMES_GAP = 80, 40

Pages = Mapping[str, Sequence[Image.Image]]
"""A deck's pages by format."""


def overview(themes: Mapping[str, Pages]) -> Image.Image:
    """Return the picture, from the deck's pages in every theme."""
    first = themes[THEME]["pdf"][0]
    ratio = first.height / first.width
    inner = WIDTH - 2 * MARGIN
    small = (inner - 4 * GAP) / 5
    below = MARGIN + (2 * small + GAP) * ratio + PARTS_GAP
    group = (inner - (len(themes) - 1) * THEMES_GAP) / len(themes)
    shown = list(_slides([themes[THEME]["pdf"][number - 1] for number in SLIDES], small, ratio))
    for index, (theme, pages) in enumerate(themes.items()):
        shown += _comparison(theme, pages, (MARGIN + index * (group + THEMES_GAP), below), group, ratio)
    return draw_board(WIDTH, MARGIN, shown)


def _slides(slides: Sequence[Image.Image], small: float, ratio: float) -> Iterator[Print]:
    """Yield the large slide, and the others in two rows beside it."""
    yield Print(slides[0], MARGIN, MARGIN, 2 * small + GAP)
    for index, slide in enumerate(slides[1:]):
        row, column = divmod(index, 3)
        yield Print(slide, MARGIN + (column + 2) * (small + GAP), MARGIN + row * (small + GAP) * ratio, small)


def _comparison(
    theme: str, pages: Pages, place: tuple[float, float], width: float, ratio: float
) -> Iterator[Print | Caption]:
    """Yield one theme's group: the first route large, the others below it."""
    x, y = place
    large, *others = ROUTES
    half = (width - GAP) / 2
    row = y + (width + GAP) * ratio
    yield Caption(theme, x, y, strong=True)
    yield Caption(large.name, x + width, y, right=True)
    yield Print(pages[large.format][COMPARED - 1], x, y, width)
    for index, route in enumerate(others):
        column = x + index * (half + GAP)
        yield Print(pages[route.format][COMPARED - 1], column, row, half)
        yield Caption(route.name, column, row + half * ratio, below=True)
