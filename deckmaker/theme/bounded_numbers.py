"""Numbers that no author has typed, within the bounds of their keys: a template's, and those stretched to its pages."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import EntryOf
from deckmaker.language.kinds import Bounded, Kind
from deckmaker.language.theme import ThemeEntry

_THEME = EntryOf(ThemeEntry)


def within_bounds(theme: dict[str, Any], typed: Any = None) -> dict[str, Any]:
    """Return a theme's data, as written, each number of which is no more than its key takes, and no less.

    `typed` is the data from which it was made by stretching: what is out of bounds there stays so, as its author's
    mistake; None where nobody has typed it.
    """
    found: dict[str, Any] = _within(_THEME, theme, typed)
    return found


def _within(kind: Kind[Any], value: Any, typed: Any) -> Any:
    if isinstance(value, dict):
        known = typed if isinstance(typed, dict) else {}
        return {key: _within(_inside(kind, key), one, known.get(key)) for key, one in value.items()}
    if isinstance(value, list):
        before = typed if isinstance(typed, list) and len(typed) == len(value) else [None] * len(value)
        return [_within(_inside(kind, 0), *pair) for pair in zip(value, before, strict=True)]
    if not isinstance(kind, Bounded) or not isinstance(value, str):
        return value
    is_mistake = isinstance(typed, str) and kind.within(typed) != typed
    return value if is_mistake else kind.within(value)


def _inside(kind: Kind[Any], step: str | int) -> Kind[Any]:
    """Return the kind of a key's value; one that takes all where there is no such key, which is said by others."""
    try:
        return kind.inside(step)
    except KeyError:
        return Kind()
