"""A colleague makes type larger and adds to a text: lines grow with their type, and stay apart."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from deckmaker.theme import built_in_themes
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.pdf_reader import read_pdf
from tests.projects import Project
from tests.render.pptx.decks import find, rendered

TITLE = "Where the noise of the night comes from, and what would help against it"
DECK = f"""\
title: Noise
slides:
  - title: "{TITLE}"
    layout: content
    bullets:
      - Two thirds of it are auxiliary engines of ships that lie at the quay and have no power from the shore
      - The rest is cranes, trucks and a generator
    credits: [A photographer]
"""
LARGER = {"title": 54, "body": 40}
"""Points."""

ADDED = 3
HIGHER = 0.84
"""Of a size: from the top of an ascender to the bottom of a descender, in any of the fonts, on lines that touch."""


def enlarged(content: bytes) -> bytes:
    """Return a presentation whose slide has a title of 54 points, and a text of 40 with three bullets more."""
    presentation = Presentation(BytesIO(content))
    slide = presentation.slides[0]
    title, body = slide.shapes.title, next(one for one in slide.placeholders if one.text.startswith("Two thirds"))
    for _ in range(ADDED):
        body.text_frame._txBody.append(deepcopy(body.text_frame.paragraphs[-1]._p))
    for shape, size in ((title, LARGER["title"]), (body, LARGER["body"])):
        for run in (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs):
            run.font.size = Pt(size)
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[float, float]]]:
    """The baselines and sizes of large lines in each theme, as LibreOffice draws them, in order."""
    folder = tmp_path_factory.mktemp("larger")
    files = []
    for theme in built_in_themes():
        document = Project(tmp_path_factory.mktemp(theme)).document(f"theme: {theme}\n{DECK}")
        files.append(folder / f"{theme}.pptx")
        files[-1].write_bytes(enlarged(rendered(document)))
    pdfs = convert_to_pdf(files, folder)
    found = {}
    for theme, pdf in zip(built_in_themes(), pdfs, strict=True):
        view = read_pdf(pdf, 960)[0]
        large = {(round(one.baseline, 1), round(one.size)) for one in view.lines if one.words[0] not in "▪•–—"}
        found[theme] = sorted(one for one in large if one[1] in LARGER.values())
    return found


@pytest.mark.outside
@pytest.mark.parametrize("theme", built_in_themes())
def test_lines_of_larger_type_do_not_collide(theme: str, lines: dict[str, list[tuple[float, float]]]) -> None:
    """Those of the title among themselves, and those of the text, of which there are more as well."""
    for size, least in ((54, 2), (40, 2 + ADDED)):
        own = [baseline for baseline, its in lines[theme] if its == size]
        assert len(own) >= least
        assert min(after - before for before, after in pairwise(own)) > HIGHER * size


def placeholders(content: bytes) -> Iterator[tuple[Any, str]]:
    """Yield the shapes of layouts that are placeholders for texts, and what becomes of texts that have no room."""
    for layout in Presentation(BytesIO(content)).slide_layouts:
        for shape in layout.placeholders:
            (fit,) = find(shape._element, "p:txBody/a:bodyPr/*") or (None,)
            yield shape, "" if fit is None else fit.tag.rpartition("}")[2]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A presentation with two texts, one of which fills its frame: there is a table below it."""
    deck = f"{DECK}  - title: B\n    layout: content\n    text: Above a table\n    table: {{rows: [[a, b], [c, d]]}}\n"
    return rendered(Project(tmp_path_factory.mktemp("content")).document(deck))


def test_what_is_typed_into_a_text_is_made_to_fit_and_furniture_stays(content: bytes) -> None:
    """More text does not run over the credits. Credits themselves, numbers and footers are as large as they are."""
    found = {shape.placeholder_format.idx: fit for shape, fit in placeholders(content)}
    assert (found[0], found[1]) == ("normAutofit", "normAutofit")
    assert {found[index] for index in (10, 11, 12)} == {"noAutofit"}


def test_nothing_is_smaller_when_the_file_is_opened(content: bytes) -> None:
    """No slide stores a size, and a text that fills its frame says that it stays as it is."""
    slides = Presentation(BytesIO(content)).slides
    bodies = {
        shape.text: find(shape._element, "p:txBody/a:bodyPr/*")
        for one in slides
        for shape in one.placeholders
        if shape.has_text_frame
    }
    assert all(one.tag.endswith("}noAutofit") for fits in bodies.values() for one in fits)
    assert bodies[TITLE] == [] and len(bodies["Above a table"]) == 1
