"""The files that a deck may read, for machines that do not have them: which they are, as one value, and unpacked again.

A worker that sees the same files at the same paths needs none. Others unpack them below a private folder of theirs, at
the paths that they have here, the folder in which the command was started with them: so all ways between them are the
same, in messages and in files. Knows no Dask.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from deckmaker.budget.projects import SNAPSHOT_BYTES, SNAPSHOT_FILES
from deckmaker.dataclasses import dataclass, field
from deckmaker.output.record import Record
from deckmaker.project import NotAFile, is_hidden, opened_file, own_mark, project_root, without_links
from deckmaker.rows.stores import JOURNAL, is_journal

_MARK = "decks"
"""What marks a project on the other machine, whatever marks it here."""


class Sight(NamedTuple):
    """What a deck may read, as one machine sees it: how many files and bytes, and a digest of names, sizes and times,
    by which a machine tells whether it sees the same files."""

    root: Path
    files: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project's visible files by their paths from its `root`, and links with where they lead to, from their folder.

    `here` is the folder in which the command was started. `name` is a digest of all.
    """

    name: str
    root: Path
    here: Path
    files: dict[str, bytes] = field(repr=False)
    links: dict[str, str]


class TooLarge(Exception):
    """There is more than may be sent: what there is, in words."""


class NoProject(Exception):
    """The deck lies in no project, so that nobody has said which files go with it: the folder."""


def sight_of(deck: Path, outputs: Path | None) -> Sight:
    """Return what this machine sees of the files that a deck may read; `outputs` are none of them, nor is what another
    build has written, which may do so while this is told."""
    root = project_root(deck)
    total, count, size = sha256(), 0, 0
    folder, recorded = None, frozenset[str]()
    for path, name in _files(root, deck, outputs):
        if path.parent != folder:
            folder, recorded = path.parent, frozenset(Record(path.parent).names())
        try:
            found = os.lstat(path)
        except OSError:
            continue
        if path.name in recorded:
            continue
        total.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
        count, size = count + 1, size + found.st_size
        if count > SNAPSHOT_FILES.most:
            break
    return Sight(root, count, size, total.hexdigest())


def snapshot_of(deck: Path, outputs: Path | None) -> Snapshot:
    """Read the files that a deck may read, without hidden ones and `outputs`.

    Raises TooLarge before anything is read, NoProject where no mark says what goes with the deck, and OSError.
    """
    root = project_root(deck)
    if not any(os.path.lexists(root / mark) for mark in ("pyproject.toml", "decks")) and own_mark(deck) is None:
        raise NoProject(str(root))
    _refuse_larger(_files(root, deck, outputs))
    total, files, left = sha256(), dict[str, bytes](), SNAPSHOT_BYTES.most
    for path, name in _files(root, deck, outputs):
        with suppress(FileNotFoundError, NotAFile), opened_file(path) as (stream, _):  # gone, or a link by now
            files[name] = stream.read(left + 1)
            left -= len(files[name])
            if left < 0:  # it has grown meanwhile
                raise TooLarge(SNAPSHOT_BYTES.excess())
            total.update(name.encode("utf-8", "surrogateescape") + b"\0" + sha256(files[name]).digest())
    links = dict(_links(root, deck, outputs))
    here = Path(os.path.abspath(os.curdir))
    total.update(os.fsencode(f"{root}\0{here}\0{links}"))
    return Snapshot(total.hexdigest()[:32], root, here, files, links)


def _refuse_larger(files: Iterable[tuple[Path, str]]) -> None:
    """Raise TooLarge where files are more than may be sent."""
    size = 0
    for count, (path, _) in enumerate(files, 1):
        if count > SNAPSHOT_FILES.most:
            raise TooLarge(SNAPSHOT_FILES.excess())
        with suppress(FileNotFoundError):
            size += os.lstat(path).st_size
    if size > SNAPSHOT_BYTES.most:
        raise TooLarge(SNAPSHOT_BYTES.excess(size))


def unpacked(snapshot: Snapshot, beside: Path | None = None) -> Path:
    """Write a snapshot's files below a new folder that nobody else may look into, and return it. Raises OSError.

    The folder is in `beside`, by default where files pass.
    """
    top = without_links(Path(tempfile.mkdtemp(prefix="deckmaker-", dir=beside)))
    try:
        root = below(top, snapshot.root)
        below(top, snapshot.here).mkdir(parents=True, exist_ok=True)
        root.mkdir(parents=True, exist_ok=True)
        if _MARK not in {*snapshot.files, *snapshot.links}:
            (root / _MARK).mkdir(exist_ok=True)
        for name, content in snapshot.files.items():
            _place(root, name).write_bytes(content)
        for name, target in snapshot.links.items():
            place = _place(root, name)
            place.symlink_to(target)
            if not without_links(place).is_relative_to(root):
                raise OSError(f"a link called `{name}` would lead outside")
    except BaseException:
        shutil.rmtree(top, ignore_errors=True)
        raise
    return top


def _place(root: Path, name: str) -> Path:
    """Return where a file belongs, in a folder that is there. Raises OSError where that is not below the root."""
    target = root / name
    if ".." in target.parts or not target.is_relative_to(root):
        raise OSError(f"a file called `{name}` would lie outside")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def below(top: Path, path: Path) -> Path:
    """Return where an absolute path of another machine lies below a folder."""
    return top.joinpath(*path.parts[1:])


def _files(root: Path, deck: Path, outputs: Path | None) -> Iterator[tuple[Path, str]]:
    """Yield a project's visible files and their paths from its root, sorted. Links, pipes and devices are none."""
    for path in _entries(root, deck, outputs):
        if not os.path.islink(path) and os.path.isfile(path):
            yield path, path.relative_to(root).as_posix()


def _links(root: Path, deck: Path, outputs: Path | None) -> Iterator[tuple[str, str]]:
    """Yield a project's visible links, and where they lead to, where that is in the project."""
    for path in _entries(root, deck, outputs):
        if os.path.islink(path) and (target := without_links(path)).is_relative_to(root):
            written = os.readlink(path)
            ahead = os.path.relpath(target, path.parent)
            yield path.relative_to(root).as_posix(), ahead if os.path.isabs(written) else written


def _entries(root: Path, deck: Path, outputs: Path | None) -> Iterator[Path]:
    """Yield what is visible in a project, but for `outputs` and for folders that other runs over rows write to, unless
    the deck lies there."""
    apart, place = (without_links(outputs) if outputs else None), without_links(deck)
    for folder, inner, names in os.walk(root):
        if JOURNAL in names and not place.is_relative_to(folder) and is_journal(Path(folder, JOURNAL)):
            inner.clear()
            continue
        links = [one for one in inner if os.path.islink(os.path.join(folder, one))]
        inner[:] = sorted(one for one in inner if not is_hidden(one) and Path(folder, one) != apart)
        yield from (Path(folder, name) for name in sorted([*names, *links]) if not is_hidden(name))
