"""How the texts of a placeholder are set, level by level: list styles laid one over the other.

Source: ECMA-376 part 1, 21.1.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from deckmaker.patterns import BLANK
from deckmaker.template.colors import Palette
from deckmaker.template.names import A, local
from deckmaker.template.numbers import WHOLE, attribute, flag, number, points
from deckmaker.template.template import TextLevel

LEVELS = 9
_FONTS = {"+mj-lt": "major", "+mn-lt": "minor"}
_SIGNS = ("Wingdings", "Webdings", "Symbol", "Marlett", "ZapfDingbats", "Zapf Dingbats")
"""Beginnings of names of fonts whose characters are other signs than their code points say."""

_SPREAD = ("align", "line_spacing", "space_before", "space_after")
"""What a prompt shows of its paragraphs' look."""

_TAKEN_FOR_GRANTED = {"bold", "italic", "space_before", "space_after"}
"""What all programs take to be regular, or nothing, where nobody says it."""

_FILLED = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill")
"""How letters are filled (20.1.8)."""

_CHARACTERS = 8
"""Of a bullet, at most: programs write one."""


def levels_of(
    styles: Iterable[Element | None], palette: Palette, prompts: Iterable[Element] = ()
) -> tuple[TextLevel, ...]:
    """Return the nine levels of a text whose list styles come from the outermost, the presentation's, to its own.

    Where none of them says a size, its `prompts`, the master's and then its own, tell how texts are meant to look:
    LibreOffice writes no list styles into a presentation, and all that it knows of a placeholder into the words in it.
    """
    default, *inner = styles
    own = _said(inner, palette)
    around = _said([default], palette)
    shown = _shown(prompts, palette)
    levels = []
    for outer, meant, one in zip(around, shown, own, strict=True):
        only_shown = {} if "size" in one else meant
        said = {*one, *(_TAKEN_FOR_GRANTED - {*only_shown})}
        levels.append(TextLevel(**{**outer, **only_shown, **one}, said=frozenset(said)))
    return tuple(levels)


def _shown(prompts: Iterable[Element], palette: Palette) -> list[dict[str, Any]]:
    """Return how the first paragraph of each level is set in text bodies, the last first; levels without one are as
    those above.

    Not its bullet, nor its indents: no text on a slide would take these over. An empty paragraph tells by the mark
    at its end (21.1.2.2.3) how what is written there will look.
    """
    found: list[dict[str, Any]] = [{} for _ in range(LEVELS)]
    for prompt in prompts:
        of_prompt: dict[int, dict[str, Any]] = {}
        for paragraph in prompt.iterfind(f"{A}p"):
            properties = paragraph.find(f"{A}pPr")
            level = number(properties.get("lvl")) if properties is not None else 0
            run = paragraph.find(f"{A}r/{A}rPr" if paragraph.find(f"{A}r") is not None else f"{A}endParaRPr")
            if run is not None and 0 <= level < LEVELS and level not in of_prompt:
                of_prompt[level] = {**_spread(properties, palette), **letters(run, palette)}
        for level, shown in of_prompt.items():
            # What has a size of its own has been written out: left is where it does not say `algn`.
            found[level] = shown if "size" in shown else {**found[level], **shown}
    for level in range(1, LEVELS):
        found[level] = found[level] or found[level - 1]
    return found


def _spread(properties: Element | None, palette: Palette) -> dict[str, Any]:
    """Return what a prompt's paragraph shows of alignment and spacing."""
    shown = _paragraph(properties, palette) if properties is not None else {}
    return {name: shown[name] for name in _SPREAD if name in shown}


def _said(styles: Iterable[Element | None], palette: Palette) -> list[dict[str, Any]]:
    """Return what list styles say of each level, the last first."""
    said: list[dict[str, Any]] = [{} for _ in range(LEVELS)]
    for style in styles:
        for place in range(LEVELS if style is not None else 0):
            assert style is not None
            for name in ("defPPr", f"lvl{place + 1}pPr"):
                if (level := style.find(f"{A}{name}")) is not None:
                    said[place].update(_paragraph(level, palette))
    return said


