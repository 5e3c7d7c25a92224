"""A document to one PDF: pages, outline, labels and metadata."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFPageLabel
from reportlab.pdfgen.canvas import Canvas

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page
from deckmaker.render.pdf.page import PagePainter


class PdfRenderer:
    """Vector text in embedded subset fonts, photos byte for byte, links, outline; one page a slide."""

    extension = "pdf"
    description = "vector PDF to hand out"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as PDF 1.7."""
        with _binary_streams():
            canvas = _QuietCanvas(
                stream,
                pagesize=(document.theme.width, document.theme.height),
                pdfVersion=(1, 7),
                invariant=1,
                lang=document.language,
            )
            canvas.setTitle(document.title)
            canvas.setAuthor(document.author or "")
            canvas.setSubject("")  # or reportlab would write `unspecified`
            canvas.setCreator("deckmaker")
            canvas.setViewerPreference("DisplayDocTitle", "true")
            canvas.addPageLabel(0, style=PDFPageLabel.ARABIC, start=1)
            painter = PagePainter(canvas, document.theme)
            in_section = False
            for page in document.pages:
                in_section |= page.section is not None
                _add_outline(canvas, page, in_section)
                painter.draw(page)
                canvas.showPage()
            if len(document.pages) > 1:
                canvas.showOutline()
            resources = canvas._doc.idToObject["BasicFonts"].dict
            for font in painter.fonts.values():
                resources[font.resource] = font.objects(canvas._doc)
            canvas.save()


def _add_outline(canvas: Canvas, page: Page, in_section: bool) -> None:
    """Add the page's entry, below its section's where there is one. reportlab knows an entry by where it leads: two
    names for one page, or the second entry would give its title to both."""
    if page.section:
        _add_entry(canvas, f"section-{page.number}", page.section, 0)
    _add_entry(canvas, f"slide-{page.number}", page.title or f"Slide {page.number}", 1 if in_section else 0)


def _add_entry(canvas: Canvas, name: str, title: str, level: int) -> None:
    canvas.bookmarkPage(name, fit="Fit")
    canvas.addOutlineEntry(title, name, level=level)


class _QuietCanvas(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that does not begin each page by setting Helvetica, which would stay in the file, unembedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Switch off ASCII85: it adds a fifth to the file, and 1.2 s to sixteen photos of 310 kB."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before
