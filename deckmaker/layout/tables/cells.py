"""A table's cells measured at one size: their text, their margins, and the widths that they need.

What has been measured and set is known for some time: parts of a table are tried with one row more or less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.layout.document import CellRole
from deckmaker.layout.tables.tracks import Need, ceil_to_quarter
from deckmaker.model import Align, Lines, Paragraph, Table
from deckmaker.model.table import CellPlace
from deckmaker.text import TextLayout
from deckmaker.text.breaking import SAFE_MARGIN, MeasuredText
from deckmaker.text.measuring import measure
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.baselines import in_steps, line_height

MOST_KEPT = 4_096
"""Texts that are kept at once: more than the cells of any part of a table, and few beside all of them."""


@dataclass(frozen=True, slots=True)
class CachedText:
    """A text as measured at one size, and as set in one width or another."""

    text: MeasuredText
    _settings: dict[tuple[float, bool], TextLayout] = field(default_factory=dict)

    def set(self, width: float, plainly: bool, paragraph: Paragraph) -> TextLayout:
        """Set the text in a width; the `paragraph`, which reads the same, knows its own place in the deck.

        Words that the setting holds together are held in it, too.
        """
        key = width, plainly
        if key not in self._settings:
            self._settings[key] = self.text.set_at_full_width(width) if plainly else self.text.set(width)
        setting = self._settings[key]
        (own,) = setting.paragraphs
        if own.paragraph is paragraph:
            return setting
        pairs = zip(paragraph.runs, own.paragraph.runs, strict=True)
        held = replace(paragraph, runs=tuple(replace(run, text=known.text) for run, known in pairs))
        return replace(setting, paragraphs=(replace(own, paragraph=held),))


@dataclass(frozen=True, slots=True)
class MeasureCache:
    """Texts that are known, by how they are set."""

    _texts: dict[tuple[Paragraph, TextStyle, int], CachedText] = field(default_factory=dict)

    def of(self, paragraph: Paragraph, style: TextStyle, size: int, theme: Theme) -> CachedText:
        """Return a cell's text as measured at a size. What is not known is measured, and known for some time."""
        key = paragraph, style, size
        known = self._texts.get(key)
        if known is None:
            if len(self._texts) >= MOST_KEPT:
                self._texts.clear()
            known = self._texts[key] = CachedText(measure((paragraph,), style, size, theme, hangs=False))
        return known


LEAST_GUTTER = 0.6
"""Of the size: the least space between the texts of two columns, where the theme's leaves a table too wide."""

GUTTER_STEP = 0.2


@dataclass(frozen=True)
class Spacing:
    """The space around the texts of a table's cells, in points: whole steps of the grid above and below them."""

    above: float
    below: float
    half: float
    edge: float

    @classmethod
    def of(cls, table: Table, size: int, theme: Theme, gutter: float) -> Spacing:
        """Return the space at a size, with so many times the size between the texts of two columns.

        Texts begin at the table's edges, but on grounds, which would end with them.
        """
        style = theme.table
        half = ceil_to_quarter(gutter * size / 2)
        grounded = table.lines is Lines.ZEBRA or style.header_ground is not None
        above, below = (round(length * size / theme.baseline) * theme.baseline for length in (style.above, style.below))
        return cls(above, below, half, half if grounded else 0.0)


@dataclass(frozen=True, slots=True)
class MeasuredCell:
    """A cell's text, and the margins at its left and right."""

    place: CellPlace
    role: CellRole
    style: TextStyle
    strong: bool
    known: CachedText
    left: float
    right: float

    @property
    def text(self) -> MeasuredText:
        """Its text; the paragraph is this cell's, or one that reads the same."""
        return self.known.text

    @property
    def leading(self) -> float:
        return self.text.styles[0].leading

    def setting(self, width: float, room: float) -> TextLayout:
        """Set the text; what is far too tall for any place is broken once, and no better way is looked for."""
        return self.known.set(width, self.text.least_height(width) > 2 * room, self.place.cell.paragraph)

    @property
    def need(self) -> Need:
        """The widths that it needs, with what a box keeps from its longest line."""
        (measured,) = self.text.measured
        around = self.left + self.right + SAFE_MARGIN
        return Need(self.place.column, self.place.cell.columns, measured.least + around, measured.natural + around)

    @property
    def suffix_width(self) -> float:
        """The width in points of what stands behind the integer's end, 0 where nothing does."""
        if not self.place.cell.decimal_suffix:
            return 0.0
        (measured,) = self.text.measured
        return measured.width(len(measured.text) - self.place.cell.decimal_suffix, len(measured.text))


