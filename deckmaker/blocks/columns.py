"""Two to four columns side by side: `columns`. Each holds any blocks but columns and grids."""

from __future__ import annotations

from deckmaker.blocks.cells import CellsKind
from deckmaker.language.cell import CELL
from deckmaker.language.kinds import ListOf
from deckmaker.model import Columns


class ColumnsKind(CellsKind[Columns]):
    """Columns, each under a rule, their widths by shares."""

    value = ListOf(CELL, least=2, most=4)
    description = "Two to four columns side by side."
    block = Columns
    word = "column"
    ruled = True


COLUMNS = ColumnsKind()
