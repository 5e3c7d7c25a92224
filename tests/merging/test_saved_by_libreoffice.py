"""Presentations that another program saved: what somebody changed there is merged, too."""

from __future__ import annotations

import pytest
from pptx import Presentation

from deckmaker.diagnostics import SourceFile
from deckmaker.importing.powerpoint.made_of import digest_in
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
    assert digest_in(saved) == SourceFile("", SLIDES).digest
    assert [one.shapes.title.text for one in Presentation(str(saved)).slides][1] == "Apples"
    result = run("merge", project.deck, saved)
    assert project.deck.read_text() == SLIDES.replace("sweet", "sour"), result.stdout + result.stderr
