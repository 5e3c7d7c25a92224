"""The folder that builds write to: what may be overwritten, in which order files change, and what is said of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.output.draft import Draft, Finished, open_draft
from deckmaker.output.lock import FolderIsTaken, sole_use
from deckmaker.output.record import Record
from deckmaker.output.whole import sweep, tidy_end, whole_file
from deckmaker.source.reading import display_name

_SHARING_VIOLATIONS = (5, 32, 33)
"""Windows' ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: some program has the file open."""


class _Edited(Exception):
    """A file that is not deckmaker's to replace: what is said of it, and the help."""


class _Obstacle(OSError):
    """What stands in a file's place and is no file to write to: the reason, and the help."""


class OutputFolder:
    """A folder that builds write to. With `force`, edited files are overwritten."""

    def __init__(self, path: Path, force: bool = False) -> None:
        self.path = path
        self._force = force

    @contextmanager
    def draft(self, name: str, diagnostics: Diagnostics) -> Iterator[Draft | None]:
        """Begin a file; report and yield None where the folder's disk takes none. It is gone with the context unless
        it was put into the folder, which need not be there before."""
        with ExitStack() as stack:
            try:
                draft = stack.enter_context(open_draft(self._ground(), name))
            except OSError as error:
                self.refuse(name, error, diagnostics)
                yield None
            else:
                yield draft

    def put(self, finished: Sequence[Finished], diagnostics: Diagnostics) -> list[Path]:
        """Put finished files into the folder, each in one step, and remember them; return where they are.

        Those that must not or cannot be there are reported, and the files in their places stay.
        """
        if not finished:
            return []
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with tidy_end(), sole_use(self.path) as held, ExitStack() as stack:
                if held:
                    sweep(self.path)
                return self._replace(finished, diagnostics, stack)
        except OSError as error:
            for one in finished:
                self.refuse(one.draft.name, error, diagnostics)
            return []

    def refuse(self, name: str, error: OSError, diagnostics: Diagnostics) -> None:
        """Report why a file cannot be written."""
        reason, help = _reason(error)
        at = Path(error.filename2) if isinstance(error.filename2, str) else self.path / name
        diagnostics.report("cannot-write", f"`{display_name(at)}` cannot be written: {reason}", help=help)

    def _ground(self) -> Path:
        """Return the folder or, where it is yet to be made, the one that it will be made in.

        Raises _Obstacle when something else stands in its place, or above it.
        """
        for path in (self.path, *self.path.parents):
            if os.path.isdir(path):
                return path
            if os.path.lexists(path):  # a file or pipe, or a link that leads nowhere
                raise _Obstacle(f"`{display_name(path)}` is not a folder", _ELSEWHERE)
        return Path()

    def _replace(self, finished: Iterable[Finished], diagnostics: Diagnostics, stack: ExitStack) -> list[Path]:
        """Put files in their places: first the record of the old and the new ones, then the files, then the new ones'.

        A build that is killed in between leaves files that the record knows, whichever they are. The new ones are on
        the disk before: where there is no room for them, nothing has changed.
        """
        record = Record(self.path)
        steps: list[tuple[Finished, list[str], Callable[[], None]]] = []
        for one in finished:
            with self._reported(one.draft.name, diagnostics):
                known = self._replaceable(self.path / one.draft.name, record)
                appeared = whole_file(self.path / one.draft.name, one.draft.appear)
                steps.append((one, known, stack.enter_context(appeared)))
        if not steps:
            return []
        both = {one.draft.name: list(dict.fromkeys([*known, one.digest])) for one, known, _ in steps}
        with record.with_digests(both) as put_record:
            put_record()
        last: dict[str, list[str]] = {}
        for one, known, put_file in steps:
            last[one.draft.name] = known
            with self._reported(one.draft.name, diagnostics):
                put_file()
                last[one.draft.name] = [one.digest]
        with suppress(OSError), record.with_digests(last) as put_record:
            put_record()  # or the record still knows the files, and those before them too
        return [self.path / one.draft.name for one, _, _ in steps if last[one.draft.name] == [one.digest]]

    @contextmanager
    def _reported(self, name: str, diagnostics: Diagnostics) -> Iterator[None]:
        try:
            yield
        except _Edited as edited:
            said, help = edited.args
            target = display_name(self.path / name)
            diagnostics.report("edited-output", f"`{target}` {said}, and is left alone", help=help)
        except OSError as error:
            self.refuse(name, error, diagnostics)

    def _replaceable(self, target: Path, record: Record) -> list[str]:
        """Return the digests by which the record knows the file that stands in `target`'s place, none without one.

        Raises _Edited or _Obstacle when it is not deckmaker's to replace.
        """
        try:
            found = target.lstat().st_mode
        except FileNotFoundError:
            return []
        if stat.S_ISDIR(found):
            raise _Obstacle("is a directory", _ELSEWHERE)
        if not stat.S_ISREG(found) and not stat.S_ISLNK(found):
            raise _Obstacle("there is a pipe, socket or device of that name", _ELSEWHERE)
        if stat.S_ISREG(found) and not found & 0o222:
            raise _Obstacle("the file is read-only", _WRITABLE)
        if stat.S_ISREG(found) and record.knows(target):
            return record.digests(target.name)
        if self._force:
            return []
        if stat.S_ISLNK(found):
            raise _Edited("is a link, not a file that deckmaker wrote", _UNLINK)
        raise _Edited("is not as deckmaker wrote it", _KEEP)


_KEEP = "keep it under another name, or build with `--force`"
_UNLINK = "remove it, or build with `--force`, which replaces the link and not what it leads to"
_ELSEWHERE = "move it away, or choose another folder with `--output`"
_WRITABLE = "allow writing to it, or choose another folder with `--output`"


def _reason(error: OSError) -> tuple[str, str | None]:
    """Return why something cannot be written, and a way out where there is one."""
    if isinstance(error, _Obstacle):
        return error.args[0], error.args[1]
    if isinstance(error, FolderIsTaken):
        return "another build is writing into this folder", "wait for it, or end it"
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return "another program has it open", "close it there, and build again"
    return (error.strerror or "unknown reason").lower(), None
