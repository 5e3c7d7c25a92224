"""Texts as placed items and as blocks: fitted, placed, one below the other as one thing, and what has no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Span
from deckmaker.layout.document import NOT_ALONE, Change, Decision, GroupItem, Placed, TextItem
from deckmaker.layout.place import OverflowFinding, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.model import Credit, Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, SizeReason
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import LARGE, STEP, TOLERANCE
from deckmaker.theme import TextStyle

if TYPE_CHECKING:
    from deckmaker.layout.context import Context


def placed_text(
    slot: str,
    rect: Rect,
    fitted: Fitted,
    style: TextStyle,
    span: Span | None,
    changes: tuple[Change, ...] = (),
    lacking: tuple[str, ...] = (),
    role: Role = Role.TEXT,
    room: Rect | None = None,
) -> Placed:
    """Return a set text in its frame, narrowed to the width in which its breaks are safe.

    Its `room`, for which its size was chosen, may be higher than `rect`. `changes` say why that is not its slot's
    place, `lacking` what a strip goes without, `role` what it is.
    """
    setting = fitted.setting
    x = rect.x - setting.outdent
    if style.align != "left":  # narrowed, it keeps the edge or the middle that its lines have
        x = rect.right - setting.width if style.align == "right" else rect.x + (rect.width - setting.width) / 2
    offset = rect.height - setting.height - fitted.shift if style.anchor == "bottom" else fitted.shift
    # Lines that are kept as they are need no exact width, and must not be too wide for another program's box.
    spare = 0.0 if setting.safe or style.align != "left" else SAFE_MARGIN
    frame = replace(rect, x=x, width=setting.width + spare)
    decision = Decision(room or rect, changes, fitted.reason, lacking=lacking)
    return Placed(frame, TextItem(style, setting, offset), role, slot, span, decision=decision)


FOR_ROOM = (SizeReason.SHRUNK, SizeReason.LEAST)
"""Why texts are smaller than their style for want of room."""


def text_steps(style: TextStyle, short: bool = False) -> range:
    """Return by how many points a style's texts may be smaller, from 0; below that `short` ones are larger."""
    step = STEP if style.size >= LARGE else 1
    larger = (style.short or style.size) - style.size if short else 0
    return range(-(larger // step) * step, style.size - style.minimum + 1, step)


def proportional_step(style: TextStyle, step: int, measure: TextStyle) -> int:
    """Return by how many points a style is smaller where another one, its `measure`, is `step` points smaller.

    Both are at their least together, and where they are larger, for short texts, at their largest.
    """
    own, whole = (
        (one.short or one.size) - one.size if step < 0 else one.size - one.minimum for one in (style, measure)
    )
    exact = step * own / whole if whole else 0.0
    return round(exact / STEP) * STEP if style.size >= LARGE else round(exact)


def set_at(paragraphs: tuple[Paragraph, ...], style: TextStyle, rect: Rect, step: int, context: Context) -> Fitted:
    """Set a text `step` points smaller than its style, not below its least, at the top of a rectangle.

    A step below 0 makes a short text larger, as far as its style says.
    """
    size = min(max(style.minimum, style.size - step), max(style.size, style.short or 0))
    (fitted,) = context.fit([FrameText(paragraphs, style.only(size), rect)])
    if size == style.size or fitted.reason is not SizeReason.OWN:
        return fitted
    return replace(fitted, reason=SizeReason.SHORT if size > style.size else SizeReason.SHRUNK)


def set_text(
    fitted: Fitted,
    role: Role,
    name: str,
    style: TextStyle,
    place: Place,
    span: Span,
    changes: tuple[Change, ...] = (),
    room: Rect | None = None,
) -> SetBlock:
    """Return a fitted text as a block in a place, all of which is its `room` unless that is said to be more."""
    shrunk = fitted.setting.size / style.size if fitted.reason in FOR_ROOM else 1.0
    if place.part and place.part.smaller and fitted.reason is SizeReason.OWN:
        fitted, shown = replace(fitted, reason=SizeReason.WORDS), place.whole_style(style)
    else:
        shown = style
    placed = placed_text(name, place.rect, fitted, shown, span, changes, role=role, room=room)
    return SetBlock(
        (placed,),
        height=fitted.shift + fitted.setting.height,
        shrunk=shrunk,
        flaws=int(not fitted.setting.safe),
        excess=fitted.excess_height,
        overfull=() if fitted.fits else ((name, overflow_finding(fitted, style, place, span)),),
    )


def overflow_finding(fitted: Fitted, style: TextStyle, place: Place, span: Span) -> OverflowFinding:
    """Return what is said of a text that has no room.

    It is not too wide where it may not shrink: a part of it is set smaller for the sake of a word.
    """
    size = fitted.setting.size
    is_least = size == style.minimum and place.may_shrink
    return OverflowFinding(size, is_least and fitted.setting.excess_width > TOLERANCE, place.overflow, span)


def placed_alone(
    paragraphs: tuple[Paragraph, ...], style: TextStyle, rect: Rect, step: int, context: Context
) -> tuple[Fitted, Rect]:
    """Set a text and return it with the room that it takes of a rectangle, from its top."""
    fitted = set_at(paragraphs, style, rect, step, context)
    height = fitted.shift + fitted.setting.height
    return fitted, Rect(rect.x, rect.y, rect.width, min(height, rect.height))


def in_proportion(style: TextStyle, shrunk: float) -> TextStyle:
    """Return the style of a text above others that are set at a share of their size: its own in the same ratio."""
    size = style.size * shrunk
    whole = round(size / STEP) * STEP if size >= LARGE else round(size)
    return replace(style, size=max(style.minimum, whole), short=None)


GroupText = tuple[Role, str, TextStyle, tuple[Paragraph, ...]]
"""A text of a group: what it is, the end of its name, its style and its paragraphs."""


def stacked_texts(
    texts: Sequence[GroupText],
    place: Place,
    step: int,
    span: Span,
    gap: float = 0.0,
    measure: TextStyle | None = None,
) -> list[SetBlock]:
    """Set texts one below the other, `gap` points apart, from the top of a place, `step` points smaller than their
    styles.

    Where texts are of very different sizes, the step is that of the style that is their `measure`: the others shrink in
    proportion, and all are at their least together.
    """
    found: list[SetBlock] = []
    y = place.rect.y
    for index, (role, kind, style, paragraphs) in enumerate(texts):
        if index:
            y += gap
            found[-1] = replace(found[-1], height=found[-1].height + gap)
        rect = Rect(place.rect.x, y, place.rect.width, max(place.rect.bottom - y, 0.0))
        own_step = proportional_step(style, step, measure) if measure else step
        fitted = set_at(paragraphs, style, rect, own_step, place.context)
        room = place.within(y, y + fitted.shift + fitted.setting.height - fitted.excess_height)
        found.append(set_text(fitted, role, place.named(kind), style, room, span, NOT_ALONE))
        y += found[-1].height
    return found


def grouped(
    role: Role,
    parts: Sequence[SetBlock],
    place: Place,
    span: Span,
    shapes: Iterable[Placed] = (),
    credit: Credit | None = None,
) -> SetBlock:
    """Return parts that stand one below the other as one block, their items in a group of that role behind `shapes`.

    The group may have a `credit` of its own.
    """
    children = (*shapes, *(one for part in parts for one in part.placed))
    height = sum(part.height for part in parts)
    rect = Rect(place.rect.x, place.rect.y, place.rect.width, height)
    group = Placed(rect, GroupItem(children, credit), role, None, span, decision=Decision(rect, NOT_ALONE))
    return SetBlock(
        (group,),
        height,
        flaws=sum(part.flaws for part in parts),
        excess=max((part.excess for part in parts), default=0.0),
        overfull=tuple(one for part in parts for one in part.overfull),
        findings=tuple(one for part in parts for one in part.findings),
    )
