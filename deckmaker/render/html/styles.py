"""The theme as CSS: palette and fonts as custom properties, a class a text style, rules for slots.

An item writes only what differs from its slot, a slot only what differs from its text style.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckmaker.layout import Edge
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.forced_colors import forced_color_rules
from deckmaker.render.html.markup import Declarations, difference, identifier, points, rule
from deckmaker.render.html.scheme import is_like_paper, plain_ground
from deckmaker.text import ParagraphStyle
from deckmaker.text.styling import UNDERLINE_DROP, UNDERLINE_WEIGHT, paragraph_style
from deckmaker.theme import SlideLayout, Slot, TextStyle, Theme


class ThemeStyles:
    """The classes of one theme: what they declare, and their rules."""

    def __init__(self, theme: Theme, fonts: WebFonts) -> None:
        self._theme = theme
        self._fonts = fonts
        self._slots: dict[tuple[str, str | None], Declarations] = {}  # by layout and slot; slides share a few
        self._texts: dict[TextStyle, dict[str, str]] = {}

    def slot(self, layout: SlideLayout, name: str | None) -> Declarations:
        """Return what the classes of a slot declare together; nothing for what fills none."""
        key = layout.name, name
        if key not in self._slots:
            self._slots[key] = self._declared(layout.slots.get(name or ""))
        return self._slots[key]

    def _declared(self, slot: Slot | None) -> Declarations:
        if slot is None:
            return {}
        return box(slot.rect) | (self.text(slot.style) if slot.style else {})

    def named(self, name: str) -> Declarations:
        """Return what the class of a text style declares; nothing where the theme has no such style."""
        style = self._theme.styles.get(name)
        return self.text(style) if style else {}

    def text(self, style: TextStyle) -> dict[str, str]:
        """Return what a text style declares."""
        if style not in self._texts:
            self._texts[style] = self._text(style)
        return self._texts[style]

    def _text(self, style: TextStyle) -> dict[str, str]:
        return {
            "font-family": f"var(--font-{style.font})",
            "font-weight": "700" if style.bold else "400",
            "font-style": "italic" if style.italic else "normal",
            "letter-spacing": points(style.tracking),
            "color": color(style.color),
            # A paragraph from right to left on pages that run the other way begins on the right.
            "text-align": "start" if style.align == "left" and not self._theme.turned else style.align,
            **sizes(paragraph_style(Paragraph(()), True, style, style.size, self._theme)),
        }

    def look_rules(self, layouts: Iterable[SlideLayout]) -> str:
        """Return what slides and the reading view share: colours, fonts, text styles, the grounds of some layouts."""
        grounds = (rule(_section(layout), self._grounds(layout)) for layout in layouts)
        return "".join([*self._look_rules(), *self._class_rules(), *grounds])

    def _grounds(self, layout: SlideLayout) -> dict[str, str]:
        """Return the colour behind what a layout holds, also as that on paper, where paper itself would not do."""
        ground = color(layout.background)
        is_dark = not is_like_paper(self._theme.palette[layout.background])
        return {"--ground": ground} | ({"--dark-ground": ground} if is_dark else {})

    def slide_rules(self, layouts: Iterable[SlideLayout]) -> str:
        """Return what slides alone have: the size of their pages, and the places of some layouts' slots."""
        theme = self._theme
        width, height = points(theme.width), points(theme.height)
        own = [
            rule("@page", {"size": f"{width} {height}", "margin": "0"}),  # which takes no custom properties
            rule(
                ":root",
                {"--surround": f"color-mix(in srgb,{color(plain_ground(theme))} 80%,#000)"},
            ),
        ]
        return "".join([*own, *(rule for layout in layouts for rule in self._layout_rules(layout))])

    def _look_rules(self) -> Iterator[str]:
        theme = self._theme
        yield rule(
            ":root",
            {"--page-width": points(theme.width), "--page-height": points(theme.height)}
            | {"--underline-drop": f"{UNDERLINE_DROP}em", "--underline-weight": f"{UNDERLINE_WEIGHT}em"}
            | _palette(theme.palette)
            | {f"--font-{role}": self._fonts.stack(family) for role, family in theme.families.items()},
        )
        for mode, palette in theme.modes.items():
            if colors := difference(_palette(palette), _palette(theme.palette)):
                yield f"@media screen and (prefers-color-scheme:{mode}){{{rule(':root', colors)}}}\n"
        yield from forced_color_rules(theme)

    def mode_rules(self) -> str:
        """Return what shows pictures in some of the theme's modes alone."""
        hidden, shown = {"display": "none"}, {"display": "block"}
        return "".join(
            f"{rule(only, hidden)}@media screen and (prefers-color-scheme:{mode})"
            f"{{{rule(only, shown)}{rule(f'.not-in-{identifier(mode)}', hidden)}}}\n"
            for mode in self._theme.modes
            for only in (f".only-in-{identifier(mode)}",)
        )

    def _class_rules(self) -> Iterator[str]:
        for name in self._theme.palette:
            yield rule(f".color-{identifier(name)}", {"color": color(name)})
        for style in self._theme.styles.values():
            yield rule(f".style-{identifier(style.name)}", self.text(style))

    def _layout_rules(self, layout: SlideLayout) -> Iterator[str]:
        for name, slot in layout.slots.items():
            parent = self.named(slot.style.name) if slot.style else {}
            # Anywhere on the page: a picture may stand in a figure with its caption.
            yield rule(
                f"{_section(layout)}>.page .slot-{identifier(name)}", difference(self.slot(layout, name), parent)
            )


def _section(layout: SlideLayout) -> str:
    """Return the selector of the slides that have a layout."""
    return f".layout-{identifier(layout.name)}"


def _palette(colors: Mapping[str, str]) -> dict[str, str]:
    return {f"--color-{identifier(name)}": value for name, value in colors.items()}


def color(name: str) -> str:
    """Return a palette colour as a CSS value."""
    return f"var(--color-{identifier(name)})"


def box(rect: Rect) -> dict[str, str]:
    """Return a rectangle as CSS."""
    places = {"left": rect.x, "top": rect.y, "width": rect.width, "height": rect.height}
    return {name: points(value) for name, value in places.items()}


def edge(around: Edge | None) -> dict[str, str]:
    """Return what is around a picture as CSS. Nothing that overflows cuts an outline off, as it does borders."""
    if around is None:
        return {}
    declared = {"border-radius": points(around.corner)} if around.corner else {}
    if around.color:
        declared["outline"] = f"{points(around.width)} solid {color(around.color)}"
        declared["outline-offset"] = points(-around.width / 2)
    return declared


def sizes(style: ParagraphStyle) -> dict[str, str]:
    """Return what deck.css sets a paragraph's lines by."""
    return {"--size": points(style.size), "--leading": points(style.leading), "--descent": points(style.descent)}
