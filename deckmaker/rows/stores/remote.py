"""A store that fsspec knows as the store of outputs: an object store such as S3, or what keeps files elsewhere.

    worker: draft ─send→ .deckmaker/parts/…      the run: ─copy→ its name, in one step; ─remove→ the part

Beside the files it has the journal (`segments.py`) and, while a run holds it, what says so (`holding.py`).
"""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

from deckmaker.addresses import is_of_process
from deckmaker.output import Finished
from deckmaker.output.obstacle import Obstacle
from deckmaker.output.temporary import temporary_folder
from deckmaker.patterns import pattern
from deckmaker.rows.stores.asking import Info, Place
from deckmaker.rows.stores.holding import Hold, held
from deckmaker.rows.stores.protocol import JOURNAL, Journal, Kept, Part
from deckmaker.rows.stores.segments import SegmentedJournal

_AT_ONCE = 16
"""Questions that the store answers at once. Each takes some hundredths of a second, of which this machine works in one
or two thousandths."""

_REMOVED = 500
"""Parts that are removed with one question: S3 takes up to a thousand keys."""

_LISTED = 500_000
"""Objects whose marks are held at once, in some 100 MB. Beyond that, the store is asked for each."""

_OWN = ".deckmaker"
_PARTS, _JOURNAL, _HOLD = f"{_OWN}/parts", f"{_OWN}/journal", f"{_OWN}/held"
"""Where nobody looks for outputs, and no output may be: hidden names are refused."""

_PART = pattern(re.escape(_PARTS) + "/[0-9a-f]{16}(?:-[0-9]+)?")
"""A part's key: behind what no other has, the size of what was sent, in bytes."""


_BUILD_AGAIN = "build again; if that does not help, the store cannot copy files"


class RemoteStore:
    """A folder of a store, by its address, such as `s3://bucket/folder`."""

    def __init__(self, address: str) -> None:
        self._place = Place(address)
        self._listed: dict[str, str] | None = None
        self._moved: list[str] = []
        self._hold: Hold | None = None

    def __getstate__(self) -> dict[str, object]:
        """Leave out what only the process that holds the store needs."""
        return {"_place": self._place, "_listed": None, "_moved": [], "_hold": None}

    @property
    def name(self) -> str:
        """The address as messages show it, without what gives access."""
        return self._place.name

    @property
    def at_once(self) -> int:
        """Some, since most of the time of each is spent on the way."""
        return _AT_ONCE

    @property
    def is_local(self) -> bool:
        """It is not: no path leads from a store to files of a machine."""
        return False

    @property
    def ground(self) -> Path:
        """Where this machine has files that pass."""
        return Path(tempfile.gettempdir())

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the store, once it has shown that it can be written to, and that files outlast this process in it."""
        if is_of_process(self._place.address):
            reason = "what is in it is gone when the command ends"
            raise Obstacle(reason, "write `s3://bucket/folder`, or a folder's path")
        with held(self._place, _HOLD) as self._hold:
            self._sweep()
            self._listed = self._listing()
            try:
                yield
            finally:
                with suppress(OSError):  # what is left does no harm, and the next run sweeps it
                    self._assure()  # or parts of another run would be swept
                    self._sweep()

    def _assure(self) -> None:
        """Raise FolderIsTaken where another run has taken the store over, while this one was stopped or cut off."""
        if self._hold:
            self._hold.assure()

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the journal; its pieces are joined when it is closed, however the run ends."""
        journal = SegmentedJournal(self._place, JOURNAL, _JOURNAL, self._assure)
        try:
            yield journal
        finally:
            with suppress(OSError):  # the next run joins them
                journal.join()

    def stage(self, name: str, file: Finished) -> Part:
        """Send a draft."""
        with temporary_folder() as folder:
            local = Path(folder) / "part"
            file.draft.publish(local)
            key = f"{_PARTS}/{secrets.token_hex(8)}-{local.stat().st_size}"
            self._place.send(key, local)
            return Part(name, key, file.digest)

    def is_key(self, key: str) -> bool:
        """Tell whether it lies where parts do, under a name as they have."""
        return bool(_PART.fullmatch(key))

    def settle(self, parts: Sequence[Part]) -> None:
        """Do nothing: what a store has taken, it keeps."""

    def publish(self, part: Part) -> Kept:
        """Copy the part to its name, within the store. Parts are removed many at a time.

        Raises Obstacle where the store only says that it did so, as one may that knows no copies.
        """
        self._assure()
        before = self._listed.get(part.name) if self._listed else None
        if self._place.move(part.key, part.name):
            self._moved.append(part.key)
        if len(self._moved) >= _REMOVED:
            moved, self._moved = self._moved, []
            self._place.remove(moved)
        found = self._place.entry(part.name)
        size = str(found["size"]) if found and found.get("size") is not None else None
        mark = _mark(found) if found else ""
        is_other = size is not None and not part.key.endswith(f"-{size}")
        if not found or is_other or (mark == before and self.digest(part.name) != part.digest):
            raise Obstacle("it says that it copied the file, and has another", _BUILD_AGAIN)
        if self._listed is not None:
            self._listed[part.name] = mark
        return Kept(part.name, part.digest, mark)

    def mark(self, name: str, is_fresh: bool = False) -> str | None:
        """Return what the store tells of an object's content: its size and its ETag, where it has one."""
        if self._listed is not None and not is_fresh:
            return self._listed.get(name)
        found = self._place.entry(name)
        return _mark(found) if found else None

    def _listing(self) -> dict[str, str] | None:
        """Return the marks of all objects, None where there are too many or the store lists none by the thousand."""
        pages = self._place.pages()
        if (first := next(pages, None)) is None:
            return None
        found: dict[str, str] = {}
        for page in chain([first], pages):
            found.update((name, _mark(one)) for name, one in page.items())
            if len(found) > _LISTED:
                return None
        return found

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
        self._assure()
        self._place.remove([name])
        if self._listed is not None:
            self._listed.pop(name, None)

    def _sweep(self) -> None:
        """Remove what has the name of a part: some stores have links, which lead to what is not ours."""
        self._place.remove([key for key in self._place.keys(_PARTS) if _PART.fullmatch(key)])


def _mark(found: Info) -> str:
    if found.get("type") != "file":
        return "no file"
    known = next((str(found[key]) for key in ("ETag", "etag", "md5Hash", "mtime", "created") if found.get(key)), "")
    return f"{found.get('size')}-{known}".replace('"', "")
