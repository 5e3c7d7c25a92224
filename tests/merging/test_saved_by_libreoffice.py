"""Presentations that another program saved: what somebody changed there is merged, too."""

from __future__ import annotations

import pytest
from pptx import Presentation

from deckmaker.diagnostics import SourceFile
from deckmaker.importing.powerpoint.made_of import told_by
from tests.agreement.libreoffice import saved_again
from tests.merging.presentations import SLIDES, built, edited, replacing
from tests.projects import Project, run

pytestmark = pytest.mark.slow


def test_what_was_changed_before_libreoffice_saved_it_is_written(tmp_path, monkeypatch):
    """And which state of the deck it was made of, it still tells."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    shown = edited(built(project, SLIDES), replacing("sweet", "sour"))
    (saved,) = saved_again([shown], tmp_path / "saved")
    assert told_by(saved) == (SourceFile("", SLIDES).digest, None)
    assert [one.shapes.title.text for one in Presentation(str(saved)).slides][1] == "Apples"
    result = run("merge", project.deck, saved)
    assert project.deck.read_text() == SLIDES.replace("sweet", "sour"), result.stdout + result.stderr


def test_of_which_row_a_presentation_was_made_it_still_tells(tmp_path, monkeypatch):
    """With whatever signs the name has."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    (project.deck.parent / "regions.csv").write_text("name\nNorth\nSüd & <Ost>\n", encoding="utf-8")
    slides = "  - {title: T}\n  - {title: B, text: Sweet}\n"
    deck = f"title: T\nrows: {{file: regions.csv, name: 'a/{{name}}'}}\nslides:\n{slides}"
    project.write(deck)
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    (made,) = (project.folder / "build").rglob("S*.pptx")
    (saved,) = saved_again([edited(made, replacing("Sweet", "Sour"))], tmp_path / "saved")
    assert told_by(saved).row == f"a/{made.stem}"
    result = run("merge", project.deck, saved)
    assert project.deck.read_text() == deck.replace("Sweet", "Sour"), result.stdout + result.stderr
