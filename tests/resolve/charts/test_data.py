"""Data of charts: in the deck, in CSV and XLSX files, wide and long; which columns are what."""

from __future__ import annotations

from datetime import date

import pytest

from deckmaker.model.chart import ChartType, DateUnit
from tests.resolve.charts.reading import chart, read, values, workbook

TREND = "Year,Heat pumps,Gas boilers\n2019,20,90\n2021,40,70\n2024,75,n/a\n"
LONG = "Country,Year,Deaths\nNorth,2020,1\nNorth,2021,2\nNorth,2023,4\nSouth,2020,3\nSouth,2023,5\n"


@pytest.mark.parametrize(
    "entry",
    [
        "trend.csv",
        "{file: trend.csv}",
        "{type: line, file: trend.csv, x: Year, y: [Heat pumps, Gas boilers]}",
        "{file: trend.csv, series: [Heat pumps, {from: Gas boilers}]}",
        "{file: trend.csv, x: 1, y: [2, 3]}",
    ],
)
def test_wide_data_of_a_file(entry):
    """A column a series, the first of dates along the x axis, to scale."""
    found = chart(entry, {"trend.csv": TREND})
    assert found.type is ChartType.LINE
    assert values(found) == {"Heat pumps": (20, 40, 75), "Gas boilers": (90, 70, None)}
    assert found.categories.names == ("2019", "2021", "2024")
    assert found.categories.dates == (date(2019, 1, 1), date(2021, 1, 1), date(2024, 1, 1))
    assert found.categories.unit is DateUnit.YEAR


@pytest.mark.parametrize(
    "entry", ["{file: l.csv, series: Country}", "l.csv", "{file: l.csv, x: Year, y: Deaths, series: Country}"]
)
def test_long_data_of_a_file(entry):
    """A row a value; what is not there is a gap."""
    found = chart(entry, {"l.csv": LONG})
    assert values(found) == {"North": (1, 2, 4), "South": (3, None, 5)}
    assert found.categories.names == ("2020", "2021", "2023")


SERIES = {"2023": (98, 120), "2024": (110, 130)}


@pytest.mark.parametrize(
    "entry",
    [
        "{categories: [Q1, Q2], series: [{name: '2023', values: [98, 120]}, {name: '2024', values: [110, 130]}]}",
        "{categories: [Q1, Q2], series: {2023: [98, 120], 2024: [110, 130]}}",
        "{series: {2023: {Q1: 98, Q2: 120}, 2024: {Q2: 130, Q1: 110}}}",
        "{categories: [Q1, Q2], series: [2023: [98, 120], {name: 2024, values: [110, 130]}]}",
        "{series: [2023: {Q1: 98, Q2: 120}, 2024: {Q2: 130, Q1: 110}]}",
        "{rows: [[Quarter, 2023, 2024], [Q1, 98, 110], [Q2, 120, 130]]}",
        "{rows: [{Quarter: Q1, 2023: 98, 2024: 110}, {Quarter: Q2, 2023: 120, 2024: 130}]}",
    ],
)
def test_data_of_the_deck(entry):
    """However it is written."""
    found = chart(entry)
    assert (found.type, values(found), found.categories.names) == (ChartType.COLUMN, SERIES, ("Q1", "Q2"))


@pytest.mark.parametrize(
    "entry",
    ["{values: {North: 1.4, South: 0.9}}", "{categories: [North, South], values: [1.4, 0.9]}"],
)
def test_one_series_needs_no_name(entry):
    """Nobody would read it."""
    assert values(chart(entry)) == {"": (1.4, 0.9)}


def test_points_stand_in_pairs_lists_and_columns():
    """Numbers over numbers."""
    pairs = chart("{type: scatter, series: [{name: a, values: [[1, 2], [3, 4]]}, {name: b, values: [[5, 6]]}]}")
    assert [(one.name, one.xs, one.values) for one in pairs.series] == [("a", (1, 3), (2, 4)), ("b", (5,), (6,))]
    lists = chart("{x: [1, 2], y: [2.5, 4]}")
    assert (lists.type, lists.series[0].xs, lists.series[0].values) == (ChartType.SCATTER, (1, 2), (2.5, 4))
    towns = {"t.csv": "Town,Income,Rent,People\nBonn,3,9,300\nUlm,2,8,120\n"}
    found = chart("{type: bubble, file: t.csv}", towns).series[0]
    assert (found.xs, found.values, found.sizes, found.names) == ((3, 2), (9, 8), (300, 120), ("Bonn", "Ulm"))
    assert chart("{file: t.csv, x: Income, y: Rent, size: People}", towns).type is ChartType.BUBBLE


