"""Line breaks in the file: none but where another program might place them elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.layout import Document, TextItem
from tests.projects import Project
from tests.render.pptx.decks import find, rendered

DECK = """\
title: T
slides:
  - title: A
    layout: content
    text: |
      Noise at night is what [houses that stand around the harbour and look at it](https://x.org) have to **live** with.

      For one more winter, at least: a long-standing matter.
    bullets: [So that their people cannot sleep any longer than the ships that lie at the quays before them do]
"""


def body(tmp_path: Path, safe: bool) -> tuple[TextItem, Any]:
    """Return a text whose breaks hold, or are said not to, and its shape in the file, which the schema finds right."""
    document = _told(Project(tmp_path).document(DECK), safe)
    path = tmp_path / "deck.pptx"
    path.write_bytes(rendered(document))
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]
    return document.pages[0].slot("body").item, list(Presentation(str(path)).slides[0].placeholders)[1]


def _told(document: Document, safe: bool) -> Document:
    (page,) = document.pages
    placed = tuple(
        replace(one, item=replace(one.item, setting=replace(one.item.setting, safe=safe)))
        if isinstance(one.item, TextItem)
        else one
        for one in page.placed
    )
    return replace(document, pages=(replace(page, placed=placed),))


def test_breaks_that_might_move_are_written(tmp_path: Path) -> None:
    """One between a paragraph's lines, which have their words; marks and links go on over it, and bullets stay."""
    item, shape = body(tmp_path, safe=False)
    for one, paragraph in zip(item.setting.paragraphs, shape.text_frame.paragraphs, strict=True):
        assert paragraph.text.split("\v") == [line.line.text for line in one.lines]
        linked = " ".join(run.text for run in paragraph.runs if run.hyperlink.address)
        assert linked == " ".join(run.text for run in one.paragraph.runs if run.link)
        assert [run.text for run in paragraph.runs if run.font.bold] == [r.text for r in one.paragraph.runs if r.bold]
    assert len(find(shape._element, ".//a:br")) == len(item.setting.lines) - len(item.setting.paragraphs) >= 2


def test_a_text_whose_breaks_hold_has_none_in_the_file(tmp_path: Path) -> None:
    """So that it can be edited, and runs on."""
    item, shape = body(tmp_path, safe=True)
    assert len(item.setting.lines) > len(item.setting.paragraphs)
    assert not find(shape._element, ".//a:br")
