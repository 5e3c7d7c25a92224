"""Judgements as the table that a run prints: a row a format, and below it the lines that stand farthest off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.agreement.judgement import Judgement

Row = tuple[str, ...]

HEADINGS = ("", "lines", "same words", "findings", "p99 px", "worst px", "pictures: mean", "least")


def table(judgements: Iterable[Judgement], details: int = 0) -> str:
    """Return the table of one deck; with `details`, each format's findings and so many of its worst places."""
    judgements = list(judgements)
    lines = [aligned([row(one) for one in judgements])]
    for one in judgements if details else ():
        lines += [f"{one.format}: {detail}" for detail in _details(one, details)]
    return "\n".join(lines)


def aligned(rows: Sequence[Row]) -> str:
    """Return rows under their headings, in columns."""
    rows = [HEADINGS, *rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows
    )


def row(one: Judgement) -> Row:
    """Return a judgement's row: what it is, whether it fails, and its numbers."""
    report, scores = one.report, one.scores.values()
    return (
        one.format + (" FAILS" if one.failures else ""),
        str(report.expected_lines),
        f"{report.share:.1f} %",
        str(len(report.findings)),
        f"{report.percentile(99):.2f}",
        "".join(f"{abs(one.pixels):.2f}" for one in report.worst()),
        f"{sum(scores) / len(scores):.4f}" if scores else "",
        f"{min(scores):.4f}" if scores else "",
    )


def _details(one: Judgement, count: int) -> list[str]:
    details = [*map(str, one.report.findings), *map(str, one.report.worst(count))]
    pages = sorted(one.scores.items(), key=lambda pair: pair[1])[:3]
    return details + [f"page {page}: similarity {score:.4f}" for page, score in pages]
