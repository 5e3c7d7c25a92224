"""A list in two columns, read back from each output by another program: one list for its author, two for its reader."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import lxml.html
import pdfplumber
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from tests.projects import Project, run
from tests.render.laid_out_decks import rendered_by

ITEMS = [
    *("Berth 1", "Berth 4", "Quay wall", "Crane track", "School"),
    *("Old town", "Fish market", "Ferry pier", "Rail yard"),
]
DECK = f"title: T\nslides:\n  - title: First\n  - title: Places\n    numbered: [{', '.join(ITEMS)}]\n"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The deck laid out."""
    return Project(tmp_path_factory.mktemp("lists")).document(DECK)


def rendered(document: Document, format: str) -> bytes:
    """Return an output of which there is nothing to report."""
    renderer = load_renderer(format, Diagnostics())
    assert renderer
    return rendered_by(renderer, document)


def test_powerpoint_has_two_placeholders(document: Document, tmp_path: Path) -> None:
    """Those of its own layout of two columns; the second goes on counting."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(rendered(document, "pptx"))
    slide = list(Presentation(str(path)).slides)[1]
    title, first, second = list(slide.placeholders)[:3]
    assert slide.slide_layout.name == "Two columns" and title.has_text_frame
    assert [one.text_frame.text.split("\n") for one in (first, second)] == [ITEMS[:5], ITEMS[5:]]
    starts = [one._element.xpath(".//a:buAutoNum/@startAt") for one in (first, second)]
    assert starts == [[], ["6"] * 4]
    assert first.top == second.top and first.width == second.width
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors


def test_the_page_has_two_lists_that_read_as_one(document: Document) -> None:
    """One behind the other, the second beginning where the first ends."""
    page = lxml.html.fromstring(rendered(document, "html"))
    lists = page.xpath("//section[@id='slide-2']//ol")
    assert [one.get("start") for one in lists] == [None, "6"]
    words = [item.xpath("string(p/text())") for one in lists for item in one.xpath("./li")]
    assert words == ITEMS


def test_paper_has_the_items_in_order(document: Document) -> None:
    """As they are read, each behind its number."""
    with pdfplumber.open(BytesIO(rendered(document, "pdf"))) as file:
        drawn = "".join(one["text"] for one in file.pages[1].chars)
    assert "".join(f"{number}.{item}" for number, item in enumerate(ITEMS, start=1)) in drawn


def test_markdown_has_one_list(document: Document) -> None:
    """The author's."""
    written = rendered(document, "md").decode()
    assert "\n".join(f"{number}. {item}" for number, item in enumerate(ITEMS, 1)) in written


def test_the_survey_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, of the region that the columns share."""
    Project(tmp_path).write(DECK)
    monkeypatch.chdir(tmp_path)
    said = " ".join(run("show", "--slide", "2").stdout.split())
    assert said.count("in two columns, as its items are short") == 1
    assert "shared by column 1, column 2" in said
