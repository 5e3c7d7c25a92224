"""What the files of rows are called: inside the folder, and no two the same on any system."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.rows.file_names import NAME_BYTES
from deckmaker.rows.naming import NamedRows, named
from deckmaker.rows.selection import Selection
from deckmaker.rows.source import RowSource
from tests.rows.tables import asked, scopes, table

REGIONS = table(
    ("region", "year", "sales", "per 100.000"), ("Nörd", "2026", "1234,5", "7"), ("South", "2025", "9,5", "8")
)


def all_of(source: RowSource) -> Selection:
    return Selection(source, range(1, len(source) + 1))


def read(source: RowSource, language: str = "en", formats=(), **options) -> tuple[NamedRows | None, list[str]]:
    """Return rows with their names, and what is said of them."""
    diagnostics = Diagnostics()
    rows = named(all_of(source), asked(**options), "noise", scopes(language), diagnostics, formats)
    return rows, [full(one) for one in diagnostics]


def names(source: RowSource, language: str = "en", **options) -> list[str]:
    rows, said = read(source, language, **options)
    assert rows is not None and not said, said
    assert (len(rows), rows.last) == (len(source), len(source))
    assert [task.row.number for task in rows] == list(range(1, len(source) + 1))
    return [task.name for task in rows]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        (None, "noise-Nörd"),
        ("{region}", "Nörd"),
        ("{{ region }}-{{ year }}", "Nörd-2026"),
        ("{year}/{region} { sales | ,.0f }", "2026/Nörd 1.235"),
        ("{{ sales | ,.1f }}", "1.234,5"),
        ('{per 100.000}-{{ "per 100.000" | .1f }}', "7-7,0"),
    ],
)
def test_names_are_made_of_columns(name, first):
    """Of one or two braces, with formats in the deck's language."""
    assert names(REGIONS, "de", name=name)[0] == first


def test_signs_that_names_cannot_have_become_hyphens_where_a_value_has_them():
    """Slashes among them: a value makes no folder."""
    hostile = ["../a", 'b:*?"<>|c', "d\\e", "f\u202eg\u200bh", "h\x01\ti", " j. ", "k\u200dl"]
    expected = ["..-a", "b-------c", "d-e", "f-g-h", "h- i", "j", "k\u200dl"]
    assert names(table(("x",), *([one] for one in hostile)), name="n{x}") == [f"n{one}" for one in expected]


WRONG_PATTERNS = {
    "report": (1, "the names of all rows would be the same"),
    "{region": (1, "`{` stands alone"),
    "{{ region": (1, "`{{` is never closed"),
    "{region}}": (9, "`}` stands alone"),
    "\\{{ region }}": (1, "names of files hold no `{{`"),
    "{}": (2, "`{{ }}` names no variable"),
    "{regio}": (2, "there is no column and no variable `regio`"),
    "C:{region}": (2, "a name of files cannot have `:`"),
    "a\u202e{region}": (2, "a name of files cannot have `U+202E`"),
    "{{ region | upper }}": (3, "`| upper` is no format"),
}


@pytest.mark.parametrize(("name", "expected"), WRONG_PATTERNS.items(), ids=WRONG_PATTERNS)
def test_a_pattern_that_is_none_is_told_where_it_is_wrong(name, expected):
    """Once for all rows."""
    rows, (said,) = read(REGIONS, name=name)
    column, message = expected
    assert rows is None
    assert said.splitlines()[0].partition(": ")[2] == message
    assert said.splitlines()[1] == f" --> --name:1:{column}"


def test_how_braces_are_written_is_told():
    for name in ("{region", "\\{{ region }}"):
        _, (said,) = read(REGIONS, name=name)
        assert said.endswith(
            "help: write a column between braces, as in `{region}`, or `{{ region }}`; names hold no other braces"
        )


def test_a_name_may_be_as_long_as_it_may():
    assert names(table(("x",), ("ä" * 100,)), name="{x}") == ["ä" * 100]


WRONG_NAMES = {
    "../{x}": ("a", "the name `../a` leads out of the folder"),
    "/{x}": ("a", "the name `/a` has no word before or behind a `/`"),
    "a//{x}": ("a", "the name `a//a` has no word before or behind a `/`"),
    "{x}/": ("a", "the name `a/` has no word before or behind a `/`"),
    "{x}/b": ("..", "the name `../b` leads out of the folder"),
    "{ x}": (".hidden", "the name `.hidden` begins with a point, which hides files"),
    ".{x}/a": ("b", "the name `.b/a` begins with a point, which hides files"),
    "{{ x }}": ("Con.a", "the name `Con.a` has `Con.a`, which Windows keeps for a device"),
    "{x}": ("AUX .x", "the name `AUX .x` has `AUX .x`, which Windows keeps for a device"),
    "../{x}/..": ("..", "the name `../../..` leads out of the folder"),
    "a/{x}9": ("com", "the name `a/com9` has `com9`, which Windows keeps for a device"),
    "{x}.pdf/a": ("b", "the name `b.pdf/a` has a folder that is called as a file is, `b.pdf`"),
    "{x}.": ("...", "the name `....` is empty"),
    "{{x}}": ("ä" * 101, f"the name `{'ä' * 59}…` has more than 200 bytes"),
    "{ x }": ("", "`x` is empty"),
}


