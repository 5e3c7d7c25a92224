"""A project as it was at a revision of git, as files in a private folder that goes again.

Files are written as they are in the repository: what attributes would make of them in a working tree is not done.
"""

from __future__ import annotations

import os
import subprocess  # nosec B404
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import IO, NamedTuple

from deckmaker.budget.paths import PATH_BYTES
from deckmaker.budget.projects import GIT_STATES, REVISION_BYTES, REVISION_FILES, REVISION_PATHS
from deckmaker.budget.source import SOURCE_BYTES
from deckmaker.comparison.git import LOOK, Git, RevisionFailed
from deckmaker.output.ending import tidy_end
from deckmaker.output.temporary import temporary_folder

_FILE, _PROGRAM, _LINK = "100644", "100755", "120000"
"""Modes of entries of a tree; others are folders of other repositories."""

_FOLDER = b"040000 "
"""How git lists a folder."""

_PORTION = 1 << 20


class _Entry(NamedTuple):
    mode: str
    object: str
    size: int
    path: PurePosixPath


class Repository:
    """The repository that a folder lies in."""

    def __init__(self, folder: Path) -> None:
        """Find it. Raises RevisionFailed where git is not installed, or the folder lies in no repository."""
        self._git = Git(folder)
        top = "rev-parse", "--show-toplevel"
        code, found = self._git.asked(*top)
        if code:
            _, said = self._git.asked(*top, errors=subprocess.STDOUT)
            if b"dubious ownership" in said:
                raise RevisionFailed("git does not trust the repository: it is another user's", _TRUST)
            if b"not a git repository" in said:
                raise RevisionFailed("the deck lies in no git repository", _NO_REPOSITORY)
            if b"must be run in a work tree" in said:
                raise RevisionFailed("the repository is bare: it has no files, only revisions", _CLONE)
            raise RevisionFailed("git cannot tell where the deck's repository begins", LOOK)
        self.root = Path(os.fsdecode(found.removesuffix(b"\n")))

    def commit(self, revision: str) -> str:
        """Return the id of the commit that somebody means. Raises RevisionFailed where there is none."""
        if "\0" in revision:
            raise RevisionFailed("there is no such revision")
        wanted = f"{revision}^{{commit}}"
        code, found = self._git.asked("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        if code or found.startswith(b"^"):  # all but that one
            is_shallow = self._git.asked("rev-parse", "--is-shallow-repository")[1] == b"true\n"
            help = _DEEPEN if is_shallow else "name a commit, tag or branch, such as `HEAD~1`; `git log` lists commits"
            raise RevisionFailed(f"there is no revision `{revision}`, nor a file of that name", help)
        return found.decode("ascii").strip()

    @contextmanager
    def at(self, commit: str, below: PurePosixPath) -> Iterator[Path]:
        """Write all files `below` a folder of a commit into a private folder, from the repository's root on, and yield
        that; it is removed with the context. Raises RevisionFailed, or OSError where there is no room for them."""
        with tidy_end(), temporary_folder() as made:
            folder = Path(os.path.realpath(made))
            self._write(self._entries(commit, below), folder)
            yield folder

    def states(self, name: str) -> Iterator[tuple[str, bytes]]:
        """Yield the commits that changed a file of the folder, the last first, each with what the file held then.

        Raises RevisionFailed.
        """
        log = "log", "-z", "--format=%H", f"--max-count={GIT_STATES.most}", "HEAD", "--", name
        for line in self._lines(*log):
            if commit := line.strip().decode("ascii"):
                with self._git.running("cat-file", "blob", f"{commit}:./{name}") as process:
                    assert process.stdout
                    yield commit, process.stdout.read(SOURCE_BYTES.most)

    def _entries(self, commit: str, below: PurePosixPath) -> list[_Entry]:
        # The commit is an id: so this begins with a digit or letter, and is no option.
        tree = f"{commit}:{'' if below == PurePosixPath() else below}"
        entries: list[_Entry] = []
        length = 0
        # Folders are listed, too (-t): those without a file would be gone through without a word, however many.
        for count, line in enumerate(self._lines("ls-tree", "-r", "-t", "-l", "-z", "--full-tree", tree)):
            if count >= REVISION_FILES.most:
                raise RevisionFailed(f"the project {REVISION_FILES.excess()}")
            facts, _, name = line.partition(b"\t")
            length += len(name)
            if length > REVISION_PATHS.most:
                raise RevisionFailed(f"the project {REVISION_PATHS.excess()}")
            mode, _, found, size = facts.decode("ascii").split()
            path = below / PurePosixPath(os.fsdecode(name))
            if mode in (_FILE, _PROGRAM, _LINK):
                if not size.isdecimal():  # but BAD
                    raise _lacking()
                entries.append(_Entry(mode, found, int(size), path))
        if not length and self._lacks(commit, below):
            raise _lacking()
        if (total := sum(entry.size for entry in entries)) > REVISION_BYTES.most:
            raise RevisionFailed(f"the project {REVISION_BYTES.excess(total)}")
        return entries

    def _lacks(self, commit: str, below: PurePosixPath) -> bool:
        """Tell whether a folder of a commit, of which nothing could be listed, is not here: other than one that was not
        there then, and one in which nothing is."""
        if below != PurePosixPath():
            code, found = self._git.asked("ls-tree", "-z", "--full-tree", commit, "--", str(below))
            if code or not found.startswith(_FOLDER):
                return bool(code)
        return bool(
            self._git.asked("ls-tree", "--full-tree", f"{commit}:{'' if below == PurePosixPath() else below}")[0]
        )

    def _write(self, entries: Sequence[_Entry], folder: Path) -> None:
        """Write folders, then files, then links: nothing is written through a link, whatever stands twice in a tree."""
        entries = [entry for entry in entries if _is_safe(entry.path)]
        for place in dict.fromkeys(entry.path.parent for entry in entries):
            (folder / place).mkdir(parents=True, exist_ok=True)
        with self._git.running("cat-file", "--batch", given=subprocess.PIPE) as process:
            assert process.stdin and process.stdout
            for entry in sorted(entries, key=lambda one: one.mode == _LINK):
                target = folder / entry.path
                process.stdin.write(f"{entry.object}\n".encode("ascii"))
                process.stdin.flush()
                if entry.mode == _LINK:
                    if leads := _link_target(_portions(process.stdout)):
                        os.symlink(os.fsdecode(leads), target)
                    continue
                with target.open("xb") as stream:
                    for portion in _portions(process.stdout):
                        stream.write(portion)

    def _lines(self, *arguments: str) -> Iterator[bytes]:
        """Yield what git lists, none where it knows nothing. Raises RevisionFailed where it fails on the way.

        Lists are read as far as somebody asks: a tree that holds one tree ten times, and that another, lists billions
        of files out of some hundred bytes.
        """
        with self._git.running(*arguments) as process:
            assert isinstance(process.stdout, BufferedReader)
            rest, count = b"", 0
            while portion := process.stdout.read1(_PORTION):
                *lines, rest = (rest + portion).split(b"\0")
                count += len(lines)
                yield from lines
                if len(rest) > 2 * PATH_BYTES.most:
                    raise RevisionFailed("a path of the project is longer than any system takes")
            if process.wait() and count:
                raise _lacking()


_NO_REPOSITORY = "name a file that is there, such as a copy of the deck or of the presentation"
_TRUST = "see `git help config`, safe.directory; or name two files"

_DEEPEN = "the clone holds the last commits alone; fetch the others: `git fetch --unshallow`"

_CLONE = "run it in a clone: `git clone THERE HERE`; or name two files"


def _lacking() -> RevisionFailed:
    return RevisionFailed("git lacks a file of that revision", "fetch it: `git fetch --refetch --no-filter`")


def _portions(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of the next object (git-cat-file(1), BATCH OUTPUT). Raises RevisionFailed where it is missing."""
    facts = stream.readline().split()
    if len(facts) != 3:
        raise _lacking()
    left = int(facts[2])
    while left and (portion := stream.read(min(left, _PORTION))):
        left -= len(portion)
        yield portion
    if left or stream.read(1) != b"\n":
        raise RevisionFailed("git ended before its time")


def _link_target(portions: Iterable[bytes]) -> bytes:
    """Return where a link leads; nothing for what no system has, of which no more is kept than a path may have."""
    target = b""
    for portion in portions:
        target += portion[: PATH_BYTES.most - len(target) + 1]
    return b"" if b"\0" in target or len(target) > PATH_BYTES.most else target


def _is_safe(path: PurePosixPath, system: type[PurePath] = PurePath) -> bool:
    r"""Tell whether a path stays below its folder, and is none of git's own: trees that were made by hand hold any.

    To the `system` that it is written on, each of its names is one: Windows has steps in `..\a`, a drive in `c:a`, a
    stream in `a:b`.
    """
    if path.is_absolute() or {"..", "."} & {*path.parts} or ".git" in map(str.lower, path.parts):
        return False
    there = system(*path.parts)
    return there.parts == path.parts and not (isinstance(there, PureWindowsPath) and ":" in str(path))
