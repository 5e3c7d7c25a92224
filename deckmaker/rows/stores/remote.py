"""A store that fsspec knows as the store of outputs: an object store such as S3, or what keeps files elsewhere.

    worker: draft ─send→ .deckmaker/parts/…      the run: ─copy→ its name, in one step; ─remove→ the part

Beside the files it has the journal (`segments.py`) and, while a run holds it, what says so (`holding.py`).
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from deckmaker.output import Finished
from deckmaker.rows.stores.asking import Entry, Place
from deckmaker.rows.stores.holding import held
from deckmaker.rows.stores.protocol import JOURNAL, Journal, Kept, Part
from deckmaker.rows.stores.segments import SegmentedJournal

_OWN = ".deckmaker"
_PARTS, _JOURNAL, _HOLD = f"{_OWN}/parts", f"{_OWN}/journal", f"{_OWN}/held"
"""Where nobody looks for outputs, and no output may be: hidden names are refused."""


class RemoteStore:
    """A folder of a store, by its address, such as `s3://bucket/folder`."""

    def __init__(self, address: str) -> None:
        self._place = Place(address)

    @property
    def name(self) -> str:
        """The address as messages show it, without what gives access."""
        return self._place.name

    @property
    def ground(self) -> Path:
        """Where this machine has files that pass."""
        return Path(tempfile.gettempdir())

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the store, once it has shown that it can be written to."""
        with held(self._place, _HOLD):
            self._sweep()
            try:
                yield
            finally:
                with suppress(OSError):  # what is left does no harm, and the next run sweeps it
                    self._sweep()

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the journal; its pieces are joined when it is closed, however the run ends."""
        journal = SegmentedJournal(self._place, JOURNAL, _JOURNAL)
        try:
            yield journal
        finally:
            with suppress(OSError):  # the next run joins them
                journal.join()

    def stage(self, name: str, file: Finished) -> Part:
        """Send a draft."""
        key = f"{_PARTS}/{secrets.token_hex(8)}"
        with tempfile.TemporaryDirectory(prefix="deckmaker-") as folder:
            local = Path(folder) / "part"
            file.draft.publish(local)
            self._place.send(key, local)
            return Part(name, key, file.digest, local.stat().st_size)

    def settle(self, parts: Sequence[Part]) -> None:
        """Do nothing: what a store has taken, it keeps."""

    def publish(self, part: Part) -> Kept:
        """Copy the part to its name, within the store."""
        self._place.move(part.key, part.name)
        return Kept(part.name, part.digest, self.mark(part.name) or "")

    def mark(self, name: str) -> str | None:
        """Return what the store tells of an object's content: its size and its ETag, where it has one."""
        found = self._place.entry(name)
        return _mark(found) if found else None

    def digest(self, name: str) -> str | None:
        """Read the object."""
        if (found := self._place.entry(name)) is None or found.get("type") != "file":
            return None
        total = sha256()
        with self._place.reading(name) as pieces:
            for piece in pieces:
                total.update(piece)
        return total.hexdigest()

    def remove(self, name: str) -> None:
        """Remove an object."""
        self._place.remove([name])

    def _sweep(self) -> None:
        self._place.remove(self._place.keys(_PARTS))


def _mark(found: Entry) -> str:
    if found.get("type") != "file":
        return "no file"
    known = next((str(found[key]) for key in ("ETag", "etag", "md5Hash", "mtime", "created") if found.get(key)), "")
    return f"{found.get('size')}-{known}".replace('"', "")
