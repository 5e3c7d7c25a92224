"""Rows of CSV files: every form that tables know, piece by piece."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.rows.reading.collecting import Collecting
from deckmaker.source.delimited import DelimitedStream, NotDelimited, pieces, read_delimited, streaming
from tests.rows.reading import opened, printed, said, texts

NAMES = ("region", "sales")
NORTH = [NAMES, ("Nörd", "1,5")]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return tmp_path / "rows.csv"


FORMS = {
    "comma": 'region,sales\nNörd,"1,5"\n'.encode(),
    "semicolon": "region;sales\nNörd;1,5\n".encode(),
    "tab, CR": "region\tsales\rNörd\t1,5\r".encode(),
    "mark, CRLF": "\ufeffregion;sales\r\nNörd;1,5\r\n".encode(),
    "UTF-16": "region;sales\r\nNörd;1,5\r\n".encode("utf-16"),
    "sep=": "sep=|\nregion|sales\nNörd|1,5\n".encode(),
    "quotes and empty lines": '\n"region";"sales"\n\n"Nörd";"1,5"\n\n;\n'.encode(),
    "no end of the last line": "region;sales\nNörd;1,5".encode(),
    "columns without a name or a cell": "region;sales;;\nNörd;1,5;;\n".encode(),
}


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_forms_of_files(content, rows):
    rows.write_bytes(content)
    assert texts(rows) == NORTH


def test_what_is_said_of_how_it_is_read(rows):
    """Encoding, delimiter, lines above the names, and the decimal sign."""
    rows.write_bytes("Sales 2025\n\nregion|sales\nNörd|1.234\n".encode("cp850"))
    source, diagnostics = opened(rows, encoding="cp850", delimiter="pipe", skip=2, decimal="comma")
    assert source and not len(diagnostics)
    (row,) = source
    assert (row.number, row.line, row.texts) == (1, 4, ("Nörd", "1.234"))
    assert source.columns.decimal(1, "point") == "comma"


def test_utf_16_that_is_said_needs_no_mark(rows):
    """Windows writes it so."""
    rows.write_bytes("region;sales\r\nNörd;1,5\r\n".encode("utf-16-le"))
    source, diagnostics = opened(rows, encoding="utf-16")
    assert source and not len(diagnostics)
    assert [row.texts for row in source] == [("Nörd", "1,5")]


def test_titles_are_left_out_and_told(rows):
    rows.write_text("Sales of 2025\n\nregion,sales\nNorth,1\nSouth,2\n")
    source, diagnostics = opened(rows)
    assert source and [row.line for row in source] == [4, 5]
    assert said(diagnostics) == [
        (
            "lines-above-header",
            "rows.csv:1:1",
            f"`{rows}` has 2 lines above the names of its columns, which are left out",
            "write `skip: 2` where that is right, else `skip: 0`",
        )
    ]


def test_a_row_knows_its_line_however_many_its_cells_have(rows):
    rows.write_text('region,note\n"a\nb",1\r\n\nc,"d\r\ne"\nf,2\n')
    source, _ = opened(rows)
    assert source and [(row.number, row.line) for row in source] == [(1, 2), (2, 5), (3, 7)]


def test_a_line_that_says_the_delimiter_counts(rows):
    rows.write_text("sep=|\nregion|sales\nNorth|1\n")
    source, _ = opened(rows)
    assert source and [row.line for row in source] == [3]


def test_the_decimal_sign_is_that_of_all_rows(rows):
    """The last of which may tell it."""
    rows.write_text("region;a;b\n" + "North;1.234;1\n" * 500 + "South;1.234,5;2\n")
    source, _ = opened(rows)
    assert source
    assert [source.columns.decimal(column, "point") for column in (1, 2)] == ["comma", "point"]


@pytest.mark.parametrize("usual", ["point", "comma"])
def test_a_column_that_leaves_its_decimal_sign_open_has_that_of_the_table(rows, usual):
    """In whatever language a row's deck is: `1.234` is not a thousand in one deck, and one and a bit in the next."""
    rows.write_text("region;people;share\nNorth;1.234;5,5\nSouth;2.345;7,25\n")
    source, _ = opened(rows)
    assert source and source.columns.decimal(1, usual) == "comma"


@pytest.mark.parametrize("cells", [("1.234;5,5", "2.345;6,5"), ("1.234;5", "2.345;6")])
def test_a_further_row_leaves_the_columns_as_they_are(rows, cells):
    """They count for every row's deck: all would be built again."""
    rows.write_text(f"region;people;share\nNorth;{cells[0]}\n")
    before, _ = opened(rows)
    rows.write_text(f"region;people;share\nNorth;{cells[0]}\nSouth;{cells[1]}\n")
    after, _ = opened(rows)
    assert before and after and after.columns == before.columns


