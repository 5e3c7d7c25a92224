"""Decks of rows, built: which have to be, in two phases, each file into its place, and all of it remembered.

    rows ─judge→ what has changed ─check→ no mistake? ─build→ parts ─publish→ files, entries of the manifest

Nothing is built unless all rows are well, or those that are not are to be left out: then both phases are one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from typing import NamedTuple, Protocol

from deckmaker.rows.batch import Order, RowTask
from deckmaker.rows.distribution import Workers, batch_size, batches, done_by
from deckmaker.rows.found import Gathered
from deckmaker.rows.judging import Fate, How, Judge
from deckmaker.rows.manifest import BUILT, CHECKED, FAILED, Manifest
from deckmaker.rows.publishing import Publisher


class Rows(Protocol):
    """Rows with the names of their files, which can be gone through again and again."""

    def __iter__(self) -> Iterator[RowTask]:
        """Go through them in the order of the table."""

    def __len__(self) -> int:
        """Return how many there are."""

    @property
    def last(self) -> int:
        """The greatest number that a row may have."""


class Tally(NamedTuple):
    """How many rows are as they should be (checked, or built now), are as they were built before, and failed; how many
    were left as they are for the mistakes of others; how many files were written; and the `names` of those of a single
    row, where they are asked for."""

    done: int = 0
    unchanged: int = 0
    failed: int = 0
    left: int = 0
    files: int = 0
    names: tuple[str, ...] = ()


Watcher = Callable[[str, int, int], None]
"""Told of progress: what is being done, such as Building, with how many rows that is done, and of how many at most."""

CHECKING, BUILDING = "Checking", "Building"

_FATES = {CHECKED: Fate.BUILD, BUILT: Fate.BUILT, FAILED: Fate.FAILED}


class Building:
    """A run that builds the decks of rows. Its store is held, and its manifest open."""

    def __init__(
        self, order: Order, rows: Rows, manifest: Manifest, how: How, gathered: Gathered, watcher: Watcher
    ) -> None:
        assert order.store  # who builds has one
        self._order, self._rows, self._how = order, rows, how
        self._gathered, self._watcher = gathered, watcher
        self._manifest = manifest
        self._judge = Judge(order, manifest, how, gathered)
        self._publisher = Publisher(order.store, manifest, self._judge)
        self._fates = bytearray(rows.last + 1)
        self._left_out = self._to_build = 0

    def run(self, workers: Workers, most: int) -> Tally:
        """Check rows and build their decks, with `most` workers at once; return how many. Raises OSError where the
        store takes nothing."""
        if self._how.keeps_going:
            self._phase(BUILDING, self._judged({Fate.CHECK, Fate.BUILD}), workers, most)
        else:
            self._phase(CHECKING, self._judged({Fate.CHECK}), workers, most)
            self._gathered.close()
            self._to_build = self._fates.count(Fate.BUILD)
            if not self._fates.count(Fate.FAILED):
                self._phase(BUILDING, self._waiting(), workers, most)
        return self.tally()

    def tally(self) -> Tally:
        """Return how many rows there are of each kind, so far."""
        count = self._fates.count
        done, unchanged, failed, left = map(count, (Fate.BUILT, Fate.UNCHANGED, Fate.FAILED, Fate.BUILD))
        return Tally(done, unchanged, failed, left, self._publisher.files)

    def names(self) -> tuple[str, ...]:
        """Return the names of the files of the only row as it should be, none where there are several."""
        tally = self.tally()
        if len(self._rows) != 1 or not tally.done + tally.unchanged:
            return ()
        entry = self._manifest.entry(next(iter(self._rows)).name)
        return tuple(entry.files) if entry else ()

    def _phase(self, doing: str, tasks: Iterator[RowTask], workers: Workers, most: int) -> None:
        done = 0
        self._watcher(doing, 0, self._count(doing))
        size = batch_size(len(self._rows), most)
        todo = batches(self._order, tasks, size, doing == BUILDING)
        with closing(done_by(workers, todo)) as all_done:  # or copies would write on where a run is interrupted
            for outcomes in all_done:
                for one in outcomes:
                    self._gathered.add(one.number, one.found, one.causes)
                for entry in self._publisher.publish(outcomes):
                    self._fates[entry.number] = _FATES[entry.state]
                done += len(outcomes)
                self._watcher(doing, done, self._count(doing))

    def _count(self, doing: str) -> int:
        """Return how many rows there are to do at most: those that are left out are seen one after the other."""
        if doing == BUILDING and not self._how.keeps_going:
            return self._to_build
        return len(self._rows) - self._left_out

    def _judged(self, fates: Collection[Fate]) -> Iterator[RowTask]:
        """Say of each row what is to be done with it; yield those that have one of these fates."""
        for task in self._rows:
            fate = self._judge.fate(task)
            self._fates[task.row.number] = fate
            if fate in fates:
                yield task
            else:
                self._left_out += 1

    def _waiting(self) -> Iterator[RowTask]:
        """Yield the rows that are checked, and to be built."""
        return (task for task in self._rows if self._fates[task.row.number] == Fate.BUILD)


def check_rows(order: Order, rows: Rows, gathered: Gathered, watcher: Watcher, workers: Workers, most: int) -> Tally:
    """Check the decks of rows, and remember nothing; return how many there are."""
    failed, done = 0, 0
    watcher(CHECKING, 0, len(rows))
    todo = batches(order, iter(rows), batch_size(len(rows), most), False)
    with closing(done_by(workers, todo)) as all_done:
        for outcomes in all_done:
            for one in outcomes:
                gathered.add(one.number, one.found, one.causes)
                failed += one.state == FAILED
            done += len(outcomes)
            watcher(CHECKING, done, len(rows))
    return Tally(done - failed, failed=failed)
