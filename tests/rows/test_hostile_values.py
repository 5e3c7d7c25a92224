"""Values of rows that look like something else: in outputs they are the texts that they are."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder
from deckmaker.pipeline import build, read_stages
from tests.rows.tables import table

FORMULA, MARKUP, BRACES = "=cmd|' /C calc'!A0", "**bold** <script>alert(1)</script>", "{{ formula }} \\{{"
NAMES = ("formula", "markup", "braces", "path", "n")
ROW = (FORMULA, MARKUP, BRACES, "../../etc/passwd", "5")
DECK = """\
title: "{{ markup }}"
slides:
  - title: "{{ braces }}"
    text: "{{ formula }}"
    notes: "{{ markup }}"
  - title: Chart
    chart: {type: bar, values: {"{{ formula }}": "{{ n }}", "+1": 2, "@SUM(1)": 3}}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    (tmp_path / "deckmaker.yaml").touch()
    return tmp_path / "deck.yaml"


@pytest.mark.slow
def test_a_value_is_a_text_in_every_output(deck):
    """A formula is none in the workbook of a chart either, which spreadsheets open."""
    deck.write_text(DECK)
    (row,) = table(NAMES, ROW)
    diagnostics = Diagnostics()
    read = read_stages(deck, diagnostics, row=row)
    assert read
    folder = OutputFolder(deck.parent / "out")
    built = build(read.document, "deck", ["pptx", "html"], folder, diagnostics)
    assert [path.name for path in built] == ["deck.pptx", "deck.html"]

    slide = Presentation(str(built[0])).slides[0]
    assert slide.shapes.title.text == BRACES
    assert FORMULA in [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
    assert slide.notes_slide.notes_text_frame.text == MARKUP
    with ZipFile(built[0]) as package:
        (name,) = [one for one in package.namelist() if "embeddings" in one]
        with ZipFile(BytesIO(package.read(name))) as book:
            sheet, texts = book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/sharedStrings.xml").decode()
    assert not re.search(r"<f[ >]", sheet)
    assert {FORMULA, "+1", "@SUM(1)"} <= {unescape(text) for text in re.findall("<t[^>]*>([^<]*)</t>", texts)}

    page = built[1].read_text()
    assert "<script>alert(1)" not in page
    assert "<title>**bold** &lt;script&gt;alert(1)&lt;/script&gt;</title>" in page


def test_a_path_in_a_value_does_not_leave_the_project(deck):
    deck.write_text('title: A\nslides:\n  - title: B\n    image: {file: "{{ path }}", alt: A, credit: B}\n')
    (row,) = table(NAMES, ROW)
    diagnostics = Diagnostics()
    assert read_stages(deck, diagnostics, row=row) is None
    (one,) = diagnostics
    assert one.message == "`../../etc/passwd` leads out of the project"
    assert one.row and one.row.words == "row 1 (line 2 of regions.csv), column `path`"
