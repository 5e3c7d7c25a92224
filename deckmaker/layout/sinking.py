"""Logos and pictures that sink into what they lie on: dark ones on a dark page, white ones on a white one.

JPEGs, and PNGs without transparency, show where they end, but for blank ones: they are not looked at. Others are looked
at once, in few pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.assets import ground_in, is_known_opaque, sketch_of
from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.document import Page, PictureItem, Placed, ShapeItem
from deckmaker.layout.logo import ground_behind, is_dark
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import reduced_pixels
from deckmaker.model import Logo, PictureFile
from deckmaker.theme import Theme
from deckmaker.theme.contrast import RGB, contrast, rgb

if TYPE_CHECKING:
    from PIL.Image import Image

LOGO_CONTRAST = 3.0
"""Of graphics with what is next to them (WCAG 2.2, success criterion 1.4.11)."""

MOST = 0.6
"""The part of a picture that is as its page is where it sinks; of a logo, that has too little contrast."""

NONE = 0.04
"""The part of a picture that may stand out nonetheless: stray pixels, and the softness of edges."""

ALIKE, APART_DARK, APART_LIGHT = 1.15, 1.5, 1.08
"""Contrast under which two grounds seem one, and from which what is drawn can be made out, on a dark ground and on a
light one: in few pixels, thin dark lines on white are a light grey."""

ALIKE_INK, APART_INK = 1.5, 3.0
"""The same of what lies on the page without a ground of its own."""

SEEN = 32
"""The least opacity, of 255, of what is seen."""

GROUNDED = 0.5
"""The part of a picture's outermost pixels that is seen where it has a ground of its own."""

DRAWN = 0.4
"""The part of a drawing's ground that is of one colour. A photo has none, and never sinks."""

LISTED = 4
"""Slides that a message names."""


class _Colors(NamedTuple):
    """How often which colours are seen in a picture and at its edge, whether that is its own ground, and drawn."""

    whole: tuple[tuple[RGB, int], ...]
    edge: tuple[tuple[RGB, int], ...]
    grounded: bool
    drawn: bool


@dataclass(slots=True)
class _Sunk:
    """Where a file is seen too little: its place in the deck, the modes and the slides, and how much of it."""

    span: Span | None
    share: float = 0.0
    modes: dict[str, None] = field(default_factory=dict)
    slides: dict[int, None] = field(default_factory=dict)


def report_sunk_pictures(pages: Iterable[Page], logo: Logo | None, theme: Theme, diagnostics: Diagnostics) -> None:
    """Warn of every logo and every picture without border that can hardly be told from what it lies on."""
    found: dict[tuple[PictureFile, bool], _Sunk] = {}
    palettes = list(theme.modes.items() or [("", theme.palette)])
    for page in pages:
        below: list[Placed] = []
        for placed in page.leaves:
            item = placed.item
            if isinstance(item, PictureItem) and not _has_border(item, theme):
                is_logo = placed.role is Role.LOGO
                for mode, palette in palettes:
                    file = dict(item.in_modes).get(mode, item.file)
                    ground = ground_behind(placed.rect, below, page.layout.background, palette)
                    if share := _share_unseen(file, ground, is_logo):
                        span = logo.span_of(file) if is_logo and logo else placed.span
                        sunk = found.setdefault((file, is_logo), _Sunk(span))
                        sunk.share = max(sunk.share, share)
                        sunk.modes[mode] = sunk.slides[page.number] = None
            if isinstance(item, PictureItem | ShapeItem):
                below.append(placed)
    for (file, is_logo), sunk in found.items():
        _warn(file, is_logo, sunk, len(palettes), diagnostics)


def _has_border(item: PictureItem, theme: Theme) -> bool:
    """Tell whether the line that a theme has around all pictures shows where one is; a rim would frame nothing."""
    return theme.pictures.border is not None and item.edge is not None and item.edge.color is not None