@pytest.mark.parametrize(("name", "expected"), WRONG_NAMES.items(), ids=WRONG_NAMES)
def test_a_name_that_no_file_can_have_is_told_with_its_row(name, expected):
    """And every other row that has it."""
    value, message = expected
    rows, (said,) = read(table(("x", "y"), (value, ""), ("fine", ""), (value, "")), name=name)
    lines = said.splitlines()
    assert rows is None
    code = "unusable-variable" if message == "`x` is empty" else "unusable-name"
    assert lines[0] == f"error[{code}]: {message}"
    assert next(line.strip() for line in lines if "note" in line).startswith("= note: row 1 (line 2 of regions.csv)")


@pytest.mark.parametrize(
    ("values", "message", "lines"),
    [
        (
            ("North", "NORTH"),
            "rows 1 and 2 would be called `noise-North` and `noise-NORTH`, which is one name on some systems",
            "2 and 3",
        ),
        (
            ("é", "e\u0301"),
            "rows 1 and 2 would be called `noise-é` and `noise-e\u0301`, which is one name on some systems",
            "2 and 3",
        ),
        (("a/b", "a:b", "a-b"), "rows 1, 2 and 3 would be called `noise-a-b`", "2, 3 and 4"),
        (("x",) * 9, "rows 1, 2, 3, 4, 5 and 4 more would be called `noise-x`", "2, 3, 4, 5, 6 and 4 more"),
    ],
)
def test_names_of_several_rows_are_told(values, message, lines):
    rows, (said,) = read(table(("x",), *([one] for one in values)))
    assert rows is None
    first, place, *_, note, help = said.splitlines()
    assert (first, place) == (f"error[unusable-name]: {message}", " --> --rows:1:1")
    assert note == f"  = note: lines {lines} of regions.csv"
    assert help == "  = help: name a further column, as in `{region}-{year}`, with `--name` or under `rows:`"


def test_rows_that_are_the_same_in_all_cells_are_not_told_apart_by_a_further_column():
    """One of them is to go."""
    _, (said,) = read(table(("x", "y"), ("North", "1"), ("South", "1"), ("North", "1")))
    first, *_, note, help = said.splitlines()
    assert first == "error[unusable-name]: rows 1 and 3 would be called `noise-North`"
    assert note == "  = note: lines 2 and 4 of regions.csv"
    assert help == "  = help: leave out all but one: all of their cells are the same"


def test_outputs_that_add_a_word_are_told_apart_from_names_with_it():
    """Where that format is built."""
    rows = table(("x",), ("a",), ("a-handout",))
    assert names(rows, name="{x}") == ["a", "a-handout"]
    _, (said,) = read(rows, formats=("pdf", "handout"), name="{x}")
    assert "rows 1 and 2 would be called `a` and `a-handout`, and have an output of the same name" in said


@pytest.mark.parametrize("formats", [(), ("pdf", "handout", "png")])
def test_of_many_names_of_several_rows_a_few_are_told(formats):
    """Each once, however many outputs of the same rows have the same name, too; those of the first rows."""
    rows = table(("x",), *([str(index % 100)] for index in range(200)))
    _, said = read(rows, formats=formats)
    assert len(said) == 10
    assert "rows 1 and 101 would" in said[0]
    assert "rows 10 and 110 would" in said[-1]
    assert "90 further names are those of several rows" in said[-1]
    assert "rows 1 and 101" in said[0]


def test_names_of_several_rows_are_told_beside_names_that_no_file_can_have():
    """All at once; the rows whose names are told have no other's."""
    rows, said = read(table(("x",), ["CON"], ["a"], [".."], ["A"], ["CON"]), name="{x}")
    assert rows is None
    assert [one.splitlines()[0] for one in said] == [
        "error[unusable-name]: the name `CON` has `CON`, which Windows keeps for a device",
        "error[unusable-name]: the name `..` leads out of the folder",
        "error[unusable-name]: rows 2 and 4 would be called `a` and `A`, which is one name on some systems",
    ]


VALUES = st.one_of(
    st.sampled_from(
        ["..", ".", "", "CON", "nul.txt", "a/b", "..\\..", "/etc", "C:", "a.", " a", "ß", "SS", "é", "E\u0301"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
PATTERNS = st.lists(
    st.sampled_from(["{a}", "{b}", "{{ a }}", '{{ b | default "x" }}', "/", "..", ".", "-", "n", " ", "COM1", "."]),
    min_size=1,
    max_size=5,
).map("".join)
DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{name}{number}" for name in ("COM", "LPT") for number in range(10))}


@given(PATTERNS, st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=4))
def test_whatever_the_pattern_and_the_values_names_are_sound_or_told(name, rows):
    """None leads out of the folder, is hidden or a device; none is too long; and no two are one on any system."""
    found, said = read(table(("a", "b"), *rows), name=name)
    assert (found is None) == bool(said)
    if found is None:
        return
    made = [task.name for task in found]
    for one in made:
        assert 0 < len(one.encode()) <= NAME_BYTES
        assert one.isprintable() or "\u200c" in one or "\u200d" in one
        for system in (PurePosixPath, PureWindowsPath):
            path = system(one)
            assert not path.is_absolute() and not path.drive and not path.anchor
            assert ".." not in path.parts
            assert str(path).replace("\\", "/") == one
        for part in one.split("/"):
            assert part and not part.startswith(".") and part == part.strip(" ") and not part.endswith(".")
            assert part.partition(".")[0].strip().upper() not in DEVICES
            assert not set(part) & set('\\:*?"<>|')
    for form in ("NFC", "NFD"):
        folded = {unicodedata.normalize(form, unicodedata.normalize(form, one).lower()) for one in made}
        assert len(folded) == len(made)
        folded = {unicodedata.normalize(form, unicodedata.normalize(form, one).upper()) for one in made}
        assert len(folded) == len(made)
