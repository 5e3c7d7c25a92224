"""Cells as they are shown: numbers in the deck's language where their column asks for it, texts under their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.table import TableColumnEntry
from deckmaker.localization.exact import shifted
from deckmaker.localization.numerals import Numeral, Numerals, numeral
from deckmaker.localization.typed_numbers import MISSING, Read, evidence, number_in
from deckmaker.model import Align, Paragraph, Run
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.inline import parse_inline
from deckmaker.values.stand_ins import guarded

if TYPE_CHECKING:
    from deckmaker.source.workbook import NumberFormat


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell's text, how much of it stands behind an integer's end, and whether it is a number.

    `is_open` tells that it is one of two numbers, and nothing says which. `unit` is what is typed behind a number that
    is shown as typed.
    """

    paragraph: Paragraph
    decimal_suffix: int
    is_number: bool
    is_open: bool = False
    unit: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether nothing stands there, or what stands for a number that is not known."""
        return self.paragraph.text.casefold() in MISSING


def shows_numbers(entry: TableColumnEntry | None) -> bool:
    """Tell whether a column's numbers are written in the deck's language, and not as typed."""
    return entry is not None and (
        entry.format is not None or entry.decimals is not None or entry.thousands is not None or entry.unit is not None
    )


def paragraph_of(text: str, span: Span, is_marked: bool, diagnostics: Diagnostics) -> Paragraph:
    """Return a text of the deck with its inline marks, or one of a file, in which no sign is a mark."""
    if is_marked:
        return Paragraph(parse_inline(guarded(text), span, diagnostics), span=span)
    clean = check_line(text, span, diagnostics)
    return Paragraph((Run(clean),) if clean else (), span=span)


def shown(
    paragraph: Paragraph,
    entry: TableColumnEntry | None,
    decimal: str | None,
    signs: Numerals,
    in_sheet: NumberFormat | None = None,
) -> Shown:
    """Return a body cell's text as its column shows it, else as a workbook does; what is no number, or two, stays."""
    read = number_in(paragraph.text, decimal or "point")
    is_open = decimal is None and evidence([paragraph.text]).is_open
    if read is None or is_open:
        return _measured(paragraph, decimal) if read is None else Shown(paragraph, 0, False, is_open)
    written_runs = [run for run in paragraph.runs if not run.footnote]
    if len(written_runs) != 1:
        return Shown(paragraph, read.decimal_suffix, True)
    if entry is not None and shows_numbers(entry):
        written = _as_wanted(read, entry, signs, in_sheet)
    elif in_sheet is not None and in_sheet.instead is not None:
        written = Numeral(in_sheet.instead, 0)
    elif in_sheet is not None and "e" in paragraph.text and in_sheet.decimals is None:  # by its power, as it is
        written = Numeral(paragraph.text.replace(".", signs.decimal), read.decimal_suffix)
    elif in_sheet is not None:
        written = _as_in_sheet(read, in_sheet, signs)
    else:
        return Shown(paragraph, read.decimal_suffix, True)
    runs = (run if run.footnote else replace(run, text=written.text) for run in paragraph.runs if written.text)
    return Shown(replace(paragraph, runs=tuple(runs)), written.decimal_suffix, True)


def in_sheet_words(text: str, in_sheet: NumberFormat, decimal: str | None, signs: Numerals) -> str:
    """Return a number that is a name as a workbook shows it."""
    return shown(Paragraph((Run(text),)), None, decimal, signs, in_sheet).paragraph.text


def _as_wanted(read: Read, entry: TableColumnEntry, signs: Numerals, in_sheet: NumberFormat | None) -> Numeral:
    """Return a number as its column wants it; of what that leaves open, as a workbook shows it."""
    is_of_hundred = entry.unit == "%" and not read.is_percent and entry.format != "percent"
    is_percent = entry.format == "percent" or entry.unit == "%" or read.is_percent
    decimals, currency = entry.decimals, (read.before, read.behind)
    if entry.unit and entry.unit.strip() in {one.strip() for one in currency}:  # which the cell says already
        currency = ("", "")
    if in_sheet is not None and (is_percent == read.is_percent or is_of_hundred):
        decimals = _decimals(read, in_sheet, is_percent) if decimals is None else decimals
        currency = currency if entry.unit else (in_sheet.before, in_sheet.behind)
    return numeral(
        shifted(read.value, -2) if is_of_hundred else read.value,
        signs,
        decimals,
        entry.thousands is not False,
        is_percent,
        None if entry.unit == "%" else entry.unit,
        read.has_plus,
        currency,
        read.is_bracketed,
    )


def _as_in_sheet(read: Read, in_sheet: NumberFormat, signs: Numerals) -> Numeral:
    """Return a number as a workbook shows it, with the signs of the deck's language."""
    is_of_hundred = in_sheet.behind.strip() == "%" and not read.is_percent
    return numeral(
        shifted(read.value, -2) if is_of_hundred else read.value,
        signs,
        _decimals(read, in_sheet, read.is_percent),
        in_sheet.has_groups,
        read.is_percent or is_of_hundred,
        None,
        in_sheet.has_plus,
        (in_sheet.before, "" if is_of_hundred else in_sheet.behind),
        in_sheet.is_bracketed,
        digits=in_sheet.digits,
    )


def _decimals(read: Read, in_sheet: NumberFormat, is_percent: bool) -> int | None:
    return in_sheet.decimals_of(shifted(read.value, 2) if is_percent and read.is_percent else read.value)


def _measured(paragraph: Paragraph, decimal: str | None) -> Shown:
    """Return a text that may be a number with a unit, such as `18.2 MWh`; a text but for how it stands."""
    number, _, unit = paragraph.text.rpartition(" ")
    read = number_in(number, decimal or "point") if unit and not any(one.isdecimal() for one in unit) else None
    if read is None or evidence([number]).is_open:
        return Shown(paragraph, 0, False)
    return Shown(paragraph, read.decimal_suffix + len(f" {unit}"), False, unit=unit)


def which_sign(text: str) -> str:
    """Return the help for a number that is another one under the other decimal sign."""
    sign = "comma" if "," in text else "point"
    return f"say what its {sign} is: `decimal: comma` in the table, or `decimal: point`"


def align_of(entry: TableColumnEntry | None, cells: list[Shown]) -> Align:
    """Return how a column stands: as the deck says, else numbers on their decimal sign, and texts to the left.

    Numbers with a unit behind them are some where all have the same one.
    """
    if entry and entry.align:
        return Align(entry.align)
    said = [cell for cell in cells if not cell.is_missing]
    are_numbers = bool(said) and all(cell.is_number or cell.is_open for cell in said)
    are_numbers |= len({cell.unit for cell in said}) == 1 and bool(said[0].unit)
    return Align.DECIMAL if are_numbers or (entry and entry.format) else Align.LEFT
