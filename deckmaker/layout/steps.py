"""When things appear on a slide that is shown step by step: one for each item of what stands in an order.

Nothing moves for it: layout places all that the slide will show, and paper shows all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from deckmaker.dataclasses import replace
from deckmaker.layout.document import GroupItem, Placed, TextItem
from deckmaker.layout.place import REGION
from deckmaker.layout.roles import COMPOSITIONS, Role
from deckmaker.model import Marker
from deckmaker.text import SetParagraph

_IN_STEPS = (Role.LIST, Role.STEPS)
"""Compositions whose items appear one by one."""


def with_steps(items: Iterable[Placed]) -> Iterator[Placed]:
    """Yield a page's items with the step, from 1, at which each appears, in reading order; 0 is there at once.

    Items of a list appear with all that is below them in it. PowerPoint has steps of paragraphs and whole shapes, but
    none within a group, as a callout is.
    """
    numbers = count(1)
    for one in items:
        yield _stepped(one, numbers)


def has_steps(placed: Placed) -> bool:
    """Tell whether something in an item would have a step."""
    numbers = count()
    _stepped(placed, numbers)
    return next(numbers) > 0


def _stepped(placed: Placed, numbers: Iterator[int]) -> Placed:
    match placed.item:
        case GroupItem(children=children) as group if placed.role in _IN_STEPS:
            own = tuple(replace(child, step=next(numbers)) for child in children)
            return replace(placed, item=replace(group, children=own))
        case GroupItem(children=children) as group if placed.role not in COMPOSITIONS:
            own = tuple(_stepped(child, numbers) for child in children)
            return replace(placed, item=replace(group, children=own))
        case TextItem(setting=setting) as text if placed.role is Role.TEXT and placed.region == REGION:
            steps = tuple(_steps_of(setting.paragraphs, numbers))
            return replace(placed, item=replace(text, steps=steps)) if any(steps) else placed
        case _:
            return placed


def _steps_of(paragraphs: Iterable[SetParagraph], numbers: Iterator[int]) -> Iterator[int]:
    """Yield the step of each paragraph of a text.

    What goes on with an item from another slide is there at once. What stands below a list comes after it: a reader is
    not told the conclusion first.
    """
    step = 0
    for one in paragraphs:
        paragraph = one.paragraph
        is_item = paragraph.marker is not Marker.NONE
        if (is_item and not paragraph.level and not paragraph.continues) or (not is_item and step):
            step = next(numbers)
        yield step
