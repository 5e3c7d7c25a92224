"""What lies inside a project: a path is walked step by step, links and all, and never looked at outside.

So nothing is told of what is outside, not even whether it is there; and what is hidden, as keys and settings of other
programs are, is no part of a deck.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from enum import Enum
from pathlib import Path, PurePath

from deckmaker.budget.paths import PATH_BYTES, PATH_LINKS
from deckmaker.dataclasses import dataclass
from deckmaker.project.hidden import is_hidden
from deckmaker.project.looked_at import note
from deckmaker.project.opening import without_links
from deckmaker.project.root import project_root
from deckmaker.project.spelling import as_on_disk


class Barred(Enum):
    """Why a path leads to nothing that a deck may name: no system has it, it leads out, or through what is hidden."""

    NOWHERE = "nowhere"
    OUTSIDE = "outside"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Reached:
    """A path inside a project without links in it, and whether something is there."""

    path: Path
    is_there: bool

    @property
    def is_file(self) -> bool:
        """Tell whether it is a file; never fails, whatever the path."""
        return self.is_there and os.path.isfile(self.path)

    @property
    def is_folder(self) -> bool:
        """Tell whether it is a folder; never fails."""
        return self.is_there and os.path.isdir(self.path)


def reached(written: str, beside: Path) -> Reached | Barred:
    """Return where `written`, relative to the file `beside` that names it, leads."""
    root = project_root(beside)
    if not _is_path(written):
        return Barred.NOWHERE
    steps = PurePath(written).parts
    if not os.path.isabs(written):
        return _Walk(root, without_links(beside.parent)).along(steps)
    behind = _behind_root(root, PurePath(os.path.normpath(written)))
    return Barred.OUTSIDE if behind is None else _Walk(root, root).along(behind)


def reached_deck(path: Path) -> Reached | Barred:
    """Return where a deck that a user names leads. It may be a link, and hidden, as long as the user says so.

    Raises OSError or ValueError for what is no path.
    """
    root, folder, real = project_root(path), without_links(path.parent), without_links(path)
    if not (folder.is_relative_to(root) and real.is_relative_to(root)):
        return Barred.OUTSIDE
    typed = Path(os.path.abspath(path)).parts
    if any(is_hidden(step) and step not in typed for step in real.relative_to(root).parts):
        return Barred.HIDDEN
    note(path)
    return Reached(real, os.path.lexists(real))


def _is_path(written: str) -> bool:
    """Tell whether a system could have a path: without a NUL, and not longer than any."""
    if "\0" in written or len(written) > PATH_BYTES.most:
        return False
    try:
        return len(os.fsencode(written)) <= PATH_BYTES.most
    except UnicodeEncodeError:  # half of a pair of code units
        return False


def _behind_root(root: Path, path: PurePath) -> tuple[str, ...] | None:
    """Return the steps of an absolute path behind the root, which it may name by links; None where it does not."""
    if path.is_relative_to(root):
        return path.relative_to(root).parts
    for count in range(1, len(path.parts)):
        try:
            if os.path.samefile(os.path.join(*path.parts[:count]), root):
                return path.parts[count:]
        except OSError:
            return None
    return None


class _Walk:
    """A walk to a place: its steps, each with the whole path up to it, and what was met on the way."""

    def __init__(self, root: Path, start: Path) -> None:
        self._root = root
        self._steps: list[str] = []
        self._paths: list[str] = []
        self._go_to(start)
        self._links = 0
        self._is_there = True
        self._is_hidden = False

    def along(self, steps: Iterable[str]) -> Reached | Barred:
        """Walk as the system would; behind what is not there, as the path is written."""
        ahead = list(steps)[::-1]
        while ahead:
            step = ahead.pop()
            if step == "..":
                self._go_back()
                continue
            self._go_on(step)
            if not self._is_inside():
                continue
            self._is_hidden |= is_hidden(step)
            if not self._is_there or (target := self._link()) is None:
                continue
            note(self._paths[-1])
            self._links += 1
            if self._links > PATH_LINKS.most:
                return Barred.NOWHERE
            if os.path.isabs(target):
                further = _behind_root(self._root, PurePath(os.path.normpath(target)))
                if further is None:
                    return Barred.OUTSIDE
                self._go_to(self._root)
            else:
                further = PurePath(target).parts
                self._go_back()
            ahead += further[::-1]
        if not self._is_inside() and self._paths[-1] != str(self._root):
            return Barred.OUTSIDE
        if self._is_hidden:
            return Barred.HIDDEN
        note(self._paths[-1])
        return Reached(Path(self._paths[-1]), self._is_there)

    def _go_to(self, place: Path) -> None:
        self._steps, self._paths = [place.anchor], [place.anchor]
        for step in place.parts[1:]:
            self._go_on(step)

    def _go_on(self, step: str) -> None:
        self._steps.append(step)
        self._paths.append(os.path.join(self._paths[-1], step))

    def _go_back(self) -> None:
        if len(self._steps) > 1:
            self._steps.pop()
            self._paths.pop()

    def _is_inside(self) -> bool:
        count = len(self._root.parts)
        return len(self._paths) > count and self._paths[count - 1] == str(self._root)

    def _link(self) -> str | None:
        """Return where the last step leads if it is a link; find the spelling that it has on the disk."""
        try:
            return os.readlink(self._paths[-1])
        except OSError as error:
            if error.errno == errno.EINVAL:  # there is something else
                return None
        step = self._steps[-1]
        self._go_back()
        spelt = as_on_disk(Path(self._paths[-1]), step)
        self._is_there = spelt is not None
        self._go_on(spelt or step)
        return self._link() if spelt else None
