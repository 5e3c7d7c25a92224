"""Texts of which nothing, or nothing that is seen, is left once they are read: laid out wherever they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.layout import Document
from deckmaker.pipeline import read_document
from tests.projects import Project

TEXTS = [
    "![a](b.png)",
    "![a](b.png)\\\n![a](b.png)",
    "![a](b.png)\n\nb",
    "\\\nb",
    "[](https://example.org)",
    "^[b]",
    "** **",
    "\u200b",
    "\u00ad\u2060",
    "\u0300",
    "- ![a](b.png)",
    "> ![a](b.png)",
]


def _slides(text: str) -> Iterator[dict[str, object]]:
    picture = {"file": "picture.png", "alt": "x"}
    yield {"title": text, "text": text}
    yield {"title": text, "section": text, "layout": "section", "text": text}
    yield {"title": "a", "text": text, "notes": text, "credit": text}
    yield {"title": "a", "bullets": [text, {"b": [text]}]}
    yield {"title": "a", "numbered": [text]}
    yield {"title": "a", "quote": {"text": text, "by": text, "credit": text}}
    yield {"title": "a", "image": {**picture, "alt": text, "caption": text, "credit": text}}
    yield {"title": "a", "table": {"rows": [["b", text], [text, text]], "caption": text}}
    yield {"title": "a", "columns": [{"heading": text, "quote": text}, {"text": text}]}
    yield {"title": "a", "quote": text, "image": picture}
    yield {"title": "a", "credits": [text]}


@pytest.mark.parametrize("theme", ["briefing", "statement"])
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_a_text_of_which_nothing_is_left_is_no_mistake_of_ours(tmp_path, text, theme):
    """Each by itself, as what is wrong with one slide says nothing of the next."""
    for diagnostics, document in _read(tmp_path, text, theme):
        assert document or any(one.severity is Severity.ERROR for one in diagnostics)


def test_the_slides_are_laid_out_where_there_is_a_text(tmp_path):
    """Or what is tried here would be refused before it is laid out."""
    assert all(document for _, document in _read(tmp_path, "b", "briefing"))


def _read(folder: Path, text: str, theme: str) -> Iterator[tuple[Diagnostics, Document | None]]:
    project = Project(folder)
    Image.new("RGB", (40, 30)).save(project.deck.parent / "picture.png")
    for slide in _slides(text):
        project.write(json.dumps({"title": "T", "theme": theme, "slides": [{"title": "a"}, slide]}))
        diagnostics = Diagnostics()
        yield diagnostics, read_document(project.deck, diagnostics)
