"""Texts of a presentation that no deck may have: they are told at their slides, and are in the deck to be shortened."""

from __future__ import annotations

import pytest

from tests.importing.presentations import body_of, content_slide, presentation
from tests.projects import Project, run

HALF = "x" * 499_999


@pytest.mark.parametrize(
    ("words", "count"),
    [("x" * 1_000_000, 0), ("x" * 1_000_001, 1_000_001), ("*x*" * 250_000, 1_250_000), (f"{HALF}\v{HALF}", 1_000_001)],
)
def test_a_text_that_no_deck_may_have_is_told_at_its_slide(tmp_path, words, count):
    """One of them is too long with its backslashes alone, one with the end of its last line.

    None is cut: the deck says so again, at its line.
    """
    project = Project(tmp_path)
    path = project.folder / "talk.pptx"
    path.write_bytes(presentation(lambda found: body_of(content_slide(found), (0, words))))
    result = run("import", path)
    assert result.exit_code == 0, result.stderr
    told = f"slide 2: a text has {count:,} characters, and a deck is built with 1,000,000 at most"
    assert (told in result.stderr) == (count > 0), result.stderr
    written = (project.folder / "talk.yaml").read_text()
    assert all(line in written.replace("\\", "") for line in words.split("\v"))
    assert ("endless-text" in run("check", project.folder / "talk.yaml").stderr) == (count > 0)
