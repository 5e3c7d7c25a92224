"""What charts are called in our own presentations whose type no other program has, by which an import knows them."""

from __future__ import annotations

from itertools import pairwise

OF_OUR_OWN = ("dumbbell", "slope")
"""Types of charts that are drawn as others: a dumbbell as a scatter chart, a slope as lines."""

_CHART, _ROW = "chart", "row"


def name_of_chart(name: str, type: str) -> str:
    """Return the name of a chart, or of several, of a type: `Column 2 dumbbell chart`, `Slope charts 3`."""
    if type not in OF_OUR_OWN:
        return name
    before, _, behind = name.lower().rpartition(_CHART)
    found = f"{before}{type} {_CHART}{behind}"
    return found[:1].upper() + found[1:]


def type_in(name: str) -> str:
    """Return the type that the name of a chart, or of several, says; nothing where it says none."""
    words = name.lower().split(" ")
    found = (one for one, behind in pairwise(words) if one in OF_OUR_OWN and behind in (_CHART, f"{_CHART}s"))
    return next(found, "")


def are_multiples(group: str) -> bool:
    """Tell whether a group is called as small multiples, as in `Charts 3`."""
    words = group.lower().removeprefix(f"{type_in(group)} ").split(" ")
    return len(words) == 2 and words[0] == f"{_CHART}s" and words[1].isdecimal()


def row_in(name: str) -> int:
    """Return the number of a row of a dumbbell, from 1, whose name a text is by its own name; 0 for another text."""
    words = name.lower().split(" ")
    at = words.index(_ROW) if _ROW in words[1:-1] else 0
    is_row = at and words[at - 1] == _CHART and words[at + 1].isascii() and words[at + 1].isdecimal()
    return int(words[at + 1][:4]) if is_row else 0