def test_formulas_and_markup_are_texts(rows):
    """Nothing is worked out, and nothing means anything."""
    hostile = ["=cmd|' /C calc'!A0", "**bold**", "{{ region }}", "../../etc/passwd", "<script>", "@SUM(1)"]
    with rows.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["region"], *([one] for one in hostile)])
    assert texts(rows) == [("region",), *((one,) for one in hostile)]


def test_columns_without_a_name_and_without_a_cell_are_left_out(rows):
    """As spreadsheets have them between others; numbers, places and lines are those of the file all the same."""
    rows.write_text("region,,sales,,year,\nNorth,,5,,2026,\nSouth,,6,,\n")
    assert texts(rows) == [("region", "sales", "year"), ("North", "5", "2026"), ("South", "6", "")]
    rows.write_text("region,,sales,region\nNorth,,5,\n")
    _, found = opened(rows)
    assert said(found)[0][:3] == (
        "unusable-column",
        "rows.csv:1:15",
        f"columns 1 and 4 of `{rows}` are both called `region`",
    )


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Größe", "Gro\u0308ße"), "`Größe`, one of them in another form of Unicode"),
        (("people", "peo\u200bple"), "`people`, one of them with U+200B, which shows nothing"),
        (("peo\u00adple", "people"), "`people`, one of them with U+00AD, which shows nothing"),
        (("net sales", "net\u00a0sales"), "`net sales`, one of them with U+00A0, which looks like a space"),
        (("Net sales", "net sales"), None),
        (("Größe", "Grösse"), None),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_columns_whose_names_look_the_same_are_columns_of_one_name(tmp_path, names, words, ending):
    """Nobody could tell which of them a text names. The message shows in which way they differ."""
    rows = tmp_path / f"rows.{ending}"
    lines = {"csv": f"region,{','.join(names)}\nNorth,1,2\n", "jsonl": json.dumps(dict.fromkeys(names, 1)) + "\n"}
    rows.write_text(lines[ending])
    source, found = opened(rows)
    assert (source is None) == (words is not None)
    first = {"csv": 2, "jsonl": 1}[ending]
    message = f"columns {first} and {first + 1} of `{rows}` are both called {words}"
    assert [one[2] for one in said(found)] == ([message] if words else [])


def test_places_of_cells_are_those_of_the_file_where_columns_are_left_out():
    """And so are those of columns that the file itself knows as numbers."""
    diagnostics, places = Diagnostics(), []
    evidence = []
    for names, typed in ((("region", "", "sales"), 2), (("region", "sales"), 1)):
        collecting = Collecting("rows.parquet", "rows.parquet", None, diagnostics)
        collecting.names(names, lambda _: None)
        collecting.typed(typed)
        collecting.row(2, ["1.234" if name else "" for name in names], lambda _: None)
        source = collecting.source(None)
        assert source
        evidence.append(source.columns)
    assert evidence[0] == evidence[1]
    collecting = Collecting("rows.parquet", "rows.parquet", None, diagnostics)
    collecting.names(("region", "", "sales"), lambda _: None)
    collecting.row(3, ("South", "", "\0"), places.append)
    assert collecting.source(None) is None and places == [2]
    assert said(diagnostics)[0][2] == "`sales` holds U+0000"


WRONG = {
    "region,sales\nNorth,1,5\nSouth,2\n": [
        (
            "long-row",
            "rows.csv:2:9",
            "a row has 3 cells: expected 2",
            "put quotes around a cell that holds its delimiter, or name another column",
        )
    ],
    "region,,sales\nNorth,1,5\n": [
        (
            "unusable-column",
            "rows.csv:1:8",
            "column 2 of `{}` has no name",
            "give each column a name of its own: texts name its values by it",
        )
    ],
    "region,sales,\nNorth,1,5\n": [
        (
            "unusable-column",
            "rows.csv:1:14",
            "column 3 of `{}` has no name",
            "give each column a name of its own: texts name its values by it",
        )
    ],
    "region,sales,region \nNorth,1,5\n": [
        (
            "unusable-column",
            "rows.csv:1:14",
            "columns 1 and 3 of `{}` are both called `region`",
            "give each column a name of its own: texts name its values by it",
        )
    ],
    "region,sales\n": [
        (
            "no-rows",
            "",
            "`{}` has the names of its columns, and no rows",
            "write a row below them for each deck",
        )
    ],
    "": [("unusable-table", "", "`{}` is empty", "export it again, with the names of its columns in its first line")],
    'region,sales\nNorth,1\nSouth,"2\nWest,3\n': [
        (
            "unusable-table",
            "rows.csv:3:7",
            "`{}` opens a quote that nothing closes",
            "close it, or write two quotes for one that stands in a cell",
        )
    ],
    "region,sales\nNorth,\0\n": [
        (
            "unusable-table",
            "rows.csv:2:7",
            "`{}` is no text: it holds U+0000",
            "export it as CSV, in UTF-8",
        )
    ],
}


