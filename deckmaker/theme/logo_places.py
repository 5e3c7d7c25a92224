"""Where logos stand: the size and place that a theme gives all of them, filled into the slots that say none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.diagnostics import Span
from deckmaker.source import DataPath, Layered, Tree
from deckmaker.theme.parts import mapping

LOGO = "logo"
_EXTENT = ("height", "top", "bottom")
"""Two of them make an extent; a slot that says one takes the first of the others that the theme says."""

_NO_MISTAKE = {"top": "0", "height": "1"}
"""Points. Without an extent, each slot would be a mistake of its own, in the file of the theme that is built on."""

_ALIGN = "right"
"""The edge of its place against which a logo stands where nobody says another."""


def with_logo_places(tree: Tree) -> Tree:
    """Return a theme's tree with every slot for the logo filled up from the theme's `logo`."""
    data = mapping(tree.data)
    layouts, shared = mapping(data.get("layouts")), _shared(data.get(LOGO))
    filled: dict[str, Any] = {}
    values: dict[DataPath, Span] = {}
    for name, layout in layouts.items():
        slots = mapping(mapping(layout).get("slots"))
        slot = slots.get(LOGO)
        if not isinstance(slot, dict):
            continue
        taken = _taken(slot, shared)
        for key in taken:
            if (place := tree.values.get((LOGO, key))) is not None:
                values["layouts", name, "slots", LOGO, key] = place
        align = {"align": _ALIGN} if "align" not in slot and "align" not in taken else {}
        filled[name] = {**layout, "slots": {**slots, LOGO: {**slot, **taken, **align}}}
    if not filled:
        return tree
    return Tree({**tree.data, "layouts": {**layouts, **filled}}, Layered(values, tree.values), tree.keys)


def _shared(logo: Any) -> Mapping[str, Any]:
    """Return what a theme says of all logos; where that is no mapping, which is told, what lacks nowhere."""
    return mapping(logo) if logo is None or isinstance(logo, dict) else _NO_MISTAKE


def _taken(slot: dict[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a slot takes of the theme's `logo`: never what it says itself, and of the extent what it needs."""
    taken = {key: shared[key] for key in ("width", "align") if key in shared and key not in slot}
    said = [key for key in _EXTENT if slot.get(key) is not None]
    for key in _EXTENT:
        if len(said) < 2 and key not in slot and shared.get(key) is not None:
            taken[key] = shared[key]
            said.append(key)
    return taken
