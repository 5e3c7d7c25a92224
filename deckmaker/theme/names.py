"""Names by which one part of a theme file leads to another: families, colours, styles, layouts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from deckmaker.dataclasses import dataclass
from deckmaker.fonts import FAMILIES
from deckmaker.language.theme import FontsEntry
from deckmaker.source import DataPath, Tree
from deckmaker.theme.parts import mapping
from deckmaker.theme.slots import PLAIN_LAYOUT


@dataclass(frozen=True, slots=True)
class Use:
    """A name of a `kind` (family, colour, style or layout), and the path of the value that says it."""

    kind: str
    name: str
    path: DataPath


def known_names(tree: Tree) -> dict[str, Collection[str] | None]:
    """Return the names of each kind; None where the theme has no mapping of them."""
    parts = {"colour": "palette", "style": "styles", "layout": "layouts"}
    named = {kind: mapping(tree.data).get(part) for kind, part in parts.items()}
    known: dict[str, Collection[str] | None] = {"family": FAMILIES}
    known |= {kind: tuple(part) if isinstance(part, dict) else None for kind, part in named.items()}
    if layouts := known["layout"]:
        known["layout"] = tuple(dict.fromkeys((*layouts, PLAIN_LAYOUT)))  # said already where it is missing
    return known


def used_names(tree: Tree) -> Iterator[Use]:
    """Yield every use of a name in a theme's tree, whatever else is wrong in it."""
    data = mapping(tree.data)
    for role in FontsEntry.keys:
        yield from _used("family", mapping(data.get("fonts")).get(role), ("fonts", role), "substitute")
    for name, style in mapping(data.get("styles")).items():
        yield from _used("style", style, ("styles", name), "like")
        yield from _used("colour", style, ("styles", name), "color")
    for part in ("lists", "link"):
        yield from _used("colour", data.get(part), (part,), "color")
    yield from _used("family", data.get("lists"), ("lists",), "bullet_font")
    for key in ("header", "header_ground", "rule", "strong_rule", "zebra", "picked", "picked_header"):
        yield from _used("colour", data.get("table"), ("table",), key)
    yield from _used("colour", data.get("columns"), ("columns",), "rule")
    yield from _used("colour", data.get("panels"), ("panels",), "ground")
    for key in ("grid", "axis"):
        yield from _used("colour", data.get("charts"), ("charts",), key)
    for key in ("border", "rim", "plate"):
        yield from _used("colour", data.get("pictures"), ("pictures",), key)
    for name, layout in mapping(data.get("layouts")).items():
        yield from _used_in_layout(layout, ("layouts", name))


def _used_in_layout(layout: Any, path: DataPath) -> Iterator[Use]:
    yield from _used("colour", layout, path, "background")
    yield from _used("layout", layout, path, "without_picture")
    for name, slot in mapping(mapping(layout).get("slots")).items():
        yield from _used("style", slot, (*path, "slots", name), "style")
        yield from _used("colour", slot, (*path, "slots", name), "color")
    shapes = mapping(layout).get("shapes")
    for index, shape in enumerate(shapes if isinstance(shapes, list) else ()):
        yield from _used("colour", shape, (*path, "shapes", index), "color")


def _used(kind: str, part: Any, path: DataPath, key: str) -> Iterator[Use]:
    name = mapping(part).get(key)
    if isinstance(name, str):
        yield Use(kind, name, (*path, key))
