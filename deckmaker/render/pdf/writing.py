"""A PDF that goes to its file object by object: of what is written, only the place is remembered.

reportlab's own document holds every page and picture until all are there: 300 MB for a thousand photos.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFObject,
    PDFObjectReference,
    PDFTrailer,
)

FONTS = PDFObjectReference(BasicFonts)
"""The dictionary of all fonts, by the names that pages set them by. Known last."""


class StreamedDocument(PDFDocument):  # type: ignore[misc]  # reportlab is untyped
    """reportlab's numbers, catalogue, page tree and outline over a stream.

    `written` and `written_stream` write what is whole. What has a `Reference` alone is written by `finish`.
    """

    def __init__(self, stream: BinaryIO, language: str) -> None:
        """Begin a PDF 1.7 at the stream's start."""
        super().__init__(pdfVersion=(1, 7), invariant=1, lang=language)
        self._stream = stream
        self._position = 0
        self._destinations: dict[str, PDFArray] = {}
        self._write(PDFFile(self._pdfVersion).format(self))

    def write(self, item: PDFObject) -> PDFObjectReference:
        """Write an object now and return a reference to it."""
        reference = self.Reference(item)
        self._write_object(reference.name)
        return reference

    def write_stream(self, entries: Mapping[str, object], content: bytes) -> PDFObjectReference:
        """Write a stream (ISO 32000-2, 7.3.8) now: its dictionary but for the length, then bytes encoded as it says."""
        dictionary = PDFDictionary({**entries, "Length": len(content)})
        reference = self.Reference(dictionary)
        # In pieces: a photo is not copied to stand between two words.
        self._write_object(reference.name, b"stream\n", content, b"\nendstream\n")
        return reference

    def add_page(self, page: PDFDictionary) -> PDFObjectReference:
        """Write a page, which others may refer to already, and return a reference to it."""
        page["Parent"] = self.Reference(self.Pages)
        reference = self.write(page)
        self.Pages.addPage(reference)
        return reference

    def add_fonts(self, fonts: Mapping[str, PDFObjectReference]) -> None:
        """Say which fonts the names mean that pages set text by."""
        self.idToObject[BasicFonts].dict.update(fonts)

    def add_outline_entry(self, title: str, destination: PDFArray, level: int) -> None:
        """Add an entry that leads to a destination. reportlab knows entries by names, which no reader sees."""
        name = f"entry-{len(self._destinations)}"
        self._destinations[name] = destination
        self.outline.addOutlineEntry(name, level, title)

    def _bookmarkReference(self, name: str) -> PDFArray:  # reportlab's outline asks for it
        return self._destinations[name]

    def finish(self) -> None:
        """Write all that had to wait, the table of where each object lies, and the trailer (7.5.4 and 7.5.5)."""
        self.info.digest(self.signature)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        self.Outlines.prepare(self, self)
        if not self._destinations:
            self.Catalog.Outlines = None
        number = 1
        while name := self.numberToId.get(number):  # what is written may give a number to more
            if name not in self.idToOffset:
                self._write_object(name)
            number += 1
        start, table = self._position, PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[one] for one in range(1, number)])
        self._write(table.format(self))
        self._write(PDFTrailer(start, Size=number, Root=root, Info=info, ID=self.ID()).format(self))

    def _write_object(self, name: str, *stream: bytes) -> None:
        number, _ = self.idToObjectNumberAndVersion[name]
        self.idToOffset[name] = self._position
        self._write(b"%d 0 obj\n%b\n" % (number, self.idToObject[name].format(self)), *stream, b"endobj\n")
        self.idToObject[name] = None  # whose memory is free again

    def _write(self, *pieces: bytes) -> None:
        for piece in pieces:
            self._stream.write(piece)
            self._position += len(piece)
