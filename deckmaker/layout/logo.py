"""The deck's logo on a page: its variant for what lies behind it, in each of the theme's modes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from deckmaker.layout.document import Decision, Fit, PictureItem, Placed, ShapeItem
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import mean_behind
from deckmaker.model import Logo, PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout, Slot, Theme
from deckmaker.theme.contrast import RGB, blended, contrast, rgb
from deckmaker.theme.theme import ALIGNED

_AIR = 12.0
"""Points between the logo and a picture at least."""

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def place_logo(logo: Logo | None, layout: SlideLayout, theme: Theme, below: Sequence[Placed]) -> Placed | None:
    """Return the logo above what is drawn `below` it; None where there is none, or the layout has no slot for it.

    Nor is there one where a picture is, unless the layout is made for what lies over pictures: between two places, a
    logo would wander from slide to slide.
    """
    slot = layout.slots.get("logo")
    if logo is None or slot is None:
        return None
    if not layout.draws_over_picture and _is_taken(logo_frame(logo.light, slot), below):
        return None
    file = _variant(logo, layout, theme.palette, slot, below)
    modes = ((mode, _variant(logo, layout, palette, slot, below)) for mode, palette in theme.modes.items())
    in_modes = tuple(one for one in modes if one[1] != file)
    item = PictureItem(file, "", (0.0, 0.0, 0.0, 0.0), in_modes=in_modes, decorative=True)
    decision = Decision(slot.rect, fit=Fit("contain", asked=False))
    return Placed(logo_frame(file, slot), item, Role.LOGO, "logo", None, decision=decision)


def is_on_every_slide(layout: SlideLayout) -> bool:
    """Tell whether the logo stands on all slides of a layout, in one variant, since no picture comes near it."""
    logo, picture = layout.slots.get("logo"), layout.slots.get("picture")
    if logo is None or layout.draws_over_picture:
        return False
    return picture is None or not _near(logo.rect).overlaps(picture.rect)


def _is_taken(frame: Rect, below: Iterable[Placed]) -> bool:
    """Tell whether a picture is where the logo would stand, or near it."""
    near, leaves = _near(frame), (leaf for one in below for leaf in one.leaves)
    return any(isinstance(one.item, PictureItem) and one.rect.overlaps(near) for one in leaves)


def _near(frame: Rect) -> Rect:
    return Rect(frame.x - _AIR, frame.y - _AIR, frame.width + 2 * _AIR, frame.height + 2 * _AIR)


def logo_frame(file: PictureFile, slot: Slot) -> Rect:
    """Return where a logo stands in its slot: whole, against the side that this says, and the upper edge."""
    place = slot.rect
    scale = min(place.width / file.width, place.height / file.height)
    width, height = file.width * scale, file.height * scale
    return Rect(place.x + (place.width - width) * ALIGNED[slot.align], place.y, width, height)


def _variant(
    logo: Logo, layout: SlideLayout, palette: Mapping[str, str], slot: Slot, below: Iterable[Placed]
) -> PictureFile:
    if logo.light == logo.dark:
        return logo.light
    ground = ground_behind(logo_frame(logo.light, slot), below, layout.background, palette)
    return logo.dark if is_dark(ground) else logo.light


def is_dark(ground: RGB) -> bool:
    """Tell whether white stands out more than black on a ground."""
    return contrast(_WHITE, ground) > contrast(_BLACK, ground)


def ground_behind(rect: Rect, below: Iterable[Placed], background: str, palette: Mapping[str, str]) -> RGB:
    """Return the colour behind the middle of a place on a page of that background, of pictures the mean behind it all.

    `below` is what was drawn before, the lowest first.
    """
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    ground = rgb(palette[background])
    for one in below:
        frame, item = one.rect, one.item
        if not (frame.x <= x <= frame.right and frame.y <= y <= frame.bottom):
            continue
        if isinstance(item, ShapeItem):
            shown = min(1.0, (frame.right - x) / item.fade) if item.fade else 1.0
            ground = blended(rgb(palette[item.color]), ground, item.opacity * shown)
        elif isinstance(item, PictureItem):
            ground = mean_behind(rect, frame, item, ground)
    return ground
