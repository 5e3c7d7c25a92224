"""What the charts of a slide say of each category or point: lines about them in notes that say it are theirs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from deckmaker.importing.marks import unmarked
from deckmaker.importing.powerpoint.chart_series import is_number
from deckmaker.localization.numerals import numerals_for
from deckmaker.patterns import pattern


class ChartRows:
    """The names and numbers of imported `charts`, the values of their blocks, by the indexes of what they are of;
    `count` is how many charts these are.

    Numbers of lines about them are written in a `language`, a BCP 47 tag; where it is "", under either decimal sign.
    """

    def __init__(self, charts: Sequence[Any], language: str) -> None:
        self.count = len(charts)
        self._decimals = (numerals_for(language).decimal,) if language else (".", ",")
        self._places: dict[str, set[int]] = {}
        self._names: set[str] = set()
        numbers: list[tuple[Decimal, int]] = []
        for chart in charts:
            series, categories = chart.get("series", ()), chart.get("categories", ())
            self._names |= {_words(one.get("name", "")) for one in series}
            for texts in (categories, chart.get("values", ()), *_lists(series)):
                for index, value in enumerate(texts):
                    for one in map(str, value if isinstance(value, list) else [value]):
                        if is_number(one):
                            numbers.append((Decimal(one), index))
                        if texts is categories or not is_number(one):
                            self._places.setdefault(_words(one), set()).add(index)
        numbers.sort()
        self._numbers, self._indexes = [one for one, _ in numbers], [index for _, index in numbers]

    def say(self, line: str, known: Known) -> bool:
        """Tell whether charts say what a line of a table does, of one category or point.

        What they have no name for, as for one that stands beside its axis as a text, may be a known name. Numbers have
        known units.
        """
        there: set[int] | None = None
        for cell in filter(None, map(spaced, line.split("\t"))):
            places = self._places.get(cell)
            if places is None and unit_of(cell) in known.units:
                places = self._shown_by(cell)
            if places is not None:
                there = places if there is None else there & places
            elif cell not in known.names and cell not in self._names:
                return False
        return there is None or bool(there)

    def _shown_by(self, cell: str) -> set[int] | None:
        """Return of what the numbers are that a cell shows, with as many decimals as it has, in any power of ten that
        its unit may stand for; None for none."""
        unit, found = unit_of(cell), set[int]()
        for number in self._read(cell):
            if number is None:
                continue
            half = Decimal(5).scaleb(int(number.as_tuple().exponent) - 1)
            for power in (0, -2) if "%" in unit else _POWERS if unit else (0,):
                least, most = ((number + by).scaleb(power) for by in (-half, half))
                found.update(self._indexes[bisect_left(self._numbers, least) : bisect_right(self._numbers, most)])
        return found or None

    def numbers_in(self, line: str) -> list[tuple[str, list[Decimal | None]]]:
        """Return the unit and the number of each cell of a line behind its first one, however they are written: under
        each decimal sign that may be the language's."""
        return [(unit_of(cell), self._read(cell)) for cell in map(spaced, line.split("\t")[1:])]

    def _read(self, cell: str) -> list[Decimal | None]:
        return [_number(cell, decimal) for decimal in self._decimals]


class Known:
    """What `lines` of tables about charts say beside numbers: names in their first cells and in their headers, which
    have no other, and units of numbers."""

    def __init__(self, lines: Iterable[str]) -> None:
        rows = [[spaced(cell) for cell in line.split("\t")] for line in lines]
        self.names = frozenset(cell for row in rows for cell in (row if not row[0] else row[:1]))
        self.units = frozenset(unit_of(cell) for row in rows if row[0] for cell in row[1:])


_DIGITS = pattern(r"\d(?:[.,'’٫٬ ]?\d)*+")
"""A number, with its decimal sign and marks of thousands."""

_MARKS = "+-−.,'’٫٬"
"""Signs before numbers, at abbreviated units, and between digits."""

_POWERS = (0, 3, 6, 9, 12)
"""Powers of ten that units such as `million` stand for."""


def unit_of(text: str) -> str:
    """Return what stands beside a number and is none of its marks."""
    return "".join(one for one in _DIGITS.sub("", text, count=1) if not (one.isspace() or one in _MARKS))


def _lists(series: Iterable[Any]) -> Iterator[Any]:
    return (one.get(key, ()) for one in series for key in ("values", "x", "y", "size"))


def _number(cell: str, decimal: str) -> Decimal | None:
    """Return the number that a cell shows under a decimal sign; None for none."""
    found = _DIGITS.search(cell)
    parts = found[0].replace("٫", decimal).split(decimal) if found else []
    if not 0 < len(parts) < 3:
        return None
    digits = ".".join("".join(str(int(one)) for one in part if one.isdecimal()) for part in parts)
    return Decimal(f"{'-' * cell.startswith(('-', '−'))}{digits}")


def _words(text: str) -> str:
    """Return a deck's text as a presentation shows it."""
    return text if is_number(text) else spaced(unmarked(text))


def spaced(text: str) -> str:
    """Return a text with one space in place of all that are there: programs write tabs in their own way."""
    return " ".join(text.split())
