"""Mends of a file's structure that can be made without asking: keys renamed, values put where they belong."""

from __future__ import annotations

from itertools import islice
from typing import Any

from deckmaker.diagnostics import Edit
from deckmaker.diagnostics.edit import rewritten
from deckmaker.diagnostics.near import meant_in
from deckmaker.diagnostics.slips import is_slip
from deckmaker.language.entry import Entry, fits, keys_at
from deckmaker.language.kinds import Location, Mistake
from deckmaker.language.synonyms import either_of, meant_by
from deckmaker.source import DataPath, Tree
from deckmaker.source.edits import as_rows, before_value

_LOOKED_AT = 100
"""Keys of a mapping that are held against a new name: more than there are."""

_LISTS = {"table": "rows", "grid": "cells"}
"""Where a list belongs that stands in place of a mapping."""


def key_edits(model: type[Entry], tree: Tree, path: DataPath, location: Location, help: str) -> tuple[Edit, ...]:
    """Return the edit that renames an unknown key, if it can only be the one that `help` names.

    It is another tool's word for that, or a slip; its value is of the kind that belongs there; and no other key beside
    it is, or may be, the same.
    """
    word, here = str(location[-1]), location[:-1]
    meant = meant_in(help)
    if not meant or path[-1:] != (word,) or len(path) != len(location):
        return ()
    known = keys_at(model, here)
    if meant not in known or either_of(word, known):
        return ()
    if not (meant_by(word, known) == meant or is_slip(word, meant, known)):
        return ()
    beside, span = _mapping(tree.data, path[:-1]), tree.key_span(path)
    # What a theme extends has keys, too, which its own are laid over.
    is_there = meant in beside and tree.key_span((*path[:-1], meant)).source == span.source
    if is_there or any(_may_be(other, meant, known) for other in islice(beside, _LOOKED_AT) if other != word):
        return ()
    return rewritten(span, word, meant) if fits(model, (*here, meant), beside[word]) else ()


def shape_edits(tree: Tree, path: DataPath, mistake: Mistake, help: str | None) -> tuple[Edit, ...]:
    """Return the edits that put a value of another kind where it belongs, as `help` says, if that is sure."""
    value, name = mistake.value, path[-1] if path else None
    if len(path) != len(mistake.location):
        return ()
    if mistake.kind == "mapping" and isinstance(value, str) and help and help.startswith("write `"):
        if help.removeprefix("write `").rstrip("`") != f"{help.removeprefix('write `').partition(':')[0]}: {value}":
            return ()  # a key that lacks its colon
        key = help.removeprefix("write `").partition(":")[0]  # a slide's title, a column's text
        return before_value(tree, path, key)
    if mistake.kind == "mapping" and isinstance(value, list) and name in _LISTS:
        return as_rows(tree, path, _LISTS[str(name)])
    return ()


def _may_be(other: str, meant: str, known: list[str]) -> bool:
    return other not in known and (meant_by(other, known) == meant or is_slip(other, meant, known))


def _mapping(data: Any, path: DataPath) -> dict[str, Any]:
    """Return the mapping at a path of a file."""
    for step in path:
        data = data[step]
    return data if isinstance(data, dict) else {}
