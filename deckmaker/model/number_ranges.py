"""Numbers of slides or rows that follow on each other, as lists have them."""

from __future__ import annotations

from collections.abc import Iterable


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Return numbers that rise, those together that follow on each other."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers that rise as ranges: `1, 4-6`."""
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs(numbers))
