"""Figures: a picture in a place, and its caption below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from deckmaker.layout.decision import Decision, Fit
from deckmaker.layout.document import PictureItem, Placed
from deckmaker.layout.findings import Finding
from deckmaker.layout.flow import NOT_ALONE
from deckmaker.layout.groups import grouped
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.place import Overfull, Place, SetBlock
from deckmaker.layout.reports import ways_out
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import set_text
from deckmaker.model import Picture
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.theme.flow_styles import NOTE

LEAST = 12.0
"""Points that a picture has at least, in a place that has too little for it."""

TOO_LOW = 36.0
"""Points of height below which nobody sees what a picture shows: half an inch."""

LOW = "picture-too-low"
"""The code of what is said of such a picture."""


def caption_takes(picture: Picture, place: Place) -> float:
    """Return what the caption of a picture takes below it, with the gap between them; 0 where it has none."""
    if picture.caption is None:
        return 0.0
    theme = place.styles.theme
    # Where it stands at last, it may need a step to be on the grid.
    return theme.flow.caption_gap + _height(_caption(picture, place, place.rect)) + theme.baseline


def set_figure(picture: Picture, place: Place, height: float | None = None) -> SetBlock:
    """Set a picture in a place, from its top, at most so `height` that its caption has room below it.

    Where it is shown whole it stands at the start of its place.
    """
    rect, caption = place.rect, caption_takes(picture, place)
    if height is None:
        height = min(max(LEAST, rect.height - caption), place.tallest_picture)
    room = replace(rect, height=height)
    asked = picture.fit
    frame, crop = place_picture(picture, room, asked or "contain")
    if asked != "cover":
        frame = replace(frame, x=rect.x, y=rect.y)
    item = PictureItem(picture.file, picture.alt, crop, picture.credit)
    name = place.named("picture")
    decision = Decision(room, NOT_ALONE, fit=Fit(asked or "contain", asked=asked is not None))
    placed = Placed(frame, item, Role.PICTURE, name, picture.span, decision=decision)
    shown = SetBlock((placed,), frame.height, **_flaw(picture, frame, room, name, place))
    if picture.caption is None:
        return shown
    gap = place.styles.theme.flow.caption_gap
    top = frame.bottom + gap
    below = Rect(rect.x, top, rect.width, max(rect.bottom - top, caption - gap))
    own = _caption(picture, place, below)
    lines = place.within(top, top + _height(own) - own.excess_height)
    set_caption = set_text(own, Role.CAPTION, place.named("caption"), place.style(NOTE), lines, picture.span)
    return grouped(Role.FIGURE, [replace(shown, height=frame.height + gap), set_caption], place, picture.span)


def _flaw(picture: Picture, frame: Rect, room: Rect, name: str, place: Place) -> dict[str, Any]:
    """Return what there is to say of a picture that its room makes too low to be seen."""
    if frame.height >= TOO_LOW or room.height >= TOO_LOW:
        return {}
    message = f": `{name}` would be {frame.height:.0f} points high, less than the {TOO_LOW:.0f} at which it can be seen"
    finding = Finding("picture-too-low", message, picture.span, ways_out(place.overflow, "leave something out"))
    over = Overfull(round(frame.height), False, place.overflow, picture.span)
    return {"overfull": ((name, over),), "findings": (finding,)}


def low_pictures_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of a slide, all that are of pictures too low as one, at the place of the first."""
    found = list(findings)
    low = [one for one in found if one.code == LOW]
    for one in found:
        if one.code != LOW or len(low) == 1:
            yield one
        elif one is low[0]:
            message = f": {len(low)} pictures would be lower than the {TOO_LOW:.0f} points at which they can be seen"
            yield replace(one, message=message)


def _caption(picture: Picture, place: Place, rect: Rect) -> Fitted:
    assert picture.caption
    (fitted,) = fit([FrameText((picture.caption,), place.style(NOTE), rect)], place.styles.theme)
    return fitted


def _height(fitted: Fitted) -> float:
    return fitted.shift + fitted.setting.height
