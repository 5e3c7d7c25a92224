"""What lies behind the texts of a layout: its background, and the shapes that reach under a whole slot."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model.geometry import Rect
from deckmaker.theme.contrast import RGB, blended, rgb
from deckmaker.theme.theme import Shape, SlideLayout, Slot

_ANY_PICTURE: tuple[RGB, ...] = ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
"""What a picture may be, at worst."""

_MOST = 0.5
"""The opacity from which a colour is seen more than what lies below it."""

_NUMBER = 1.7
"""Ems: what three digits take."""

_TOLERANCE = 2.0  # points; a slot moves to the baseline grid, a shape does not


@dataclass(frozen=True, slots=True)
class Ground:
    """Colours over each other, the lowest first, with their opacities; perhaps with a picture below all of them.

    A colour is a name of the palette, or #RRGGBB where a company's template draws what lies there.
    """

    layers: tuple[tuple[str, float], ...]
    over_picture: bool

    @property
    def name(self) -> str:
        """The colour that is seen most of."""
        return next((color for color, opacity in reversed(self.layers) if opacity >= _MOST), self.layers[0][0])

    def under(self, color: str, opacity: float) -> Ground:
        """Return it with one more colour over it."""
        return Ground((*self.layers, (color, opacity)), self.over_picture)

    def colors(self, palette: Mapping[str, str]) -> tuple[RGB, ...]:
        """Return the colours that may be seen, in a palette of #RRGGBB."""
        grounds = _ANY_PICTURE if self.over_picture else (_rgb(self.layers[0][0], palette),)
        for color, opacity in self.layers:
            grounds = tuple(blended(_rgb(color, palette), ground, opacity) for ground in grounds)
        return tuple(dict.fromkeys(grounds))


def _rgb(color: str, palette: Mapping[str, str]) -> RGB:
    return rgb(palette.get(color, color))


def number_part(rect: Rect, align: str, size: float) -> Rect:
    """Return the part of the place of slides' numbers in which they stand: it may be far wider than they are."""
    width = min(rect.width, _NUMBER * size)
    left = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    return replace(rect, x=rect.x + left * (rect.width - width), width=width)


def ground_behind(slot: Slot, layout: SlideLayout) -> Ground | None:
    """Return what lies behind a slot; None where that depends on a slide's picture, under a scrim or none at all."""
    if layout.brand and not layout.draws_over_picture:
        rect = slot.rect
        if slot.name == "number" and slot.style:
            rect = number_part(rect, slot.style.align, slot.style.size)
        return Ground(((layout.brand.color_behind(rect), 1.0),), over_picture=False)
    shapes = [shape for shape in layout.shapes if not shape.over_picture]
    layers = [(layout.background, 1.0), *_layers(slot, shapes)]
    picture = layout.slots.get("picture")
    if not (layout.draws_over_picture and picture and picture.rect.overlaps(slot.rect)):
        return Ground(tuple(layers), over_picture=False)
    shapes = [shape for shape in layout.shapes if shape.over_picture and shape.rect.overlaps(slot.rect)]
    panels = _layers(slot, shapes)
    if not panels or any(shape.scrim for shape in shapes):
        return None
    return Ground(tuple(panels), over_picture=True)


def _layers(slot: Slot, shapes: list[Shape]) -> list[tuple[str, float]]:
    return [(shape.color, shape.opacity) for shape in shapes if _reaches_under(shape, slot.rect)]


def _reaches_under(shape: Shape, rect: Rect) -> bool:
    solid = shape.rect
    return (
        solid.x <= rect.x + _TOLERANCE
        and solid.y <= rect.y + _TOLERANCE
        and solid.right - shape.fade >= rect.right - _TOLERANCE
        and solid.bottom >= rect.bottom - _TOLERANCE
    )