@lru_cache(maxsize=1_024)
def _share_unseen(file: PictureFile, ground: RGB, is_logo: bool) -> float:
    """Return how much of a picture is hardly seen on a ground; 0 where that is not most of it."""
    if any(contrast(rgb(color), ground) >= ALIKE for color in ground_in(file)):
        return 0.0  # it shows where it ends: no need to draw it
    colors = _colors(file)
    if colors is None or (is_logo and colors.grounded):
        return 0.0
    if is_logo:
        share = _share(colors.whole, ground, LOGO_CONTRAST)
        return share if share >= MOST else 0.0
    if not colors.grounded:
        share = _share(colors.whole, ground, ALIKE_INK)
        return share if share >= MOST and _apart(colors, ground, APART_INK) <= NONE else 0.0
    share = _share(colors.whole, ground, ALIKE)
    if not colors.drawn or share < MOST or _share(colors.edge, ground, ALIKE) < MOST:
        return 0.0
    return share if _apart(colors, ground, APART_DARK if is_dark(ground) else APART_LIGHT) <= NONE else 0.0


def _apart(colors: _Colors, ground: RGB, least: float) -> float:
    return 1 - _share(colors.whole, ground, least)


def _share(colors: tuple[tuple[RGB, int], ...], ground: RGB, least: float) -> float:
    """Return which part of colours has less contrast than that with a ground."""
    count = sum(number for _, number in colors)
    return sum(number for color, number in colors if contrast(color, ground) < least) / count


@lru_cache(maxsize=1_024)
def _colors(file: PictureFile) -> _Colors | None:
    """Return what is seen of a picture, to 64 steps a channel; None of one without transparency, and of nothing."""
    if is_known_opaque(file):
        return None
    small = sketch_of(file) if file.vector else reduced_pixels(file)
    width, height = small.size
    edges = [(0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height)]
    whole, (edge, around) = _seen(small)[0], _sum(_seen(small.crop(one)) for one in edges)
    if not whole:
        return None
    drawn = file.vector or max(_colors_of(small).values()) >= DRAWN * width * height
    return _Colors(tuple(whole.items()), tuple(edge.items()), edge.total() >= GROUNDED * around, drawn)


def _sum(parts: Iterable[tuple[Counter[RGB], int]]) -> tuple[Counter[RGB], int]:
    counts: Counter[RGB] = Counter()
    pixels = 0
    for found, number in parts:
        counts += found
        pixels += number
    return counts, pixels


def _seen(image: Image) -> tuple[Counter[RGB], int]:
    """Return how often which colours are seen, and how many pixels there are."""
    seen: Counter[RGB] = Counter()
    for (red, green, blue, alpha), number in _colors_of(image).items():
        if alpha >= SEEN:
            seen[_stepped(red), _stepped(green), _stepped(blue)] += number
    return seen, image.width * image.height


def _colors_of(image: Image) -> Counter[tuple[int, int, int, int]]:
    data = image.tobytes()
    return Counter(zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True))


def _stepped(channel: int) -> float:
    return round(channel / 4) * 4 / 255 if channel < 254 else 1.0


def _warn(file: PictureFile, is_logo: bool, sunk: _Sunk, modes: int, diagnostics: Diagnostics) -> None:
    what = "the logo" if is_logo else "the picture"
    where = f" in {next(iter(sunk.modes))} mode" if len(sunk.modes) < modes else ""
    share = round(sunk.share * 100)
    how = f"of {share} % of it, the contrast is under {LOGO_CONTRAST:g}:1" if is_logo else f"{share} % of it are alike"
    message = (
        f"{what} `{file.path.name}` hardly stands out from what it lies on, on {_slides(sunk.slides)}{where}: {how}"
    )
    help = "name another file for such grounds: `logo: {light: …, dark: …}`" if is_logo else _PICTURE_HELP
    diagnostics.report("sunk-picture", message, sunk.span, help=help)


_PICTURE_HELP = "save it with a ground of its own, or let the theme draw a line around pictures"


def _slides(numbers: Iterable[int]) -> str:
    *first, last = listed = [str(one) for one in numbers]
    if not first:
        return f"slide {last}"
    if len(listed) > LISTED:
        return f"slides {', '.join(listed[:LISTED])} and {len(listed) - LISTED} more"
    return f"slides {', '.join(first)} and {last}"
