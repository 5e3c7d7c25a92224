"""Tables of PowerPoint to tables of a deck (ECMA-376 part 1, 21.1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.texts import TextReader
from deckmaker.patterns import pattern
from deckmaker.template.names import A
from deckmaker.template.numbers import attribute, flag

_ENDS = ".,;:!?…–—-/&("
"""Signs at the end of a paragraph behind which another follows without one."""

_BOLD = pattern(r"\*\*([^*]*)\*\*")


def table_of(element: Element, texts: TextReader, turned: bool = False) -> dict[str, Any] | None:
    """Return a table as a block's value; None where it has no words.

    On a slide that is `turned` its first column is the last one, unless it says itself that it runs from right to left
    (21.1.3.15, `rtl`): then its first one is on the right already.
    """
    look = element.find(f"{A}tblPr")
    rows = [list(row.iterfind(f"{A}tc")) for row in element.iterfind(f"{A}tr")]
    has_header, has_footer = flag(look, "firstRow") or _is_alone_bold(look, rows, texts), flag(look, "lastRow")
    tallest = max((_reach(rows, 0, column)[1] for column in range(len(rows[0]) if rows else 0)), default=1)
    has_header = has_header and tallest < len(rows)  # else no row is left below it
    header = tallest if has_header else 0
    value: dict[str, Any] = {}
    if not has_header:
        value["header"] = "0"
    if has_footer and not texts.plain and len(rows) > 1 + header:
        value["footer"] = "1"
    if flag(look, "lastCol" if turned and not flag(look, "rtl") else "firstCol") and not texts.plain:
        value["stub"] = "1"
    if header > 1:
        value["header"] = str(header)
    ends = {header, len(rows) - 1 if "footer" in value else len(rows)}
    read = _cells(rows, texts, ends)
    if turned and not flag(look, "rtl"):
        read = [row[::-1] for row in read]
    is_regular = len({sum(_span(cell) for cell in row) for row in read}) == 1 if read else True
    if not is_regular and not any(isinstance(cell, dict) for row in read for cell in row):
        width = max(len(row) for row in read)
        read = [[*row, *[""] * (width - len(row))] for row in read]
    value["rows"] = read
    return value if any(_text(cell) for row in read for cell in row) else None


def places_of(element: Element) -> int:
    """Return how many places a table takes: its rows times the most cells of one of them."""
    widths = [sum(1 for _ in row.iterfind(f"{A}tc")) for row in element.iterfind(f"{A}tr")]
    return len(widths) * max(widths, default=0)


def _cells(rows: Sequence[Sequence[Element]], texts: TextReader, ends: set[int]) -> list[list[Any]]:
    """Return the cells of each row. What was covered by one that no longer reaches there is empty: else the cells at
    its right would stand below the wrong heads."""
    found: list[list[Any]] = []
    cut: dict[int, set[int]] = {}
    for index, row in enumerate(rows):
        read = []
        for column, cell in enumerate(row):
            if not flag(cell, "hMerge") and not flag(cell, "vMerge"):
                reach = _reach(rows, index, column)
                one = _cell(cell, texts, index, ends, reach)
                columns, reached = range(column, column + _span(one)), index + _span(one, "rows")
                for below in range(reached, index + reach[1]):
                    cut.setdefault(below, set()).update(columns)
                read.append(one)
            elif column in cut.get(index, ()):
                read.append("")
        found.append(read)
    return found


def _reach(rows: Sequence[Sequence[Element]], row: int, column: int) -> tuple[int, int]:
    """Return how many columns and rows a cell takes: as many as it says, but no cell that is not marked as covered."""
    cell, across, down = rows[row][column], 1, 1
    while column + across < len(rows[row]) and flag(rows[row][column + across], "hMerge"):
        across += 1
    while row + down < len(rows) and column < len(rows[row + down]) and flag(rows[row + down][column], "vMerge"):
        down += 1
    says = [max(attribute(cell, name, 1), 1) for name in ("gridSpan", "rowSpan")]
    return min(says[0], across), min(says[1], down)


def _cell(cell: Element, texts: TextReader, row: int, ends: set[int], reach: tuple[int, int]) -> Any:
    """Return a cell's words; a mapping where it has a `reach` over others: columns and rows.

    One that would reach from the header into the body, or from there into the footer, does not.
    """
    words = _joined([one.words.replace("\\\n", " ") for one in texts.of_cell(cell)], is_header=row < min(ends))
    if row < min(ends) and (bold := _BOLD.fullmatch(words)):  # which headers are without a mark
        words = bold[1]
    columns, rows = reach
    rows = min([rows, *(end - row for end in ends if end > row)])
    if columns == rows == 1:
        return words
    found: dict[str, Any] = {"text": words}
    if columns > 1:
        found["columns"] = str(columns)
    if rows > 1:
        found["rows"] = str(rows)
    return found


def _is_alone_bold(look: Element | None, rows: Sequence[Sequence[Element]], texts: TextReader) -> bool:
    """Tell whether the first row is bold, and most below it are less so: programs other than PowerPoint mark no header.

    Half of its cells are enough: what somebody types into a new column is not bold.
    """
    if len(rows) < 2 or (look is not None and "firstRow" in look.attrib):
        return False
    first, *others = (_share_of_bold(row, texts) for row in rows)
    return first >= 0.5 and 2 * sum(one < first for one in others) >= len(others)


def _share_of_bold(row: Sequence[Element], texts: TextReader) -> float:
    """Return which part of the cells that have words are bold."""
    cells = [found for cell in row if (found := texts.of_cell(cell))]
    return sum(all(one.is_bold for one in found) for found in cells) / len(cells) if cells else 0.0


def _joined(paragraphs: Sequence[str], is_header: bool) -> str:
    """Return paragraphs on the one line that a cell has, parted by signs where none ends them; those of a header are
    words that were broken into lines."""
    ends = [" " if is_header or one[-1:] in _ENDS else "; " for one in paragraphs[:-1]]
    return "".join(one + end for one, end in zip(paragraphs, [*ends, ""], strict=False))


def _span(cell: Any, key: str = "columns") -> int:
    return int(cell.get(key, 1)) if isinstance(cell, dict) else 1


def _text(cell: Any) -> str:
    return str(cell["text"] if isinstance(cell, dict) else cell)
