"""Charts in all formats: marks within a pixel of their places, labels within two, whatever the data and the theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from deckmaker.layout import Document, Page, Placed
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
from tests.pages import with_leaves
from tests.samples import mostly_long
from tests.variants import write_variants

pytestmark = [pytest.mark.outside, pytest.mark.slow]

DECKS = Path(__file__).parents[2] / "decks"
VARIANTS = {
    "briefing-4x3-dark": {"theme": "briefing", "size": "4:3", "mode": "dark"},
    "statement-16x9": {"theme": "statement"},
}
"""The showcase in the theme that most decks have and in the one that differs most, in both modes. Pixels are largest on
a page of 4:3."""

FURTHER = {
    "briefing-16x9": {"theme": "briefing"},
    "plain-A4-dark": {"theme": "plain", "size": "A4", "mode": "dark"},
    "plain-4x3": {"theme": "plain", "size": "4:3"},
    "statement-4x3": {"theme": "statement", "size": "4:3"},
}
"""More of them, for those who have the time."""

FURTHER_AWKWARD = "awkward-2"

MARK, LABEL = 1.0, 2.0
"""Pixels of a page 960 wide."""

DRAWN = ("pdf", "html")
"""The formats that draw charts path by path."""

APART = {
    "largest numbers": "nobody can write them",
    "all of 2,000 values": "columns thinner than a pixel are not told apart",
    "wordy columns": "LibreOffice centres the lines of a name beside bars",
    "wordy bars": "LibreOffice centres the lines of a name beside bars",
    "long names of lines": "LibreOffice centres the lines of a label",
    "wordy slopes": "LibreOffice centres the lines of a label",
    "wordy wedges": "LibreOffice places names of wedges itself",
    "waterfall below zero": "a column through zero is two; tests of renderers join them",
    "no series": "there is nothing of which to make a native chart",
    "dots in one place": "LibreOffice draws one of several dots that are alike",
    "three ends": "lines that are shorter than they are thick lie below dots, and LibreOffice draws none",
}
"""Charts that are not held to all of it, and why."""

FURTHER_APART = {
    "Calls by night, beside one another and as a sum": "names below the axis are broken in 4:3 and stand nearer to "
    "PowerPoint's place: LibreOffice, on whole pixels, has their second lines 2.6 pixels higher",
}
"""The same of native charts in further looks."""

_SPACE = 0.5
"""Ems between a name and a number that are one label of a wedge."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The charts of awkward data, a data story, and the showcase's charts in each theme, size and mode."""
    documents = charts_in(VARIANTS, tmp_path_factory.mktemp("variants"))
    documents |= {"awkward": awkward(), "overdose-data": only_charts(read_deck(DECKS / "overdose-data.yaml"))}
    with Outputs(documents, tmp_path_factory.mktemp("outputs")) as made:
        yield made


@pytest.fixture(scope="module")
def further(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The showcase's charts in further looks, and further charts of awkward data."""
    documents = charts_in(FURTHER, tmp_path_factory.mktemp("variants")) | {FURTHER_AWKWARD: awkward(1)}
    with Outputs(documents, tmp_path_factory.mktemp("outputs"), together=FURTHER) as made:
        yield made


def charts_in(looks: dict[str, dict[str, str]], folder: Path) -> dict[str, Document]:
    """Return the showcase's charts in each of some looks."""
    showcase = DECKS / "showcase.yaml"
    paths = write_variants(showcase, read_deck(showcase), looks, folder)
    return {path.stem: only_charts(read_deck(path)) for path in paths}


@cache
def awkward(begin: int = 0) -> Document:
    """Return a slide for every other chart, from the first on or from the second, behind one with a title.

    Neighbours are mostly of one kind, and tests of layout and of renderers have all of them.
    """
    charts = [one for one in {**AWKWARD, **AWKWARD_SHAPES}.items() if one[0] not in APART]
    made, _ = document([("Charts", ()), *((name, (chart,)) for name, chart in charts[begin::2])])
    return made


def only_charts(document: Document) -> Document:
    """Return a document of those pages that have charts, without their numbers, which are others then."""
    pages = (page for page in document.pages if _charts(page))
    return replace(document, pages=tuple(with_leaves(one, _unless_number) for one in pages))


def _unless_number(placed: Placed) -> Placed | None:
    return None if placed.slot == "number" else placed


@pytest.mark.parametrize("name", ["awkward", "overdose-data", *VARIANTS])
def test_native_charts_stand_where_layout_has_them(name: str, outputs: Outputs) -> None:
    """On pages with charts: all that is drawn and all that is written."""
    assert far_off(outputs, name, "pptx") == {}


@pytest.mark.parametrize(
    ("name", "format"),
    mostly_long(product(VARIANTS, DRAWN), is_usual=lambda case: case[1] == "pdf" or case[0] == "briefing-4x3-dark"),
)
def test_drawn_charts_stand_there_too(name: str, format: str, outputs: Outputs) -> None:
    """So all three formats agree."""
    assert far_off(outputs, name, format) == {}


@pytest.mark.long
def test_further_native_charts_stand_there_too(further: Outputs) -> None:
    """Those of awkward data that are like others."""
    assert far_off(further, FURTHER_AWKWARD, "pptx") == {}


@pytest.mark.long
@pytest.mark.parametrize("format", [*DRAWN, "pptx"])
@pytest.mark.parametrize("name", FURTHER)
def test_charts_stand_there_in_further_looks(name: str, format: str, further: Outputs) -> None:
    """By all routes."""
    apart = {**APART, **FURTHER_APART} if format == "pptx" else APART
    assert far_off(further, name, format, apart) == {}


def far_off(outputs: Outputs, name: str, format: str, apart: Mapping[str, str] = APART) -> dict[str, list[str]]:
    """Return by titles of pages what of a format is too far from its place, missing or written otherwise; pages that
    stand `apart` are not looked at."""
    made = outputs.documents[name]
    pages = {number: page for number, page in enumerate(made.pages, start=1) if _charts(page)}
    expected = expected_views(outputs.promised(name, format), edged=format == "pptx")
    if format == "pptx":
        expected = [_with_whole_labels(view, pages.get(view.number)) for view in expected]
    report = compare(expected, outputs.views(name, format))
    held = {number: page.title for number, page in pages.items() if page.title not in apart}
    far = defaultdict(list)
    for one in report.deviations:
        if one.page in held and abs(one.pixels) > (MARK if one.text == "(mark)" else LABEL):
            far[held[one.page]].append(f"{one.text} {one.edge} {one.pixels:.1f}")
    for finding in report.findings:
        if finding.page in held:
            far[held[finding.page]].append(str(finding))
    assert len(pages) > 3
    return {title: found[:5] for title, found in far.items()}


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
