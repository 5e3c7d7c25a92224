"""A sheet of a workbook, whole: its rows, and the places of their cells."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.budget.bound import Bound
from deckmaker.budget.tables import TABLE_FILE_CELLS, TABLE_FILE_CHARACTERS
from deckmaker.dataclasses import cached_property
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.patterns import pattern
from deckmaker.source.workbook.cells import Cells, SheetRow, letters, meant
from deckmaker.source.workbook.package import Attributes, NotAWorkbook, Package
from deckmaker.source.workbook.styles import styles_in

__all__ = ["NoSuchSheet", "NotAWorkbook", "Sheet", "read_workbook"]

_BETWEEN = " | "
"""Between the cells of a row where a message shows it."""

_BREAKS = pattern(r"[\s\x00-\x1f\x7f-\x9f]+")
_MOST_LISTED = 12


class NoSuchSheet(NotAWorkbook):
    """The workbook has no sheet of a name or number."""


class Stale(NamedTuple):
    """Formulas of a sheet that its workbook wants to have worked out anew: how many, and where the first stands."""

    formulas: int
    row: int
    column: int


class Sheet:
    """The rows of a sheet, but for empty ones. `first` is the first column, from 0, that holds anything.

    `others` are the names of the other sheets that are not hidden. `stale` tells of formulas whose values may be old.
    `money` is the place of the first amount in the currency of whoever reads: its row from 1, its column from 0.
    """

    def __init__(
        self,
        file: str,
        name: str,
        rows: list[SheetRow],
        others: tuple[str, ...] = (),
        stale: Stale | None = None,
        money: tuple[int, int] | None = None,
    ) -> None:
        self.others, self.stale, self.money = others, stale, money
        self._file, self.name, self.rows = file, name, rows
        self.first = min((_first(row.cells) for row in rows), default=0)

    @cached_property
    def _source(self) -> SourceFile:
        lines: list[str] = []
        for row in self.rows:
            lines += [""] * (row.number - 1 - len(lines))
            lines.append(_BETWEEN.join(_shown(cell) for cell in row.cells[self.first :]))
        return SourceFile(self._file, "\n".join(lines))

    @cached_property
    def _by_number(self) -> dict[int, SheetRow]:
        return {row.number: row for row in self.rows}

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell, by its row from 1 and its column from 0."""
        cells = self._by_number[row].cells if row in self._by_number else []
        before = sum(len(_shown(one)) + len(_BETWEEN) for one in cells[self.first : column])
        width = len(_shown(cells[column])) if column < len(cells) else 0
        cell = f"{self.name}!{letters(column)}{row}"
        return Span(self._source, row, before + 1, row, before + 1 + max(width, 1), cell)


def read_workbook(file: str, content: bytes, sheet: str | None = None, decimal: str = "point") -> Sheet:
    """Return a sheet of a workbook by its name or number; without one, the first that is not hidden.

    Numbers are written with the `decimal` sign. Formulas count by their values, as they were last worked out. Raises
    NotAWorkbook.
    """
    found = chosen_sheet(content, sheet, decimal, TABLE_FILE_CELLS, TABLE_FILE_CHARACTERS)
    cells = found.cells
    found.package.read(found.part, cells.start, cells.end)
    rows = sorted(cells.rows, key=lambda row: row.number)
    numbers = [row.number for row in rows]
    cells.merged.fill(numbers, [row.formats for row in rows], None)
    cells.merged.fill(numbers, [row.cells for row in rows], "")
    if sum(len(text) for row in rows for text in row.cells) > TABLE_FILE_CHARACTERS.most:
        what = f"holds more than {TABLE_FILE_CHARACTERS.limit}, those of merged cells counted in each row"
        raise NotAWorkbook(what, "take the merged cells apart, or export what is needed as CSV")
    rows = [row for row in rows if row.cut()]
    return Sheet(file, found.name, rows, found.others, found.stale, cells.first_money)


