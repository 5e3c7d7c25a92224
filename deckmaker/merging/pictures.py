"""Pictures of slides that came, put beside the deck; taken away again where the deck does not take the slides."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
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
        folder = f"`{PurePath(edited).with_name(PurePath(edited).stem + PICTURES).as_posix()}/`"
        help = f"`deckmaker import {edited}` puts it into {folder}, for you to name its file in the deck"
        lines.append(f"Slide {slide.new} has another picture{place}: {help}")
    return lines


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
    """Pictures of a folder that are put into another, by their names, which tell their contents."""

    def __init__(self, source: Path, target: Path) -> None:
        self._source, self._target = source, target
        self._made: list[Path] = []

    def put(self, names: Iterable[str]) -> bool:
        """Put those of some names; return False, with none of them there, where that cannot be."""
        folder = self._target
        try:
            if not os.path.lexists(folder):
                folder.mkdir()
                self._made.append(folder)
            if without_links(folder) != folder:
                raise OSError  # it leads elsewhere
            for name in names:
                content = (self._source / name).read_bytes()
                if os.path.lexists(folder / name):
                    if os.path.islink(folder / name) or (folder / name).read_bytes() != content:
                        raise OSError  # it is another's
                    continue
                self._made.append(folder / name)
                with atomic_write(folder / name, written(content)) as put:
                    put()
        except OSError:
            self.undo()
            return False
        return True

    def undo(self) -> None:
        """Take away what was put there."""
        for path in reversed(self._made):
            with suppress(OSError):
                path.rmdir() if path == self._target else path.unlink()
        self._made.clear()
