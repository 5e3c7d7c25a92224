"""Whether a theme's texts can be read on what lies behind them, in every mode that it has colours for.

Scrims are left out: layout makes them as opaque as the picture below needs.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.language.theme import ThemeEntry
from deckmaker.source import DataPath, Tree
from deckmaker.theme.contrast import AA, AA_LARGE, GRAPHICS, contrast, in_words, nearest_first, rgb
from deckmaker.theme.flow_styles import CELL, FLOW_STYLES, FlowStyles
from deckmaker.theme.grounds import Ground, ground_behind
from deckmaker.theme.palette import SERIES, SERIES_MUTED
from deckmaker.theme.places import likeliest
from deckmaker.theme.slots import BODY
from deckmaker.theme.theme import FaintPairs, TextStyle, Theme

PLAIN = "ink"
"""The colour of texts in which links and markers have colours of their own."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A colour of text in a slot, where the theme says that it is used, and the contrast that it needs.

    The colour is a name of the palette, or #RRGGBB where a new one is tried. What has too little on the ground
    `beneath` its own is said of that already.
    """

    color: str
    ground: Ground
    slot: str
    who: str
    paths: tuple[DataPath, ...]
    need: float
    beneath: Ground | None = None

    def contrast(self, ground: Ground, palette: Mapping[str, str]) -> float:
        """Return its least contrast on a ground, in a palette of #RRGGBB."""
        return min(contrast(rgb(palette.get(self.color, self.color)), color) for color in ground.colors(palette))

    def is_read(self, palette: Mapping[str, str]) -> bool:
        """Tell whether it stands out as it needs to, in a palette of #RRGGBB."""
        return self.contrast(self.ground, palette) >= self.need


def check_contrast(entry: ThemeEntry, theme: Theme, tree: Tree, diagnostics: Diagnostics) -> FaintPairs:
    """Warn of every pair of colours, of light and of dark pages, on which a text falls under WCAG's AA.

    Return the pairs, and which slots were named.
    """
    palettes = {"light": entry.palette} | ({"dark": {**entry.palette, **entry.dark}} if entry.dark else {})
    texts = sorted(_texts(entry, theme), key=lambda text: -text.need)
    found: dict[Hashable, tuple[str, list[_Text]]] = {}
    for mode, palette in palettes.items():
        for text in texts:
            if text.is_read(palette):
                continue
            if text.beneath is None or text.contrast(text.beneath, palette) >= text.need:
                pair = (text.color, text.ground.name, palette[text.color], text.ground.colors(palette))
                found.setdefault(pair, (mode, []))[1].append(text)
    named: dict[tuple[str, str], frozenset[str]] = {}
    for mode, (first, *rest) in found.values():
        slots = dict.fromkeys(text.slot for text in (first, *rest))
        colors = (first.color, first.ground.name)
        named[colors] = named.get(colors, frozenset()) | slots.keys()
        others = [slot for slot in slots if slot != first.slot]
        help = _help(first, mode, palettes, texts, entry)
        _warn(first, others, mode, palettes[mode], help, entry, tree, diagnostics)
    return named


def _texts(entry: ThemeEntry, theme: Theme) -> Iterator[_Text]:
    for layout in theme.layouts.values():
        for slot in layout.slots.values():
            ground = ground_behind(slot, layout)
            if slot.style is None or ground is None:
                continue
            where = f"in slot `{slot.name}` of layout `{layout.name}`"
            own, need = ("layouts", layout.name, "slots", slot.name, "color"), _need(slot.style)
            used = (own, ("styles", slot.style.name, "color"), ("layouts", layout.name, "background"))
            yield _Text(slot.style.color, ground, slot.name, f"text {where} needs", used, need)
            if layout.brand and ground.colors(theme.palette) != (rgb(theme.palette[layout.background]),):
                continue  # in the midst of what a template draws, what a mean colour says of links is too little
            if slot.style.color == PLAIN:
                yield _Text(entry.link.color, ground, slot.name, f"links {where} need", (("link", "color"),), need)
                yield _Text(entry.lists.color, ground, slot.name, f"markers {where} need", (("lists", "color"),), need)
            if slot.name == BODY:
                yield from _in_flow(FlowStyles(theme, layout, slot), ground, where)


