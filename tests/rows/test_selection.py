"""Which rows are meant: by a condition, the first, or a sample."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.rows.selection import Selection, sampled, selected
from deckmaker.rows.source import RowSource
from tests.rows.tables import asked, scopes, table

REGIONS = table(
    ("region", "sales", "lang"),
    *(("North", "1.500,5", "de"), ("South", "0,5", "de"), ("West", "", "fr"), ("East", "20,25", "en")),
)


def found(source: RowSource, language: str = "en", **options) -> Selection:
    """Return the rows that are meant, of which nothing is said."""
    diagnostics = Diagnostics()
    selection = selected(source, asked(**options), scopes(language, least="1"), diagnostics)
    assert selection is not None, [full(one) for one in diagnostics]
    assert not len(diagnostics)
    return selection


def refused(source: RowSource, **options) -> list[str]:
    """Return what is said where no rows are meant."""
    diagnostics = Diagnostics()
    assert selected(source, asked(**options), scopes(), diagnostics) is None
    return [full(one) for one in diagnostics]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ({}, [1, 2, 3, 4]),
        ({"where": "{{ sales | default '0' }} > 0.5"}, [1, 4]),
        ({"where": "region in ('South', 'West')"}, [2, 3]),
        ({"where": "sales is empty"}, [3]),
        ({"where": "{{ sales | default '0' }} > {{ least }}"}, [1, 4]),
        ({"limit": 2}, [1, 2]),
        ({"limit": 9}, [1, 2, 3, 4]),
        ({"sample": 2}, [1, 3]),
        ({"sample": 9}, [1, 2, 3, 4]),
        ({"where": "lang != 'fr'", "sample": 2}, [1, 2]),
        ({"where": "lang != 'fr'", "further": "region != 'North'"}, [2, 4]),
        ({"where": "lang != 'fr'", "limit": 2, "sample": 1}, [1]),
    ],
)
def test_rows_that_are_meant(options, numbers):
    """The condition first, then the limit, then the sample; variables count, too."""
    selection = found(REGIONS, **options)
    assert [row.number for row in selection] == numbers
    assert (len(selection), selection.last) == (len(numbers), numbers[-1])
    assert [row.number for row in selection] == numbers  # again


def test_a_row_may_say_its_language():
    """In which its days are read."""
    days = table(("day", "lang"), ("3. März 2026", "de"), ("3 mars 2026", "fr"), ("3. März 2026", "fr"))
    assert [row.number for row in found(days, "{{ lang }}", where="{{ day }} = 2026-03-03")] == [1, 2]


@given(st.integers(1, 3_000), st.integers(1, 400))
def test_a_sample_is_even_and_the_same_each_time(size, count):
    """Its steps differ by one at most."""
    numbers = list(sampled(range(1, size + 1), count))
    assert len(numbers) == min(size, count)
    assert numbers[0] == 1
    steps = {after - before for before, after in pairwise(numbers)}
    assert not steps or max(steps) - min(steps) <= 1


@given(st.sets(st.integers(1, 5_000), min_size=1, max_size=20))
def test_rows_far_from_each_other_are_found(numbers):
    wanted = sorted(numbers)
    assert [row.number for row in LARGE.rows(wanted)] == wanted


LARGE = table(("region",), *(("North",) for _ in range(5_000)))


def test_a_condition_that_is_none_is_told_where_it_stands():
    (said,) = refused(REGIONS, where="sales >")
    assert said.splitlines()[:5] == [
        "error[condition-syntax]: expected a name or a value, and here is the end",
        " --> --where:1:7",
        "  |",
        "1 | sales >",
        "  |       ^",
    ]


def test_a_column_that_there_is_not_is_told_once():
    (said,) = refused(REGIONS, where="{{ sale }} > 0")
    assert said.startswith("error[unknown-variable]: there is no column and no variable `sale`\n --> --where:1:1\n")
    assert said.endswith("help: did you mean `sales`?")
    assert "note" not in said


def test_values_that_do_not_suit_are_told_with_their_rows():
    """The first of them, and which others are so."""
    words = table(("region", "sales"), ("North", "1"), ("South", "soon"), ("West", "soon"), ("East", "later"))
    (said,) = refused(words, where="sales > 0")
    assert said == (
        "error[unusable-variable]: `sales` is `soon`: expected a number\n"
        " --> --where:1:1\n"
        "  |\n"
        "1 | sales > 0\n"
        "  | ^^^^^\n"
        "  = note: row 2 (line 3 of regions.csv), column `sales`\n"
        "  = note: alike in 2 other rows: 3 and 4\n"
        "  = help: mend the value, or ask first whether it is one that counts"
    )


def test_a_number_that_may_be_two_leads_to_where_its_sign_is_said():
    (said,) = refused(table(("sales",), ("1,234",), ("2,345",)), where="sales > 0")
    assert "`sales` is `1,234`, which may be one of two numbers" in said
    assert "help: say which sign it is under `rows`, as in `decimal: comma`, or with `--decimal comma`" in said


def test_a_condition_that_leaves_no_row_is_a_mistake():
    assert refused(REGIONS, where="region = 'Nowhere'") == [
        "error[no-rows]: no row of `regions.csv` is left by the condition\n"
        " --> --where:1:1\n"
        "  |\n"
        "1 | region = 'Nowhere'\n"
        "  | ^^^^^^^^^^^^^^^^^^\n"
        "  = help: mend it: there are 4 rows without it"
    ]
