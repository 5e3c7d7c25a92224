"""Names and values in one form of Unicode, asked for in the other: an `ö` of one sign and of two is one letter."""

from __future__ import annotations

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.projects import DECK, Project, run

FORMS = [("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD")]
"""The form of the file, and of the deck."""

CSV = "Stadt,Größe\nKöln,3\nBonn,4\nMünchen,5\n"

SLIDES = {
    "columns": "    table: {file: t.csv, columns: [Größe, Stadt], sort: Größe}\n",
    "rows": "    table: {file: t.csv, where: {Stadt: [Köln, München]}}\n",
    "all but one": "    table: {file: t.csv, columns: [Größe], where: {Stadt: '!= Köln'}}\n",
    "what is strong": "    table: {file: t.csv, strong: {columns: [Größe]}}\n",
    "chart": "    chart: {type: bar, file: t.csv, x: Stadt, y: [Größe]}\n",
    "values": "    text: '{{ t.Köln.Größe }}, {{ j.Köln.Größe }}'\n",
    "condition": "    text: Only there.\n    if: \"{{ t.Köln.Stadt }} = 'Köln'\"\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of its own."""
    return Project(tmp_path)


@pytest.mark.parametrize(("file", "deck"), FORMS)
@pytest.mark.parametrize("slide", SLIDES.values(), ids=SLIDES)
def test_what_a_deck_names_is_found_in_its_files(slide: str, file: str, deck: str, project: Project) -> None:
    """macOS writes two signs, most keyboards one. “Did you mean” had the very word that was typed."""
    files = project.folder / "decks"
    (files / "t.csv").write_text(normalize(file, CSV), encoding="utf-8")
    values = json.dumps({"Köln": {"Größe": 3}}, ensure_ascii=False)
    (files / "j.json").write_text(normalize(file, values), encoding="utf-8")
    variables = "variables:\n  t: {file: t.csv}\n  j: {file: j.json}\n"
    text = normalize(deck, f"{variables}{DECK}  - title: Second\n{slide}")
    document, diagnostics = project.read(text)
    assert project.shown(diagnostics) == ""
    assert document and len(document.pages) == 2


@pytest.mark.parametrize(("file", "deck"), FORMS)
def test_a_table_s_key_may_be_in_another_form(file: str, deck: str, project: Project) -> None:
    """As the column whose texts name the rows."""
    (project.folder / "decks" / "t.csv").write_text(normalize(file, CSV), encoding="utf-8")
    text = f"variables: {{t: {{file: t.csv, key: Größe}}}}\n{DECK}  - title: Second\n    text: '{{{{ t.3.Stadt }}}}'\n"
    document, diagnostics = project.read(normalize(deck, text))
    assert project.shown(diagnostics) == ""
    assert document


@pytest.mark.parametrize(("file", "deck"), FORMS)
def test_rows_of_decks_fill_in_what_is_named(file: str, deck: str, project: Project) -> None:
    """Decks from rows, by columns and by what holds of their values."""
    (project.folder / "decks" / "t.csv").write_text(normalize(file, CSV), encoding="utf-8")
    text = (
        "title: T\nrows: {file: t.csv, where: \"{{ Stadt }} != 'München'\"}\nslides:\n  - title: '{{ Größe }}'\n"
        "  - {title: There, text: x, if: \"{{ Stadt }} = 'Köln' or {{ Stadt }} = 'Bonn'\"}\n"
    )
    result = run("check", project.write(normalize(deck, text)))
    assert result.exit_code == 0, result.output
    assert "2 checked" in result.output