TOWNS: dict[str, str | bytes] = {"t.csv": "Town,Length_m,*Level*,Ferries\nBonn,3,62,9\nUlm,5,58,12\n"}


@pytest.mark.parametrize(
    ("more", "titles"),
    [
        ("", ("Length_m", "*Level*")),
        (", y: [Ferries, 3]", ("Length_m", None)),
        (", x: Ferries, y: Length_m, x_title: Calls", ("Calls", "Length_m")),
        (", x_title: false, y_title: ''", (None, None)),
    ],
)
def test_axes_of_points_have_the_names_of_their_columns(more, titles):
    """As they stand there; a title of its own comes first, and an empty one is none."""
    found = chart(f"{{type: scatter, file: t.csv{more}}}", TOWNS)
    assert tuple(one.title and one.title.text for one in (found.x_axis, found.y_axis)) == titles


def test_values_in_the_deck_name_no_axes():
    """Nobody called them anything."""
    for data in ("x: [1, 2], y: [3, 4]", "series: [{name: A, values: [[1, 2]]}]"):
        found = chart(f"{{type: scatter, {data}}}")
        assert found.x_axis.title is None and found.y_axis.title is None


def test_a_slope_has_its_moments_in_columns_or_in_rows():
    """A row a line is how people have it in files."""
    rows = chart("{type: slope, file: s.csv}", {"s.csv": "Region,2014,2024\nNorth,5,9\nSouth,7,3\nEast,1,2\n"})
    assert (rows.categories.names, values(rows)["South"]) == (("2014", "2024"), (7, 3))
    columns = chart("{type: slope, categories: [2014, 2024], series: {North: [5, 9], South: [7, 3]}}")
    assert (columns.categories.names, values(columns)["South"]) == (("2014", "2024"), (7, 3))


LINES = "rows: [[Town, Before, After], [Lazio, 1, 2], [Molise, 4, 3]]"
SLOPES = {
    "two rows": (f"{LINES}", ("Before", "After"), {"Lazio": (1, 2), "Molise": (4, 3)}),
    "two rows whose columns are named": (
        f"{LINES}, x: Town, y: [After, Before]",
        ("After", "Before"),
        {"Lazio": (2, 1), "Molise": (3, 4)},
    ),
    "columns that are named as series": (
        f"{LINES}, x: Town, series: [Before, After]",
        ("Lazio", "Molise"),
        {"Before": (1, 4), "After": (2, 3)},
    ),
    "series of the deck": (
        "categories: [Before, After], series: {Lazio: [1, 2], Molise: [4, 3]}",
        ("Before", "After"),
        {"Lazio": (1, 2), "Molise": (4, 3)},
    ),
    "rows that are dates": (
        "rows: [[Year, Lazio, Molise], [2014, 1, 4], [2024, 2, 3]]",
        ("2014", "2024"),
        {"Lazio": (1, 2), "Molise": (4, 3)},
    ),
    "a column of series": (
        "rows: [[Time, Town, Rent], [Before, Lazio, 1], [After, Lazio, 2], [Before, Molise, 4], [After, Molise, 3]], "
        "x: Time, series: Town",
        ("Before", "After"),
        {"Lazio": (1, 2), "Molise": (4, 3)},
    ),
}


@pytest.mark.parametrize(("entry", "moments", "lines"), SLOPES.values(), ids=SLOPES)
def test_two_lines_of_a_slope_are_rows_unless_these_are_dates_or_the_deck_names_series(entry, moments, lines):
    """However many rows there are, each is a line."""
    found = chart(f"{{type: slope, {entry}}}")
    assert (found.categories.names, values(found)) == (moments, lines)


def test_a_workbook_has_dates_and_percents():
    """As its cells show them; a sheet has a name or a number."""
    rows = [["Day", "Share"], [date(2024, 1, 1), 0.5], [date(2024, 2, 1), 0.625], [date(2024, 3, 1), None]]
    file = {"b.xlsx": workbook(("First", [["nothing"]]), ("Noise", rows), formats={0: "yyyy-mm-dd", 1: "0%"})}
    for sheet in ("Noise", "noise", "2"):
        found = chart(f"{{file: b.xlsx, sheet: {sheet}}}", file)
        assert values(found) == {"Share": (0.5, 0.625, None)}
        assert found.y_axis.style.percent
        assert (found.categories.unit, found.categories.names[1]) == (DateUnit.MONTH, "Feb 2024")


