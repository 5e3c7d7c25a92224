"""PPTX through LibreOffice, to PDF or saved again: an unused profile each time, and no fonts but deckmaker's own."""

from __future__ import annotations

import atexit
import os
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory, mkdtemp

from tests.pinned_fonts import write_fontconfig

TIMEOUT = 240


def convert_to_pdf(files: Sequence[Path], folder: Path, fonts: Iterable[Path] = ()) -> list[Path]:
    """Convert all files in one start of LibreOffice; return the PDFs in `folder`. Their stems must differ.

    `fonts` are folders of fonts that it finds besides deckmaker's own and those of packages.
    """
    return converted(files, folder, "pdf", fonts)


def saved_again(files: Sequence[Path], folder: Path) -> list[Path]:
    """Have LibreOffice open PPTX files and save them as such in `folder`, in one start. Their stems must differ."""
    return converted(files, folder, "pptx")


def converted(files: Sequence[Path], folder: Path, extension: str, fonts: Iterable[Path] = ()) -> list[Path]:
    """Convert all files to a format, as above."""
    with TemporaryDirectory(prefix="agreement-") as temporary:
        profile = copytree(_new_profile(), Path(temporary) / "profile")
        fontconfig = write_fontconfig(Path(temporary), fonts)
        finished = _start(profile, fontconfig, files, folder, extension)
    written = [folder / f"{file.stem}.{extension}" for file in files]
    if absent := [path.name for path in written if not path.exists()]:
        raise RuntimeError(f"LibreOffice did not write {', '.join(absent)}: {finished.stderr[-2000:]}")
    return written


def _start(
    profile: Path, fontconfig: Path, files: Iterable[Path], folder: Path, extension: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"),
            *("--convert-to", extension, "--outdir", str(folder), *map(str, files)),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fontconfig)},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )


@cache
def _new_profile() -> Path:
    """Return a profile as LibreOffice makes one when it has none, which takes twice as long as to open it.

    It has shown a text, no presentation; each conversion has a copy.
    """
    folder = Path(mkdtemp(prefix="agreement-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    (text := folder / "text.txt").write_text("Text\n", encoding="utf-8")
    _start(folder / "profile", write_fontconfig(folder), [text], folder, "pdf")
    return folder / "profile"
