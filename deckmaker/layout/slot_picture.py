"""A picture in a layout's own place for one, with its caption."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.decision import Change, Decision, Fit, changes
from deckmaker.layout.document import GroupItem, PictureItem, Placed
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.place import REGION
from deckmaker.layout.roles import Role
from deckmaker.layout.texts import placed_text
from deckmaker.model import Picture
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.flow_styles import NOTE, FlowStyles


def slot_picture(picture: Picture, rect: Rect, raised: Rect, layout: SlideLayout, theme: Theme) -> Placed:
    """Return a picture in a layout's own place for one, above its caption if it has one.

    The place is `rect`, above footnotes and the strip of credits; the strip alone leaves it `raised`.
    """
    slot = layout.slots["picture"]
    caption = _caption(picture, rect, layout, theme) if picture.caption else None
    place = rect if caption is None else replace(rect, height=caption[0] - rect.y)
    fit_name = picture.fit or slot.fit
    room = place.within(slot.inner) if fit_name == "contain" else place
    frame, crop = place_picture(picture, room, fit_name)
    item = PictureItem(picture.file, picture.alt, crop, picture.credit)
    moved = (*changes(slot.rect, raised, rect), *([Change.SHARED] if caption else []))
    changed = (*moved, *([Change.MARGINS] if room != place else []))
    decision = Decision(room, changed, fit=Fit(fit_name, asked=picture.fit is not None))
    shown = Placed(frame, item, Role.PICTURE, "picture", picture.span, decision=decision, region="picture")
    if caption is None:
        return shown
    below = caption[1]
    if below.decision:
        below = replace(below, decision=replace(below.decision, changes=moved))
    group, whole = GroupItem((shown, below)), Decision(rect, moved)
    return Placed(rect, group, Role.FIGURE, None, picture.span, decision=whole, region="picture")


def _caption(picture: Picture, rect: Rect, layout: SlideLayout, theme: Theme) -> tuple[float, Placed]:
    """Return where a picture ends for its caption, and the caption, at the foot of the place and within margins.

    It takes half of the place at most: what has no room there hangs out of it.
    """
    assert picture.caption
    slot = layout.slots["picture"]
    style = FlowStyles(theme, layout, layout.slots.get(REGION) or layout.slots["title"]).named(NOTE)
    inner = rect.within(slot.inner)
    room = replace(inner, y=inner.y + inner.height / 2, height=inner.height / 2)
    (fitted,) = fit([FrameText((picture.caption,), replace(style, anchor="bottom"), room)], theme)
    own = replace(style, anchor="bottom")
    span = picture.caption.span or picture.span
    top = max(room.y, room.bottom - fitted.shift - fitted.setting.height)
    place = replace(room, y=top, height=room.bottom - top)
    placed = placed_text("picture caption", place, fitted, own, span, role=Role.CAPTION)
    return top - theme.flow.caption_gap, replace(placed, region="picture")
