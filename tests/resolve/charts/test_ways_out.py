"""Helps of messages about data: the next step of somebody who has just exported them."""

from __future__ import annotations

import pytest

from tests.resolve.charts.reading import read, workbook

TEXTS = workbook(("Data", [["Land", "Wert"], ["A", "1.234,5"], ["B", "2.234,5"]]))
SHEETS = workbook(("Cover", [["Budget 2024"]]), ("Data", [["Post", "Sum"], ["A", 1]]), ("Notes", [["a"]]))
EMPTY = workbook(("Cover", []), ("Data", [["Post", "Sum"], ["A", 1]]))
JOINED = "Land;2023;2023\nX;Men;Women;Men;Women\nA;1;2;3;4\nB;2;3;4;5\n"
FILES: dict[str, str | bytes] = {
    "texts.xlsx": TEXTS,
    "sheets.xlsx": SHEETS,
    "empty.xlsx": EMPTY,
    "joined.csv": JOINED,
    "two.csv": "Year,Sold,Share\n2023,12,0.5\n",
    "towns.csv": "Town,Rain\nUlm,7\nKiel,9\nHof,2\n",
}
OTHERS = "this is its first sheet, `Cover`: name another with `sheet:`, one of `Data`"

HELPS = {
    "{file: sheets.xlsx}": ("empty-chart", OTHERS + ", `Notes`"),
    "{file: empty.xlsx}": ("unusable-table", OTHERS),
    "{type: waterfall, values: {Budget: 36, Crews: 2, Actual: 38}, totals: [Budget, Actual], zero: false}": (
        "cut-bars",
        "remove `zero:`, or say with `min:` where its axis begins",
    ),
    "{file: towns.csv, highlight: Hof, most: 2}": (
        "unknown-point",
        "there are: Rain, Ulm, Kiel; rows that `most:` left out are not among them",
    ),
    '{file: towns.csv, highlight: Hof, where: {Rain: "> 5"}, sort: rising, most: 2}': (
        "unknown-point",
        "there are: Rain, Ulm, Kiel; rows that `where:` and `most:` left out are not among them",
    ),
    "{file: texts.xlsx, decimal: point}": (
        "empty-chart",
        "write `decimal: comma`, which is the sign of numbers that stand there as texts",
    ),
    "{file: texts.xlsx, y: Wert, decimal: point}": (
        "undrawable-value",
        "write `decimal: comma` in the chart, if that is its decimal sign",
    ),
    "{file: joined.csv}": (
        "long-row",
        "if its first line joins cells above the names of columns, leave it out with `skip: 1`",
    ),
    "{file: two.csv, y: [Sold, {name: Share, axis: second}]}": (
        "wrong-type",
        "say more of a column under `series:`, as in `series: [{name: Share, as: line, axis: second}]`",
    ),
}


@pytest.mark.parametrize(("entry", "told"), HELPS.items(), ids=HELPS)
def test_a_message_says_what_to_write(entry, told):
    """In place of what cannot be read."""
    first = read(entry, FILES).said[0]
    assert (first.code, first.help) == told


def test_numbers_that_are_texts_are_read_with_their_sign():
    """Which the deck says, or they themselves."""
    for entry in ("{file: texts.xlsx, decimal: comma}", "{file: texts.xlsx}"):
        found = read(entry, FILES)
        assert found.chart and found.chart.series[0].values == (1234.5, 2234.5)