def _paragraph(level: Element, palette: Palette) -> dict[str, Any]:
    """Return what a level says of paragraphs, and of the letters in them."""
    found: dict[str, Any] = {}
    for key, name in (("marL", "margin"), ("indent", "indent")):
        if level.get(key) is not None:
            found[name] = points(level, key)
    if align := level.get("algn"):
        found["align"] = align
    if level.get("hangingPunct") is not None:
        found["hanging"] = flag(level, "hangingPunct")
    if level.get("rtl") is not None:
        found["turned"] = flag(level, "rtl")
    for one in level:
        match local(one.tag):
            case "lnSpc":
                found["line_spacing"] = _spacing(one, 1.0)
            case "spcBef":
                found["space_before"] = _spacing(one, 0.0)
            case "spcAft":
                found["space_after"] = _spacing(one, 0.0)
            case "buFont":
                family = one.get("typeface") or ""
                found |= {"own_sign": family.startswith(_SIGNS), "bullet_font": _FONTS.get(family, family)}
            case "buClr":
                found["bullet_color"] = palette.color_in(one)
            case "buClrTx":
                found["bullet_color"] = None
            case "buFontTx":
                found |= {"own_sign": False, "bullet_font": None}
            case "buSzPct":
                found["bullet_scale"] = attribute(one, "val", WHOLE) / WHOLE
            case "buSzPts":
                found["bullet_scale"] = -attribute(one, "val", 1_800) / 100
            case "buSzTx":
                found["bullet_scale"] = 1.0
            case "buBlip":
                found |= {"bullet": "•", "own_sign": True}
            case "buNone":
                found["bullet"] = None
            case "buChar":
                sign = one.get("char", "•")[:_CHARACTERS]
                found["bullet"] = None if BLANK.fullmatch(sign) else sign
            case "buAutoNum":
                found["bullet"] = "auto"
            case "defRPr":
                found |= letters(one, palette)
            case _:
                pass  # of tabs
    return found


def letters(run: Element, palette: Palette) -> dict[str, Any]:
    """Return what a run says of its letters, by the fields of TextLevel."""
    found: dict[str, Any] = {}
    if run.get("sz") is not None:
        found["size"] = max(1.0, attribute(run, "sz", 1_800) / 100)
    for key, name in (("b", "bold"), ("i", "italic")):
        if run.get(key) is not None:
            found[name] = flag(run, key)
    if run.get("spc") is not None:
        found["tracking"] = attribute(run, "spc") / 100
    if run.get("kern") is not None:
        found["kerned_from"] = attribute(run, "kern") / 100
    if caps := run.get("cap"):
        found["caps"] = caps
    for key, name, plain in (("u", "underlined", "none"), ("strike", "struck", "noStrike")):
        if run.get(key) is not None:
            found[name] = run.get(key) != plain
    if run.find(f"{A}highlight") is not None:
        found["marked"] = True
    if any(run.find(f"{A}{name}") is not None for name in (*_FILLED, "ln", "effectLst", "effectDag")):
        found["drawn"] = _is_drawn(run)
    if color := palette.color_in(run.find(f"{A}solidFill")):
        found["color"] = color
        if color.changes:
            found["recolored"] = True
    latin = run.find(f"{A}latin")
    if latin is not None and not BLANK.fullmatch(family := latin.get("typeface", "")):
        found["font"] = _FONTS.get(family, family)
    return found


def _is_drawn(run: Element) -> bool:
    """Tell whether letters are more than filled with a colour (21.1.2.3.9)."""
    line = run.find(f"{A}ln")
    is_outlined = line is not None and line.find(f"{A}noFill") is None
    has_effects = any(len(one) > 0 for name in ("effectLst", "effectDag") for one in run.iterfind(f"{A}{name}"))
    is_filled_so = any(run.find(f"{A}{name}") is not None for name in _FILLED if name != "solidFill")
    return is_outlined or has_effects or is_filled_so


def _spacing(element: Element, default: float) -> float:
    """Return a share of the line if positive, points if negative (see TextLevel)."""
    if (percent := element.find(f"{A}spcPct")) is not None:
        return attribute(percent, "val", round(default * WHOLE)) / WHOLE
    if (exact := element.find(f"{A}spcPts")) is not None:
        return -attribute(exact, "val") / 100
    return default
