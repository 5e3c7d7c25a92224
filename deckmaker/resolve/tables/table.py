"""A table's entry to the table: read, picked, shown."""

from __future__ import annotations

from pathlib import Path

from deckmaker.budget.bound import Bound
from deckmaker.budget.tables import TABLE_CELLS, TABLE_COLUMNS, TABLE_ROWS
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.table import TableEntry
from deckmaker.localization.numerals import numerals_for
from deckmaker.model import Credit, Lines, Paragraph, Table
from deckmaker.resolve.allowance import Allowance
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.overflow import resolve_overflow
from deckmaker.resolve.tables.emphasis import Emphasis
from deckmaker.resolve.tables.grid import counted, grid_of
from deckmaker.resolve.tables.in_deck import written_in_deck
from deckmaker.resolve.tables.in_file import written_in_file
from deckmaker.resolve.tables.parted import parted_cell
from deckmaker.resolve.tables.picking import Picking
from deckmaker.resolve.tables.setting import Rows, set_rows
from deckmaker.resolve.tables.written import Written
from deckmaker.source import DataPath, Tree
from deckmaker.values.stand_ins import guarded


def resolve_table(
    entry: TableEntry,
    path: DataPath,
    tree: Tree,
    deck_path: Path,
    language: str,
    allowance: Allowance,
    diagnostics: Diagnostics,
    credit: Credit | None = None,
) -> Table | None:
    """Return the table for the entry at `path`; report what is wrong, and return None where nothing is left to show.

    Raises Excess where the deck's tables, or its texts, take too much.
    """
    overflow = resolve_overflow(entry.overflow, (*path, "overflow"), tree, diagnostics)
    here = tree.key_span(path)
    written = _written(entry, path, tree, deck_path, allowance, diagnostics)
    allowance.characters(len(entry.caption or ""), here)
    caption = entry.caption and parse_inline(guarded(entry.caption), tree.value_span((*path, "caption")), diagnostics)
    if written is None:
        return None
    header = written.header
    if not _has_parts(entry, path, written, tree, diagnostics):
        return None
    grid, is_right = grid_of(written, entry.footer, diagnostics)
    if grid is None:
        return None
    allowance.places(len(grid) * len(grid[0]), here)
    signs = numerals_for(language)
    picking = Picking(entry, path, grid, written, signs, language, tree, diagnostics)
    columns = picking.columns()
    if len(columns) > TABLE_COLUMNS.most:
        _report_endless(len(columns), TABLE_COLUMNS, "pick some with `columns:`", entry, path, tree, diagnostics)
        return None
    body_end = len(grid) - entry.footer
    body = picking.rows(header, body_end)
    rows = Rows([*range(header), *body, *range(body_end, len(grid))], header, entry.footer)
    if not grid[0]:
        help = "write its cells, as in `[Berth 4, 62.5]`"
        diagnostics.report("empty-table", "the table has no columns", tree.value_span((*path, "rows")), help)
    if not columns or not is_right or not _is_bearable(rows, len(columns), entry, path, tree, diagnostics):
        return None
    if entry.stub > len(columns):
        message = f"`stub` is {entry.stub}, and the table has {counted(len(columns), 'column')}"
        diagnostics.report("wrong-value", message, tree.value_span((*path, "stub")), f"write {len(columns)} at most")
        return None
    if not written.is_file and (parted := parted_cell(grid, rows.shown, [one.place for one in columns])):
        cell, parts = parted
        key = "columns" if parts == "columns" else picking.is_picking_rows() or "columns"
        help = f"let each of them have a cell of its own, or remove `{key}:`"
        message = f"`{cell.text}` takes several {parts}, which `{key}` would part"
        diagnostics.report("broken-span", message, written.span(cell.at), help)
        return None
    if header == 0:
        message = "the table has no header: nothing says what is in its columns"
        help = "write their names as the first row, and remove `header: 0`"
        diagnostics.report("headerless-table", message, tree.value_span((*path, "header")), help)
    emphasis = Emphasis(entry, path, picking.names, columns, len(rows.shown) - header, tree, diagnostics)
    table_columns, table_rows = set_rows(grid, rows, columns, written, emphasis, signs, diagnostics)
    for paragraph in (cell.paragraph for row in table_rows for cell in row.cells):
        allowance.characters(len(paragraph.text), here)
        allowance.runs(paragraph.runs, here)
    return Table(
        columns=table_columns,
        rows=table_rows,
        header_rows=header,
        footer_rows=entry.footer,
        stub_columns=entry.stub,
        lines=Lines(entry.lines),
        caption=Paragraph(caption, span=tree.value_span((*path, "caption"))) if caption else None,
        overflow=overflow,
        span=here,
        credit=credit,
    )


def _written(
    entry: TableEntry, path: DataPath, tree: Tree, deck_path: Path, allowance: Allowance, diagnostics: Diagnostics
) -> Written | None:
    """Return the rows, from where the deck has them; report where that is no place or two."""
    if entry.rows is None and entry.file is None:
        span = tree.value_span(path)
        beginning = Span(span.source, span.line, span.column, span.line, span.column + 1)
        help = "add `rows:` with lists of cells, or `file:` with a CSV or XLSX file"
        diagnostics.report("missing-key", "key `rows` or `file` is missing", beginning, help)
        return None
    for key in ("file", "sheet", "delimiter", "encoding", "skip") if entry.rows is not None else ():
        if getattr(entry, key):
            message = f"a table takes `rows` or a file, and has both `rows` and `{key}`"
            diagnostics.report("wrong-value", message, tree.value_span((*path, key)), f"remove `{key}:` or `rows:`")
    if entry.file and not entry.rows:
        span = tree.value_span((*path, "file"))
        header = 1 if entry.header is None else entry.header
        return written_in_file(entry.file, entry, header, deck_path, span, allowance, diagnostics)
    return written_in_deck(entry, path, tree, diagnostics)


def _has_parts(entry: TableEntry, path: DataPath, written: Written, tree: Tree, diagnostics: Diagnostics) -> bool:
    """Tell whether there are as many rows as header and footer take; report where there are not."""
    count = len(written.rows)
    if written.header + entry.footer <= count:
        return True
    key = "footer" if entry.footer else "header"
    message = f"header and footer take {written.header + entry.footer} rows, and the table has {count}"
    diagnostics.report("wrong-value", message, tree.value_span((*path, key)), f"write a smaller `{key}:`")
    return False


def _is_bearable(
    rows: Rows, columns: int, entry: TableEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics
) -> bool:
    """Tell whether there are rows and columns, and not too many; report where it is otherwise."""
    key = "file" if entry.file else "rows"
    span = tree.value_span((*path, "where" if entry.where else key))
    if len(rows.shown) == rows.header + rows.footer:
        more = (
            "add rows between header and footer" if rows.footer else "add rows below the header, or write `header: 0`"
        )
        help = "mend what `where:` asks for" if entry.where else more
        diagnostics.report("empty-table", "no row of the table is left to show", span, help)
        return False
    for count, bound in ((len(rows.shown), TABLE_ROWS), (len(rows.shown) * columns, TABLE_CELLS)):
        if count > bound.most:
            help = "pick some with `where:`, or the first with `most:`"
            _report_endless(count, bound, help, entry, path, tree, diagnostics)
            return False
    return True


def _report_endless(
    count: int, bound: Bound, help: str, entry: TableEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics
) -> None:
    message = f"the table has {count:,} {bound.unit}: expected {bound.most:,} at most"
    span = tree.value_span((*path, "file" if entry.file else "rows"))
    diagnostics.report("endless-table", message, span, help)
