"""Files into the output folder: whole or not at all, and never over somebody's edits."""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.source.reading import display_name

RECORD = ".deckmaker.json"
"""In the output folder: the SHA-256 of each file as deckmaker wrote it."""


class OutputFolder:
    """A folder that builds write to. With `force`, edited files are overwritten."""

    def __init__(self, path: Path, force: bool = False) -> None:
        self.path = path
        self._force = force

    def write(self, name: str, content: bytes, diagnostics: Diagnostics) -> Path | None:
        """Write a file atomically and remember it; report and return None when it must not or cannot be written."""
        target = self.path / name
        shown = display_name(target)
        try:
            if not self._force and self._edited(target):
                diagnostics.report(
                    "edited-output",
                    f"`{shown}` is not as deckmaker wrote it, and is left alone",
                    help="keep it under another name, or build with `--force`",
                )
                return None
            self.path.mkdir(parents=True, exist_ok=True)
            _write_whole(target, content)
            _write_whole(self.path / RECORD, self._record_with(name, content))
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            diagnostics.report("cannot-write", f"`{shown}` cannot be written: {reason}")
            return None
        return target

    def _edited(self, target: Path) -> bool:
        return target.exists() and self._record().get(target.name) != sha256(target.read_bytes()).hexdigest()

    def _record(self) -> dict[str, str]:
        try:
            record = json.loads((self.path / RECORD).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}

    def _record_with(self, name: str, content: bytes) -> bytes:
        record = {**self._record(), name: sha256(content).hexdigest()}
        return (json.dumps(record, indent=1, sort_keys=True) + "\n").encode()


def _write_whole(target: Path, content: bytes) -> None:
    """Write beside the target, then rename: a reader sees the old file or the new one, never half of one."""
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
