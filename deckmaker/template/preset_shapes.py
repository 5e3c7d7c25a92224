"""The standard's preset shapes: their adjustments, guides and paths, as formulas (ECMA-376 part 1, 20.1.10.56).

A shape is written in lines. The first has its name and adjustments; then come guides, `name = formula`, and paths:
`fill`, `line` or `both`, and steps as in SVG, of which A takes two radii, an angle to begin at and one to go on by.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern
from deckmaker.template.preset_arrows import ARROWS
from deckmaker.template.preset_curves import CURVES
from deckmaker.template.preset_forms import FORMS

LIKE = {
    "flowChartProcess": "rect",
    "actionButtonBlank": "rect",
    "flowChartAlternateProcess": "roundRect",
    "flowChartDecision": "diamond",
    "flowChartConnector": "ellipse",
    "flowChartExtract": "triangle",
    "straightConnector1": "line",
}
"""Presets that are drawn as others are."""


@dataclass(frozen=True, slots=True)
class PresetPath:
    """A path of a preset, in steps; `shade` is by how much its fill is lighter or darker."""

    steps: str
    filled: bool
    stroked: bool
    shade: float = 0.0


@dataclass(frozen=True, slots=True)
class PresetShape:
    """A preset: what may be adjusted, with the usual values; guides and paths in their order."""

    adjustments: Mapping[str, float]
    guides: tuple[tuple[str, str], ...]
    paths: tuple[PresetPath, ...]


_KINDS = {"both": (True, True), "fill": (True, False), "line": (False, True)}
_BLOCK = pattern(r"\n\s*\n")


@cache
def _shapes() -> Mapping[str, PresetShape]:
    found: dict[str, PresetShape] = {}
    for block in _BLOCK.split(f"{FORMS}\n{CURVES}\n{ARROWS}".strip()):
        head, *lines = block.strip().splitlines()
        name, *words = head.split()
        adjustments = {key: float(value) for key, _, value in (one.partition("=") for one in words)}
        guides: list[tuple[str, str]] = []
        paths: list[PresetPath] = []
        for line in lines:
            word, _, rest = line.strip().partition(" ")
            if word in _KINDS:
                paths.append(PresetPath(rest, *_KINDS[word]))
            else:
                guides.append((word, rest.removeprefix("= ")))
        found[name] = PresetShape(adjustments, tuple(guides), tuple(paths))
    return found


def preset_shape(name: str) -> PresetShape | None:
    """Return a preset, None where it is not known."""
    return _shapes().get(name)


def preset_names() -> tuple[str, ...]:
    """Return the names of all presets that are written out; others may be drawn like one of them."""
    return tuple(_shapes())
