"""Tables as layout sets them, for the agreement of outputs: of every kind that there is, a slide each."""

from __future__ import annotations

from deckmaker.layout import Document
from deckmaker.model import Align, Cell, Lines, Paragraph, Run, Table, TableRow
from deckmaker.theme import Theme
from tests.layout.tables.tables import cell, columns, document, number, table

LINK = "https://example.org/report"


def rich(*runs: Run) -> Cell:
    """Return a cell with marks."""
    return Cell(Paragraph(runs))


def ruled() -> Table:
    """Return a table with everything that stands in cells, and an emphasis of each kind."""
    rows = [
        ["Harbour", "Nights", "Share", "Remark"],
        ["North", number("12"), number("3.5 %"), "Measured in spring, by two stations that stood at the ferries’ gate"],
        ["East", number("7"), number("12.25 %"), rich(Run("see "), Run("the report", link=LINK), Run(" of May"))],
        TableRow((cell("Old & new <basin>"), number("104"), number("0.1 %"), rich(Run("ISO 1996-2", code=True))), True),
        [
            "South",
            cell(""),
            cell("—"),
            rich(Run("CO"), Run("2", script=-1), Run(" too, "), Run("in part", italic=True)),
        ],
        ["All", number("123"), number("15.85 %"), cell("sum", strong=True)],
    ]
    aligns = columns(Align.LEFT, Align.DECIMAL, Align.DECIMAL, Align.LEFT)
    return table(rows, aligns, footer=1, stub=1, caption="Nights with noise above the limit")


def spanned(lines: Lines) -> Table:
    """Return a table with heads of several columns, and names of several rows."""
    rows = [
        [cell("Place of measurement", rows=2), cell("Before", columns=2), cell("After", columns=2)],
        ["Day", "Night", "Day", "Night"],
        [cell("North quay, where the ferries land", rows=2), "61", "55", "58", "49"],
        ["60", "54", cell("no measurement", columns=2)],
        [cell("South quay", rows=2), "66", "60", "61", "52"],
        ["65", "59", "60", "51"],
        ["Mean", "63", "57", "59.7", "50.7"],
    ]
    aligns = columns(Align.LEFT, *(Align.RIGHT,) * 4)
    return table(rows, aligns, header=2, footer=1, stub=1, lines=lines)


def long() -> Table:
    """Return a table that is set smaller to fit."""
    rows = [["No.", "Station", "dB"], *([str(n), f"Station {n}, at the quay", f"{40 + n}"] for n in range(1, 10))]
    return table(rows, columns(Align.RIGHT, Align.LEFT, Align.CENTER), lines=Lines.ZEBRA, caption="Every station")


def wordy() -> Table:
    """Return a table whose cells have several lines."""
    words = "The wind came from the water, and the ferries lay at the quay with engines running"
    rows = [["What", "Why"], *([f"{words[: 20 * n]} {n}".strip(), words * (1 + n % 2)] for n in range(1, 3))]
    return table(rows)


def laid_out_tables(theme: Theme | None = None) -> Document:
    """Return a deck of all of them."""
    return document(ruled(), spanned(Lines.RULES), spanned(Lines.ZEBRA), long(), wordy(), theme=theme)
