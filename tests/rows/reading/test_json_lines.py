"""Rows of JSON lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rows.reading import opened, said, texts


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return tmp_path / "rows.jsonl"


def test_values_are_as_they_are_typed(rows):
    """However many digits a number has."""
    rows.write_text(
        '\ufeff{"region": "Nörd ", "sales": 1.50, "open": true, "day": "2026-11-27", "none": null}\n\n'
        '{"sales": 123456789012345678901234567890, "region": "\\u00dcber", "open": false}\n'
    )
    source, diagnostics = opened(rows)
    assert source and not len(diagnostics)
    assert source.columns.names == ("region", "sales", "open", "day", "none")
    assert [(row.line, row.texts) for row in source] == [
        (1, ("Nörd", "1.50", "true", "2026-11-27", "")),
        (3, ("Über", "123456789012345678901234567890", "false", "", "")),
    ]


def test_a_number_that_is_none_is_an_empty_cell(rows):
    """Python writes NaN, which is no JSON, for a value that is missing. Texts stay what they are."""
    rows.write_text('{"region": "NaN", "sales": NaN}\n{"region": "Infinity", "sales": 1.5}\n')
    assert texts(rows) == [("region", "sales"), ("NaN", ""), ("Infinity", "1.5")]


def test_keys_that_come_later_are_columns_too(rows):
    rows.write_text('{"a": "1"}\n{"b": "2"}\n{}\n{"b": "3", "a": "4"}\n')
    assert texts(rows) == [("a", "b"), ("1", ""), ("", "2"), ("4", "3")]


def test_numbers_have_a_point_whatever_is_said(rows):
    """Texts have the sign that they tell."""
    rows.write_text('{"a": 1.234, "b": "1,5"}\n')
    source, _ = opened(rows, decimal="comma")
    assert source
    assert [source.columns.decimal(column, "comma") for column in (0, 1)] == ["point", "comma"]


def test_numbers_tell_nothing_of_those_in_texts(rows):
    """Other texts do."""
    rows.write_text('{"a": 1.5, "b": "1.234"}\n')
    assert [opened(rows)[0].columns.decimal(column, "comma") for column in (0, 1)] == ["point", None]
    rows.write_text('{"a": 1.5, "b": "1.234", "c": "2,5"}\n')
    assert [opened(rows)[0].columns.decimal(column, "comma") for column in (0, 1)] == ["point", "comma"]


ON_EACH_LINE = 'write an object on each line, as in `{"region": "North", "sales": 12}`'
OWN_KEY = "write each value under a key of its own"
MADE = "mend it where it is made"
WRONG = {
    '{"a": 1}\n{"a": [1]}\n': ("2:2", "holds a list in `a`: expected a text or a number", OWN_KEY),
    '{"b": 2, "a": {"c": 1}}\n': ("1:10", "holds an object in `a`: expected a text or a number", OWN_KEY),
    '{"a": 1}\n{"a": -Infinity}\n': ("2:2", "holds an infinite number in `a`", MADE),
    '{"a": 1, "a": 2}\n': ("1:2", "has `a` twice in one row", MADE),
    '{"a": 1}\n{"a" 1}\n': ("2:6", "is not JSON lines: expecting ':' delimiter", ON_EACH_LINE),
    '[{"a": 1},\n{"a": 2}]\n': (
        "1:11",
        "is not JSON lines: expecting value",
        "write an object on each line, as `jq -c '.[]'` does with a list",
    ),
    '"a"\n': ("1:1", "has a line that is no object", ON_EACH_LINE),
    '{"a": ' + "[" * 100_000 + "\n": ("1:1", "holds lists and objects that are nested too deep", MADE),
}


@pytest.mark.parametrize(("content", "expected"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_amiss_is_told_with_its_place(content, expected, rows):
    rows.write_text(content)
    source, diagnostics = opened(rows)
    assert source is None
    at, message, help = expected
    assert said(diagnostics) == [("unusable-table", f"rows.jsonl:{at}", f"`{rows}` {message}", help)]


@pytest.mark.parametrize(
    ("content", "code", "at"),
    [
        (b'{"a": 1}\n{"a": "\xe4"}\n', "unusable-table", "rows.jsonl:2:8"),
        ('{"a": 1}\n'.encode("utf-16"), "unusable-table", "rows.jsonl:1:1"),
        (b'{"": 1}\n', "unusable-column", "rows.jsonl:1:2"),
        (b'{"a": 1, "a ": 2}\n', "unusable-column", "rows.jsonl:1:10"),
        (b'{"a": "x\\ud83dy"}\n', "unusable-table", "rows.jsonl:1:2"),
        (b'{"a": "x\\u0000y"}\n', "unusable-table", "rows.jsonl:1:2"),
        (b"", "unusable-table", ""),
        (b"{}\n", "no-rows", ""),
    ],
)
def test_bytes_names_and_signs_that_no_deck_can_have(content, code, at, rows):
    """Half a character and NUL among them."""
    rows.write_bytes(content)
    source, diagnostics = opened(rows)
    assert source is None
    assert [one[:2] for one in said(diagnostics)] == [(code, at)]


def test_a_line_that_is_no_text_is_shown_as_far_as_it_is(rows):
    rows.write_bytes(b'{"a": 1}\n{"a": "\xe4"}\n')
    (one,) = opened(rows)[1]
    assert one.span and one.span.source.line(2) == '{"a": "\ufffd"}'


@pytest.mark.parametrize("option", [{"skip": 1}, {"delimiter": "comma"}, {"sheet": "A"}, {"encoding": "utf-8"}])
def test_what_other_files_have_is_no_part_of_it(option, rows):
    rows.write_text('{"a": 1}\n')
    ((key, _),) = option.items()
    assert [one[2:] for one in said(opened(rows, **option)[1])] == [
        (f"`{rows}` holds JSON lines, which have no `{key}`", f"remove `{key}:`")
    ]
