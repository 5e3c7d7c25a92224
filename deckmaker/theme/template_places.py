"""Places in a template: where its placeholders stand, and those that the slots of ours take from them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from deckmaker.dataclasses import dataclass
from deckmaker.model.geometry import Rect
from deckmaker.template import TemplateLayout, TemplatePlaceholder


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """The place of a slot's text or picture, and the placeholder whose place it is or shares; `text` is one by whose
    level its text is set."""

    rect: Rect
    placeholder: TemplatePlaceholder | None = None
    text: TemplatePlaceholder | None = None


def title_of(layout: TemplateLayout) -> TemplatePlaceholder | None:
    """Return a layout's title, if that has a place and runs across."""
    found = layout.placeholder("title", "ctrTitle")
    return found if found and found.rect and found.vertical == "horz" else None


def of_types(layout: TemplateLayout, types: Iterable[str]) -> list[TemplatePlaceholder]:
    """Return placeholders that have a place, and whose text runs across, in reading order."""
    found = [one for one in layout.placeholders if one.type in types and one.rect and one.vertical == "horz"]
    return sorted(found, key=lambda one: (round(rect_of(one).y), rect_of(one).x))


def rect_of(placeholder: TemplatePlaceholder) -> Rect:
    """Return the place of a placeholder that has one."""
    assert placeholder.rect is not None, "it has been chosen for its place"
    return placeholder.rect


def text_of(placeholder: TemplatePlaceholder) -> Rect:
    """Return where the text of a placeholder stands that has a place: without its insets, where these leave room."""
    rect = placeholder.text_rect
    assert rect is not None, "it has been chosen for its place"
    return rect if rect.width > 0 and rect.height > 0 else rect_of(placeholder)


def area_of(placeholder: TemplatePlaceholder) -> float:
    """Return the area of a placeholder that has a place, in square points."""
    return rect_of(placeholder).width * rect_of(placeholder).height


def are_beside(one: Rect, other: Rect) -> bool:
    """Tell whether two places stand beside each other, as columns do: at one height, and neither far smaller."""
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return shared > 0.5 * min(one.height, other.height) and one.height > other.height / 3


def around_all(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around all of some, which are not none."""
    return reduce(around, rects)


def around(one: Rect, other: Rect) -> Rect:
    """Return the smallest rectangle around two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
