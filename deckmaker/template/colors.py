"""Colours of shapes to what is shown: by the scheme, the colour map, and what is done to them.

Source: ECMA-376 part 1, 20.1.2.3. PowerPoint reckons lumMod, lumOff and their like in HSL of sRGB, tint and shade in
light that is linear.
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass, replace
from deckmaker.template.names import A, local
from deckmaker.template.numbers import WHOLE, attribute, is_hex, number
from deckmaker.template.preset_colors import PRESET_COLORS
from deckmaker.template.scheme import Scheme
from deckmaker.template.template import TemplateColor

KINDS = ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")
"""Elements that are a colour (EG_ColorChoice)."""

_GREY = "808080"
_CHANGES = 50
"""Changes of a colour: programs write two or three."""
_BLACK = TemplateColor("#000000")

Channels = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Palette:
    """What colours of a part are found by: the scheme, the part's colour map, and the colour of a reference (phClr)."""

    scheme: Scheme
    color_map: Mapping[str, str]
    referred: TemplateColor | None = None

    def of(self, referred: TemplateColor | None) -> Palette:
        """Return the same for a fill of the scheme that a shape refers to with a colour of its own."""
        return replace(self, referred=referred)

    def color_in(self, element: Element | None) -> TemplateColor | None:
        """Return the colour that an element holds; None where it holds none."""
        if element is None:
            return None
        found = next((one for one in element if local(one.tag) in KINDS and one.tag.startswith(A)), None)
        return None if found is None else self.color(found)

    def color(self, element: Element) -> TemplateColor:
        """Return the colour that an element is."""
        base, inherited, scheme = self._base(element)
        changes = tuple((local(one.tag), attribute(one, "val")) for one in element[:_CHANGES])
        value, opacity = changed(base, changes)
        own = (*(inherited.changes if inherited else ()), *changes)
        return TemplateColor(value, opacity * (inherited.opacity if inherited else 1.0), scheme, own)

    def _base(self, element: Element) -> tuple[str, TemplateColor | None, str | None]:
        """Return a colour in six digits before anything is done to it, the one it refers to, and its scheme's name."""
        said = element.get("val") or ""
        match local(element.tag):
            case "srgbClr":
                return (said if is_hex(said) else _GREY), None, None
            case "sysClr":
                last = element.get("lastClr") or ""
                return (last if is_hex(last) else "FFFFFF" if said == "window" else "000000"), None, None
            case "prstClr":
                return PRESET_COLORS.get(said, _GREY), None, None
            case "scrgbClr":
                linear = (attribute(element, one) / WHOLE for one in "rgb")
                return _digits(tuple(_encoded(min(1.0, max(0.0, one))) for one in linear)), None, None
            case "hslClr":
                hue, sat, lum = (number(element.get(one)) for one in ("hue", "sat", "lum"))
                return _digits(hls_to_rgb(hue / 21_600_000 % 1, _held(lum / WHOLE), _held(sat / WHOLE))), None, None
            case _:
                return self._of_scheme(said)

    def _of_scheme(self, said: str) -> tuple[str, TemplateColor | None, str | None]:
        if said == "phClr":
            referred = self.referred or _BLACK
            return referred.value[1:], referred, referred.scheme
        name = self.color_map.get(said, said)
        return self.scheme.colors.get(name, f"#{_GREY}")[1:], None, name if name in self.scheme.colors else None


def changed(digits: str, changes: tuple[tuple[str, int], ...]) -> tuple[str, float]:
    """Return a colour as #RRGGBB after what is done to it, and its opacity, from 0 to 1."""
    rgb: Channels = tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))  # type: ignore[assignment]
    opacity = 1.0
    for name, value in changes:
        amount = value / WHOLE
        if name == "alpha":
            opacity = _held(amount)
        elif name == "alphaMod":
            opacity = _held(opacity * amount)
        elif name == "alphaOff":
            opacity = _held(opacity + amount)
        elif name == "tint":
            rgb = _in_light(rgb, amount, 1 - amount)
        elif name == "shade":
            rgb = _in_light(rgb, amount)
        elif name == "inv":
            rgb = _in_light(rgb, -1.0, 1.0)
        elif name == "gray":
            grey = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
            rgb = (grey, grey, grey)
        elif name == "comp":
            rgb = _in_hls(rgb, "hueOff", 10_800_000)
        else:
            rgb = _in_hls(rgb, name, value)
    return f"#{_digits(rgb)}", opacity


def _in_hls(rgb: Channels, name: str, value: int) -> Channels:
    """Return a colour after a change of its hue, lightness or saturation; the same for a change of another kind."""
    what, how = name[:3], name[3:]
    if what not in ("hue", "lum", "sat") or how not in ("", "Mod", "Off"):
        return rgb
    hue, lum, sat = rgb_to_hls(*rgb)
    amount = value / WHOLE
    if what == "hue":
        turn = value / 21_600_000
        hue = (hue * amount if how == "Mod" else hue + turn if how == "Off" else turn) % 1
    elif what == "lum":
        lum = _held(lum * amount if how == "Mod" else lum + amount if how == "Off" else amount)
    else:
        sat = _held(sat * amount if how == "Mod" else sat + amount if how == "Off" else amount)
    return hls_to_rgb(hue, lum, sat)


def _in_light(rgb: Channels, times: float, plus: float = 0.0) -> Channels:
    """Return a colour whose light, channel by channel, is multiplied and added to."""
    red, green, blue = (_encoded(_held(_decoded(one) * times + plus)) for one in rgb)
    return red, green, blue


def _decoded(one: float) -> float:
    """Return the light of a channel of sRGB (IEC 61966-2-1)."""
    return ((one + 0.055) / 1.055) ** 2.4 if one > 0.04045 else one / 12.92


def _encoded(one: float) -> float:
    return 1.055 * one ** (1 / 2.4) - 0.055 if one > 0.0031308 else 12.92 * one


def _held(one: float) -> float:
    return min(1.0, max(0.0, one))


def _digits(rgb: tuple[float, ...]) -> str:
    return "".join(f"{round(255 * _held(one)):02X}" for one in rgb)
