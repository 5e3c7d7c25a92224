"""A sheet of a workbook, whole: its rows, and the places of their cells."""

from __future__ import annotations

import re

from deckmaker.budget import TABLE_FILE_CELLS
from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.source.workbook.formats import written
from deckmaker.source.workbook.merged import Merged, column_number
from deckmaker.source.workbook.number_formats import NumberFormat
from deckmaker.source.workbook.package import Attributes, NotAWorkbook, Package, whole_number
from deckmaker.source.workbook.styles import PLAIN, CellStyle, styles_in

__all__ = ["NoSuchSheet", "NotAWorkbook", "Sheet", "SheetRow", "read_workbook"]

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_INDEX = re.compile(r"\s*[0-9]{1,9}\s*", re.ASCII)
_ROWS, _COLUMNS = 1_048_576, 16_384
"""Of a sheet, at most (Excel's own limits)."""

_BETWEEN = " | "
"""Between the cells of a row where a message shows it."""

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_MOST_LISTED = 12
_FEWER = "leave out rows and columns, or export what is needed as CSV"


class NoSuchSheet(NotAWorkbook):
    """The workbook has no sheet of a name or number."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its number, from 1, and its texts from the first column of the sheet on.

    `formats` say how the sheet shows those that are numbers, None of others and where it is not plain.
    """

    number: int
    cells: list[str]
    formats: list[NumberFormat | None]


class Sheet:
    """The rows of a sheet, but for empty ones. `first` is the first column, from 0, that holds anything.

    `others` are the names of the other sheets that are not hidden.
    """

    def __init__(self, file: str, name: str, rows: list[SheetRow], others: tuple[str, ...] = ()) -> None:
        self.others = others
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
        cell = f"{self.name}!{_letters(column)}{row}"
        return Span(self._source, row, before + 1, row, before + 1 + max(width, 1), cell)


def read_workbook(file: str, content: bytes, sheet: str | None = None, decimal: str = "point") -> Sheet:
    """Return a sheet of a workbook by its name or number; without one, the first that is not hidden.

    Numbers are written with the `decimal` sign. Formulas count by their values, as they were last worked out. Raises
    NotAWorkbook.
    """
    package = Package(content)
    book = next((name for kind, name in package.targets("").values() if kind == "officeDocument"), "xl/workbook.xml")
    sheets, begins_in_1904 = _sheets(package, book)
    name, part = _chosen(sheets, sheet)
    targets = dict(package.targets(book).values())
    texts = _shared_texts(package, targets["sharedStrings"]) if "sharedStrings" in targets else []
    styles = styles_in(package, targets["styles"]) if "styles" in targets else []
    cells = _Cells(name, texts, styles, begins_in_1904, decimal)
    package.read(part, cells.start, cells.end)
    rows = sorted(cells.rows, key=lambda row: row.number)
    numbers = [row.number for row in rows]
    cells.merged.fill(numbers, [row.formats for row in rows], None)
    cells.merged.fill(numbers, [row.cells for row in rows], "")
    others = tuple(other for other, _, is_hidden in sheets if other != name and not is_hidden)
    return Sheet(file, name, rows, others)


def _sheets(package: Package, book: str) -> tuple[list[tuple[str, str, bool]], bool]:
    """Return the names and parts of the sheets with cells, and whether each is hidden; and if days begin in 1904."""
    if book.casefold().endswith(".bin"):
        raise NotAWorkbook("is a binary workbook (.xlsb)", "save it as .xlsx, or export it as CSV")
    targets, found, flags = package.targets(book), [], [False]

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "workbookPr":
            flags[0] = attributes.get("date1904", "0") in ("1", "true")
        if tag == "sheet":
            reference = next((one for key, one in attributes.items() if key.rpartition("}")[2] == "id"), "")
            kind, part = targets.get(reference, ("", ""))
            if kind == "worksheet":
                is_hidden = attributes.get("state", "visible") != "visible"
                found.append((attributes.get("name", ""), part, is_hidden))

    package.read(book, start, lambda *_: None)
    if not found:
        raise NotAWorkbook("has no sheet with cells", "name a workbook with a table in it")
    return found, flags[0]


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
            found.append("".join(parts))
            parts.clear()

    if package.has(part):
        package.read(part, start, end)
    return found


