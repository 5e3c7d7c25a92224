"""Cells of a chart's data as numbers; what is none is told with its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from enum import Enum
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.charts.units import MEASURED
from deckmaker.resolve.tables.grid import MOST_TOLD, further
from deckmaker.resolve.tables.numbers import Read, evidence, number_in
from deckmaker.resolve.tables.row_picking import RowPicking
from deckmaker.resolve.tables.written import Written, WrittenCell


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
        self.reads: dict[Axis, list[Read]] = defaultdict(list)

    def number(self, cell: WrittenCell, place: int, where: str, axis: Axis = Axis.VALUES) -> float | None:
        """Return the number of a cell of a column, None for a gap and for what is none.

        `reads` has it with its signs, by its axis.
        """
        text = cell.text.strip()
        if is_gap(text):
            return None
        decimal = self._picking.decimal(place)
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
        if (unit := self._units.get(place)) and value:
            read = read._replace(behind=unit)
        self.reads[axis].append(read)
        return value

    def has_flaws(self) -> bool:
        """Tell whether there are cells that are no numbers, and report them."""
        for number, flaw in enumerate(self._flaws[:MOST_TOLD], start=1):
            message = f"{flaw.where} is `{flaw.text}`, which is no number"
            help = "write a number, or leave it empty for a gap"
            if measured := MEASURED.fullmatch(flaw.text):
                help = f"write the number alone, and `unit: {measured['unit']}` in the chart"
            if self._are_of_another_sign():
                help = f"write `decimal: {self._other}` in the chart, if that is its decimal sign"
            self._diagnostics.report("undrawable-value", message, flaw.span, help, further(number, len(self._flaws)))
        return bool(self._flaws)

    def _are_of_another_sign(self) -> bool:
        """Tell whether all that is none is a number under the other sign, while no number has decimals under ours."""
        has_decimals = any(one.decimal_suffix for reads in self.reads.values() for one in reads)
        return not has_decimals and self._others == {one.text for one in self._flaws}

    def report_mixed(self, span: Span) -> None:
        """Report numbers of one axis of which some are percents, or money, and others are not."""
        for reads in self.reads.values():
            self._report_mixed(reads, span)

    def _report_mixed(self, reads: list[Read], span: Span) -> None:
        kinds = {("%" if one.is_percent else (one.before or one.behind).strip()) for one in reads if one.value}
        if len(kinds) > 1:
            named = " and ".join(sorted(f"with `{one}`" if one else "without a sign" for one in kinds))
            message = f"the chart has numbers {named}, on one axis"
            self._diagnostics.report("mixed-numbers", message, span, "write all of them alike, or pick some with `y:`")
