"""Tables of PowerPoint whose cells span rows that a deck parts."""

from __future__ import annotations

import pytest
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
