"""Where a table of rows is looked for."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, Said
from tests.projects import Project


def test_a_table_that_the_command_misspells_is_told_by_its_neighbour(tmp_path, monkeypatch):
    """In a folder below the working one, as people type it."""
    project = Project(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "regions.csv").write_text("region\nLazio\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    diagnostics = Diagnostics()
    assert open_rows(RowsRequest(Said("data/region.csv")), Path("decks/deck.yaml"), diagnostics) is None
    assert project.shown(diagnostics) == (
        "error[missing-file]: `data/region.csv` is not a file\n = help: did you mean `regions.csv`?"
    )
