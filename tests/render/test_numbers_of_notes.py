"""Numbers of lists in notes: every output counts in digits, however deep they stand."""

from __future__ import annotations

from io import BytesIO

from pptx import Presentation

from deckmaker.dataclasses import replace
from deckmaker.layout import TextItem
from deckmaker.layout.sheets import notes_pages
from deckmaker.model import PaperSettings
from tests.projects import Project, run

DECK = """\
title: Steps
slides:
  - title: Steps
    notes: |
      1. first
         1. nested
            1. deeper
         2. second nested
      2. second
"""


def test_notes_count_as_they_are_written_in_every_output(tmp_path):
    """What the presenter reads in the file is `1.` on paper, in PowerPoint's notes and in the page."""
    project = Project(tmp_path)
    document = project.document(DECK)
    sheets = notes_pages(replace(document, paper=PaperSettings(notes=True)))
    notes = [one.item for sheet in sheets for one in sheet.notes if isinstance(one.item, TextItem)]
    markers = [one.marker.text for item in notes for one in item.setting.paragraphs if one.marker]
    assert markers == ["1.", "1.", "1.", "2.", "2."]
    assert run("build", project.deck, "-f", "pptx", "-f", "html", "-o", project.folder).exit_code == 0
    slide = Presentation(BytesIO((project.folder / "deck.pptx").read_bytes())).slides[0]
    kinds = slide.notes_slide.notes_text_frame._txBody.xpath(".//a:buAutoNum/@type")
    assert kinds == ["arabicPeriod"] * 5
    page = (project.folder / "deck.html").read_text()
    assert '<ol role="list"><li>nested' in page
    assert "lower-alpha" not in page
