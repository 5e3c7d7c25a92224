"""Colours and what is done to them, held against values that PowerPoint shows and against another way to reckon."""

from __future__ import annotations

from colorsys import rgb_to_hsv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.assets.xml_reading import read_xml
from deckmaker.template.colors import Palette, changed
from deckmaker.template.scheme import Scheme
from deckmaker.template.template import TemplateColor

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SCHEME = Scheme("Office", "theme", {"accent1": "#4472C4", "lt1": "#FFFFFF", "dk1": "#000000"}, "Calibri", "Calibri")
PALETTE = Palette(SCHEME, {"bg1": "lt1", "tx1": "dk1", "accent1": "accent1"})


def color(xml: str, palette: Palette = PALETTE) -> TemplateColor:
    """Return the colour that an element is."""
    name, _, rest = xml.partition(" ")
    return palette.color(read_xml(f"<a:{name} {_A} {rest}".encode()))


def channels(value: str) -> tuple[int, ...]:
    """Return red, green and blue of #RRGGBB or RRGGBB."""
    return tuple(bytes.fromhex(value.removeprefix("#")))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ((("lumMod", 75_000),), "2F5597"),  # PowerPoint's "Darker 25 %" of Office's first accent
        ((("lumMod", 50_000),), "203864"),
        ((("lumMod", 40_000), ("lumOff", 60_000)), "B4C7E7"),
        ((("lumMod", 20_000), ("lumOff", 80_000)), "DAE3F3"),
    ],
)
def test_shades_are_those_of_powerpoints_palette(changes, shown):
    """Each channel within one step of what its colour picker shows."""
    value, opacity = changed("4472C4", changes)
    assert channels(value) == pytest.approx(channels(shown), abs=1)
    assert opacity == 1


def test_a_tint_is_reckoned_in_light():
    """Office's grey subtitle: black with a tint of 75 % is #898989, where shares of sRGB would be #404040."""
    assert changed("000000", (("tint", 75_000),))[0] == "#898989"


HEX = st.integers(0, 0xFFFFFF).map("{:06X}".format)
SHARE = st.integers(0, 100_000)


@given(HEX, SHARE, SHARE)
def test_lightness_is_as_another_way_has_it(digits, times, plus):
    """By hexcone: lightness is the mean of the largest and the least channel, and hue stays what it was."""
    value = channels(changed(digits, (("lumMod", times), ("lumOff", plus)))[0])
    before = channels(digits)
    lightness = (max(before) + min(before)) / 2 * times / 100_000 + 255 * plus / 100_000
    assert (max(value) + min(value)) / 2 == pytest.approx(min(255, lightness), abs=1.01)
    if max(value) - min(value) > 60:
        turn = abs(rgb_to_hsv(*value)[0] - rgb_to_hsv(*before)[0])
        assert min(turn, 1 - turn) < 0.02


@given(HEX, SHARE)
def test_shades_and_tints_stay_between_the_colour_and_the_end(digits, amount):
    """No channel leaves its way to black or to white."""
    before = channels(digits)
    darker, lighter = (channels(changed(digits, ((name, amount),))[0]) for name in ("shade", "tint"))
    assert all(one <= two + 1 for one, two in zip(darker, before, strict=True))
    assert all(one >= two - 1 for one, two in zip(lighter, before, strict=True))


def test_kinds_of_colours():
    """Each as its element says, and nonsense as grey."""
    assert color('srgbClr val="12ab34"/>').value == "#12AB34"
    assert color('srgbClr val="12ab34"><a:alpha val="40000"/></a:srgbClr>').opacity == 0.4
    assert color('sysClr val="window" lastClr="FEFEFE"/>').value == "#FEFEFE"
    assert color('prstClr val="dkBlue"/>').value == color('prstClr val="darkBlue"/>').value == "#00008B"
    assert color('scrgbClr r="100000" g="0" b="21404"/>').value == "#FF007F"
    assert color('hslClr hue="7200000" sat="100000" lum="50000"/>').value == "#00FF00"
    assert color('srgbClr val="url(x)"/>').value == "#808080"
    assert color('schemeClr val="nowhere"/>').value == "#808080"


def test_a_scheme_colour_remembers_its_name_and_a_reference_its_colour():
    """So a change of theme changes it; phClr is what a shape refers with."""
    found = color('schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>')
    assert (found.scheme, found.changes, found.value) == ("lt1", (("lumMod", 50_000),), "#808080")
    referred = PALETTE.of(TemplateColor("#FF0000", 0.5, "accent1"))
    assert color('schemeClr val="phClr"><a:shade val="100000"/></a:schemeClr>', referred).value == "#FF0000"
    assert color('schemeClr val="phClr"/>', referred).opacity == 0.5
