"""Pictures of slides that came, put beside the deck; taken away again where the deck does not take the slides."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

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
