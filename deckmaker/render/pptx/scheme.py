"""A theme's palette as the colour scheme of a presentation: what has which of its twelve places.

Dark places hold dark colours and light ones light colours, on dark pages too: there the master's colour map says that
light is written on dark (ECMA-376 Part 1, 19.3.1.6 and 20.1.6.2). So has each page of another colour a map of its own,
and what a colleague writes there can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckmaker.layout.place import REGION
from deckmaker.render.pptx.xml import Xml
from deckmaker.theme import Theme
from deckmaker.theme.contrast import contrast, luminance, rgb
from deckmaker.theme.palette import SERIES

PAGE, TEXT, ACCENT, FURNITURE = "paper", "ink", "accent", "muted"
STRONG, ON_STRONG, QUIET = "deep", "light", "tint"
FIXED = ("bright", "scrim", "plate")
"""Text over pictures, and what lies over or under them: pictures do not change with a scheme, so neither do these."""

ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
DARK, LIGHT = ("dk1", "dk2"), ("lt1", "lt2")
PLACES = ("dk1", "lt1", "dk2", "lt2", *ACCENTS, "hlink", "folHlink")
"""The places of a scheme, in the schema's order (ECMA-376 Part 1, 20.1.6.2)."""

_EVEN = 0.179
"""The luminance of the grey that black and white stand out from alike: (L + 0.05) / 0.05 = 1.05 / (L + 0.05)."""


class ColorMap(NamedTuple):
    """Which places of the scheme are page and text, and which are the second page and text."""

    bg1: str
    tx1: str
    bg2: str
    tx2: str

    def name(self, place: str) -> str:
        """Return the name by which a place is written where this map holds."""
        return self._fields[self.index(place)] if place in self else place

    def xml(self, element: str) -> Xml:
        """Return it as `p:clrMap` or as `a:overrideClrMapping`."""
        own = "".join(f' {name}="{place}"' for name, place in self._asdict().items())
        others = "".join(f' {place}="{place}"' for place in PLACES if place not in (*DARK, *LIGHT))
        return Xml(f"<{element}{own}{others}/>")


class Scheme:
    """The places of the colours of a theme.

    The first dark and light place are those of page and text. The second have strong pages, what is written on them,
    and quiet areas, whichever of these are dark and light. Accents are the colours of charts, so that a chart that a
    colleague inserts has those of the deck. The theme's links have that of links: a colour in which words are read.
    """

    def __init__(self, theme: Theme) -> None:
        self._palette = theme.palette
        style = theme.plain.slots[REGION].style
        self._text = TEXT if TEXT in theme.palette or style is None else style.color
        self.places: dict[str, str] = {}
        """The names of palette colours that have a place, each with it."""
        for name, place in self._places(theme):
            self.places.setdefault(name, place)
        self.values: Mapping[str, str] = self._values(theme)
        """All twelve places with their RGB values, RRGGBB in hexadecimal."""
        by_value = {self.values[place]: place for place in reversed([*self.places.values()])}
        same = {name: by_value.get(self._hex(name)) for name in theme.palette if name not in FIXED}
        self.places = {**{name: place for name, place in same.items() if place}, **self.places}

    def map_on(self, ground: str) -> ColorMap:
        """Return the colour map of pages that are a colour of the palette."""
        page, text = self.places[PAGE], self.places[self._text]
        if self.places.get(ground) != page:
            same = DARK if self._is_dark(ground) else LIGHT
            place = self.places.get(ground, "")
            page = place if place in same else same[0]
            text = max(LIGHT if same is DARK else DARK, key=lambda one: self._contrast(one, ground))
        rest = [one for one in (*DARK, *LIGHT) if one not in (page, text)]
        second = next(one for one in rest if (one in DARK) == (page in DARK))
        return ColorMap(page, text, second, next(one for one in rest if one != second))

    def _places(self, theme: Theme) -> Iterator[tuple[str, str]]:
        """Yield the names of colours with their places, those first that others of the same value go with."""
        text = self._text
        dark, light = (text, PAGE) if self._luminance(text) < self._luminance(PAGE) else (PAGE, text)
        yield dark, "dk1"
        yield light, "lt1"
        first = {self._hex(dark), self._hex(light)}
        for place, is_dark in (("dk2", True), ("lt2", False)):
            # A quiet area is a shade of the page, and the second page of light decks alone.
            names = (STRONG, ON_STRONG) if is_dark else (STRONG, ON_STRONG, QUIET)
            known = (name for name in names if name in theme.palette and self._hex(name) not in first)
            if second := next((name for name in known if self._is_dark(name) == is_dark), None):
                yield second, place
        yield theme.link_color, "hlink"
        yield from ((name, place) for name, place in zip(SERIES, ACCENTS, strict=True) if name in theme.palette)

    def _values(self, theme: Theme) -> dict[str, str]:
        values = {place: self._hex(name) for name, place in reversed(self.places.items())}
        for place, first, is_dark in (("dk2", "dk1", True), ("lt2", "lt1", False)):
            stand_ins = (name for name in (ACCENT, FURNITURE, QUIET) if name in theme.palette)
            alike = (self._hex(name) for name in stand_ins if self._is_dark(name) == is_dark)
            values.setdefault(place, next(alike, values[first]))
        link = self._hex(theme.link_color)
        values["folHlink"] = self._hex(FURNITURE) if FURNITURE in theme.palette else link
        return {place: values.get(place, link) for place in PLACES}

    def _hex(self, name: str) -> str:
        return self._palette[name].lstrip("#").upper()

    def _luminance(self, name: str) -> float:
        return luminance(rgb(self._palette[name]))

    def _is_dark(self, name: str) -> bool:
        return self._luminance(name) < _EVEN

    def _contrast(self, place: str, ground: str) -> float:
        return contrast(rgb(f"#{self.values[place]}"), rgb(self._palette[ground]))
