"""Lines above the names of the columns, as accounting programs write them: a title, a date, an empty line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

_MOST = 30
"""Lines of titles: where more than these are narrow, the file is."""

_RECORDS = 200
"""Of which the usual width is found."""


class Row(Protocol):
    """A row of a file of any form."""

    @property
    def cells(self) -> list[str]:
        """Its texts."""


def title_count(records: Sequence[Row], are_cut: bool = False) -> int:
    """Return how many of the first records are titles: the first holds a single text, and most that follow more cells.

    What has as many cells as those that follow is a title where only the first of three or more is not empty. Records
    that `are_cut` end with their last cell that is not empty, as those of workbooks do: they are as wide as the widest.
    """
    known = records[:_RECORDS]
    if len(known) < 2 or not _is_alone(known[0]):
        return 0
    if are_cut:
        return _title_count_of_cut(known)
    for count in range(1, min(len(known) - 1, _MOST + 1)):
        following = known[count:]
        width, times = Counter(len(one.cells) for one in following).most_common(1)[0]
        first = following[0]
        if width > 1 and times * 2 > len(following) and len(first.cells) == width and not _is_alone(first):
            is_narrower = len(known[0].cells) < width or width > 2
            return count if is_narrower else 0
    return 0


def _title_count_of_cut(known: Sequence[Row]) -> int:
    width = max(len(one.cells) for one in known)
    filled = [not _is_alone(one) for one in known]
    for count in range(1, min(len(known) - 1, _MOST + 1)):
        if filled[count] and sum(filled[count:]) * 2 > len(known) - count:
            return count if len(known[0].cells) < width or width > 2 else 0
    return 0


def _is_alone(record: Row) -> bool:
    return not any(cell.strip() for cell in record.cells[1:])
