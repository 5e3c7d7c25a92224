"""Colours of slides on paper: as on a screen, on white to save ink, or in grey."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from deckmaker.dataclasses import replace
from deckmaker.layout import Page, PictureItem, Placed, Role
from deckmaker.model import Logo, PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.render.pdf.lightness import grey_of, lightness, with_lightness
from deckmaker.theme import SlideLayout, Theme

_DARKEST = 0.15
"""The lightness of what was white on a dark ground."""

_DARK = 0.6
"""The lightness below which a ground is dark: white stands out from it more than black does."""


class Ink:
    """What the names of colours mean on a page: `full`, `light` or `grey`.

    With `light` and `grey`, the ground of every page is white; on one that was dark, light becomes dark, each colour of
    its own hue. Pictures stay, and so do the colours of what stands on one. In `grey` each colour, and each picture,
    has the grey that is as bright.
    """

    def __init__(self, theme: Theme, name: str = "full") -> None:
        self._theme = theme
        self._saves = name != "full"
        self.grey = name == "grey"

    def palette(self, page: Page | None) -> Mapping[str, str]:
        """Return the colours of a page by their names; those of sheets are the same around all pages."""
        colors = self._theme.palette
        if page and self._saves and not _is_over_picture(page):
            ground = colors.get(page.layout.background, page.layout.background)
            ground = self._brand_ground(page.layout) or ground
            kept = self._theme.pictures.plate  # a part of its picture
            colors = {name: color if name == kept else on_white(color, ground) for name, color in colors.items()}
        return {name: grey_of(color) for name, color in colors.items()} if self.grey else colors

    def shows_brand(self, page: Page) -> bool:
        """Tell whether what a company's template draws behind a page is drawn: on a dark ground, it is most of ink."""
        ground = self._brand_ground(page.layout)
        return not (self._saves and ground and lightness(ground) < _DARK)

    def with_logo(self, page: Page, logo: Logo | None) -> Page:
        """Return a page that was dark and is white with the logo for light grounds."""
        if not self._saves or logo is None or logo.light == logo.dark or _is_over_picture(page):
            return page
        return replace(page, placed=tuple(_with_file(one, logo.dark, logo.light) for one in page.placed))

    def _brand_ground(self, layout: SlideLayout) -> str | None:
        """Return the colour of most of what a template draws, None without one."""
        whole = Rect(0, 0, self._theme.width, self._theme.height)
        return layout.brand.color_behind(whole) if layout.brand else None


def _with_file(placed: Placed, file: PictureFile, other: PictureFile) -> Placed:
    """Return a picture of one file as that of another, as large as has room in its place; anything else as it is."""
    item, rect = placed.item, placed.rect
    if not isinstance(item, PictureItem) or placed.role is not Role.LOGO or item.file != file:
        return placed
    scale = min(rect.width / other.width, rect.height / other.height)
    own = replace(rect, width=other.width * scale, height=other.height * scale)
    return replace(placed, rect=own, item=replace(item, file=other, crop=(0.0, 0.0, 0.0, 0.0)))


def _is_over_picture(page: Page) -> bool:
    return page.layout.draws_over_picture and page.slot("picture") is not None


@lru_cache(maxsize=1_024)
def on_white(color: str, ground: str) -> str:
    """Return a colour that stands out from white about as this one does from a ground, both #RRGGBB."""
    if color == ground:
        return "#FFFFFF"
    own, under = lightness(color), lightness(ground)
    if under < _DARK:
        share = max(0.0, own - under) / (1 - under)
        return with_lightness(color, 1 - share * (1 - _DARKEST))
    return with_lightness(color, min(1.0, own / under))
