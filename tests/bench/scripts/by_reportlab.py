"""The slides by reportlab, as an expert would write them: `by_reportlab.py SLIDES.json PHOTOS OUTPUT.pdf FONTS`.

Texts are platypus paragraphs on a canvas. ASCII85 is off, fonts are embedded, and a photo that many slides show is in
the file once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

INK, MUTED, RULE, PAPER = map(HexColor, ("#1B2330", "#59616E", "#B4232A", "#FBF9F5"))


def main(slides: Path, photos: Path, output: Path, fonts: Path) -> None:
    rl_config.useA85 = 0
    for name in ("Gelasio-Bold", "Carlito-Regular", "Carlito-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
    pdfmetrics.registerFontFamily("Carlito-Regular", normal="Carlito-Regular", bold="Carlito-Bold")
    title = ParagraphStyle("title", fontName="Gelasio-Bold", fontSize=36, leading=39, textColor=INK)
    text = ParagraphStyle("text", fontName="Carlito-Regular", fontSize=24, leading=28, textColor=INK)
    bullet = ParagraphStyle(
        "bullet",
        text,
        leftIndent=19,
        spaceBefore=14,
        bulletFontName="Carlito-Regular",
        bulletFontSize=24,
        bulletColor=RULE,
    )
    small = ParagraphStyle("small", text, fontSize=12, leading=13.5, textColor=MUTED)
    right = ParagraphStyle("right", small, alignment=TA_RIGHT)

    deck = json.loads(slides.read_text(encoding="utf-8"))
    canvas = Canvas(str(output), pagesize=(960, 540))
    canvas.setTitle(deck["title"])
    for number, one in enumerate(deck["slides"], start=1):
        canvas.setFillColor(PAPER)
        canvas.rect(0, 0, 960, 540, stroke=0, fill=1)
        canvas.setFillColor(RULE)
        canvas.rect(48, 375, 42, 3, stroke=0, fill=1)
        _photo(canvas, str(photos / one["photo"]))
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry(one["title"], str(number))
        _draw(canvas, Paragraph(escape(one["title"]), title), bottom=390)
        before, bold, after = map(escape, one["text"])
        y = _draw(canvas, Paragraph(f"{before}<b>{bold}</b>{after}", text), top=354)
        for words in one["bullets"]:
            y = _draw(canvas, Paragraph(escape(words), bullet, bulletText="▪"), top=y - bullet.spaceBefore)
        link = f"<link href={quoteattr(one['url'])}><u>{escape(one['credit'])}</u></link>"
        _draw(canvas, Paragraph(escape(one["label"]) + link, small), bottom=18)
        _draw(canvas, Paragraph(str(number), right), bottom=18)
        canvas.showPage()
    canvas.save()


def _photo(canvas, file):
    """Draw a photo upon the right part of the page, cropped to it."""
    width, height = ImageReader(file).getSize()
    width *= 540 / height
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(498, 0, 462, 540)
    canvas.clipPath(clip, stroke=0)
    canvas.drawImage(file, 498 + (462 - width) / 2, 0, width, 540)
    canvas.restoreState()


def _draw(canvas, paragraph, top=None, bottom=None):
    """Draw a paragraph in the left part of the page, below `top` or upon `bottom`; return where it ends."""
    _, height = paragraph.wrapOn(canvas, 414, 540)
    y = top - height if bottom is None else bottom
    paragraph.drawOn(canvas, 48, y)
    return y


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
