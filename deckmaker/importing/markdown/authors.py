"""Who made a file, as its front matter says it: names alone, or each with where somebody works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_PLACES = ("affiliation", "affiliations", "institute", "institution", "organization")
_PARTS = ("given", "family")
_READ = ("name", "literal", *_PARTS, *_PLACES)


def authors_of(value: Any) -> Iterator[str]:
    """Yield the names of authors, where they work in brackets behind them."""
    for one in _several(value):
        name = _name(one)
        places = [] if isinstance(one, str) else [_name(place) for key in _PLACES for place in _several(one.get(key))]
        where = ", ".join(filter(None, places))
        if name or where:
            yield f"{name} ({where})" if name and where else name or where


def unread_keys(value: Any) -> Iterator[str]:
    """Yield what else authors have, such as their mail addresses."""
    for one in _several(value):
        yield from (str(key) for key in one if key not in _READ) if isinstance(one, dict) else ()


def _several(value: Any) -> Sequence[Any]:
    """Return texts and mappings: the only one, or all of a list."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | dict)]


def _name(value: Any) -> str:
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    parts = " ".join(filter(None, (_name(value.get(key)) for key in _PARTS)))
    return _name(value.get("name")) or _name(value.get("literal")) or parts
