"""A document to one PDF: pages, outline, labels and metadata."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPageLabel, PDFPageLabels

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.pdf.content import PageContent
from deckmaker.render.pdf.destinations import Destinations, Place
from deckmaker.render.pdf.hidden import on_paper, shown_page
from deckmaker.render.pdf.metadata import metadata_packet
from deckmaker.render.pdf.outline import Outline
from deckmaker.render.pdf.page import PagePainter
from deckmaker.render.pdf.picture_sizes import Resolution, widths_of
from deckmaker.render.pdf.size_limit import Step, write_within
from deckmaker.render.pdf.standards import ARCHIVED, conform
from deckmaker.render.pdf.structure import Structure
from deckmaker.render.pdf.writing import StreamedDocument


class PdfRenderer:
    """Vector text in embedded subset fonts, photos byte for byte, links, outline; one page a slide."""

    extension = "pdf"
    description = "vector PDF to hand out"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as PDF 1.7: each page and picture as soon as it is drawn, then what all of them use.

        It is PDF/UA-1 (ISO 14289-1).
        """
        document = on_paper(document)
        write_within("pdf", document.paper, partial(self._write, document), stream, diagnostics)

    def _write(self, document: Document, stream: BinaryIO, step: Step) -> None:
        written = begun(document, stream, _numbers(document))
        theme, destinations = document.theme, Destinations(written, _places(document))
        structure = Structure(written)
        widths = widths_of(document.pages, 1.0) if step.dpi else {}
        resolution = Resolution(widths, step.dpi, step.quality, as_photos=step.as_photos)
        painter = PagePainter(written, document, structure, resolution)
        outline = Outline(written, destinations)
        for page in document.pages:
            content = PageContent()
            painter.draw(page, content)
            content.write(written, destinations.page(page.number), theme.width, theme.height, destinations, structure)
            outline.add(page)
        structure.finish()
        written.add_fonts({font.resource: font.write(written) for font in painter.fonts.values()})
        written.finish()


def _places(document: Document) -> Callable[[int], Place]:
    """Return on which page the slide of a number is, or what is shown next in its place."""
    shown = shown_page(document)
    return lambda number: (shown(number), None)


def _numbers(document: Document) -> dict[int, int]:
    """Return the numbers of pages that do not follow on the page before, by their indexes."""
    pages = enumerate(document.pages)
    return {
        index: page.number for index, page in pages if index == 0 or page.number != document.pages[index - 1].number + 1
    }


def begun(
    document: Document, stream: BinaryIO, numbers: Mapping[int, int] = MappingProxyType({0: 1})
) -> StreamedDocument:
    """Begin a document's file at a stream's start.

    It says what the deck says of itself, and how viewers are to show it: with title, page numbers, and outline. The
    `numbers` of pages, by their indexes, are those from which on they are counted.
    """
    written = StreamedDocument(stream, document.language, document.paper.standard in ARCHIVED)
    written.setTitle(document.title)
    written.setAuthor(document.author or "")
    written.setSubject("")  # or reportlab would write `unspecified`
    written.setKeywords(document.marking or "")
    written.setCreator("deckmaker")
    catalog, labels = written.Catalog, PDFPageLabels()
    for index, start in numbers.items():
        labels.addPageLabel(index, PDFPageLabel(PDFPageLabel.ARABIC, start=start))
    catalog.PageLabels = labels
    catalog.Metadata = written.write_metadata(metadata_packet(document, written.info.producer))
    direction = {"Direction": PDFName("R2L")} if document.theme.turned else {}  # of pages side by side
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true", **direction})
    if len(document.pages) > 1:
        catalog.showOutline()
    conform(written, document)
    return written
