"""Who made a file, as its front matter says it: names alone, or each with where somebody works.

Source: Quarto's manual, "Authors & Affiliations".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deckmaker.dataclasses import dataclass

_PLACES = ("affiliation", "affiliations", "institute", "institution", "organization")
_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family")
_OF_PLACES = ("department", "group", "name", "address", "city", "region", "state", "country")
"""What somebody reads of where an author works, in this order."""

_REFERRED, _NAMED = "ref", "id"
_READ = ("name", "literal", *_PARTS, *_PLACES, _NAMED)


@dataclass(frozen=True, slots=True)
class Authors:
    """Authors with where they work: `names`, such as `Ann Lind (Institute)`, and as `unread` the keys of what else is
    said of them, such as their mail addresses.
    """

    names: Sequence[str]
    unread: Sequence[str]


def authors_of(values: Sequence[Any], listed: Any) -> Authors:
    """Read the values of keys for authors. `listed` is what the key for places has, to which authors refer."""
    authors = [one for value in values for one in _several(value)]
    own = [place for one in authors if isinstance(one, dict) for place in _places(one)]
    known = {str(one[_NAMED]): one for one in (*_several(listed), *own) if isinstance(one, dict) and _NAMED in one}
    unread = [f"author: {key}" for one in authors if isinstance(one, dict) for key in one if key not in _READ]
    used: list[Any] = []
    names = []
    for one in authors:
        places = [_referred(place, known) for place in _places(one)] if isinstance(one, dict) else []
        used += places
        name, where = _name(one), ", ".join(filter(None, map(_place, places)))
        names.append(f"{name} ({where})" if name and where else name or where)
    for one in used:
        if isinstance(one, dict):
            unread += [f"affiliation: {key}" for key in one if key not in (*_OF_PLACES, _NAMED, _REFERRED)]
    used_ones = set(map(id, used))
    if any(id(one) not in used_ones for one in _several(listed)):
        unread.append("affiliations")
    return Authors([one for one in names if one], unread)


def places_of(value: Any) -> str:
    """Return places alone, as somebody reads them."""
    return ", ".join(filter(None, map(_place, _several(value))))


def _places(author: Mapping[str, Any]) -> Iterator[Any]:
    """Yield where an author works, as it is written."""
    for key in _PLACES:
        yield from _several(author.get(key))


def _referred(place: Any, known: Mapping[str, Any]) -> Any:
    """Return the place to which a name refers; what is none stays as it is."""
    name = place.get(_REFERRED) if isinstance(place, dict) else place
    return known.get(name, place) if isinstance(name, str) else place


def _several(value: Any) -> Sequence[Any]:
    """Return texts and mappings: the only one, or all of a list."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | dict)]


def _place(value: Any) -> str:
    """Return what is said of where somebody works, from the smallest to the largest; a name that refers to nothing."""
    if not isinstance(value, dict):
        return _line(value)
    return ", ".join(filter(None, (_line(value.get(key)) for key in _OF_PLACES))) or _line(value.get(_REFERRED))


def _name(value: Any) -> str:
    if not isinstance(value, dict):
        return _line(value)
    parts = " ".join(filter(None, (_name(value.get(key)) for key in _PARTS)))
    return _name(value.get("name")) or _name(value.get("literal")) or parts


def _line(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
