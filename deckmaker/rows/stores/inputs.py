"""Tables that lie in a store: fetched to this machine for as long as they are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deckmaker.addresses import displayed
from deckmaker.budget.rows import ROWS_FILE_BYTES
from deckmaker.diagnostics import Diagnostics
from deckmaker.output.ending import tidy_end
from deckmaker.output.obstacle import Obstacle
from deckmaker.output.temporary import temporary_folder
from deckmaker.patterns import pattern
from deckmaker.rows.stores.asking import Place

_SUFFIX = pattern(r"\.[A-Za-z0-9]{1,10}$")


@contextmanager
def fetched(address: str, diagnostics: Diagnostics) -> Iterator[Path | None]:
    """Yield a copy of a store's object, with the ending of its name, in a folder that is gone afterwards; report and
    yield None where there is none, it is too large, or the store refuses."""
    folder, _, name = address.rstrip("/").rpartition("/")
    with tidy_end(), temporary_folder() as own:
        copy = Path(own, "table").with_suffix(_suffix(name))
        try:
            _fetch(Place(folder), name, copy)
        except FileNotFoundError:
            _refuse(address, "there is nothing of that name", None, diagnostics)
            yield None
        except Obstacle as obstacle:
            _refuse(address, obstacle.args[0], obstacle.args[1], diagnostics)
            yield None
        else:
            yield copy


def _suffix(name: str) -> str:
    """Return how an object's name ends: the rest of it need not be a name that a file can have."""
    found = _SUFFIX.search(name)
    return found[0] if found else ""


def _fetch(place: Place, name: str, copy: Path) -> None:
    size = 0
    with place.reading(name) as pieces, copy.open("xb") as stream:
        for piece in pieces:
            size += len(piece)
            if size > ROWS_FILE_BYTES.most:
                raise Obstacle(f"it {ROWS_FILE_BYTES.excess()}", "make several tables of it")
            stream.write(piece)


def _refuse(address: str, reason: str, help: str | None, diagnostics: Diagnostics) -> None:
    diagnostics.report("unreadable-file", f"`{displayed(address)}` cannot be read: {reason}", help=help)
