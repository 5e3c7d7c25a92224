"""Items that are one thing together: texts one below the other, a figure's picture with its caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.diagnostics import Span
from deckmaker.layout.decision import Decision
from deckmaker.layout.document import GroupItem, Placed
from deckmaker.layout.flow import NOT_ALONE
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import proportional_step, set_at, set_text
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.theme import TextStyle

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
        fitted = set_at(paragraphs, style, rect, own_step, place.styles.theme)
        room = place.within(y, y + fitted.shift + fitted.setting.height - fitted.excess_height)
        found.append(set_text(fitted, role, place.named(kind), style, room, span, NOT_ALONE))
        y += found[-1].height
    return found


def grouped(role: Role, parts: Sequence[SetBlock], place: Place, span: Span) -> SetBlock:
    """Return parts that stand one below the other as one block, their items in a group of that role."""
    children = tuple(one for part in parts for one in part.placed)
    height = sum(part.height for part in parts)
    rect = Rect(place.rect.x, place.rect.y, place.rect.width, height)
    group = Placed(rect, GroupItem(children), role, None, span, decision=Decision(rect, NOT_ALONE))
    return SetBlock(
        (group,),
        height,
        flaws=sum(part.flaws for part in parts),
        excess=max((part.excess for part in parts), default=0.0),
        overfull=tuple(one for part in parts for one in part.overfull),
        findings=tuple(one for part in parts for one in part.findings),
    )