class _Cells:
    """Takes the cells of a sheet, one after the other, and bounds what they may take."""

    def __init__(
        self, name: str, texts: list[str], styles: list[CellStyle], begins_in_1904: bool, decimal: str
    ) -> None:
        self.rows: list[SheetRow] = []
        self.merged = Merged()
        self._name, self._texts, self._styles = name, texts, styles
        self._begins_in_1904, self._decimal = begins_in_1904, decimal
        self._left = TABLE_FILE_CELLS.most
        self._row, self._column = 0, -1
        self._cells: list[str] = []
        self._formats: list[NumberFormat | None] = []
        self._kind, self._style = "n", PLAIN
        self._value: str | None = None
        self._inline: list[str] = []
        self._has_formula, self._readings = False, 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """Begin an element."""
        if tag == "row":
            self._row = whole_number(attributes.get("r")) or self._row + 1
            self._column, self._cells, self._formats = -1, [], []
        elif tag == "c":
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = column_number(reference[1]) if reference else self._column + 1
            style = whole_number(attributes.get("s"))
            self._style = self._styles[style] if style < len(self._styles) else PLAIN
            self._kind = attributes.get("t", "n")
            self._value, self._inline, self._has_formula = None, [], False
        elif tag == "f":
            self._has_formula = True
        elif tag == "rPh":
            self._readings += 1
        elif tag == "mergeCell":
            self.merged.add(attributes.get("ref", ""))

    def end(self, tag: str, text: str) -> None:
        """End an element, whose own text this is."""
        if tag == "v":
            self._value = text
        elif tag == "t" and not self._readings:
            self._inline.append(text)
        elif tag == "rPh":
            self._readings -= 1
        elif tag == "c":
            self._take(self._text(), self._style.shown if self._kind == "n" else None)
        elif tag == "row" and self._cells:
            if not 0 < self._row <= _ROWS:
                raise NotAWorkbook("is broken: it has a row that no sheet has", "save it anew")
            self.rows.append(SheetRow(self._row, self._cells, self._formats))

    def _take(self, text: str, shown: NumberFormat | None) -> None:
        if not text.strip():
            return
        if self._column >= _COLUMNS:
            raise NotAWorkbook("is broken: it has a column that no sheet has", "save it anew")
        empty = self._column - len(self._cells)
        if empty < 0:  # cells out of order, or the same again
            self._cells[self._column], self._formats[self._column] = text, shown
            return
        self._left -= empty + 1
        if self._left < 0:
            raise NotAWorkbook(f"holds more than {TABLE_FILE_CELLS.limit}: see `{self._place}`", _FEWER)
        self._cells += [""] * empty
        self._cells.append(text)
        self._formats += [None] * empty
        self._formats.append(shown)

    @property
    def _least_digits(self) -> int:
        """How many digits stand before the decimal sign at least: of `00000` 1067 is shown as 01067."""
        return self._style.shown.digits if self._style.shown else 1

    @property
    def _place(self) -> str:
        return f"{self._name}!{_letters(self._column)}{self._row}"

    def _text(self) -> str:
        if self._kind == "inlineStr":
            return "".join(self._inline)
        value = self._value
        if value is None:
            if self._has_formula:
                what = f"holds a formula in `{self._place}` that nobody has worked out"
                raise NotAWorkbook(what, "open it in a spreadsheet and save it")
            return ""
        if self._kind == "s":
            index = int(value) if _INDEX.fullmatch(value) else len(self._texts)
            if index >= len(self._texts):
                raise NotAWorkbook(f"is broken: `{self._place}` refers to a text that it does not have", "save it anew")
            return self._texts[index]
        if self._kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        if self._kind in ("str", "e", "d"):
            return value
        try:
            return written(value, self._style.meaning, self._begins_in_1904, self._decimal, self._least_digits)
        except ValueError:
            return value


def _letters(column: int) -> str:
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _first(cells: list[str]) -> int:
    return next((index for index, cell in enumerate(cells) if cell), len(cells))


def _shown(cell: str) -> str:
    return _BREAKS.sub(" ", cell)
