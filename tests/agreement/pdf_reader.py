"""A PDF to views with pdfplumber. Knows nothing of who wrote the file: ours and LibreOffice's are read alike."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
from pdfplumber.page import Page

from tests.agreement.glyphs import Glyph, joined_lines
from tests.agreement.marked_text import drawn_characters
from tests.agreement.painted_boxes import painted_boxes
from tests.agreement.pdf_frames import described_figures, picture_frames
from tests.agreement.view import PageView

_ABOUT_TEXT = "q Q cm gs Do BMC BDC EMC BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \""
"""The operators by which it is known where a glyph stands, and what it stands for."""


def read_pdf(path: Path, width: float) -> list[PageView]:
    """Return a view a page, scaled to pages of `width` points."""
    with pikepdf.open(path) as structure, pdfplumber.open(_texts_alone(path)) as texts:
        return [_view(page, structure, structure.pages[index], width) for index, page in enumerate(texts.pages)]


def _texts_alone(path: Path) -> BytesIO:
    """Return a PDF without what it paints but glyphs.

    Charts are long paths, which pikepdf passes over ten times as fast as pdfminer does.
    """
    alone = BytesIO()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(_about_text(page))
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
                one.write(_about_text(one))
        pdf.save(alone)
    return alone


def _about_text(painted: pikepdf.Object | pikepdf.Page) -> bytes:
    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(painted, _ABOUT_TEXT))


def font_families(path: Path) -> set[str]:
    """Return the families of a PDF's fonts, without subset tags and styles.

    A font whose glyphs are drawings (Type 3) has its name in its descriptor (ISO 32000-1, 9.6.5).
    """
    with pikepdf.open(path) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        names = {str(font.get("/BaseFont") or font.FontDescriptor.FontName).lstrip("/") for font in fonts}
    return {name.rpartition("+")[2].partition("-")[0] for name in names}


def _view(page: Page, pdf: pikepdf.Pdf, structure: pikepdf.Page, width: float) -> PageView:
    scale = width / float(page.width)
    lines = joined_lines(_glyphs(page, scale))
    frames = picture_frames(structure, scale, described_figures(pdf, structure))
    boxes = painted_boxes(structure, scale)
    return PageView(page.page_number, width, tuple(lines), tuple(frames), tuple(boxes))


def _glyphs(page: Page, scale: float) -> Iterator[Glyph]:
    """Yield the characters in drawing order. The text matrix holds the baseline; pdfplumber's own box does not."""
    for one in drawn_characters(page):
        baseline = float(page.height) - one.baseline
        yield Glyph(one.text, one.x0 * scale, one.x1 * scale, baseline * scale, one.size * scale)
