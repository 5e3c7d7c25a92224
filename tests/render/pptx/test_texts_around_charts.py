"""Texts around plots, such as numbers of axes: each on its line, in whatever font a program has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from deckmaker.layout import Document, Placed, Role, TextItem
from deckmaker.model.chart import Annotation
from tests.agreement.libreoffice import convert_to_pdf
from tests.charts.awkward import AWKWARD, words
from tests.charts.awkward_shapes import AWKWARD_SHAPES
from tests.charts.laid_out import document
from tests.render.pptx.decks import rendered
from tests.render.pptx.drawn_charts import drawn_pages

NEAR = 0.5
"""Points."""

NAMES = ("all values on a line", "stacked", "legend wanted", "grouped bars")
NOTED = "A note on a point, which is so long that it has no room on one line, nor on two lines of the chart's"


@cache
def laid_out() -> Document:
    """Return slides with charts, the last with a note of several lines."""
    charts = [*(AWKWARD[name] for name in NAMES), AWKWARD_SHAPES["dots below zero"]]
    noted = replace(AWKWARD["all values on a line"], annotations=(Annotation(0, 2, words(NOTED)),))
    made, _ = document([("Charts", ()), *((f"A title {n}", (one,)) for n, one in enumerate((*charts, noted)))])
    return made


def held() -> Iterator[tuple[int, Placed]]:
    """Yield the texts around plots, and the index of their page."""
    for number, page in enumerate(laid_out().pages):
        for group in page.objects:
            if group.role is Role.ANNOTATIONS:
                yield from ((number, one) for one in group.texts)


def lines_of(placed: Placed) -> list[Any]:
    """Return the lines of a text as set."""
    assert isinstance(placed.item, TextItem)
    return [line for paragraph in placed.item.setting.paragraphs for line in paragraph.lines]


def test_texts_of_one_line_are_not_broken() -> None:
    """Those of several lines are, where layout broke them."""
    file = Presentation(BytesIO(rendered(laid_out())))
    boxes = [box for slide in file.slides for one in slide.shapes if one.shape_type == 6 for box in one.shapes]
    found = {
        (box.text_frame.text, box._element.txBody.bodyPr.get("wrap"))
        for box in boxes
        if box.has_text_frame and box.text_frame.text
    }
    expected = {
        (one.item.text, "none" if len(lines_of(one)) == 1 else "square")
        for _, one in held()
        if isinstance(one.item, TextItem)
    }
    assert found == expected
    assert {wrap for _, wrap in expected} == {"none", "square"}


@pytest.mark.outside
def test_texts_of_one_line_stand_in_their_places(tmp_path: Path) -> None:
    """Aligned to the left, to the right, or in the middle: LibreOffice has them where layout has them."""
    path = tmp_path / "charts.pptx"
    path.write_bytes(rendered(laid_out()))
    pages = [*drawn_pages(convert_to_pdf([path], tmp_path)[0])]
    aligned = set()
    for number, placed in held():
        if len(lines_of(placed)) == 1 and isinstance(placed.item, TextItem):
            (line,) = lines_of(placed)
            x, baseline = placed.rect.x + line.x, placed.rect.y + placed.item.offset + line.baseline
            aligned.add(placed.item.style.align)
            assert any(
                word == placed.item.text and max(abs(x - x0), abs(x + line.line.width - x1), abs(baseline - y)) <= NEAR
                for word, x0, x1, y in pages[number].words
            ), placed.item.text
    assert aligned == {"left", "right", "center"}


@pytest.mark.outside
def test_numbers_in_a_wider_font_are_on_one_line(tmp_path: Path) -> None:
    """As where the deck's fonts are not installed: their letters are half as large again here."""
    path = tmp_path / "charts.pptx"
    with ZipFile(BytesIO(rendered(laid_out()))) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                data = re.sub(rb' sz="(\d+)"', lambda found: b' sz="%d"' % (int(found[1]) * 3 // 2), data)
            target.writestr(name, data)
    pages = [*drawn_pages(convert_to_pdf([path], tmp_path)[0])]
    numbers = {"20,000", "40,000", "60,000", "80,000"}
    assert numbers <= {word for word, *_ in pages[1].words}
