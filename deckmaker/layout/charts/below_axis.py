"""How far below an axis its labels stand: where LibreOffice sets them, and a little towards PowerPoint.

A native chart has no place for labels of an axis, so both programs have distances of their own. LibreOffice sets the
top of the font 7.1 points below the axis (`c:tickLblPos` of `low`) on whole pixels of 0.75 points: measured at 12 to 18
points in two fonts. PowerPoint sets it 3.9 points and 0.42 em below: figures that others have published, of Calibri at
10 to 36 points. So they agree at 8 points, and are 3 apart at 15.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout.charts.texts import SetLabel

_LIBREOFFICE = 7.1
_POWERPOINT, _POWERPOINT_EMS = 3.86, 0.42
"""Between an axis and the tops of its labels, in points and in ems."""

_MOST = 1.0
"""Points between LibreOffice's place and ours at most: 1.9 pixels of a page of 4:3, with its rounding to pixels."""


def baseline_below(axis: float, labels: Iterable[SetLabel]) -> float:
    """Return where the first baseline of labels below an axis is; `axis` is its height on the page, all in points.

    Labels in several scripts have one baseline, whose font is taken as high as those of the labels are in the middle.
    """
    known = [(one.ascent, one.setting.size) for one in labels]
    if not known:
        return axis
    ascents, size = [ascent for ascent, _ in known], known[0][1]
    return axis + _LIBREOFFICE + _nearer(size) + (min(ascents) + max(ascents)) / 2


def lower_in_powerpoint(size: float) -> float:
    """Return by what share of its distance PowerPoint sets labels of a size in points lower than they are here."""
    distance = _POWERPOINT + _POWERPOINT_EMS * size
    return (distance - _LIBREOFFICE - _nearer(size)) / distance


def _nearer(size: float) -> float:
    """Return by how many points labels are lower than in LibreOffice: half the way to PowerPoint, or less."""
    half = (_POWERPOINT + _POWERPOINT_EMS * size - _LIBREOFFICE) / 2
    return max(-_MOST, min(half, _MOST))
