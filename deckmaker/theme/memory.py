"""Themes as they were laid out last: a process may look at many decks, or at one again and again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.project import Mark, are_as_before, may_mark, paths_noted
from deckmaker.theme.theme import Theme

_MOST = 16
"""Themes that are kept: those of an office's decks, in two sizes and modes."""


class _Known(NamedTuple):
    """A theme, and the paths that were looked at for it."""

    theme: Theme
    marks: Mapping[Path, Mark]


_known: OrderedDict[Hashable, _Known] = OrderedDict()


def remembered(
    key: Hashable, load: Callable[[], Theme | None], diagnostics: Diagnostics, is_of_all: bool = False
) -> Theme | None:
    """Return the theme under a key, loaded unless it is known and its files are as they were.

    One of which there was something to report is loaded anew each time, and so reported. One that `is_of_all` projects
    knows nothing of where one of these begins.
    """
    known = _known.get(key)
    if known and are_as_before(known.marks):
        _known.move_to_end(key)
        return known.theme
    before = diagnostics.reports
    with paths_noted() as marks:
        theme = load()
    _known.pop(key, None)
    if theme and diagnostics.reports == before:
        kept = {path: mark for path, mark in marks.items() if not (is_of_all and may_mark(path))}
        _known[key] = _Known(theme, kept)
        if len(_known) > _MOST:
            _known.popitem(last=False)
    return theme
