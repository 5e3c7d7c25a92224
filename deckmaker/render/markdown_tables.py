"""A table as a pipe table, as GitHub Flavored Markdown has it."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import replace
from deckmaker.layout import CellItem, TableItem
from deckmaker.render.markdown_inline import inline


def pipe_table(table: TableItem, page: int) -> str:
    """Return the table of the slide of that number."""
    return "\n".join(_rows(table, page))


def _rows(table: TableItem, page: int) -> Iterator[str]:
    """Yield a table's lines. Markdown knows one row of header, which may be empty, and no spans.

    Where a cell reaches, nothing stands.
    """
    rows = [[""] * len(table.columns) for _ in table.rows]
    for cell in table.cells:
        rows[cell.row][cell.column] = _cell(cell, page)
    if not table.header_rows:
        rows.insert(0, [""] * len(table.columns))
    rows.insert(1, ["---"] * len(table.columns))
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(cell: CellItem, page: int) -> str:
    """Return a cell's text on one line. A bar is escaped in code and links, too: tables are read before them."""
    runs = [run for one in cell.text.setting.paragraphs for run in one.paragraph.runs]
    return inline(
        (
            replace(
                run,
                text=run.text.replace("|", "\\|") if run.code else run.text,
                bold=run.bold or cell.strong,
                link=run.address and run.address.replace("|", "\\|"),
            )
            for run in runs
        ),
        page,
    )
