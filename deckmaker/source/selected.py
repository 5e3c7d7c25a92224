"""Places of the values of a tree in whose lists some are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deckmaker.diagnostics import Span
from deckmaker.source.places import DataPath


class Selected(Mapping[DataPath, Span]):
    """The spans of `written`, by paths that count only what is kept.

    `kept` has, by the path of each list as it is written, the indexes in it that are kept, in order.
    """

    def __init__(self, written: Mapping[DataPath, Span], kept: Mapping[DataPath, Sequence[int]]) -> None:
        self._written, self._kept = written, kept

    def __getitem__(self, path: DataPath) -> Span:
        found: list[str | int] = []
        for step in path:
            indexes = self._kept.get(tuple(found))
            if indexes is None or not isinstance(step, int):
                found.append(step)
            elif 0 <= step < len(indexes):
                found.append(indexes[step])
            else:
                raise KeyError(path)
        return self._written[tuple(found)]

    def __iter__(self) -> Iterator[DataPath]:
        places = {(*at, old): new for at, indexes in self._kept.items() for new, old in enumerate(indexes)}
        for path in self._written:
            found: list[str | int] = []
            for depth, step in enumerate(path):
                if path[:depth] not in self._kept:
                    found.append(step)
                elif (place := places.get(path[: depth + 1])) is not None:
                    found.append(place)
                else:
                    break
            else:
                yield tuple(found)

    def __len__(self) -> int:
        return sum(1 for _ in self)
