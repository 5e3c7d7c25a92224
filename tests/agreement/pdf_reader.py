"""A PDF to views with pdfplumber. Knows nothing of who wrote the file: ours and LibreOffice's are read alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pikepdf
from pdfplumber.page import Page

from tests.agreement.glyphs import Glyph, joined_lines
from tests.agreement.marked_text import drawn_characters
from tests.agreement.painted_boxes import painted_boxes
from tests.agreement.pdf_frames import described_figures, picture_frames
from tests.agreement.view import PageView


def read_pdf(path: Path, width: float) -> list[PageView]:
    """Return a view a page, scaled to pages of `width` points."""
    with pdfplumber.open(path) as pdf, pikepdf.open(path) as structure:
        return [_view(page, structure, structure.pages[index], width) for index, page in enumerate(pdf.pages)]


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
