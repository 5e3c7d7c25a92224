"""Plain data with places: what a YAML file says, and where it says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.source.places import DataPath

__all__ = ["DataPath", "Tree", "value_at"]


@dataclass(frozen=True, slots=True)
class Tree:
    """The `data` of a file (dict, list, str or None all the way down) and the spans of its keys and values.

    `unshown` are the ids of slides that are written and left out, each with its file: for other readers, or by their
    conditions.
    """

    data: Any
    values: Mapping[DataPath, Span] = field(repr=False)
    keys: Mapping[DataPath, Span] = field(repr=False)
    unshown: frozenset[tuple[str, SourceFile]] = frozenset()

    def value_span(self, path: DataPath) -> Span:
        """Return the span of the value at `path`, or of the nearest value around it."""
        while (span := self.values.get(path)) is None:
            path = path[:-1]
        return span

    def key_span(self, path: DataPath) -> Span:
        """Return the span of the key that leads to `path`; for list items, of the value."""
        return self.keys.get(path) or self.value_span(path)


def value_at(data: Any, path: DataPath) -> Any:
    """Return the value at a path, None where there is none."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
