"""How the Open Packaging Conventions let parts and relationships be called.

PowerPoint cannot open a package whose parts it cannot name: validators of schemas see text in names and ids. Source:
ECMA-376 Part 2, 6.2.2 (names of parts) and 6.5.3.4 (ids of relationships, which are those of XML Schema).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from deckmaker.patterns import pattern

_STEP = pattern(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@\[\]]|%[0-9A-Fa-f]{2})+")
_ID = pattern(r"[A-Za-z_][\w.\-]*")


def is_part_name(name: str) -> bool:
    """Tell whether a part may be called so (6.2.2.2): no segment is empty or ends in a dot."""
    return all(_STEP.fullmatch(one) and not one.endswith(".") for one in name.split("/"))


def is_relationship_id(id: str) -> bool:
    """Tell whether a relationship may have this id."""
    return bool(_ID.fullmatch(id))


def called_as_folders(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that are also those of folders, each with one of a part in it: no package has both (6.2.2.3).

    All are in small letters, since capitals do not matter.
    """
    # Sorted by their segments, what lies in a folder comes right behind its name.
    ordered = sorted({one.casefold() for one in names}, key=lambda name: name.replace("/", "\0"))
    yield from ((one, other) for one, other in pairwise(ordered) if other.startswith(f"{one}/"))
