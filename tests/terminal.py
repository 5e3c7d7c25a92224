"""A terminal for tests: a command that runs on it, what it shows, and what is typed there."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.signals import answered

PATIENCE = 60
"""Seconds after which a command that shows nothing more is given up; machines under load are slow."""


class Terminal:
    """A command on a terminal of its own; `streams` are those that are on it, the others go to pipes."""

    def __init__(
        self,
        command: Sequence[str | Path],
        folder: Path,
        env: Mapping[str, str],
        streams: Sequence[str] = ("stdin", "stdout", "stderr"),
    ) -> None:
        self._here, there = pty.openpty()
        places = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(
            [str(one) for one in command],
            cwd=folder,
            env={"TERM": "xterm", **env},
            start_new_session=True,
            preexec_fn=answered,  # noqa: PLW1509  # no test has threads
            **(places | dict.fromkeys(streams, there)),
        )
        os.close(there)
        self.shown = ""

    def until(self, pattern: str) -> str:
        """Wait until a pattern is shown, and return all that is."""
        while not re.search(pattern, self.shown):
            if not self._read():
                raise AssertionError(f"ended without {pattern!r}: {self.shown!r}")
        return self.shown

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._here, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C until the command ends. Once would do, but for the moment in which Python is about to read."""
        while self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=1)

    def end(self) -> int:
        """Wait until the command ends, and return its exit code."""
        while self._read():
            pass
        os.close(self._here)
        out, err = self.process.communicate(timeout=PATIENCE)
        self.piped = (out or b"").decode() + (err or b"").decode()
        return self.process.returncode

    def _give_up(self) -> None:
        self.process.kill()
        self.process.communicate()
        os.close(self._here)

    def _read(self) -> bool:
        """Read what is shown next; False once nobody has the terminal open any more."""
        end = time.monotonic() + PATIENCE
        if not select.select([self._here], [], [], PATIENCE)[0] or time.monotonic() > end:
            self._give_up()
            raise AssertionError(f"nothing more came: {self.shown!r}")
        try:
            read = os.read(self._here, 65_536)
        except OSError:  # Linux' word for the other end being closed
            return False
        self.shown += read.decode(errors="replace").replace("\r\n", "\n")
        return bool(read)


def screen(shown: str) -> list[str]:
    """Return the lines that stand on a terminal in the end, of text that only goes back to a line's beginning and
    erases what is behind the cursor."""
    lines = []
    for line in shown.split("\n"):
        cells: list[str] = []
        at = 0
        for part in re.findall(r"\x1b\[K|\x1b\[[0-9;]*m|\r|[^\r\x1b]", line):
            if part == "\r":
                at = 0
            elif part == "\x1b[K":
                del cells[at:]
            elif not part.startswith("\x1b"):
                cells[at : at + 1] = [part]
                at += 1
        lines.append("".join(cells))
    return lines
