"""One colour as a shade of another, by the changes of hue, saturation and lightness that DrawingML knows.

A shade goes with the colour that it is of: another scheme changes both (ECMA-376 Part 1, 20.1.2.3).
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from deckmaker.render.pptx.units import thousandths
from deckmaker.render.pptx.xml import Xml
from deckmaker.theme.contrast import RGB, rgb

_SIXTY_THOUSANDTHS = 60_000
"""Units of an angle in a degree (ECMA-376 Part 1, 20.1.10.3)."""

_SEEN = 1.5 / 255
"""From how much a channel differs: less is what rounding takes."""


def shade(color: str, base: str) -> Xml:
    """Return the changes that make `color` of `base`, both #RRGGBB, in the order in which they apply.

    A lighter colour is on its way to white, a darker one to black, as PowerPoint's own "Lighter 35%" is: so it still
    stands out from where the base does, whatever that becomes.
    """
    wanted, own = rgb(color), rgb(base)
    (hue, light, strength), (own_hue, own_light, own_strength) = (rgb_to_hls(*one) for one in (wanted, own))
    changes = []
    if own_strength:
        changes.append(("satMod", thousandths(strength / own_strength)))
    elif strength:
        changes.append(("satOff", thousandths(strength)))
    if _differ(hls_to_rgb(own_hue, light, strength), wanted):
        # Signed: LibreOffice stops at a full turn and does not go on from 0.
        changes.append(("hueOff", round((hue - own_hue) * 360 * _SIXTY_THOUSANDTHS)))
    if light > own_light:
        share = (light - own_light) / (1 - own_light)
        changes += [("lumMod", thousandths(1 - share)), ("lumOff", thousandths(share))]
    elif light < own_light:
        changes.append(("lumMod", thousandths(light / own_light)))
    return Xml("".join(f'<a:{name} val="{value}"/>' for name, value in changes))


_SHARE = 0.2
"""Of how far another scheme's colour is lighter or darker: as in PowerPoint's own "Lighter 80%", so that programs are
known to keep the hue."""


def held_shade(color: str, base: str) -> Xml:
    """Return the changes that make `color` of `base`, both #RRGGBB and of one hue and saturation.

    Of another base they make one of that hue, nearly as light or dark as `color`: what stands out from the page in the
    theme's own colours does so in others.
    """
    (_, light, _), (_, own_light, _) = (rgb_to_hls(*rgb(one)) for one in (color, base))
    changes = (("lumMod", _SHARE), ("lumOff", light - _SHARE * own_light))
    return Xml("".join(f'<a:{name} val="{thousandths(value)}"/>' for name, value in changes))


def seen_held(color: str, base: str, other: str) -> str:
    """Return what `held_shade` of `color` and `base` makes of another base, all #RRGGBB."""
    (_, light, _), (_, own_light, _) = (rgb_to_hls(*rgb(one)) for one in (color, base))
    hue, other_light, strength = rgb_to_hls(*rgb(other))
    held = min(1.0, max(0.0, light + _SHARE * (other_light - own_light)))
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in hls_to_rgb(hue, held, strength))


def _differ(one: RGB, other: RGB) -> bool:
    return any(abs(a - b) > _SEEN for a, b in zip(one, other, strict=True))
