"""Pictures: in a layout's own place for one, among other blocks, each with its caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.layout.document import (
    NOT_ALONE,
    Change,
    Decision,
    Edge,
    Fit,
    GroupItem,
    PictureItem,
    Placed,
    TextItem,
    changes,
)
from deckmaker.layout.findings import Finding, ways_out
from deckmaker.layout.picture_fit import fit_in
from deckmaker.layout.place import REGION, OverflowFinding, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import grouped, placed_text, set_text
from deckmaker.model import Paragraph, Picture
from deckmaker.model.geometry import Rect
from deckmaker.model.text import runs_before
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.text.break_points import LOOKAHEAD
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.flow_styles import NOTE, FlowStyles

Crop = tuple[float, float, float, float]


def place_picture(picture: Picture, rect: Rect, fit: str) -> tuple[Rect, Crop]:
    """Return the frame and the crop (left, top, right, bottom, as fractions) of a picture in `rect`."""
    ratio = picture.file.width / picture.file.height
    slot_ratio = rect.width / rect.height
    if fit == "contain":
        width, height = (rect.width, rect.width / ratio) if ratio > slot_ratio else (rect.height * ratio, rect.height)
        left, top = rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2
        return Rect(left, top, width, height), (0.0, 0.0, 0.0, 0.0)
    across, down = picture.focus
    if ratio > slot_ratio:
        spare = 1 - slot_ratio / ratio
        return rect, (spare * across, 0.0, spare * (1 - across), 0.0)
    spare = 1 - ratio / slot_ratio
    return rect, (0.0, spare * down, 0.0, spare * (1 - down))


def picture_item(picture: Picture, frame: Rect, crop: Crop, theme: Theme) -> PictureItem:
    """Return a picture as it is shown in a frame, with what its theme has around pictures.

    One that reaches the page's edge is part of the page: it has neither corners nor a line.
    """
    return PictureItem(
        picture.file,
        picture.alt,
        crop,
        picture.credit,
        edge_of(frame, theme),
        decorative=picture.decorative,
        turned=theme.turned,
    )


def edge_of(frame: Rect, theme: Theme) -> Edge | None:
    """Return what a theme has around a picture in that frame, None for nothing."""
    style = theme.pictures
    inside = frame.x > 0 and frame.y > 0 and frame.right < theme.width and frame.bottom < theme.height
    corner = min(style.corner, frame.width / 2, frame.height / 2)
    has_line = style.border is not None and style.border_width > 0
    if not inside or not (corner or has_line):
        return None
    return Edge(corner, style.border, style.border_width) if has_line else Edge(corner)


def slot_picture(picture: Picture, rect: Rect, after_credits: Rect, layout: SlideLayout, theme: Theme) -> Placed:
    """Return a picture in a layout's own place for one, above its caption if it has one.

    The place is `rect`, above footnotes and the strip of credits; the strip alone leaves `after_credits`.
    """
    slot = layout.slots["picture"]
    caption = _slot_caption(picture, rect, layout, theme) if picture.caption else None
    place = rect if caption is None else replace(rect, height=caption[0] - rect.y)
    fit_name = fit_in(picture, place, slot.fit, layout.draws_over_picture)
    room = place.within(slot.inner) if fit_name == "contain" else place
    frame, crop = place_picture(picture, room, fit_name)
    item = picture_item(picture, frame, crop, theme)
    moved = (*changes(slot.rect, after_credits, rect), *([Change.SHARED] if caption else []))
    changed = (*moved, *([Change.MARGINS] if room != place else []))
    decision = Decision(room, changed, fit=Fit(fit_name, asked=picture.fit is not None))
    shown = Placed(frame, item, Role.PICTURE, "picture", picture.span, decision=decision, region="picture")
    if caption is None:
        return shown
    below = caption[1]
    if below.decision:
        below = replace(below, decision=replace(below.decision, changes=moved))
    if fit_name == "contain":
        below = _below(frame, below, caption[0] - frame.bottom, rect.within(slot.inner), theme)
    group, whole = GroupItem((shown, below)), Decision(rect, moved)
    return Placed(rect, group, Role.FIGURE, None, picture.span, decision=whole, region="picture")


def _slot_caption(picture: Picture, rect: Rect, layout: SlideLayout, theme: Theme) -> tuple[float, Placed]:
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


def _below(frame: Rect, caption: Placed, spare: float, inner: Rect, theme: Theme) -> Placed:
    """Return a caption moved up, by whole steps of the grid, and to the start of a picture that leaves `spare` points.

    One of several lines keeps its start, and so the width in which these were broken.
    """
    assert caption.decision and isinstance(caption.item, TextItem)
    lines = [line for paragraph in caption.item.setting.paragraphs for line in paragraph.lines]
    up = floor(spare / theme.baseline) * theme.baseline
    across = 0.0
    if len(lines) == 1 and not any(one.style.opposed for one in caption.item.setting.paragraphs):
        across = max(0.0, min(frame.x - inner.x, inner.width - lines[0].line.width - SAFE_MARGIN))
    width = min(caption.rect.width, inner.width - across)
    rect = replace(caption.rect, x=caption.rect.x + across, y=caption.rect.y - up, width=width)
    room = caption.decision.room
    moved = replace(room, x=room.x + across, y=room.y - up, width=room.width - across)
    return replace(caption, rect=rect, decision=replace(caption.decision, room=moved))


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

    Where it is shown whole it stands at the start of its place, level with the edge of the texts there; alone in a
    region, with no more than a line below it, in its middle.
    """
    rect, caption = place.rect, caption_takes(picture, place)
    if height is None:
        height = min(max(LEAST, rect.height - caption), place.tallest_picture)
    room = replace(rect, height=height)
    asked = picture.fit
    frame, crop = place_picture(picture, room, asked or "contain")
    if asked != "cover":
        frame = replace(
            frame, x=frame.x if place.holds_one and _has_short_caption(picture, place) else rect.x, y=rect.y
        )
    item = picture_item(picture, frame, crop, place.styles.theme)
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
    if (start := _caption_start(own, frame, rect)) > rect.x:
        beside = replace(below, x=start, width=rect.right - start)
        moved = _caption(picture, place, beside)  # as wide as what is left, for its frame
        # Where another engine may need more width for the line, it would be broken there, or smaller.
        if (len(moved.setting.lines), moved.setting.size) == (1, own.setting.size):
            below, own = beside, moved
    lines = place.within(top, top + _height(own) - own.excess_height)
    lines = replace(lines, rect=replace(lines.rect, x=below.x, width=below.width))
    set_caption = set_text(own, Role.CAPTION, place.named("caption"), place.style(NOTE), lines, picture.span)
    return grouped(Role.FIGURE, [replace(shown, height=frame.height + gap), set_caption], place, picture.span)


