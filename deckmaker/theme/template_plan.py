"""Which layout of a template each of ours stands in, and where its slots are there.

Where a layout of ours has one of the template's, its slots take the places of placeholders. Others are made in the
style of `content`: they share the place of its title and of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.model.geometry import Rect
from deckmaker.template import Template, TemplateLayout, TemplatePlaceholder
from deckmaker.template.opening import brands_of
from deckmaker.theme.slots import CREDITS_LAYOUT, PLAIN_LAYOUT
from deckmaker.theme.template_ground import clear_part, has_edge

SAME_AS = {"title-only": ("title",), "closing-only": ("closing", "title"), "closing": ("title",), "section": ("title",)}
"""Layouts of ours that stand, where the theme file names no layout for them, in the one for another."""

OVER_PICTURE = "picture-full"
"""The layout whose texts stand over a picture: it keeps its own places."""

_FURNITURE = {"footer": "ftr", "number": "sldNum"}
_BESIDE = {"picture-right": False, "picture-left": True, "feature": False}
"""Layouts with a picture beside their text, and whether that is at the left."""

_BODIES = ("obj", "body", "subTitle", "tbl", "chart", "dgm", "media", "clipArt")
_PICTURES = ("pic", "clipArt", "media")
_OPENINGS = ("title", "title-only", "section", "closing", "closing-only")
_UNIT = 540.0
"""The height in points of the page that lengths here are for; others are scaled."""

_NEAR = 0.05
"""Of the page's height: how far titles may be apart that stand in one place."""

_BESIDE_TITLE = 0.4
"""Of the width that texts have on a title page: what a picture takes there."""

_LEAST_BESIDE = 0.25
"""Of the page's width: what a text beside a picture has at least there."""

_HALF_STEP = 0.75
"""Points: how far the baseline grid may move a line."""

_NARROW = 0.4
"""Of the page's width: what the texts of a title page have at least that share their room with a picture."""

_CREDITS, _TRAIL = 0.56, 0.4
"""Of the width that slides have between their margins: what credits and trail have of one line."""

LINE, GAP, GUTTER, META = 15.0, 6.0, 36.0, 30.0
"""Points: a line of credits, what keeps it from others, what is between two columns, a line of author and date."""


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """The place of a slot's text or picture, and the placeholder whose place it is or shares; `text` is one by whose
    level its text is set."""

    rect: Rect
    placeholder: TemplatePlaceholder | None = None
    text: TemplatePlaceholder | None = None


@dataclass(frozen=True, slots=True)
class LayoutPlan:
    """A layout of ours: the template's in which it stands, whether the theme file named that, and its slots."""

    layout: TemplateLayout
    named: bool
    slots: Mapping[str, SlotPlan] = field(repr=False)


def scale_of(width: float, height: float) -> float:
    """Return by how much lengths of our themes, made for a page 540 points high, are to be stretched for a page."""
    return min(width / 720, height / _UNIT)


def plans(
    template: Template, named: Mapping[str, TemplateLayout], known: Mapping[str, Iterable[str]]
) -> dict[str, LayoutPlan]:
    """Return what becomes of each layout of ours, by name.

    `named` are the template's layouts that the theme file names, that of `content` among them; `known` are the slots
    that the theme's layouts have in what it extends.
    """
    planner = _Planner(template, named[PLAIN_LAYOUT])
    found: dict[str, LayoutPlan] = {}
    for name in dict.fromkeys((*known, *named)):
        wanted = set(known.get(name, known.get(PLAIN_LAYOUT, ())))
        source = named.get(name) or next((named[one] for one in SAME_AS.get(name, ()) if one in named), None)
        if source:
            found[name] = LayoutPlan(source, name in named, planner.on_page(planner.filled(name, source, wanted)))
        elif name != OVER_PICTURE:
            found[name] = LayoutPlan(planner.plain, False, planner.on_page(planner.made(name, wanted)))
    return found


