"""Backslashes before braces: a deck has a form for two of them, and none for one, which is told."""

from __future__ import annotations

import pytest
import yaml
from pptx import Presentation

from tests.importing.presentations import TITLE_ONLY, content_slide, presentation
from tests.projects import Project, run

TOLD = "warning[not-imported]: slide 2: a backslash before `{{` is left out"


def noted(notes):
    """Return a presentation of two slides, the second one with notes."""

    def make(found):
        content_slide(found, layout=TITLE_ONLY).notes_slide.notes_text_frame.text = notes

    return presentation(make)


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("a {{ b }}", "a {{ b }}"),
        (r"a \\{{ b", r"a \\{{ b"),
        (r"a \{{ b", "a {{ b"),
        (r"a \\\{{ b", r"a \\{{ b"),
        (r"a\b \} {", r"a\b \} {"),
        ("Say this.\n* * *\n- - -", "Say this.\n* * *\n- - -"),
    ],
)
def test_notes_come_back_as_they_were_or_it_is_told(tmp_path, notes, expected):
    """From PowerPoint to the deck, and back to PowerPoint."""
    project = Project(tmp_path)
    path = project.folder / "talk.pptx"
    path.write_bytes(noted(notes))
    result = run("import", path)
    assert (result.exit_code, TOLD in result.stderr) == (0, notes != expected)
    assert yaml.safe_load((project.folder / "talk.yaml").read_text())
    assert run("build", project.folder / "talk.yaml", "-f", "pptx", "-o", project.folder / "out").exit_code == 0
    slides = Presentation(str(project.folder / "out/talk.pptx")).slides
    paragraphs = slides[1].notes_slide.notes_text_frame.paragraphs
    assert "\n".join(one.text for one in paragraphs).replace("\v", "\n") == expected
