"""What a template says of styles: how its placeholders set their texts, over what a theme extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.template import TextLevel
from deckmaker.theme.flow_styles import HEADING
from deckmaker.theme.slots import PLAIN_LAYOUT
from deckmaker.theme.stretching import written
from deckmaker.theme.style_inheritance import chain_of
from deckmaker.theme.template_plan import LayoutPlan

_TEXT = "body"
"""The style of texts on plain slides, whose size headings go with."""

_LINE = 1.2
"""A font's own line in multiples of the size: what the five Office families have, about."""

_TIGHTEST = 0.9
"""The least leading."""

_LEAST_TITLE = 0.55
"""Of the size of titles: the least."""


def template_styles(
    plans: Mapping[str, LayoutPlan], known: Mapping[str, Any], layouts: Mapping[str, Any]
) -> dict[str, dict[str, str]]:
    """Return what placeholders say of styles: weight, leading, and the least size where that is smaller.

    Where two slots of one style differ in that, the second one has a style of its own, which is written into its slot
    in `layouts`. `known` are the styles of what the theme extends. Sizes are in points.
    """
    found: dict[str, dict[str, str]] = {}
    for name, plan in sorted(plans.items(), key=lambda one: one[0] != PLAIN_LAYOUT):
        for slot, one in plan.slots.items():
            given = layouts[name]["slots"][slot]
            style = given.get("style")
            if one.text is None or style not in known:
                continue
            level = one.text.levels[0]
            look = _look(level, slot)
            said = _said("min", style, known)
            least = max(1, int(level.size) if said is None else min(int(level.size), said))
            if slot == "title":  # whose place may be small: a title that has no room is an error
                least = min(least, max(1, round(_LEAST_TITLE * level.size)))
            if style in found and any(found[style].get(key, value) != value for key, value in look.items()):
                given["style"] = f"{style}-{name}"
                found[given["style"]] = {"like": style, **look, "min": str(least)}
                continue
            own = found.setdefault(style, dict(look))
            own["min"] = str(min(least, int(own.get("min", least))))
    text = plans[PLAIN_LAYOUT].slots.get("body")
    return {**found, **(_headings(text.text.levels[0].size, known) if text and text.text else {})}


def _headings(text: float, known: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return sizes of headings over texts of a size: to these they are as in what the theme extends.

    Styles that are like that of headings, such as those of callouts' titles, keep their sizes: the texts below do, too.
    """
    usual = _said("size", _TEXT, known)
    if not usual or HEADING not in known:
        return {}
    size = max(1, round((_said("size", HEADING, known) or usual) * text / usual))
    found = {"size": size, "short": size}  # short texts are no larger than long ones in a template
    least = _said("min", HEADING, known)
    if least:
        found["min"] = min(least, size)
    styles = {HEADING: {key: str(one) for key, one in found.items()}}
    for style, said in known.items():
        if isinstance(said, dict) and said.get("like") == HEADING:
            own = {key: one for key in ("size", "short", "min") if (one := _said(key, style, known))}
            styles[style] = {key: str(one) for key, one in own.items()}
    return styles


def _look(level: TextLevel, slot: str) -> dict[str, str]:
    """Return what a placeholder's first level says of the style of its text."""
    spacing = level.line_spacing
    leading = -spacing / level.size if spacing < 0 else spacing * _LINE
    found = {
        "bold": "true" if level.bold else "false",
        "italic": "true" if level.italic else "false",
        "leading": written(max(_TIGHTEST, leading)),
    }
    if level.tracking:  # else the theme's own, by which other programs' rounded widths are met
        found["tracking"] = written(level.tracking)
    if slot == "body":
        gap = sum(-one / level.size if one < 0 else one for one in (level.space_before, level.space_after))
        found["gap"] = written(max(0.0, gap))
    return found


def _said(key: str, style: str, known: Mapping[str, Any]) -> int | None:
    """Return what a style says in whole points, with those that it is like; None where none says it."""
    for name in chain_of(style, {key: one for key, one in known.items() if isinstance(one, dict)}):
        try:
            return int(known[name][key])
        except (KeyError, TypeError, ValueError):
            continue
    return None
