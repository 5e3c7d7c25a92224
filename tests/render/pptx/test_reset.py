"""Slides as after Reset Slide: where the layout's places are, LibreOffice draws the words on the lines of layout."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation

from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.gates import place_failures, word_failures
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.libreoffice_baselines import in_libreoffice
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.report import Report
from tests.render.pptx.arrangements import document, file
from tests.render.pptx.decks import find

pytestmark = pytest.mark.outside


def reset(content: bytes, lower: float = 0.0) -> bytes:
    """Return a presentation whose slides, of each layout the first, have no frames of their own.

    The places in its layouts may stand `lower` by so many points. Tables cannot do without frames.
    """
    presentation = Presentation(BytesIO(content))
    seen = set()
    for slide in presentation.slides:
        if slide.slide_layout.name not in seen:
            seen.add(slide.slide_layout.name)
            for frame in find(slide._element, "//*[p:nvSpPr or p:nvPicPr][.//p:ph]/p:spPr/a:xfrm"):
                frame.getparent().remove(frame)
    for layout in presentation.slide_layouts:
        for offset in find(layout._element, "//p:sp[.//p:ph]/p:spPr/a:xfrm/a:off"):
            offset.set("y", str(int(offset.get("y")) + round(lower * 12_700)))
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """How the file compares with layout: as it is, as after a reset, and with its layouts' places lower by 3 points."""
    folder = tmp_path_factory.mktemp("reset")
    files = {"whole": file(), "reset": reset(file()), "lower": reset(file(), 3.0)}
    for name, content in files.items():
        (folder / f"{name}.pptx").write_bytes(content)
    pdfs = convert_to_pdf([folder / f"{name}.pptx" for name in files], folder)
    pages = tuple(replace(page, placed=tuple(page.leaves)) for page in document().pages)
    expected = expected_views(in_libreoffice(replace(document(), pages=pages)))
    width = document().theme.width
    return {name: compare(expected, read_pdf(pdf, width)) for name, pdf in zip(files, pdfs, strict=True)}


@pytest.mark.parametrize("name", ["whole", "reset"])
def test_every_word_is_on_its_line_and_in_its_place(name: str, reports: dict[str, Report]) -> None:
    """So are pictures, and rules and grounds of tables."""
    found = reports[name]
    assert [*word_failures(found, "arrangements", "pptx"), *place_failures(found)] == []
    assert found.share == 100 and found.expected_lines > 100


def test_places_of_layouts_count(reports: dict[str, Report]) -> None:
    """After a reset it is they that say where things stand: moved there, slides move with them."""
    assert place_failures(reports["lower"])
