"""Mistakes that writers of presentations make, over all kinds of parts, planted in a sound one: the showcase."""

from __future__ import annotations

from typing import NamedTuple

from tests.render.pptx.spoiling import Change, added, both, changed, packed, related, removed, set_to, without

TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
PRESENTATION, MASTER = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
THEME, STYLES = "ppt/theme/theme1.xml", "ppt/tableStyles.xml"
TITLE, TABLE = "ppt/slides/slide1.xml", '<a:tc gridSpan="2">'
CHART, WORKBOOK = "ppt/charts/chart1.xml", "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
NOTES = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
PICTURE = "ppt/media/image1.png"

EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
PML = b"application/vnd.openxmlformats-officedocument.presentationml."


def timing(shape: int, more: str = "") -> bytes:
    """Return a slide's end with an animation by which a shape appears on a click."""
    behaviour = (
        '<p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn>'
        f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>'
        '</p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set>'
    )
    inner = behaviour
    for id, attributes in (
        (5, 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold" nodeType="clickEffect"'),
        (4, 'fill="hold"'),
        (3, 'fill="hold"'),
    ):
        inner = (
            f'<p:par><p:cTn id="{id}" {attributes}><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
            f"<p:childTnLst>{inner}</p:childTnLst></p:cTn></p:par>"
        )
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{inner}</p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>{more}</p:timing></p:sld>"
    ).encode()


SOUND = {
    "an animation of a shape that is there": changed(TITLE, b"</p:sld>", timing(2)),
    "a language with a script": set_to(TITLE, "//a:rPr[@lang]", "lang", "zh-Hans-CN"),
    "an address with a query and a fragment": set_to(
        "ppt/slides/_rels/slide1.xml.rels", "//*[@TargetMode]", "Target", "https://example.org/a%20b?c=d&e=f/?#g?h"
    ),
}
"""Changes that are no mistakes."""


class Fault(NamedTuple):
    """A planted mistake, and what our own inspection says of it: parts of its words, none where only schemas tell."""

    plant: Change
    said: tuple[str, ...] = ()


def fault(plant: Change, *said: str) -> Fault:
    return Fault(plant, said)


