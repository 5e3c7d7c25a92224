"""The colours of charts in themes that name none, or whose page is not the one that they were made for.

Six hues, found by search for what differs most to every common colour vision, and in lightness, at a contrast of 3:1.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.language.theme import is_color
from deckmaker.source import DataPath, Tree
from deckmaker.source.reading import display_name
from deckmaker.theme.built_in import built_in_themes
from deckmaker.theme.contrast import GRAPHICS, contrast, nearest_with_contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_MUTED
from deckmaker.theme.parts import mapping
from deckmaker.theme.slots import PLAIN_LAYOUT

NAMES = (*SERIES, SERIES_MUTED)
"""The colours of charts, in the order in which a palette lists them."""

ON_LIGHT = dict(zip(NAMES, ("#204CA8", "#B38722", "#007D9A", "#B4232A", "#4C2E51", "#577256", "#8D9097"), strict=True))
"""Those of light pages, as #RRGGBB."""

ON_DARK = dict(zip(NAMES, ("#4488E4", "#8C6414", "#8BE0DF", "#F08A84", "#D5AAFF", "#CCEB8C", "#5F6875"), strict=True))
"""Those of dark pages."""

_WHITE, _BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)


def with_series_colors(tree: Tree) -> Tree:
    """Return a theme's tree whose palette, and that of dark pages, have all colours of charts.

    What the theme's author wrote stays. What is missing is filled in, and so is what a built-in theme gave if one of
    those colours stands out too little from the author's page.
    """
    data = mapping(tree.data)
    palette, dark = mapping(data.get("palette")), mapping(data.get("dark"))
    ground = str(mapping(mapping(data.get("layouts")).get(PLAIN_LAYOUT)).get("background", "paper"))
    filled = {"palette": {**palette, **_found(palette, ground, _own(tree, ("palette",)))}} if palette else {}
    if dark:
        filled["dark"] = {**dark, **_found({**palette, **dark}, ground, _own(tree, ("palette", "dark")))}
    return replace(tree, data={**data, **filled}) if filled else tree


def _found(palette: Mapping[str, Any], ground: str, own: Collection[str]) -> dict[str, str]:
    """Return the colours that a palette lacks, or for which another set is taken."""
    if not is_color(palette.get(ground)):
        return {}  # what is wrong there is said by others
    page = rgb(palette[ground])
    inherited = [palette[name] for name in NAMES if name in palette and name not in own]
    if len(inherited) + len(own) == len(NAMES) and all(
        is_color(color) and contrast(rgb(color), page) >= GRAPHICS for color in inherited
    ):
        return {}
    colors = ON_LIGHT if contrast(page, _BLACK) >= contrast(page, _WHITE) else ON_DARK
    return {
        name: nearest_with_contrast(rgb(color), [page], GRAPHICS) or color
        for name, color in colors.items()
        if name not in own
    }


def _own(tree: Tree, parts: Collection[str]) -> set[str]:
    """Return the colours of charts that the author of the theme wrote in one of these parts, and not one of ours."""
    built_in = {display_name(path) for path in built_in_themes().values()}
    paths: list[DataPath] = [(part, name) for part in parts for name in NAMES]
    return {str(path[1]) for path in paths if path in tree.values and tree.values[path].source.name not in built_in}
