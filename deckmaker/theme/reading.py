"""Theme files to themes: validated, and the grid laid out for a page size."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.fonts import Family
from deckmaker.language.entry import Entry
from deckmaker.language.theme import (
    ColumnsEntry,
    GridEntry,
    LayoutEntry,
    PlaceEntry,
    ShapeEntry,
    SlotEntry,
    ThemeEntry,
)
from deckmaker.language.validation import validate
from deckmaker.model.geometry import Rect
from deckmaker.theme.baselines import line_box, on_grid
from deckmaker.theme.built_in import built_in_themes
from deckmaker.theme.chart_style import chart_style
from deckmaker.theme.credits_layout import credits_layout
from deckmaker.theme.families import theme_families
from deckmaker.theme.inheritance import read_theme
from deckmaker.theme.leading import check_crowding, check_leading
from deckmaker.theme.legibility import check_contrast
from deckmaker.theme.logo_places import with_logo_places
from deckmaker.theme.markers import Markers, markers_in
from deckmaker.theme.memory import remembered
from deckmaker.theme.missing_keys import missing_theme_keys
from deckmaker.theme.page_size import PAGE_SIZES
from deckmaker.theme.palette_slips import warn_of_slips
from deckmaker.theme.panel_style import panel_style
from deckmaker.theme.parts import theme_parts
from deckmaker.theme.picture_style import picture_style
from deckmaker.theme.places import color_places
from deckmaker.theme.references import check_references
from deckmaker.theme.room import check_room
from deckmaker.theme.series_colors import with_series_colors
from deckmaker.theme.series_words import with_series_words
from deckmaker.theme.slots import COLUMNS_LAYOUT, CREDITS_LAYOUT, PLAIN_LAYOUT, TABLE_LAYOUT, with_known_slots
from deckmaker.theme.style_inheritance import with_inherited_styles
from deckmaker.theme.table_style import table_style
from deckmaker.theme.theme import (
    ALIGNED,
    ColumnStyle,
    FlowStyle,
    ListStyle,
    Shape,
    SlideLayout,
    Slot,
    TextStyle,
    Theme,
)

_NOTHING_ASKED: Mapping[str, Span] = {}


def load_theme(
    name: str,
    size: str,
    deck_path: Path,
    span: Span,
    diagnostics: Diagnostics,
    mode: str | None = None,
    asked: Mapping[str, Span] = _NOTHING_ASKED,
) -> Theme | None:
    """Return the theme that a deck names, laid out for its page size; report and return None where there is none.

    `mode` is light, dark, auto for what the reader's screen is set to, or None for the theme's own. `asked` is where
    the deck says its `size` and its `mode`, if it does.
    """
    beside = None if name in built_in_themes() else deck_path.parent
    return remembered(
        (name, beside, size, mode),
        lambda: _load(name, size, deck_path, span, diagnostics, mode, asked),
        diagnostics,
        is_of_all=beside is None,
    )


def _load(
    name: str,
    size: str,
    deck_path: Path,
    span: Span,
    diagnostics: Diagnostics,
    mode: str | None,
    asked: Mapping[str, Span],
) -> Theme | None:
    before = len(diagnostics)
    read = read_theme(name, deck_path, span, diagnostics)
    if read is None:
        return None
    tree, template = read
    extent = (template.template.width, template.template.height) if template else PAGE_SIZES[size]
    tree = with_logo_places(with_known_slots(with_inherited_styles(tree, diagnostics), diagnostics))
    tree = with_series_colors(tree)
    parts = theme_parts(tree)
    entry = validate(ThemeEntry, tree, diagnostics, lambda: missing_theme_keys(tree, parts))
    grid = _Grid(parts.grid, *extent) if parts.grid else None
    check_references(parts, tree, diagnostics)
    families = theme_families(parts.fonts, tree, diagnostics)
    markers = markers_in(families.by_role.get("body"), parts.lists, tree, diagnostics)
    check_room(parts, "template's" if template else size, extent, grid.rect if grid else None, tree, diagnostics)
    if len(diagnostics) > before or not (entry and grid):
        return None
    families.tell(diagnostics)
    theme = grid.theme(entry, mode or entry.mode, families.by_role, markers)
    if template:
        from deckmaker.theme.branding import branded

        theme = branded(theme, template)
    faint = check_contrast(entry, theme, tree, diagnostics)
    warn_of_slips(tree, diagnostics)
    check_leading(entry, tree, template.span if template else None, diagnostics)
    check_crowding(entry, tree, template.span if template else None, diagnostics)
    if template:
        from deckmaker.theme.template_file import losses_of, told_missing, told_outside
        from deckmaker.theme.template_pages import told_overruled

        told_missing(template, tree, diagnostics)
        told_outside(template, tree, diagnostics)
        theme = replace(theme, losses=losses_of(template, tree))
        told_overruled(theme, size, None if entry.dark else mode, asked, diagnostics)
    return replace(theme, faint=faint, color_places=color_places(tree, mode or entry.mode))


class _Grid:
    """Column positions of one theme on one page size; turns places into rectangles."""

    def __init__(self, entry: GridEntry, width: float, height: float) -> None:
        self._left, self._right, self._gutter = entry.left, entry.right, entry.gutter
        self._baseline = entry.baseline
        self._width, self._height = width, height
        gutters = entry.gutter * (entry.columns - 1)
        self._column = (width - entry.left - entry.right - gutters) / entry.columns

    def theme(self, entry: ThemeEntry, mode: str, families: Mapping[str, Family], markers: Markers) -> Theme:
        styles = {
            name: TextStyle(
                name,
                style.font,
                style.size,
                style.min,
                style.short,
                style.leading,
                style.gap,
                style.bold,
                style.italic,
                style.color,
                style.tracking,
                style.balance,
                "left",
                "top",
            )
            for name, style in entry.styles.items()
        }
        layouts = {name: self._layout(name, layout, styles, families) for name, layout in entry.layouts.items()}
        layouts.setdefault(CREDITS_LAYOUT, credits_layout(layouts[PLAIN_LAYOUT], self._gutter))
        for name in (COLUMNS_LAYOUT, TABLE_LAYOUT):
            layouts.setdefault(name, replace(layouts[PLAIN_LAYOUT], name=name))
        lists = entry.lists
        panels = panel_style(entry.panels, entry.palette)
        palettes = {
            "light": with_series_words(entry.palette, panels),
            "dark": with_series_words({**entry.palette, **entry.dark}, panels),
        }
        return Theme(
            name=entry.name,
            width=self._width,
            height=self._height,
            baseline=entry.grid.baseline,
            families=families,
            palette=palettes[entry.mode if mode == "auto" else mode],
            modes=palettes if mode == "auto" else {},
            styles=styles,
            lists=ListStyle(
                lists.indent,
                lists.shrink,
                lists.nested_gap,
                markers.bullet,
                markers.nested,
                lists.color,
                lists.bullet_font,
                lists.bullet_size,
            ),
            link_color=entry.link.color,
            table=table_style(entry.table, entry.palette),
            columns=self._columns(entry.columns),
            panels=panels,
            pictures=picture_style(entry.pictures, entry.palette),
            flow=FlowStyle(**_said(entry.flow)),
            charts=chart_style(entry.charts, entry.palette),
            layouts=layouts,
        )

    def _columns(self, entry: ColumnsEntry | None) -> ColumnStyle:
        said = _said(entry)
        return ColumnStyle(**{**said, "gutter": self._gutter if said.get("gutter") is None else said["gutter"]})

    def _layout(
        self, name: str, entry: LayoutEntry, styles: dict[str, TextStyle], families: Mapping[str, Family]
    ) -> SlideLayout:
        slots = {slot_name: self._slot(slot_name, slot, styles, families) for slot_name, slot in entry.slots.items()}
        return SlideLayout(
            name, entry.background, entry.without_picture, slots, tuple(self._shape(shape) for shape in entry.shapes)
        )

    def _slot(self, name: str, entry: SlotEntry, styles: dict[str, TextStyle], families: Mapping[str, Family]) -> Slot:
        style = styles[entry.style] if entry.style else None
        if style:
            style = replace(
                style,
                size=entry.size or style.size,
                short=entry.short or (None if entry.size else style.short),
                color=entry.color or style.color,
                align=entry.align,
                anchor=entry.anchor,
            )
        rect = place = self._rect(entry)
        if style:
            rect = on_grid(rect, style.anchor, line_box(style, style.size, families), self._baseline)
        wide = rect
        if entry.wide:
            left, right = self._edges(*entry.wide)
            wide = replace(rect, x=left, width=right - left)
        return Slot(name, rect, self._inner(rect), style, entry.fit, wide, place.y, entry.align)

    def _shape(self, entry: ShapeEntry) -> Shape:
        rect = self._rect(entry)
        return Shape(
            replace(rect, width=entry.width or rect.width + entry.outset),
            entry.color,
            entry.opacity,
            entry.fade,
            entry.scrim,
            entry.over == "picture",
        )

    def _inner(self, rect: Rect) -> Rect:
        left, right = max(rect.x, self._left), min(rect.right, self._width - self._right)
        top, bottom = max(rect.y, self._gutter), min(rect.bottom, self._height - self._gutter)
        return Rect(left, top, right - left, bottom - top)

    def rect(self, place: PlaceEntry) -> Rect:
        """Return where a slot or a shape lies on the page."""
        return self._shape(place).rect if isinstance(place, ShapeEntry) else self._rect(place)

    def _edges(self, first: int, last: int) -> tuple[float, float]:
        """Return where columns of the grid begin and end."""
        step = self._column + self._gutter
        return self._left + (first - 1) * step, self._left + (last - 1) * step + self._column

    def _rect(self, place: PlaceEntry) -> Rect:
        if place.columns:
            left, right = self._edges(*place.columns)
        else:
            left, right = place.left or 0.0, self._width - (place.right or 0.0)
        if place.bleed in ("left", "both"):
            left = 0.0
        if place.bleed in ("right", "both"):
            right = self._width
        if isinstance(place, SlotEntry) and place.width is not None:
            left += (right - left - place.width) * ALIGNED[place.align]
            left = max(self._left, min(left, self._width - self._right - place.width))
            right = left + place.width
        top, bottom = place.top, place.bottom
        height = place.height if place.height is not None else self._height - (top or 0) - (bottom or 0)
        if top is None:
            top = self._height - (bottom or 0) - height
        return Rect(left, top, right - left, height)


def _said(entry: Entry | None) -> dict[str, Any]:
    """Return what a part of a theme says, by key; nothing where it is not there."""
    return {name: getattr(entry, name) for name in entry.keys} if entry else {}
