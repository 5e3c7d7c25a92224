"""Which layout of a template each of ours stands in, and where its slots are there.

Where a layout of ours has one of the template's, its slots take the places of placeholders. Others are made in the
style of `content`: they share the place of its title and of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.model.geometry import Rect
from deckmaker.template import Template, TemplateLayout, TemplatePlaceholder
from deckmaker.template.brand import Brand
from deckmaker.template.opening import brands_of
from deckmaker.theme.slots import CREDITS_LAYOUT, PLAIN_LAYOUT
from deckmaker.theme.template_ground import has_edge, is_alike, is_plain
from deckmaker.theme.template_marks import above_marks, amid_marks, beside_marks, clear_of_marks
from deckmaker.theme.template_openings import beside_picture, text_below
from deckmaker.theme.template_palette import page_color, shown_color
from deckmaker.theme.template_places import (
    SlotPlan,
    above_line,
    are_beside,
    area_of,
    around_all,
    joined,
    of_types,
    rect_of,
    text_of,
    title_of,
)

SAME_AS = {"title-only": ("title",), "closing-only": ("closing", "title"), "closing": ("title",), "section": ("title",)}
"""Layouts of ours that stand, where the theme file names no layout for them, in the one for another."""

OVER_PICTURE = "picture-full"
"""The layout whose texts stand over a picture: it keeps its own places."""

_FURNITURE = {"footer": "ftr", "number": "sldNum"}
_BESIDE = {"picture-right": False, "picture-left": True, "feature": False}
"""Layouts with a picture beside their text, and whether that is at the left."""

_BODIES = ("obj", "body", "subTitle", "tbl", "chart", "dgm", "media", "clipArt")
_PICTURES = ("pic", "clipArt", "media")
_TEXTS = ("body", "entries-1", "entries-2")
"""Slots whose texts end above marks at their foot."""

_OPENINGS = ("title", "title-only", "section", "closing", "closing-only")
_UNIT = 540.0
"""The height in points of the page that lengths here are for; others are scaled."""

_NEAR = 0.05
"""Of the page's height: how far titles may be apart that stand in one place."""

_HALF_STEP = 0.75
"""Points: how far the baseline grid may move a line."""

_CREDITS, _TRAIL = 0.56, 0.4
"""Of the width that slides have between their margins: what credits and trail have of one line."""

_FURTHER = 0.2
"""Of that width: how much further in the title of an opening page may begin, with which its credits stand in line."""

_LINES = 2
"""Of credits: so many keep off what the page draws beside them."""

_CLEAR, _CLEAR_SHARE, _CLEAR_AMID, _CLEAR_PICTURE = 0.75, 0.25, 0.55, 0.6
"""What is free of marks at least, or a place keeps them: of the width of a title, of author and date, and of credits
and trail together; of the share of each of these two; of the width of a title in the middle; of a picture's height."""

_LEAST_CREDITS = 0.5
"""Of the share of credits: with less they stand higher, in the room for texts, if that is free of marks."""

_LEAST_LINES = 5
"""Of credits: what a place has of its height at least that gives way to them there."""

LINE, GAP, GUTTER, META = 15.0, 6.0, 36.0, 30.0
"""Points: a line of credits, what keeps it from others, what is between two columns, a line of author and date."""

_LOW = 3
"""Lines of author and date: a text that is lower has no room for one."""

_AIR = 10.0
"""Points between what is above credits that stand higher than usual, and them."""


@dataclass(frozen=True, slots=True)
class LayoutPlan:
    """A layout of ours: the template's in which it stands, whether the theme file named that, and its slots."""

    layout: TemplateLayout
    named: bool
    slots: Mapping[str, SlotPlan] = field(repr=False)


def scale_of(width: float, height: float) -> float:
    """Return by how much lengths of our themes, made for a page 540 points high, are to be stretched for a page."""
    return min(width / 720, height / _UNIT)


