"""A PDF that goes to its file object by object: of what is written, only the place is remembered.

reportlab's own document holds every page and picture until all are there: 300 MB for a thousand photos.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFName,
    PDFObject,
    PDFObjectReference,
)

from deckmaker.render.pdf.cross_references import CrossReferences, ObjectStreams

FONTS = PDFObjectReference(BasicFonts)
"""The dictionary of all fonts, by the names that pages set them by. Known last."""


class StreamedDocument(PDFDocument):  # type: ignore[misc]  # reportlab is untyped
    """reportlab's numbers, catalogue, page tree and outline over a stream.

    `write` and `write_stream` write what is whole: streams at once, other objects with some more as one stream. What
    has a `Reference` alone is written by `finish`. Objects that reportlab need not know take a `new_number`.
    """

    def __init__(self, stream: BinaryIO, language: str, is_archived: bool = False) -> None:
        """Begin a PDF 1.7 at the stream's start, or a PDF/A, of which all that it holds must say what it means."""
        super().__init__(pdfVersion=(1, 7), invariant=1, lang=language)
        self.is_archived = is_archived
        self._stream = stream
        self._position = 0
        self._destinations: dict[str, PDFArray] = {}
        self._places = CrossReferences()
        self._objects = ObjectStreams(self._places, self.write_packed)
        self._write(PDFFile(self._pdfVersion).format(self))

    def new_number(self) -> int:
        """Return the number of an object that `write_numbered` is to write."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def number_of(self, item: PDFObject) -> int:
        """Return the number of an object that is a `PDFObject`, which may have to be written yet."""
        number, _ = self.idToObjectNumberAndVersion[self.Reference(item).name]
        return int(number)

    def write_numbered(self, number: int, written: str) -> None:
        """Write an object that is no stream, given as it is to read, in Latin-1."""
        self._objects.add(number, written)

    def write_all(self, numbers: Sequence[int], written: Sequence[str]) -> None:
        """Write several such objects."""
        self._objects.extend(numbers, written)

    def write(self, item: PDFObject) -> PDFObjectReference:
        """Write an object now and return a reference to it."""
        reference = self.Reference(item)
        self._write_object(reference.name)
        return reference

    def write_stream(self, entries: Mapping[str, object], content: bytes) -> PDFObjectReference:
        """Write a stream (ISO 32000-2, 7.3.8) now: its dictionary but for the length, then bytes encoded as it says."""
        dictionary = PDFDictionary({**entries, "Length": len(content)})
        reference = self.Reference(dictionary)
        number, _ = self.idToObjectNumberAndVersion[reference.name]
        self._write_stream(number, dictionary.format(self), content)
        self.idToObject[reference.name] = None
        return reference

    def write_packed(self, entries: Mapping[str, str], content: bytes) -> int:
        """Write a stream now, given entries of its dictionary as they read, and its bytes; return its number."""
        number = self.new_number()
        self._write_stream(number, _dictionary({**entries, "Length": str(len(content))}), content)
        return number

    def write_metadata(self, packet: bytes) -> PDFObjectReference:
        """Write a packet of XMP (14.3.2)."""
        if self.is_archived:
            from deckmaker.render.pdf.extension_schemas import with_schemas

            packet = with_schemas(packet)
        return self.write_stream({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, packet)

    def add_page(self, page: PDFObject, entries: str) -> PDFObjectReference:
        """Write a page, which others may refer to already, as its entries read; return a reference to it."""
        reference = self.Reference(page)
        above = self.number_of(self.Pages)
        self._objects.add(self.number_of(page), f"<</Type/Page/Parent {above} 0 R{entries}>>")
        self.idToObject[reference.name] = None
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
        while number <= self.objectcounter:  # what is written may give a number to more
            if (name := self.numberToId.get(number)) and self.idToObject[name]:
                self._write_object(name)
            number += 1
        self._objects.flush()
        identity = f"[<{self.signature.hexdigest()}> <{self.signature.hexdigest()}>]"
        start, number = self._position, self.new_number()
        self._places.alone(number, start)
        table, rows = self._places.stream(number + 1)
        said = {"Root": root.format(self).decode(), "Info": info.format(self).decode(), "ID": identity}
        self._write_stream(number, _dictionary({**table, **said, "Length": str(len(rows))}), rows)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write_object(self, name: str) -> None:
        number, _ = self.idToObjectNumberAndVersion[name]
        self._objects.add(number, self.idToObject[name].format(self).decode("latin-1"))
        self.idToObject[name] = None  # whose memory is free again

    def _write_stream(self, number: int, dictionary: bytes, content: bytes) -> None:
        self._places.alone(number, self._position)
        # In pieces: a photo is not copied to stand between two words. A line feed alone would count as one line end
        # with a carriage return at the end of the content, for readers that look for where a stream ends.
        self._write(b"%d 0 obj\n%b\nstream\n" % (number, dictionary), content, b"\r\nendstream\nendobj\n")

    def _write(self, *pieces: bytes) -> None:
        for piece in pieces:
            self._stream.write(piece)
            self._position += len(piece)


def _dictionary(entries: Mapping[str, str]) -> bytes:
    """Return a dictionary whose values are written already."""
    return f"<<{' '.join(f'/{name} {value}' for name, value in entries.items())}>>".encode("latin-1")
