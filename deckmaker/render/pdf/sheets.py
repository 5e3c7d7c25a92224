"""Sheets of paper to one PDF: handouts and notes pages. Slides are drawn as on pages of their own, only smaller."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.layout.sheets import PlacedSlide, Sheet, handout, notes_pages, report_undrawable
from deckmaker.layout.sheets.look import sheet_theme
from deckmaker.render.pdf.content import PageContent
from deckmaker.render.pdf.destinations import Destinations, Place
from deckmaker.render.pdf.hidden import on_paper, shown_page
from deckmaker.render.pdf.ink import Ink
from deckmaker.render.pdf.outline import Outline
from deckmaker.render.pdf.page import PagePainter
from deckmaker.render.pdf.picture_sizes import Resolution, widths_of
from deckmaker.render.pdf.placement import Placement
from deckmaker.render.pdf.renderer import begun
from deckmaker.render.pdf.size_limit import Step, write_within
from deckmaker.render.pdf.structure import Structure


class _SheetsRenderer:
    """Text stays text, and what is in the file once is so for all sheets."""

    extension = "pdf"
    _name: str
    _sheets: Callable[[Document], Iterator[Sheet]]

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the sheets as PDF 1.7, each as soon as it is laid out. Links and the outline lead to slides on them."""
        document = on_paper(document)
        report_undrawable(document, self._name == "notes", diagnostics)
        if diagnostics.failed():
            return
        write_within(self._name, document.paper, partial(self._write, document), stream, diagnostics)

    def _write(self, document: Document, stream: BinaryIO, step: Step) -> None:
        written = begun(document, stream)
        theme = document.theme
        on_sheets = replace(document, theme=sheet_theme(theme))
        ink = Ink(on_sheets.theme, document.paper.ink or "full")
        before, sheets = _up_to_slides(type(self)._sheets(document))
        first = before[-1]
        widths = widths_of(document.pages, first.slides[0].rect.width / theme.width) if step.dpi else {}
        resolution = Resolution(widths, step.dpi, step.quality, ink.grey, step.as_photos)
        structure = Structure(written)
        painter = PagePainter(written, on_sheets, structure, resolution, ink)
        destinations = Destinations(written, _places(document, first))
        outline, filled = Outline(written, destinations), 0
        for sheet in chain(before, sheets):
            content = PageContent()
            painter.draw_around(sheet.around, content, sheet.height)
            for slide in sheet.slides:
                with content.placed(_placement(slide, sheet, theme.width), theme.width, theme.height):
                    painter.draw(ink.with_logo(slide.page, document.logo), content)
                painter.draw_around(slide.beside, content, sheet.height, of_slide=True)
            painter.draw_around(sheet.notes, content, sheet.height, of_slide=True)
            painter.draw_around(sheet.after, content, sheet.height)
            structure.kept = painter.section if sheet.goes_on else None
            page = destinations.page(filled) if sheet.slides else PDFDictionary({})
            content.write(written, page, sheet.width, sheet.height, destinations, structure)
            filled += bool(sheet.slides)
            for slide in sheet.slides:
                outline.add(slide.page)
        structure.finish()
        written.add_fonts({font.resource: font.write(written) for font in painter.fonts.values()})
        written.finish()


class HandoutRenderer(_SheetsRenderer):
    """Several slides on a sheet."""

    _name = "handout"
    description = "PDF of several slides on a sheet"
    _sheets = staticmethod(handout)


class NotesRenderer(_SheetsRenderer):
    """Each slide over its notes."""

    _name = "notes"
    description = "PDF of slides over their notes"
    _sheets = staticmethod(notes_pages)


def _up_to_slides(sheets: Iterator[Sheet]) -> tuple[list[Sheet], Iterator[Sheet]]:
    """Return the sheets up to the first with slides, where all others have theirs, and those behind it."""
    before: list[Sheet] = []
    for sheet in sheets:
        before.append(sheet)
        if sheet.slides:
            break
    return before, sheets


def _places(document: Document, first: Sheet) -> Callable[[int], Place]:
    """Return where the slide of a number is: on which of the sheets with slides, and where on it."""
    corners = [(slide.rect.x, first.height - slide.rect.y) for slide in first.slides]
    indexes = {page.number: index for index, page in enumerate(document.pages)}

    shown = shown_page(document)

    def place(number: int) -> Place:
        sheet, index = divmod(indexes[shown(number)], len(corners))
        return sheet, corners[index]

    return place


def _placement(slide: PlacedSlide, sheet: Sheet, width: float) -> Placement:
    """Return how a slide of a `width` in points stands on its sheet."""
    rect = slide.rect
    return Placement(rect.width / width, rect.x, sheet.height - rect.bottom)
