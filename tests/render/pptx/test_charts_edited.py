"""A colleague changes a number of a chart in LibreOffice: the chart follows, and its labels with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from tests.render.pptx.decks import rendered
from tests.render.pptx.drawn_charts import DrawnPage, drawn_pages
from tests.render.pptx.hand_charts import RECT, SAMPLES, THEME, chart_document
from tests.render.pptx.offices import at_work, require_uno

pytestmark = pytest.mark.outside

EDITED = ("columns", "bars", "lines with names at their ends", "pie", "columns and a line")
NUMBER, RENAMED = 41.0, "Renamed"
"""What the second number of a first series becomes, and what the series is called then."""

NEAR = 0.75


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the charts after the step `chart`."""
    require_uno()
    path = tmp_path_factory.mktemp("charts") / "charts.pptx"
    path.write_bytes(rendered(chart_document(*(SAMPLES[name]() for name in EDITED))))
    return at_work(path, path.with_name("edited"), "chart")


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, DrawnPage]:
    """The charts as they are drawn then."""
    return dict(zip(EDITED, drawn_pages(folder / "chart.pdf"), strict=True))


def words(page: DrawnPage) -> set[str]:
    """Return what a page says."""
    return {word for word, *_ in page.words}


@pytest.mark.parametrize("sample", ["columns", "columns and a line"])
def test_a_column_is_as_high_as_its_new_number(pages: dict[str, DrawnPage], sample: str) -> None:
    """On the scale that is stated, which stays; its label says the number."""
    page = pages[sample]
    boxes = page.boxes(THEME.palette["series-1"].lstrip("#"))
    top = RECT.bottom - RECT.height * NUMBER / 50
    assert any(abs(box[1] - top) <= NEAR and abs(box[3] - RECT.bottom) <= NEAR for box in boxes)
    assert "41" in words(page) and "30" not in words(page)


def test_a_bar_is_as_long_as_its_new_number(pages: dict[str, DrawnPage]) -> None:
    """Its label stands at its new end."""
    page = pages["bars"]
    right = RECT.x + RECT.width * NUMBER / 50
    assert any(abs(box[2] - right) <= NEAR for box in page.boxes(THEME.palette["series-1"].lstrip("#")))
    (start,) = {x0 for word, x0, *_ in page.words if word == "41" and x0 > right and abs(x0 - right) < 5}
    assert start > right


def test_a_line_goes_through_its_new_number_and_has_its_new_name(pages: dict[str, DrawnPage]) -> None:
    """The name stands at its end."""
    page = pages["lines with names at their ends"]
    y = RECT.bottom - RECT.height * NUMBER / 50
    assert any(abs(point[1] - y) <= NEAR for point in page.corners(THEME.palette["series-1"].lstrip("#")))
    assert RENAMED in words(page) and "Series 1" not in words(page)


def test_shares_of_a_pie_are_counted_anew(pages: dict[str, DrawnPage]) -> None:
    """41 of 111 are 37 %, and so on around."""
    assert {"36%", "37%", "18%", "9%"} <= words(pages["pie"])


def test_the_saved_file_has_the_number(folder: Path) -> None:
    """As another program reads it back."""
    slides = Presentation(str(folder / "chart.pptx")).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == len(EDITED)
    for chart in charts:
        first = chart.plots[0].series[0]
        assert first.values[1] == NUMBER and first.name == RENAMED
