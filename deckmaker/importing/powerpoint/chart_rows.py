"""What the charts of a slide say of each category or point: lines about them in notes that say it are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from deckmaker.importing.marks import unmarked
from deckmaker.importing.powerpoint.chart_series import is_number


class ChartRows:
    """The names and numbers of imported `charts`, the values of their blocks, by the indexes of what they are of."""

    def __init__(self, charts: Iterable[Any]) -> None:
        self._places: dict[str, set[int]] = {}
        self._names: set[str] = set()
        for chart in charts:
            series = chart.get("series", ())
            self._names |= {_words(one.get("name", "")) for one in series}
            for texts in (chart.get("categories", ()), chart.get("values", ()), *_lists(series)):
                for index, value in enumerate(texts):
                    for key in {key for one in (value if isinstance(value, list) else [value]) for key in _keys(one)}:
                        self._places.setdefault(key, set()).add(index)

    def say(self, line: str, known: Known) -> bool:
        """Tell whether charts say what a line of a table does, of one category or point.

        What they have no name for, as for one that stands beside its axis as a text, may be a known name. Numbers have
        known units.
        """
        there: set[int] | None = None
        for cell in filter(None, map(spaced, line.split("\t"))):
            places = self._places.get(cell)
            if places is None and unit_of(cell) in known.units:
                places = self._places.get(_digits(cell))
            if places is not None:
                there = places if there is None else there & places
            elif cell not in known.names and cell not in self._names:
                return False
        return there is None or bool(there)


class Known:
    """What `lines` of tables about charts say beside numbers: names in their first cells and in their headers, which
    have no other, and units of numbers."""

    def __init__(self, lines: Iterable[str]) -> None:
        rows = [[spaced(cell) for cell in line.split("\t")] for line in lines]
        self.names = frozenset(cell for row in rows for cell in (row if not row[0] else row[:1]))
        self.units = frozenset(unit_of(cell) for row in rows if row[0] for cell in row[1:])


def numbers_in(line: str) -> list[tuple[str, str]]:
    """Return the numbers in a line, however they are written: the digits and the unit of each."""
    return [(_digits(cell), unit_of(cell)) for cell in line.split("\t")[1:]]


def unit_of(text: str) -> str:
    """Return what stands beside a number and is none of its marks."""
    return "".join(one for one in text if not (one.isdecimal() or one.isspace() or one in _MARKS))


_MARKS = "+-−.,'’٫٬"
"""Signs before numbers and between their digits."""


def _lists(series: Iterable[Any]) -> Iterator[Any]:
    return (one.get(key, ()) for one in series for key in ("values", "x", "y", "size"))


def _keys(value: Any) -> Iterator[str]:
    """Yield by what a name or a number is found: a number in any form that shows it, with fewer decimals, too."""
    text = str(value)
    yield _words(text)
    if is_number(text):
        number = Decimal(text)
        whole = max(number.adjusted() + 1, 1)
        for count in range(min(whole, 2), len(number.as_tuple().digits) + 1):
            least = Decimal(1).scaleb(number.adjusted() + 1 - count)
            yield _digits(f"{number.quantize(least, ROUND_HALF_UP):f}")


def _digits(text: str) -> str:
    """Return the digits of a number in any form: without marks between them, units, and zeros at its ends."""
    found = "".join(str(int(one)) for one in text if one.isdecimal())
    return f"#{'-' * text.startswith(('-', '−'))}{found.strip('0')}" if found else ""


def _words(text: str) -> str:
    """Return a deck's text as a presentation shows it."""
    return text if is_number(text) else spaced(unmarked(text))


def spaced(text: str) -> str:
    """Return a text with one space in place of all that are there: programs write tabs in their own way."""
    return " ".join(text.split())
