"""The slides by python-pptx, as an expert would write them: `by_python_pptx.py SLIDES.json PHOTOS OUTPUT.pptx`.

What can stand on the layout once stands there: places, the page's colour. Texts are placeholders, the number is a
field.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

INK, MUTED, RULE, PAPER = (RGBColor.from_string(one) for one in ("1B2330", "59616E", "B4232A", "FBF9F5"))


def main(slides: Path, photos: Path, output: Path) -> None:
    deck = json.loads(slides.read_text(encoding="utf-8"))
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    presentation.core_properties.title = deck["title"]
    layout = presentation.slide_layouts.get_by_name("Title and Content")
    _dress(layout)
    for number, one in enumerate(deck["slides"], start=1):
        slide = presentation.slides.add_slide(layout)
        _title(slide.shapes.title, one["title"])
        _body(slide.placeholders[1].text_frame, one["text"], one["bullets"])
        picture = slide.shapes.add_picture(str(photos / one["photo"]), Pt(498), 0, height=Pt(540))
        picture.crop_left = picture.crop_right = (1 - Pt(462) / picture.width) / 2
        picture.width = Pt(462)
        picture._element.nvPicPr.cNvPr.set("descr", one["alt"])
        _credit(_box(slide, 48, 330), one)
        _number(_box(slide, 420, 42), number)
        slide.notes_slide.notes_text_frame.text = one["notes"]
    presentation.save(str(output))


def _dress(layout):
    """Give the layout its places and its colour, which every slide has from it."""
    layout.background.fill.solid()
    layout.background.fill.fore_color.rgb = PAPER
    for shape, box in zip(layout.placeholders, ((48, 66, 414, 84), (48, 186, 414, 282)), strict=False):
        shape.left, shape.top, shape.width, shape.height = map(Pt, box)


def _title(shape, text):
    frame = shape.text_frame
    _no_margins(frame, MSO_ANCHOR.BOTTOM)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _run(frame.paragraphs[0], text, 36, "Georgia", bold=True)


def _body(frame, text, bullets):
    _no_margins(frame, MSO_ANCHOR.TOP)
    paragraph = frame.paragraphs[0]
    _indent(paragraph, 0)
    etree.SubElement(paragraph._p.get_or_add_pPr(), qn("a:buNone"))
    for words, bold in zip(text, (False, True, False), strict=True):
        _run(paragraph, words, 24, "Calibri", bold)
    for words in bullets:
        paragraph = frame.add_paragraph()
        _indent(paragraph, 19)
        properties = paragraph._p.get_or_add_pPr()
        etree.SubElement(etree.SubElement(properties, qn("a:buClr")), qn("a:srgbClr"), val=str(RULE))
        etree.SubElement(properties, qn("a:buChar"), char="▪")
        _run(paragraph, words, 24, "Calibri")


def _credit(frame, one):
    paragraph = frame.paragraphs[0]
    _run(paragraph, one["label"], 12, "Calibri", color=MUTED)
    _run(paragraph, one["credit"], 12, "Calibri", color=MUTED).hyperlink.address = one["url"]


def _number(frame, number):
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    run = _run(paragraph, str(number), 12, "Calibri", color=MUTED)._r
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")


def _box(slide, x, width):
    frame = slide.shapes.add_textbox(Pt(x), Pt(507), Pt(width), Pt(15)).text_frame
    frame.word_wrap = True
    _no_margins(frame, MSO_ANCHOR.BOTTOM)
    return frame


def _no_margins(frame, anchor):
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = anchor


def _indent(paragraph, points):
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(points)))
    properties.set("indent", str(-Pt(points)))
    paragraph.space_before = Pt(14) if points else Pt(0)


def _run(paragraph, text, size, family, bold=False, color=INK):
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.name, run.font.bold = Pt(size), family, bold
    run.font.color.rgb = color
    return run


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