def _has_short_caption(picture: Picture, place: Place) -> bool:
    """Tell whether a picture's caption is a line at most: a longer one has all of a place's width, from its start."""
    return picture.caption is None or len(_caption(picture, place, place.rect).setting.lines) == 1


def _caption_start(caption: Fitted, frame: Rect, rect: Rect) -> float:
    """Return where a caption below a picture begins: with that, if it is one line that has room so."""
    lines = caption.setting.lines
    most = rect.right - lines[0].width - SAFE_MARGIN if len(lines) == 1 else rect.x
    return max(rect.x, min(frame.x, most))


def _flaw(picture: Picture, frame: Rect, room: Rect, name: str, place: Place) -> dict[str, Any]:
    """Return what there is to say of a picture that its room makes too low to be seen."""
    if frame.height >= TOO_LOW or room.height >= TOO_LOW:
        return {}
    message = f": `{name}` would be {frame.height:.0f} points high, less than the {TOO_LOW:.0f} at which it can be seen"
    finding = Finding("picture-too-low", message, picture.span, ways_out(place.overflow, "leave something out"))
    overflow = OverflowFinding(round(frame.height), False, place.overflow, picture.span)
    return {"overfull": ((name, overflow),), "findings": (finding,)}


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


_MOST_CHARACTERS = 4 * LOOKAHEAD
"""Of a caption: more than a page holds at any size that anybody reads. Of a longer one, as much is set first."""


def _caption(picture: Picture, place: Place, rect: Rect) -> Fitted:
    """Return a caption as set; of one whose beginning is higher than the page, above which no picture has room, that
    beginning."""
    assert picture.caption
    caption = picture.caption
    if sum(len(run.text) for run in caption.runs) > _MOST_CHARACTERS:
        beginning = _set_caption(replace(caption, runs=runs_before(caption.runs, _MOST_CHARACTERS)), place, rect)
        if _height(beginning) > place.styles.theme.height:
            return beginning
    return _set_caption(caption, place, rect)


def _set_caption(caption: Paragraph, place: Place, rect: Rect) -> Fitted:
    (fitted,) = place.context.fit([FrameText((caption,), place.style(NOTE), rect)])
    return fitted


def _height(fitted: Fitted) -> float:
    return fitted.shift + fitted.setting.height