def plain_layout(template: Template, content: TemplateLayout) -> TemplateLayout:
    """Return the template's layout in which those of ours are made that it lacks: `content`, or a plainer one."""
    return _Planner(template, content).plain


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
            slots, layout = planner.filled(name, source, wanted), source
        elif name != OVER_PICTURE:
            slots, layout = planner.made(name, wanted), planner.plain
        else:
            continue
        slots = planner.off_marks(name, layout, planner.on_page(slots))
        found[name] = LayoutPlan(layout, name in named, slots)
    return found


def _begins_within(title: SlotPlan, across: Rect) -> bool:
    """Tell whether a title begins at its left, further in than texts of other slides, but not by much."""
    is_left = title.text is None or title.text.levels[0].align == "l"
    return is_left and across.x < title.rect.x < across.x + _FURTHER * across.width


class _Planner:
    """Finds places in one template."""

    def __init__(self, template: Template, content: TemplateLayout) -> None:
        self._template, self._content = template, content
        self._scale = scale_of(template.width, template.height)
        self._page = Rect(0, 0, template.width, template.height)
        self.plain = next(filter(self._is_plain, template.layouts), content)

    def _is_plain(self, layout: TemplateLayout) -> bool:
        """Tell whether a layout has nothing but a title, where `content` has it, on a page of the same colour.

        On another, there would be room for texts alone.
        """
        title, usual = title_of(layout), title_of(self._content)
        if layout.master is not self._content.master or title is None or usual is None or of_types(layout, _BODIES):
            return False
        if abs(rect_of(title).y - rect_of(usual).y) >= _NEAR * self._template.height:
            return False
        return is_alike(*(page_color(self._template, one) for one in (layout, self._content)))

    def filled(self, name: str, layout: TemplateLayout, wanted: set[str]) -> dict[str, SlotPlan]:
        """Return the slots of a layout of ours in one of the template's."""
        slots: dict[str, SlotPlan] = {}
        title = title_of(layout) or title_of(self._content)
        bodies = of_types(layout, _BODIES)
        pictures = of_types(layout, _PICTURES[:1])
        if name in _BESIDE and not pictures and len(bodies) > 1:
            bodies.sort(key=lambda one: text_of(one).x, reverse=_BESIDE[name])
            pictures = [bodies.pop()]
        if title:
            slots["title"] = SlotPlan(text_of(title), title, title)
        if pictures and "picture" in wanted:
            slots["picture"] = SlotPlan(rect_of(pictures[0]), pictures[0])
        if bodies:
            self._body(name, layout, bodies, wanted, slots)
        if name in _OPENINGS and "picture" in wanted and "picture" not in slots:
            brand = brands_of(self._template).of(layout)
            slots = beside_picture(slots, brand, self._margins(layout), GUTTER * self._scale)
        return self._with_furniture(name, layout, wanted, slots)

    def _margins(self, layout: TemplateLayout) -> Rect:
        """Return where other slides have their titles and texts, down to the credits of this one."""
        title, bodies = title_of(self._content), of_types(self._content, _BODIES)
        across = around_all(text_of(one) for one in (*bodies, title) if one)
        foot = self._foot(layout) - _LINES * LINE * self._scale
        return replace(across, height=max(across.height, foot - across.y))

    def _body(
        self,
        name: str,
        layout: TemplateLayout,
        bodies: list[TemplatePlaceholder],
        wanted: set[str],
        slots: dict[str, SlotPlan],
    ) -> None:
        """Add the places of what blocks, or a title page's texts, stand in."""
        main = bodies[0] if name in _OPENINGS else max(bodies, key=area_of)
        rect, placeholder = text_of(main), main
        text = main if name in _OPENINGS else layout.as_running(main)
        if name in _OPENINGS:
            brand, title = brands_of(self._template).of(layout), slots.get("title")
            color = shown_color(text.levels[0], brand.color_behind(rect))
            over, gutter = title.rect if title else None, GUTTER * self._scale
            foot = self._foot(layout) - LINE * self._scale - 2 * _HALF_STEP
            rect = text_below(over, rect, brand, color, foot, gutter)
        if name in ("columns", CREDITS_LAYOUT) or (name not in _BESIDE and name not in _OPENINGS):
            for other in bodies:
                if other is not main and are_beside(text_of(other), text_of(main)):
                    rect = joined(rect, text_of(other), slots.get("title"))
        if "meta" in wanted:
            others = [one for one in bodies if one is not main]
            if others:
                slots["meta"] = SlotPlan(text_of(others[0]), others[0], others[0])
            else:
                line = self._line_of_meta(layout, rect)
                slots["meta"] = SlotPlan(beside_marks(brands_of(self._template).of(layout), line, _CLEAR), None, text)
                rect = replace(rect, height=min(rect.height, line.y - GAP * self._scale - rect.y))
        if "entries-1" in wanted:
            self._entries(rect, text, slots)
        else:
            slots["body"] = SlotPlan(rect, placeholder, text)

    def _line_of_meta(self, layout: TemplateLayout, text: Rect) -> Rect:
        """Return where author and date stand: at the foot of a text, or below one that is low, where that is plain."""
        height, gap = META * self._scale, GAP * self._scale
        below = replace(text, y=text.bottom + gap, height=height)
        foot = self._foot(layout) - _LINES * LINE * self._scale - gap
        if (
            text.height < _LOW * height
            and below.bottom <= foot
            and is_plain(brands_of(self._template).of(layout), below)
        ):
            return below
        height = min(height, text.height / 2)
        return replace(text, y=text.bottom - height, height=height)

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
        elif name in _OPENINGS and "picture" in wanted:
            half = (rect.width - gutter) / 2
            own = replace(body, rect=replace(rect, width=half))
            slots |= self._with_meta(own) if "meta" in wanted else {"body": own}
            slots["picture"] = SlotPlan(replace(rect, x=rect.right - half, width=half))
        elif name == "picture" and "picture" in wanted:
            del slots["body"]
            slots["picture"] = SlotPlan(rect)
        elif "entries-1" in wanted:
            del slots["body"]
            self._entries(rect, body.text, slots)
        elif "meta" in wanted:
            slots |= self._with_meta(body)
        return slots

    def _with_meta(self, body: SlotPlan) -> dict[str, SlotPlan]:
        """Return the place of a text, and one for author and date at its foot."""
        rect, height = body.rect, META * self._scale
        meta = SlotPlan(replace(rect, y=rect.bottom - height, height=height), None, body.text)
        return {
            "meta": meta,
            "body": replace(body, rect=replace(rect, height=rect.height - height - GAP * self._scale)),
        }

    def on_page(self, slots: Mapping[str, SlotPlan]) -> dict[str, SlotPlan]:
        """Return the part of slots that lies on the page: some templates keep placeholders beside it."""
        page = self._page
        return {
            name: replace(one, rect=one.rect.within(page)) for name, one in slots.items() if one.rect.overlaps(page)
        }

    def off_marks(self, name: str, layout: TemplateLayout, slots: Mapping[str, SlotPlan]) -> dict[str, SlotPlan]:
        """Return slots whose texts and pictures keep off what the page draws into their places."""
        brand, found = brands_of(self._template).of(layout), dict(slots)
        for slot, one in slots.items():
            if slot == "picture" and one.placeholder is None:
                rect = clear_of_marks(brand, one.rect, _CLEAR_PICTURE)
            elif slot == "title":
                is_amid = one.text is not None and one.text.levels[0].align == "ctr"
                rect = amid_marks(brand, one.rect, _CLEAR_AMID) if is_amid else beside_marks(brand, one.rect, _CLEAR)
            elif slot in _TEXTS and name not in _OPENINGS:
                rect = above_marks(brand, one.rect)
            else:
                continue
            found[slot] = replace(one, rect=rect)
        return found

    def _entries(self, rect: Rect, text: TemplatePlaceholder | None, slots: dict[str, SlotPlan]) -> None:
        half = (rect.width - GUTTER * self._scale) / 2
        slots["entries-1"] = SlotPlan(replace(rect, width=half))
        slots["entries-2"] = SlotPlan(replace(rect, x=rect.right - half, width=half))

    def _with_furniture(
        self, name: str, layout: TemplateLayout, wanted: set[str], slots: dict[str, SlotPlan]
    ) -> dict[str, SlotPlan]:
        """Return slots with footer and number, and with credits and trail on a line of their own above those."""
        for one, type in _FURNITURE.items():
            if one in wanted and (found := layout.placeholder(type)) and found.rect:
                slots[one] = SlotPlan(text_of(found), found, found)
        line, gap = LINE * self._scale, GAP * self._scale
        bodies = of_types(self._content, _BODIES)
        across = around_all(text_of(one) for one in bodies or (title_of(self._content),) if one)
        brand, title = brands_of(self._template).of(layout), slots.get("title")
        if name in _OPENINGS and title and _begins_within(title, across):
            across = replace(across, x=title.rect.x, width=across.right - title.rect.x)
        foot = bottom = self._foot(layout) - _HALF_STEP
        if has_edge(brand, replace(across, y=bottom - 2 * line, height=2 * line)):
            # Two lines would stand half on a panel and half below: in the room for texts all is of one colour.
            higher = replace(across, y=min(bottom, across.bottom) - _LINES * line, height=_LINES * line)
            if not (title and higher.overlaps(title.rect)):
                bottom = higher.bottom
        lines = replace(across, y=bottom - _LINES * line, height=_LINES * line)
        above = max((one.rect.bottom for one in slots.values() if one.rect.y < lines.y), default=lines.y)
        lines = self._on_plain_ground(lines, brand, above)
        lines = self._wide_enough(lines, brand, slots)
        bottom = lines.bottom
        clear = beside_marks(brand, lines, _CLEAR)
        starts = {"credits": (across.x, _CREDITS), "trail": (across.right - _TRAIL * across.width, _TRAIL)}
        for one, (x, share) in starts.items():
            if one in wanted:
                own = replace(lines, x=x, width=share * across.width).within(clear)
                own = beside_marks(brand, own, _CLEAR_SHARE)
                slots[one] = SlotPlan(replace(own, y=bottom - line, height=line))
        return above_line(slots, bottom - line - _HALF_STEP, foot + gap, self._scale)

    def _on_plain_ground(self, lines: Rect, brand: Brand, above: float) -> Rect:
        """Return where credits and trail stand: where they would on what is plain, or higher, below `above`."""
        line, found = LINE * self._scale, lines
        while found.y >= above + _AIR * self._scale:
            if is_plain(brand, found):
                return found
            found = replace(found, y=found.y - line)
        return lines

    def _wide_enough(self, lines: Rect, brand: Brand, slots: Mapping[str, SlotPlan]) -> Rect:
        """Return where credits and trail stand: up to two lines higher where marks would leave credits little room.

        No title stands there, and what begins above keeps some lines.
        """
        line, own = LINE * self._scale, replace(lines, width=_CREDITS * lines.width)
        if beside_marks(brand, own, _CLEAR_SHARE).width >= _LEAST_CREDITS * own.width:
            return lines
        title = slots.get("title")
        for higher in (replace(lines, y=lines.y - up * line) for up in (1, 2)):
            others = (one.rect.y for name, one in slots.items() if name != "meta")  # which moves
            is_low = any(0 < higher.bottom - y < _LEAST_LINES * line for y in others)
            if is_plain(brand, higher) and not is_low and not (title and higher.overlaps(title.rect)):
                return higher
        return lines

    def _foot(self, layout: TemplateLayout) -> float:
        """Return where what stands above the template's own furniture ends."""
        height = self._template.height
        tops = [one.rect.y for one in layout.placeholders if one.type in ("ftr", "sldNum", "dt") and one.rect]
        low = [top for top in tops if height * 0.75 < top < height]
        return min(low) if low else height - LINE * self._scale