FAULTS = {
    # Content types and media
    "a slide said to be a layout": fault(
        changed(
            TYPES, b'slide1.xml" ContentType="' + PML + b"slide", b'slide1.xml" ContentType="' + PML + b"slideLayout"
        ),
        f"leads to `{TITLE}` as a slide, which is",
    ),
    "a chart said to be plain XML": fault(
        changed(TYPES, b"application/vnd.openxmlformats-officedocument.drawingml.chart+xml", b"application/xml"),
        f"leads to `{CHART}` as a chart, which is application/xml",
    ),
    "pictures without a content type": fault(
        changed(TYPES, b'Extension="png"', b'Extension="gif"'), f"`{PICTURE}` has no content type"
    ),
    "a picture of another format than its name": fault(
        added(PICTURE, b"\xff\xd8\xff\xe0\0\x10JFIF"), f"`{PICTURE}` is said to be image/png and is image/jpeg"
    ),
    "a picture that is a page of the web": fault(
        added(PICTURE, b"<!doctype html><title>404</title>"),
        f"`{PICTURE}` is said to be image/png and is something else",
    ),
    # Relationships
    "a picture that is not there": fault(without(PICTURE), f"leads to `{PICTURE}`, which is not there"),
    "a picture from elsewhere": fault(
        both(
            related(TITLE, "rId99", "https://example.org/a.png", mode='TargetMode="External"'),
            changed(TITLE, b"r:embed=", b'r:link="rId99" r:embed='),
        ),
        f"`{TITLE}` leads outside the package to `https://example.org/a.png`",
    ),
    "a slide with two layouts": fault(
        related(TITLE, "rId99", "../slideLayouts/slideLayout2.xml", b"slideLayout"),
        f"`{TITLE}` has 2 relationships slideLayout",
    ),
    "a picture that is a layout": fault(
        set_to(TITLE, "//a:blip", EMBED, "rId1"),
        f"`{TITLE}` uses its relationship `rId1` as image, which is slideLayout",
    ),
    "a relationship's id that is a number": fault(
        both(
            changed("ppt/_rels/presentation.xml.rels", b'Id="rId6"', b'Id="6"'),
            changed(PRESENTATION, b'r:id="rId6"', b'r:id="6"'),
        ),
        f"`{PRESENTATION}` has a relationship `6`, which is no id",
    ),
    # Placeholders and shapes
    "a placeholder that its layout does not have": fault(
        set_to(TITLE, "//p:ph[@idx]", "idx", "77"), f"`{TITLE}` has a placeholder", "index 77, which its layout"
    ),
    "a placeholder of an unknown type": fault(set_to(TITLE, "//p:ph[@type]", "type", "photo"), "a placeholder `photo`"),
    "a shape's id twice": fault(set_to(TITLE, "//p:sp//p:cNvPr", "id", "1"), f"2 shapes of `{TITLE}` have the id 1"),
    "a shape without its properties": fault(removed(TITLE, "//p:sp/p:spPr")),
    "a colour that is none": fault(set_to(MASTER, "//a:schemeClr", "val", "ink")),
    "a text without a paragraph": fault(removed(TITLE, "//p:txBody/a:p")),
    # Tables
    "a row with too few cells": fault(
        removed(TABLE, "//a:tr[3]/a:tc"), "has a table of 4 columns with 3 cells in row 3"
    ),
    "a cell that reaches over the edge": fault(
        set_to(TABLE, "//a:tr[3]/a:tc[4]", "gridSpan", "2"), "a cell of row 3 reaches over its edge"
    ),
    "a cell that is merged with none": fault(
        set_to(TABLE, "//a:tr[3]/a:tc[2]", "hMerge", "1"), "row 3, column 2 is merged with no other"
    ),
    "a cell that another reaches, and that does not say so": fault(
        changed(TABLE, b'<a:tc hMerge="1">', b"<a:tc>"), "column 3 is reached by another and not merged with it"
    ),
    "a column without a width": fault(changed(TABLE, b"<a:gridCol w=", b"<a:gridCol x=")),
    "a table style whose id is none": fault(changed(STYLES, b'styleId="{', b'styleId="')),
    # Charts and their workbooks
    "a chart that is cut off": fault(changed(CHART, b"</c:chartSpace>", b""), f"`{CHART}` is not XML: "),
    "an axis that is not there": fault(
        set_to(CHART, "//c:lineChart/c:axId", "val", "77"), f"`{CHART}` needs an axis 77"
    ),
    "a point beyond the data": fault(
        set_to(CHART, "//c:val//c:ptCount", "val", "2"), f"`{CHART}` has a point beyond the 2"
    ),
    "a chart of an unknown grouping": fault(set_to(CHART, "//c:grouping", "val", "heaped")),
    "a workbook that is none": fault(added(WORKBOOK, b"name;value\na;1\n"), f"`{WORKBOOK}` is no workbook"),
    "a workbook without sheets": fault(
        added(WORKBOOK, packed({TYPES: b"<Types/>"})), f"`{WORKBOOK}` is a workbook without `xl/workbook.xml`"
    ),
    # Notes
    "notes that lead to another slide": fault(
        changed(NOTES, b"slides/slide1.xml", b"slides/slide2.xml"),
        f"`{TITLE}` has `ppt/notesSlides/notesSlide1.xml`, which is that of `ppt/slides/slide2.xml`",
    ),
    "notes of two slides": fault(
        changed("/notesSlide2.xml", b"notesSlide2.xml", b"notesSlide1.xml"),
        f"has `ppt/notesSlides/notesSlide1.xml`, which is that of `{TITLE}`",
    ),
    "notes without a master": fault(
        changed(NOTES, b'notesMaster" ', b'notesPage" '),
        "`ppt/notesSlides/notesSlide1.xml` has no relationship notesMaster",
    ),
    # Animations
    "an animation of a shape that is gone": fault(
        changed(TITLE, b"</p:sld>", timing(77)), f"`{TITLE}` animates or connects a shape 77, which it does not have"
    ),
    "a build of a shape that is gone": fault(
        changed(TITLE, b"</p:sld>", timing(2, '<p:bldLst><p:bldP spid="78" grpId="0"/></p:bldLst>')),
        f"`{TITLE}` animates or connects a shape 78, which it does not have",
    ),
    # Lists of slides, layouts and sections
    "a slide's id out of range": fault(
        set_to(PRESENTATION, "//p:sldId", "id", "12"), "the id 12, which is out of range"
    ),
    "a layout's id that is the master's": fault(
        set_to(MASTER, "//p:sldLayoutId", "id", str(2**31)), f"2 masters and layouts have the id {2**31}"
    ),
    "a section of a slide that is not there": fault(
        set_to(PRESENTATION, "//p14:section//p14:sldId", "id", "9999"), "the sections do not hold each slide once"
    ),
    # Theme
    "a theme without a sixth accent": fault(removed(THEME, "//a:accent6")),
    "a theme without a font for texts": fault(removed(THEME, "//a:minorFont/a:latin")),
    # Links, languages and what is said of the file
    "a link with two fragments": fault(
        changed("ppt/slides/_rels/slide1.xml.rels", b'Target="https://', b'Target="https://example.org/#a#'),
        "which is no URI",
    ),
    "a link with a space": fault(
        changed("ppt/slides/_rels/slide1.xml.rels", b'Target="https://', b'Target="https://example.org/a b'),
        "which is no URI",
    ),
    "a jump to a page of the web": fault(
        changed(TITLE, b"<a:hlinkClick ", b'<a:hlinkClick action="ppaction://hlinksldjump" '),
        "as slide, which is hyperlink",
    ),
    "a language that is none": fault(
        set_to(TITLE, "//a:rPr[@lang]", "lang", "English (UK)"), "a language `English (UK)`, which is no language tag"
    ),
    "a date that is none": fault(changed(CORE, b'W3CDTF">', b'W3CDTF">about '), "which is no date"),
    "properties of the file twice": fault(
        both(
            added("docProps/core2.xml", b"<a/>"),
            changed(
                "_rels/.rels",
                b"</Relationships>",
                b'<Relationship Id="rId99" Target="docProps/core2.xml" Type="http://schemas.openxmlformats.org/package/'
                b'2006/relationships/metadata/core-properties"/></Relationships>',
            ),
            changed(
                TYPES,
                b"</Types>",
                b'<Override PartName="/docProps/core2.xml" ContentType="application/vnd.'
                b'openxmlformats-package.core-properties+xml"/></Types>',
            ),
        ),
        "has 2 relationships core-properties",
    ),
}
