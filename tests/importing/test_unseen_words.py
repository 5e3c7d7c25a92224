"""A text of a presentation of which nobody sees anything counts as no text, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, picture, presentation, text_box, with_parts
from tests.importing.test_presentation_sections import arranged
from tests.projects import Project, run

SIGNS = ["\x7f", "\ufdd0", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\ufe0f", "\u2800", "\u200b\ufdd0 \x7f"]
MARK = "UNSEEN"
"""Stands in a presentation where a text is to stand."""


def chart(found: Any, kind: Any = XL_CHART_TYPE.COLUMN_CLUSTERED, names=("a", "b"), series="Ships") -> Any:
    """Add a slide with a chart."""
    data = CategoryChartData()
    data.categories = names
    data.add_series(series, (3, 5))
    place = Inches(1), Inches(2), Inches(6), Inches(4)
    return content_slide(found, layout=TITLE_ONLY).shapes.add_chart(kind, *place, data)


def chart_title(found: Any) -> None:
    chart(found).chart.chart_title.text_frame.text = MARK


def title_of_table(found: Any) -> None:
    """Of a chart of a kind that decks have not."""
    chart(found, XL_CHART_TYPE.RADAR).chart.chart_title.text_frame.text = MARK


def axis_title(found: Any) -> None:
    chart(found).chart.value_axis.axis_title.text_frame.text = MARK


def name_of_series(found: Any) -> None:
    chart(found, series=MARK)


def name_of_pie(found: Any) -> None:
    chart(found, XL_CHART_TYPE.PIE, series=MARK)


def category(found: Any) -> None:
    chart(found, names=("a", MARK))


def category_of_table(found: Any) -> None:
    chart(found, XL_CHART_TYPE.RADAR, names=("a", MARK))


def label(found: Any) -> None:
    point = chart(found).chart.plots[0].series[0].points[0]
    point.data_label.text_frame.text = MARK


def description_of_chart(found: Any) -> None:
    describe(chart(found))


def description_of_picture(found: Any) -> None:
    describe(content_slide(found, layout=TITLE_ONLY).shapes.add_picture(picture(), Inches(1), Inches(2)))


def description_of_box(found: Any) -> None:
    describe(text_box(content_slide(found, layout=TITLE_ONLY), "Words", 1, 2))


def describe(shape: Any) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", MARK)


def notes(found: Any) -> None:
    content_slide(found, layout=TITLE_ONLY).notes_slide.notes_text_frame.text = MARK


def line_of_notes(found: Any) -> None:
    content_slide(found, layout=TITLE_ONLY).notes_slide.notes_text_frame.text = f"One\n{MARK}\nTwo"


def title(found: Any) -> None:
    content_slide(found, MARK).placeholders[1].text = "Words"


def title_of_cover(found: Any) -> None:
    found.slides[0].shapes.title.text = MARK


def subtitle(found: Any) -> None:
    found.slides[0].placeholders[1].text = MARK


def title_of_file(found: Any) -> None:
    found.core_properties.title = MARK


def paragraph(found: Any) -> None:
    content_slide(found).placeholders[1].text = f"One\n{MARK}\nTwo"


def box(found: Any) -> None:
    text_box(content_slide(found, layout=TITLE_ONLY), MARK, 1, 2)


def cell(found: Any, at: int = 3) -> None:
    table = content_slide(found, layout=TITLE_ONLY).shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1))
    for index, words in enumerate(("Berth", "Level", "A", "2")):
        table.table.cell(index // 2, index % 2).text = MARK if index == at else words


def head(found: Any) -> None:
    cell(found, 1)


def section(found: Any) -> None:
    """Of the first of two slides, in a presentation that has no other."""


PLACES = [
    *(chart_title, title_of_table, axis_title, name_of_series, name_of_pie, category, category_of_table, label),
    *(description_of_chart, description_of_picture, description_of_box, notes, line_of_notes, title, title_of_cover),
    *(subtitle, title_of_file, paragraph, box, cell, head, section),
]


def brought(folder: Path, content: bytes, text: str) -> tuple[str, ...]:
    """Return the deck of a presentation that has a text at its mark, and what is said of both."""
    written = text.encode()
    content = with_parts(content, lambda name, part: part.replace(MARK.encode(), written) if ".x" in name else part)
    project = Project(folder)
    (project.folder / "talk.pptx").write_bytes(content)
    done = run("import", project.folder / "talk.pptx", "--force")
    assert done.exit_code == 0, done.stderr
    checked = run("check", project.folder / "talk.yaml")
    return (project.folder / "talk.yaml").read_text(encoding="utf-8"), done.stderr, checked.stderr


@pytest.mark.parametrize("place", PLACES, ids=lambda one: one.__name__)
def test_a_text_that_nobody_sees_is_none(place: Callable[[Any], None], tmp_path: Path) -> None:
    """The deck is that of a presentation without it, and so is what is said: nothing beside it is lost."""
    content = arranged({MARK: "ab"}, "ab") if place is section else presentation(place)
    assert "Seen" in "".join(brought(tmp_path, content, "Seen"))  # so the mark is where a deck has it, or it is told
    expected = brought(tmp_path, content, "")
    assert "`notes` is empty" not in expected[2]
    for sign in SIGNS:
        assert brought(tmp_path, content, sign) == expected, ascii(sign)
