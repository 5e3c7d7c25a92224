"""The record of what deckmaker wrote, so that it knows its own files from edited ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from hashlib import file_digest
from pathlib import Path

from deckmaker.output.whole import whole_file, written

RECORD = ".deckmaker.json"
"""In the output folder: the SHA-256 of each file as deckmaker wrote it; of two while one replaces the other."""


class Record:
    """A folder's record. Whoever uses it holds the folder, since adding to it is reading and writing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RECORD

    def knows(self, file: Path) -> bool:
        """Tell whether a file is as deckmaker wrote it."""
        return digest_of(file) in self.digests(file.name)

    def digests(self, name: str) -> list[str]:
        """Return the digests under a name; none where the record is missing or broken, which proves nothing."""
        written = self._read().get(name)
        return [one for one in (written if isinstance(written, list) else [written]) if isinstance(one, str)]

    def with_digests(self, digests: Mapping[str, list[str]]) -> AbstractContextManager[Callable[[], None]]:
        """Write the record with these digests by name, as `whole_file` writes; a name without any is forgotten."""
        found = {name: some[0] if len(some) == 1 else some for name, some in digests.items()}
        known = {name: some for name, some in {**self._read(), **found}.items() if some}
        return whole_file(self._path, written((json.dumps(known, indent=1, sort_keys=True) + "\n").encode()))

    def _read(self) -> dict[str, object]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8")) if self._path.is_file() else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return known if isinstance(known, dict) else {}


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
