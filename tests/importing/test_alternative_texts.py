"""Alternative texts of presentations: those that a deck has a place for stay, and others are told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, imported, picture, presentation, slide_of, text_box
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
