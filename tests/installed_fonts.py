"""Fonts of a machine, as tests want them: none, or those of packages that the test extra names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from deckmaker.fonts import face, fallback, folders, installed, usability


def package_folder(name: str) -> Path:
    """Return the folder of an installed package, which is not imported."""
    spec = find_spec(name)
    assert spec and spec.origin
    return Path(spec.origin).parent


NOTO = package_folder("manimgx_fonts")
"""Noto Sans in 20 scripts, symbols and emoji: variable, TrueType outlines."""

NOTO_CJK = package_folder("noto_cjk_sans_otc")
"""Noto Sans CJK Regular: a collection, PostScript outlines (CFF)."""

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
"""DejaVu Sans, which Debian installs with LibreOffice."""


PLATFORM_FOLDERS = folders.platform_folders
"""What finds the machine's own folders; tests see it nowhere else."""


@contextmanager
def fonts_in(*named: Path, platform: tuple[Path, ...] = ()) -> Iterator[None]:
    """Make the fonts of these folders all that are installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folders, "platform_folders", lambda: list(platform))
        patch.setenv(folders.VARIABLE, os.pathsep.join(map(str, named)))
        _forget()
        yield
    _forget()


def _forget() -> None:
    """Drop what is remembered of installed fonts for the length of a process."""
    fallback._judged.clear()
    for cached in (
        face,
        installed.machine_faces,
        installed.installed_families,
        installed.characters_in,
        fallback.stretches,
        usability._flaw,
        fallback._drawing,
    ):
        cached.cache_clear()
