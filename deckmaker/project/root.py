"""Where a project begins: decks, pictures and outputs are found from its root."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from deckmaker.project.common_ground import is_common_ground, is_ours
from deckmaker.project.looked_at import are_noted, note, note_all
from deckmaker.project.opening import without_links

_OWN_MARK = "deckmaker.yaml"
"""Which may be empty: that it is there is enough."""

_MISSPELT_MARK = "deckmaker.yml"

_MARKS = (_OWN_MARK, "pyproject.toml", "decks")


def project_root(path: Path) -> Path:
    """Return the nearest folder upward of the file `path` that holds a project's mark, else its own folder.

    A deck belongs to the project in which it is named: upward counts as the path is typed. Only where none of the
    folders on it has a mark, and some are links, upward of where those lead counts.

    A mark that comes to be in a folder between would make that another project: so it is noted as looked at.
    """
    folder = _as_named(path.parent)
    if are_noted():
        note_all(_between(folder))
    return _root(folder)


def own_mark(path: Path) -> Path | None:
    """Return the `deckmaker.yaml` of the project that a file belongs to; None where none may speak for it."""
    root = project_root(path)
    mark = root / _OWN_MARK
    note(mark)
    return mark if os.path.lexists(mark) and (not is_common_ground(root) or is_ours(root, mark)) else None


def misspelt_mark(path: Path) -> Path | None:
    """Return the `deckmaker.yml` at the root of the project that a file belongs to, which is not read; None where there
    is none, or none that may be looked at."""
    root = project_root(path)
    mark = root / _MISSPELT_MARK
    note(mark)
    return mark if os.path.isfile(mark) and not (os.path.islink(mark) or is_common_ground(root)) else None


def may_mark(path: Path) -> bool:
    """Tell whether something of that name would mark a project."""
    return path.name in _MARKS


def forget_roots() -> None:
    """Look for marks anew from now on: while a program stays open, projects begin and end."""
    _root.cache_clear()
    _between.cache_clear()


def _as_named(folder: Path) -> Path:
    """Return a folder from the root of its file system on, links as they are named.

    What goes back by `..`, which behind a link leads where the link does, is resolved instead.
    """
    return without_links(folder) if ".." in folder.parts else Path(os.path.abspath(folder))


@cache
def _root(folder: Path) -> Path:
    for candidate in (folder, *folder.parents):
        if _is_marked(candidate):
            return without_links(candidate)
    real = without_links(folder)
    return real if real == folder else _root(real)


@cache
def _between(folder: Path) -> tuple[Path, ...]:
    """Return the paths of marks that would end a project below its root, on the way up to it from a folder in it.

    What lies outside is left out: whether anything is there is nobody's business.
    """
    root, real, between = _root(folder), without_links(folder), list[Path]()
    for candidate in (folder, *folder.parents):
        if real == root:
            return tuple(folder / mark for folder in between for mark in _MARKS)
        if real.is_relative_to(root):
            between.append(real)
        real = without_links(candidate.parent) if os.path.islink(candidate) else real.parent
    return _between(without_links(folder))  # upward of there, the root was found


def _is_marked(folder: Path) -> bool:
    """Tell whether a folder is a project: of common ground, only a file that says no more than that makes one."""
    if not any(os.path.exists(folder / mark) for mark in _MARKS):  # never fails, as `Path.exists` may
        return False
    real = without_links(folder)
    return not is_common_ground(real) or (os.path.exists(real / _OWN_MARK) and is_ours(real, real / _OWN_MARK))
