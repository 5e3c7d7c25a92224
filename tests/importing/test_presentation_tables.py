"""Tables of PowerPoint whose cells span rows that a deck parts."""

from __future__ import annotations

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, slide_of


def with_spans(*spans, total=False):
    """Return what makes a slide with a table of four rows whose cells tell their places; cells from a corner to
    another are one each, with the words of the first."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = slide.shapes.add_table(4, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
        table.last_row = total
        inner = {(row, column) for a, b in spans for row in range(a[0], b[0] + 1) for column in range(a[1], b[1] + 1)}
        inner -= {first for first, _ in spans}
        for row in range(4):
            for column in range(3):
                table.cell(row, column).text = "" if (row, column) in inner else f"{row}{column}"
        for first, last in spans:
            table.cell(*first).merge(table.cell(*last))

    return make


@pytest.mark.parametrize(
    ("make", "rows"),
    [
        (
            with_spans(((2, 0), (3, 0)), total=True),
            [["00", "01", "02"], ["10", "11", "12"], ["20", "21", "22"], ["", "31", "32"]],
        ),
        (
            with_spans(((1, 1), (3, 2)), total=True),
            [
                ["00", "01", "02"],
                ["10", {"text": "11", "columns": "2", "rows": "2"}],
                ["20"],
                ["30", "", ""],
            ],
        ),
    ],
)
def test_what_a_span_no_longer_covers_is_empty(make, rows):
    """A cell that reaches into the total ends above it, and what is at its right stays below its head."""
    assert slide_of(make) == {"table": {"footer": "1", "rows": rows}}


def test_a_span_from_the_header_into_the_body_ends_with_the_header():
    """Where another cell makes the header of two rows."""
    make = with_spans(((0, 0), (1, 0)), ((1, 1), (2, 1)))
    assert slide_of(make) == {
        "table": {
            "header": "2",
            "rows": [[{"text": "00", "rows": "2"}, "01", "02"], ["11", "12"], ["20", "", "22"], ["30", "31", "32"]],
        }
    }


@pytest.mark.parametrize(("across", "down"), [("2", "2"), ("2000000000", "2000000000"), ("-4", "x")])
def test_a_cell_spans_no_others_than_those_that_are_marked_as_covered(across, down):
    """Programs show what a file says twice; one that says otherwise made a deck with rows of other lengths."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = slide.shapes.add_table(3, 2, Inches(1), Inches(2), Inches(6), Inches(2)).table
        for row in range(3):
            for column in range(2):
                one = table.cell(row, column)
                one.text = f"{row}{column}"
                one._tc.set("gridSpan", across)
                one._tc.set("rowSpan", down)

    assert slide_of(make) == {"table": {"rows": [["00", "01"], ["10", "11"], ["20", "21"]]}}


def cell(*paragraphs):
    """Return what makes a slide with a table whose last cell has paragraphs, each with what stands before it."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = slide.shapes.add_table(2, 1, Inches(1), Inches(2), Inches(6), Inches(2)).table
        table.cell(0, 0).text = "Head"
        body = table.cell(1, 0).text_frame._txBody
        body.remove(body.p_lst[0])
        for level, mark, words in paragraphs:
            properties = f'<a:pPr lvl="{level}">{mark}</a:pPr>'
            body.append(parse_xml(f"<a:p {nsdecls('a')}>{properties}<a:r><a:t>{words}</a:t></a:r></a:p>"))

    return make


def numbered(kind, start=1):
    """Return what counts a paragraph."""
    return f'<a:buAutoNum type="{kind}" startAt="{start}"/>'


DOT = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (((0, numbered("arabicPeriod"), "a"), (0, numbered("arabicPeriod"), "b.")), "1. a; 2. b."),
        (((0, numbered("arabicPeriod", 3), "a"),), "3. a"),
        (((0, numbered("arabicPeriod"), "a"), (1, numbered("alphaLcParenR"), "b")), "1. a; a) b"),
        (((0, numbered("romanUcParenBoth", 44), "a"), (0, numbered("romanUcParenBoth", 44), "b")), "(XLIV) a; (XLV) b"),
        (((0, numbered("alphaUcPeriod", 27), "a"),), "AA. a"),
        (((0, numbered("thaiNumPeriod", 10), "a"),), "๑๐. a"),
        (((0, numbered("hebrew2Minus", 30), "a"),), "30- a"),
        (((0, DOT, "a"), (0, DOT, "b")), "• a; • b"),
        (((0, '<a:buChar char="*"/>', "*a*"),), r"\* \*a\*"),
        (((0, '<a:buFont typeface="Wingdings"/><a:buChar char="ü"/>', "a"),), "✓ a"),
        (((0, '<a:buFont typeface="Courier New"/><a:buChar char="o"/>', "a"),), "• a"),
        (((0, "<a:buNone/>", "a"), (0, DOT, "b")), "a; • b"),
    ],
)
def test_marks_and_numbers_of_items_in_cells_are_words(paragraphs, words):
    """A deck's cell has no list, and a reader saw them."""
    assert slide_of(cell(*paragraphs)) == {"table": {"rows": [["Head"], [words]]}}


def with_bold(*rows: str):
    """Return what makes a slide with a table that says of no header, of cells that are bold (`B`), are not (`-`), or
    have no words (a space)."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(6), Inches(2)).table
        del table._tbl.tblPr.attrib["firstRow"]
        for row, looks in enumerate(rows):
            for column, look in enumerate(looks):
                if look != " ":
                    cell = table.cell(row, column)
                    cell.text = f"{row}{column}"
                    cell.text_frame.paragraphs[0].runs[0].font.bold = look == "B"

    return make


@pytest.mark.parametrize(
    "rows", [("BB-", "---"), ("B-", "--"), (" B", "B-", "--"), ("BBB", "---", "BBB"), ("BB-", "B--")]
)
def test_a_header_is_one_though_some_of_its_cells_are_not_bold(rows):
    """Such as that of a column which somebody added after LibreOffice saved the table: it keeps no header, but bold."""
    assert "header" not in slide_of(with_bold(*rows))["table"]


@pytest.mark.parametrize(
    "rows", [("B--", "---"), ("B-", "B-", "B-"), ("BB", "BB"), ("--", "BB"), ("B-", "B-", " -", "B-")]
)
def test_bold_labels_beside_rows_make_no_header(rows):
    """Nor does one bold cell of many."""
    assert slide_of(with_bold(*rows))["table"]["header"] == "0"