class ChosenSheet(NamedTuple):
    """A sheet that is yet to be read: the part that holds it, and what takes its cells.

    `others` are the names of the other sheets that are not hidden. A program that writes workbooks and works out no
    formulas leaves zero or an old number as their values, and `counts_anew`: a spreadsheet that opens the file is to
    work them out.
    """

    package: Package
    part: str
    name: str
    cells: Cells
    others: tuple[str, ...]
    counts_anew: bool

    @property
    def stale(self) -> Stale | None:
        """The formulas that were read so far whose values may be old."""
        cells = self.cells
        return Stale(cells.formulas, *cells.first_formula) if self.counts_anew and cells.formulas else None


def chosen_sheet(
    content: bytes, sheet: str | None, decimal: str, most: Bound, characters: Bound | None = None
) -> ChosenSheet:
    """Return a sheet as `read_workbook` chooses it, of which so many cells and characters may be read. Raises
    NotAWorkbook."""
    package = Package(content)
    book = next((name for kind, name in package.targets("").values() if kind == "officeDocument"), "xl/workbook.xml")
    sheets, begins_in_1904, counts_anew = _sheets(package, book)
    name, part = _chosen(sheets, sheet)
    targets = dict(package.targets(book).values())
    texts = _shared_texts(package, targets["sharedStrings"]) if "sharedStrings" in targets else []
    styles = styles_in(package, targets["styles"]) if "styles" in targets else []
    cells = Cells(name, texts, styles, begins_in_1904, decimal, most, characters)
    others = tuple(other for other, _, is_hidden in sheets if other != name and not is_hidden)
    return ChosenSheet(package, part, name, cells, others, counts_anew)


def _sheets(package: Package, book: str) -> tuple[list[tuple[str, str, bool]], bool, bool]:
    """Return the names and parts of the sheets with cells, and whether each is hidden.

    And if days begin in 1904, and if formulas are to be worked out anew by whoever opens the file.
    """
    if book.casefold().endswith(".bin"):
        raise NotAWorkbook("is a binary workbook (.xlsb)", "save it as .xlsx, or export it as CSV")
    targets, found, flags = package.targets(book), [], [False, False]

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "workbookPr":
            flags[0] = attributes.get("date1904", "0") in ("1", "true")
        if tag == "calcPr":
            flags[1] = attributes.get("fullCalcOnLoad", "0") in ("1", "true")
        if tag == "sheet":
            reference = next((one for key, one in attributes.items() if key.rpartition("}")[2] == "id"), "")
            kind, part = targets.get(reference, ("", ""))
            if kind == "worksheet":
                is_hidden = attributes.get("state", "visible") != "visible"
                found.append((attributes.get("name", ""), part, is_hidden))

    package.read(book, start, lambda *_: None)
    if not found:
        raise NotAWorkbook("has no sheet with cells", "name a workbook with a table in it")
    return found, flags[0], flags[1]


def _chosen(sheets: list[tuple[str, str, bool]], wanted: str | None) -> tuple[str, str]:
    if wanted is None:
        name, part, _ = next((one for one in sheets if not one[2]), sheets[0])
        return name, part
    names = [name for name, _, _ in sheets]
    for name, part, _ in sheets:
        if name.strip().casefold() == wanted.strip().casefold():
            return name, part
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 0 < int(wanted) <= len(sheets):
        return sheets[int(wanted) - 1][:2]
    listed = ", ".join(names[:_MOST_LISTED]) + (" …" if len(names) > _MOST_LISTED else "")
    raise NoSuchSheet(f"has no sheet `{wanted}`", nearest(wanted, names) or f"its sheets: {listed}")


def _shared_texts(package: Package, part: str) -> list[str]:
    """Return the texts that cells refer to, without what is written beside East Asian words as their reading."""
    found: list[str] = []
    parts: list[str] = []
    readings = 0

    def start(tag: str, _: Attributes) -> None:
        nonlocal readings
        readings += tag == "rPh"

    def end(tag: str, text: str) -> None:
        nonlocal readings
        if tag == "t" and not readings:
            parts.append(text)
        readings -= tag == "rPh"
        if tag == "si":
            found.append(meant("".join(parts)))
            parts.clear()

    if package.has(part):
        package.read(part, start, end)
    return found


def _first(cells: list[str]) -> int:
    return next((index for index, cell in enumerate(cells) if cell), len(cells))


def _shown(cell: str) -> str:
    return _BREAKS.sub(" ", cell)
