"""Theme files to themes: validated, and the grid laid out for a page size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.theme import GridEntry, LayoutEntry, PlaceEntry, ShapeEntry, SlotEntry, ThemeEntry
from deckmaker.language.validation import validate
from deckmaker.model.geometry import Rect
from deckmaker.theme.inheritance import read_theme
from deckmaker.theme.page_size import PAGE_SIZES
from deckmaker.theme.references import check_references, check_room
from deckmaker.theme.slots import check_slots
from deckmaker.theme.theme import ListStyle, Shape, SlideLayout, Slot, TextStyle, Theme


def load_theme(name: str, size: str, deck_path: Path, span: Span, diagnostics: Diagnostics) -> Theme | None:
    """Return the theme that a deck names, laid out for its page size; report and return None where there is none."""
    tree = read_theme(name, deck_path, span, diagnostics)
    entry = tree and validate(ThemeEntry, tree, diagnostics)
    if not (tree and entry):
        return None
    sound = check_slots(entry, tree, diagnostics)
    if not check_references(entry, tree, diagnostics) or not sound:
        return None
    theme = _Grid(entry.grid, *PAGE_SIZES[size]).theme(entry)
    return theme if check_room(theme, size, tree, diagnostics) else None


class _Grid:
    """Column positions of one theme on one page size; turns places into rectangles."""

    def __init__(self, entry: GridEntry, width: float, height: float) -> None:
        self._left, self._gutter = entry.left, entry.gutter
        self._width, self._height = width, height
        gutters = entry.gutter * (entry.columns - 1)
        self._column = (width - entry.left - entry.right - gutters) / entry.columns

    def theme(self, entry: ThemeEntry) -> Theme:
        styles = {
            name: TextStyle(
                name,
                style.font,
                style.size,
                style.min,
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
        lists = entry.lists
        return Theme(
            name=entry.name,
            width=self._width,
            height=self._height,
            fonts=entry.fonts.model_dump(),
            palette=entry.palette,
            styles=styles,
            lists=ListStyle(
                lists.indent, lists.shrink, lists.nested_gap, lists.bullet, lists.bullet_nested, lists.color
            ),
            link_color=entry.link.color,
            layouts={name: self._layout(name, layout, styles) for name, layout in entry.layouts.items()},
        )

    def _layout(self, name: str, entry: LayoutEntry, styles: dict[str, TextStyle]) -> SlideLayout:
        slots = {slot_name: self._slot(slot_name, slot, styles) for slot_name, slot in entry.slots.items()}
        return SlideLayout(name, entry.background, slots, tuple(self._shape(shape) for shape in entry.shapes))

    def _slot(self, name: str, entry: SlotEntry, styles: dict[str, TextStyle]) -> Slot:
        style = styles[entry.style] if entry.style else None
        if style:
            style = replace(
                style,
                size=entry.size or style.size,
                color=entry.color or style.color,
                align=entry.align,
                anchor=entry.anchor,
            )
        return Slot(name, self._rect(entry), style, entry.fit)

    def _shape(self, entry: ShapeEntry) -> Shape:
        rect = self._rect(entry)
        return Shape(
            replace(rect, width=entry.width or rect.width + entry.outset),
            entry.color,
            entry.opacity,
            entry.over == "picture",
        )

    def _rect(self, place: PlaceEntry) -> Rect:
        first, last = place.columns
        left = self._left + (first - 1) * (self._column + self._gutter)
        right = self._left + (last - 1) * (self._column + self._gutter) + self._column
        if place.bleed in ("left", "both"):
            left = 0.0
        if place.bleed in ("right", "both"):
            right = self._width
        top, bottom = place.top, place.bottom
        height = place.height if place.height is not None else self._height - (top or 0) - (bottom or 0)
        if top is None:
            top = self._height - (bottom or 0) - height
        return Rect(left, top, right - left, height)