class _Planner:
    """Finds places in one template."""

    def __init__(self, template: Template, content: TemplateLayout) -> None:
        self._template, self._content = template, content
        self._scale = scale_of(template.width, template.height)
        self.plain = next(filter(self._is_plain, template.layouts), content)

    def _is_plain(self, layout: TemplateLayout) -> bool:
        """Tell whether a layout has nothing but a title, where `content` has it."""
        title, usual = _title(layout), _title(self._content)
        if layout.master is not self._content.master or title is None or usual is None or _of_types(layout, _BODIES):
            return False
        return abs(_rect(title).y - _rect(usual).y) < _NEAR * self._template.height

    def filled(self, name: str, layout: TemplateLayout, wanted: set[str]) -> dict[str, SlotPlan]:
        """Return the slots of a layout of ours in one of the template's."""
        slots: dict[str, SlotPlan] = {}
        title = _title(layout) or _title(self._content)
        bodies = _of_types(layout, _BODIES)
        pictures = _of_types(layout, _PICTURES[:1])
        if name in _BESIDE and not pictures and len(bodies) > 1:
            bodies.sort(key=lambda one: _text(one).x, reverse=_BESIDE[name])
            pictures = [bodies.pop()]
        if title:
            slots["title"] = SlotPlan(_text(title), title, title)
        if pictures and "picture" in wanted:
            slots["picture"] = SlotPlan(_rect(pictures[0]), pictures[0])
        if bodies:
            self._body(name, layout, bodies, wanted, slots)
        if name in _OPENINGS and "picture" in wanted and "picture" not in slots:
            self._beside_picture(slots)
        return self._with_furniture(layout, wanted, slots)

    def _body(
        self,
        name: str,
        layout: TemplateLayout,
        bodies: list[TemplatePlaceholder],
        wanted: set[str],
        slots: dict[str, SlotPlan],
    ) -> None:
        """Add the places of what blocks, or a title page's texts, stand in."""
        main = bodies[0] if name in _OPENINGS else max(bodies, key=_area)
        rect, placeholder = _text(main), main
        text = main if name in _OPENINGS else layout.as_running(main)
        if name in ("columns", CREDITS_LAYOUT) or (name not in _BESIDE and name not in _OPENINGS):
            for other in bodies:
                if other is not main and _is_beside(_text(other), _text(main)):
                    rect = _around(rect, _text(other))
        if "meta" in wanted:
            others = [one for one in bodies if one is not main]
            if others:
                slots["meta"] = SlotPlan(_text(others[0]), others[0], others[0])
            else:
                height = min(META * self._scale, rect.height / 2)
                slots["meta"] = SlotPlan(replace(rect, y=rect.bottom - height, height=height), None, text)
                rect = replace(rect, height=rect.height - height - GAP * self._scale)
        if "entries-1" in wanted:
            self._entries(rect, text, slots)
        else:
            slots["body"] = SlotPlan(rect, placeholder, text)

    def _beside_picture(self, slots: dict[str, SlotPlan]) -> None:
        """Give a picture the right part of the room that the texts of an opening or closing page have together.

        Where that is narrow, it stands beside it, on the side with more room. Where some text begins too far right for
        that, the picture stands beside the texts below the title: what is left of them is for what the page draws.
        """
        if not slots:
            return
        beside, gutter, page = dict(slots), GUTTER * self._scale, self._template
        room = _around_all(one.rect for one in beside.values())
        end = room.right - _BESIDE_TITLE * room.width - gutter
        if len(beside) > 1 and any(end - one.rect.x < _LEAST_BESIDE * page.width for one in beside.values()):
            beside.pop("title", None)
            room = _around_all(one.rect for one in beside.values())
        if room.width < _NARROW * page.width:
            before, behind = Rect(gutter, room.y, room.x - 2 * gutter, room.height), room.right + gutter
            after = Rect(behind, room.y, page.width - gutter - behind, room.height)
            slots["picture"] = SlotPlan(max(before, after, key=lambda one: one.width))
            return
        width = _BESIDE_TITLE * room.width
        end = room.right - width - gutter
        for name, one in beside.items():
            left = one.rect.x if one.rect.x < (room.x + end) / 2 else room.x
            slots[name] = replace(one, rect=replace(one.rect, x=left, width=min(one.rect.right, end) - left))
        slots["picture"] = SlotPlan(replace(room, x=room.right - width, width=width))

    def made(self, name: str, wanted: set[str]) -> dict[str, SlotPlan]:
        """Return the slots of a layout of ours that is made in the style of `content`."""
        content = self.filled(
            PLAIN_LAYOUT, self._content, {"title", "body", *wanted} - {"picture", "meta", "entries-1"}
        )
        body, slots = content.get("body"), dict(content)
        if body is None:
            return slots
        rect, gutter = body.rect, GUTTER * self._scale
        if name in _BESIDE and "picture" in wanted:
            half = (rect.width - gutter) / 2
            first, second = replace(rect, width=half), replace(rect, x=rect.x + half + gutter, width=half)
            text, picture = (second, first) if _BESIDE[name] else (first, second)
            slots |= {"body": replace(body, rect=text), "picture": SlotPlan(picture)}
        elif name == "picture" and "picture" in wanted:
            del slots["body"]
            slots["picture"] = SlotPlan(rect)
        elif "entries-1" in wanted:
            del slots["body"]
            self._entries(rect, body.text, slots)
        elif "meta" in wanted:
            height = META * self._scale
            slots["meta"] = SlotPlan(replace(rect, y=rect.bottom - height, height=height), None, body.text)
            slots["body"] = replace(body, rect=replace(rect, height=rect.height - height - GAP * self._scale))
        return slots

    def on_page(self, slots: Mapping[str, SlotPlan]) -> dict[str, SlotPlan]:
        """Return the part of slots that lies on the page: some templates keep placeholders beside it."""
        page = Rect(0, 0, self._template.width, self._template.height)
        return {
            name: replace(one, rect=one.rect.within(page)) for name, one in slots.items() if one.rect.overlaps(page)
        }

    def _entries(self, rect: Rect, text: TemplatePlaceholder | None, slots: dict[str, SlotPlan]) -> None:
        half = (rect.width - GUTTER * self._scale) / 2
        slots["entries-1"] = SlotPlan(replace(rect, width=half))
        slots["entries-2"] = SlotPlan(replace(rect, x=rect.right - half, width=half))

    def _with_furniture(
        self, layout: TemplateLayout, wanted: set[str], slots: dict[str, SlotPlan]
    ) -> dict[str, SlotPlan]:
        """Return slots with footer and number, and with credits and trail on a line of their own above those."""
        for name, type in _FURNITURE.items():
            if name in wanted and (found := layout.placeholder(type)) and found.rect:
                slots[name] = SlotPlan(_text(found), found, found)
        line, gap = LINE * self._scale, GAP * self._scale
        bodies = _of_types(self._content, _BODIES)
        across = _around_all(_text(one) for one in bodies or (_title(self._content),) if one)
        brand = brands_of(self._template).of(layout)
        bottom = self._foot(layout) - _HALF_STEP
        if has_edge(brand, replace(across, y=bottom - 2 * line, height=2 * line)):
            # Two lines would stand half on a panel and half below: in the room for texts all is of one colour.
            bottom = min(bottom, across.bottom)
        clear = clear_part(brand, replace(across, y=bottom - line, height=line))
        left, right = clear.x, clear.right
        parts = ((left, _CREDITS), (left + (1 - _TRAIL) * (right - left), _TRAIL))
        for name, (x, share) in zip(("credits", "trail"), parts, strict=True):
            if name in wanted:
                slots[name] = SlotPlan(Rect(x, bottom - line, share * (right - left), line))
        top = bottom - line - _HALF_STEP
        for name in ("body", "picture", "entries-1", "entries-2", "meta"):
            place = slots.get(name)
            if place and place.rect.y < top < place.rect.bottom <= bottom + gap:
                slots[name] = replace(place, rect=replace(place.rect, height=top - place.rect.y))
        return slots

    def _foot(self, layout: TemplateLayout) -> float:
        """Return where what stands above the template's own furniture ends."""
        height = self._template.height
        tops = [one.rect.y for one in layout.placeholders if one.type in ("ftr", "sldNum", "dt") and one.rect]
        low = [top for top in tops if height * 0.75 < top < height]
        return min(low) if low else height - LINE * self._scale


