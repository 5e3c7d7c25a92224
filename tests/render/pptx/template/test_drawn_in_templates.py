"""Decks in templates as LibreOffice draws them: words and places as layout decided, under the template's own brand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from tests import open_xml_audit
from tests.agreement.comparison import REFERENCE_WIDTH, compare
from tests.agreement.expectation import expected_views
from tests.agreement.gates import PLACE_P99
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.libreoffice_baselines import in_libreoffice
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.rasters import draw_pdf
from tests.agreement.report import Finding, Kind, Report
from tests.agreement.view import TextLine
from tests.open_xml_sdk import complaints
from tests.projects import ROOT
from tests.render.pptx.decks import find
from tests.render.pptx.template.building import LAYOUTS, InTemplate, repository_deck
from tests.samples import is_thorough, mostly_long
from tests.template import packages
from tests.template.packages import default

pytestmark = pytest.mark.outside

PICTURED = {**LAYOUTS, "title": "Picture with Caption", "closing": "Picture with Caption"}
"""Our layouts with the template's: the decks begin with pictures."""

SMALL = "styles:\n  body: {min: 10}\n  column: {min: 10}\n"
"""The template's texts are of 32 points, and the decks were made for 24."""

CASES = {
    ("heating-grant", "wide"): lambda: packages.with_brand(packages.widened(default())),
    ("showcase", "wide"): lambda: packages.with_brand(packages.widened(default())),
    ("heating-grant", "narrow"): lambda: packages.with_own_map(packages.with_brand(default()), 3),
}
USUAL = (("showcase", "wide"), ("heating-grant", "narrow"))
every_case = pytest.mark.parametrize(
    "case", mostly_long(zip(CASES, strict=True), is_usual=lambda values: values[0] in USUAL), ids=" ".join
)

FAR = 1.5
"""Points that no edge may exceed: in some sizes LibreOffice sets names beside the marks of its charts 1.36 off, and a
line of 80 letters 1.33 wider."""

BAR = (0x4F, 0x81, 0xBD)
"""The colour of the bar on the template's master."""


class Drawn:
    """A deck in a template: as laid out, and as LibreOffice draws it, as it is and after Reset Slide."""

    def __init__(self, made: InTemplate, pdf: Path, reset: Path) -> None:
        self.made, self.pdf = made, pdf
        width = made.laid_out.theme.width
        self.report: Report = compare(expected_views(in_libreoffice(made.laid_out)), read_pdf(pdf, width))
        self.after_reset = read_pdf(reset, width)


Cases = Callable[[tuple[str, str]], Drawn]
"""Returns what LibreOffice draws of a case."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    """The usual cases are drawn in one start of LibreOffice, each other in one of its own."""
    of = cache(lambda cases: by_libreoffice(cases, tmp_path_factory.mktemp("drawn")))
    return lambda case: of(USUAL if case in USUAL else (case,))[case]


def by_libreoffice(cases: Iterable[tuple[str, str]], folder: Path) -> dict[tuple[str, str], Drawn]:
    """Return what LibreOffice draws of cases, in one start."""
    made, files = {}, []
    for deck, template in cases:
        maker = CASES[deck, template]
        project = folder / f"{deck}-{template}"
        shutil.copytree(ROOT / "assets", project / "assets")
        text = re.sub("^size:.*$", "", repository_deck(deck), flags=re.MULTILINE)  # the template's is the page's
        one = made[deck, template] = InTemplate(project, maker(), text, PICTURED, SMALL)
        for name, content in (("as-it-is", one.file), ("reset", reset(one.file))):
            files.append(folder / f"{deck}-{template}-{name}.pptx")
            files[-1].write_bytes(content)
    pdfs = iter(convert_to_pdf(files, folder))
    return {case: Drawn(one, next(pdfs), next(pdfs)) for case, one in made.items()}


def reset(content: bytes) -> bytes:
    """Return a presentation whose placeholders have no frame and no margins of their own; tables keep theirs."""
    presentation = Presentation(BytesIO(content))
    for slide in presentation.slides:
        for shape in find(slide._element, "//*[p:nvSpPr or p:nvPicPr][.//p:ph]"):
            for frame in find(shape, "p:spPr/a:xfrm"):
                frame.getparent().remove(frame)
            for body in find(shape, "p:txBody/a:bodyPr"):
                body.attrib.clear()
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


@every_case
def test_every_word_is_on_its_line(case: tuple[str, str], drawn: Cases) -> None:
    """The template's own picture belongs to no slide; a name and its share in a chart may be one line."""
    found = [one for one in drawn(case).report.findings if not is_brand_s(one) and not is_label_s(one)]
    assert [str(one) for one in found] == []
    assert drawn(case).report.expected_lines > 300 and drawn(case).report.share > 98.5


