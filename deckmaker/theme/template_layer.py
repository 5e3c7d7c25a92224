"""What a template says of a theme, as a layer of a theme file: under what the file says, over what that extends.

theme file (own words win)
template   ─plans, palette, styles→ the same keys
what the file extends, its lengths stretched to the page, without its places and shapes
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Span
from deckmaker.fonts import FAMILIES, FaceKey, face
from deckmaker.model.geometry import Rect
from deckmaker.source import DataPath, Layered, Tree
from deckmaker.template import Template
from deckmaker.template.families import nearest_family
from deckmaker.template.opening import brands_of
from deckmaker.theme.bounded_numbers import within_bounds
from deckmaker.theme.flow_styles import HEADING
from deckmaker.theme.grounds import number_part
from deckmaker.theme.parts import mapping
from deckmaker.theme.slots import PICTURE_SLOTS, PLAIN_LAYOUT
from deckmaker.theme.stretching import stretched, without_columns, written
from deckmaker.theme.template_ground import is_alike
from deckmaker.theme.template_palette import (
    named_color,
    page_color,
    readable,
    shown_color,
    template_palette,
)
from deckmaker.theme.template_places import SlotPlan
from deckmaker.theme.template_plan import GUTTER, OVER_PICTURE, LayoutPlan, scale_of
from deckmaker.theme.template_styles import template_styles

_ACROSS, _DOWN = ("columns", "left", "right"), ("top", "bottom", "height")
_ALIGNS = {"l": "left", "ctr": "center", "r": "right"}
_ANCHORS = {"t": "top", "ctr": "middle", "b": "bottom"}
_USUAL = {"title": "title", "body": "body", "meta": "meta", "entries-1": "entry", "entries-2": "entry"}
"""The styles of slots that the extended theme does not have in a layout; all others are furniture."""

_HEADING_LINE = 1.25
"""Ems: the place of a heading above a column, as built-in themes have it."""

_COLUMNS = 12
"""Of the grid between the margins of `content`, for what a theme file places in columns."""

_LEAST_BULLET = 0.25
"""The least size of a bullet against its text (ECMA-376 part 1, 20.1.10.10, from 25 to 400 percent)."""


@dataclass(frozen=True, slots=True)
class TemplateLayer:
    """A template, what becomes of our layouts in it, and where the theme file names it.

    `missing` are the parts that slides would take from it and that refer to one which it does not have, each with that.
    """

    template: Template
    plans: Mapping[str, LayoutPlan]
    span: Span
    missing: Mapping[str, str]


def layered(own: Tree, base: Tree, layer: TemplateLayer) -> Tree:
    """Return a theme's tree: its own words over the template's, and these over what the theme extends."""
    return _Layering(own, base, layer).tree()


class _Layering:
    """Lays the three over each other."""

    def __init__(self, own: Tree, base: Tree, layer: TemplateLayer) -> None:
        self._own, self._base, self._layer = own, base, layer
        self._template = layer.template
        self._content = layer.plans[PLAIN_LAYOUT]
        self._more: dict[str, str] = {}
        given = template_palette(layer.template, self._content.layout)
        self._palette = {**given, **{k: v for k, v in mapping(own.data.get("palette")).items() if isinstance(v, str)}}
        self._given = given

    def tree(self) -> Tree:
        lengths = mapping(self._base.data)
        base = within_bounds(stretched(lengths, scale_of(self._template.width, self._template.height)), lengths)
        layouts = {name: self._layout(name, plan) for name, plan in self._layer.plans.items()}
        styles = template_styles(self._layer.plans, mapping(base.get("styles")), layouts)
        given: dict[str, Any] = {
            "fonts": self._fonts(),
            "grid": self._grid(),
            "flow": {"line": "0"},
            "lists": self._lists(mapping(base.get("fonts"))),
            "styles": styles,
            "columns": {"heading": written(_HEADING_LINE * float(styles[HEADING]["size"]))}
            if HEADING in styles
            else {},
            "palette": {**self._given, **self._more},
            "layouts": layouts,
        }
        known = dict(mapping(base.get("layouts")))
        if OVER_PICTURE in known:
            known[OVER_PICTURE] = without_columns(
                mapping(known[OVER_PICTURE]), mapping(base.get("grid")), self._template.width
            )
        given["layouts"] = {name: layouts.get(name, known.get(name)) for name in dict.fromkeys((*known, *layouts))}
        given = within_bounds(given)
        data = _joined(given, {**base, "dark": {}, "layouts": {}})
        own = dict(self._own.data)
        if "layouts" in own:
            own["layouts"] = self._own_layouts(data["layouts"])
        places = dict.fromkeys(_paths(given), self._layer.span)
        values, keys = (
            Layered(one, Layered(places, other))
            for one, other in ((self._own.values, self._base.values), (self._own.keys, self._base.keys))
        )
        return Tree(_joined(own, data), values, keys)

    def _own_layouts(self, layouts: Mapping[str, Any]) -> Any:
        """Return the file's own layouts; take from `layouts`, those of the template, what their places stand for."""
        own = self._own.data["layouts"]
        for name, layout in mapping(own).items():
            for slot, said in mapping(mapping(layout).get("slots")).items():
                given = mapping(mapping(layouts.get(name)).get("slots")).get(slot)
                if isinstance(given, dict) and isinstance(said, dict):
                    for key in _replaced(said):
                        given.pop(key, None)
        return own

    # --- Layouts --------------------------------------------------------------------------------

    def _layout(self, name: str, plan: LayoutPlan) -> dict[str, Any]:
        known = mapping(mapping(self._base.data.get("layouts")).get(name))
        slots = {
            slot: self._slot(slot, one, mapping(mapping(known.get("slots")).get(slot)), plan)
            for slot, one in plan.slots.items()
        }
        other = known.get("without_picture")
        found: dict[str, Any] = {"background": self._background(plan), "slots": slots, "shapes": []}
        if isinstance(other, str) and other in self._layer.plans and "picture" in slots:
            found["without_picture"] = other
        return found

    def _slot(self, name: str, plan: SlotPlan, known: Mapping[str, Any], layout: LayoutPlan) -> dict[str, Any]:
        rect = plan.rect
        place = {
            "left": rect.x,
            "right": self._template.width - rect.right,
            "top": rect.y,
            "height": rect.height,
        }
        found: dict[str, Any] = {key: written(max(0.0, one)) for key, one in place.items()}
        if name in PICTURE_SLOTS:
            return {**found, **{key: one for key, one in known.items() if key == "fit"}}
        found["style"] = known.get("style") or _USUAL.get(name, "furniture")
        if plan.text is None:
            ground = self._behind(layout, rect)
            ink = self._palette["ink" if name.startswith("entries") else "muted"]
            found["color"] = self._named(readable(ink, ground), ground)
            if name == "trail":
                found["align"] = "left" if self._ends_early(rect) else "right"
            if name in ("credits", "trail"):
                found["anchor"] = "bottom"
            return found
        level = plan.text.levels[0]
        found["align"] = _ALIGNS.get(level.align, "left")
        if name == "number":
            rect = number_part(rect, found["align"], level.size)
        ground = self._behind(layout, rect)
        found["color"] = self._named(shown_color(level, ground), ground)
        found["anchor"] = _ANCHORS.get(plan.text.anchor, "top")
        size = max(1, int(level.size))
        if name != "meta" or plan.placeholder:
            found["size"] = str(size)
        return found

    def _ends_early(self, trail: Rect) -> bool:
        """Tell whether a trail ends before the margin, off a mark: it stands in line with what begins there, then."""
        usual = self._content.slots.get("trail")
        return usual is not None and trail.right < usual.rect.right - GUTTER

    def _background(self, plan: LayoutPlan) -> str:
        """Return the name of a page's colour; that of `content` where the two can hardly be told apart."""
        own, usual = (page_color(self._template, one.layout) for one in (plan, self._content))
        return self._named(usual if is_alike(own, usual) else own)

    def _behind(self, plan: LayoutPlan, rect: Rect | None) -> str:
        """Return the colour that a layout's page has behind a place, or all in all."""
        brand = brands_of(self._template).of(plan.layout)
        return brand.color_behind(rect or brand.page)

    def _named(self, value: str, ground: str | None = None) -> str:
        """Return the name of a colour; `ground` is what a text of that colour stands on."""
        return named_color(value, ground, self._palette, self._more)

    # --- Styles, fonts, grid ----------------------------------------------------------------------

    def _lists(self, fonts: Mapping[str, Any]) -> dict[str, str]:
        """Return how the text of `content` marks its items, where it does so with letters that its font has."""
        text = self._content.slots["body"].text if "body" in self._content.slots else None
        if text is None:
            return {}
        found: dict[str, str] = {}
        first = text.levels[0]
        if first.bullet and first.bullet_font in FAMILIES:
            found["bullet_font"] = first.bullet_font
        if first.bullet and not first.own_sign and first.bullet_scale != 1 and first.bullet_scale >= _LEAST_BULLET:
            found["bullet_size"] = written(first.bullet_scale)
        usual = nearest_family(self._content.layout.families[1])
        font = face(FaceKey(found.get("bullet_font", usual), False, False))
        for key, level in zip(("bullet", "bullet_nested"), text.levels, strict=False):
            if level.bullet and level.bullet != "auto" and all(map(font.has, level.bullet)):
                found[key] = level.bullet
        if first.bullet:
            found["color"] = self._named((first.bullet_color or first.color).value)
        if first.bullet and 0 < first.margin < 3 * first.size:
            found["indent"] = written(first.margin / first.size)
        return found

    def _fonts(self) -> dict[str, Any]:
        """Return the template's own families, each with one that stands in for it where it is not at hand."""
        heading, body = self._content.layout.families
        return {"heading": _family(heading), "body": _family(body)}

    def _grid(self) -> dict[str, str]:
        """Return margins: where the text of `content` begins and ends; and a gutter that leaves columns room there."""
        body = self._content.slots.get("body") or self._content.slots.get("title")
        if body is None:
            return {}
        width = self._template.width
        gutter = min(GUTTER * scale_of(width, self._template.height), body.rect.width / (2 * _COLUMNS))
        return {
            "left": written(max(0.0, body.rect.x)),
            "right": written(max(0.0, width - body.rect.right)),
            "columns": str(_COLUMNS),
            "gutter": written(gutter),
        }


def _family(name: str) -> Any:
    office = nearest_family(name)
    return office if office == name else {"family": name, "substitute": office}


def _replaced(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of a template's place that a file's own words replace: a slot with a `top` or a `bottom` moves."""
    if "columns" in said:
        yield from _ACROSS
    down = [key for key in _DOWN if key in said]
    if len(down) > 1:
        yield from _DOWN
    elif down == ["bottom"]:
        yield "top"


def _paths(data: Mapping[str, Any], around: DataPath = ()) -> Iterator[DataPath]:
    """Yield the paths of all values of a mapping, but for its own."""
    for key, value in data.items():
        yield (*around, key)
        if isinstance(value, dict):
            yield from _paths(value, (*around, key))


def _joined(own: Any, inherited: Any) -> Any:
    if not (isinstance(own, dict) and isinstance(inherited, dict)):
        return own
    return {**inherited, **{key: _joined(value, inherited.get(key)) for key, value in own.items()}}
