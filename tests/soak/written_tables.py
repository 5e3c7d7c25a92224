"""Tables of every shape that the language allows, as data that YAML can say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

NUMBERS = st.one_of(
    st.integers(-(10**7), 10**7).map(str), st.decimals(-(10**6), 10**6, allow_nan=False, places=2).map(str)
)


def table(draw: st.DrawFn, text: Callable[[], str], most_rows: int = 14) -> dict[str, Any]:
    """Draw a table, as data that YAML can say, whose texts `text` draws and keeps; all of them are shown."""
    width, rows = draw(st.integers(1, 6)), draw(st.integers(1, most_rows))
    header, footer = draw(st.integers(0, 2)), draw(st.integers(0, 1))
    named: dict[str, Any] = {
        "rows": _block(draw, text, width, header) + _block(draw, text, width, rows) + _block(draw, text, width, footer)
    }
    named |= {"header": header, "footer": footer, "stub": draw(st.integers(0, 1))}
    named["lines"] = draw(st.sampled_from(["rules", "zebra"]))
    if draw(st.booleans()):
        named["caption"] = text()
    if draw(st.booleans()):
        named["strong"] = {"rows": [draw(st.integers(1, rows))], "columns": [draw(st.integers(1, width))]}
        if header:  # a number may be some column's name
            del named["strong"]["columns"]
    return named


def _block(draw: st.DrawFn, text: Callable[[], str], width: int, height: int) -> list[list[Any]]:
    """Draw the rows of a header, a body or a footer, which no cell leaves."""
    taken: set[tuple[int, int]] = set()
    rows: list[list[Any]] = []
    for row in range(height):
        cells: list[Any] = []
        for column in range(width):
            if (row, column) in taken:
                continue
            right, down = 1, 1
            if draw(st.integers(0, 7)) == 0:
                right, down = draw(st.integers(1, width - column)), draw(st.integers(1, height - row))
                while any((row, column + step) in taken for step in range(right)):
                    right -= 1
            taken |= {(row + i, column + j) for i in range(down) for j in range(right)}
            kind = draw(st.integers(0, 4))
            words = None if kind == 0 else draw(NUMBERS) if kind == 1 else text()
            cells.append(words if right == down == 1 else {"text": words, "columns": right, "rows": down})
        rows.append(cells)
    return rows
