"""Footnotes in the survey: their slot, and what made room for them."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from deckmaker.survey.forms import in_form
from deckmaker.survey.surveying import survey_of
from tests.projects import ROOT, Project

DECK = """\
title: T
slides:
  - title: A
    layout: content
    text: b^[c]^[d]
"""


def test_the_listing_says_where_they_stand_and_what_gave_way(tmp_path) -> None:
    """The text makes room; they are two lines, higher than their slot."""
    project = Project(tmp_path)
    survey = survey_of(project.document(DECK), project.deck, tmp_path, None)
    lines = [" ".join(line.split()) for line in in_form("text", [survey], 90).splitlines()]
    body = next(number for number, line in enumerate(lines) if line.startswith("body"))
    assert any(line.startswith("makes room for the footnotes (slot: ") for line in lines[body : body + 4])
    foot = next(number for number, line in enumerate(lines) if line.startswith("footnotes"))
    assert lines[foot].split()[5:8] == ["12", "2", "13.2"]
    assert lines[foot + 1].startswith("grown upward (slot: ")


def test_the_json_form_has_them(tmp_path) -> None:
    """As its schema says."""
    project = Project(tmp_path)
    survey = survey_of(project.document(DECK), project.deck, tmp_path, None)
    written = json.loads(in_form("json", [survey], 90))
    schema = json.loads((ROOT / "docs" / "show.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(written)) == []
    items = {one["slot"]: one for one in reversed(written["decks"][0]["pages"][0]["items"])}
    assert [one["text"] for one in items["footnotes"]["text"]["lines"]] == ["c", "d"]
    assert items["body"]["changes"] == ["footnotes", "lowered"] and items["footnotes"]["changes"] == ["grown"]
