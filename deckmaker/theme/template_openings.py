"""What opens and closes a deck in a template: its texts keep off what the page draws, and make room for a picture."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.dataclasses import replace
from deckmaker.model.geometry import Rect
from deckmaker.template.brand import Brand
from deckmaker.theme.template_ground import calm_part, calm_top, is_busy, is_plain
from deckmaker.theme.template_places import SlotPlan, around_all

_BESIDE_TITLE = 0.4
"""Of the width that texts have on a title page: what a picture takes there."""

_LEAST_BESIDE = 0.25
"""Of the page's width: what a text beside a picture has at least there."""

_NARROW = 0.4
"""Of the page's width: what the texts of a title page have at least that share their room with a picture."""

_LEAST_WIDTH, _LEAST_HEIGHT = 0.25, 0.15
"""Of the page: what a text has at least that keeps off what is drawn there."""


def text_below(title: Rect | None, text: Rect, brand: Brand, color: str, foot: float, gutter: float) -> Rect:
    """Return where the text below the title of an opening page stands, which the template has in `text`.

    It begins below the title, over which some templates lay it, and ends above what reaches into it far below. Where
    all of that is a picture full of detail, it stands in the largest calm part of the page below the title and above
    `foot`, `gutter` away from the page's sides, and half as far from what is drawn beside it; where there is none, it
    stays. `color` is that of its letters; all lengths are in points.
    """
    if title and text.y < title.bottom < text.bottom and text.overlaps(title):
        text = replace(text, y=title.bottom, height=text.bottom - title.bottom)
    if not is_busy(brand, text, color):
        return calm_top(brand, text, color)
    page, top = brand.page, title.bottom if title else text.y
    room = Rect(gutter, top, page.width - 2 * gutter, max(0.0, foot - top))
    part = calm_part(brand, room, color)
    if part and part.x > room.x:
        part = replace(part, x=part.x + gutter / 2, width=part.width - gutter / 2)
    if part and part.right < room.right:
        part = replace(part, width=part.width - gutter / 2)
    if part and part.width >= _LEAST_WIDTH * page.width and part.height >= _LEAST_HEIGHT * page.height:
        return part
    return text


def beside_picture(slots: Mapping[str, SlotPlan], brand: Brand, margins: Rect, gutter: float) -> dict[str, SlotPlan]:
    """Return slots with a picture in the right part of the room that the texts of an opening or closing page have.

    It reaches to the right, upper and lower of the `margins` of other slides, as far as nothing is drawn there. Where
    that room is narrow, it stands beside it, on the side with more room. Where some text begins too far right for that,
    the picture stands beside the texts below the title: what is left of them is for what the page draws. So it does
    below a title that has no room for a second line, which it would need if it were narrower.
    """
    if not slots:
        return {}
    page, beside, found = brand.page, dict(slots), dict(slots)
    room = _to_margin(around_all(one.rect for one in beside.values()), brand, margins)
    end = room.right - _BESIDE_TITLE * room.width - gutter
    is_narrow = any(end - one.rect.x < _LEAST_BESIDE * page.width for one in beside.values())
    if len(beside) > 1 and (is_narrow or _has_one_line(slots.get("title"))):
        beside.pop("title", None)
        room = _to_margin(around_all(one.rect for one in beside.values()), brand, margins)
    if room.width < _NARROW * page.width:
        before, behind = Rect(gutter, room.y, room.x - 2 * gutter, room.height), room.right + gutter
        after = Rect(behind, room.y, page.width - gutter - behind, room.height)
        found["picture"] = SlotPlan(max(before, after, key=lambda one: one.width))
        return found
    width = _BESIDE_TITLE * room.width
    end = room.right - width - gutter
    for name, one in beside.items():
        left = one.rect.x if one.rect.x < (room.x + end) / 2 else room.x
        found[name] = replace(one, rect=replace(one.rect, x=left, width=min(one.rect.right, end) - left))
    picture = replace(room, x=room.right - width, width=width)
    if "title" in beside:
        picture = _as_high(picture, brand, margins)
    found["picture"] = SlotPlan(picture)
    return found


def _to_margin(room: Rect, brand: Brand, margins: Rect) -> Rect:
    """Return the room of texts as far to the right as texts of other slides reach, if nothing is drawn there."""
    more = replace(room, x=room.right, width=margins.right - room.right)
    return replace(room, width=margins.right - room.x) if more.width > 0 and is_plain(brand, more) else room


def _as_high(picture: Rect, brand: Brand, margins: Rect) -> Rect:
    """Return a picture's place between the margins, if nothing is drawn there."""
    top, bottom = min(picture.y, margins.y), max(picture.bottom, margins.bottom)
    high = replace(picture, y=top, height=bottom - top)
    return high if is_plain(brand, high) else picture


def _has_one_line(title: SlotPlan | None) -> bool:
    return title is not None and title.text is not None and title.rect.height < 2 * title.text.levels[0].size
