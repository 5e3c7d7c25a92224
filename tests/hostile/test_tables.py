"""What reading and resolving a table may cost, in the deck or in a file: bounds of work, and what is said of more."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.slips import NAMES_COMPARED
from deckmaker.budget.tables import TABLE_CELLS, TABLE_FILE_LINES, TABLE_PLACES
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.layout.tables.rows import Group, first_rows
from deckmaker.model import Table
from deckmaker.resolve import resolve_deck
from deckmaker.resolve.tables.choice import asked, fits
from deckmaker.resolve.tables.dates import date_reader
from deckmaker.source import parse_yaml
from deckmaker.source.delimited import NotDelimited, read_delimited
from tests.bounds import BOUNDS
from tests.hostile.test_layout import resolved as laid
from tests.hostile.work import bytes_of, calls_of, growth
from tests.projects import DECK, Project
from tests.samples import mostly_slow

QUOTED = "'> 1{}'"
HEAD = f"{DECK}    table:\n"


def resolved(text: str, folder: Path) -> Diagnostics:
    """Take a deck in a folder as far as its meaning; return what is said of it."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", text), diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    assert tree and entry, [one.message for one in diagnostics]
    resolve_deck(entry, tree, folder / "deck.yaml", diagnostics)
    return diagnostics


def rows(*written: str) -> str:
    """Return a deck with a table of these rows."""
    return HEAD + "      rows:\n" + "".join(f"        - {row}\n" for row in written)


def listed(size: int, form: str = "n{}") -> str:
    """Return as many names as a list in brackets."""
    return f"[{', '.join(form.format(number) for number in range(size))}]"


DECKS: dict[str, Callable[[int], str]] = {
    "cells that reach far below": lambda size: rows(*["[{text: a, rows: 2}, b]"] * size),
    "cells of two columns": lambda size: rows(*["[{text: a, columns: 2}]"] * size) + "      sort: 1\n",
    "a row that grows": lambda size: rows(*[listed(size)] * 3),
    "names that are nearly those of the first row": lambda size: rows(
        f"{{{', '.join(f'name {n}: a' for n in range(40))}}}", *[f"{{nome {n % 40}: a, x: a}}" for n in range(size)]
    ),
    "columns of one name": lambda size: rows(listed(size, "a"), listed(size)) + f"      columns: {listed(size, 'a')}\n",
    "columns that there are not": lambda size: (
        rows(listed(size), listed(size)) + f"      columns: {listed(size, 'x')}\n"
    ),
    "columns again and again": lambda size: rows(*["[a, b]"] * size) + f"      columns: [{'a, ' * size}]\n",
    "sorted again and again": lambda size: rows(*["[a, b]"] * size) + f"      sort: [{'a, ' * size}]\n",
    "one of many values": lambda size: (
        rows("[a]", *[f"[n{n}]" for n in range(size)]) + f"      where: {{a: {listed(size)}}}\n"
    ),
    "none of many values": lambda size: (
        rows("[a]", *[f"[{n}]" for n in range(size)]) + f"      where: {{a: {listed(size, QUOTED)}}}\n"
    ),
    "stressed again and again": lambda size: (
        rows(*["[a, b]"] * size) + f"      strong: {{rows: {listed(size, '1')}, columns: {listed(size, 'a')}}}\n"
    ),
    "endless numbers": lambda size: rows("[a]", *[f"['{'1' * size}']"] * 4) + "      sort: a\n",
    "groups of digits": lambda size: rows("[a]", f"['{'1,' * size}']", f"['{'1 ' * size}']") + "      sort: a\n",
}


@pytest.mark.parametrize("name", mostly_slow(DECKS))
def test_work_grows_with_the_table(name, tmp_path, monkeypatch):
    """Twice the deck, twice the calls; help about slips in words has bounds of its own."""
    for place in ("in_deck", "naming"):
        monkeypatch.setattr(f"deckmaker.resolve.tables.{place}.nearest", lambda word, known: None)
        monkeypatch.setattr(f"deckmaker.resolve.tables.{place}.NAMES_COMPARED", replace(NAMES_COMPARED, most=1_000))
    assert growth(calls_of, lambda size: resolved(DECKS[name](size or 1), tmp_path), 300) < 2.6


FILES: dict[str, Callable[[int], bytes]] = {
    "commas": lambda size: b"," * size,
    "names and commas": lambda size: b"a," * size + b"\n" + b"," * size,
    "empty cells in quotes": lambda size: b'"",' * size,
    "doubled quotes": lambda size: b'"' + b'""' * size + b'",b\n',
    "a quote that nothing closes": lambda size: b'a,"' + b'""' * size,
    "empty lines": lambda size: b"\n" * size,
    "lines of carriage returns": lambda size: b"a\r" * size,
    "lines of one cell": lambda size: b"a\n" * size,
    "letters of Windows at the end": lambda size: b"a," * size + b"\xe9\n",
    "titles": lambda size: b"a\n" * 29 + b"a,b\n" * size,
}


