"""Whether the data of a chart stand in one place: what else a chart says of data would be seen nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.chart import ChartEntry
from deckmaker.resolve.charts.in_deck import has_lists, has_values
from deckmaker.source import DataPath, Tree


class _Second(NamedTuple):
    """A key that says something of data beside the `first`; what is said of it, and the help."""

    key: str
    message: str
    help: str


def stands_in_one_place(entry: ChartEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics) -> bool:
    """Tell whether the data of a chart stand in one place; report what stands in a second."""
    found = next(_seconds(entry), None)
    if found:
        diagnostics.report("wrong-value", found.message, tree.key_span((*path, found.key)), found.help)
    return found is None


def _seconds(entry: ChartEntry) -> Iterator[_Second]:
    is_inline = has_values(entry) or entry.categories is not None
    given = [key for key in ("file", "rows") if getattr(entry, key) is not None]
    if is_inline:
        given.append("values" if entry.values is not None else "series" if has_values(entry) else "categories")
    for key in given[1:]:
        yield _both(given[0], key)
    if has_values(entry):
        yield from _beside_values(entry, given[-1])
    elif has_lists(entry):
        for key in ("categories", "series"):
            if getattr(entry, key) is not None:
                yield _both("y", key)
        yield from _of_columns(entry, ("size", "label"))


def _beside_values(entry: ChartEntry, first: str) -> Iterator[_Second]:
    if entry.values is not None and entry.series is not None:
        if isinstance(entry.series, str):
            help = f"write `series: {{{entry.series}: [...]}}` with the values, and remove `values:`"
            yield _Second("series", "`series` is the name of a column, and the values stand here", help)
        elif any(one.values is not None for one in entry.series):
            yield _both("values", "series")
        elif len(entry.series) > 1:
            message = f"`values` are those of one series, and `series` has {len(entry.series)}"
            yield _Second("series", message, "write the values of each below its name, as in `series: {North: [9, 7]}`")
    if entry.x is not None:
        if entry.categories is not None:
            yield _both("categories", "x")
        message = f"`x` is the name of a column, and the values stand here, under `{first}`"
        yield _Second(
            "x", message, "write `categories:` in place of `x:`; or pairs of x and y, as in `values: [[1, 9]]`"
        )
    yield from _of_columns(entry, ("y", "size", "label"))


def _of_columns(entry: ChartEntry, keys: tuple[str, ...]) -> Iterator[_Second]:
    for key in keys:
        if getattr(entry, key) is not None:
            message = f"`{key}` is the name of a column in `file` or `rows`, and the values stand here"
            yield _Second(key, message, f"remove `{key}:`")


def _both(first: str, key: str) -> _Second:
    message = f"a chart's data stand in one place, and this has both `{first}` and `{key}`"
    return _Second(key, message, f"remove `{key}:` or `{first}:`")
