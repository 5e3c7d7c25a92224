"""What of a deck's file a presentation did not show: whoever edited that has not read it, and removes none of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from deckmaker.merging.pieces import CONDITIONS, pieces_of, plain
from deckmaker.source.tree import DataPath, value_at

_MOST_SIGNS = 60
"""Of the words of a block that are told, by which its author knows it."""


class Unseen:
    """The slides and blocks at some `paths` of a deck's tree: those for other readers, and those whose condition does
    not hold."""

    def __init__(self, paths: Collection[DataPath] = ()) -> None:
        self._paths = paths

    def below(self, path: DataPath) -> list[DataPath]:
        """Return the paths of what was not shown of the value at a path, in their order."""
        return sorted((one for one in self._paths if one[: len(path)] == path and one != path), key=_order)

    def without(self, value: Any, path: DataPath) -> Any:
        """Return the value at a path as it was shown: in place of a block that was not, there is an empty one, so that
        the others keep their numbers."""
        if not self.below(path):
            return value
        if isinstance(value, dict):
            return {key: self._shown(one, (*path, key)) for key, one in value.items()}
        return [self._shown(one, (*path, index)) for index, one in enumerate(value)]

    def _shown(self, value: Any, path: DataPath) -> Any:
        return {} if path in self._paths else self.without(value, path)


SEEN = Unseen()
"""Of a deck all of which was shown."""


def _order(path: DataPath) -> list[tuple[int, str]]:
    """Return by what paths stand in order: numbers of entries by their size."""
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]


def stays_told(slide: Any, unseen: Unseen, path: DataPath) -> str:
    """Return a line that tells why the slide of a deck's file, at a path, stays: what of it was not shown."""
    blocks = {one: value_at(slide, one[len(path) :]) for one in unseen.below(path)}
    keys = dict.fromkeys(key for block in blocks.values() for key in CONDITIONS if key in block)
    asks = " or ".join(f"`{key}`" for key in keys)
    said = [words for block in blocks.values() if (words := _words(block))]
    what = f": “{said[0]}”" if said else ""
    more = f", and {len(said) - 1:,} more" if len(said) > 1 else ""
    title = plain(slide["title"]) if isinstance(slide.get("title"), str) else ""
    name = f"“{title}”" if title else "a slide without a title"
    return f"{name} stays in the deck: with {asks}, it has what the presentation did not show{what}{more}"


def _words(block: Any) -> str:
    """Return the beginning of what a block says."""
    bare = {key: one for key, one in block.items() if key not in CONDITIONS}
    words = " ".join(plain(one.text) for one in pieces_of(bare, ()))
    return words if len(words) <= _MOST_SIGNS else f"{words[: _MOST_SIGNS - 1].rstrip()}…"
