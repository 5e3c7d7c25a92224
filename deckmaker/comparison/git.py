"""git, run on a repository that may be anybody's: within a time and a memory, and no further than somebody reads.

It is asked for names and for bytes alone: it runs no hook, filter, pager or program of any configuration, fetches
nothing, and takes nothing that was typed for an option. But it opens what a repository says to be part of it, such as a
pipe, and would wait for that for ever. Knows nothing of revisions or decks.
"""

from __future__ import annotations

import os
import subprocess  # nosec B404
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from deckmaker.bounded import ended_after, ending_with_this, limit_memory
from deckmaker.budget.paths import PATH_BYTES
from deckmaker.budget.projects import GIT_MEMORY, GIT_SECONDS
from deckmaker.installed_programs import installed

_QUIET = (
    *("--no-pager", "--literal-pathspecs", "--no-replace-objects", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.allow=never"),
    # As git has it by itself; a repository could have files of any size be read whole.
    *("-c", "core.bigFileThreshold=512m"),
)


class RevisionFailed(Exception):
    """Why there is no project at a revision: what is said of it, and the help."""

    def __init__(self, said: str, help: str | None = None) -> None:
        super().__init__(said)
        self.help = help


class Git:
    """The git that is installed, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Find it. Raises RevisionFailed where there is none."""
        program = installed("git")
        if program is None:
            raise RevisionFailed("git is not installed, and only it knows revisions", "install it, or name two files")
        self._program = program
        self._folder = folder

    def asked(self, *arguments: str, errors: int = subprocess.DEVNULL) -> tuple[int, bytes]:
        """Return git's exit code and its answer, cut as long paths are. Raises RevisionFailed where it takes much."""
        with self.running(*arguments, errors=errors) as process:
            assert process.stdout
            answer = process.stdout.read(PATH_BYTES.most)
            if len(answer) == PATH_BYTES.most:
                process.kill()
            code = process.wait()
        if code and errors == subprocess.DEVNULL:
            _, said = self.asked(*arguments, errors=subprocess.STDOUT)
            if b"fatal: Out of memory" in said:
                raise RevisionFailed(f"git takes more than {GIT_MEMORY.limit} for that repository", LOOK)
        return code, answer

    @contextmanager
    def running(
        self, *arguments: str, given: int = subprocess.DEVNULL, errors: int = subprocess.DEVNULL
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Run git until the end of the `with`. Raises RevisionFailed there where it takes too long."""
        with subprocess.Popen(  # nosec B603  # git, by its path; what was typed stands behind --end-of-options
            [self._program, *_QUIET, *arguments], cwd=self._folder, env=_environment(), stdin=given,
            stdout=subprocess.PIPE, stderr=errors, preexec_fn=ending_with_this(),  # noqa: PLW1509  # no thread is there
        ) as process:  # fmt: skip
            try:
                limit_memory(process, GIT_MEMORY.most)
                with ended_after(process, GIT_SECONDS.most) as is_late:
                    try:
                        yield process
                    except (RevisionFailed, OSError):
                        if not is_late.is_set():
                            raise
            finally:
                process.kill()
                if process.stdin:
                    with suppress(OSError):  # nobody reads the rest
                        process.stdin.close()
        if is_late.is_set():
            raise RevisionFailed(f"git takes more than {GIT_SECONDS.limit} for that repository", LOOK)


LOOK = "see what `git fsck` says of it; or name two files"


def _environment() -> dict[str, str]:
    """Return the environment for git: without what would lead it elsewhere, or have it ask or fetch."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",  # since 2.45, and later fixes of older ones
        "GIT_ALLOW_PROTOCOL": "none",  # no such, whatever a configuration allows, programs (ext::) among them
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }
