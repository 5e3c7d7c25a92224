"""Data of a chart that stand in the deck: as rows, as series with their values, or as lists of x and y."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.chart import ChartEntry
from deckmaker.language.chart_values import SeriesEntry, is_named, is_single
from deckmaker.language.entry import with_values
from deckmaker.language.table import TableEntry
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.columns import Columns
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.tables.in_deck import written_in_deck
from deckmaker.resolve.tables.written import Written, WrittenCell, WrittenRow
from deckmaker.source.tree import DataPath, Tree, value_at

POINT_COLUMNS = ("", "x", "y", "size")
"""What the columns of pairs are called: the first has the names of series."""

_IN_NUMBER = pattern(r"\d,$")
_COMMA = "a comma begins the next value: write `1200` for 1,200 and `12.5` for 12,5"


class Listed(NamedTuple):
    """A series with a value for each category, and the paths below the chart's at which they stand."""

    name: str
    name_at: DataPath
    values: list[Any]
    paths: list[DataPath]


def has_values(entry: ChartEntry) -> bool:
    """Tell whether a chart's values stand in the deck, series by series."""
    if entry.values is not None:
        return True
    return isinstance(entry.series, list) and any(one.values is not None for one in entry.series)


def has_lists(entry: ChartEntry) -> bool:
    """Tell whether `x` and `y` are no columns' names, but the data themselves."""
    return entry.file is None and entry.rows is None and bool(entry.x and entry.y) and not has_values(entry)


def rows_in_deck(entry: ChartEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics) -> Written | None:
    """Return the data under `rows`."""
    return written_in_deck(with_values(TableEntry, rows=entry.rows), path, tree, diagnostics)


def lists_in_deck(
    entry: ChartEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics
) -> tuple[Written, Columns] | None:
    """Return the data of lists under `x` and `y`, and its columns; report and return None where one is longer."""
    xs, ys = entry.x or [], entry.y or []
    if len(xs) != len(ys):
        message = f"`x` and `y` are equally long, and these have {len(xs)} and {len(ys)}"
        span = tree.value_span((*path, "y"))
        diagnostics.report("uneven-series", message, span, _evened(len(ys) > len(xs), has_categories=False))
        return None
    rows = [WrittenRow([WrittenCell("x", ("x",)), WrittenCell("y", ("y",))], ())]
    for index, (x, y) in enumerate(zip(xs, ys, strict=True)):
        rows.append(WrittenRow([WrittenCell(x, ("x", index)), WrittenCell(y, ("y", index))], ("x", index)))
    return Written(rows, 1, False, _span(path, tree)), Columns(0, (1,), described=(None,))


def series_in_deck(
    entry: ChartEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics
) -> tuple[Written, Columns] | None:
    """Return series as a table of their own: categories in the first column, or one row a point where they are pairs.

    Report and return None where they have not as many values as there are categories.
    """
    listed, categories = _listed(entry, path, tree)
    span = _span(path, tree)
    if parted := next((one for one in categories if _is_behind_a_comma(one[0], (*path, *one[1]), tree)), None):
        message, help = f"the comma before `{parted[0]}` begins the next value, which has none", _COMMA
        diagnostics.report("wrong-value", message, tree.key_span((*path, *parted[1])), help)
        return None
    if any(isinstance(value, list) for one in listed for value in one.values):
        if entry.categories is not None:
            message = "values that are pairs stand along an axis of numbers, which has no categories"
            help = "remove `categories:`; or name each list, as in `series: {North: [1, 2], South: [3, 4]}`"
            diagnostics.report("wrong-value", message, tree.value_span((*path, "categories")), help)
            return None
        if alone := next((at for one in listed for value, at in _points_of(one) if _is_alone(value)), None):
            message, help = "a point has an x and a y, and this is one number", "write both, as in `[2021, 9]`"
            diagnostics.report("wrong-value", message, span(alone), help)
            return None
        has_sizes = any(isinstance(value, list) and len(value) > 2 for one in listed for value in one.values)
        columns = Columns(1, (2,), 0, 3 if has_sizes else None, described=(None,))
        return Written([_head(POINT_COLUMNS), *_points(listed)], 1, False, span), columns
    if entry.categories is not None and len(categories) > len(entry.categories):
        name, at = categories[len(entry.categories)]
        message, help = f"`{name}` is none of the `categories`", "add it to `categories:`, or leave `categories:` out"
        diagnostics.report("wrong-value", message, tree.key_span((*path, *at)), help)
        return None
    names = [name for name, _ in categories]
    count = len(names) or max(len(one.values) for one in listed)
    uneven = [one for one in listed if len(one.values) != count]
    for one in uneven:
        what = "one for each category" if names else "as many as the longest has"
        named = f"`{one.name}`" if one.name else "the series"
        message = f"{named} has {len(one.values)} value{'' if len(one.values) == 1 else 's'}: expected {count}, {what}"
        at = one.paths[count] if len(one.values) > count else one.name_at
        diagnostics.report("uneven-series", message, span(at), _evened(len(one.values) > count, bool(names)))
    if uneven:
        return None
    cells = categories or [(str(index + 1), ()) for index in range(count)]
    head = WrittenRow([WrittenCell("", ()), *(WrittenCell(one.name, one.name_at) for one in listed)], ())
    rows = [head]
    for index, (name, at) in enumerate(cells):
        values = [WrittenCell(one.values[index] or "", one.paths[index]) for one in listed]
        rows.append(WrittenRow([WrittenCell(name, at), *values], at))
    described = tuple(entry.series) if isinstance(entry.series, list) else (None,)
    return Written(rows, 1, False, span), Columns(0, tuple(range(1, len(listed) + 1)), described=described)


def _is_behind_a_comma(name: str, at: DataPath, tree: Tree) -> bool:
    """Tell whether a name is what stands behind the comma of a number, as the 5 of `{Oats: 410,5}` does."""
    key = tree.key_span(at) if name.isdecimal() and isinstance(at[-1], str) else None
    if key is None or value_at(tree.data, at) is not None:
        return False
    return bool(_IN_NUMBER.search(key.source.line(key.line)[: key.column - 1]))


def _listed(entry: ChartEntry, path: DataPath, tree: Tree) -> tuple[list[Listed], list[tuple[str, DataPath]]]:
    """Return the series and the categories; those that only mappings from categories name come last."""
    written = _written(entry, path, tree)
    categories: list[tuple[str, DataPath]] = [
        (name, ("categories", index)) for index, name in enumerate(entry.categories or ())
    ]
    known = {name for name, _ in categories}
    for one in written:
        for name in one.values if isinstance(one.values, dict) else ():
            if name not in known:
                known.add(name)
                categories.append((name, (*one.at, name)))
    return [_series(one, categories) for one in written], categories


def _series(one: _Written, categories: list[tuple[str, DataPath]]) -> Listed:
    if isinstance(one.values, list):
        return Listed(one.name, one.name_at, one.values, [(*one.at, index) for index in range(len(one.values))])
    values = [one.values.get(name) for name, _ in categories]
    paths = [(*one.at, name) if name in one.values else one.name_at for name, _ in categories]
    return Listed(one.name, one.name_at, values, paths)


class _Written(NamedTuple):
    """A series as written: its name and its values, and the paths below the chart's at which they stand."""

    name: str
    name_at: DataPath
    values: list[Any] | dict[str, Any]
    at: DataPath


def _written(entry: ChartEntry, path: DataPath, tree: Tree) -> list[_Written]:
    """Return the series, each with its values."""
    if entry.values is not None:
        name = next((one.name for one in entry.series or () if isinstance(one, SeriesEntry)), None)
        return [_Written(name or "", ("values",), entry.values, ("values",))]
    assert isinstance(entry.series, list)
    data = tree.data
    for step in (*path, "series"):
        data = data[step]
    found = []
    for index, one in enumerate(entry.series):
        name = one.name or one.__dict__["from"] or ""
        at: DataPath = ("series",) if isinstance(data, dict) else ("series", index)
        if not is_single(data) and (isinstance(data, dict) or is_named(data[index])):
            found.append(_Written(name, (*at, name), one.values or [], (*at, name)))
        else:
            found.append(_Written(name, (*at, "name") if one.name else at, one.values or [], (*at, "values")))
    return found


def _points_of(one: Listed) -> Iterator[tuple[Any, DataPath]]:
    return zip(one.values, one.paths, strict=True)


def _is_alone(value: Any) -> bool:
    """Tell whether a value beside pairs is a number, and no gap."""
    return isinstance(value, str) and not is_gap(value)


def _points(listed: list[Listed]) -> list[WrittenRow]:
    """Return a row for each point: the name of its series, x, y and size."""
    rows = []
    for one in listed:
        for value, at in _points_of(one):
            parts = [*(value if isinstance(value, list) else ["", value]), "", "", ""][:3]
            cells = [WrittenCell(one.name, one.name_at), *(WrittenCell(part or "", at) for part in parts)]
            rows.append(WrittenRow(cells, at))
    return rows


def _head(names: tuple[str, ...]) -> WrittenRow:
    return WrittenRow([WrittenCell(name, ()) for name in names], ())


def _span(path: DataPath, tree: Tree) -> Any:
    def span(at: DataPath) -> Span:
        return tree.value_span((*path, *at))

    return span


def _evened(is_longer: bool, has_categories: bool) -> str:
    """Return what to do about a series that has not as many values as the others, or as there are categories."""
    if is_longer and has_categories:
        return f"{_COMMA}; or name each value"
    return "write `–` for a gap"
