"""A deck's own `rows:` and the command's options to rows with names."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.model import PaperSettings
from deckmaker.prepared import prepare
from deckmaker.rows.planning import planned
from deckmaker.rows.request import RowsRequest, Said, request_in, with_options

DECK = """\
title: Night noise in {{ region }}
language: de
variables: {least: 100}
rows: {file: regions.csv, where: "{{ nights }} > {{ least }}", name: "{region}-{{ nights | ,.0f }}"}
slides:
  - title: Night noise in {{ region }}
"""
TABLE = "region;nights\nHafen;1.212,0\nAltstadt;40,5\nNeustadt;101,4\n"


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deckmaker.yaml").touch()
    (tmp_path / "regions.csv").write_text(TABLE)
    (tmp_path / "other.jsonl").write_text('{"region": "A", "nights": 500}\n{"region": "B", "nights": 5}\n')
    path = tmp_path / "noise.yaml"
    path.write_text(DECK)
    return path


def plan(
    deck: Path, formats: tuple[str, ...] = ("pptx",), paper: PaperSettings | None = None, **options
) -> tuple[list[tuple[int, str]] | None, list[tuple[str, str]]]:
    """Return numbers and names of rows, and what is said with its place."""
    diagnostics = Diagnostics()
    prepared = prepare(deck, diagnostics)
    assert prepared
    request = with_options(request_in(prepared.tree), **options)
    assert request
    found = planned(prepared, request, formats, diagnostics, paper)
    places = [(one.message, one.span.place.rpartition("/")[2] if one.span else "") for one in diagnostics]
    return [(task.row.number, task.name) for task in found.rows] if found and found.can_build else None, places


def test_a_deck_says_its_rows(deck):
    """Its variables stand beside columns, and its language is that of numbers in names."""
    assert plan(deck) == ([(1, "Hafen-1.212"), (3, "Neustadt-101")], [])


def test_options_stand_in_place_of_what_the_deck_says(deck):
    """But for the condition, which has to hold beside the deck's."""
    assert plan(deck, where="nights < 1000", name="{region}") == ([(3, "Neustadt")], [])
    assert plan(deck, where="nights < 50") == (
        None,
        [("no row of `regions.csv` is left by the condition", "--where:1:1")],
    )
    assert plan(deck, limit=1) == ([(1, "Hafen-1.212")], [])
    assert plan(deck, sample=1) == ([(1, "Hafen-1.212")], [])
    assert plan(deck, file=str(deck.parent / "other.jsonl")) == ([(1, "A-500")], [])


@pytest.mark.parametrize(("formats", "are_told"), [((), True), (("pdf",), True), (("pptx",), False)])
def test_sheets_that_the_deck_itself_has_need_names_of_their_own(deck, formats, are_told):
    """Those that `pdf:` asks for, beside the PDF; also where nobody says what is built."""
    deck.write_text(DECK.replace("slides:", "pdf: {handout: 6, notes: false}\nslides:"))
    table = deck.parent / "regions.csv"
    table.write_text("region;nights\nHafen;1.212,0\nHafen-handout;1.212,0\n")
    assert bool(plan(deck, formats, name="{region}")[1]) == are_told
    table.write_text("region;nights\nHafen;1.212,0\nHafen-notes;1.212,0\n")
    assert plan(deck, formats, name="{region}")[1] == []


@pytest.mark.parametrize(
    ("paper", "word"), [(PaperSettings(handout=2), "handout"), (PaperSettings(notes=True), "notes")]
)
@pytest.mark.parametrize("formats", [("pdf",), ("pptx",)])
def test_sheets_that_the_command_asks_for_need_names_of_their_own(deck, formats, paper, word):
    """As where they are formats; a deck has them whatever else is built."""
    table = deck.parent / "regions.csv"
    table.write_text(f"region;nights\nHafen;1.212,0\nHafen-{word};1.212,0\n")
    found, ((said, _),) = plan(deck, formats, paper, name="{region}")
    why = "and have an output of the same name"
    assert (found, said) == (None, f"rows 1 and 2 would be called `Hafen` and `Hafen-{word}`, {why}")
    assert plan(deck, (*formats, word), name="{region}")[1][0][0] == said
    assert plan(deck, formats, name="{region}")[1] == []


def test_one_row_is_taken_by_its_number(deck):
    """Whatever the condition; and told where there is none."""
    assert plan(deck, row=2) == ([(2, "Altstadt-41")], [])
    assert plan(deck, row=4) == (None, [("`regions.csv` has no row 4", "noise.yaml:4:14")])


def test_what_a_file_is_read_by_is_not_that_of_another_one(deck):
    deck.write_text(DECK.replace("file: regions.csv", "file: regions.csv, delimiter: semicolon, skip: 0"))
    assert plan(deck, file=str(deck.parent / "other.jsonl"))[1] == []


def test_without_options_and_rows_nothing_is_asked_for():
    assert with_options(None, where="a > 0") is None
    assert with_options(None, file="r.csv", limit=2) == RowsRequest(Said("r.csv"), limit=2)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("regions.csv", "region.csv", ("`region.csv` is not a file", "noise.yaml:4:14")),
        ("regions.csv", "../r.csv", ("`../r.csv` leads out of the project", "noise.yaml:4:14")),
        ("{{ nights }}", "{{ night }}", ("there is no column and no variable `night`", "noise.yaml:4:35")),
        (
            "{{ nights }} > {{ least }}",
            "{{ region }} > 100",
            ("`region` is `Hafen`: expected a number", "noise.yaml:4:35"),
        ),
        ("{region}", "{x}", ("there is no column and no variable `x`", "noise.yaml:4:72")),
        ("{region}-", "../", ("the name `../1.212` leads out of the folder", "noise.yaml:4:71")),
        ("{least", "{region", ("`region` is a variable, and a column of `regions.csv`", "noise.yaml:3:13")),
    ],
)
def test_what_is_wrong_is_told_at_its_place_in_the_deck(before, after, said, deck):
    assert before in DECK
    deck.write_text(DECK.replace(before, after, 1 if before != "{least" else -1))
    rows, found = plan(deck)
    assert rows is None
    assert found[0] == said, found


def test_an_unknown_format_is_told_beside_other_mistakes(deck):
    """Before any row is looked at, each of which would say so."""
    rows, found = plan(deck, formats=("pdf", "pttx", "md"))
    assert (rows, found) == (None, [("no renderer for format `pttx`", "")])
    _, both = plan(deck, formats=("pttx",), name="../{region}")
    assert [message for message, _ in both] == [
        "the name `../Hafen` leads out of the folder",
        "no renderer for format `pttx`",
    ]


def test_a_sheet_and_a_sign_that_somebody_types_count_for_any_table(deck):
    """In place of those of the deck; another table of the command's has none of the deck's."""
    own = RowsRequest(Said("own.xlsx"), sheet="A", decimal="point", skip=2)
    assert with_options(own, sheet="B", decimal="comma") == RowsRequest(Said("own.xlsx"), "B", skip=2, decimal="comma")
    assert with_options(own, file="r.xlsx", sheet="B") == RowsRequest(Said("r.xlsx"), "B")
    (deck.parent / "open.csv").write_text("region;nights\nA;1.212\nB;2.345\n")
    (found, said) = plan(deck, file="open.csv", name="{{ nights | ,.0f }}")
    assert found is None and {message for message, _ in said} == {
        "`nights` is `1.212`, which may be one of two numbers",
    }
    assert plan(deck, file="open.csv", name="{{ nights | ,.0f }}", decimal="comma")[0] == [(1, "1.212"), (2, "2.345")]