def _in_flow(styles: FlowStyles, ground: Ground, where: str) -> Iterator[_Text]:
    """Yield what blocks are set in, where they stand in a layout's text."""
    theme, layout = styles.theme, styles.layout
    for name in FLOW_STYLES:
        if name in theme.styles:
            style = styles.named(name)
            used = (("styles", name, "color"), ("layouts", layout.name, "background"))
            who = f"text of style `{name}` {where} needs"
            yield _Text(style.color, ground, BODY, who, used, _need(style))
    if styles.holds_blocks:
        yield from _in_table(styles.named(CELL), ground, f"of tables {where}", theme)
        page = Ground(((layout.background, 1.0),), over_picture=False)  # for which missing colours are filled in
        for name in (*SERIES, SERIES_MUTED):
            yield _Text(name, page, BODY, f"marks of charts {where} need", (("palette", name),), GRAPHICS)


def _in_table(style: TextStyle, ground: Ground, where: str, theme: Theme) -> Iterator[_Text]:
    """Yield what stands on a table's own grounds: headers, every other row, and links there."""
    table, need = theme.table, _need(style)
    head = ground.under(table.header_ground, 1.0) if table.header_ground else ground
    row = ground.under(table.zebra or style.color, table.zebra_opacity)
    header, zebra = ("table", "header"), ("table", "zebra")
    heads = (header, ("table", "header_ground"))
    yield _Text(table.header or style.color, head, BODY, f"headers {where} need", heads, need)
    yield _Text(style.color, row, BODY, f"every other row {where} needs", (zebra,), need, beneath=ground)
    if style.color == PLAIN:
        paths = (zebra, ("link", "color"))
        yield _Text(theme.link_color, row, BODY, f"links {where} need", paths, need, beneath=ground)


def _need(style: TextStyle) -> float:
    """Return the least contrast for a text that may be set as small as its style allows."""
    return AA_LARGE if style.minimum >= (14 if style.bold else 18) else AA


def _warn(
    text: _Text,
    others: Sequence[str],
    mode: str,
    palette: Mapping[str, str],
    help: str,
    entry: ThemeEntry,
    tree: Tree,
    diagnostics: Diagnostics,
) -> None:
    colors = [(_where(name, mode, entry), name) for name in (text.color, text.ground.name)]
    message = f"contrast of `{text.color}` on `{text.ground.name}` is {in_words(text.contrast(text.ground, palette))}"
    message += f"{' in dark mode' if mode == 'dark' else ''}; {text.who} {text.need:g}:1"
    notes = (f"the same holds in slots {', '.join(f'`{slot}`' for slot in others)}",) if others else ()
    diagnostics.report("low-contrast", message, likeliest(tree, [*colors, *text.paths]), help, notes)


def _where(color: str, mode: str, entry: ThemeEntry) -> str:
    """Return the key of a theme file that says a colour as it is in a mode."""
    return "dark" if mode == "dark" and color in entry.dark else "palette"


def _help(
    text: _Text, mode: str, palettes: Mapping[str, Mapping[str, str]], texts: Sequence[_Text], entry: ThemeEntry
) -> str:
    """Return which value of a text's colour would do wherever that is used, or where there is none, what to do.

    What stands on that colour, and is read now, has to be read on the new value, too.
    """
    where = _where(text.color, mode, entry)
    held = [
        (palette, [one for one in texts if one.color == text.color or _is_held(one, text.color, palette)])
        for name, palette in palettes.items()
        if _where(text.color, name, entry) == where
    ]

    def would_do(value: str) -> bool:
        tried = (({**palette, text.color: value}, ones) for palette, ones in held)
        return all(one.is_read(palette) for palette, ones in tried for one in ones)

    def is_read_here(color: str) -> bool:
        """Tell whether the text would be read in another colour: what a theme says of a place holds in all modes."""
        return all(replace(text, color=color).is_read(palette) for palette in palettes.values())

    values = [*nearest_first(rgb(palettes[mode][text.color]))]
    if better := next(filter(would_do, values), None):
        return f'`{text.color}: "{better}"` in `{where}` would do'
    if named := next(filter(is_read_here, entry.palette), None):
        other = f"such as `color: {named}`"
    else:
        value = next(filter(is_read_here, values), None)
        other = f'a new one, such as "{value}"' if value else "on another ground"
    return f"no value of `{text.color}` would do wherever it is used: give the text here another colour, {other}"


def _is_held(text: _Text, color: str, palette: Mapping[str, str]) -> bool:
    """Tell whether a text stands on a colour, and is read in a palette as it is."""
    return any(color == layer for layer, _ in text.ground.layers) and text.is_read(palette)
