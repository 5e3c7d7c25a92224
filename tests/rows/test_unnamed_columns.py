"""Columns that a deck was to name: in single braces, or nowhere."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.prepared import prepare
from deckmaker.rows.unnamed_columns import report_unnamed_columns
from tests.projects import Project
from tests.rows.tables import table

COLUMNS = table(("region", "per 100.000"), ("Nord", "7")).columns


def said(project: Project, deck: str) -> list[tuple[str, str]]:
    """Return the codes and places of what is said of a deck."""
    project.write(deck)
    diagnostics = Diagnostics()
    prepared = prepare(project.deck, diagnostics)
    assert prepared and not diagnostics.failed()
    report_unnamed_columns(prepared, COLUMNS, diagnostics)
    return [(one.code, one.span.place.rpartition("yaml:")[2] if one.span else "") for one in diagnostics]


@pytest.fixture
def project(tmp_path) -> Project:
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{region}", ["single-braces"]),
        ("{ per 100.000 | .1f }", ["single-braces"]),
        ("{{ region }} {other} {} {{region}} {{{ region }}", []),
        ("{region} and {{ region }} and {region}", ["single-braces", "single-braces"]),
    ],
)
def test_single_braces_around_a_column_are_told_where_they_stand(project, text, codes):
    """Other words between single braces are an author's own."""
    found = said(project, f"title: '{{{{ region }}}}'\nslides: [{{title: T, text: '{text}'}}]\n")
    assert [code for code, _ in found] == codes
    assert not codes or found[0][1] == "2:28"


@pytest.mark.parametrize(
    "deck",
    [
        "title: '{{ region }}'\nslides: [{title: T}]\n",
        "title: T\nslides: [{title: T}, {title: U, if: 'region = \"Nord\"', text: x}]\n",
        "title: T\nslides: [{title: T, table: {rows: [[A], [b]], where: {'{{ region }}': 1}}}]\n",
        "title: T\nlanguage: '{{ region }}'\nslides: [{title: T}]\n",
    ],
)
def test_a_deck_that_depends_on_the_row_is_not_the_same_for_each(project, deck):
    """By a text, a condition, a key or a setting."""
    assert said(project, deck) == []


def test_a_deck_that_depends_on_nothing_is_told_once(project):
    """What `rows` says of names and conditions is in no deck."""
    rows = "rows: {file: regions.csv, name: '{region}', where: '{{ region }} = 1'}"
    assert said(project, f"title: T\n{rows}\nslides: [{{title: T}}]\n") == [("same-decks", "1:1")]
