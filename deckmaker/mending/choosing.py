"""Which of the edits that diagnostics carry can be made together, and where none may be made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from deckmaker.diagnostics import Diagnostic, Edit
from deckmaker.source.repeated import repeated_stretches


def chosen(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those diagnostics whose edits can all be made together, the first of those that would meet.

    Edits meet where they change the same characters; additions at one place follow one another. What an alias repeats
    is left alone: it would be changed in places where nothing is wrong.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    repeated: dict[str, list[tuple[int, int]]] = {}
    every = []
    for one in found:
        if not one.edits:
            continue
        if all(_is_free(edit, taken, repeated) for edit in one.edits):
            every.append(one)
            for edit in one.edits:
                stretches = taken.setdefault(edit.span.source.name, [])
                stretches.insert(bisect_left(stretches, (edit.begin, edit.end)), (edit.begin, edit.end))
    return every


def _is_free(edit: Edit, taken: dict[str, list[tuple[int, int]]], repeated: dict[str, list[tuple[int, int]]]) -> bool:
    name, begin, end = edit.span.source.name, edit.begin, edit.end
    if name not in repeated:
        repeated[name] = repeated_stretches(edit.span.source.text)
    before = bisect_right(repeated[name], begin, key=lambda one: one[0])
    if before and begin < repeated[name][before - 1][1]:
        return False
    stretches = taken.get(name, [])
    near = stretches[max(bisect_left(stretches, (begin, end)) - 1, 0) :][:2]
    return not any(_meet((begin, end), other) for other in near)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two stretches share characters, or one is an addition within the other."""
    (begin, end), (first, last) = sorted((one, other))
    return first < end or (begin, end) == (first, last) != (begin, begin)
