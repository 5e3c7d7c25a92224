"""Where values stand: kept small while a file is read, made into spans when somebody asks.

Ten megabytes of YAML hold half a million values, and a message is about one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from deckmaker.budget.source import CAUSE_LINES
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.diagnostics.line_index import lines_of

DataPath = tuple[str | int, ...]
"""Steps from the root of a file to a value: keys and 0-based indexes."""

Stretch = int
"""Begin and end in one number: line, column, end line, end column, 0-based, `_BITS` bits each."""

Place: TypeAlias = "Stretch | tuple[Stretch, list[Place] | dict[str, tuple[Stretch, Place]]]"
"""A text's stretch; a list's or mapping's, with its items' places, or its keys' stretches and their values' places."""

_BITS = 27  # lines and columns of a file of 2**26 bytes, and one more
_MASK = (1 << _BITS) - 1


def stretch(start: Any, end: Any) -> Stretch:
    """Return the stretch between two of PyYAML's marks."""
    between: int = (((start.line << _BITS | start.column) << _BITS | end.line) << _BITS) | end.column
    return between


def span_of(stretch: Stretch, source: SourceFile) -> Span:
    """Return a stretch of a file as a span."""
    line, column, end_line, end_column = (stretch >> _BITS * step & _MASK for step in (3, 2, 1, 0))
    return Span(source, line + 1, column + 1, end_line + 1, end_column + 1)


class ValuePlaces(Mapping[DataPath, Span]):
    """The span of the value at each path."""

    def __init__(self, source: SourceFile, root: Place) -> None:
        self._source = source
        self._root = root

    def __getitem__(self, path: DataPath) -> Span:
        place = self._root
        for step in path:
            place = _below(place, step)[1]
        return span_of(own(place), self._source)

    def __iter__(self) -> Iterator[DataPath]:
        return (path for path, _ in _walk(self._root, (), None))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class KeyPlaces(ValuePlaces):
    """The span of the key that leads to each path; list items have none."""

    def __getitem__(self, path: DataPath) -> Span:
        place, key = self._root, None
        for step in path:
            key, place = _below(place, step)
        if key is None:
            raise KeyError(path)
        return span_of(key, self._source)

    def __iter__(self) -> Iterator[DataPath]:
        return (path for path, key in _walk(self._root, (), None) if key is not None)


class Layered(Mapping[DataPath, Span]):
    """Places of two files, or of values that come from elsewhere: looked up `above` first, made into spans as late."""

    def __init__(self, above: Mapping[DataPath, Span], below: Mapping[DataPath, Span]) -> None:
        self._above, self._below = above, below

    def __getitem__(self, path: DataPath) -> Span:
        found = self._above.get(path)
        return self._below[path] if found is None else found

    def __iter__(self) -> Iterator[DataPath]:
        return iter({**dict.fromkeys(self._below), **dict.fromkeys(self._above)})

    def __len__(self) -> int:
        return sum(1 for _ in self)


def own(place: Place) -> Stretch:
    """Return the stretch of the value itself."""
    return place if isinstance(place, int) else place[0]


def _below(place: Place, step: str | int) -> tuple[Stretch | None, Place]:
    """Return the stretch of the key, if any, and the place one step down; raises KeyError where nothing is there."""
    inner = None if isinstance(place, int) else place[1]
    if isinstance(inner, dict) and isinstance(step, str):
        return inner[step]
    if isinstance(inner, list) and isinstance(step, int) and 0 <= step < len(inner):
        return None, inner[step]
    raise KeyError(step)


def _walk(place: Place, path: DataPath, key: Stretch | None) -> Iterator[tuple[DataPath, Stretch | None]]:
    yield path, key
    inner = None if isinstance(place, int) else place[1]
    if isinstance(inner, dict):
        for name, (own, value) in inner.items():
            yield from _walk(value, (*path, name), own)
    elif inner is not None:
        for index, item in enumerate(inner):
            yield from _walk(item, (*path, index), None)


def place_at(source: SourceFile, offset: int) -> Span:
    """Return the place of the character at a 0-based `offset` of the text that is held.

    A line ends with LF, CR, both, NEL, LS or PS, in YAML 1.1 and libyaml as for `str.splitlines`; the other ends that
    this knows (VT, FF, FS, GS, RS) are control characters, which no YAML file holds before its first mistake.
    """
    line, column = lines_of(source.text).place(offset)
    line += source.first - 1
    return Span(source, line, column, line, column + 1)


def lines_up(last: int) -> range:
    """Return the 0-based numbers of a line and those above it, upwards, as far as a cause is looked for."""
    return range(last, max(last - CAUSE_LINES.most, -1), -1)
