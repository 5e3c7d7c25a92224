"""`deckmaker serve` as a process of its own, for tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.projects import ROOT


@contextmanager
def running(
    *arguments: str, folder: Path, prepared: Callable[[], None] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command; yield its process, `prepared` before it begins, and the address that it says."""
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "preexec_fn": prepared}
    command = [sys.executable, "-m", "deckmaker", "serve", "--no-open", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(command, cwd=folder, env=environment, **pipes) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().split(" ")[0]
        finally:
            process.kill()
