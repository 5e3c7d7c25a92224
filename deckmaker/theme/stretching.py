"""A theme's lengths, made for a page 540 points high, stretched to a page of another size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from deckmaker.theme.parts import mapping

_LENGTHS: Mapping[str, tuple[str, ...]] = {
    "styles": ("size", "min", "short", "tracking"),
    "grid": ("left", "right", "gutter"),
    "table": ("rule_width", "strong_width"),
    "columns": ("gutter", "rule_width", "above", "heading_top", "heading", "below", "row_gap"),
    "panels": ("corner", "inset", "title_gap", "bar", "quote_bar"),
    "pictures": ("border_width", "corner"),
    "flow": ("gap", "heading_gap", "caption_gap", "caption", "least_text"),
    "charts": (
        "grid_width",
        "axis_width",
        "line",
        "reference",
        "leader",
        "dot",
        "subtitle_gap",
        "label_gap",
        "note_gap",
    ),
    "lists": ("shrink",),
}
"""Keys of a theme that are lengths on the page, by their parts."""

_WHOLE = ("size", "min", "short", "shrink")
"""Those of them that are whole points."""

_PLACES = ("left", "right", "top", "bottom", "height", "width", "outset", "fade")
"""Those of slots and of shapes."""


def stretched(theme: Mapping[str, Any], scale: float) -> dict[str, Any]:
    """Return a theme's data, as written, whose lengths are `scale` times as large."""
    found = dict(theme)
    if abs(scale - 1) < 1e-3:
        return found
    for part, keys in _LENGTHS.items():
        if part == "styles":
            found[part] = {name: _scaled(mapping(one), keys, scale) for name, one in mapping(theme.get(part)).items()}
        elif isinstance(theme.get(part), dict):
            found[part] = _scaled(theme[part], keys, scale)
    layouts = mapping(theme.get("layouts"))
    return {**found, "layouts": {name: _layout(mapping(one), scale) for name, one in layouts.items()}}


def without_columns(layout: Mapping[str, Any], grid: Mapping[str, Any], width: float) -> dict[str, Any]:
    """Return a layout, as written, whose places keep from the page's sides as far as a grid has them do on a page."""
    try:
        left, right, gutter, count = (float(grid[key]) for key in ("left", "right", "gutter", "columns"))
    except (KeyError, TypeError, ValueError):
        return dict(layout)  # what is wrong there is said by others
    column = (width - left - right - gutter * (count - 1)) / count

    def placed(part: Mapping[str, Any]) -> dict[str, Any]:
        columns = part.get("columns")
        if not isinstance(columns, list) or len(columns) != 2 or not all(str(one).isdigit() for one in columns):
            return dict(part)
        first, last = map(int, columns)
        begin, end = left + (first - 1) * (column + gutter), left + (last - 1) * (column + gutter) + column
        own = {key: value for key, value in part.items() if key not in ("columns", "wide")}
        return {**own, "left": written(max(0.0, begin)), "right": written(max(0.0, width - end))}

    slots = {name: placed(mapping(one)) for name, one in mapping(layout.get("slots")).items()}
    shapes = layout.get("shapes")
    return {
        **layout,
        "slots": slots,
        "shapes": [placed(mapping(one)) for one in shapes] if isinstance(shapes, list) else [],
    }


def written(value: float) -> str:
    """Return a length as theme files have it."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _layout(layout: Mapping[str, Any], scale: float) -> dict[str, Any]:
    slots = {name: _scaled(mapping(one), _PLACES, scale) for name, one in mapping(layout.get("slots")).items()}
    shapes = layout.get("shapes")
    found = [_scaled(mapping(one), _PLACES, scale) for one in shapes] if isinstance(shapes, list) else []
    return {**layout, "slots": slots, "shapes": found}


def _scaled(part: Mapping[str, Any], keys: Iterable[str], scale: float) -> dict[str, Any]:
    return {key: _times(value, key, scale) if key in keys else value for key, value in part.items()}


def _times(value: Any, key: str, scale: float) -> Any:
    try:
        number = float(value) * scale
    except (TypeError, ValueError):
        return value  # what is wrong there is said by others
    return str(max(1, round(number))) if key in _WHOLE else written(number)
