"""Cells of a chart's data as numbers; what is none is told with its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.chart_guesses import NO_ERROR_BARS
from deckmaker.localization.exact import without_zeros
from deckmaker.localization.numbers import DIGITS
from deckmaker.localization.typed_numbers import Read, evidence, number_in
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.charts.units import MEASURED
from deckmaker.resolve.tables.grid import MOST_TOLD, further
from deckmaker.resolve.tables.row_picking import RowPicking
from deckmaker.resolve.tables.written import Written, WrittenCell

_PLAIN = pattern(r"-?[0-9]+\.[0-9]+")
"""A number with decimals, as workbooks hold it."""

_LONG = pattern(r"([.,][0-9]{6})[0-9]+")
"""More decimals than a message quotes."""


_ROUNDED = float(10**DIGITS)
"""Whole numbers from which on charts show zeros for the last digits."""


class Axis(Enum):
    """Along what a number lies."""

    X = "x"
    VALUES = "values"
    SECOND = "second"
    SIZE = "size"


class Flaw(NamedTuple):
    """A cell that should hold a number: what it holds, and where it is."""

    text: str
    span: Span
    where: str


class Found(NamedTuple):
    """A number with its signs, and its cell. Its signs are those that are typed, or those that a workbook shows."""

    read: Read
    cell: WrittenCell

    @property
    def sign(self) -> str:
        """A percent sign, a currency or a unit; empty for none."""
        return "%" if self.read.is_percent else (self.read.before or self.read.behind).strip()

    @property
    def kind(self) -> tuple[bool, str]:
        """What it is a number of: whether it is a percent, and its sign."""
        return self.read.is_percent, self.sign

    @property
    def text(self) -> str:
        """The number as it is written, with its sign; a workbook may hold many more decimals than it shows."""
        text, decimals = self.cell.text.strip(), self.most_decimals
        if decimals is not None and _PLAIN.fullmatch(text):
            text = f"{Decimal(text):.{decimals}f}"
        text = _cut(text)
        if self.sign in text:
            return text
        return f"{self.read.before}{text}" if self.read.before else f"{text} {self.sign}"

    @property
    def most_decimals(self) -> int | None:
        """How many decimals a workbook shows of it, None where nothing says that."""
        return self.cell.shown.decimals if self.cell.shown else None


class Cells:
    """Reads the numbers of one chart, and keeps what is said of them until all are read."""

    def __init__(
        self,
        written: Written,
        picking: RowPicking,
        usual: str,
        diagnostics: Diagnostics,
        units: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """Begin with the `units` that the cells of some columns had."""
        self._units = units
        self._written, self._picking, self._usual, self._diagnostics = written, picking, usual, diagnostics
        self._flaws: list[Flaw] = []
        self._others: set[str] = set()
        self._other = ""
        self._open: set[int] = set()
        self._has_rounded = False
        self.found: dict[Axis, list[Found]] = defaultdict(list)

    def number(self, cell: WrittenCell, place: int, where: str, axis: Axis = Axis.VALUES) -> float | None:
        """Return the number of a cell of a column, None for a gap and for what is none.

        `found` has it with its signs, by its axis.
        """
        text = cell.text.strip()
        if is_gap(text):
            return None
        decimal = self._picking.sign_of(cell, place)
        if decimal is None and place not in self._open and evidence([text]).is_open:
            self._open.add(place)
            message = f"`{text}` is one number or a thousandth of it"
            sign = "comma" if "," in text else "point"
            help = f"say what its {sign} is: `decimal: comma` in the chart, or `decimal: point`"
            self._diagnostics.report("ambiguous-number", message, self._written.span(cell.at), help)
        read = number_in(text, decimal or self._usual)
        value = float(read.value) if read else None
        if read is None or value is None or not isfinite(value):
            self._flaws.append(Flaw(text, self._written.span(cell.at), where))
            other = "comma" if (decimal or self._usual) == "point" else "point"
            if number_in(text, other):
                self._others.add(text)
                self._other = other
            return None
        if value >= _ROUNDED or value <= -_ROUNDED:
            self._tell_rounded(read.value, cell)
        if (unit := self._units.get(place)) and value:
            read = read._replace(behind=unit)
        elif (shown := cell.shown) and not (read.before or read.behind or read.is_percent):
            read = read._replace(before=shown.before, behind=shown.behind)
        self.found[axis].append(Found(read, cell))
        return value

    def _tell_rounded(self, value: Decimal, cell: WrittenCell) -> None:
        """Report the first number that charts cannot show to its last digit; decimals are rounded in any case."""
        if self._has_rounded or len(without_zeros(value).as_tuple().digits) <= DIGITS:
            return
        self._has_rounded = True
        message = (
            f"`{_cut(cell.text.strip())}` has more than the {DIGITS} digits that a chart shows: the others become 0"
        )
        help = (
            "if it is a name, such as that of an account, use it as a category; else write it in thousands or millions"
        )
        self._diagnostics.report("rounded-number", message, self._written.span(cell.at), help)

    def has_flaws(self) -> bool:
        """Tell whether there are cells that are no numbers, and report them."""
        for number, flaw in enumerate(self._flaws[:MOST_TOLD], start=1):
            message = f"{flaw.where} is `{flaw.text}`, which is no number"
            help = "write a number, or leave it empty for a gap"
            if measured := MEASURED.fullmatch(flaw.text):
                help = f"write the number alone, and `unit: {measured['unit']}` in the chart"
            if "±" in flaw.text:
                help = NO_ERROR_BARS
            if self._are_of_another_sign():
                help = f"write `decimal: {self._other}` in the chart, if that is its decimal sign"
            self._diagnostics.report("undrawable-value", message, flaw.span, help, further(number, len(self._flaws)))
        return bool(self._flaws)

    def _are_of_another_sign(self) -> bool:
        """Tell whether all that is none is a number under the other sign, while no number has decimals under ours."""
        has_decimals = any(one.read.decimal_suffix for found in self.found.values() for one in found)
        return not has_decimals and self._others == {one.text for one in self._flaws}

    def report_mixed(self) -> None:
        """Report the first number of each axis that is a percent, or money, or has a unit, where others are not."""
        for found in self.found.values():
            self._report_mixed([one for one in found if one.read.value])

    def _report_mixed(self, found: list[Found]) -> None:
        signs = Counter(one.kind for one in found)
        if all(one.cell.shown and one.cell.shown.is_plain and not one.read.is_percent for one in found):
            signs.pop((False, ""), None)  # in a sheet of money, some cells go without its sign
        if len(signs) < 2:
            return
        usual = max(signs, key=lambda one: signs[one])
        odd = next(one for one in found if one.kind != usual)
        message, help = _mixed(odd, usual[1])
        self._diagnostics.report("mixed-numbers", message, self._written.span(odd.cell.at), help)


def _cut(number: str) -> str:
    """Return a number as a message quotes it."""
    return _LONG.sub(r"\1…", number)


def _mixed(odd: Found, usual: str) -> tuple[str, str]:
    """Return what is said of a number that has another sign than the usual one, or none where others have one."""
    shown = odd.text
    has = f"is in `{odd.sign}`" if odd.sign else "stands without a sign"
    message = f"`{shown}` {has}, on one axis with numbers " + (f"in `{usual}`" if usual else "without a sign")
    help = "give one series `axis: second`, or pick some with `y:`"
    if odd.read.is_percent and not usual:
        help = f"`{shown}` is {_cut(f'{without_zeros(odd.read.value):f}')}: write all with `%`, or {help}"
    elif usual and not odd.sign:
        help = f"write `{shown} {usual}` if that is meant, else {help}"
    return message, help