@pytest.mark.parametrize("name", mostly_slow(FILES))
def test_work_grows_with_the_file(name, tmp_path):
    """Twice the file, twice the calls and twice the memory."""

    def read(size: int) -> None:
        (tmp_path / "a.csv").write_bytes(FILES[name](size))
        resolved(HEAD + "      file: a.csv\n", tmp_path)

    read(500)
    calls, held = ([measure(lambda size=size: read(size)) for size in (500, 1_000)] for measure in (calls_of, bytes_of))
    assert calls[1] < 2.4 * calls[0]
    assert held[1] < 2.4 * held[0]


def said(text: str, folder: Path) -> str:
    """Return all that is said of a deck, as printed."""
    project = Project(folder)
    return project.shown(resolved(text, folder / "decks"))


@pytest.mark.slow
def test_places_that_cells_reach_are_counted_before_they_are_filled(tmp_path, monkeypatch):
    """At the cell that is one too many; a table of 72 kB that took 4 GB takes no more than its places and its text."""
    text = rows(*["[{text: a, rows: 10000, columns: 50}]"] * 1_500)
    with monkeypatch.context() as patch:
        patch.setattr("deckmaker.resolve.tables.grid.TABLE_PLACES", replace(TABLE_PLACES, most=80_000))
        assert bytes_of(lambda: resolved(text, tmp_path)) < 10_000_000
    monkeypatch.setattr("deckmaker.resolve.tables.grid.TABLE_PLACES", replace(TABLE_PLACES, most=20))
    assert (
        said(rows("[a, b]", "[{text: x, rows: 2, columns: 6}]", "[{text: y, rows: 3, columns: 6}]", "[]"), tmp_path)
        == """\
error[endless-table]: the table has more than 20 places: a table as it is written may have 20
 --> deck.yaml:8:12
  |
8 |         - [{text: y, rows: 3, columns: 6}]
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: let cells take fewer places"""
    )


@pytest.mark.slow
def test_rows_as_wide_as_the_table_are_counted_before_they_are_made(tmp_path):
    """A header of 40,000 names over as many rows is a file of 120 kB, and would be 1.6 billion places."""
    (tmp_path / "a.csv").write_bytes(b"," * 40_000 + b"\n" + b"a\n" * 40_000)
    (one,) = resolved(HEAD + "      file: a.csv\n", tmp_path)
    assert one.message == "the table has 1,600,080,001 places: a table as it is written may have 1,000,000"
    assert (one.code, one.span.place) == ("endless-table", f"{tmp_path}/a.csv:25:1")


@pytest.mark.slow
def test_cells_without_number_are_refused_before_they_are_shown(tmp_path, monkeypatch):
    """Honest tables are far from it: 2,000 rows of twelve columns, and 10,000 of five."""
    assert all(count <= TABLE_CELLS.most for count in (2_000 * 12, 10_000 * 5))
    text = rows(*[listed(50, "a")] * 1_001)
    assert said(text, tmp_path).splitlines()[:2] == [
        "error[endless-table]: the table has 50,050 cells: expected 50,000 at most",
        " --> deck.yaml:6:9",
    ]
    text = rows(*["['*a*', '*b*']"] * 20)
    shown = calls_of(lambda: resolved(text, tmp_path))
    monkeypatch.setattr("deckmaker.resolve.tables.table.TABLE_CELLS", replace(TABLE_CELLS, most=30))
    assert calls_of(lambda: resolved(text, tmp_path)) < shown * 0.8


CSV = {
    "cells": (b"a,b\n1,2\n3,4\n5,6\n", "TABLE_FILE_CELLS", "holds more than 5 cells", "a.csv:3:1"),
    "cells of one line": (b"," * 50, "TABLE_FILE_CELLS", "holds more than 5 cells", "a.csv:1:1"),
    "cells in quotes": (b'"a"' + b',"b"' * 50, "TABLE_FILE_CELLS", "holds more than 5 cells", "a.csv:1:1"),
    "lines": (b"a,b\r\n\r\n\n\r\n\n\n", "TABLE_FILE_LINES", "holds more than 5 lines", "a.csv:6:1"),
}


