"""A palette from the colours of a template: what its slots mean, dark enough or light enough to be read on its page."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.template import Template, TemplateLayout
from deckmaker.template.opening import brands_of
from deckmaker.theme.contrast import AA, GRAPHICS, blended, contrast, luminance, nearest_with_contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_MUTED

_GOOD, _BAD = "#1B6B45", "#A3401C"
"""What stands for changes for the better and for the worse, before it is made to be read on the page."""

_SCRIM = "#10161F"
_TINT, _MUTED, _QUIET = 0.2, 0.66, 0.45
"""How much of the text's colour is in hairlines, in furniture and in what a chart does not stress."""

_ALIKE = 1.35
"""The contrast under which two pages count as one colour: of gradients, and with other drawings on them."""

_ROW = 0.3
"""How much of a hairline's colour is behind every other row of tables."""


def template_palette(template: Template, content: TemplateLayout) -> dict[str, str]:
    """Return the colours of a theme, as #RRGGBB by their names in palettes."""
    scheme, names = content.master.scheme.colors, content.color_map
    paper = page_color(template, content)
    text = content.placeholder("obj", "body", "subTitle", "title", "ctrTitle")
    ink = content.as_running(text).levels[0].color.value if text else scheme[names["tx1"]]
    darks = sorted({scheme[one] for one in ("dk1", "lt1", "dk2", "lt2")}, key=lambda one: luminance(rgb(one)))
    deep = scheme["dk2"] if contrast(rgb(scheme["dk2"]), rgb("#FFFFFF")) >= AA else darks[0]
    ground, accent = rgb(paper), scheme["accent1"]
    tint = _hex(blended(rgb(ink), ground, _TINT))
    row = _hex(blended(rgb(tint), ground, _ROW))
    found = {
        "paper": paper,
        "ink": _on(ink, AA, paper, row),
        "deep": deep,
        "tint": tint,
        "accent": _on(accent, AA, paper, row),
        "muted": _on(_hex(blended(rgb(ink), ground, _MUTED)), AA, paper, row),
        "light": _on(scheme["lt1"], AA, deep),
        "mark": _on(accent, GRAPHICS, deep),
        "bright": "#FFFFFF",
        "scrim": _SCRIM,
        "good": _on(_GOOD, AA, paper),
        "bad": _on(_BAD, AA, paper),
    }
    for number, name in enumerate(SERIES, 1):
        found[name] = _on(scheme[f"accent{number}"], GRAPHICS, paper)
    found[SERIES_MUTED] = _on(_hex(blended(rgb(ink), ground, _QUIET)), GRAPHICS, paper)
    return found


def page_color(template: Template, layout: TemplateLayout) -> str:
    """Return the colour that most of a layout's page has, where its text stands, as #RRGGBB."""
    brand = brands_of(template).of(layout)
    body = layout.placeholder("obj", "body", "subTitle", "ctrTitle", "title")
    return brand.color_behind((body and body.text_rect) or brand.page)


def is_alike(one: str, other: str) -> bool:
    """Tell whether the colours of two pages can hardly be told apart, so that the same texts are read on both."""
    return contrast(rgb(one), rgb(other)) < _ALIKE


def named_color(value: str, palette: Mapping[str, str], more: dict[str, str]) -> str:
    """Return the name of a colour in a palette, or in what it has to have `more`, to which a new one is added."""
    for name, known in (*palette.items(), *more.items()):
        if known.upper() == value.upper():
            return name
    name = f"template-{len(more) + 1}"
    more[name] = value
    return name


def _on(color: str, need: float, *grounds: str) -> str:
    """Return a colour, changed no more than it takes to be seen on some grounds."""
    if min(contrast(rgb(color), rgb(one)) for one in grounds) >= need:
        return color
    return nearest_with_contrast(rgb(color), [rgb(one) for one in grounds], need) or color


def _hex(color: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * one):02X}" for one in color)
