"""The keys that a model of the language allows at each place."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import Entry, EntryOf
from deckmaker.language.kinds import Kind
from deckmaker.language.mistake import Location


def keys_at(model: type[Entry], location: Location) -> list[str]:
    """List the keys that the language allows at `location`, in the order of the documentation."""
    return list(_kind_at(model, location).known)


def shorthand_at(model: type[Entry], location: Location) -> str | None:
    """Return the key whose value a bare text at `location` is, None where no text stands for a mapping."""
    return _kind_at(model, location).shorthand


def _kind_at(model: type[Entry], location: Location) -> Kind[Any]:
    kind: Kind[Any] = EntryOf(model)
    for step in location:
        kind = kind.inside(step)
    return kind
