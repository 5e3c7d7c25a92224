"""Pictures of slides that came, put beside the deck as it takes these."""

from __future__ import annotations

import errno
import filecmp
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from deckmaker.comparison.changes import Comparison, Way
from deckmaker.comparison.facts import Kind
from deckmaker.importing.importing import PICTURES
from deckmaker.merging.written_slides import written_slides
from deckmaker.output.atomic import atomic_write, written
from deckmaker.project import without_links


def in_folder(value: Any, before: str, now: str) -> Any:
    """Return what a deck says with its pictures in a folder of another name."""
    if isinstance(value, dict):
        return {
            key: f"{now}{one.removeprefix(before)}"
            if key == "file" and isinstance(one, str) and one.startswith(before)
            else in_folder(one, before, now)
            for key, one in value.items()
        }
    return [in_folder(one, before, now) for one in value] if isinstance(value, list) else value


def replaced_told(left: Comparison, shown: Any, written: Any, edited: str) -> list[str]:
    """Return lines that say of pictures which are `left`, since somebody put others in their places, how to get these.

    `shown` are the data of what the deck makes, imported, and `written` those of its file. Where a slide has one
    picture, it is named. The presentation is called `edited`.
    """
    slides = written.get("slides")
    there = written_slides(shown["slides"], slides) if isinstance(slides, list) else {}
    lines = []
    for slide in left.slides:
        if slide.old is None or not any(one.kind is Kind.PICTURE and one.way is Way.CHANGED for one in slide.changes):
            continue
        files = list(_written_pictures(slides[there[slide.old - 1]])) if slide.old - 1 in there else []
        place = f" in the place of `{files[0]}`" if len(files) == 1 else ""
        help = f"`deckmaker import {edited}` puts it into {_imported(edited)}, for you to name its file in the deck"
        lines.append(f"Slide {slide.new} has another picture{place}: {help}")
    return lines


def not_put_told(folder: str, reason: str, edited: str) -> str:
    """Return a line that says why pictures of slides that came are not in a folder beside the deck, and how to get
    these from the presentation that is called `edited`."""
    help = f"`deckmaker import {edited}` puts them into {_imported(edited)}, for you to name their files in the deck"
    return f"Pictures of new slides cannot be put into `{folder}/`: {reason}. {help}"


def _imported(edited: str) -> str:
    """Return the name of the folder into which pictures of a presentation are imported."""
    return f"`{PurePath(edited).with_name(PurePath(edited).stem + PICTURES).as_posix()}/`"


def files_in(value: Any) -> Iterator[str]:
    """Yield the paths of the pictures of a slide, or of what is on it."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "file" and isinstance(one, str):
                yield one
            else:
                yield from files_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from files_in(one)


def _written_pictures(value: Any, key: str = "") -> Iterator[str]:
    """Yield the paths of pictures as a deck has them, which may be all that it says of one."""
    if isinstance(value, str) and key in ("image", "images"):
        yield value
    elif isinstance(value, dict):
        if key in ("image", "images"):
            yield from (one for one in (value.get("file"),) if isinstance(one, str))
        else:
            for name, one in value.items():
                yield from _written_pictures(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _written_pictures(one, key)


class PutPictures:
    """Pictures of a folder that are put into another, under their names, which tell their contents.

    What was put there is never taken away: another merge may have found it there meanwhile, and name it in a deck.
    """

    def __init__(self, source: Path, target: Path) -> None:
        self._source, self._target = source, target

    def drafts(self, paths: Iterable[str]) -> dict[Path, Path]:
        """Return where pictures lie that a deck names by these paths, by the paths at which it looks for them. Raises
        OSError where none can be put there."""
        if without_links(self._target) != self._target:
            raise OSError(errno.ELOOP, "a link to another folder has that name")
        if os.path.lexists(self._target) and not os.path.isdir(self._target):
            raise OSError(errno.ENOTDIR, "a file has that name")
        source = without_links(self._source)
        names = {PurePath(path).name for path in paths}
        if any(os.path.lexists(self._target / name) and not self._has(name) for name in names):
            raise OSError(errno.EEXIST, "another file there has the name of one")
        return {self._target / name: source / name for name in sorted(names)}

    @contextmanager
    def placed(self, paths: Iterable[str]) -> Iterator[Callable[[], None]]:
        """Write these pictures under temporary names, and yield what puts them in their places, which needs no room any
        more. Raises OSError, with nothing left there, where that cannot be."""
        files = self.drafts(paths)
        with ExitStack() as stack:
            if not os.path.lexists(self._target):
                self._target.mkdir(exist_ok=True)
                stack.callback(_remove_if_empty, self._target)
            missing = {path: file for path, file in files.items() if not os.path.lexists(path)}
            puts = [
                stack.enter_context(atomic_write(path, written(file.read_bytes()))) for path, file in missing.items()
            ]
            yield partial(_all_done, puts)

    def _has(self, name: str) -> bool:
        """Tell whether the other folder has a picture already."""
        there = self._target / name
        is_file = os.path.isfile(there) and not os.path.islink(there)
        return is_file and filecmp.cmp(self._source / name, there, shallow=False)


def _all_done(calls: Iterable[Callable[[], None]]) -> None:
    for call in calls:
        call()


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
