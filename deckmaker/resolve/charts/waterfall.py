"""Waterfalls: totals are worked out where the data leave them out, and held against the steps where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.localization.decimals import added, said
from deckmaker.model.chart import Series

_NEAR = 1e-6
"""Of a total, by which it may differ from the sum of its steps: what floats make of tenths."""


def with_totals(
    series: Sequence[Series], totals: frozenset[int], names: Sequence[str], diagnostics: Diagnostics, span: Span
) -> tuple[tuple[Series, ...], frozenset[int]]:
    """Return the one series with all of its values, and the columns that are totals; report sums that do not add up.

    What has no value is a total, too. The first column stands on the base line as it is; beside other totals it is one,
    too, if it is a level that steps start from.
    """
    (one,) = series
    values: list[float] = []
    found = set(totals)
    sum_ = 0.0
    for index, given in enumerate(one.values):
        value = sum_ if given is None else given
        if given is None:
            found.add(index)
        elif index in totals and index and not isclose(value, sum_, rel_tol=_NEAR, abs_tol=_NEAR):
            message = f"the total `{names[index]}` is {said(value)}, and its steps add up to {said(sum_)}"
            diagnostics.report("wrong-total", message, span, "mend the numbers, or leave its value empty")
        sum_ = value if index in found else added(sum_, value)
        values.append(value)
    if found and _is_level(values, found):
        found.add(0)
    return (replace(one, values=tuple(values)),), frozenset(found)


def _is_level(values: Sequence[float], totals: set[int]) -> bool:
    """Tell whether the first value of a waterfall is more than all steps together change: no step is so large."""
    steps = (abs(value) for index, value in enumerate(values) if index and index not in totals)
    return abs(values[0]) > sum(steps)
