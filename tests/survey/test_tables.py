"""Tables in every form of the survey, one built by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from deckmaker.layout import Document
from deckmaker.survey.forms import in_form
from deckmaker.survey.picture.drawing import drawing
from deckmaker.survey.survey import DeckSurvey
from deckmaker.survey.surveying import survey_of
from tests.projects import ROOT, Project
from tests.survey.tables import COLUMNS, ROWS, with_table


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, DeckSurvey]:
    """A document of a page with a table, and its survey."""
    folder: Path = tmp_path_factory.mktemp("project")
    project = Project(folder)
    document = with_table(project.document("title: T\nslides:\n  - title: A\n    layout: content\n"))
    return document, survey_of(document, project.deck, folder, None)


def test_a_table_is_listed_with_its_columns_and_rows(surveyed):
    """Its size, too."""
    lines = in_form("text", [surveyed[1]], 90).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("table"))
    assert [" ".join(line.split()) for line in lines[at : at + 2]] == [
        "table 60 200 320 76 2 rows of 2 columns, in 18 points",
        "columns 200, 120; rows 36, 40",
    ]


def test_the_json_form_has_widths_heights_and_roles(surveyed):
    """As its schema says."""
    written = json.loads(in_form("json", [surveyed[1]], 90))
    schema = json.loads((ROOT / "docs" / "show.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(written)) == []
    (item,) = [one for one in written["decks"][0]["pages"][0]["items"] if one["kind"] == "table"]
    grid = item["table"].pop("grid")
    assert [[(one["row"], one["column"]), one["role"], one["lines"][0]["text"]] for one in grid] == [
        [(0, 0), "header", "Berth"],
        [(0, 1), "header", "dB(A)"],
        [(1, 0), "stub", "4"],
        [(1, 1), "body", "61"],
    ]
    assert grid[3]["box"] == {"x": 260, "y": 236, "width": 120, "height": 40}
    assert item["table"] == {
        "columns": list(COLUMNS),
        "rows": list(ROWS),
        "header_rows": 1,
        "footer_rows": 0,
        "stub_columns": 1,
        "sizes": [18],
        "cells": 4,
        "breaks_are_safe": True,
    }


def test_a_table_is_drawn_with_its_grounds_words_and_rules(surveyed):
    """In this order, in the theme's colours; the overlay has its box."""
    document, survey = surveyed
    picture = drawing(document.pages[0], survey.pages[0], survey, document.theme)
    palette, page = document.theme.palette, list(picture.find("g[@id='page']") or [])
    ground = next(i for i, one in enumerate(page) if one.get("fill") == palette["tint"] and one.get("y") == "200")
    rule = next(i for i, one in enumerate(page) if one.get("fill") == palette["ink"] and one.get("y") == "235")
    between = page[ground + 1 : rule]
    assert [one.tag for one in between] == ["g"] * 4
    frame = picture.find("g[@id='overlay']/g[@class='table']/rect[2]")
    assert frame is not None and (frame.get("x"), frame.get("width"), frame.get("height")) == ("60", "320", "76")
