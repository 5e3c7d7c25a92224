"""Where the keys of a chart are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.diagnostics import Span
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver


class Places:
    """The places of one chart, for messages."""

    def __init__(self, path: DataPath, resolver: Resolver) -> None:
        self.path, self._resolver = path, resolver

    def of_chart(self) -> Span:
        """Return the place of all of it."""
        return self._resolver.tree.value_span(self.path)

    def of(self, *steps: str | int) -> Span:
        """Return the place of a value."""
        return self._resolver.tree.value_span((*self.path, *steps))

    def of_data(self) -> Span:
        """Return the place of what names or holds its data."""
        written = self._resolver.written(self.path)
        key = next((one for one in ("file", "rows", "values", "series", "x") if one in written), None)
        return self.of(key) if key else self.of_chart()
