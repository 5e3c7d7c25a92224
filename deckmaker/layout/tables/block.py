"""A table with its caption as a block: cells as large as the place allows, and the caption where they end."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.document import NOT_ALONE, Decision, GroupItem, Placed
from deckmaker.layout.findings import no_room
from deckmaker.layout.place import OverflowFinding, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import set_text
from deckmaker.layout.tables.fitting import fit_loosely, fit_table, is_endless
from deckmaker.layout.tables.rows import is_endless as is_endless_text
from deckmaker.layout.tables.setting import SetTable, TableSetter
from deckmaker.model import Overflow, OverflowPolicy, Table
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import CELL, NOTE

CAPTION_SHARE = 0.25
"""Of its table's place: what a caption may take before it is set smaller."""


@dataclass(frozen=True)
class TableBlock:
    """A table in a place, and what sets it."""

    table: Table
    place: Place
    setter: TableSetter

    @classmethod
    def of(cls, table: Table, place: Place) -> TableBlock:
        """Return a table in a place; what is measured of it is kept for as long as the slide is laid out."""
        style = _style(table, place)
        sizes = place.part and next((own for one, own in place.part.tables if one is table), None)
        columns = sizes.columns if sizes else ()
        return cls(table, place, place.context.setter(table, style, columns))

    @property
    def overflow(self) -> Overflow:
        """The policy for a table that has no room: its own, or that of its place."""
        return self.table.overflow or self.place.overflow

    @property
    def natural(self) -> float:
        """The height in points that it takes in all of its place, its caption included, which stands on the grid."""
        theme = self.place.styles.theme
        # A table that is far too long leaves nothing, which is known before it is measured.
        place, endless = self.place.wide, is_endless(self.setter)
        height = place.height if endless else self.place.context.natural_height(self.setter, place)
        text = self.table.caption
        if text is None:
            return height
        # So does one whose caption no page holds.
        caption = None if is_endless_text(text) else self.caption(place)
        lines = caption.shift + caption.setting.height if caption else 0.0
        return height + theme.flow.caption_gap + max(theme.flow.caption, lines) + theme.baseline

    def caption(self, room: Rect) -> Fitted | None:
        """Set the caption at the foot of a place; None where there is none."""
        if self.table.caption is None:
            return None
        height = max(self.place.styles.theme.flow.caption, CAPTION_SHARE * room.height)
        rect = replace(room, y=room.bottom - height, height=height)
        (fitted,) = self.place.context.fit([FrameText((self.table.caption,), self._note, rect)])
        return fitted

    def cells_room(self, room: Rect, caption: Fitted | None) -> Rect:
        """Return what a place has for the cells above a caption."""
        if caption is None:
            return room
        taken = caption.shift + caption.setting.height + self.place.styles.theme.flow.caption_gap
        return replace(room, height=room.height - taken)

    def fits(self, room: Rect) -> bool:
        """Tell whether the cells and the caption have room in a place."""
        caption = self.caption(room)
        return fit_table(self.setter, self.cells_room(room, caption)).fits and (caption is None or caption.fits)

    def set(self) -> SetBlock:
        """Set the table at the top of its place."""
        room, theme = self.place.wide, self.place.styles.theme
        caption = self.caption(room)
        cells = self.cells_room(room, caption)
        # Rows of a table on several slides are as far apart on each.
        table = fit_table(self.setter, cells) if self.place.part else fit_loosely(self.setter, cells)
        name = self.place.named("table")
        placed = Placed(table.rect, table.item, Role.TABLE, name, self.table.span, decision=Decision(cells))
        overfull = () if table.fits else ((name, self._overflow_finding(table)),)
        findings = () if table.fits else (no_room(table, name, self.table.span, self.overflow),)
        if caption is None or self.table.caption is None:
            return SetBlock((placed,), table.rect.bottom - room.y, 1.0, 0, table.excess_height, overfull, findings)
        below = table.rect.bottom if table.fits else max(cells.bottom, table.rect.bottom)
        start = room.bottom - max(theme.flow.caption, CAPTION_SHARE * room.height)
        # In whole steps from where it was fitted, so that its lines stay on the grid.
        steps = (below + theme.flow.caption_gap - start) // theme.baseline
        height = caption.shift + caption.setting.height
        own = replace(room, y=start + steps * theme.baseline, height=height)
        place = replace(self.place, rect=own)
        span = self.table.caption.span or self.table.span
        text = set_text(caption, Role.CAPTION, self.place.named("caption"), self._note, place, span, NOT_ALONE)
        rect = replace(room, height=own.bottom - room.y)
        children = GroupItem((placed, *text.placed))
        group = Placed(rect, children, Role.FIGURE, None, self.table.span, decision=Decision(rect, NOT_ALONE))
        excess = max(table.excess_height, text.excess)
        return SetBlock((group,), rect.height, 1.0, 0, excess, (*overfull, *text.overfull), findings)

    @property
    def _note(self) -> TextStyle:
        return self.place.styles.named(NOTE)

    def _overflow_finding(self, table: SetTable) -> OverflowFinding:
        too_wide = table.excess_width > TOLERANCE and table.size == self.place.styles.named(CELL).minimum
        return OverflowFinding(table.size, too_wide, self.overflow, self.table.span)


def _style(table: Table, place: Place) -> TextStyle:
    """Return the style of a table's cells at the sizes that may be used: on a part those of the part."""
    style = place.styles.named(CELL)
    if place.part:
        sizes = next((own for one, own in place.part.tables if one is table), None)
        return style.only(style.size - (sizes.smaller if sizes else 0))
    may_shrink = (table.overflow or place.overflow).way is OverflowPolicy.SHRINK
    style = style if may_shrink else style.no_smaller_than(style.size)
    if place.largest_cells is None:
        return style
    most = max(place.largest_cells, style.minimum)
    return replace(style, size=min(style.size, most), short=min(style.short or 0, most) or None)
