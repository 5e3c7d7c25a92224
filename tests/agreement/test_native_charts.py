"""Native charts in LibreOffice: every mark within a pixel of its place, every label within two, whatever the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from deckmaker.layout import Document, Page
from deckmaker.layout.chart_item import ChartItem, LabelFor
from deckmaker.model.chart import ChartType
from deckmaker.model.geometry import Rect
from tests.agreement.comparison import compare
from tests.agreement.conftest import read_deck
from tests.agreement.expectation import expected_views
from tests.agreement.outputs import Outputs
from tests.agreement.view import PageView, TextLine
from tests.charts.awkward import AWKWARD
from tests.charts.awkward_shapes import AWKWARD_SHAPES
from tests.charts.laid_out import document

pytestmark = [pytest.mark.outside, pytest.mark.slow, pytest.mark.xdist_group("libreoffice")]

DECKS = Path(__file__).parents[2] / "decks"
MARK, LABEL = 1.0, 2.0
"""Pixels of a page 960 wide."""

APART = {
    "largest numbers": "nobody can write them",
    "all of 2,000 values": "columns thinner than a pixel are not told apart",
    "wordy columns": "LibreOffice centres the lines of a name beside bars",
    "wordy bars": "LibreOffice centres the lines of a name beside bars",
    "long names of lines": "LibreOffice centres the lines of a label",
    "wordy slopes": "LibreOffice centres the lines of a label",
    "wordy wedges": "LibreOffice places names of wedges itself",
    "wordy dots": "LibreOffice sets long words up to two points wider, and the label begins that much further left",
    "Longer ships are louder": "LibreOffice sets two names up to three points wider, to the left of their dots",
    "waterfall below zero": "a column through zero is two; tests of renderers join them",
    "no series": "there is nothing of which to make a native chart",
    "dots in one place": "LibreOffice draws one of several dots that are alike",
    "three ends": "lines that are shorter than they are thick lie below dots, and LibreOffice draws none",
}
"""Charts that are not held to all of it, and why."""

_SPACE = 0.5
"""Ems between a name and a number that are one label of a wedge."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The charts of awkward data, and the decks with charts of the project."""
    documents = {name: read_deck(DECKS / f"{name}.yaml") for name in ("showcase", "overdose-data")}
    with Outputs({"awkward": awkward(), **documents}, tmp_path_factory.mktemp("outputs")) as made:
        yield made


@cache
def awkward() -> Document:
    """Return a slide for each chart, behind one with a title."""
    charts = {name: chart for name, chart in {**AWKWARD, **AWKWARD_SHAPES}.items() if name not in APART}
    made, _ = document([("Charts", ()), *((name, (chart,)) for name, chart in charts.items())])
    return made


@pytest.mark.parametrize("name", ["awkward", "showcase", "overdose-data"])
def test_native_charts_stand_where_layout_has_them(name: str, outputs: Outputs) -> None:
    """On pages with charts: all that is drawn and all that is written."""
    made = outputs.documents[name]
    pages = {number: page for number, page in enumerate(made.pages, start=1) if _charts(page)}
    expected = [_with_whole_labels(view, pages.get(view.number)) for view in expected_views(made, edged=True)]
    report = compare(expected, outputs.views(name, "pptx"))
    far = defaultdict(list)
    for one in report.deviations:
        if (
            one.page in pages
            and pages[one.page].title not in APART
            and abs(one.pixels) > (MARK if one.text == "(mark)" else LABEL)
        ):
            far[pages[one.page].title].append(f"{one.text} {one.edge} {one.pixels:.1f}")
    for finding in report.findings:
        if finding.page in pages and pages[finding.page].title not in APART:
            far[pages[finding.page].title].append(str(finding))
    assert len(pages) > 3
    assert {title: found[:5] for title, found in far.items()} == {}


def _charts(page: Page) -> list[ChartItem]:
    return [placed.item for placed in page.leaves if isinstance(placed.item, ChartItem)]


def _with_whole_labels(view: PageView, page: Page | None) -> PageView:
    """Return a view in which the name and the share of a wedge are a line where they stand side by side.

    Of a wedge a native chart has one label.
    """
    charts = [one for one in _charts(page) if one.chart.type is ChartType.PIE] if page else []
    shares = [label.placed.rect for one in charts for label in one.labels if label.says is LabelFor.SHARE]
    return replace(view, lines=tuple(_joined(view.lines, shares)))


def _joined(lines: Iterable[TextLine], shares: Sequence[Rect]) -> Iterator[TextLine]:
    last: TextLine | None = None
    for line in lines:
        is_share = any(one.y < line.baseline < one.bottom and one.x - 1 < line.x0 < one.right for one in shares)
        side_by_side = last and abs(line.baseline - last.baseline) < 0.1 and 0 < line.x0 - last.x1 < _SPACE * line.size
        if last and is_share and side_by_side:
            last = replace(last, words=(*last.words, *line.words), x1=line.x1)
            continue
        if last:
            yield last
        last = line
    if last:
        yield last
