"""Places of values that come from several files: a list of slides of which some stand in another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.diagnostics import Span
from deckmaker.source.places import DataPath

Origin = tuple[Mapping[DataPath, Span], DataPath]
"""The places of a file, and the path that a value has there."""


class Grafted(Mapping[DataPath, Span]):
    """The spans of `stock`; those below each path of two steps in `grafts` come from its origin, and `added` are those
    of values that are not written there."""

    def __init__(
        self,
        stock: Mapping[DataPath, Span],
        grafts: Mapping[DataPath, Origin],
        added: Mapping[DataPath, Span] | None = None,
    ) -> None:
        self._stock, self._grafts, self._added = stock, grafts, added or {}
        self._tops = {path[0] for path in grafts}

    def __getitem__(self, path: DataPath) -> Span:
        if path in self._added:
            return self._added[path]
        if graft := self._grafts.get(path[:2]):
            places, begin = graft
            return places[(*begin, *path[2:])]
        return self._stock[path]

    def __iter__(self) -> Iterator[DataPath]:
        for path in self._stock:
            if not (len(path) > 1 and path[0] in self._tops and (isinstance(path[1], int) or path[:2] in self._grafts)):
                yield path
        for path, (places, begin) in self._grafts.items():
            depth = len(begin)
            here = ((*path, *one[depth:]) for one in places if one[:depth] == begin)
            yield from (one for one in here if one not in self._added)
        yield from self._added

    def __len__(self) -> int:
        return sum(1 for _ in self)
