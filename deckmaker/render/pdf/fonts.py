"""Embedded subset fonts whose glyphs layout has chosen already.

reportlab's own TrueType fonts go from characters to glyphs again, unshaped. Here a composite font with the encoding
Identity-H (ISO 32000-2, 9.7) takes glyph ids as they are, so the PDF shows the very glyphs that were measured.
"""

from __future__ import annotations

from hashlib import sha256

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from deckmaker.fonts import Face, FaceKey, face
from deckmaker.fonts.families import FAMILIES
from deckmaker.fonts.subset import subset_by_glyph
from deckmaker.text import GlyphRun

_SYMBOLIC = 4  # ISO 32000-2, table 121: glyphs outside the standard Latin set
_EM = 1000  # glyph space units to an em in a PDF


class EmbeddedFont:
    """One face of a document: collects the glyphs that are drawn, then writes itself."""

    def __init__(self, key: FaceKey, resource: str) -> None:
        self.resource = resource
        self._key = key
        self._face: Face = face(key)
        self._texts: dict[int, str] = {}

    def show(self, run: GlyphRun) -> str:
        """Return the operand of `TJ` that draws the run: glyph ids, and how far each advance is from the font's own."""
        parts: list[str] = []
        codes = ""
        for index, (glyph, advance) in enumerate(zip(run.glyphs, run.advances, strict=True)):
            self._texts.setdefault(glyph, _text_of(run, index))
            codes += f"{glyph:04x}"
            kern = self._width(glyph) - advance / run.style.size * _EM
            if abs(kern) >= _LEAST_KERN:
                parts.append(f"<{codes}>{kern:.2f}".rstrip("0").rstrip("."))
                codes = ""
        return f"[{''.join(parts)}{f'<{codes}>' if codes else ''}]"

    def _width(self, glyph: int) -> float:
        return round(self._face.glyph_advance(glyph) * _EM, 2)

    def objects(self, document: PDFDocument) -> object:
        """Add the font's objects to the document and return a reference to it."""
        glyphs = sorted(self._texts)
        program = subset_by_glyph(self._face, glyphs)
        tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:6])
        name = PDFName(f"{tag}+{FAMILIES[self._key.family]}{_style_suffix(self._key)}")
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
                "FontFile2": document.Reference(_stream(program, Length1=len(program))),
            }
        )
        widths = [item for glyph in glyphs for item in (glyph, PDFArray([self._width(glyph)]))]
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(descriptor),
                "W": PDFArray(widths),
                "DW": 0,
                "CIDToGIDMap": PDFName("Identity"),
            }
        )
        return document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": name,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([document.Reference(descendant)]),
                    "ToUnicode": document.Reference(_stream(_to_unicode(self._texts))),
                }
            )
        )


_LEAST_KERN = 0.05  # thousandths of an em: below what any device can show


def _style_suffix(key: FaceKey) -> str:
    style = ("Bold" if key.bold else "") + ("Italic" if key.italic else "")
    return f"-{style}" if style else ""


def _text_of(run: GlyphRun, index: int) -> str:
    """Return the characters that a glyph stands for: from its cluster to the next; marks of a cluster add none."""
    start = run.clusters[index]
    if index and run.clusters[index - 1] == start:
        return ""
    later = [cluster for cluster in run.clusters[index + 1 :] if cluster > start]
    return run.text[start : later[0] if later else len(run.text)]


def _stream(content: bytes, **entries: int) -> PDFStream:
    return PDFStream(PDFDictionary(dict(entries)), content, filters=[PDFZCompress])


def _to_unicode(texts: dict[int, str]) -> bytes:
    """Return the CMap that leads from glyphs back to text (ISO 32000-2, 9.10.3), in blocks of at most 100."""
    pairs = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(texts.items()) if text]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
