"""Colours of a theme as they are written: by reference to the scheme where they have a place there.

So a colleague who changes the scheme in one place changes the deck.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.render.pptx.scheme import ACCENTS, FURNITURE, PAGE, QUIET, ColorMap, Scheme
from deckmaker.render.pptx.shades import held_shade, seen_held, shade
from deckmaker.render.pptx.units import thousandths
from deckmaker.render.pptx.xml import NOTHING, Xml
from deckmaker.theme import Theme
from deckmaker.theme.contrast import AA_LARGE, contrast, rgb
from deckmaker.theme.palette import SERIES_WORDS

_SHADES = {FURNITURE: "tx1", QUIET: "bg1"}
"""Colours without a place that go with one: small text is a shade of the text, quiet areas are one of the page. So do
words that name a series with its colour, whatever else is as dark as they are."""


TYPEFACES: Mapping[str, str] = {"heading": "+mj-lt", "body": "+mn-lt"}
"""The fonts of a scheme, by the theme's names for them (ECMA-376 Part 1, 20.1.10.81)."""


class SchemeColors:
    """Palette names to references, on pages of one colour.

    What neither has a place in the scheme nor is a shade of one is written as RGB. `typefaces` are what texts name for
    the theme's fonts.
    """

    typefaces: Mapping[str, str] = TYPEFACES

    def __init__(self, theme: Theme, ground: str = PAGE, scheme: Scheme | None = None) -> None:
        self._theme = theme
        self._scheme = scheme or Scheme(theme)
        self._known: dict[str, SchemeColors] = {}
        self.map: ColorMap = self._scheme.map_on(ground)
        """Which colours are page and text there."""
        self._shades = {
            color: (base, shade(theme.palette[color], f"#{self._scheme.values[getattr(self.map, base)]}"))
            for color, base in _SHADES.items()
            if color in theme.palette and color not in self._scheme.places
        } | {
            words: (self.map.name(place), held_shade(theme.palette[words], f"#{self._scheme.values[place]}"))
            for series, words in SERIES_WORDS.items()
            if words in theme.palette and (place := self._scheme.places.get(series))
        }

    def on(self, ground: str) -> SchemeColors:
        """Return the colours as they are written on pages of a colour of the palette."""
        if ground not in self._known:
            self._known[ground] = SchemeColors(self._theme, ground, self._scheme)
        return self._known[ground]

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
        return Xml(f"<a:buClr>{self.reference(color)}</a:buClr>")

    def reference(self, color: str) -> Xml:
        """Return a palette colour by itself."""
        return self._color(color, NOTHING)

    def ground(self, color: str, words: str) -> Xml | None:
        """Return the fill of a ground for words on a mark of one colour; None where they need none.

        In the theme's own scheme it is not seen on the mark. In Office's, where words on a paler accent would be lost,
        it is nearly as dark or light as the mark is here; of a hue that is never so dark, it stays the mark's as it is.
        """
        from deckmaker.render.pptx.office_schemes import OFFICE_SCHEMES  # which few decks need

        place, words_place = self._scheme.places.get(color), self._scheme.places.get(words)
        if place not in ACCENTS or words_place is None:
            return None
        own = self._theme.palette[color]
        seen = [(rgb(one[words_place]), one[place], seen_held(own, own, one[place])) for one in OFFICE_SCHEMES]
        if min(contrast(text, rgb(accent)) for text, accent, _ in seen) >= AA_LARGE:
            return None
        if min(contrast(text, rgb(held)) for text, _, held in seen) < AA_LARGE:
            return Xml(f'<a:solidFill><a:srgbClr val="{own.lstrip("#").upper()}"/></a:solidFill>')
        return Xml(f'<a:solidFill><a:schemeClr val="{place}">{held_shade(own, own)}</a:schemeClr></a:solidFill>')

    def scheme(self) -> Mapping[str, str]:
        """Return the scheme's twelve places with their RGB values, in the schema's order."""
        return self._scheme.values

    def _color(self, color: str, inner: Xml) -> Xml:
        value = self._theme.palette[color]
        if color in self._shades:
            base, changes = self._shades[color]
            return Xml(f'<a:schemeClr val="{base}">{changes}{inner}</a:schemeClr>')
        place = self._scheme.places.get(color)
        if place:
            return Xml(f'<a:schemeClr val="{self.map.name(place)}">{inner}</a:schemeClr>')
        return Xml(f'<a:srgbClr val="{value.lstrip("#").upper()}">{inner}</a:srgbClr>')


def _alpha(opacity: float) -> Xml:
    return Xml(f'<a:alpha val="{thousandths(opacity)}"/>' if opacity < 1 else "")
