"""Where the two decks are that `diff` is to compare: files, or files of a revision, which are written out for it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from deckmaker.comparison.git import RevisionFailed
from deckmaker.comparison.revisions import Repository
from deckmaker.comparison.sides import Side, side_of
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.project import files_beside, project_root, without_links
from deckmaker.source.reading import display_name

_MARK = "deckmaker.yaml"
"""What makes a project of a folder, where nothing else does that is kept in the repository."""


class PlacedSide(NamedTuple):
    """A deck's file, and how people call it. What is said of files `below` is said of a `revision`.

    Of a deck that was imported, `arrows` are those of its slides, by their numbers from 1, in words; and of one that
    was built first, `split` are the titles of the pages of slides with several. On those with `lost_notes` it refers to
    some that it does not hold.
    """

    path: Path
    name: str
    below: Path | None = None
    revision: str = ""
    arrows: Mapping[int, Sequence[str]] = {}
    split: frozenset[str] = frozenset()
    lost_notes: frozenset[int] = frozenset()

    def named(self, line: str) -> str:
        """Return a line of a message with names as git has them: `HEAD~1:decks/harbour.yaml:3:5`."""
        if self.below is None:
            return line
        for prefix in dict.fromkeys((display_name(self.below / "x")[:-1], f"{self.below}{os.sep}")):
            line = line.replace(prefix, f"{self.revision}:")
        return line


def placed_sides(old: str, new: str, stack: ExitStack, diagnostics: Diagnostics) -> list[PlacedSide]:
    """Return where the two decks are; what is written out for them goes with `stack`. Report and return nothing where
    one is nowhere."""
    sides = side_of(old), side_of(new)
    paths = [side.path for side in sides]
    try:
        if paths[1] is None:
            help = "name the deck last, such as `deckmaker diff HEAD~1 decks/harbour.yaml`"
            raise RevisionFailed(f"there is no file `{new}`", nearest(Path(new).name, files_beside(Path(new))) or help)
        return [_placed(side, paths[1], stack) for side in sides]
    except RevisionFailed as failure:
        diagnostics.report("unknown-revision", str(failure), help=failure.help)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        diagnostics.report("unknown-revision", f"the files of a revision cannot be written out: {reason}")
    return []


def _placed(side: Side, other: Path, stack: ExitStack) -> PlacedSide:
    if side.revision is None:
        assert side.path
        return PlacedSide(side.path, display_name(side.path))
    deck = _deck(side.path, other)
    repository = Repository(_folder_of(deck) if side.path is None else Path.cwd())
    if side.path and not side.from_here:
        deck = repository.root / side.path
    root = without_links(repository.root)
    deck = without_links(deck.parent) / deck.name
    if not deck.is_relative_to(root):
        raise RevisionFailed(f"`{display_name(deck)}` lies outside the git repository")
    commit = repository.commit(side.revision)
    project = project_root(deck)
    below = PurePosixPath(project.relative_to(root).as_posix()) if project.is_relative_to(root) else PurePosixPath()
    folder = stack.enter_context(repository.at(commit, below))
    placed = folder / deck.relative_to(root)
    name = placed.relative_to(folder).as_posix()
    if not os.path.lexists(placed):
        help = f"name the path that it had then, such as `{side.revision}:decks/harbour.yaml`"
        raise RevisionFailed(f"there is no `{name}` at `{side.revision}`", help)
    if not os.path.lexists(folder / below / _MARK):
        (folder / below / _MARK).touch()
    return PlacedSide(placed, f"{side.revision}:{name}", folder, side.revision)


def _deck(path: Path | None, other: Path) -> Path:
    """Return the deck's place in the working tree, where it need not be any more."""
    return Path(os.path.abspath(path or other))


def _folder_of(deck: Path) -> Path:
    """Return the folder that a deck lies in, or the nearest one above it that is there."""
    return next(folder for folder in deck.parents if os.path.isdir(folder))
