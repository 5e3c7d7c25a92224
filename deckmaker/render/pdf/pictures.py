"""Pictures as image XObjects (ISO 32000-2, 8.9.5): a JPEG's bytes as they are, a PNG's pixels in eight bits.

reportlab's own would clip grey of 16 bits to white, overlook a colour that a PNG names as transparent, and know no
colour profiles.
"""

from __future__ import annotations

import zlib
from contextlib import nullcontext
from hashlib import sha256
from zlib import crc32

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from deckmaker.assets import Rendition, lost_on_failure, rendition_of
from deckmaker.assets.drawings.vectors.drawing import Pixels
from deckmaker.assets.smaller import Reduced
from deckmaker.model import PictureFile
from deckmaker.render.pdf.packed_png import packed_again, packed_pixels
from deckmaker.render.pdf.picture_sizes import NATIVE, Resolution
from deckmaker.render.pdf.writing import StreamedDocument

_SPACES = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_INVERTED = [1, 0] * 4  # inks of a JPEG count as inverted, as in browsers

_Shown = PictureFile | Pixels | Reduced
"""What knows the kind of a picture, and how many pixels it has."""

_SAMPLE = 8_192
"""Bytes of each part of a picture by which it is told from others."""


class Pictures:
    """The pictures of one document, each in the file once, by its content. One at a time is in memory."""

    def __init__(self, document: StreamedDocument, resolution: Resolution = NATIVE) -> None:
        self._document, self._resolution = document, resolution
        self._files: dict[PictureFile, PDFObjectReference] = {}
        self._alike: dict[tuple[int, int], list[PictureFile]] = {}
        self._profiles: dict[bytes, PDFObjectReference] = {}
        self._pixels: dict[bytes, PDFObjectReference] = {}

    def write_pixels(self, pixels: Pixels) -> PDFObjectReference:
        """Write a picture that a drawing holds, unless it is there, and return a reference to it, as `write` does."""
        digest = sha256(pixels.rendition.data).digest()
        if digest not in self._pixels:
            self._pixels[digest] = self._image(pixels, pixels.rendition)
        return self._pixels[digest]

    def write(self, file: PictureFile) -> PDFObjectReference:
        """Write a picture, unless it is there, and return a reference to it: an image one unit wide and high."""
        if file not in self._files:
            shown = self._rendition(file)
            # Alike are few, and are compared whole: a sum of all their bytes takes as long as they take to be written.
            alike = self._alike.setdefault((len(shown.data), _sum(shown.data)), [])
            twin = next((one for one in alike if self._rendition(one).data == shown.data), None)
            if twin:
                self._files[file] = self._files[twin]
            else:
                self._files[file] = self._image(file, shown)
                alike.append(file)
        return self._files[file]

    def _rendition(self, file: PictureFile) -> Rendition:
        """Return a picture as it is embedded: in PDF/A, inks that no profile explains are colours of a screen
        (ISO 19005-2, 6.2.4.3)."""
        shown = rendition_of(file, inks=True)
        if self._document.is_archived and shown.components == 4 and not shown.profile:
            return rendition_of(file, inks=False)
        return shown

    def _image(self, source: PictureFile | Pixels, original: Rendition) -> PDFObjectReference:
        other = self._resolution.of(source, original)
        file, shown = (other, other.rendition) if other else (source, original)
        if file.media_type == "image/jpeg":
            entries = self._entries(file, shown.components, shown.profile, "DCTDecode")
            if shown.components == 4:
                entries["Decode"] = PDFArray(_INVERTED)
            return self._document.write_stream(entries, shown.data)
        if packed := packed_pixels(shown.data):
            entries = self._entries(file, packed.components, shown.profile, "FlateDecode")
            rows = PDFDictionary({"Predictor": 15, "Colors": packed.components, "Columns": packed.width})
            entries["DecodeParms"] = PDFArray([rows])
            data = packed.data
        else:
            entries, data = self._unpacked(file, shown)
        if shown.packet:  # in a JPEG, it is among the bytes
            entries["Metadata"] = self._document.write_metadata(shown.packet)
        return self._document.write_stream(entries, data)

    def _unpacked(self, file: _Shown, shown: Rendition) -> tuple[dict[str, object], bytes]:
        """Return a PNG's entries and its colours packed anew; what is transparent of them is written as their mask."""
        with lost_on_failure(file) if isinstance(file, PictureFile) else nullcontext():
            colors, mask = packed_again(shown.data, shown.components)
        entries = self._entries(file, shown.components, shown.profile, "FlateDecode")
        if mask:
            alone = self._entries(file, 1, b"", "FlateDecode")
            entries["SMask"] = self._document.write_stream(alone, mask)
        return entries, colors

    def _entries(self, file: _Shown, components: int, profile: bytes, filter: str) -> dict[str, object]:
        return {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": file.width,
            "Height": file.height,
            "BitsPerComponent": 8,
            "ColorSpace": self._space(components, profile),
            "Filter": PDFArray([PDFName(filter)]),
        }

    def _space(self, components: int, profile: bytes) -> object:
        """Return the colour space of a picture: by its profile (8.6.5.5), each of which is in the file once."""
        plain = PDFName(_SPACES[components])
        if not profile:
            return plain
        entries = {"N": components, "Alternate": plain, "Filter": PDFName("FlateDecode")}
        digest = sha256(profile).digest()
        if digest not in self._profiles:
            self._profiles[digest] = self._document.write_stream(entries, zlib.compress(profile))
        return PDFArray([PDFName("ICCBased"), self._profiles[digest]])


def _sum(data: bytes) -> int:
    """Return a number by which two pictures of one length are mostly told apart: of their beginning, middle and end."""
    view, middle = memoryview(data), len(data) // 2
    return crc32(view[-_SAMPLE:], crc32(view[middle : middle + _SAMPLE], crc32(view[:_SAMPLE])))
