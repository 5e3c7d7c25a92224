"""Slides that somebody hid in a presentation, or shows again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.merging.editing import Key, Splice, Step
from deckmaker.merging.pieces import Leaf
from deckmaker.source.tree import DataPath, Tree

HIDDEN = "hidden"
_NO = ("false", "no", "off", "f", "n", "0")
"""Words of YAML by which a slide is not hidden."""


def hiding(old: Any, new: Any, written: Any, tree: Tree, path: DataPath) -> Iterator[Step]:
    """Yield what hides a slide of a deck's file, `written` at `path`, or shows it again, where its imported slide did
    so from `old` to `new`."""
    is_hidden = HIDDEN in new
    if (HIDDEN in old) == is_hidden or not isinstance(written, dict):
        return
    if HIDDEN not in written:
        if is_hidden:
            yield Key(path, HIDDEN, "true", "title")
        return
    said = written[HIDDEN]
    if not isinstance(said, str) or "{{" in said:
        return
    if is_hidden and said.lower() in _NO:
        yield Splice(Leaf((*path, HIDDEN), False), 0, len(said), "true")
    elif not is_hidden and said.lower() not in _NO:
        if _has_comment(tree, (*path, HIDDEN)):  # which would go with the key
            yield Splice(Leaf((*path, HIDDEN), False), 0, len(said), "false")
        else:
            yield Key(path, HIDDEN, None)


def _has_comment(tree: Tree, path: DataPath) -> bool:
    """Tell whether a comment stands behind a value on its line."""
    span = tree.values[path]
    return span.source.line(span.end_line)[span.end_column - 1 :].lstrip().startswith("#")
