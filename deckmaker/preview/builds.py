"""Building a format from the page: by the very command, in a process of its own, into the project's folder."""

from __future__ import annotations

import subprocess  # nosec B404: deckmaker itself
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from deckmaker.project import project_root, without_links


class Built(NamedTuple):
    """What came of a build: whether it went well, what the command said, and the names of its files."""

    well: bool
    said: str
    files: list[str]


class Builds:
    """The builds of one deck, one at a time, and the files that they made."""

    def __init__(self, deck: Path, options: Sequence[str] = ()) -> None:
        """`options` are what the command is given besides the deck and the format."""
        self._deck = without_links(deck.parent) / deck.name
        self._options = options
        self._one_at_a_time, self._starting = threading.Lock(), threading.Lock()
        self._running: subprocess.Popen[str] | None = None
        self._files: dict[str, Path] = {}
        self._closed = False

    def build(self, format: str, row: int | None = None) -> Built:
        """Build the deck in a format, of a deck with rows that of one `row`. No module of the project is taken for one
        of ours (`-P`)."""
        command = [
            sys.executable,
            "-P",
            "-m",
            "deckmaker",
            "build",
            "-f",
            format,
            *self._options,
            *([] if row is None else [f"--row={row}"]),
            "--",
            str(self._deck),
        ]
        with self._one_at_a_time:
            pipe = subprocess.PIPE
            with self._starting:
                if self._closed:
                    return Built(False, "", [])
                try:
                    self._running = subprocess.Popen(  # nosec B603: no shell
                        command, cwd=project_root(self._deck), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe,
                        text=True, encoding="utf-8", errors="replace",
                    )  # fmt: skip
                except OSError as error:  # as where the project's folder is called otherwise by now
                    return Built(False, f"the build cannot begin: {(error.strerror or str(error)).lower()}", [])
            lines, said = self._running.communicate()
            well = self._running.returncode == 0
        files = [project_root(self._deck) / line for line in lines.splitlines()] if well else []
        self._files.update({one.name: without_links(one.parent) / one.name for one in files})
        return Built(well, said, [one.name for one in files])

    def file(self, name: str) -> Path | None:
        """Return a file that was built, by its name; None for any other."""
        return self._files.get(name)

    def close(self) -> None:
        """End a build that is running or starts just now, and begin no other."""
        with self._starting:
            self._closed = True
        if self._running and self._running.poll() is None:
            self._running.terminate()
