"""Fonts made from others: other rights, other names, axes for italics, symbols in place of letters."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import build


def opened(path: Path) -> TTFont:
    """Open a font whole, so that no file stays open."""
    return TTFont(BytesIO(path.read_bytes()))


def with_os2(path: Path, to: Path, **values: int) -> Path:
    """Copy a font with other values in its OS/2 table."""
    font = opened(path)
    for name, value in values.items():
        setattr(font["OS/2"], name, value)
    font.save(to)
    return to


def of_symbols(path: Path, to: Path) -> Path:
    """Copy a font with its letters in the private use area, as Wingdings has its signs."""
    font = opened(path)
    for table in font["cmap"].tables:
        table.cmap = {0xF000 + code % 0x100: name for code, name in table.cmap.items() if code < 0x100}
    font.save(to)
    return to


def slanting(to: Path, family: str, tag: str, least: float, most: float) -> Path:
    """Write a variable font of one letter, 500 units wide at the default of its axis and 700 at the other end."""
    design = DesignSpaceDocument()
    design.addAxis(AxisDescriptor(tag=tag, name=tag, minimum=least, default=0, maximum=most))
    for value, width in ((0, 500), (least or most, 700)):
        design.addSource(SourceDescriptor(font=_one_letter(family, width), location={tag: value}))
    font, *_ = build(design)
    font.save(to)
    return to


def _one_letter(family: str, width: int) -> TTFont:
    pen = TTGlyphPen(None)
    for point, step in (((0, 0), pen.moveTo), ((width - 50, 0), pen.lineTo), ((0, 700), pen.lineTo)):
        step(point)
    pen.closePath()
    glyph = pen.glyph()
    names = (".notdef", "space", "A")
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(names))
    builder.setupCharacterMap({0x20: "space", 0x41: "A"})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf({".notdef": empty, "space": empty, "A": glyph})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (width, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(usWinAscent=900, usWinDescent=250)
    builder.setupPost()
    return builder.font
