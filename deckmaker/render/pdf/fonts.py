"""Embedded subset fonts whose glyphs layout has chosen already.

reportlab's own TrueType fonts go from characters to glyphs again, unshaped. Here a composite font with the encoding
Identity-H (ISO 32000-2, 9.7) takes glyph ids as they are, so the PDF shows the very glyphs that were measured.
"""

from __future__ import annotations

import re
import zlib
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from deckmaker.dataclasses import cached_property
from deckmaker.fonts import Face, FaceKey, face
from deckmaker.fonts.families import FAMILIES
from deckmaker.fonts.subset import subset_by_glyph
from deckmaker.render.pdf.glyphs import GlyphCodes, ShownGlyphs, to_unicode
from deckmaker.render.pdf.writing import StreamedDocument
from deckmaker.text import GlyphRun

_SYMBOLIC = 4  # ISO 32000-2, table 121: glyphs outside the standard Latin set
_EM = 1000  # glyph space units to an em in a PDF


class EmbeddedFont:
    """One face of a document: collects the glyphs that are drawn, then writes itself."""

    def __init__(self, key: FaceKey, resource: str) -> None:
        self.resource = resource
        self._key = key
        self._face: Face = face(key)
        self._codes = GlyphCodes()
        self._shown: dict[float, ShownGlyphs] = {}  # by size

    def show(self, run: GlyphRun, is_spaced: bool = False, turned: bool = False) -> str:
        """Return the operators that draw the run: its glyphs, and how far each advance is from the font's own.

        Where one `is_spaced`, a space that takes no room stands behind it, in a `turned` line on its left.
        """
        size = run.style.size
        if size not in self._shown:
            self._shown[size] = ShownGlyphs(self._codes, size, self._width)
        return self._shown[size].operators(run, self._space if is_spaced else 0, turned)

    @cached_property
    def _space(self) -> int:
        """The glyph of the space, 0 where the font has none."""
        return self._face.glyph_of(" ")  # unshaped: a font's own rules may make no glyph of it

    def _width(self, glyph: int) -> float:
        return round(self._face.glyph_advance(glyph) * _EM, 2)

    def _program(self) -> tuple[bytes, dict[int, int]]:
        """Return the font file that is embedded, and the ids in it of glyphs that have others than before."""
        glyphs = set(self._codes.glyphs.values())
        if self._face.has_cubic_outlines:
            from deckmaker.fonts.outlines import as_truetype  # and with it fontTools, which no other PDF needs

            return as_truetype(self._face, glyphs)
        return subset_by_glyph(self._face, glyphs), {}

    def write(self, document: StreamedDocument) -> PDFObjectReference:
        """Write the font's objects and return a reference to it."""
        codes = self._codes.glyphs
        program, ids = self._program()
        tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:6])
        name = PDFName(f"{tag}+{_postscript_name(self._key)}")
        metrics = self._face.metrics
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([round(v * _EM) for v in metrics.box]),
                "ItalicAngle": round(metrics.italic_angle, 2),
                "Ascent": round(metrics.ascent * _EM),
                "Descent": round(metrics.descent * _EM),
                "CapHeight": round(metrics.cap_height * _EM),
                "StemV": 140 if self._key.bold else 80,
                "FontFile2": _stream(document, program, Length1=len(program)),
            }
        )
        widths = [item for code in sorted(codes) for item in (code, PDFArray([self._width(codes[code])]))]
        found = {code: ids.get(glyph, glyph) for code, glyph in codes.items()}
        identity = all(code == glyph for code, glyph in found.items())
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.write(descriptor),
                "W": PDFArray(widths),
                "DW": 0,
                "CIDToGIDMap": PDFName("Identity") if identity else _stream(document, _glyph_map(found)),
            }
        )
        return document.write(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": name,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([document.write(descendant)]),
                    "ToUnicode": _stream(document, to_unicode(self._codes.texts)),
                }
            )
        )


def _postscript_name(key: FaceKey) -> str:
    """Return a face's name as a PDF may spell it: letters, digits and hyphens."""
    family = FAMILIES[key.family] if key.is_office else key.family
    style = ("Bold" if key.bold else "") + ("Italic" if key.italic else "")
    return (re.sub("[^A-Za-z0-9-]", "", family) or "Font") + (f"-{style}" if style else "")


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    """Return the glyph ids of all codes up to the last, two bytes each (ISO 32000-2, table 115, CIDToGIDMap)."""
    return b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(glyphs) + 1))


def _stream(document: StreamedDocument, content: bytes, **entries: int) -> PDFObjectReference:
    return document.write_stream({**entries, "Filter": PDFName("FlateDecode")}, zlib.compress(content))
