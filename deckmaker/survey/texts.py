"""A placed text to its survey: sizes, lines where they stand on the page, and the room that is left."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from deckmaker.layout import Decision, Placed, TextItem
from deckmaker.survey.survey import LineSurvey, TextSurvey

_TOLERANCE = 0.01
"""Points; rounding of sums, as in fitting."""


def text_survey(placed: Placed, item: TextItem, decision: Decision) -> TextSurvey:
    """Return the survey of a text in its place."""
    setting, style = item.setting, item.style
    leading = tuple(dict.fromkeys(one.style.leading for one in setting.paragraphs))
    room = room_left(placed, item, decision)
    return TextSurvey(
        style=style.name,
        size=setting.size,
        style_size=style.size,
        short_size=style.short,
        least_size=style.minimum,
        reason=decision.size,
        leading=leading,
        lines=tuple(placed_lines(placed, item)),
        room_left=room,
        lines_left=_in_lines(room, setting.paragraphs[-1].style.leading),
        too_wide=setting.excess_width if setting.excess_width > _TOLERANCE else 0.0,
        breaks_are_safe=setting.safe,
        widows=setting.widows,
        narrowed=setting.narrowed,
        outdent=setting.outdent,
    )


def room_left(placed: Placed, item: TextItem, decision: Decision) -> float:
    """Return what a text's room has free before the edge that it grows towards; less than 0 where it does not fit."""
    below = decision.room.height - item.offset - item.setting.height
    above = decision.room.height - placed.rect.height + item.offset  # its frame may be lower than its room
    room = above if item.style.anchor == "bottom" else below
    return 0.0 if abs(room) < _TOLERANCE else room


def placed_lines(placed: Placed, item: TextItem) -> Iterator[LineSurvey]:
    """Yield a text's lines where they stand on the page."""
    top = placed.rect.y + item.offset
    for paragraph in item.setting.paragraphs:
        for one in paragraph.lines:
            yield LineSurvey(one.line.text.rstrip(), placed.rect.x + one.x, top + one.baseline, one.line.width)


def _in_lines(points: float, leading: float) -> int:
    """Return how many whole lines have room, or how many hang out."""
    count = points / leading
    return floor(count + _TOLERANCE) if count >= 0 else -ceil(-count - _TOLERANCE)
