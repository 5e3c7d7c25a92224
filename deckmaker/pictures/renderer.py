"""A document to PNG files: one a page, and contact sheets."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page
from deckmaker.model import PaperSettings
from deckmaker.pictures.contact_sheet import ContactSheet, sheets_of
from deckmaker.pictures.metadata import sheet_packet, slide_packet
from deckmaker.pictures.pages import NotDrawn, page_images
from deckmaker.render.protocol import RenderedFile
from deckmaker.render.registry import load_renderer

XMP_KEYWORD = "XML:com.adobe.xmp"
"""Of the chunk that holds a packet of XMP (ISO 16684-3, 1.1.5)."""


class PngRenderer:
    """The pages of the PDF as pictures, numbered so that they sort, then a contact sheet of all of them."""

    extension = "png"
    description = "a picture a slide, and a contact sheet"

    def render_files(self, document: Document, diagnostics: Diagnostics) -> Iterator[RenderedFile]:
        """Yield `01.png` and so on, `document.picture_width` pixels across, then `contact-sheet.png`: several of these
        where there are more than a hundred slides. A page at a time is in memory."""
        pages, count = document.pages, len(document.pages)
        images = page_images(pdf_of(document, diagnostics), document.picture_width, range(count))
        digits = max(2, len(str(count)))
        finished: list[RenderedFile] = []
        for name, start, end in sheets_of(count):
            sheet = ContactSheet(end - start, (document.theme.width, document.theme.height))
            for page in pages[start:end]:
                try:
                    image = next(images)
                except NotDrawn as reason:
                    report_not_drawn(pages[reason.index], reason, diagnostics)
                    return
                sheet.add(image, page.number)
                yield RenderedFile(f"{page.number:0{digits}}.png", _png(image, slide_packet(page, document)))
            label = name.replace("-", " ")
            packet = sheet_packet(pages[start:end], document, label)
            finished.append(RenderedFile(f"{name}.png", _png(sheet.image, packet)))
        yield from finished


def report_not_drawn(page: Page, reason: NotDrawn, diagnostics: Diagnostics) -> None:
    """Report a slide of which there is no picture."""
    help = "make its drawings simpler, or export them as PNG"
    diagnostics.report("renderer-failed", f"slide {page.number} {reason}", page.span, help)


def pdf_of(document: Document, diagnostics: Diagnostics) -> bytes:
    """Return a document's PDF file with all its pages in all their pixels, hidden ones too.

    Whatever the deck wants of the file that it hands out: so the page of a number is where its number says.
    """
    renderer = load_renderer("pdf", diagnostics)
    assert renderer, "it is built in"
    out = BytesIO()
    renderer.render(replace(document, paper=PaperSettings(hidden=True)), out, diagnostics)
    return out.getvalue()


def _png(image: Image.Image, packet: bytes) -> bytes:
    """Return an image as a PNG file with a packet of XMP in it."""
    info = PngInfo()
    info.add_itxt(XMP_KEYWORD, packet.decode())
    out = BytesIO()
    image.save(out, "PNG", pnginfo=info, compress_level=6)
    return out.getvalue()
