"""The cells of a sheet to rows of texts, one element after the other, as far as they may go."""

from __future__ import annotations

import re
from math import inf

from deckmaker.budget.bound import Bound
from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern
from deckmaker.source.workbook.formats import Meaning, written
from deckmaker.source.workbook.merged import Merged, column_number
from deckmaker.source.workbook.number_formats import AS_IT_IS, NumberFormat
from deckmaker.source.workbook.package import Attributes, NotAWorkbook, whole_number
from deckmaker.source.workbook.styles import PLAIN, CellStyle

_REFERENCE = pattern(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")
_INDEX = pattern(r"\s*[0-9]{1,9}\s*", re.ASCII)
_TEXTS = ("s", "str", "inlineStr")
"""Kinds of cells that hold texts (ECMA-376 part 1, 18.18.11)."""

_ROWS, _COLUMNS = 1_048_576, 16_384
"""Of a sheet, at most (Excel's own limits)."""

_FEWER = "leave out rows and columns, or export what is needed as CSV"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its number, from 1, and its texts from the first column of the sheet on.

    `formats` say how the sheet shows those that are numbers, None of others.
    """

    number: int
    cells: list[str]
    formats: list[NumberFormat | None]

    def cut(self) -> bool:
        """Leave out empty cells at the end, which are none in the file, and have a format for each other one.

        Return whether any cell is left.
        """
        while self.cells and not self.cells[-1]:
            self.cells.pop()
        del self.formats[len(self.cells) :]
        self.formats.extend([None] * (len(self.cells) - len(self.formats)))
        return bool(self.cells)


class Cells:
    """Takes the cells of a sheet, one after the other, and bounds what they may take.

    `rows` holds those that have ended and hold something; whoever needs no more of them may clear it. `formulas` counts
    those that have one, and `first_formula` is the place of the first: its row from 1, its column from 0. `first_money`
    is that of the first amount in the currency of whoever reads.
    """

    def __init__(
        self,
        name: str,
        texts: list[str],
        styles: list[CellStyle],
        begins_in_1904: bool,
        decimal: str,
        most: Bound,
        characters: Bound | None = None,
    ) -> None:
        """Begin with the sheet's name, the texts and styles that cells refer to, and how many of them there may be,
        empty ones between others among them; and how many characters, where whoever takes the rows does not count.
        Numbers are written with the `decimal` sign."""
        self.rows: list[SheetRow] = []
        self.merged = Merged()
        self._name, self._texts, self._styles = name, texts, styles
        self._begins_in_1904, self._decimal = begins_in_1904, decimal
        self._most, self._left = most, most.most
        self._characters, self._characters_left = characters, characters.most if characters else inf
        self._row, self._column = 0, -1
        self._cells: list[str] = []
        self._formats: list[NumberFormat | None] = []
        self._kind, self._style = "n", PLAIN
        self._value: str | None = None
        self._inline: list[str] = []
        self._has_formula, self._readings = False, 0
        self.formulas, self.first_formula = 0, (0, 0)
        self.first_money: tuple[int, int] | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        """Begin an element."""
        if tag == "row":
            self._row = whole_number(attributes.get("r")) or self._row + 1
            self._column, self._cells, self._formats = -1, [], []
        elif tag == "c":
            self._column = self._column_of(attributes.get("r"))
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
            words = self._words()
            self._take(*((self._text(), self._format) if words is None else (words, None)))
            if self._style.is_of_readers_currency and not self.first_money and self._kind == "n" and self._value:
                self.first_money = self._row, self._column
            if self._has_formula:
                self.first_formula = self.first_formula if self.formulas else (self._row, self._column)
                self.formulas += 1
        elif tag == "row" and self._cells:
            if not 0 < self._row <= _ROWS:
                raise NotAWorkbook("is broken: it has a row that no sheet has", "save it anew")
            self.rows.append(SheetRow(self._row, self._cells, self._formats))

    def _column_of(self, written: str | None) -> int:
        """Return the column of a cell by its reference: the next one if it has none (ECMA-376 part 1, 18.3.1.4)."""
        if written is None:
            return self._column + 1
        reference = _REFERENCE.fullmatch(written)
        if reference is None:
            raise NotAWorkbook("is broken: it has a cell that no sheet has", "save it anew")
        return column_number(reference[1])

    def _take(self, text: str, shown: NumberFormat | None) -> None:
        if not text.strip():
            return
        if self._column >= _COLUMNS:
            raise NotAWorkbook("is broken: it has a column that no sheet has", "save it anew")
        self._characters_left -= len(text)
        if self._characters and self._characters_left < 0:
            raise NotAWorkbook(f"holds more than {self._characters.limit}: see `{self._place}`", _FEWER)
        empty = self._column - len(self._cells)
        if empty < 0:  # cells out of order, or the same again
            self._cells[self._column], self._formats[self._column] = text, shown
            return
        self._left -= empty + 1
        if self._left < 0:
            raise NotAWorkbook(f"holds more than {self._most.limit}: see `{self._place}`", _FEWER)
        self._cells += [""] * empty
        self._cells.append(text)
        self._formats += [None] * empty
        self._formats.append(shown)

    @property
    def _format(self) -> NumberFormat | None:
        """How a number is shown, None of what is none."""
        return (self._style.shown.of(self._value or "") or AS_IT_IS) if self._kind == "n" else None

    @property
    def _least_digits(self) -> int:
        """How many digits stand before the decimal sign at least: of `00000` 1067 is shown as 01067."""
        return self._style.shown.above.digits if self._style.shown.above else 1

    def _words(self) -> str | None:
        """Return a number that is a name, as that of a telephone, or words in place of a date; None of others."""
        style, value = self._style, self._value or ""
        if self._kind != "n" or not value:
            return None
        if style.meaning not in (Meaning.NUMBER, Meaning.SHARE):
            shown = style.shown.of(value)
            return shown.instead if shown else None
        return style.parted.filled(value) if style.parted else None

    @property
    def _place(self) -> str:
        return f"{self._name}!{letters(self._column)}{self._row}"

    def _text(self) -> str:
        text, style = self._unformatted(), self._style
        return style.text.filled(text) if style.text and text and self._kind in _TEXTS else text

    def _unformatted(self) -> str:
        if self._kind == "inlineStr":
            return meant("".join(self._inline))
        value = self._value
        if value is None or (self._has_formula and self._kind != "str" and not value.strip()):  # openpyxl writes `<v/>`
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
            return "TRUE" if value.strip() in ("1", "true") else "FALSE"
        if self._kind in ("str", "e", "d"):
            return meant(value)
        try:
            style = self._style
            return written(value, style.meaning, self._begins_in_1904, self._decimal, self._least_digits, style.seconds)
        except ValueError:
            return value


def meant(text: str) -> str:
    """Return a text with the signs that stand in it by their number, as in `_x000D_` (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return match[0] if "\ud800" <= sign <= "\udfff" else sign  # half of a sign


def letters(column: int) -> str:
    """Return the letters of a column, by its number from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
