"""Places of values whose keys read otherwise than they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.diagnostics import Span
from deckmaker.source.places import DataPath


class Renamed(Mapping[DataPath, Span]):
    """The spans of `written`, by paths in which some keys have other names.

    `keys` has the key as it is written, by the whole path with the names that stand for it.
    """

    def __init__(self, written: Mapping[DataPath, Span], keys: Mapping[DataPath, str]) -> None:
        self._written, self._keys = written, keys
        self._names: dict[DataPath, str] = {}
        for path in sorted(keys, key=len):
            self._names[self._as_written(path)] = str(path[-1])

    def _as_written(self, path: DataPath) -> DataPath:
        return tuple(self._keys.get(path[: end + 1], step) for end, step in enumerate(path))

    def __getitem__(self, path: DataPath) -> Span:
        return self._written[self._as_written(path)]

    def __iter__(self) -> Iterator[DataPath]:
        for path in self._written:
            yield tuple(self._names.get(path[: end + 1], step) for end, step in enumerate(path))

    def __len__(self) -> int:
        return len(self._written)
