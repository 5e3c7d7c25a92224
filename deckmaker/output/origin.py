"""The deck that outputs are built from, and whether they may be written over those of another."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path, PurePath

from deckmaker.dataclasses import dataclass
from deckmaker.output.record import is_writable
from deckmaker.project import project_root, without_links


@dataclass(frozen=True, slots=True)
class Origin:
    """A deck: the root of its project, and its path from there, with slashes on every system."""

    root: Path
    name: str

    @classmethod
    def of(cls, deck: Path) -> Origin:
        """Return the origin of what is built from the deck at a path."""
        root = project_root(deck)
        return cls(root, Path(os.path.relpath(without_links(deck.parent) / deck.name, root)).as_posix())

    def mark_in(self, folder: Path) -> str | None:
        """Return what the record of an output folder knows the project by; None where the folder is in the project.

        It follows from the way between the two, so that both may be moved together, and tells nobody what that is.
        """
        folder = without_links(folder)
        if folder.is_relative_to(self.root):
            return None
        try:
            way = os.path.relpath(self.root, folder)
        except ValueError:  # on different drives of Windows
            way = os.fspath(self.root)
        return sha256(os.fsencode(way)).hexdigest()[:16]

    def yields_to(self, other: str) -> Path | None:
        """Return the other deck that holds an output's name; None where that is this one, or is no longer there.

        `other` comes from a record, which anybody may have written: nothing outside the project is looked at for it.
        """
        if leads_elsewhere(other) or not is_writable(other):
            return None
        there, here = self.root / other, self.root / self.name
        if other == self.name or without_links(there.parent) != there.parent or not os.path.lexists(there):
            return None
        return None if without_links(there) == without_links(here) else there


def leads_elsewhere(written: str, system: type[PurePath] = PurePath) -> bool:
    """Tell whether a path leads out of the folder it is joined to: to Windows, one with a drive or a server does."""
    path = system(written)
    return bool(path.anchor) or ".." in path.parts
