"""What the cells of a table have in common, part by part: what a table style says once, and each cell then leaves out.

So a colleague restyles all tables of a presentation in one place. Knows no XML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from deckmaker.layout import CellItem, TableItem
from deckmaker.render.pptx.cell_looks import CellLook, Ground, Rule, cell_look, is_odd, is_stub, part_of

PARTS = ("header", "footer", "stub")
"""The parts of a table that it may do without."""

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class TableLook:
    """What a table style says of its parts, None of those that a table does not have.

    `inner` is the rule between two rows; `odd` and `even` are the grounds of the body's rows by turns.
    """

    whole: CellLook
    inner: Rule | None
    odd: Ground | None
    even: Ground | None
    header: CellLook | None
    footer: CellLook | None
    stub: CellLook | None

    def joined(self, other: TableLook) -> TableLook | None:
        """Return the look of two tables of which each has parts that the other has not; None if they differ."""
        ours = replace(self, **{part: getattr(self, part) or getattr(other, part) for part in PARTS})
        theirs = replace(other, **{part: getattr(other, part) or getattr(self, part) for part in PARTS})
        return ours if ours == theirs else None

    def given(self, cell: CellItem, item: TableItem) -> CellLook | None:
        """Return what the style makes of a cell; None for a corner, of which each program thinks otherwise."""
        part = part_of(cell, item)
        if is_stub(cell, item):
            if part != "body":
                return None
            text = self.stub or self.whole
        else:
            text = {"header": self.header, "footer": self.footer}.get(part) or self.whole
        body_ground = self.odd if is_odd(cell, item) else self.even
        ground = body_ground if part == "body" else text.ground
        first, last = cell.row == 0, cell.row + cell.rows == len(item.rows)
        top = self.whole.top if first else text.top if part == "footer" else self.inner
        bottom = self.whole.bottom if last else text.bottom if part == "header" else self.inner
        return CellLook(text.color, text.bold, ground, None, None, top, bottom)


def table_look(item: TableItem) -> TableLook:
    """Return what most cells of each part have in common."""
    looks = [(cell, cell_look(cell, item)) for cell in item.cells]
    inner_cells = [(cell, look) for cell, look in looks if not is_stub(cell, item)] or looks
    body = [(cell, look) for cell, look in inner_cells if part_of(cell, item) == "body"] or inner_cells
    text = _text(look for _, look in body)
    odd = _most(look.ground for cell, look in body if is_odd(cell, item))
    even = _most((look.ground for cell, look in body if not is_odd(cell, item)), odd)
    top = _most(look.top for cell, look in looks if cell.row == 0)
    bottom = _most(look.bottom for cell, look in looks if cell.row + cell.rows == len(item.rows))
    whole = CellLook(*text, None, None, None, top, bottom)
    inner = _most(look.bottom for cell, look in body if cell.row + cell.rows < len(item.rows))
    header, footer = (_part(name, inner_cells, item) for name in ("header", "footer"))
    stubs = [look for cell, look in looks if is_stub(cell, item) and part_of(cell, item) == "body"]
    return TableLook(whole, inner, odd, even, header, footer, CellLook(*_text(stubs)) if stubs else None)


def _part(name: str, looks: list[tuple[CellItem, CellLook]], item: TableItem) -> CellLook | None:
    own = [look for cell, look in looks if part_of(cell, item) == name]
    if not own:
        return None
    ground, top, bottom = (_most(getattr(look, one) for look in own) for one in ("ground", "top", "bottom"))
    return CellLook(*_text(own), ground, None, None, top, bottom)


def _text(looks: Iterable[CellLook]) -> tuple[str, bool]:
    return Counter((look.color, look.bold) for look in looks).most_common(1)[0][0]


def _most(things: Iterable[_Thing], default: _Thing | None = None) -> _Thing | None:
    """Return what is there most often, of several the first."""
    counted = Counter(things).most_common(1)
    return counted[0][0] if counted else default
