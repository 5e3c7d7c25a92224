"""Tables' grounds and rules, and where a reader tells of them their cells: each of their edges is a place.

A writer may draw a rule or a ground in pieces, a cell at a time: what counts is what they cover together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.agreement.matching import matched
from tests.agreement.report import Deviation, Finding, Kind, Report
from tests.agreement.view import PageView, PaintedBox, PictureFrame

REACH = 8.0
"""Points around a table within which nothing else is drawn in its colours."""

NEAR = 3.0
"""Points by which a piece may stand out of the box that it is a piece of, and by which a box may be out of place."""

COVERED = 0.97
"""Of a box's longer side: what its pieces must cover."""

EDGES = ("left", "top", "right", "bottom")


def compare_tables(expected: PageView, found: PageView, scale: float, report: Report) -> None:
    """Compare the boxes that tables are drawn with, and their cells where `found` tells of them."""
    if found.boxes is not None and expected.boxes:
        _compare_boxes(expected, found.boxes, scale, report)
    if found.cells is not None and expected.cells is not None:
        _compare_cells(expected, found.cells, scale, report)


def _compare_boxes(expected: PageView, found: Sequence[PaintedBox], scale: float, report: Report) -> None:
    own = expected.boxes or ()
    region = _bounds(expected.cells or own)
    theirs = [box for box in found if box.color in {one.color for one in own} and _within(box, region, REACH)]
    used: set[int] = set()
    for box in own:
        pieces = {i: one for i, one in enumerate(theirs) if one.color == box.color and _is_piece(one, box)}
        if not pieces or _covered(box, list(pieces.values())) < COVERED:
            text = "the {} at {:.0f}, {:.0f} to {:.0f}, {:.0f} is not there".format(_kind(box), *box.edges)
            report.findings.append(Finding(Kind.MISSING_RULE, expected.number, "table", text))
            used |= set(pieces)
            continue
        used |= set(pieces)
        bounds = _bounds(list(pieces.values()))
        report.deviations += _deviations(expected.number, f"({_kind(box)})", box.edges, bounds, scale)
    for i, one in enumerate(theirs):
        if i not in used and (_kind(one) == "ground" or _is_at_an_edge(one, expected.cells or ())):
            text = "a {} at {:.0f}, {:.0f} to {:.0f}, {:.0f} belongs nowhere".format(_kind(one), *one.edges)
            report.findings.append(Finding(Kind.EXTRA_RULE, expected.number, "table", text))


def _compare_cells(expected: PageView, found: Sequence[PictureFrame], scale: float, report: Report) -> None:
    pairs, missing, extra = matched(expected.cells or (), found, PictureFrame.distance)
    for ours, theirs in pairs:
        report.deviations += _deviations(expected.number, "(cell)", ours.edges, theirs.edges, scale)
    for kind, ones, text in ((Kind.MISSING_CELL, missing, "is not there"), (Kind.EXTRA_CELL, extra, "belongs nowhere")):
        for one in ones:
            told = "the cell at {:.0f}, {:.0f} to {:.0f}, {:.0f} ".format(*one.edges) + text
            report.findings.append(Finding(kind, expected.number, "table", told))


def _deviations(
    page: int, name: str, ours: Sequence[float], theirs: Sequence[float], scale: float
) -> Iterator[Deviation]:
    for edge, own, its in zip(EDGES, ours, theirs, strict=True):
        yield Deviation(page, "table", name, edge, (its - own) * scale)


def _is_piece(one: PaintedBox, box: PaintedBox) -> bool:
    """Tell whether a box is another or a part of it: within it, and as thick."""
    thick, own = min(one.x1 - one.x0, one.bottom - one.top), min(box.x1 - box.x0, box.bottom - box.top)
    return _within(one, box.edges, NEAR) and (_kind(one) == _kind(box)) and thick <= own + 2 * NEAR


def _is_at_an_edge(one: PaintedBox, cells: Sequence[PictureFrame]) -> bool:
    """Tell whether a rule lies along a cell's edge; others are links' underlines."""
    return any(
        min(abs(one.top - edge) for edge in (cell.top, cell.bottom)) <= NEAR and cell.x0 - NEAR <= one.x0 <= cell.x1
        for cell in cells
    )


def _covered(box: PaintedBox, pieces: Sequence[PaintedBox]) -> float:
    """Return how much of a box's longer side its pieces cover."""
    level = box.x1 - box.x0 >= box.bottom - box.top
    start, end = (box.x0, box.x1) if level else (box.top, box.bottom)
    total, reached = 0.0, start
    for low, high in sorted((one.x0, one.x1) if level else (one.top, one.bottom) for one in pieces):
        total += max(0.0, min(high, end) - max(low, reached))
        reached = max(reached, high)
    return total / (end - start)


def _kind(box: PaintedBox) -> str:
    return "rule" if min(box.x1 - box.x0, box.bottom - box.top) <= NEAR else "ground"


def _within(one: PaintedBox, edges: Sequence[float], reach: float) -> bool:
    left, top, right, bottom = edges
    return (
        one.x0 >= left - reach and one.x1 <= right + reach and one.top >= top - reach and one.bottom <= bottom + reach
    )


def _bounds(boxes: Sequence[PaintedBox | PictureFrame]) -> tuple[float, float, float, float]:
    return (
        min(one.x0 for one in boxes),
        min(one.top for one in boxes),
        max(one.x1 for one in boxes),
        max(one.bottom for one in boxes),
    )
