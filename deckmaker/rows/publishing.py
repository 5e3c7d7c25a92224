"""The files of rows into their places, and what became of rows into the manifest. Only one process does that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TypeVar

from deckmaker.output.obstacle import reason_of
from deckmaker.render.registry import SEVERAL_FILES
from deckmaker.rows.batch import RowOutcome
from deckmaker.rows.judging import Judge
from deckmaker.rows.manifest import BUILT, FAILED, Entry, KeptFile, Manifest
from deckmaker.rows.stores import Kept, Part, Store

Item = TypeVar("Item")
Result = TypeVar("Result")


class Publisher:
    """Publishes the files of one batch after the other."""

    def __init__(self, store: Store, manifest: Manifest, judge: Judge) -> None:
        self._store, self._manifest, self._judge = store, manifest, judge
        self.files = 0
        self._threads: ThreadPoolExecutor | None = None

    def publish(self, outcomes: Sequence[RowOutcome]) -> list[Entry]:
        """Put the files of a batch in their places; return what became of its rows, which is remembered.

        First it is said what will be written, so that what a killed run wrote is known. Raises OSError where the
        journal takes nothing.
        """
        before = {one.name: self._manifest.entry(one.name) for one in outcomes}
        said = self._refused(outcomes, before)
        well = [part for one in outcomes if not said[one.name] for part in one.parts]
        self._manifest.intend(well)
        put = dict(zip((part.name for part in well), self._each(self._published, well), strict=True))
        entries: list[Entry] = []
        for one in outcomes:
            kept: dict[str, KeptFile] = {}
            if not said[one.name]:
                kept, said[one.name] = self._judged(one, put)
            entries.append(self._entry(one, kept, before[one.name], said[one.name]))
        self._manifest.add(entries)
        return entries

    def _refused(self, outcomes: Sequence[RowOutcome], before: Mapping[str, Entry | None]) -> dict[str, list[str]]:
        """Say which files of rows are somebody's; return it in short, by the rows' names."""
        parts = [(one, part) for one in outcomes for part in one.parts]
        ours = self._each(lambda pair: self._judge.is_ours(pair[1].name, before[pair[0].name], pair[1].digest), parts)
        said: dict[str, list[str]] = {one.name: [] for one in outcomes}
        for (one, part), is_ours in zip(parts, ours, strict=True):
            if not is_ours:
                said[one.name].append(self._judge.refuse_edited(one.number, part.name))
        return said

    def _published(self, part: Part) -> Kept | OSError:
        try:
            return self._store.publish(part)
        except OSError as error:
            return error

    def _judged(self, one: RowOutcome, put: Mapping[str, Kept | OSError]) -> tuple[dict[str, KeptFile], list[str]]:
        """Return the files of a row that are in their places and, in short, what there was against others."""
        kept: dict[str, KeptFile] = {}
        said: list[str] = []
        for part in one.parts:
            found = put[part.name]
            if isinstance(found, OSError):
                reason, help = reason_of(found)
                message = f"`{self._store.name}/{part.name}` cannot be written: {reason}"
                help = help or "build again when that is mended"
                said.append(self._judge.refuse(one.number, "cannot-write", message, help))
            else:
                kept[found.name] = KeptFile(found.digest, found.mark)
                self.files += 1
        return kept, said

    def _each(self, job: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """Do a job for each item, as many at once as the store answers, in the order of the items."""
        if self._store.at_once == 1 or len(items) < 2:
            return [job(one) for one in items]
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._store.at_once)
        return list(self._threads.map(job, items))

    def _entry(self, one: RowOutcome, kept: dict[str, KeptFile], before: Entry | None, said: Sequence[str]) -> Entry:
        """Return the entry of a row, which knows the files of before, too."""
        state = FAILED if said else one.state
        older = {name: file for name, file in (before.every if before else {}).items() if name not in kept}
        if state == BUILT:
            older = self._without_stale(one.name, older, kept)
        return Entry(
            one.number,
            one.line,
            one.name,
            state,
            one.inputs,
            one.reads,
            kept,
            older,
            (*one.said, *said),
            one.seconds,
            datetime.now(UTC).isoformat(timespec="seconds"),
            self._judge.origin.name,
        )

    def _without_stale(
        self, name: str, older: Mapping[str, KeptFile], kept: Mapping[str, KeptFile]
    ) -> dict[str, KeptFile]:
        """Remove pictures of slides that are no more, where nobody edited them; return the other files of before."""
        place = PurePosixPath(name)
        own = {place.parent / f"{place.name}-{format}" for format in SEVERAL_FILES}
        renewed = own & {PurePosixPath(one).parent for one in kept}
        still: dict[str, KeptFile] = {}
        for file, one in older.items():
            if PurePosixPath(file).parent in renewed:
                if self._judge.is_there(file, one):
                    self._store.remove(file)
            elif self._store.mark(file) is not None:
                still[file] = one
        return still