@pytest.mark.parametrize("name", CSV)
def test_what_is_too_much_in_a_file_is_told_with_its_place_there(name, monkeypatch):
    """Where it begins."""
    content, bound, what, place = CSV[name]
    monkeypatch.setattr(f"deckmaker.source.delimited.reading.{bound}", replace(BOUNDS[bound], most=5))
    with pytest.raises(NotDelimited) as refused:
        read_delimited("a.csv", content)
    assert (str(refused.value), refused.value.span.place) == (what, place)


@pytest.mark.slow
def test_megabytes_of_commas_are_not_parted():
    """Nor of empty lines: signs are counted first, so that fifty take no more memory than their text, some times."""
    for content in (b"," * 3_000_000, b"\n" * 3_000_000):

        def refused(content: bytes = content) -> None:
            with pytest.raises(NotDelimited):
                read_delimited("a.csv", content)

        assert calls_of(refused) < 20_000
        assert bytes_of(refused) < 5 * len(content)


def test_as_many_lines_as_there_may_be_are_read(monkeypatch):
    """One more end behind the last is none more."""
    monkeypatch.setattr("deckmaker.source.delimited.reading.TABLE_FILE_LINES", replace(TABLE_FILE_LINES, most=2))
    assert len(read_delimited("a.csv", b"a,b\n1,2\n").records) == 2


def test_tables_of_a_deck_are_counted_together(tmp_path, monkeypatch):
    """A file of 20 bytes that a hundred slides name is read as often as a deck's tables may read."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "a.csv").write_bytes(b"a,b\n1,2\n3,4\n5,6,7\n")
    text = "title: A\nslides:\n" + "  - table: a.csv\n" * 100
    for bound, most in (("DECK_PLACES", 20), ("DECK_FILE_BYTES", 60)):
        with monkeypatch.context() as patch:
            known = replace(BOUNDS[bound], most=most)
            patch.setattr(f"deckmaker.resolve.allowance.{bound}", known)
            *_, last = said(text, tmp_path).split("\n\n")
            assert last.startswith(
                f"error[endless-deck]: the deck has more than {most} {known.unit}: {known.holder} may have {most}, and "
                "here they begin to be too many\n --> deck.yaml:"
            )
            assert len(resolved(text, tmp_path / "decks")) <= 4 + 1


PICKED = {
    "all": "",
    "some rows": "\n      where: {d: x1}\n      sort: [-b]",
    "some columns": "\n      columns: [a, d]\n      most: 3",
    "columns that there are not": "\n      columns: [e]",
    "rows that there are not": "\n      where: {d: none}",
}


@pytest.mark.parametrize("picked", PICKED)
def test_nothing_of_a_file_is_held_but_what_is_shown(picked, tmp_path):
    """No circles hold its cells, which would stay until the deck is laid out: 20 large tables took 2.4 GB."""
    cells = "".join(f"n{number},{number % 97}.5,{number},x{number % 40}\n" for number in range(40))
    (tmp_path / "a.csv").write_text(f"a,b,c,d\n{cells}", encoding="utf-8")
    (tmp_path / ".deckmaker.json").write_text("{}", encoding="utf-8")
    text = f"{HEAD}      file: a.csv{PICKED[picked]}\n"
    resolved(text, tmp_path)
    gc.collect()
    gc.disable()
    try:
        told = resolved(text, tmp_path)
        assert not {one.code for one in told} & {"missing-file", "outside-project"}
        assert gc.collect() < 40
    finally:
        gc.enable()


VALUES = ["0", "-0", "1", "2", "3.0", "1,5", "10", "a", "ä", "b1", "b10", "", "-", "2024-01-02", "02.01.2024", "5 %"]
SIGNS = ["", ">", "<", ">=", "<=", "=", "!="]


@given(st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(VALUES)).map("".join), max_size=8), st.booleans())
def test_one_of_many_values_is_found_as_each_alone_would_be(written, has_dates):
    """However few of them a cell is compared with."""
    dates = date_reader(["2024-01-02"], "de") if has_dates else None
    alone = [fits([asked(one)], "comma", dates) for one in written]
    together = fits(map(asked, written), "comma", dates)
    assert [together(text) for text in VALUES] == [any(test(text) for test in alone) for text in VALUES]


def test_what_spans_hundreds_of_rows_takes_no_more_places_than_a_part_of_it_has_rows(tmp_path):
    """Each page's rows are looked at by themselves, and each time all places below them were noted."""
    spanned = ", ".join(["[{text: a, rows: 400, columns: 2}, 1]", *(f"[{one}]" for one in range(2, 401))])
    slide = f"  - title: A\n    table: {{header: 0, rows: [{spanned}]}}\n"
    deck = laid(Project(tmp_path), slide)
    table = next(one for one in deck.slides[-1].walk() if isinstance(one, Table))
    part = Group(table.rows)
    assert bytes_of(lambda: first_rows(part, 2, table)) < 20_000
