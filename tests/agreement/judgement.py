"""A deck's outputs judged: what each format's report and similarity are, what fails, and the sheets to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from deckmaker.layout import Document, GroupItem, Outline, Placed, Role, ShapeItem
from deckmaker.layout.chart_item import ChartItem
from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.gates import (
    SECOND_OPINION_MEAN,
    SIMILARITY_LEAST,
    SIMILARITY_MEAN,
    place_failures,
    similarity_failures,
    word_failures,
)
from tests.agreement.outputs import ENGINES, Outputs
from tests.agreement.rasters import similarities
from tests.agreement.report import Finding, Report
from tests.agreement.sheet import write_sheet
from tests.agreement.visibility import hidden_lines

SECOND_OPINION = "betteroffice"
LEAST_JUDGED = 5
"""Pages from which a mean tells of a whole deck: that of fewer would be one of the small print that ends it."""

FOLDER = Path(__file__).parents[2] / "build" / "agreement"


@dataclass(frozen=True)
class Judgement:
    """One format of one deck, or the second opinion on its PPTX.

    `scores`: similarities by the numbers of pages, none for our PDF.
    """

    deck: str
    format: str
    report: Report
    scores: dict[int, float]
    failures: list[str]


def judge(outputs: Outputs, deck: str, format: str) -> Judgement:
    """Compare a format with what layout decided, and its pictures with those of our PDF.

    Of what LibreOffice draws, baselines are expected where its own rule has them, in the pictures as well.

    Pages with native charts are left out: `test_native_charts` holds them, labels to two pixels, since engines set
    these by rules of their own. The second opinion draws charts otherwise (`docs/analysis/charts.md`), and it sets the
    words of diamonds and ellipses in all of their box, not in what PowerPoint has for them.
    """
    second = format == SECOND_OPINION
    charts = pages_with_charts(outputs.documents[deck]) if format in ("pptx", SECOND_OPINION) else set()
    expected = expected_views(outputs.promised(deck, format), printed=format == "pdf", edged=format == "pptx")
    if second:  # it does not tell where its pictures are
        expected = [replace(view, frames=()) for view in expected]
        charts |= _pages_with_diamonds(outputs.documents[deck])
    expected = [view for view in expected if view.number not in charts]
    report = compare(expected, [view for view in outputs.views(deck, format) if view.number not in charts])
    failures = word_failures(report, deck, format) + ([] if second else place_failures(report))
    scores: dict[int, float] = {}
    if format != "pdf":
        ours, theirs = outputs.judged_pictures(deck, format)
        scores = similarities(ours, theirs)
        failures += hidden_lines(expected, ours, theirs)
        least, mean = (None, SECOND_OPINION_MEAN) if second else (SIMILARITY_LEAST, SIMILARITY_MEAN)
        judged = {page: score for page, score in scores.items() if page not in charts}
        if not second or len(judged) >= LEAST_JUDGED:
            failures += similarity_failures(judged, least, mean)
    return Judgement(deck, format, report, scores, failures)


def pages_with_charts(document: Document) -> set[int]:
    return {page.number for page in document.pages if any(isinstance(one.item, ChartItem) for one in page.leaves)}


def _pages_with_diamonds(document: Document) -> set[int]:
    round = (Outline.DIAMOND, Outline.ELLIPSE)
    nodes = ((page, one) for page in document.pages for placed in page.placed for one in _nodes(placed))
    return {page.number for page, node in nodes if any(one.outline in round for one in node)}


def _nodes(placed: Placed) -> Iterator[list[ShapeItem]]:
    """Yield the shapes of each node of diagrams within an item."""
    if placed.role is Role.NODE:
        yield [one.item for one in placed.leaves if isinstance(one.item, ShapeItem)]
    elif isinstance(placed.item, GroupItem):
        for child in placed.item.children:
            yield from _nodes(child)


def write_sheets(outputs: Outputs, deck: str, judgements: list[Judgement], pages: set[int]) -> list[Path]:
    """Write a sheet for each of the pages, with every format that was judged; return their paths."""
    panels = {one.format: outputs.pictures(deck, one.format) for one in judgements}
    if "pdf" not in panels:
        panels = {"pdf": outputs.pictures(deck, "pdf"), **panels}
    findings: dict[str, dict[int, list[Finding]]] = {one.format: defaultdict(list) for one in judgements}
    for one in judgements:
        for finding in one.report.findings:
            findings[one.format][finding.page].append(finding)
    written = []
    for page in sorted(pages):
        shown = {_label(name): images[page - 1] for name, images in panels.items() if page <= len(images)}
        marks = {_label(name): pages_of[page] for name, pages_of in findings.items()}
        path = FOLDER / f"{deck}-{page:02}.png"
        written.append(write_sheet(path, shown, marks, outputs.documents[deck].theme.width))
    return written


def failing_pages(judgement: Judgement, limit: int = 6) -> set[int]:
    """Return the pages that are worth looking at: those with findings, else with the worst places and scores."""
    report = judgement.report
    pages = list(dict.fromkeys(one.page for one in report.findings))
    pages += [one.page for one in report.worst(limit)]
    pages += sorted(judgement.scores, key=judgement.scores.__getitem__)
    return set(list(dict.fromkeys(pages))[:limit])


def _label(format: str) -> str:
    return f"{format} ({ENGINES[format]})" if format in ENGINES else f"pptx ({format})"
