"""What help about slips in names may cost while one deck is read, and what was looked up for it already.

One misspelt name costs next to nothing; a thousand of them, each held against a thousand names, must not cost a million
times as much. When the bounds are used up, further mistakes are reported without help.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from deckmaker.budget import FILES_LOOKED_AT, LETTERS_COMPARED


@dataclass(slots=True)
class Aid:
    """How many letters may still be compared and how many `entries` of folders listed, and what folders hold."""

    letters: int = field(default_factory=lambda: LETTERS_COMPARED.most)
    entries: int = field(default_factory=lambda: FILES_LOOKED_AT.most)
    folders: dict[Path, list[os.DirEntry[str]]] = field(default_factory=dict)
    files: dict[Path, dict[str, Path]] = field(default_factory=dict)


_current: ContextVar[Aid | None] = ContextVar("aid", default=None)


@contextmanager
def aid_for_one_deck() -> Iterator[None]:
    """Let all help that is given meanwhile share one bound, and what was looked up for it."""
    before = _current.set(Aid())
    try:
        yield
    finally:
        _current.reset(before)


def aid() -> Aid:
    """Return what help may cost here: what is left for the deck that is read, or where none is, enough for one name."""
    return _current.get() or Aid()
