"""Markings of files that decks include: what their project says, and the variables that they consist of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Span
from deckmaker.values.template import OPENS

Marking = tuple[Any, Span]
"""A marking as it is written, which may be no text, and its place."""

OfProject = Callable[[Path], Marking | None]
"""Tells the marking of the project that a file lies in: a folder of a project may be another one."""


def of_none(path: Path) -> None:
    """Return that a file is in no project that has a marking."""


def named_in_markings(slides: Iterable[Any]) -> set[str]:
    """Return the names of variables that markings of slides, as data, consist of.

    Mistakes in these are reported when they are filled.
    """
    markings = {str(one["marking"]) for one in slides if isinstance(one, dict) and "marking" in one}
    names = set[str]()
    filled = [one for one in markings if OPENS in one]
    if not filled:
        return names
    from deckmaker.values.expression import parsed  # loads what few decks need
    from deckmaker.values.mistake import ValueMistake
    from deckmaker.values.template import Hole, pieces

    for marking in filled:
        for hole in (one for one in pieces(marking) if isinstance(one, Hole)):
            with suppress(ValueMistake):
                names.add(parsed(marking, *hole.expression).path[0])
    return names
