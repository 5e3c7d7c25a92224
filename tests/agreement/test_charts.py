"""Charts by every route: each mark, grid line and axis stands where layout has it, and so does each label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deckmaker.layout import Document, Placed
from deckmaker.layout.chart_item import BarMark, ChartItem
from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.judgement import judge
from tests.agreement.outputs import Outputs
from tests.agreement.report import Kind
from tests.agreement.routes import ROUTES
from tests.charts.awkward import AWKWARD
from tests.charts.laid_out import document
from tests.pages import with_leaves
from tests.render.hand_charts import chart_document, chart_theme, samples

DRAWN = ROUTES[:2]
"""The formats that draw charts path by path; PowerPoint's are native."""

THIN = ("300 bars", "all of 2,000 values")
"""Of bars and gaps thinner than a pixel, poppler draws each a pixel thick, Chromium a part of its colour."""

SHARE = 4
"""Of the charts as laid out, one in so many is seen in a browser each time."""

MOVE = 2.0
"""Points."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The charts as they are, and with a column moved, and one gone."""
    theme = chart_theme()
    whole = chart_document(samples(theme).values(), theme)
    laid_out, _ = document([("Charts", ()), *((name, (AWKWARD[name],)) for name in AWKWARD if name not in THIN)])
    some = replace(laid_out, pages=laid_out.pages[::SHARE])
    documents = {
        "laid out": laid_out,
        "some": some,
        "charts": whole,
        "moved": _changed(whole, MOVE),
        "gone": _changed(whole, None),
    }
    with Outputs(documents, tmp_path_factory.mktemp("outputs")) as made:
        yield made


def _changed(document: Document, move: float | None) -> Document:
    """Return the document with the last mark of its first chart moved, or without it."""

    def change(placed: Placed) -> Placed:
        if not isinstance(placed.item, ChartItem):
            return placed
        (plot,) = placed.item.plots
        *others, last = plot.marks
        assert isinstance(last, BarMark)
        moved = () if move is None else (replace(last, rect=replace(last.rect, x=last.rect.x + move)),)
        return replace(placed, item=replace(placed.item, plots=(replace(plot, marks=(*others, *moved)),)))

    return replace(document, pages=(with_leaves(document.pages[0], change), *document.pages[1:]))


@pytest.mark.slow
@pytest.mark.parametrize("format", DRAWN)
def test_marks_and_labels_stand_in_their_places(format: str, outputs: Outputs) -> None:
    """Every line of every chart, too: nothing is left out."""
    judgement = judge(outputs, "charts", format)
    assert judgement.failures == []
    expected = sum(len(view.marks) for view in expected_views(outputs.documents["charts"]))
    edges = [one for one in judgement.report.deviations if one.text == "(mark)"]
    assert len(edges) == 4 * expected > 200
    assert max(abs(one.pixels) for one in edges) < 0.1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("format", "which"),
    [
        ("pdf", "laid out"),
        pytest.param("html", "some", marks=pytest.mark.outside),
        pytest.param("html", "laid out", marks=[pytest.mark.outside, pytest.mark.long]),
    ],
)
def test_charts_as_laid_out_stand_in_their_places(format: str, which: str, outputs: Outputs) -> None:
    """Whatever their data: marks, and all words that are in them and around them."""
    judgement = judge(outputs, which, format)
    assert judgement.failures == []
    edges = [abs(one.pixels) for one in judgement.report.deviations if one.text == "(mark)"]
    assert len(edges) > (5_000 if which == "laid out" else 500) and max(edges) < 0.1


@pytest.mark.slow
@pytest.mark.parametrize("format", DRAWN)
def test_a_mark_that_is_moved_is_out_of_place(format: str, outputs: Outputs) -> None:
    """By as much as it was moved."""
    report = compare(expected_views(outputs.documents["charts"]), outputs.views("moved", format))
    assert report.worst(1)[0].pixels == pytest.approx(MOVE, abs=0.1)


@pytest.mark.parametrize("format", DRAWN)
def test_a_mark_that_is_gone_is_missing(format: str, outputs: Outputs) -> None:
    """And nothing else is wrong."""
    report = compare(expected_views(outputs.documents["charts"]), outputs.views("gone", format))
    assert [(one.kind, one.page) for one in report.findings] == [(Kind.MISSING_MARK, 1)]
