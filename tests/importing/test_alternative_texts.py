"""Alternative texts of presentations: those that a deck has a place for stay, and others are told."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE, PROG_ID
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.importing.presentations import (
    TITLE_ONLY,
    content_slide,
    imported,
    picture,
    presentation,
    slide_of,
    text_box,
)
from tests.importing.test_chart_settings import COLUMN, quays
from tests.projects import Project, run

LEFT_OUT = "an alternative text for which a deck has no place is left out"


def said(shape, words, key="descr"):
    """Give a shape an alternative text."""
    shape._element.xpath("./*/p:cNvPr")[0].set(key, words)
    return shape


def test_alternative_texts_of_tables_groups_and_texts_are_told():
    """Each with its words, also where these are long; not what the slide says, too, and not what programs write."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(5), Inches(1))
        table.table.cell(0, 0).text, table.table.cell(1, 1).text = "A", "4"
        said(table, "Levels of noise. Description automatically generated with low confidence")
        said(slide.shapes.add_group_shape(), "How it hangs together")
        said(text_box(slide, "Words", 1, 5), "Words")
        said(text_box(slide, "More", 1, 6), "x" * 120)
        hidden = said(slide.shapes.add_group_shape(), "Secret")
        hidden._element.nvGrpSpPr.cNvPr.set("hidden", "1")

    expected = f"{LEFT_OUT}: `Levels of noise.`, `{'x' * 99}…`, `How it hangs together`"
    found, _ = imported(presentation(make))
    assert found.messages == [(2, expected)]


@pytest.mark.parametrize(
    ("alike", "expected"),
    [
        ({"descr": "A quay"}, "A quay"),
        ({"descr": "", "title": "A quay"}, "A quay"),  # as older programs have it
        ({"descr": "IMG_7.jpg", "title": "A quay"}, "A quay"),
        ({"descr": "Seen from the north", "title": "A quay"}, "A quay: Seen from the north"),
        ({"descr": "A quay", "title": "A quay"}, "A quay"),
    ],
)
def test_pictures_and_charts_keep_theirs(alike, expected):
    """With the titles that shapes had for them."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        shapes = (
            slide.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(3)),
            slide.shapes.add_chart(COLUMN, Inches(5), Inches(2), Inches(4), Inches(4), quays()),
        )
        for key, words in alike.items():
            for one in shapes:
                said(one, words, key)

    slide = slide_of(make)
    assert (slide["image"]["alt"], slide["chart"]["alt"]) == (expected, expected)


def test_the_alternative_text_of_a_chart_that_is_a_table_is_told():
    """A table has none."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        frame = slide.shapes.add_chart(XL_CHART_TYPE.RADAR, Inches(5), Inches(2), Inches(4), Inches(4), quays())
        said(frame, "West is the largest")

    found, _ = imported(presentation(make))
    assert found.messages == [
        (2, "a chart of a kind that decks have not is there as its table"),
        (2, f"{LEFT_OUT}: `West is the largest`"),
    ]


def test_a_diagram_has_the_alternative_text_of_its_group():
    """If it is one."""

    def make(found):
        group = said(content_slide(found, layout=TITLE_ONLY).shapes.add_group_shape(), "An order is checked")
        boxes = []
        for index, words in enumerate(("Order", "Check", "Ship")):
            box = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1 + 2 * index), Inches(3), Inches(1), Inches(0.5))
            box.text_frame.text = words
            boxes.append(box)
        for source, target in pairwise(boxes):
            line = group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 1, 1)
            line.begin_connect(source, 3)
            line.end_connect(target, 1)
            line.line._get_or_add_ln().append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle"/>'))

    found, _ = imported(presentation(make))
    assert found.slides[0]["diagram"]["alt"] == "An order is checked"
    assert not any(LEFT_OUT in message for _, message in found.messages)


def pictured(slide, words, left=1, width=3):
    """Add a picture of which somebody says something, and return its element."""
    return said(slide.shapes.add_picture(picture(), Inches(left), Inches(2), Inches(width)), words)._element


def film(slide):
    """Add a film."""
    shape = pictured(slide, "A crane at work")
    shape.nvPicPr.nvPr.insert(0, parse_xml(f"<a:videoFile {nsdecls('a')}/>"))


