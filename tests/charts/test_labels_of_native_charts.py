"""Labels as native charts set them: how far below their axis, with what lines, in the middle of a wedge's label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from deckmaker.fonts import face
from deckmaker.layout import Document, TextItem
from deckmaker.layout.chart_item import ChartItem, ChartLabel
from deckmaker.layout.charts.below_axis import lower_in_powerpoint
from deckmaker.model.chart import Chart, ChartType, ValueLabels
from tests.charts.awkward import chart
from tests.charts.awkward_shapes import dots, points
from tests.charts.laid_out import beside, document
from tests.projects import briefing
from tests.render.pptx.decks import rendered

LIBREOFFICE = 7.1
"""Points from an axis to the top of the font of its labels in LibreOffice."""

LINES = chart(ChartType.COLUMN, ["Harbour authority of the north", "Harbour authority of the south"] * 3, [1.0] * 6)
ONE_LINE = chart(ChartType.COLUMN, ["North", "South"], [1.0, 2.0])
WEDGES = chart(ChartType.PIE, ["Berth 4", "Berth 3", "Road"], [64.0, 17.0, 19.0], value_labels=ValueLabels.ALL)


def drawn(one: Chart, theme: str = "briefing", size: str = "16:9") -> ChartItem:
    """Return a chart as laid out, alone on its slide."""
    made, _ = document([("T", ()), ("T", (one,))], briefing(size, theme))
    (item,) = (placed.item for placed in made.pages[1].leaves if isinstance(placed.item, ChartItem))
    return item


def baselines(label: ChartLabel) -> Sequence[float]:
    """Return the baselines of a label's lines on the page."""
    item = label.placed.item
    assert isinstance(item, TextItem)
    lines = [line for one in item.setting.paragraphs for line in one.lines]
    return [label.placed.rect.y + item.offset + one.baseline for one in lines]


def metrics(label: ChartLabel) -> tuple[float, float, float]:
    """Return a label's size, and in points how far its font reaches above a baseline and below."""
    item = label.placed.item
    assert isinstance(item, TextItem)
    own = face(item.setting.lines[0].runs[0].style.face).metrics
    return item.setting.size, own.ascent * item.setting.size, -own.descent * item.setting.size


def native(document: Document) -> list[str]:
    """Return the native charts of a presentation."""
    with ZipFile(BytesIO(rendered(document))) as package:
        return [package.read(name).decode() for name in package.namelist() if re.search(r"charts/chart[^/]*xml$", name)]


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_names_below_an_axis_are_a_point_below_libreoffices_place_at_most(theme: str) -> None:
    """Whatever the font: their distance follows from its ascent."""
    (plot,) = drawn(ONE_LINE, theme).plots
    for label in plot.categories:
        _, ascent, _ = metrics(label)
        assert 0 <= baselines(label)[0] - plot.rect.bottom - LIBREOFFICE - ascent <= 1.0 + 1e-6


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_lines_of_a_name_are_as_far_apart_as_its_font_is_high(theme: str) -> None:
    """The theme's leading is for texts; native charts know none."""
    (plot,) = drawn(LINES, theme).plots
    broken = [label for label in plot.categories if len(baselines(label)) > 1]
    assert broken
    for label in broken:
        first, second, *_ = baselines(label)
        _, ascent, descent = metrics(label)
        assert second - first == pytest.approx(ascent + descent)


def test_lines_beside_a_wedge_are_in_the_middle_of_their_label() -> None:
    """In a column the share stands below the name."""
    made, _ = document([("T", ()), ("T", (beside(WEDGES, WEDGES),))], briefing("4:3"))
    labels = [label for one in made.pages[1].leaves if isinstance(one.item, ChartItem) for label in one.item.labels]
    assert len(labels) == 12
    for name, share in zip(labels[::2], labels[1::2], strict=True):
        assert baselines(share)[0] - baselines(name)[0] > 1
        middles = [one.placed.rect.x + one.placed.rect.width / 2 for one in (name, share)]
        assert middles[0] == pytest.approx(middles[1], abs=0.1)


@pytest.mark.parametrize("size", [9, 12, 15, 18, 24])
def test_powerpoint_is_asked_for_what_is_left_of_the_way(size: int) -> None:
    """At no size for more than half of its distance."""
    assert 0 <= lower_in_powerpoint(size) < 1 / 2


def test_a_presentation_asks_for_names_nearer_to_the_axis() -> None:
    """Below columns; beside bars names stand where programs take for granted."""
    made, _ = document([("T", ()), ("T", (ONE_LINE,)), ("T", (chart(ChartType.BAR, ["A", "B"], [1.0, 2.0]),))])
    with ZipFile(BytesIO(rendered(made))) as package:
        parts = [
            package.read(name).decode() for name in package.namelist() if re.search(r"charts/chart[^/]*xml$", name)
        ]
    upright, lying = (int(re.findall(r'<c:lblOffset val="(\d+)"', one)[0]) for one in parts)
    assert 70 < upright < 100
    assert lying == 100


def test_a_long_name_beside_a_dot_keeps_its_middle() -> None:
    """LibreOffice sets it wider, to one side: so the native label is moved to the other by half of that."""
    names = replace(points((1, 9), (1, 1)), names=("Coast Trade and Timber", ""))
    made, _ = document([("T", ()), ("T", (beside(*[dots(ChartType.SCATTER, names)] * 2),))], briefing("4:3"))
    label = re.compile(
        r'<c:manualLayout><c:x val="([-.\d]+)"/><c:y val="([-.\d]+)"/>(?:(?!</c:dLbl>).)*dLblPos val="r"'
    )
    moves = [float(x) for one in native(made) for x, _ in label.findall(one)]
    assert len(moves) == 2
    assert all(-0.02 < one < -0.002 for one in moves)
