"""A theme's palette as the colours of a template's scheme: what is the same as one of those refers to it.

A colleague who changes the colours of the presentation changes the deck's with them.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.render.pptx.colors import TYPEFACES, SchemeColors
from deckmaker.render.pptx.scheme import FIXED
from deckmaker.render.pptx.xml import Xml
from deckmaker.template import TemplateLayout
from deckmaker.theme import Theme
from deckmaker.theme.palette import SERIES

_TEXTS = ("tx1", "bg1", "tx2", "bg2")
_ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
_LINKS = ("hlink", "folHlink")


class TemplateColors(SchemeColors):
    """Palette names to the names by which slides of a layout refer to its scheme; what is none of those is RGB."""

    def __init__(self, theme: Theme, layout: TemplateLayout) -> None:
        super().__init__(theme)
        scheme = layout.master.scheme
        families = {"heading": scheme.heading, "body": scheme.body}
        self.typefaces = {
            role: reference if theme.fonts[role] == families[role] else theme.fonts[role]
            for role, reference in TYPEFACES.items()
        }
        values = {
            name: scheme.colors.get(layout.color_map.get(name, name), "").upper()
            for name in (*_TEXTS, *_ACCENTS, *_LINKS)
        }
        self._references = {
            name: found
            for name, value in theme.palette.items()
            if name not in FIXED and (found := _reference(name, value.upper(), values))
        }
        # Of names for one colour the first stands for all, so that levels which look alike are alike.
        self._first: dict[str, str] = {}
        for name, value in theme.palette.items():
            self._first.setdefault(value.upper(), name)

    def one_name(self, color: str) -> str:
        """Return the palette name that stands for all of the same colour."""
        return self._first[self._theme.palette[color].upper()]

    def name_of(self, value: str) -> str:
        """Return the palette name of a colour, #RRGGBB; '' where the palette has none such."""
        return self._first.get(value.upper(), "")

    def on(self, ground: str) -> SchemeColors:
        """Return the same: the layout's colour map holds, whatever it draws behind the page."""
        return self

    def ground(self, color: str, words: str) -> None:
        """Return None: which schemes colleagues take in place of a template's own, nobody knows."""

    def _color(self, color: str, inner: Xml) -> Xml:
        if color in self._references:
            return Xml(f'<a:schemeClr val="{self._references[color]}">{inner}</a:schemeClr>')
        return Xml(f'<a:srgbClr val="{self._theme.palette[color].lstrip("#").upper()}">{inner}</a:srgbClr>')


def _reference(name: str, value: str, values: Mapping[str, str]) -> str | None:
    """Return the name in the scheme of a palette colour's value: colours of series look among the accents first."""
    order = (*_ACCENTS, *_TEXTS, *_LINKS) if name in SERIES else (*_TEXTS, *_ACCENTS, *_LINKS)
    return next((one for one in order if values[one] == value), None)
