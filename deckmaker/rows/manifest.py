"""The manifest of a run: what was made of which row, from which inputs. It makes runs resumable.

JSON lines, the last of a name counts (`manifest.jsonl`, docs/manifest.md):

    {"row": 7, "line": 8, "name": "north", "state": "built", "inputs": "…", "reads": "…", "files": {…}, "time": "…", …}
    {"reads": {"id": "…", "paths": ["…"]}}      paths that many rows read, told once
    {"writing": {"north.pptx": "…"}}            SHA-256 of what gets its place next: a killed run's is known

Nothing in it is trusted further than that: what is no such line is passed over, and so are files that no row of its
name has, and paths that cannot be. A file called so without a line of ours is somebody else's, and stays as it is. When
a run begins, lines for which later ones stand are left out, once they are more than half, unless others wrote in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from hashlib import blake2b, sha256
from itertools import islice
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from deckmaker.budget.rows import MANIFEST_CHARACTERS, MANIFEST_NAMES
from deckmaker.output.obstacle import ELSEWHERE, Obstacle
from deckmaker.output.record import is_writable
from deckmaker.rows.file_names import is_output_of
from deckmaker.rows.stores import JOURNAL, Journal, Part

CHECKED, BUILT, FAILED = "checked", "built", "failed"
STATES = (CHECKED, BUILT, FAILED)

_FEW = 1_000
"""Lines that are left as they are: to read them takes some hundredths of a second."""

_FILES = 1_000
"""That one line tells of: a batch of decks may have ten thousand pictures, and a line has a bound."""


_TEXT = 100
"""What a text takes in memory beside its characters, in bytes: a short one is not to be had for nothing."""


class KeptFile(NamedTuple):
    """A file as it was written: its SHA-256, and the mark that the store had for it."""

    digest: str
    mark: str


class Entry(NamedTuple):
    """What was made of a row.

    `inputs` is the digest of all that its deck follows from, empty where that changed meanwhile; `reads` are the paths
    that were looked at for it. `files` are those that were built then, `older` those of earlier runs in other formats.
    `said` are warnings and errors, a line each; `seconds` is how long it took. `deck` is its path in its project.
    """

    number: int
    line: int | None
    name: str
    state: str
    inputs: str
    reads: tuple[str, ...]
    files: Mapping[str, KeptFile]
    older: Mapping[str, KeptFile]
    said: tuple[str, ...] = ()
    seconds: float = 0.0
    time: str = ""
    deck: str = ""

    @property
    def every(self) -> Mapping[str, KeptFile]:
        """All files that are known of it."""
        return {**self.older, **self.files}


class Manifest:
    """A journal as entries by name. Lines wait in a file without a name, and in memory is where each begins.

    That takes some 120 bytes for each name that is known, which for a million is less than each process that builds. A
    context: at its end it is not asked any more.
    """

    def __init__(self, journal: Journal) -> None:
        """Read what is there. Raises Obstacle where that is somebody else's, and OSError."""
        self._journal = journal
        self._begins: dict[bytes, int] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        self._writing: dict[str, set[str]] = {}
        self._common: tuple[str, ...] | None = None
        self._spool = TemporaryFile()  # noqa: SIM115 (open as long as the manifest)
        self._end = 0
        self._left = MANIFEST_CHARACTERS.most
        with ExitStack() as stack:
            stack.callback(self._spool.close)
            self._read(journal)
            stack.pop_all()

    def _read(self, journal: Journal) -> None:
        """Read all lines, and leave out those that count no more. Raises Obstacle where they are somebody else's."""
        count = own = foreign = 0
        for line in journal.lines():
            count += 1
            try:
                is_own = self._take(line, _said(line))
            except ValueError:
                foreign += not _may_be_cut(line)
            else:
                own, foreign = own + is_own, foreign + (not is_own)
            if count > _FEW and not own:  # there may be gigabytes
                break
        if not own and (foreign or count > 1):  # a single line that is none may be what a killed run left
            raise Obstacle(f"a file called `{JOURNAL}` there is not deckmaker's", ELSEWHERE)
        if count > max(_FEW, 2 * len(self._begins)) and not foreign:
            with suppress(OSError):  # where there is no room, it stays as long as it is
                journal.replace(self._current())

    def __enter__(self) -> Manifest:
        return self

    def __exit__(self, *_: object) -> None:
        self._spool.close()

    def __len__(self) -> int:
        return len(self._begins)

    def entry(self, name: str) -> Entry | None:
        """Return what is known of a name."""
        begin = self._begins.get(_key(name))
        if begin is None:
            return None
        found = None
        with suppress(ValueError):  # deep below other calls, less may be nested
            found = _entry(_said(self._line_at(begin)), self._paths)
        return found if found and found.name == name else None

    def _line_at(self, begin: int) -> bytes:
        self._spool.seek(begin)
        return self._spool.readline()

    def _current(self) -> Iterator[bytes]:
        """Yield the lines that count, in their order, and what a killed run was about to write."""
        told: set[str] = set()
        for begin in sorted(self._begins.values()):
            bare = self._line_at(begin)
            try:
                id = _said(bare)["reads"]
            except ValueError:  # which nobody will read either
                continue
            if id in self._paths and id not in told:
                told.add(id)
                yield _bare({"reads": {"id": id, "paths": self._paths[id]}})
            yield bare
        for file, digests in self._writing.items():
            yield from (_bare({"writing": {file: digest}}) for digest in sorted(digests))

    def digests(self, file: str, entry: Entry | None) -> set[str]:
        """Return the SHA-256 of all that a file may be if nobody edited it: as it was written last for an entry, or as
        a killed run was about to write it."""
        known = {entry.every[file].digest} if entry and file in entry.every else set()
        return known | self._writing.get(file, set())

    def intend(self, parts: Iterable[Part]) -> None:
        """Say which files get their places next. Raises OSError."""
        files = iter({part.name: part.digest for part in parts}.items())
        while some := dict(islice(files, _FILES)):
            self._add([{"writing": some}])

    def add(self, entries: Sequence[Entry]) -> None:
        """Add entries, which count from now on. Raises OSError."""
        if not entries:
            return
        common = self._common_of(entries)
        known = [] if _id(common) in self._paths else [{"reads": {"id": _id(common), "paths": list(common)}}]
        self._add([*known, *(_line(entry, common) for entry in entries)])

    def _common_of(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Return the paths that all entries share: where one of these lacks some, fewer from now on."""
        common = self._common if self._common is not None else entries[0].reads
        for entry in entries:
            mine = set(entry.reads)
            if not mine.issuperset(common):
                common = tuple(one for one in common if one in mine)
        self._common = common
        return common

    def _add(self, lines: Sequence[Mapping[str, Any]]) -> None:
        written = [_bare(line) for line in lines]
        self._journal.append(b"".join(written))
        for bare, line in zip(written, lines, strict=True):
            self._take(bare, line)

    def _take(self, bare: bytes, line: Any) -> bool:
        """Take a line into account, if it is one of ours; tell whether it is."""
        match line:
            case {"name": str(name), "state": str(state)} if state in STATES:
                entry = _entry(line, self._paths)
                if entry is None:
                    return False
                for file in entry.files if state == BUILT else ():
                    self._left += sum(_size(file, one) for one in self._writing.pop(file, ()))
                self._spool.seek(self._end)
                self._begins[_key(name)] = self._end
                if len(self._begins) > MANIFEST_NAMES.most:
                    raise Obstacle(f"`{JOURNAL}` there {MANIFEST_NAMES.excess()}", ELSEWHERE)
                self._end += self._spool.write(bare.rstrip(b"\n") + b"\n")
            case {"reads": {"id": str(id), "paths": list(paths)}} if all(isinstance(one, str) for one in paths):
                if self._has_room(id, *paths):
                    self._paths[id] = tuple(paths)
            case {"writing": dict(files)} if all(isinstance(one, str) for one in files.values()):
                for file, digest in files.items():
                    if digest not in self._writing.get(file, ()) and self._has_room(file, digest):
                        self._writing.setdefault(file, set()).add(digest)
            case _:
                return False
        return True

    def _has_room(self, *texts: str) -> bool:
        """Tell whether texts may be held; those of a row whose paths are not held are not known, and it is built."""
        self._left -= (size := _size(*texts))
        if self._left >= 0:
            return True
        self._left += size
        return False


def _size(*texts: str) -> int:
    return sum(len(one) + _TEXT for one in texts)


def _said(line: bytes) -> Any:
    """Return what a line says. Raises ValueError where that is no JSON, or nested too deep."""
    try:
        return json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _may_be_cut(line: bytes) -> bool:
    """Tell whether a line that is no JSON may be one of ours, which a killed run left half: of a file that grew before
    its content was on the disk, the rest is zeros."""
    return line.lstrip(b"\0")[:1] in (b"{", b"\n", b"")


def _bare(line: Mapping[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _key(name: str) -> bytes:
    """Return what stands for a name in memory, of which there may be a million."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _id(paths: Sequence[str]) -> str:
    return sha256("\n".join(paths).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _line(entry: Entry, common: tuple[str, ...]) -> dict[str, Any]:
    known = set(common)
    own = [path for path in entry.reads if path not in known]
    return {
        "row": entry.number,
        **({"line": entry.line} if entry.line is not None else {}),
        "name": entry.name,
        **({"deck": entry.deck} if entry.deck else {}),
        "state": entry.state,
        "inputs": entry.inputs,
        "reads": _id(common),
        **({"own": own} if own else {}),
        **({"files": _written(entry.files)} if entry.files else {}),
        **({"older": _written(entry.older)} if entry.older else {}),
        **({"said": list(entry.said)} if entry.said else {}),
        "seconds": round(entry.seconds, 3),
        "time": entry.time,
    }


def _entry(line: Mapping[str, Any], paths: Mapping[str, tuple[str, ...]]) -> Entry | None:
    """Return the entry in a line, None where it is none."""
    match line:
        case {"row": int(number), "name": str(name), "state": str(state), "inputs": str(inputs), "reads": str(reads)}:
            own, said = line.get("own", []), line.get("said", [])
            if not (isinstance(own, list) and isinstance(said, list)):
                return None
            every = (*paths.get(reads, ()), *own)
            read = tuple(one for one in every if _is_path(one))
            if reads not in paths or len(read) < len(every) or not all(isinstance(one, str) for one in said):
                inputs = ""  # what it was made of is not known
            start, deck = line.get("line"), line.get("deck")
            return Entry(
                number,
                start if isinstance(start, int) else None,
                name,
                state,
                inputs,
                read,
                _files(line.get("files"), name),
                _files(line.get("older"), name),
                tuple(one for one in said if isinstance(one, str)),
                deck=deck if isinstance(deck, str) else "",
            )
        case _:
            return None


def _written(files: Mapping[str, KeptFile]) -> dict[str, dict[str, str]]:
    return {name: {"sha256": one.digest, "mark": one.mark} for name, one in files.items()}


def _is_path(found: object) -> bool:
    """Tell whether something is a path that a system can be asked for, and no other machine: that is what Windows does
    with one that begins so, and it would show that machine who asks."""
    return (
        isinstance(found, str) and found != "" and is_writable(found) and not found.replace("\\", "/").startswith("//")
    )


def _files(written: object, name: str) -> dict[str, KeptFile]:
    """Return the files of a row's name; others are none of it, whoever wrote so."""
    files: dict[str, KeptFile] = {}
    for file, one in written.items() if isinstance(written, dict) else ():
        match one:
            case {"sha256": str(digest), "mark": str(mark)} if is_output_of(file, name):
                files[file] = KeptFile(digest, mark)
            case _:
                continue
    return files
