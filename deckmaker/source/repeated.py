"""Where values stand that aliases repeat: to change one would change it in places where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from deckmaker.diagnostics.line_index import lines_of
from deckmaker.source.composer import Loader


def repeated_stretches(text: str) -> list[tuple[int, int]]:
    """Return where values stand that aliases repeat elsewhere, as offsets in characters, the end exclusive."""
    if "*" not in text or "&" not in text:
        return []
    lines = lines_of(text)

    def offset(mark: Any) -> int:
        return lines.offset(mark.line + 1, mark.column + 1)

    begun: list[tuple[str | None, int]] = []
    anchored: dict[str, tuple[int, int]] = {}
    repeated: set[str] = set()
    try:
        for event in yaml.parse(text, Loader=Loader):
            begin, end = offset(event.start_mark), offset(event.end_mark)
            if isinstance(event, yaml.AliasEvent):
                repeated.add(str(event.anchor))
            elif isinstance(event, yaml.ScalarEvent) and event.anchor:
                anchored[event.anchor] = begin, end
            elif isinstance(event, yaml.CollectionStartEvent):
                begun.append((event.anchor, begin))
            elif isinstance(event, yaml.CollectionEndEvent):
                anchor, first = begun.pop()
                if anchor:
                    anchored[anchor] = first, end
    except yaml.YAMLError:
        return []  # what is not YAML repeats nothing yet
    return _whole(stretch for anchor, stretch in anchored.items() if anchor in repeated)


def _whole(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, without those that lie in others."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(stretches):
        if not found or begin >= found[-1][1]:
            found.append((begin, end))
    return found
