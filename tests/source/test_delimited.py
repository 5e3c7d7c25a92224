"""CSV files: any that Python's `csv` writes is read back cell by cell, and what spreadsheets write beside it."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckmaker.budget.tables import TABLE_FILE_CELLS
from deckmaker.source.delimited import NotDelimited, read_delimited, title_count
from deckmaker.source.delimited.delimiters import DELIMITERS
from deckmaker.source.places import place_at

ENDS = ["\r\n", "\n", "\r"]
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=12)
tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(texts, min_size=width, max_size=width), min_size=1, max_size=8)
)
WORDS = st.text("abcäß '-", max_size=8).map(str.strip)


def written(rows: list[list[str]], delimiter: str, end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Return rows as Python writes them."""
    stream = StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return stream.getvalue()


def cells(content: str | bytes, encoding: str | None = None, delimiter: str | None = None) -> list[list[str]]:
    """Return a file's cells."""
    data = content.encode() if isinstance(content, str) else content
    return [record.cells for record in read_delimited("a.csv", data, encoding, delimiter).records]


@pytest.mark.slow
@given(tables, st.sampled_from([*DELIMITERS]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.booleans())
def test_what_python_writes_is_read_back(rows, delimiter, encoding, all_quoted):
    """Whatever stands in its cells, line ends, quotes and delimiters among it; with or without a byte-order mark."""
    quoting = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    text = written(rows, DELIMITERS[delimiter], quoting=quoting)
    assume(not text.startswith("sep="))
    assert cells(text.encode(encoding), delimiter=delimiter) == rows


@given(
    st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=8)),
    st.sampled_from([*DELIMITERS.values()]),
    st.sampled_from(ENDS),
)
def test_the_delimiter_is_found(rows, delimiter, end):
    """In every file of two columns or more, whose cells hold no other."""
    assert cells(written(rows, delimiter, end)) == rows


@given(
    st.lists(st.tuples(WORDS, st.sampled_from([",", ";", "|", "a, b; c"]), st.just("62,5")), min_size=1, max_size=8),
    st.sampled_from([*DELIMITERS.values()]),
)
def test_other_signs_in_cells_do_not_hide_it(rows, delimiter):
    """Decimal commas and lists in words do not make columns, where the names of columns hold none."""
    whole = [["Berth", "Note", "Level"], *map(list, rows)]
    assert cells(written(whole, delimiter)) == whole


@given(tables, st.sampled_from([*DELIMITERS]))
def test_every_cell_knows_its_place(rows, delimiter):
    """The stretch of the file that is marked in messages holds the cell, quotes and all."""
    text = written(rows, DELIMITERS[delimiter])
    assume(not text.startswith("sep="))
    file = read_delimited("a.csv", text.encode(), None, delimiter)
    for record in file.records:
        for cell, begin, end in zip(record.cells, record.begins, record.ends, strict=True):
            assert text[begin:end] in (cell, '"' + cell.replace('"', '""') + '"')
            span, first = file.span(begin, end), place_at(file.source, begin)
            if begin < len(text) and cell.isprintable():
                assert (span.line, span.column) == (first.line, first.column)
                assert span.end_column == span.column + max(1, end - begin)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("1,5;2,5\n3,5;4,5\n", [["1,5", "2,5"], ["3,5", "4,5"]]),
        ("name\nLind, A.\nBerg, B.\n", [["name"], ["Lind, A."], ["Berg, B."]]),
        ("a,b\n\n1,2", [["a", "b"], ["1", "2"]]),
        ("sep=|\na|b\n", [["a", "b"]]),
        ('"sep=;"\na;b\n', [["a", "b"]]),
        ('"a"x,b\n"c"" d",e\n', [["ax", "b"], ['c" d', "e"]]),
        ('a,b"c\n5" pipe,d\n', [["a", 'b"c'], ['5" pipe', "d"]]),
        ("a,b,\n1,2,\n", [["a", "b", ""], ["1", "2", ""]]),
        ("", []),
        ("\ufeffa,b", [["a", "b"]]),
    ],
)
def test_files_are_read_as_spreadsheets_write_them(content, expected):
    """Decimal commas, single columns, empty lines, Excel's first line, quotes within cells, a last delimiter."""
    assert cells(content) == expected


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("Region; Land,2023,2024\nKiel; SH,1,2\nUlm; BW,3,4\n", ["Kiel; SH", "1", "2"]),
        ("Region;Land,2023,2024\nKiel;SH,1,2\nUlm;BW,3,4\n", ["Kiel;SH", "1", "2"]),
        ("Code|Name,Level\na|b,62.5\nc|4,58\n", ["a|b", "62.5"]),
        ("Wert, €;Anteil\n1,5;2\n2,5;3\n", ["1,5", "2"]),
        ("Name,Vorname;x;y\nLind,Anna;5;6\n", ["Lind,Anna", "5", "6"]),
        ("Ort, Land;Wert, €\nKiel, DE;1,5\n", ["Kiel, DE", "1,5"]),
        ("a,b;c\nd,e;f\n", ["d,e", "f"]),
        ("Ville;Population, milliers\nLyon;1 234,5\nNice;2 345,6\n", ["Lyon", "1 234,5"]),
        ("Ort;Preis, netto\nKiel;€ 12,50\nUlm;€ 13,50\n", ["Kiel", "€ 12,50"]),
        ("Ort;Anteil, %\nKiel;ca. 12,5\nUlm;ca. 13,5\n", ["Kiel", "ca. 12,5"]),
        ("Land;Exports, $\nDE;$1,234\nFR;$5,678\n", ["DE", "$1,234"]),
        ("Tag;Anteil, %\n1.2.2024 14:30;-3,24\nunbekannt;2,6 %\n", ["1.2.2024 14:30", "-3,24"]),
        ("Ort;Tag;Preis, netto\nKiel;1.2.2024;< 62,6\nUlm;2.2.2024;9,9\n", ["Kiel", "1.2.2024", "< 62,6"]),
        ("Ort;Tag, Stunde\nKiel;1.2.2024, 10\nUlm;2.2.2024, 11\n", ["Kiel", "1.2.2024, 10"]),
    ],
)
def test_of_two_delimiters_that_fit_numbers_tell(content, row):
    """A file of commas with a semicolon in each name lost its columns of numbers."""
    assert cells(content)[1] == row


