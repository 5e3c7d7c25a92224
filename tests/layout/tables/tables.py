"""Tables made by hand, and decks that hold them; nothing is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, Placed, TableItem, layout_deck
from deckmaker.layout.tables.setting import TableSetter
from deckmaker.model import (
    Align,
    Cell,
    CreditSettings,
    Deck,
    Lines,
    Paragraph,
    Run,
    Slide,
    Table,
    TableColumn,
    TableRow,
    TextBlock,
)
from deckmaker.model.geometry import Rect
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.flow_styles import CELL, FlowStyles
from tests.projects import briefing, place

Written = str | Cell


def words(text: str) -> Paragraph:
    """Return a text without marks."""
    return Paragraph((Run(text),) if text else ())


def cell(text: str, **what: object) -> Cell:
    """Return a cell that holds a text without marks."""
    return replace(Cell(words(text)), **what)


def number(text: str) -> Cell:
    """Return a number whose decimals, and what follows them, stand behind the integer's end."""
    return cell(text, decimal_suffix=len(text) - text.index(".") if "." in text else 0)


def table(
    rows: Sequence[Sequence[Written] | TableRow],
    columns: Sequence[TableColumn] | None = None,
    header: int = 1,
    footer: int = 0,
    stub: int = 0,
    lines: Lines = Lines.RULES,
    caption: str = "",
) -> Table:
    """Return a table of these rows; as many plain columns as the first has cells, where none are given."""
    whole = [
        row
        if isinstance(row, TableRow)
        else TableRow(tuple(one if isinstance(one, Cell) else cell(one) for one in row))
        for row in rows
    ]
    if columns is None:
        columns = [TableColumn() for one in whole[0].cells for _ in range(one.columns)]
    note = words(caption) if caption else None
    return Table(tuple(columns), tuple(whole), header, footer, stub, lines, note, None, place())


def columns(*aligns: Align) -> list[TableColumn]:
    """Return columns aligned so."""
    return [TableColumn(one) for one in aligns]


def deck(*tables: Table, text: str = "", credits: tuple = ()) -> Deck:
    """Return a deck with a slide for each table, below a text if there is one."""
    above = (TextBlock((words(text),), place()),) if text else ()
    slides = [
        Slide(words("The loud nights"), None, "table", place(), (*above, one), credits, place(), (), place())
        for one in tables
    ]
    shown = CreditSettings()
    return Deck("T", None, None, None, "en", (), None, None, shown, None, None, {}, tuple(slides), {}, place())


def document(*tables: Table, theme: Theme | None = None, text: str = "", faults: list | None = None) -> Document:
    """Return a document with a page for each table. What is said of them goes into `faults`, else there is nothing."""
    diagnostics = Diagnostics()
    laid_out = layout_deck(deck(*tables, text=text), theme or briefing(), diagnostics)
    if faults is None:
        assert [one.message for one in diagnostics] == []
    else:
        faults += [(one.code, one.message, one.help) for one in diagnostics]
    return laid_out


def page(one: Table, theme: Theme | None = None, text: str = "") -> Page:
    """Return the page of a table of which there is nothing to say."""
    return document(one, theme=theme, text=text).pages[0]


def placed(page: Page) -> tuple[Placed, TableItem]:
    """Return a page's table and where it stands."""
    found = page.slot("table")
    assert found and isinstance(found.item, TableItem)
    return found, found.item


def style(theme: Theme | None = None) -> TextStyle:
    """Return the style of a theme's tables."""
    found = (theme or briefing()).layouts["table"]
    return FlowStyles(theme or briefing(), found, found.slots["body"]).named(CELL)


def setter(one: Table, theme: Theme | None = None) -> TableSetter:
    """Return what sets a table in a theme."""
    return TableSetter(one, style(theme), theme or briefing())


ROOM = Rect(48.0, 180.0, 864.0, 300.0)
"""A place for a table."""
