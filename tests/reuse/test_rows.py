"""A deck for a row of a table: its columns in texts, and what mistakes say of the row."""

from __future__ import annotations

import json

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full, github, json_line, short
from deckmaker.localization.typed_numbers import evidence
from deckmaker.pipeline import read_stages
from deckmaker.values.row import Columns, Row
from tests.projects import Project

NAMES = ("region", "sales", "picture", "tongue", "per 100,000")
ROWS = [
    ("North", "1.234,5", "../a.png", "de", "2,5"),
    ("South", "1.000", "../b.png", "fr", ""),
    ("West", "n/a", "../../../../etc/passwd", "no tongue", "7"),
]
COLUMNS = Columns("regions.csv", NAMES, tuple(evidence(column) for column in zip(*ROWS, strict=True)))

DECK = """\
title: Sales in {{ region }}
language: "{{ tongue }}"
variables: {unit: euros}
slides:
  - title: "{{ sales | ,.0f }} {{ unit }}"
    if: sales > 1000
    notes: "{{ \\"per 100,000\\" | .1f | default \\"not known\\" }}"
  - title: "{{ region }}"
    image: {file: "{{ picture }}", alt: "{{ region }}", credit: own}
"""


def row(number: int) -> Row:
    """Return a row of the table."""
    return Row(number, number + 1, ROWS[number - 1], COLUMNS)


@pytest.fixture
def project(tmp_path):
    """A project with a picture for the first row."""
    project = Project(tmp_path)
    project.picture("a.png")
    return project


def read(project: Project, text: str, number: int):
    """Return the deck of a row, and what is said of it."""
    diagnostics = Diagnostics()
    return read_stages(project.write(text), diagnostics, row=row(number)), diagnostics


def test_columns_are_names_beside_variables(project):
    """Numbers are read with the decimal sign of their column, and written in the language that the row names."""
    found, diagnostics = read(project, DECK, 1)
    assert found, project.shown(diagnostics)
    assert found.deck.language == "de" and found.deck.title == "Sales in North"
    first, second = found.deck.slides
    assert first.title.text == "1.235 euros"
    assert [note.text for note in first.notes] == ["2,5"]
    assert second.title.text == "North"


def test_a_mistake_says_the_row_and_the_column(project):
    """In each form; where a file is missed, too, whose path came from the row."""
    found, diagnostics = read(project, DECK, 2)
    assert found is None
    (one,) = [one for one in diagnostics if one.code == "missing-file"]
    assert (one.row.number, one.row.line, one.row.file, one.row.columns) == (2, 3, "regions.csv", ("picture",))
    assert " = note: row 2 (line 3 of regions.csv), column `picture`" in full(one)
    assert "; row 2 (line 3 of regions.csv), column `picture`" in short(one)
    assert "%0Anote: row 2 (line 3 of regions.csv), column `picture`" in github(one)
    told = json.loads(json_line(one))
    assert told["row"] == {"number": 2, "file": "regions.csv", "line": 3, "columns": ["picture"]}


def test_a_mistake_beside_a_value_names_no_column(project):
    """It is about the row's deck, and not about its value."""
    _, diagnostics = read(project, "title: T\nslides: [{title: '{{ region }}', layout: nosuch}]\n", 1)
    assert [(one.code, one.row.number, one.row.columns) for one in diagnostics if one.severity.value == "error"] == [
        ("unknown-layout", 1, ())
    ]


def test_all_that_is_wrong_with_a_row_is_told_at_once(project):
    """A language that is none, a path out of the project; a number that is not known is no mistake of a condition."""
    found, diagnostics = read(project, DECK, 3)
    assert found is None
    assert {(one.code, one.row.columns) for one in diagnostics if one.severity.value == "error"} == {
        ("wrong-value", ("tongue",)),
        ("outside-project", ("picture",)),
    }


def test_what_is_wrong_with_all_rows_says_none(project):
    """A variable with the name of a column, and a condition that is none."""
    _, diagnostics = read(project, "title: T\nvariables: {sales: 1}\nslides: [{title: A, if: '=='}, {title: B}]\n", 1)
    assert [(one.code, one.row) for one in diagnostics if one.severity.value == "error"] == [
        ("column-conflict", None),
        ("condition-syntax", None),
    ]
    (conflict,) = [one for one in diagnostics if one.code == "column-conflict"]
    assert project.shown(diagnostics).startswith("""\
error[column-conflict]: `sales` is a variable, and a column of `regions.csv`
 --> decks/deck.yaml:2:13
  |
2 | variables: {sales: 1}
  |             ^^^^^
  = help: give the variable another name""")
    assert conflict.span.line == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ regio }}",
            "`regio`\n",
        ),
        ("{{ colour }}", "columns are `region`, `sales`, `picture`, `tongue`, `per 100,000`; variables are `unit`"),
        ("{{ picture | .1f }}", "column `picture`"),
        ("{{ region.a }}", "`region` is a text, and has no `a`"),
    ],
)
def test_what_is_said_of_names(project, text, said):
    """Columns and variables are listed; the value at fault has its column."""
    _, diagnostics = read(project, f"title: T\nvariables: {{unit: u}}\nslides: [{{title: '{text}'}}]\n", 1)
    assert said in f"{project.shown(diagnostics)}\n"
    assert all(one.row.number == 1 for one in diagnostics)


