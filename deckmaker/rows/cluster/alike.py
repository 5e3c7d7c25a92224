"""Whether workers draw as this machine does: what decides about the bytes of files, and where two machines differ.

Knows no Dask: facts are values, made in each process and compared here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import file_digest, sha256
from itertools import islice
from pathlib import Path

from deckmaker import __version__
from deckmaker.budget.fonts import FONT_FILES
from deckmaker.dataclasses import dataclass
from deckmaker.fonts.folders import font_files, font_folders
from deckmaker.rows.versions import NONE, versions

_PACKAGE = Path(__file__).parents[2]
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides about the bytes that a process writes: versions by what they are of, and digests of fonts by file
    name."""

    versions: Mapping[str, str]
    fonts: Mapping[str, str]


@cache
def own_facts() -> Facts:
    """Return the facts of this process. Each font file is read once."""
    return Facts(
        {
            "deckmaker": f"{__version__} ({_digest_of_package()})",
            **versions(),
        },
        _font_digests(),
    )


def difference(here: Facts, there: Facts) -> str | None:
    """Return in words what a worker has otherwise than this machine: the first thing of the most telling kind; None
    where both draw alike."""
    for name in {**here.versions, **there.versions}:
        own, other = here.versions.get(name, NONE), there.versions.get(name, NONE)
        if own != other:
            return f"has {name} {other}, and this machine {own}"
    for name in sorted({**here.fonts, **there.fonts}):
        own, other = here.fonts.get(name, NONE), there.fonts.get(name, NONE)
        if own == other:
            continue
        if other == NONE:
            return f"lacks the font file `{name}` of this machine"
        return f"has a font file `{name}` that this machine {'lacks' if own == NONE else 'has otherwise'}"
    return None


def _digest_of_package() -> str:
    """Return a digest of deckmaker's code and data, which a version does not tell of a working copy."""
    files = (path for path in _PACKAGE.rglob("*") if path.suffix != ".pyc" and os.path.isfile(path))
    return _digest((path.relative_to(_PACKAGE).as_posix(), path) for path in sorted(files))


def _font_digests() -> dict[str, str]:
    """Return a digest for each name of a font file on this machine, of all files of that name in order of search."""
    by_name: dict[str, list[Path]] = {}
    found = (path for folders in font_folders() for one in folders for path in font_files(one))
    for path in islice(found, FONT_FILES.most):
        by_name.setdefault(path.name, []).append(path)
    return {name: _digest((name, path) for path in paths) for name, paths in by_name.items()}


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    total = sha256()
    for name, path in files:
        total.update(name.encode("utf-8", "surrogateescape") + b"\0")
        try:
            with path.open("rb") as stream:
                total.update(file_digest(stream, "sha256").digest())
        except OSError:
            total.update(b"unreadable")
    return total.hexdigest()[:_SHORT]