def linked(slide):
    """Add a picture that lies elsewhere."""
    blip = pictured(slide, "A crane at work").blipFill.blip
    blip.set(blip.attrib.keys()[0].replace("embed", "link"), blip.attrib.pop(blip.attrib.keys()[0]))


def vectors(slide):
    """Add a picture of a kind that decks have not."""
    pictured(slide, "A crane at work")
    (to,) = (one for one in slide.part.rels.values() if one.reltype == RT.IMAGE)
    to.target_part._blob = b"\x01\x00\x00\x00 EMF"


def numberless(slide):
    """Add a chart whose numbers are not there."""
    frame = slide.shapes.add_chart(COLUMN, Inches(5), Inches(2), Inches(4), Inches(4), quays())
    said(frame, "A crane at work")
    slide.part.rels.pop(frame._element.chart_rId)


def drawn_on(slide):
    """Draw something on a chart."""
    chart = slide.shapes.add_chart(COLUMN, Inches(5), Inches(2), Inches(4), Inches(4), quays()).chart
    xml = (
        f'<c:userShapes {nsdecls("c")} xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">'
        '<d:relSizeAnchor><d:pic><d:nvPicPr><d:cNvPr id="2" name="P" descr="A crane at work"/></d:nvPicPr></d:pic>'
        "</d:relSizeAnchor></c:userShapes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
    part = Part(PackURI("/ppt/drawings/drawing1.xml"), kind, slide.part.package, xml.encode())
    chart.part.relate_to(part, RT.CHART_USER_SHAPES)


def embedded(slide):
    """Add an object of another program."""
    return slide.shapes.add_ole_object(BytesIO(b"..."), PROG_ID.XLSX, Inches(1), Inches(2), Inches(3), Inches(2))


def shown_object(slide):
    """Say something of the picture that shows an object of another program."""
    for one in embedded(slide)._element.iter("{*}pic"):
        one.nvPicPr.cNvPr.set("descr", "A crane at work")


def ink(slide):
    """Draw with a pen."""
    own = '<p14:nvContentPartPr><p14:cNvPr id="9" name="Ink" descr="A crane at work"/></p14:nvContentPartPr>'
    xmlns = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    slide.shapes._spTree.append(parse_xml(f"<p:contentPart {nsdecls('p')} {xmlns}>{own}</p:contentPart>"))


def control(slide):
    """Add a button."""
    own = '<p:pic><p:nvPicPr><p:cNvPr id="0" name="" descr="A crane at work"/></p:nvPicPr></p:pic>'
    controls = f'<p:controls {nsdecls("p")}><p:control spid="7">{own}</p:control></p:controls>'
    slide._element.cSld.append(parse_xml(controls))


def smart_art(slide):
    """Add SmartArt with something said of a picture in it."""
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    names = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    own = (
        '<a:ext uri="{E40237B7}"><d:cNvPr xmlns:d="http://schemas.microsoft.com/office/drawing/2010/diagram" id="0" '
        'name="" descr="A crane at work"/></a:ext>'
    )
    xml = (
        f'<m:dataModel xmlns:m="{names}" {nsdecls("a")}><m:ptLst><m:pt modelId="1"><m:t><a:p><a:r>'
        f"<a:t>Words</a:t></a:r></a:p></m:t><m:extLst>{own}</m:extLst></m:pt></m:ptLst></m:dataModel>"
    )
    part = Part(PackURI("/ppt/diagrams/data1.xml"), kind, slide.part.package, xml.encode())
    id = slide.part.relate_to(part, RT.DIAGRAM_DATA)
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:graphicFrame {nsdecls("p", "a", "r")}><p:nvGraphicFramePr><p:cNvPr id="9" name="S"/>'
            "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic>"
            f'<a:graphicData uri="{names}"><m:relIds xmlns:m="{names}" r:dm="{id}"/></a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )
    )


def on_notes(slide):
    """Put a picture on the page of notes."""
    shape = pictured(slide, "A crane at work")
    page = slide.notes_slide
    page.notes_text_frame.text = "Say this."
    page.shapes._spTree.append(shape)


