"""What a store of outputs is. A folder is one (`folder.py`); others are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from deckmaker.budget.rows import MANIFEST_BYTES, MANIFEST_LINE_BYTES
from deckmaker.output import Finished
from deckmaker.output.obstacle import ELSEWHERE, Obstacle
from deckmaker.project import opened_file

JOURNAL = "manifest.jsonl"
"""The journal's name in its store, which no output has."""

LONG = b"null\n"
"""What stands for a line that is longer than any of ours: JSON that is none of ours."""

_BEGINS = (b'{"writing"', b'{"reads"', b'{"row"')
"""How lines of ours begin."""


class Part(NamedTuple):
    """A whole file that is in the store already, where nobody sees it: the `name` that it is to have there, with
    slashes on every system; the `key` by which the store knows it; and its SHA-256."""

    name: str
    key: str
    digest: str


class Kept(NamedTuple):
    """A file that is in its place: its name, its SHA-256, and a `mark`: while the store gives the name the same mark,
    the file need not be read again to know that it is the same."""

    name: str
    digest: str
    mark: str


class Journal(Protocol):
    """Lines, to which others are added. One process holds it."""

    def lines(self) -> Iterator[bytes]:
        """Yield the lines that were written until now, each with its end but perhaps the last, which a killed run may
        have left half; and LONG for what is longer than any of ours (MANIFEST_LINE_BYTES)."""

    def append(self, lines: bytes) -> None:
        """Add whole lines, so that they outlast a power cut when this returns. Raises OSError."""

    def replace(self, lines: Iterable[bytes]) -> None:
        """Have these whole lines in place of all that are there, in one step. Raises OSError, and the old ones stay."""


class Store(Protocol):
    """Where the files of rows go. Can be pickled: many processes stage files, a single one does all the rest.

    Every method but `stage` and `settle` is for that one. All raise OSError where the store refuses.
    """

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def ground(self) -> Path:
        """An existing folder of this machine, on whose disk drafts are begun."""

    @property
    def is_local(self) -> bool:
        """Whether outputs will lie in the `ground`, so that paths lead from them to other files of this machine."""

    @property
    def at_once(self) -> int:
        """How many files may be published, and asked for their marks, by threads of one process at the same time."""

    def alone(self) -> AbstractContextManager[None]:
        """Hold the store for this process, and sweep away what killed runs left there, before and after. Raises
        FolderIsTaken where another one holds it."""

    def journal(self) -> AbstractContextManager[Journal]:
        """Open the journal, which is empty where there is none yet."""

    def stage(self, name: str, file: Finished) -> Part:
        """Take a finished draft in, under a name that nobody sees."""

    def is_key(self, key: str) -> bool:
        """Tell whether a key is one that `stage` may have given, and no name of anybody's file."""

    def settle(self, parts: Sequence[Part]) -> None:
        """Wait until parts outlast a power cut."""

    def publish(self, part: Part) -> Kept:
        """Give a part its name, in one step: in place of what has it, and in folders of the store that may be new."""

    def mark(self, name: str, is_fresh: bool = False) -> str | None:
        """Return the mark of what has a name; None where nothing has it.

        Unless it is to be `fresh`, it may be the one of when the store was taken hold of.
        """

    def digest(self, name: str) -> str | None:
        """Return the SHA-256 of what has a name; None where that is no file."""

    def remove(self, name: str) -> None:
        """Remove the file of a name."""


def is_journal(file: Path) -> bool:
    """Tell whether a file begins as a journal of ours does, which a run that has just begun leaves empty."""
    try:
        with opened_file(file) as (stream, _):
            begin = stream.read(len(_BEGINS[0]))
    except OSError:
        return False
    return not begin or any(begin.startswith(one) for one in _BEGINS)


def refuse_larger(size: int) -> None:
    """Raise Obstacle where a journal has more bytes than any of ours."""
    if size > MANIFEST_BYTES.most:
        raise Obstacle(f"`{JOURNAL}` there {MANIFEST_BYTES.excess(size)}", ELSEWHERE)


def lines_in(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of a content that comes in pieces, each with its end but perhaps the last. A line that is longer
    than any of ours is LONG, once for each time as long, so that nobody waits for its end."""
    rest, is_long = b"", False
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            if len(line) >= MANIFEST_LINE_BYTES.most:
                yield LONG
            elif not is_long:
                yield line + b"\n"
            is_long = False
        if len(rest) >= MANIFEST_LINE_BYTES.most:
            yield LONG
            rest, is_long = b"", True
    if rest and not is_long:
        yield rest