def role_of(place: CellPlace, table: Table) -> CellRole:
    """Return what a cell is to its table."""
    if place.row < table.header_rows:
        return CellRole.HEADER
    if place.row >= len(table.rows) - table.footer_rows:
        return CellRole.FOOTER
    return CellRole.STUB if place.column < table.stub_columns else CellRole.BODY


def gutters(theme: Theme) -> Iterator[float]:
    """Yield the spaces between columns that may be tried, in multiples of the size: the theme's, and ever less."""
    gutter = theme.table.gutter
    while gutter > LEAST_GUTTER:
        yield gutter
        gutter -= GUTTER_STEP
    yield min(theme.table.gutter, LEAST_GUTTER)


def spaced(cells: Iterable[MeasuredCell], table: Table, spacing: Spacing, turned: bool) -> list[MeasuredCell]:
    """Return cells that were measured with a space around their texts; numbers stand on their decimal sign. On a page
    that is `turned`, they do so once it is mirrored."""
    return list(_on_decimals([_within(one, *_margins(one.place, table, spacing)) for one in cells], table, turned))


def _within(one: MeasuredCell, left: float, right: float) -> MeasuredCell:
    return one if (one.left, one.right) == (left, right) else replace(one, left=left, right=right)


def each_measured(
    table: Table, style: TextStyle, size: int, theme: Theme, spacing: Spacing, known: MeasureCache
) -> Iterator[MeasuredCell]:
    """Yield the cells in reading order, all at `size` points, each on its own."""
    styles: dict[tuple[CellRole, bool, bool, str], TextStyle] = {}
    for place in table.places():
        cell, role = place.cell, role_of(place, table)
        strong = cell.strong or table.rows[place.row].strong or table.columns[place.column].strong
        picked = table.columns[place.column].picked
        look = role, strong, picked, _align(place, role is CellRole.HEADER, table, theme.turned)
        if look not in styles:
            styles[look] = _style(*look, style, theme)
        own, text = styles[look], known.of(cell.paragraph, styles[look], size, theme)
        yield MeasuredCell(place, role, own, strong, text, *_margins(place, table, spacing))


def _margins(place: CellPlace, table: Table, spacing: Spacing) -> tuple[float, float]:
    """Return the margins at a cell's left and right."""
    is_last = place.column + place.cell.columns == len(table.columns)
    start, end = (spacing.half if table.columns[edge].picked else spacing.edge for edge in (0, -1))
    return spacing.half if place.column else start, end if is_last else spacing.half


def _style(role: CellRole, strong: bool, picked: bool, align: str, style: TextStyle, theme: Theme) -> TextStyle:
    header, look = role is CellRole.HEADER, theme.table
    head_color = (look.picked_header if picked else None) or look.header
    return replace(
        style,
        bold=style.bold or strong or header or role is CellRole.FOOTER,
        color=(head_color or style.color) if header else style.color,
        align=align,
        anchor="bottom" if header else "top",
        balance=False,
    )


def _align(place: CellPlace, header: bool, table: Table, turned: bool) -> str:
    """Return the side to which a cell's lines go: its own, else its column's; heads of several columns stand amid them.

    What is aligned on a decimal sign is so from the right; its head ends where the numbers do. Figures run from the
    left in all languages: on a page that is mirrored in the end, that side is the left.
    """
    cell = place.cell
    align = cell.align or (Align.CENTER if header and cell.columns > 1 else table.columns[place.column].align)
    if align is Align.DECIMAL:
        align = Align.LEFT if turned else Align.RIGHT
    return align.value


def _on_decimals(cells: list[MeasuredCell], table: Table, turned: bool) -> Iterator[MeasuredCell]:
    """Yield the cells, with more margin at the right of a number the less of it stands behind the integer, or at the
    left, where that is the right in the end."""
    longest: dict[int, float] = {}
    for one in cells:
        if is_on_decimals(one, table):
            longest[_last_column(one)] = max(longest.get(_last_column(one), 0.0), one.suffix_width)
    for one in cells:
        more = longest[_last_column(one)] - one.suffix_width if is_on_decimals(one, table) else 0.0
        if more:
            yield replace(one, left=one.left + more) if turned else replace(one, right=one.right + more)
        else:
            yield one


def is_on_decimals(one: MeasuredCell, table: Table) -> bool:
    """Tell whether a cell's text is a number aligned on the decimal sign."""
    align = one.place.cell.align or table.columns[one.place.column].align
    return align is Align.DECIMAL and one.role is not CellRole.HEADER


def _last_column(one: MeasuredCell) -> int:
    return one.place.column + one.place.cell.columns - 1


def least_row(style: TextStyle, size: int, table: Table, theme: Theme) -> float:
    """Return the height of a row of one line, before anything is measured."""
    spacing = Spacing.of(table, size, theme, theme.table.gutter)
    return spacing.above + in_steps(line_height(style.percent, size), theme.baseline) + spacing.below