def _title(layout: TemplateLayout) -> TemplatePlaceholder | None:
    found = layout.placeholder("title", "ctrTitle")
    return found if found and found.rect and found.vertical == "horz" else None


def _of_types(layout: TemplateLayout, types: Iterable[str]) -> list[TemplatePlaceholder]:
    """Return placeholders that have a place, and whose text runs across, in reading order."""
    found = [one for one in layout.placeholders if one.type in types and one.rect and one.vertical == "horz"]
    return sorted(found, key=lambda one: (round(_rect(one).y), _rect(one).x))


def _rect(placeholder: TemplatePlaceholder) -> Rect:
    assert placeholder.rect is not None, "it has been chosen for its place"
    return placeholder.rect


def _text(placeholder: TemplatePlaceholder) -> Rect:
    rect = placeholder.text_rect
    assert rect is not None, "it has been chosen for its place"
    return rect if rect.width > 0 and rect.height > 0 else _rect(placeholder)


def _area(placeholder: TemplatePlaceholder) -> float:
    return _rect(placeholder).width * _rect(placeholder).height


def _is_beside(one: Rect, other: Rect) -> bool:
    """Tell whether two places stand beside each other, as columns do: at one height, and neither far smaller."""
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return shared > 0.5 * min(one.height, other.height) and one.height > other.height / 3


def _around_all(rects: Iterable[Rect]) -> Rect:
    return reduce(_around, rects)


def _around(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