def test_what_is_no_utf8_is_read_as_windows_1252_and_marked():
    """At its first letter beyond ASCII."""
    file = read_delimited("a.csv", "a;b\nStraße;€ 5\n".encode("cp1252"))
    assert [one.cells for one in file.records] == [["a", "b"], ["Straße", "€ 5"]]
    assert file.guessed and (file.guessed.line, file.guessed.column) == (2, 5)


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "gb18030", "cp850", "utf-8"])
def test_an_encoding_that_is_said_holds(encoding):
    """Also where the bytes would pass for another."""
    text = "Причал,2\n" if encoding == "windows-1251" else "Kai ü,2\n"
    assert cells(text.encode(encoding), encoding) == [text.strip().split(",")]


@pytest.mark.parametrize(
    ("content", "encoding", "said", "place"),
    [
        (b"a,b\n\xff\xfe\0", None, "is no text", None),
        (b"\xff\xfe\0\0a\0\0\0", None, "is UTF-32 text", None),
        (b"a\n\x81\n", None, "is not Windows-1252 text: byte 0x81 cannot be decoded", (2, 1)),
        (b"a\nb\xe9\n", "utf-8", "is not utf-8 text: byte 0xE9 cannot be decoded", (2, 2)),
        (b"\xff\xfea", None, "is not utf-16 text: byte 0x61 cannot be decoded", None),
        (b"a,b\n1,\0\n", None, "is no text: it holds U+0000", (2, 3)),
        (b'a,b\n1,"2\n3,4\n', None, "opens a quote that nothing closes", (2, 3)),
    ],
)
def test_what_cannot_be_read_is_told(content, encoding, said, place):
    """With the place, where the file has text before it."""
    with pytest.raises(NotDelimited) as told:
        read_delimited("a.csv", content, encoding)
    span = told.value.span
    assert (str(told.value), span and (span.line, span.column)) == (said, place)


def test_a_file_of_too_many_cells_is_refused(monkeypatch):
    """As soon as they are counted."""
    monkeypatch.setattr("deckmaker.source.delimited.reading.TABLE_FILE_CELLS", replace(TABLE_FILE_CELLS, most=5))
    assert len(cells("a,b\n1,2\n")) == 2
    with pytest.raises(NotDelimited, match="holds more than 5 cells"):
        cells("a,b\n1,2\n3,4\n")


TITLED = (
    "Umsatzbericht 2025\r\nStand 1.1.2026\r\n\r\nStandort;Umsatz;Anteil\r\nBerlin;1.234,50;12 %\r\nKiel;980,00;9 %\r\n"
)


@pytest.mark.parametrize(
    ("text", "titles", "width"),
    [
        (TITLED, 2, 3),
        (TITLED.replace("2025", "2025, vorläufig"), 2, 3),
        (TITLED.replace("2025", "2025;;").replace("2026\r\n", "2026;;\r\n;;"), 3, 3),
        (TITLED.replace("Stand ", "Stand;"), 2, 3),
        (TITLED.replace(",", ".").replace(";", ","), 2, 3),
        (TITLED.replace(";", "\t"), 2, 3),
        ("Report\nBerth,Level\nBerth 4,62\n", 1, 2),
        ("name\nLind, A.\nBerg, B.\n", 0, 1),
        ("a,b\n1,2,3\n4,5,6\n", 0, 2),
        ("a,\n1,2\n3,4\n", 0, 2),
        ("a\nb\nc\nd;e\n", 0, 1),
        ("Ort;Umsatz\nKiel;1,5\nBerlin;2,5\n", 0, 2),
    ],
)
def test_titles_above_the_names_are_known(text, titles, width):
    """They hide neither the delimiter nor themselves; a narrow header, or a file of one column, has none."""
    records = read_delimited("a.csv", text.encode()).records
    assert (title_count(records), len(records[titles].cells)) == (titles, width)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("skip", [0, 1, 2, 3, 4, 99])
def test_lines_are_skipped_as_an_editor_counts_them(skip, end):
    """Empty ones, too."""
    text = end.join(["T, a", "", "a;b", "1,5;2"])
    found = [record.cells for record in read_delimited("a.csv", text.encode(), skip=skip).records]
    assert found[-1:] == ([["1,5", "2"]] if 0 < skip < 4 else found[-1:])
    assert len(found) == {0: 3, 1: 2, 2: 2, 3: 1}.get(skip, 0)


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["T", "A,B,C", "1,2,3", "1", "1,2"], 1),
        (["T", "U", "A,B,C", "1,2", "1,2,3"], 2),
        (["A,B,C", "1", "1"], 0),
        (["A", "1", "2", "3,note", "4", "5"], 0),
        (["T", "A,B", "1,2"], 1),
        (["T", "A,B"], 0),
    ],
)
def test_titles_are_told_where_rows_end_with_their_last_cell(lines, titles):
    """As in workbooks, where a column of remarks is mostly empty; a row with nothing but its first cell is a row."""
    records = [SimpleNamespace(cells=line.split(",")) for line in lines]
    assert title_count(records, are_cut=True) == titles
