"""The folder that builds write to: what may be overwritten, in which order files change, and what is said of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.output.atomic import atomic_write, sweep
from deckmaker.output.draft import Draft, Finished, open_draft
from deckmaker.output.ending import tidy_end
from deckmaker.output.lock import sole_use
from deckmaker.output.obstacle import ELSEWHERE, NAMED, WRITABLE, Obstacle, reason_of
from deckmaker.output.origin import Origin
from deckmaker.output.record import Record, digest_of
from deckmaker.project import held_folder, without_links
from deckmaker.source.reading import display_name

_OVER = "choose another folder with `--output`, or build with `--force`"
_KEEP = "keep it under another name, or build with `--force`"
_UNLINK = "remove it, or build with `--force`, which replaces the link and not what it leads to"
_UNLINK_FOLDER = "remove it, or choose another folder with `--output`"


class _Edited(Exception):
    """A file that is not deckmaker's to replace: what is said of it, and the help."""


class _Taken(Exception):
    """A file that is another deck's: what that deck is called."""


class OutputFolder:
    """A folder that builds write to. With `force`, edited files are overwritten, and other decks'.

    `origin` is the deck that files are built from. A folder that nobody `named` must lie in that deck's project; one
    `within` another folder of outputs, in that. The disk is not waited for with drafts that are not to be `lasting`. Of
    a folder in which no file `stays`, only drafts are wanted: files will lie where no path leads to or from.
    """

    def __init__(
        self,
        path: Path,
        force: bool = False,
        origin: Origin | None = None,
        named: bool = True,
        within: OutputFolder | None = None,
        lasting: bool = True,
        stays: bool = True,
    ) -> None:
        self.path = path
        self._lasting = lasting
        self._stays = stays
        self._force = force
        self._origin = origin
        self._named = named
        self._within = within

    @property
    def place(self) -> Path | None:
        """Where files will lie, without links; None where no path leads there."""
        try:
            return without_links(self.path) if self._stays else None
        except OSError:  # which is told where a file is begun there
            return None

    @contextmanager
    def draft(self, name: str, diagnostics: Diagnostics) -> Iterator[Draft | None]:
        """Begin a file; report and yield None where the folder's disk takes none. It is gone with the context unless
        it was put into the folder, which need not be there before."""
        with ExitStack() as stack:
            try:
                draft = stack.enter_context(open_draft(self._ground(), name, self._lasting))
            except OSError as error:
                self.refuse(name, error, diagnostics)
                yield None
            else:
                yield draft

    def put(self, finished: Sequence[Finished], diagnostics: Diagnostics) -> list[Path]:
        """Put finished files into the folder, each in one step, and remember them; return where they are.

        Those that must not or cannot be there are reported, and the files in their places stay. A folder of their own
        (`Finished.folder`) then has no others that deckmaker wrote there for the same deck, and nobody edited.
        """
        put = self._put([one for one in finished if not one.folder], diagnostics)
        for name in dict.fromkeys(one.folder for one in finished if one.folder):
            own = OutputFolder(self.path / name, self._force, self._origin, self._named, self)
            put += own._put([one for one in finished if one.folder == name], diagnostics)
        return put

    def _put(self, finished: Sequence[Finished], diagnostics: Diagnostics) -> list[Path]:
        if not finished:
            return []
        try:
            self._refuse_outside()
            self.path.mkdir(parents=True, exist_ok=True)
            # Whatever takes the folder's place from here on, files go into the one that was judged.
            with (
                tidy_end(),
                held_folder(self._refuse_outside()) as place,
                sole_use(place) as alone,
                ExitStack() as stack,
            ):
                if alone:
                    sweep(place)
                put = self._replace(finished, place, diagnostics, stack)
                if self._within:
                    self._remove_others(place, {one.draft.name for one in finished})
                return put
        except OSError as error:
            if self._within:
                self._within.refuse(self.path.name, error, diagnostics)
            else:
                for one in finished:
                    self.refuse(one.draft.name, error, diagnostics)
            return []

    def refuse(self, name: str, error: OSError, diagnostics: Diagnostics) -> None:
        """Report why a file cannot be written."""
        reason, help = reason_of(error)
        at = self.path / (Path(error.filename2).name if isinstance(error.filename2, str) else name)
        diagnostics.report("cannot-write", f"`{display_name(at)}` cannot be written: {reason}", help=help)

    def _ground(self) -> Path:
        """Return the folder or, where it is yet to be made, the one that it will be made in.

        Raises Obstacle when something else stands in its place, or above it, or it leads out of the project.
        """
        self._refuse_outside()
        for path in (self.path, *self.path.parents):
            if os.path.isdir(path):
                return path
            if os.path.lexists(path):  # a file or pipe, or a link that leads nowhere
                raise Obstacle(f"`{display_name(path)}` is not a folder", ELSEWHERE)
        return Path()

    def _refuse_outside(self) -> Path:
        """Return where the folder is, without links. Raises Obstacle where it leads out of the project, or out of the
        folder that it is to lie in."""
        real = without_links(self.path)
        if self._within and real != without_links(self._within.path) / self.path.name:
            raise Obstacle("it is a link, not a folder that deckmaker made", _UNLINK_FOLDER)
        if self._origin and not self._named and not real.is_relative_to(self._origin.root):
            raise Obstacle(f"`{display_name(self.path)}` leads out of the project", NAMED)
        return real

    def _replace(
        self, finished: Iterable[Finished], place: Path, diagnostics: Diagnostics, stack: ExitStack
    ) -> list[Path]:
        """Put files in their places in the folder, which is held at `place`: first the record of the old and the new
        ones, then the files, then the new ones'.

        A build that is killed in between leaves files that the record knows, whichever they are. The new ones are on
        the disk before: where there is no room for them, nothing has changed.
        """
        record = Record(place)
        steps: list[tuple[Finished, list[str], Callable[[], None]]] = []
        for one in finished:
            with self._reported(one.draft.name, diagnostics):
                known = self._replaceable(place / one.draft.name, record)
                published = atomic_write(place / one.draft.name, one.draft.publish)
                steps.append((one, known, stack.enter_context(published)))
        if not steps:
            return []
        both = {one.draft.name: list(dict.fromkeys([*known, one.digest])) for one, known, _ in steps}
        own = (self._origin.name, self._origin.mark_in(self.path)) if self._origin else (None, None)
        with record.with_digests(both, *own) as put_record:
            put_record()
        last: dict[str, list[str]] = {}
        for one, known, put_file in steps:
            last[one.draft.name] = known
            with self._reported(one.draft.name, diagnostics):
                put_file()
                last[one.draft.name] = [one.digest]
        with suppress(OSError), record.with_digests(last, *own) as put_record:
            put_record()  # or the record still knows the files, and those before them too
        return [self.path / one.draft.name for one, _, _ in steps if last[one.draft.name] == [one.digest]]

    def _remove_others(self, place: Path, names: Collection[str]) -> None:
        """Remove the files in the folder, which is held at `place`, that are of this deck, as deckmaker wrote them, and
        not of these names: pictures of slides that are no more."""
        record = Record(place)
        forgotten: dict[str, list[str]] = {}
        for name in set(record.names()).difference(names):
            with suppress(_Edited, _Taken, OSError):
                if self._replaceable(place / name, record):
                    (place / name).unlink()
                forgotten[name] = []
        if forgotten:
            with record.with_digests(forgotten) as put_record:
                put_record()

    @contextmanager
    def _reported(self, name: str, diagnostics: Diagnostics) -> Iterator[None]:
        try:
            yield
        except _Edited as edited:
            said, help = edited.args
            target = display_name(self.path / name)
            if help == _KEEP and self._origin and name.endswith(".pptx"):  # the one kind that people edit
                import shlex  # at start-up, nobody needs it

                deck = display_name(self._origin.root / self._origin.name)
                command = f"deckmaker merge {shlex.quote(deck)} {shlex.quote(target)}"
                help = f"`{command}` writes what was changed into the deck, and `diff` says it; or {_KEEP}"
            diagnostics.report("edited-output", f"`{target}` {said}, and is left alone", help=help)
        except _Taken as taken:
            message = f"`{display_name(self.path / name)}` was built from {taken}, and is left alone"
            diagnostics.report("taken-output", message, help=_OVER)
        except OSError as error:
            self.refuse(name, error, diagnostics)

    def _replaceable(self, target: Path, record: Record) -> list[str]:
        """Return the digests by which the record knows the file that stands in `target`'s place, none without one.

        Raises _Edited, _Taken or Obstacle when it is not deckmaker's to replace, or not this deck's.
        """
        try:
            found = target.lstat().st_mode
        except FileNotFoundError:
            return []
        if stat.S_ISDIR(found):
            raise Obstacle("is a directory", ELSEWHERE)
        if not stat.S_ISREG(found) and not stat.S_ISLNK(found):
            raise Obstacle("there is a pipe, socket or device of that name", ELSEWHERE)
        if stat.S_ISREG(found) and not found & 0o222:
            raise Obstacle("the file is read-only", WRITABLE)
        if stat.S_ISREG(found) and (known := record.digests(target.name)) and digest_of(target) in known:
            if not self._force:
                self._yield_to(record.deck(target.name), record.project(target.name))
            return known
        if self._force:
            return []
        if stat.S_ISLNK(found):
            raise _Edited("is a link, not a file that deckmaker wrote", _UNLINK)
        raise _Edited("is not as deckmaker wrote it", _KEEP)

    def _yield_to(self, deck: str | None, project: str | None) -> None:
        """Raise _Taken where a file is built from another deck, which the record knows so."""
        if not (self._origin and deck):
            return
        if project != self._origin.mark_in(self.path):
            raise _Taken("a deck of another project")
        if other := self._origin.yields_to(deck):
            raise _Taken(f"`{display_name(other)}`")