def is_brand_s(one: Finding) -> bool:
    """Tell whether something extra is the picture on the master."""
    return one.kind is Kind.EXTRA_PICTURE


def is_label_s(one: Finding) -> bool:
    """Tell whether a line begins with the expected words, and a share of a whole follows, which is no line then."""
    if one.kind is Kind.MISSING_LINE:
        return bool(re.fullmatch(r"`\d+%` is not there", one.text))
    parts = re.fullmatch(r"expected `(.+)`, found `(.+)`", one.text)
    return one.kind is Kind.WORDS and bool(parts) and bool(re.fullmatch(rf"{re.escape(parts[1])} \d+%", parts[2]))


@every_case
def test_places_are_within_a_pixel(case: tuple[str, str], drawn: Cases) -> None:
    """Bullets, too, which are the template's own."""
    report = drawn(case).report
    assert len(report.deviations) > 1000
    assert report.percentile(99) <= PLACE_P99
    points = drawn(case).made.laid_out.theme.width / REFERENCE_WIDTH
    assert [str(one) for one in report.deviations if abs(one.pixels) * points > FAR] == []


@every_case
def test_no_validator_has_a_complaint(case: tuple[str, str], drawn: Cases, tmp_path: Path) -> None:
    """Charts, tables, pictures and drawings are as sound here as in a presentation of our own."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(drawn(case).made.file)
    assert open_xml_audit.complaints(path) == []
    assert complaints(path) == []


@every_case
def test_slides_show_the_brand(case: tuple[str, str], drawn: Cases) -> None:
    """The master's bar lies at the foot of each page that no picture covers; short runs look at every other one."""
    is_odd, laid_out = not is_thorough(), drawn(case).made.laid_out.pages
    pages, laid_out = draw_pdf(drawn(case).pdf, odd=is_odd), laid_out[:: 2 if is_odd else 1]
    assert len(pages) == len(laid_out)
    for page, own in zip(pages, laid_out, strict=True):
        assert own.layout.name == "picture-full" or near(page, page.width // 8, page.height - 4, BAR), "the bar is gone"


def near(page: Image.Image, x: int, y: int, color: tuple[int, int, int]) -> bool:
    """Tell whether a pixel is of a colour."""
    found: Any = page.getpixel((x, y))
    return all(abs(one - its) < 12 for one, its in zip(found, color, strict=True))


@every_case
def test_nothing_lies_over_something_after_a_reset(case: tuple[str, str], drawn: Cases) -> None:
    """Placeholders go to the template's places, and texts there are clear of all others."""
    found = [
        f"page {number}: `{one.text}` over `{other.text}`"
        for number, page in enumerate(drawn(case).after_reset, start=1)
        for one, other in overlapping(page.lines)
    ]
    assert found == []


def overlapping(lines: tuple[TextLine, ...] | list[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Yield the lines that lie over each other: letters reach about from 0.6 of their size above to 0.1 below."""
    for number, one in enumerate(lines):
        for other in lines[number + 1 :]:
            across = min(one.x1, other.x1) - max(one.x0, other.x0)
            down = min(one.baseline + 0.1 * one.size, other.baseline + 0.1 * other.size) - max(
                one.baseline - 0.6 * one.size, other.baseline - 0.6 * other.size
            )
            if across > 1 and down > 1:
                yield one, other
