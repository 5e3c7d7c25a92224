"""Data that a type of chart has no mark for: points without a place, parts without a share, series without values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.model.chart import ChartType, Series
from deckmaker.resolve.charts.drawn import Drawn
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.tables.grid import counted

_NAMED = 3
"""How many of what is left out are named in a message."""

_PIES = (ChartType.PIE, ChartType.DOUGHNUT)
_POINTS = (ChartType.SCATTER, ChartType.BUBBLE)


def left_out(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """Yield what is said of data that no reader would see, each with the help."""
    if drawn.type is ChartType.SLOPE:
        yield from _without_an_end(drawn)
        return
    for one in drawn.series:
        if len(drawn.series) > 1 and all(value is None for value in one.values):
            yield f"`{one.name}` has no values, and nothing of it is drawn", "add some, or leave the series out"
    if drawn.type in _POINTS:
        yield from _without_a_place(drawn)
    elif drawn.type in _PIES:
        yield from _without_a_share(drawn)
    elif drawn.type is ChartType.AREA and len(drawn.categories.names) > 1:
        yield from _counted_as_zero(drawn)


def _without_an_end(drawn: Drawn) -> Iterator[tuple[str, str]]:
    for one in drawn.series:
        if gaps := _gaps(drawn, one):
            message = f"`{one.name}` has no value for `{gaps[0]}`, and no slope: it is left out"
            yield message, "add the value, leave the series out, or write `type: bar`"


def _counted_as_zero(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """Yield what is said of gaps in areas, which native charts fill down to zero, whatever they say of gaps."""
    for one in drawn.series:
        gaps = _gaps(drawn, one)
        if gaps and len(gaps) < len(one.values):
            where = f"`{gaps[0]}`" + (f" and {len(gaps) - 1} more" if len(gaps) > 1 else "")
            named = f"`{one.name}`" if one.name else "the area"
            message = f"{named} has no value for {where}, and areas have no gaps: it counts as 0 there"
            yield message, "add the value, or write `type: line`, which has gaps"


def _gaps(drawn: Drawn, series: Series) -> list[str]:
    names = zip(drawn.categories.names, series.values, strict=False)
    return [name for name, value in names if value is None]


def _without_a_share(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """Yield what is said of parts that no pie shows; several pies tell by what one of them lacks."""
    lost = []
    for point, name in enumerate(drawn.categories.names):
        values = [one.values[point] for one in drawn.series]
        if not any(values):
            lost.append(f"`{name}` " + ("has no value" if None in values else "is 0"))
    if lost:
        yield _listed(lost, "part", "no wedge"), "leave it out, or write `type: bar`"


def _without_a_place(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """Yield what is said of points that lack a number; columns of values over the same x each have some of the rows."""
    is_bubble = drawn.type is ChartType.BUBBLE
    lacks = [[_lack(one, point, is_bubble) for point in range(len(one.values))] for one in drawn.series]
    are_columns = len({(one.xs, one.names) for one in drawn.series}) == 1
    lost: list[str] = []
    for one, lacking in zip(drawn.series, lacks, strict=True):
        for point, lack in enumerate(lacking):
            if lack and not (are_columns and any(not other[point] for other in lacks)):
                lost.append(f"{_named(one, point)} {lack}")
    if lost := list(dict.fromkeys(lost)):  # a row without any of its values is told once
        yield _listed(lost, "point", "no place"), "add what is missing, or leave the row out"


def _lack(series: Series, point: int, is_bubble: bool) -> str:
    """Return what a point lacks to be drawn; nothing of one that is, or of which nothing is known."""
    x, y = series.xs[point], series.values[point]
    if x is None and y is None and all(is_gap(name) for name in series.names[point : point + 1]):
        return ""
    if x is None or y is None:
        return "has no x and no y" if x is y else "has no x" if x is None else "has no y"
    if not is_bubble:
        return ""
    size = series.sizes[point] if point < len(series.sizes) else None
    return "" if size else "has no size" if size is None else "has the size 0"


def _named(series: Series, point: int) -> str:
    name = series.names[point] if point < len(series.names) else ""
    return f"`{name}`" if not is_gap(name) else f"point {point + 1}" + (f" of `{series.name}`" if series.name else "")


def _listed(lost: Sequence[str], what: str, lacks: str) -> str:
    """Return what is said of things that are left out: the first few of them by their names."""
    if len(lost) == 1:
        return f"{lost[0]}, and has {lacks}: it is left out"
    more = f", and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
    return f"{counted(len(lost), what)} have {lacks}: {', '.join(lost[:_NAMED])}{more}"
