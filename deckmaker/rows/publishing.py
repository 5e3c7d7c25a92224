"""The files of rows into their places, and what became of rows into the manifest. Only one process does that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath

from deckmaker.output.obstacle import reason_of
from deckmaker.render.registry import SEVERAL_FILES
from deckmaker.rows.batch import RowOutcome
from deckmaker.rows.judging import Judge
from deckmaker.rows.manifest import BUILT, FAILED, Entry, KeptFile, Manifest
from deckmaker.rows.stores import Store


class Publisher:
    """Publishes the files of one batch after the other."""

    def __init__(self, store: Store, manifest: Manifest, judge: Judge) -> None:
        self._store, self._manifest, self._judge = store, manifest, judge
        self.files = 0

    def publish(self, outcomes: Sequence[RowOutcome]) -> list[Entry]:
        """Put the files of a batch in their places; return what became of its rows, which is remembered.

        First it is said what will be written, so that what a killed run wrote is known. Raises OSError where the
        journal takes nothing.
        """
        before = {one.name: self._manifest.entry(one.name) for one in outcomes}
        said = {one.name: self._refused(one, before[one.name]) for one in outcomes}
        self._manifest.intend(part for one in outcomes if not said[one.name] for part in one.parts)
        entries: list[Entry] = []
        for one in outcomes:
            kept: dict[str, KeptFile] = {}
            if not said[one.name]:
                kept, said[one.name] = self._put(one)
            entries.append(self._entry(one, kept, before[one.name], said[one.name]))
        self._manifest.add(entries)
        return entries

    def _refused(self, one: RowOutcome, entry: Entry | None) -> list[str]:
        """Say which files of a row are somebody's; return it in short."""
        edited = [part.name for part in one.parts if not self._judge.is_ours(part.name, entry, part.digest)]
        return [self._judge.refuse_edited(one.number, name) for name in edited]

    def _put(self, one: RowOutcome) -> tuple[dict[str, KeptFile], list[str]]:
        """Put files in their places; return those that are there and, in short, what there was against others."""
        kept: dict[str, KeptFile] = {}
        said: list[str] = []
        for part in one.parts:
            try:
                name, digest, mark = self._store.publish(part)
            except OSError as error:
                reason, help = reason_of(error)
                message = f"`{self._store.name}/{part.name}` cannot be written: {reason}"
                help = help or "build again when that is mended"
                said.append(self._judge.refuse(one.number, "cannot-write", message, help))
            else:
                kept[name] = KeptFile(digest, mark)
                self.files += 1
        return kept, said

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