@pytest.mark.parametrize(("content", "expected"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_amiss_is_told_with_its_place(content, expected, rows):
    rows.write_text(content)
    source, diagnostics = opened(rows)
    assert source is None
    assert said(diagnostics) == [(code, at, message.format(rows), help) for code, at, message, help in expected]


def test_cells_that_are_missing_are_warned_of_and_empty(rows):
    rows.write_text("region,sales,note\nNorth\nSouth,2,x\n")
    source, diagnostics = opened(rows)
    assert source and [row.texts for row in source] == [("North", "", ""), ("South", "2", "x")]
    assert said(diagnostics) == [
        ("short-row", "rows.csv:2:1", "a row has 1 cell: expected 3; the others stay empty", "write all of its cells")
    ]


def test_of_many_rows_that_are_amiss_a_few_are_told(rows):
    """The last of them says how many there are."""
    rows.write_text("region,sales\n" + "a,1,5\n" * 1_000)
    source, diagnostics = opened(rows)
    assert source is None
    assert [one.span.line for one in diagnostics if one.span] == list(range(2, 12))
    assert [one.notes for one in diagnostics][-2:] == [(), ("990 further rows are so, too",)]


def test_a_message_shows_the_line_of_a_file_of_which_a_piece_is_held(rows, monkeypatch):
    """With its number, and what is amiss below it."""
    monkeypatch.chdir(rows.parent)
    rows.write_text("region,sales\n" + "North,1\n" * 20_000 + "South,1,5\n")
    _, diagnostics = opened(Path("rows.csv"))
    assert printed(diagnostics) == (
        "error[long-row]: a row has 3 cells: expected 2\n"
        "     --> rows.csv:20002:9\n"
        "      |\n"
        "20002 | South,1,5\n"
        "      |         ^\n"
        "      = help: put quotes around a cell that holds its delimiter, or name another column"
    )


def test_a_guessed_encoding_is_told_at_its_first_letter(rows):
    rows.write_bytes(b"region,sales\nNorth,1\nS\xfcd,2\n")
    source, diagnostics = opened(rows)
    assert source and [row.texts[0] for row in source] == ["North", "Süd"]
    ((code, at, message, _),) = said(diagnostics)
    assert (code, at) == ("guessed-encoding", "rows.csv:3:2")
    assert message.endswith("in which this letter is `ü`")


@pytest.mark.parametrize(
    ("content", "encoding", "at"),
    [(b"a,b\nx,\xfcy\n", "utf-8", "rows.csv:2:3"), (b"a,b\n\n\x81,1\n", None, "rows.csv:3:1")],
)
def test_bytes_of_no_encoding_are_told_with_their_place(content, encoding, at, rows):
    rows.write_bytes(content)
    source, diagnostics = opened(rows, encoding=encoding)
    assert source is None
    ((code, place, _, help),) = said(diagnostics)
    assert (code, place, help) == ("unusable-table", at, "save it as UTF-8, or say its `encoding:`")


@pytest.mark.parametrize(
    ("content", "what"), [(b"\x89PNG\r\n\x1a\n\xff", "is a picture"), (b"\xff\xfe\0\0a\0\0\0", "is UTF-32 text")]
)
def test_other_files_are_called_by_what_they_are(content, what, rows):
    rows.write_bytes(content)
    source, diagnostics = opened(rows)
    assert source is None
    assert [one.message for one in diagnostics] == [f"`{rows}` {what}"]


def read_whole(content: bytes, delimiter: str | None) -> object:
    """Read a file as tables are read."""
    try:
        file = read_delimited("x.csv", content, None, delimiter)
    except NotDelimited as error:
        return str(error).partition(":")[0], error.span and error.span.place
    return [(one.cells, file.record_span(one).place, _spans(file, one)) for one in file.records]


def _spans(file, record):
    return [file.span(*place).place for place in zip(record.begins, record.ends, strict=True)]


def read_streamed(content: bytes, delimiter: str | None) -> object:
    """Read it piece by piece."""
    try:
        file = DelimitedStream("x.csv", io.BytesIO(content), None, delimiter)
        return [
            (one.cells, one.span().place, [one.span(cell).place for cell in range(len(one.cells))])
            for one in file.records()
        ]
    except NotDelimited as error:
        return str(error).partition(":")[0], error.span and error.span.place


@pytest.mark.slow
@given(
    st.lists(st.sampled_from(["a", "ä", ",", '"', "\n", "\r", '"b"', "1", "€"]), max_size=20),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.integers(1, 9),
)
def test_piece_by_piece_a_file_is_read_as_if_it_were_whole(parts, encoding, size):
    """Wherever a piece ends: in a letter, in a line end, between two quotes."""
    content = "".join(parts).encode(encoding)
    before = pieces.PIECE_BYTES, streaming.PIECE_BYTES
    pieces.PIECE_BYTES = streaming.PIECE_BYTES = size + 4  # a mark is never parted
    try:
        assert read_streamed(content, "comma") == read_whole(content, "comma")
    finally:
        pieces.PIECE_BYTES, streaming.PIECE_BYTES = before
