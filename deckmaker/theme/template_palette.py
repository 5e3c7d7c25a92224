"""A palette from the colours of a template: what its slots mean, dark enough or light enough to be read on its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import dist

from deckmaker.model.geometry import Rect
from deckmaker.template import Template, TemplateLayout, TextLevel
from deckmaker.template.opening import brands_of
from deckmaker.theme.contrast import AA, GRAPHICS, blended, contrast, luminance, nearest_with_contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_MUTED
from deckmaker.theme.series_colors import ON_DARK, ON_LIGHT
from deckmaker.theme.template_accents import has_chosen_scheme, shown_accents
from deckmaker.theme.template_ground import SEEN, is_alike

_GOOD, _BAD = "#1B6B45", "#A3401C"
"""What stands for changes for the better and for the worse, before it is made to be read on the page."""

_SCRIM = "#10161F"
_TINT, _MUTED, _QUIET = 0.2, 0.66, 0.45
"""How much of the text's colour is in hairlines, in furniture and in what a chart does not stress."""

_FAR = 0.5
"""The distance in sRGB, of 1.7 from black to white, at which a light colour is no longer itself: yellow as olive."""

_MIDDLE = 0.18
"""The luminance on which black and white stand out alike."""

_OF_TEMPLATE = "template-"
"""What names of further colours begin with, before #RRGGBB."""

_PARTS, _SPOT = 12, 0.01
"""The room for texts is looked at in spots, from edge to edge: so many and one across and down, and a spot's share."""

_ROW = 0.3
"""How much of a hairline's colour is behind every other row of tables."""


def template_palette(template: Template, content: TemplateLayout) -> dict[str, str]:
    """Return the colours of a theme, as #RRGGBB by their names in palettes."""
    scheme, names = content.master.scheme.colors, content.color_map
    paper = page_color(template, content)
    text = content.placeholder("obj", "body", "subTitle", "title", "ctrTitle")
    ink = shown_color(content.as_running(text).levels[0], paper) if text else scheme[names["tx1"]]
    darks = sorted({scheme[one] for one in ("dk1", "lt1", "dk2", "lt2")}, key=lambda one: luminance(rgb(one)))
    deep = scheme["dk2"] if contrast(rgb(scheme["dk2"]), rgb("#FFFFFF")) >= AA else darks[0]
    ground, grounds = rgb(paper), _grounds(template, content, paper)
    chosen = has_chosen_scheme(content)
    shown = [] if chosen else shown_accents(template, content, paper)
    accent = scheme["accent1"] if chosen else next(iter(shown), ink)
    tint = _hex(blended(rgb(ink), ground, _TINT))
    row = _hex(blended(rgb(tint), ground, _ROW))
    found = {
        "paper": paper,
        "ink": ink,
        "deep": deep,
        "tint": tint,
        "accent": _on(accent, AA, paper, row) if chosen or _is_near(accent, paper, row) else ink,
        "muted": _on(_hex(blended(rgb(ink), ground, _MUTED)), AA, *grounds, row),
        "light": _on(scheme["lt1"], AA, deep),
        "mark": _on(accent, GRAPHICS, deep),
        "bright": "#FFFFFF",
        "scrim": _SCRIM,
        "good": _on(_GOOD, AA, paper),
        "bad": _on(_BAD, AA, paper),
    }
    series = [scheme[f"accent{number}"] for number in range(1, 7)] if chosen else _series(shown, paper)
    for name, color in zip(SERIES, series, strict=True):
        found[name] = _on(color, GRAPHICS, paper)
    found[SERIES_MUTED] = _on(_hex(blended(rgb(ink), ground, _QUIET)), GRAPHICS, paper)
    return found


def _series(shown: Sequence[str], paper: str) -> list[str]:
    """Return colours for charts: the first that a template shows, and ours but for the one that is most like it."""
    ours = list((ON_LIGHT if luminance(rgb(paper)) > _MIDDLE else ON_DARK).values())[: len(SERIES)]
    if not shown:
        return ours
    ours.remove(min(ours, key=lambda one: dist(rgb(one), rgb(shown[0]))))
    return [shown[0], *ours]


def page_color(template: Template, layout: TemplateLayout) -> str:
    """Return the colour that most of a layout's page has, where its text stands, as #RRGGBB."""
    brand = brands_of(template).of(layout)
    body = layout.placeholder("obj", "body", "subTitle", "ctrTitle", "title")
    return brand.color_behind((body and body.text_rect) or brand.page)


def _grounds(template: Template, content: TemplateLayout, paper: str) -> list[str]:
    """Return the colours that a layout's page has where its text stands, as far as they pass for one: a gradient has
    many, and small texts stand on any of them."""
    brand = brands_of(template).of(content)
    text = content.placeholder("obj", "body", "subTitle")
    room = (text and text.text_rect) or brand.page
    width, height = room.width * _SPOT, room.height * _SPOT
    steps = [number * (1 - _SPOT) / _PARTS for number in range(_PARTS + 1)]
    spots = (Rect(room.x + x * room.width, room.y + y * room.height, width, height) for x in steps for y in steps)
    return list(dict.fromkeys((paper, *filter(lambda one: is_alike(one, paper), map(brand.color_behind, spots)))))


def shown_color(level: TextLevel, ground: str) -> str:
    """Return a level's colour as it is seen on a ground; another where nobody could read it there."""
    value = level.color.value
    if level.color.opacity < 1:
        value = _hex(blended(rgb(value), rgb(ground), level.color.opacity))
    return value if contrast(rgb(value), rgb(ground)) >= SEEN else readable(value, ground)


def readable(color: str, ground: str) -> str:
    """Return a colour, changed no more than it takes to be read on a ground."""
    return _on(color, AA, ground)


def named_color(value: str, ground: str | None, palette: Mapping[str, str], more: dict[str, str]) -> str:
    """Return the name of a colour in a palette, or in what it has to have `more`, to which a new one is added.

    A new name says the colour that the template has, and where a text of it is hardly read, the `ground` of that:
    whoever gives a theme another value for it changes it there alone, and no other name.
    """
    for name, known in palette.items():
        if known.upper() == value.upper() and not name.startswith(_OF_TEMPLATE):
            return name
    name = f"{_OF_TEMPLATE}{value[1:].lower()}"
    if ground and contrast(rgb(value), rgb(ground)) < AA:
        name += f"-on-{ground[1:].lower()}"
    more[name] = value
    return name


def _is_near(color: str, *grounds: str) -> bool:
    """Tell whether a colour need not be changed beyond recognition to be read on some grounds."""
    return dist(rgb(_on(color, AA, *grounds)), rgb(color)) < _FAR


def _on(color: str, need: float, *grounds: str) -> str:
    """Return a colour, changed no more than it takes to be seen on some grounds."""
    if min(contrast(rgb(color), rgb(one)) for one in grounds) >= need:
        return color
    return nearest_with_contrast(rgb(color), [rgb(one) for one in grounds], need) or color


def _hex(color: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * one):02X}" for one in color)
