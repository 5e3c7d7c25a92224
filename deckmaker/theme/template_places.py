"""Places in a template: where its placeholders stand, and those that the slots of ours take from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from deckmaker.dataclasses import dataclass, replace
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


def joined(one: Rect, other: Rect, title: SlotPlan | None) -> Rect:
    """Return the smallest rectangle around two places; the first alone where a title stands in the corner between."""
    both = around(one, other)
    if title and both.overlaps(title.rect) and not one.overlaps(title.rect) and not other.overlaps(title.rect):
        return one
    return both


_AIR = 10.0
"""Points, on a page 540 high, between a line of credits and what ends above it, so that they are no caption of it."""
_AIR_BELOW_META = 6.0
"""The same below author and date: small type, whose room is taken from the text above."""


def above_line(slots: Mapping[str, SlotPlan], line: float, foot: float, scale: float) -> dict[str, SlotPlan]:
    """Return slots of which those that reach close to a line of credits end before.

    A placeholder that ends above the line stays as it is, be it close to that: people expect it there. So does one for
    a picture that ends below `foot`, as those do that reach to the page's edge. Author and date, which have no more
    than a line, move up instead, and a text above them ends before they begin. `scale` is by how much lengths are
    stretched for the page.
    """
    found = dict(slots)
    for name in ("meta", "body", "picture", "entries-1", "entries-2"):
        place = found.get(name)
        if place is None:
            continue
        rect = place.rect
        air = _AIR_BELOW_META if name == "meta" else _AIR
        top = line if place.placeholder and rect.bottom <= line else line - air * scale
        is_deep = name == "picture" and place.placeholder is not None and rect.bottom > foot
        if is_deep or not (rect.y < (foot if name == "meta" else top) and top < rect.bottom):
            continue
        if name == "meta":
            found[name] = replace(place, rect=replace(rect, y=top - rect.height))
            body, gap = found.get("body"), rect.bottom - top
            if body and body.rect.bottom <= rect.y and body.rect.height > gap:
                found["body"] = replace(body, rect=replace(body.rect, height=body.rect.height - gap))
        else:
            found[name] = replace(place, rect=replace(rect, height=top - rect.y))
    return found
