"""A theme's palette as the colour scheme of a presentation.

Colours are written by reference, so that a colleague who changes the scheme in one place changes the deck.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckmaker.render.pptx.units import thousandths
from deckmaker.render.pptx.xml import NOTHING, Xml
from deckmaker.theme import Theme
from deckmaker.theme.palette import SERIES

_SCHEME_OF = {"ink": "dk1", "paper": "lt1", "deep": "dk2", "tint": "lt2", "muted": "folHlink"}
_REFERENCE = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}  # through the master's colour map
_ACCENTS = tuple(f"accent{n}" for n in range(1, 7))


def _places() -> Iterator[tuple[str, str]]:
    """Yield the names of colours that have a place of a scheme, those first that others follow."""
    yield from _SCHEME_OF.items()
    yield from zip(SERIES, _ACCENTS, strict=True)


def _alpha(opacity: float) -> Xml:
    return Xml(f'<a:alpha val="{thousandths(opacity)}"/>' if opacity < 1 else "")


TYPEFACES: Mapping[str, str] = {"heading": "+mj-lt", "body": "+mn-lt"}
"""The fonts of a scheme, by the theme's names for them (ECMA-376 Part 1, 20.1.10.81)."""


class SchemeColors:
    """Palette names to the twelve places of a colour scheme; what finds no place is written as RGB.

    The accents are the colours of charts, so that a chart which a colleague inserts has those of the deck. Links say
    their colour themselves, so that the place of those that were followed is free for small text. A colour that is the
    same as one with a place, as a theme's own accent may be, goes with that. `typefaces` are what texts name for the
    theme's fonts.
    """

    typefaces: Mapping[str, str] = TYPEFACES

    def __init__(self, theme: Theme) -> None:
        self._palette = theme.palette
        places = {name: place for name, place in _places() if name in theme.palette}
        by_value = {theme.palette[name].upper(): place for name, place in reversed(places.items())}
        same = {name: by_value[value.upper()] for name, value in theme.palette.items() if value.upper() in by_value}
        self._slots = {**same, **places}
        self._link = theme.link_color

    def fill(self, color: str, opacity: float = 1.0) -> Xml:
        """Return a solid fill of a palette colour."""
        return Xml(f"<a:solidFill>{self._color(color, _alpha(opacity))}</a:solidFill>")

    def fading(self, color: str, opacity: float, stops: Iterable[tuple[float, float]]) -> Xml:
        """Return a fill that fades out to the right; `stops` are places from 0 to 1 with shares of the opacity."""
        marks = "".join(
            f'<a:gs pos="{thousandths(place)}">{self._color(color, _alpha(share * opacity))}</a:gs>'
            for place, share in stops
        )
        return Xml(f'<a:gradFill rotWithShape="1"><a:gsLst>{marks}</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>')

    def bullet(self, color: str) -> Xml:
        """Return the colour of a list's markers."""
        return Xml(f"<a:buClr>{self._color(color, NOTHING)}</a:buClr>")

    def reference(self, color: str) -> Xml:
        """Return a palette colour by itself."""
        return self._color(color, NOTHING)

    def _color(self, color: str, inner: Xml) -> Xml:
        if place := self._place(color):
            return Xml(f'<a:schemeClr val="{place}">{inner}</a:schemeClr>')
        return Xml(f'<a:srgbClr val="{self._hex(color)}">{inner}</a:srgbClr>')

    def _place(self, color: str) -> str | None:
        """Return the name by which a palette colour is referred to, None where the scheme has no place for it."""
        slot = self._slots.get(color)
        return _REFERENCE.get(slot, slot) if slot else None

    def scheme(self) -> Mapping[str, str]:
        """Return the scheme's twelve places with their RGB values, in the schema's order."""
        places = {slot: self._hex(name) for name, slot in self._slots.items()}
        spare = self._hex(self._link)
        order = ("dk1", "lt1", "dk2", "lt2", *_ACCENTS, "hlink", "folHlink")
        return {slot: places.get(slot, spare) for slot in order}

    def _hex(self, color: str) -> str:
        return self._palette[color].lstrip("#").upper()
