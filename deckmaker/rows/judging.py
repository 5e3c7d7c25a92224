"""What is to be done with a row: what has not changed stays, what somebody edited is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from pathlib import PurePosixPath
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import Origin
from deckmaker.render.registry import SEVERAL_FILES, file_name
from deckmaker.rows.batch import Order, RowTask
from deckmaker.rows.found import Gathered, said_of_none
from deckmaker.rows.manifest import BUILT, FAILED, Entry, KeptFile, Manifest
from deckmaker.source.reading import display_name

_KEEP = "keep it under another name, or build with `--force`"
_OVER = "choose another folder with `--output`, or build with `--force`"


class Fate(IntEnum):
    """What is to be done with a row, or was. Those that nobody asked for have none."""

    NONE, CHECK, BUILD, UNCHANGED, BUILT, FAILED = range(6)


class How(NamedTuple):
    """How decks are built: of rows that failed before `only_failed`, those without mistakes though others have some
    (`keeps_going`), and over files that somebody edited (`force`)."""

    only_failed: bool = False
    keeps_going: bool = False
    force: bool = False


class Judge:
    """Knows what was made of rows before, and looks at what is there."""

    def __init__(self, order: Order, manifest: Manifest, how: How, gathered: Gathered) -> None:
        assert order.store and order.inputs  # who builds has both
        self._order, self._manifest, self._how, self._gathered = order, manifest, how, gathered
        self._store, self._inputs = order.store, order.inputs
        self.origin = Origin.of(order.deck)

    def fate(self, task: RowTask) -> Fate:
        """Return what is to be done with a row; report what must not be written over."""
        entry = self._manifest.entry(task.name)
        if self._how.only_failed and not (entry and entry.state == FAILED):
            return Fate.NONE
        if entry and self._is_same(task, entry):
            if entry.state == BUILT and self._has_all(task, entry):
                return Fate.UNCHANGED
            fate = Fate.BUILD
        else:
            fate = Fate.CHECK
        if self._refused_taken(task, entry):
            return Fate.FAILED
        edited = [name for name in self._names(task.name) if not self.is_ours(name, entry)]
        for name in edited:
            self.refuse_edited(task.row.number, name)
        return Fate.FAILED if edited else fate

    def _has_all(self, task: RowTask, entry: Entry) -> bool:
        """Tell whether all files of a row are there; one that names none of them, whoever wrote so, has none."""
        known = entry.files.keys() >= {*self._names(task.name)}
        return bool(entry.files) and known and all(self.is_there(*one) for one in entry.files.items())

    def _is_same(self, task: RowTask, entry: Entry) -> bool:
        """Tell whether a row would have the deck that it had when all was well with it."""
        if entry.state == FAILED or not entry.inputs or entry.deck != self.origin.name:
            return False
        if not self._inputs.lie_in(self.origin.root, entry.reads, self._order.deck):
            return False
        return entry.inputs == self._inputs.digest_now(task.name, task.row, entry.reads)

    def _names(self, name: str) -> Iterator[str]:
        """Yield the files that a row of a name will have, as far as formats tell that beforehand."""
        place = PurePosixPath(name)
        for format in self._order.formats:
            if format not in SEVERAL_FILES and (file := file_name(place.name, format, Diagnostics())):
                yield str(place.parent / file)

    def is_there(self, name: str, kept: KeptFile) -> bool:
        """Tell whether a file is there, as it was written."""
        mark = self._store.mark(name)
        return mark is not None and (mark == kept.mark or self._store.digest(name) == kept.digest)

    def is_ours(self, name: str, entry: Entry | None, now: str = "") -> bool:
        """Tell whether a file may be written: there is none, or one that nobody edited, or that is the same already as
        what has the SHA-256 `now`, which is about to take its place."""
        mark = self._store.mark(name, is_fresh=bool(now))
        if mark is None or self._how.force:
            return True
        if entry and name in entry.every and entry.every[name].mark == mark:
            return True
        return self._store.digest(name) in {*self._manifest.digests(name, entry), now} - {""}

    def refuse_edited(self, number: int, name: str) -> str:
        """Say that the file of a row is somebody's; return it in short."""
        message = f"`{self._store.name}/{name}` is not as deckmaker wrote it, and is left alone"
        return self.refuse(number, "edited-output", message, _KEEP)

    def refuse(self, number: int, code: str, message: str, help: str) -> str:
        """Say what keeps the deck of a row from being written; return it in short."""
        found, said = said_of_none(code, message, help)
        self._gathered.add(number, [found])
        return said

    def _refused_taken(self, task: RowTask, entry: Entry | None) -> bool:
        """Tell whether another deck has files of this name, and say so."""
        if entry is None or entry.deck == self.origin.name or self._how.force:
            return False
        other = self.origin.yields_to(entry.deck)
        if other:
            name = f"{self._store.name}/{task.name}"
            message = f"`{name}` was built from `{display_name(other)}`, and is left alone"
            self.refuse(task.row.number, "taken-output", message, _OVER)
        return other is not None
