"""Presentations that Pandoc writes and LibreOffice saves: the decks that come of them."""

from __future__ import annotations

from pathlib import Path

import pypandoc
import pytest

from tests.agreement.libreoffice import saved_again
from tests.importing.presentations import (
    body_of,
    content_slide,
    imported,
    presentation,
)


@pytest.mark.outside
def test_what_pandoc_writes_comes_back(tmp_path: Path):
    """Bullets, columns, tables, code, notes, sections: by another writer of presentations."""
    target = tmp_path / "talk.pptx"
    text = (
        "% Talk\n% A. Lind\n\n# Part\n\n## Bullets\n\n- a\n    - b\n\n::: notes\nSay this\n:::\n\n## Two\n\n"
        ":::: columns\n::: column\nleft\n:::\n::: column\nright\n:::\n::::\n\n## Table\n\n"
        "| A | B |\n|---|--:|\n| 1 | 2 |\n"
    )
    pypandoc.convert_text(text, "pptx", "md", outputfile=str(target))
    found, _ = imported(target.read_bytes())
    assert found.messages == []
    assert found.slides == [
        {"section": "Part", "title": "Part"},
        {"title": "Bullets", "bullets": [{"a": ["b"]}], "notes": "Say this"},
        {"title": "Two", "columns": [{"text": "left"}, {"text": "right"}]},
        {"title": "Table", "table": {"rows": [["A", "B"], ["1", "2"]]}},
    ]


@pytest.mark.outside
def test_what_libreoffice_saves_again_comes_back_as_it_was(tmp_path: Path):
    """Titles, lists, tables and notes."""

    def make(found):
        slide = content_slide(found, "A")
        body_of(slide, (0, "a"), (1, "b"))
        slide.notes_slide.notes_text_frame.text = "Say this."

    source = tmp_path / "talk.pptx"
    source.write_bytes(presentation(make))
    (again,) = saved_again([source], tmp_path / "again")
    found, _ = imported(again.read_bytes())
    assert found.slides == [{"title": "A", "bullets": [{"a": ["b"]}], "notes": "Say this."}]
