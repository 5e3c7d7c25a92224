"""Which rows are shown, and in which order: `where`, `sort` and `most`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.resolve.tables.choice import asked, fits, rank
from tests.projects import Project
from tests.resolve.tables.reading import table_of, texts

ROWS = """\
rows:
  - [Berth, Level, Day]
  - [Berth 10, 62.5, 2026-11-20]
  - [Berth 4, 9, 2026-02-03]
  - [berth 5, "", 2026-11-02]
  - [Älby, 100, 2025-12-31]
  - [All, 57, ""]
footer: 1
"""


def shown(project: Project, more: str) -> list[str]:
    """Return the first cells of the body's rows."""
    return [row[0] for row in texts(table_of(project, ROWS + more))[1:-1]]


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ("sort: Level", "Berth 4, Berth 10, Älby, berth 5"),
        ("sort: -Level", "Älby, Berth 10, Berth 4, berth 5"),
        ("sort: Berth", "Älby, Berth 4, berth 5, Berth 10"),
        ("sort: -Day", "Berth 10, berth 5, Berth 4, Älby"),
        ("sort: [2]", "Berth 4, Berth 10, Älby, berth 5"),
        ('where: {Level: "> 9"}', "Berth 10, Älby"),
        ('where: {Level: ">= 9"}', "Berth 10, Berth 4, Älby"),
        ('where: {Level: "<62,5"}', "Berth 4"),
        ("where: {Level: 62.50}", "Berth 10"),
        ('where: {Level: "!= 9"}', "Berth 10, berth 5, Älby"),
        ("where: {Level: ''}", "berth 5"),
        ("where: {Level: }", "berth 5"),
        ("where: {Berth: [Berth 4, Berth 10]}", "Berth 10, Berth 4"),
        ('where: {Day: ">= 2026-02-03", Level: "> 0"}', "Berth 10, Berth 4"),
        ('where: {Berth: "= Berth 4"}', "Berth 4"),
        ("most: 2", "Berth 10, Berth 4"),
        ("sort: -Level\nmost: 1", "Älby"),
    ],
)
def test_rows_are_filtered_sorted_and_counted(more, rows, tmp_path):
    """Numbers by value, texts by letters and the numbers in them, empty cells last; the footer stays where it is."""
    assert shown(Project(tmp_path), more + "\n") == rows.split(", ")


def test_several_columns_sort_one_after_the_other(tmp_path):
    """Rows that are alike in all of them keep their order."""
    rows = "rows: [[a, b, c], [x, 1, first], [y, 2, second], [x, 2, third], [y, 2, fourth]]\nsort: [-b, a]\n"
    assert [row[2] for row in texts(table_of(Project(tmp_path), rows))[1:]] == ["third", "second", "fourth", "first"]


def test_columns_that_are_not_shown_filter_and_sort(tmp_path):
    """By their names at the source, and shown ones by those that they are shown under."""
    more = 'columns: [{from: Berth, name: Place}]\nwhere: {Level: "> 5"}\nsort: Place\n'
    assert shown(Project(tmp_path), more) == ["Älby", "Berth 4", "Berth 10"]


def test_a_column_whose_name_begins_with_a_minus_is_that_column(tmp_path):
    """And not another one, falling."""
    rows = "rows: [[a, -a], [1, 9], [2, 8]]\nsort: -a\n"
    assert [row[0] for row in texts(table_of(Project(tmp_path), rows))[1:]] == ["2", "1"]


@pytest.mark.parametrize(
    ("days", "language", "order"),
    [
        ("03.02.2026 15.01.2026 1.12.2025", "de", "1.12.2025 15.01.2026 03.02.2026"),
        ("2026-02-03 1.12.2025", "de", "1.12.2025 2026-02-03"),
        ("02/01/2026 01/03/2026", "en-GB", "02/01/2026 01/03/2026"),
        ("02/01/2026 01/03/2026", "en-US", "01/03/2026 02/01/2026"),
        ("02/01/2026 31/12/2025", "en-US", "31/12/2025 02/01/2026"),
        ("03.02.2026 – 15.01.2026", "de", "15.01.2026 03.02.2026 –"),
        ("03.02.2026 soon 15.01.2026", "de", "03.02.2026 15.01.2026 soon"),
        ("30.02.2026 15.03.2025", "de", "15.03.2025 30.02.2026"),
    ],
)
def test_columns_of_dates_are_sorted_by_days(days, language, order, tmp_path):
    """As the deck's language has them; what is none leaves the column one of texts."""
    rows = "rows: [[Day, n], " + ", ".join(f"[{day}, x]" for day in days.split()) + "]\nsort: Day\n"
    table = table_of(Project(tmp_path), rows, f"language: {language}\n")
    assert [row[0] for row in texts(table)[1:]] == order.split()


@pytest.mark.parametrize("value", ['">= 15.1.2026"', '">= 2026-01-15"', "[15.1.2026, 3.2.2026]"])
def test_dates_are_compared_by_days(value, tmp_path):
    """However they are written."""
    rows = "rows: [[Day, n], [03.02.2026, a], [15.01.2026, b], [20.12.2025, c], [All, d]]\nfooter: 1\n"
    table = table_of(Project(tmp_path), f"{rows}where: {{Day: {value}}}\n", "language: de\n")
    assert [row[1] for row in texts(table)[1:-1]] == ["a", "b"]


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_texts_can_be_ranked(words):
    """Ranks compare with one another, whatever they come from."""
    ranks = [found for word in words if (found := rank(word, "point"))]
    assert sorted(sorted(ranks), reverse=True) == sorted(ranks, reverse=True)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_can_be_asked_for(written, text):
    """And a value that is no comparison finds itself."""
    fits([asked(written)], "comma")(text)
    if not written.strip().startswith((">", "<", "=", "!=")):
        assert fits([asked(written)], "comma")(written)
