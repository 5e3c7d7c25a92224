"""Pictures as image XObjects (ISO 32000-2, 8.9.5): a JPEG's bytes as they are, a PNG's pixels in eight bits.

reportlab's own would clip grey of 16 bits to white, overlook a colour that a PNG names as transparent, and know no
colour profiles.
"""

from __future__ import annotations

import zlib
from hashlib import sha256

from PIL.Image import Image
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFStream
from reportlab.pdfgen.canvas import Canvas

from deckmaker.assets import Rendition, rendition_of
from deckmaker.assets.formats.png_pixels import png_pixels
from deckmaker.assets.reading import facts_of
from deckmaker.model import PictureFile

_SPACES = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_INVERTED = [1, 0] * 4  # inks of a JPEG count as inverted, as in browsers


class Pictures:
    """The pictures of one canvas, each in the file once. Named by content: where a project lies changes nothing."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._names: dict[PictureFile, str] = {}

    def name(self, file: PictureFile) -> str:
        """Return the name under which `Canvas.doForm` draws a picture, one unit wide and high."""
        if file not in self._names:
            shown = rendition_of(file, inks=True)
            name = f"picture-{sha256(shown.data).hexdigest()}"
            if not self._canvas.hasForm(name):
                self._canvas._doc.addForm(name, _image(self._canvas._doc, file.media_type, shown))
            self._names[file] = name
        return self._names[file]


def _image(document: PDFDocument, media_type: str, shown: Rendition) -> PDFStream:
    if media_type == "image/jpeg":
        facts = facts_of(shown.data)[1]
        space = _space(document, facts.components, shown.profile)
        entries = _entries(facts.width, facts.height, space, "DCTDecode")
        if facts.components == 4:
            entries["Decode"] = PDFArray(_INVERTED)
        return PDFStream(PDFDictionary(entries), shown.data, filters=[])
    pixels = png_pixels(shown.data)
    alpha = pixels.getchannel("A") if pixels.mode in ("LA", "RGBA") else None
    color = pixels.convert(pixels.mode.removesuffix("A"))
    entries = _entries(*color.size, _space(document, len(color.getbands()), shown.profile), "FlateDecode")
    if alpha and alpha.getextrema() != (255, 255):
        mask = _entries(*alpha.size, PDFName("DeviceGray"), "FlateDecode")
        entries["SMask"] = document.Reference(PDFStream(PDFDictionary(mask), _packed(alpha), filters=[]))
    if shown.packet:  # in a JPEG, it is among the bytes
        about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        entries["Metadata"] = document.Reference(PDFStream(about, shown.packet, filters=[]))
    return PDFStream(PDFDictionary(entries), _packed(color), filters=[])


def _entries(width: int, height: int, space: object, filter: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "BitsPerComponent": 8,
        "ColorSpace": space,
        "Filter": PDFArray([PDFName(filter)]),
    }


def _space(document: PDFDocument, components: int, profile: bytes) -> object:
    """Return the colour space of a picture: by its profile (8.6.5.5), each of which is in the file once."""
    plain = PDFName(_SPACES[components])
    if not profile:
        return plain
    name = f"profile-{sha256(profile).hexdigest()}"
    if name not in document.idToObject:
        entries = PDFDictionary({"N": components, "Alternate": plain, "Filter": PDFArray([PDFName("FlateDecode")])})
        document.Reference(PDFStream(entries, zlib.compress(profile), filters=[]), name)
    return PDFArray([PDFName("ICCBased"), PDFObjectReference(name)])


def _packed(image: Image) -> bytes:
    return zlib.compress(image.tobytes())
