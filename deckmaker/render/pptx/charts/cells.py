"""The cells of a sheet as workbooks have them: numbers in place, words in a table (ECMA-376 Part 1, 18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from deckmaker.patterns import pattern
from deckmaker.render.pptx.charts.sheet import DATE, GENERAL, Column, column_letters
from deckmaker.render.pptx.xml import Xml, joined, words

_LEAST, _MOST, _SPARE = 8, 60, 2
"""Characters that a column has room for at least and at most, and more than its longest cell has: in narrower columns
spreadsheets show signs in a number's stead."""

_GAP = 10
"""Characters that a column with gaps has room for: what is written there later may be a date."""

_DIGIT, _PADDING = 7, 5
"""Pixels: how wide a digit is in the workbook's font, and what a column has beside its text (18.3.1.13)."""

_MOST_CHARACTERS = 32_767
"""Of a cell."""

_ESCAPED = pattern("_x[0-9A-Fa-f]{4}_")
"""What spreadsheets read as the character of that code (ST_Xstring, 22.9.2.19)."""


def columns_xml(columns: Sequence[Column]) -> Xml:
    """Return how wide columns are."""
    widths = ((column.number + 1, int((_width(column) * _DIGIT + _PADDING) * 256 / _DIGIT) / 256) for column in columns)
    shown = joined(Xml(f'<col min="{n}" max="{n}" width="{width:.16g}" customWidth="1"/>') for n, width in widths)
    return Xml(f"<cols>{shown}</cols>" if shown else "")


def cells_xml(columns: Sequence[Column], styles: Mapping[str, str], strings: dict[str, int]) -> Xml:
    """Return the rows of columns below their headers. Words are looked up in `strings`, where new ones get a place."""
    letters = [column_letters(column.number) for column in columns]
    numbers = [f' s="{style}"' if (style := styles[column.code]) else "" for column in columns]

    def row(number: int, cells: Sequence[str | float | None]) -> Iterator[Xml]:
        for letter, style, cell in zip(letters, numbers, cells, strict=True):
            if isinstance(cell, str):
                place = strings.setdefault(cell[:_MOST_CHARACTERS], len(strings))
                yield Xml(f'<c r="{letter}{number}" t="s"><v>{place}</v></c>')
            elif cell is not None:
                yield Xml(f'<c r="{letter}{number}"{style}><v>{cell:.16G}</v></c>')

    rows = (tuple(column.header for column in columns), *zip_longest(*(column.cells for column in columns)))
    shown = ((number, joined(row(number, cells))) for number, cells in enumerate(rows, start=1))
    return joined(Xml(f'<row r="{number}">{cells}</row>') for number, cells in shown if cells)


def strings_xml(strings: Mapping[str, int]) -> Xml:
    """Return the table of words, in the order of their places."""
    shown = joined(Xml(f"<si><t{_kept(text)}>{words(_plain(text))}</t></si>") for text in strings)
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return Xml(f'<sst xmlns="{namespace}" uniqueCount="{len(strings)}">{shown}</sst>')


def _plain(text: str) -> str:
    """Return words that spreadsheets read as they stand there."""
    return _ESCAPED.sub(lambda found: f"_x005F{found[0]}", text)


def _kept(text: str) -> Xml:
    """Return what keeps spaces at the ends of words."""
    return Xml(' xml:space="preserve"' if text != text.strip() else "")


def _width(column: Column) -> int:
    """Return how many characters a column has room for."""
    around = len(column.code.partition(";")[0]) if column.code not in (GENERAL, DATE) else 0
    known = [cell for cell in column.cells if cell is not None]
    gap = _GAP if len(known) < len(column.cells) else 0
    longest = max((_length(cell, column.code, around) for cell in known), default=0)
    return max(_LEAST, min(_MOST, max(longest, gap, len(column.header)) + _SPARE))


def _length(cell: str | float, code: str, around: int) -> int:
    """Return how many characters a cell has at most as its format writes it; `around` are those of that format."""
    if code == DATE:
        return len("2026-11-30")
    return len(cell) if isinstance(cell, str) else len(f"{cell:,.0f}") + around
