"""Tables by chance, the same in every run: spans, empty cells, all alignments, one to six columns."""

from __future__ import annotations

from random import Random

from deckmaker.layout import Document
from deckmaker.model import Align, Cell, Lines, Table, TableColumn, TableRow
from tests.layout.tables.tables import cell, document, table
from tests.projects import briefing

COUNT = 30
WORDS = (
    "night",
    "noise",
    "harbour",
    "ferry",
    "quay",
    "of",
    "the",
    "a",
    "in",
    "engines",
    "running",
    "limit",
    "measured",
)
WORDS += ("station", "spring", "12.5", "—", "“quoted”", "well-known", "e.g.", "Überseehafen")


def random_tables(seed: int) -> Document:
    """Return a deck of as many tables as fit their slides."""
    chance = Random(seed)
    theme = briefing("16:9", chance.choice(("briefing", "plain", "statement")))
    fitting: list[Table] = []
    while len(fitting) < COUNT:
        one, faults = _table(chance), []
        document(one, theme=theme, faults=faults)
        if not faults:
            fitting.append(one)
    return document(*fitting, theme=theme)


def _table(chance: Random) -> Table:
    columns, header, body, footer = (chance.randint(*ends) for ends in ((1, 6), (0, 2), (1, 6), (0, 1)))
    parts = [range(header), range(header, header + body), range(header + body, header + body + footer)]
    taken: set[tuple[int, int]] = set()
    rows = []
    for part in parts:
        for row in part:
            cells = tuple(_cells(row, part, columns, taken, chance))
            rows.append(TableRow(cells, strong=chance.random() < 0.1))
    return table(
        rows,
        [TableColumn(chance.choice([*Align])) for _ in range(columns)],
        header=header,
        footer=footer,
        stub=min(chance.randint(0, 1), columns - 1),
        lines=chance.choice([*Lines]),
        caption=_text(6, chance) if chance.random() < 0.5 else "",
    )


def _cells(row: int, part: range, columns: int, taken: set[tuple[int, int]], chance: Random) -> list[Cell]:
    """Return a row's cells; those of several columns begin in the first row of their part of the table."""
    cells = []
    for column in range(columns):
        if (row, column) in taken:
            continue
        free = next((end for end in range(column, columns) if (row, end) in taken), columns) - column
        across = chance.randint(1, min(free, 3)) if row == part.start and chance.random() < 0.3 else 1
        down = chance.randint(1, min(part.stop - row, 3)) if chance.random() < 0.25 else 1
        taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
        align = chance.choice([None] * 6 + [Align.RIGHT, Align.CENTER])
        words = _text(chance.choice((2, 3, 12)), chance)
        cells.append(cell(words, rows=down, columns=across, strong=chance.random() < 0.1, align=align))
    return cells


def _text(most: int, chance: Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(0 if chance.random() < 0.2 else 1, most)))
