"""Rows are kept as they were read, in bounded memory, and go to other processes."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.localization.typed_numbers import evidence
from deckmaker.rows.source import RowSource
from deckmaker.rows.spool import Spool, StoredRow
from deckmaker.values.row import Columns, Row

COLUMNS = Columns("regions.csv", ("region", "sales"), (evidence([]), evidence(["1,5"])))


def source_of(rows: list[StoredRow]) -> RowSource:
    """Return rows as a table that has been read."""
    spool = Spool()
    for row in rows:
        spool.add(row)
    spool.close()
    return RowSource(COLUMNS, spool)


def many(count: int) -> list[StoredRow]:
    return [StoredRow(index + 2, (f"Region {index}", f"{index},5")) for index in range(count)]


@pytest.mark.parametrize("memory", [0, 50_000, 8_000_000])
def test_each_pass_sees_all_rows_in_order(memory, monkeypatch):
    """Whether they wait in memory, in a file, or in both."""
    monkeypatch.setattr("deckmaker.rows.spool.ROWS_IN_MEMORY", type("Bound", (), {"most": memory}))
    rows = many(3_500)
    source = source_of(rows)
    expected = [Row(index + 1, one.line, one.texts, COLUMNS) for index, one in enumerate(rows)]
    first = iter(source)
    assert [next(first), next(first)] == expected[:2]
    assert list(source) == expected
    assert [next(first) for _ in range(3_498)] == expected[2:]
    assert len(source) == 3_500
    for number in (1, 1_000, 1_001, 3_500):
        assert source.row(number) == expected[number - 1]
    assert (source.row(0), source.row(3_501), source.row(-1)) == (None, None, None)


def test_cells_that_a_row_lacks_are_empty():
    assert next(iter(source_of([StoredRow(2, ("North",))]))).texts == ("North", "")


def test_a_row_goes_to_another_process():
    row = next(iter(source_of(many(1))))
    assert pickle.loads(pickle.dumps(row)) == row


@given(st.lists(st.tuples(st.text(st.characters()), st.text(st.characters()))))
def test_texts_stay_as_they_are(texts):
    """Any character that a text may have, lone surrogates among them."""
    source = source_of([StoredRow(None, one) for one in texts])
    assert [row.texts for row in source] == texts


@pytest.mark.parametrize(("line", "place"), [(8, "row 7 (line 8 of regions.csv)"), (None, "row 7 (regions.csv)")])
def test_a_row_says_where_it_is(line, place):
    assert Row(7, line, ("", ""), COLUMNS).place == place


def test_the_decimal_sign_is_that_of_the_whole_column():
    assert [COLUMNS.decimal(column, "point") for column in (0, 1)] == ["point", "comma"]
