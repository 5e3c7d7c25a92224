"""The survey's numbers are those that readers who are not ours find in the outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.agreement.pdf_reader import read_pdf
from tests.agreement.view import TextLine
from tests.projects import run
from tests.survey.harbour import harbour

EMU_A_POINT = 12_700

Box = tuple[float, float, float, float]


@dataclass
class Built:
    """The small deck's survey, and the files that were built of it."""

    pages: list[dict[str, Any]]
    pptx: Path
    pdf: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the small deck."""
    project = harbour(tmp_path_factory.mktemp("harbour"))
    assert run("build", "-q", "-f", "pptx", "-f", "pdf", project.deck).exit_code == 0
    survey = json.loads(run("show", "-q", "-f", "json", project.deck).stdout)
    folder = project.folder / "build"
    return Built(survey["decks"][0]["pages"], folder / "deck.pptx", folder / "deck.pdf")


def items(page: dict[str, Any], *kinds: str) -> Iterator[dict[str, Any]]:
    """Yield the items of a page of some kinds, or of all."""
    return (one for one in page["items"] if not kinds or one["kind"] in kinds)


def box(item: dict[str, Any]) -> Box:
    """Return an item's box."""
    found = item["box"]
    return found["x"], found["y"], found["width"], found["height"]


@pytest.mark.slow
def test_boxes_are_those_that_python_pptx_reads(built):
    """Each text and picture is on its slide where the survey has it, and nothing else is there.

    What a layout has of its own, shapes and the logo, is on slides only where it lies over their pictures.
    """
    slides = list(Presentation(str(built.pptx)).slides)
    assert len(slides) == len(built.pages)
    for page, slide in zip(built.pages, slides, strict=True):
        theirs = [
            tuple(length / EMU_A_POINT for length in (one.left, one.top, one.width, one.height)) for one in slide.shapes
        ]
        for item in items(page, "text", "picture"):
            assert item["slot"] == "logo" or any(box(item) == pytest.approx(one, abs=0.01) for one in theirs), item
        for one in theirs:
            assert any(box(item) == pytest.approx(one, abs=0.01) for item in items(page)), one


@pytest.mark.slow
def test_crops_are_those_that_python_pptx_reads(built):
    """As fractions: left, top, right, bottom."""
    cut = []
    for page, slide in zip(built.pages, Presentation(str(built.pptx)).slides, strict=True):
        pictures = [one for one in slide.shapes if hasattr(one, "crop_left")]
        own = (one for one in items(page, "picture") if one["slot"] == "picture")
        for item, its in zip(own, pictures, strict=False):  # where the logo is on the slide itself, it comes last
            found = its.crop_left, its.crop_top, its.crop_right, its.crop_bottom
            assert item["picture"]["cut"] == pytest.approx(found, abs=0.0001)
            cut.append(sum(found))
    assert len(cut) >= 3 and any(cut)


def test_lines_are_those_that_pdfplumber_reads(built):
    """Every line's words, beginning, baseline and end; how the deck reads on paper, where that is another thing."""
    views = read_pdf(built.pdf, 960)
    checked = 0
    for page, view in zip(built.pages, views, strict=True):
        for item in items(page, "text"):
            shown = item["on_paper"] or item
            for line in shown["text"]["lines"]:
                assert any(_is_same(line, one) for one in view.lines), line
                checked += 1
            # The largest of a text's sizes: nested lists are smaller.
            sizes = [one.size for one in view.lines if any(_is_same(line, one) for line in shown["text"]["lines"])]
            assert max(sizes) == pytest.approx(shown["text"]["size"], abs=0.01)
    assert checked > 50


def _is_same(line: dict[str, Any], other: TextLine) -> bool:
    begins = abs(line["x"] - other.x0) < 0.05 and abs(line["baseline"] - other.baseline) < 0.05
    # pdfplumber ends a line with its last letter's own width, which kerning may have made another.
    return begins and line["text"] == other.text and abs(line["x"] + line["width"] - other.x1) < 0.5


def test_a_line_in_another_place_is_not_the_same(built):
    """Neither by its words nor by half a point: the test above would fail."""
    line = built.pages[1]["items"][1]["text"]["lines"][0]
    same = TextLine(tuple(line["text"].split()), line["x"], line["x"] + line["width"], line["baseline"], 36)
    assert _is_same(line, same)
    for change in ({"x": line["x"] + 0.5}, {"baseline": line["baseline"] - 0.5}, {"text": "Where"}):
        assert not _is_same(line | change, same)
