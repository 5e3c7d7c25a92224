"""Expected views against found ones: what is missing, what reads otherwise, and how far the rest is from its place."""

from __future__ import annotations

from collections.abc import Sequence

from tests.agreement.chart_marks import compare_marks
from tests.agreement.matching import matched
from tests.agreement.report import Deviation, Finding, Kind, Report
from tests.agreement.table_comparison import compare_tables
from tests.agreement.view import PageView, PictureFrame, TextLine

REFERENCE_WIDTH = 960.0
"""Pixels across a page: deviations are counted on a screen of this width, whatever the page's size in points."""

NEAR = 0.75
"""Ems between baselines within which a line with other words counts as the expected one, broken or read otherwise."""


def compare(expected: Sequence[PageView], found: Sequence[PageView]) -> Report:
    """Compare page by page. A line counts as found when its words are the same; its place is judged apart."""
    report = Report(expected_lines=sum(len(page.lines) for page in expected))
    if len(expected) != len(found):
        text = f"{len(expected)} pages expected, {len(found)} found"
        report.findings.append(Finding(Kind.PAGES, min(len(expected), len(found)) + 1, "", text))
    for ours, theirs in zip(expected, found, strict=False):
        _compare_lines(ours, theirs, report)
        _compare_frames(ours, theirs, report)
        compare_tables(ours, theirs, REFERENCE_WIDTH / ours.width, report)
        compare_marks(ours, theirs, REFERENCE_WIDTH / ours.width, report)
    return report


def _compare_lines(expected: PageView, found: PageView, report: Report) -> None:
    scale = REFERENCE_WIDTH / expected.width
    pairs, missing, extra = matched(
        expected.lines, found.lines, lambda one, other: one.distance(other) if one.words == other.words else None
    )
    for ours, theirs in pairs:
        for name, difference in (
            ("x0", theirs.x0 - ours.x0),
            ("x1", theirs.x1 - ours.x1),
            ("baseline", theirs.baseline - ours.baseline),
        ):
            report.deviations.append(Deviation(expected.number, ours.slot, ours.text, name, difference * scale))
    report.found_lines += len(pairs)
    others, missing, extra = matched(missing, extra, _nearness)
    for ours, theirs in others:
        text = f"expected `{ours.text}`, found `{theirs.text}`"
        report.findings.append(Finding(Kind.WORDS, expected.number, ours.slot, text, ours, theirs))
    for ours in missing:
        report.findings.append(
            Finding(Kind.MISSING_LINE, expected.number, ours.slot, f"`{ours.text}` is not there", ours)
        )
    for theirs in extra:
        text = f"`{theirs.text}` at {theirs.x0:.0f}, {theirs.baseline:.0f} belongs to no line"
        report.findings.append(Finding(Kind.EXTRA_LINE, expected.number, "", text, None, theirs))


def _nearness(ours: TextLine, theirs: TextLine) -> float | None:
    beside = ours.x1 < theirs.x0 or theirs.x1 < ours.x0
    off = abs(ours.baseline - theirs.baseline)
    return None if beside or off > NEAR * max(ours.size, theirs.size) else ours.distance(theirs)


def _compare_frames(expected: PageView, found: PageView, report: Report) -> None:
    scale = REFERENCE_WIDTH / expected.width
    pictures = [one for one in found.frames if not _is_chart(one, expected)]
    pairs, missing, extra = matched(expected.frames, pictures, PictureFrame.distance)
    for ours, theirs in pairs:
        for name, its, own in zip(("left", "top", "right", "bottom"), theirs.edges, ours.edges, strict=True):
            report.deviations.append(Deviation(expected.number, ours.slot, "(picture)", name, (its - own) * scale))
    for ours in missing:
        text = "the picture is not there"
        report.findings.append(Finding(Kind.MISSING_PICTURE, expected.number, ours.slot, text))
    for theirs in extra:
        text = "a picture at {:.0f}, {:.0f} to {:.0f}, {:.0f} belongs nowhere".format(*theirs.edges)
        report.findings.append(Finding(Kind.EXTRA_PICTURE, expected.number, "", text))


def _is_chart(frame: PictureFrame, expected: PageView) -> bool:
    """Tell whether a frame lies where a chart's marks do: LibreOffice tells of native charts as of pictures."""
    if not expected.marks:
        return False
    lefts, tops, rights, bottoms = zip(*(one.edges for one in expected.marks), strict=True)
    across = frame.x0 <= max(rights) and min(lefts) <= frame.x1
    return across and frame.top <= max(bottoms) and min(tops) <= frame.bottom