def test_numbers_in_texts_of_a_workbook_are_read_as_those_of_other_files():
    """Where a comma is the language's sign, `1.234` of an export is no 1.2 without a word; its own numbers are sure."""
    towns = {"b.xlsx": workbook(("First", [["Town", "Homes"], ["Bonn", "1.234"], ["Ulm", "2.345"]]))}
    found = read("{file: b.xlsx}", towns, "de")
    assert found.told == [("ambiguous-number", "b.xlsx:First!B2", "`1.234` is one number or a thousandth of it")]
    assert found.chart and values(found.chart) == {"Homes": (1234, 2345)}
    assert values(chart("{file: b.xlsx}", towns, "en")) == {"Homes": (1.234, 2.345)}
    both = {"b.xlsx": workbook(("First", [["Town", "Both"], ["Bonn", 2.125], ["Ulm", "3,5"]]))}
    for language, decimal in (("de", ""), ("en", ""), ("en", ", decimal: comma")):
        found = chart(f"{{file: b.xlsx, sort: -Both{decimal}}}", both, language)
        assert (found.categories.names, values(found)) == (("Ulm", "Bonn"), {"Both": (3.5, 2.125)})


def test_totals_of_a_waterfall_are_sums_of_decimals():
    """As people add them: 0.1 and 0.7 and 1.005 are 1.805, which is 1.81."""
    found = chart("{type: waterfall, categories: [A, B, C, All], values: [0.1, 0.7, 1.005, null]}")
    assert found.series[0].values == (0.1, 0.7, 1.005, 1.805)


def test_rows_are_picked_and_sorted_as_those_of_tables():
    """A direction alone sorts by the first values."""
    file = {"r.csv": "Region,Sum\nA,3\nB,10\nC,7\nD,n/a\n"}
    assert chart("{file: r.csv, sort: -Sum, most: 2}", file).categories.names == ("B", "C")
    assert chart("{file: r.csv, sort: falling}", file).categories.names == ("B", "C", "A", "D")
    assert chart("{file: r.csv, sort: rising, where: {Region: [A, B]}}", file).categories.names == ("A", "B")
    assert chart("{values: {A: 3, B: 10}, sort: descending}").categories.names == ("B", "A")


def test_dates_stand_in_the_order_of_time():
    """Whatever that of the rows is, unless the deck sorts them otherwise."""
    file = {"d.csv": "Year,Sum\n2021,3\n2019,10\n2020,7\n"}
    assert values(chart("d.csv", file)) == {"Sum": (10, 7, 3)}
    by_sum = chart("{file: d.csv, type: bar, sort: -Sum}", file)
    assert (by_sum.categories.names, by_sum.categories.dates) == (("2019", "2020", "2021"), ())


def test_whole_numbers_beside_a_column_of_names_are_no_years():
    """Though 1,200 might be one."""
    file = {"v.csv": "Town,Homes\nBonn,1200\nUlm,1500\nHof,1900\n"}
    found = chart("v.csv", file)
    assert (found.categories.names, values(found)) == (("Bonn", "Ulm", "Hof"), {"Homes": (1200, 1500, 1900)})


def test_numbers_are_those_of_the_deck_s_language():
    """Where nothing else tells; money and percents are those of all numbers."""
    german = chart("{file: g.csv}", {"g.csv": "Ort;Wert\nBonn;1.234,5\nUlm;3,25\n"}, "de")
    assert values(german) == {"Wert": (1234.5, 3.25)}
    money = chart("{file: m.csv}", {"m.csv": "Town;Rent\nBonn;€ 1,200.50\nUlm;€ 900\n"})
    assert (money.y_axis.style.prefix, values(money)) == ("€", {"Rent": (1200.5, 900)})
    assert chart("{values: {a: 4}, unit: $}").y_axis.style.prefix == "$"
    assert chart("{values: {a: 4}, unit: $}", language="de").y_axis.style.unit == "$"


@pytest.mark.parametrize("gap", ["", "–", "n/a", "NaN", "#N/A", "null"])
def test_gaps_are_none(gap):
    """However they are written."""
    assert values(chart("g.csv", {"g.csv": f"a,b\nx,1\ny,{gap}\nz,3\n"})) == {"b": (1, None, 3)}
