"""Where slides are in the file, for what leads to them: links and the outline (ISO 32000-2, 12.3.2)."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from deckmaker.render.pdf.writing import StreamedDocument

Place = tuple[int, tuple[float, float] | None]
"""A page by a number of its own, and the left top corner of a slide there, in points; None where that fills it."""


class Destinations:
    """The pages of one document, which may be led to before they are written.

    `place` says where the slide of a number is; by default each has a page of that number.
    """

    def __init__(
        self, document: StreamedDocument, place: Callable[[int], Place] = lambda number: (number, None)
    ) -> None:
        self._document, self._place = document, place
        self._pages: dict[int, PDFDictionary] = {}

    def page(self, number: int) -> PDFDictionary:
        """Return the page of a number, which may have to be written yet."""
        return self._pages.setdefault(number, PDFDictionary({}))

    def of(self, slide: int) -> PDFArray:
        """Return what leads to the slide of a number: to its whole page, or to where it begins, at whatever zoom."""
        number, corner = self._place(slide)
        page = self._document.Reference(self.page(number))
        if corner is None:
            return PDFArray([page, PDFName("Fit")])
        return PDFArray([page, PDFName("XYZ"), *(round(one, 3) for one in corner), 0])

    def written(self, slide: int) -> str:
        """Return the same as it reads in the file."""
        return str(self.of(slide).format(self._document), "latin-1")