def test_values_of_a_row_are_never_marks_or_structure(project):
    """As those of variables; a bracket or a comparison in a filter is a text."""
    texts = ("> 5", "[x](javascript:alert(1))", "**b**", "en", "{{ sales }}")
    hostile = Row(1, 2, texts, COLUMNS)
    diagnostics = Diagnostics()
    deck = project.write("""\
title: T
slides:
  - title: "{{ sales }} {{ picture }} {{ \\"per 100,000\\" }}"
    layout: table
    table: {rows: [[A, B], ["> 5", 1], ["7", 2]], where: {A: "{{ region }}"}}
""")
    found = read_stages(deck, diagnostics, row=hostile)
    assert found, project.shown(diagnostics)
    (slide,) = found.deck.slides
    assert slide.title.text == "[x](javascript:alert(1)) **b** {{ sales }}"
    assert not any(run.link or run.bold for run in slide.title.runs)
    assert [[cell.paragraph.text for cell in line.cells] for line in slide.blocks[0].rows[-1:]] == [["> 5", "1"]]


def test_a_minus_of_a_value_is_a_part_of_a_name(project):
    """What is sorted by is the column of that name; the author's own minus sorts the other way."""
    said = []
    for text in ("{{ region }}", "-{{ sales }}"):
        diagnostics = Diagnostics()
        table = f"{{rows: [[-B, A], [2, x], [1, y]], sort: '{text}'}}"
        deck = project.write(f"title: T\nslides: [{{title: A, layout: table, table: {table}}}]\n")
        found = read_stages(deck, diagnostics, row=Row(1, 2, ("-B", "-B", "", "en", ""), COLUMNS))
        assert found, project.shown(diagnostics)
        said.append([cell.paragraph.text for line in found.deck.slides[0].blocks[0].rows for cell in line.cells[:1]])
    assert said == [["-B", "1", "2"], ["-B", "2", "1"]]
    deck = project.write(
        "title: T\nslides: [{title: A, layout: table, table: {rows: [[B, A], [2, x]], sort: '{{ region }}'}}]\n"
    )
    diagnostics = Diagnostics()
    read_stages(deck, diagnostics, row=Row(1, 2, ("-B", "", "", "en", ""), COLUMNS))
    assert [one.code for one in diagnostics if one.severity.value == "error"] == ["unknown-column"]


@pytest.mark.parametrize(
    "written",
    [
        "/etc/passwd",
        "../../../../etc/passwd",
        "file:///etc/passwd",
        "https://a.org/b.png",
        "..\\..\\a.png",
        "~/a.png",
        ".",
        "",
    ],
)
def test_no_path_of_a_value_leads_out_of_the_project(project, written):
    """Of a picture, a theme, a table, a logo; each is told with its row, and none is read."""
    for text in (
        "slides: [{title: A, image: {file: '{{ picture }}', alt: A, credit: own}}]",
        "theme: '{{ picture }}'\nslides: [{title: A}]",
        "logo: '{{ picture }}'\nslides: [{title: A}]",
        "slides: [{title: A, table: {file: '{{ picture }}'}}]",
        "slides: [{title: A, chart: {file: '{{ picture }}', alt: A}}]",
    ):
        diagnostics = Diagnostics()
        hostile = Row(1, 2, ("", "", written, "en", ""), COLUMNS)
        assert read_stages(project.write(f"title: T\n{text}\n"), diagnostics, row=hostile) is None
        errors = [one for one in diagnostics if one.severity.value == "error"]
        assert errors and all(one.row.number == 1 for one in errors)
        assert "picture" in {name for one in errors for name in one.row.columns}


def test_an_address_of_a_value_is_one_of_the_web_in_credits(project):
    """As one that is typed."""
    hostile = Row(1, 2, ("javascript:alert(1)", "", "", "en", ""), COLUMNS)
    diagnostics = Diagnostics()
    deck = project.write("title: T\nslides: [{title: A, credits: [{title: B, url: '{{ region }}'}]}]\n")
    assert read_stages(deck, diagnostics, row=hostile) is None
    errors = [one for one in diagnostics if one.severity.value == "error"]
    assert [(one.code, one.row.number) for one in errors] == [("unsafe-link", 1)]


def test_a_link_of_a_value_is_one_of_the_web(project):
    """Whatever scheme it names."""
    hostile = Row(1, 2, ("javascript:alert(1)", "", "", "en", ""), COLUMNS)
    for text in ("[x]({{ region }})", "[x](<{{ region }}>)"):
        diagnostics = Diagnostics()
        deck = project.write(f"title: T\nslides:\n  - {{title: A, text: '{text}'}}\n")
        found = read_stages(deck, diagnostics, flawed=True, row=hostile)
        assert found is None or not [
            run for slide in found.deck.slides for one in slide.texts for run in one.runs if run.link
        ]
        assert any(one.row for one in diagnostics), text