@pytest.mark.parametrize(
    ("add", "what"),
    [
        (film, "a film or a sound is left out"),
        (linked, "a picture that is not in the presentation is left out"),
        (vectors, "a picture that is no JPEG, PNG, GIF, TIFF or SVG is left out"),
        (numberless, "a chart whose numbers are not in the file is left out"),
        (drawn_on, "a picture that lies on a chart is left out"),
        (lambda slide: said(embedded(slide), "A crane at work"), "an object of another program is left out"),
        (shown_object, "an object of another program is left out"),
        (ink, "what was drawn with a pen is left out"),
        (control, "a control, such as a button or a field to type in, is left out"),
        (smart_art, "SmartArt is there as a list of its words"),
        (on_notes, "a picture, a table or a chart on a notes page is left out"),
    ],
)
def test_the_alternative_text_of_what_is_left_out_is_told(add, what):
    """Often it is all that can be said of a film or an object."""

    def make(found):
        add(content_slide(found, layout=TITLE_ONLY))

    found, _ = imported(presentation(make))
    assert sorted(found.messages) == sorted([(2, what), (2, f"{LEFT_OUT}: `A crane at work`")])


def test_what_is_said_of_a_frame_and_of_its_picture_is_told_once():
    """Programs write it at both."""

    def make(found):
        frame = said(embedded(content_slide(found, layout=TITLE_ONLY)), "A crane at work")
        for one in frame._element.iter("{*}pic"):
            one.nvPicPr.cNvPr.set("descr", "A crane at work")

    found, _ = imported(presentation(make))
    assert [message for _, message in found.messages if LEFT_OUT in message] == [f"{LEFT_OUT}: `A crane at work`"]


def test_what_is_said_of_a_logo_is_told_once():
    """And again where it is something else."""

    def make(found):
        for words in ("Port of Esbjerg", "Port of Esbjerg", "Port of Esbjerg", "Port of Ribe"):
            pictured(content_slide(found, layout=TITLE_ONLY), words, left=9, width=0.8)

    found, _ = imported(presentation(make))
    assert found.messages == [(2, f"{LEFT_OUT}: `Port of Esbjerg`, `Port of Ribe`")]


def test_what_a_picture_in_the_deck_says_is_not_told():
    """Nor the name of a film's file, nor what is said of a picture that is decorative."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        pictured(slide, "A crane at work")
        film(slide)
        shape = pictured(slide, "crane.mp4", left=5)
        shape.nvPicPr.nvPr.insert(0, parse_xml(f"<a:videoFile {nsdecls('a')}/>"))
        mark = '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        own = pictured(slide, "A line", left=3).nvPicPr.cNvPr
        own.append(parse_xml(f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6}}">{mark}</a:ext></a:extLst>'))

    found, _ = imported(presentation(make))
    assert found.messages == [(2, "a film or a sound is left out (and 1 more like it)")]


def test_our_own_come_back(tmp_path):
    """Of equations and diagrams. What tables, charts and diagrams say of themselves is none."""
    project = Project(tmp_path)
    project.write(
        "title: T\nslides:\n  - {title: T}\n  - title: A\n    equation: {tex: 'a=b^2', alt: It is a square}\n"
        "  - title: B\n    table: {caption: Levels, rows: [[A, B], [c, d]]}\n"
        "  - {title: C, diagram: [A -> B, B -> C]}\n"
        "  - {title: D, table: {rows: [[First, Second], [c, d]]}}\n"
        "  - title: E\n    chart: {type: pie, multiples: true, categories: [a, b], series: {Q: [1, 2], Y: [3, 1]}}\n"
    )
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    found, _ = imported((project.folder / "deck.pptx").read_bytes())
    assert found.messages == []
    assert found.slides[0]["equation"] == {"tex": "a=b^{2}", "alt": "It is a square"}
    assert "alt" not in found.slides[2]["diagram"]


@pytest.mark.parametrize("tex", ["x = y + 1", r"\\frac{a}{b} \\leq \\sqrt{c}", "a^2 + b^{2}"])
def test_the_latex_of_a_formula_is_no_alternative_text(tex, tmp_path):
    """Our own files have it as that, where nobody has said anything else; it is read in another spelling."""
    project = Project(tmp_path)
    project.write(f'title: T\nslides:\n  - {{title: T}}\n  - title: A\n    equation: "{tex}"\n')
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    result = run("import", project.folder / "build/deck.pptx", "-o", project.folder / "again.yaml")
    assert result.exit_code == 0 and "left out" not in result.stderr
    again = (project.folder / "again.yaml").read_text()
    assert "equation: " in again and "alt:" not in again
