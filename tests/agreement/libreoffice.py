"""PPTX through LibreOffice, to PDF or saved again: an unused profile each time, and no fonts but deckmaker's own.

Several tests look at the same decks, each in its own way. So what was converted is kept for as long as a run lasts, by
the bytes that it was made of, in a folder that the run's processes share.
"""

from __future__ import annotations

import atexit
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import copyfile, copytree, rmtree
from tempfile import TemporaryDirectory, mkdtemp

from tests.pinned_fonts import write_fontconfig

TIMEOUT = 240

_kept: ContextVar[Path | None] = ContextVar("kept", default=None)
"""Where conversions are kept, if they are."""


@contextmanager
def conversions_kept_in(folder: Path) -> Iterator[None]:
    """Keep what is converted in a folder, and take from there what it has: for one run, as nothing there is too old."""
    folder.mkdir(exist_ok=True)
    before = _kept.set(folder)
    yield
    _kept.reset(before)


def convert_to_pdf(files: Sequence[Path], folder: Path, fonts: Iterable[Path] = ()) -> list[Path]:
    """Convert all files in one start of LibreOffice; return the PDFs in `folder`. Their stems must differ.

    `fonts` are folders of fonts that it finds besides deckmaker's own and those of packages.
    """
    return converted(files, folder, "pdf", fonts)


def saved_again(files: Sequence[Path], folder: Path) -> list[Path]:
    """Have LibreOffice open PPTX files and save them as such in `folder`, in one start. Their stems must differ."""
    return converted(files, folder, "pptx")


def converted(files: Sequence[Path], folder: Path, extension: str, fonts: Iterable[Path] = ()) -> list[Path]:
    """Convert all files to a format, as above; raise RuntimeError where LibreOffice did not write one."""
    fonts, keeping = [*fonts], _kept.get()
    written = {folder / f"{file.stem}.{extension}": file for file in files}
    kept = {to: keeping / _key(file, extension, fonts) for to, file in written.items()} if keeping else {}
    folder.mkdir(parents=True, exist_ok=True)
    for to, copy in kept.items():
        if copy.exists():
            copyfile(copy, to)
    if new := {to: file for to, file in written.items() if to not in kept or not kept[to].exists()}:
        _convert([*new.values()], folder, extension, fonts)
    for to in new.keys() & kept.keys():
        # Under another name first: a process that looks for it must not find a part. Two may make the same.
        part = kept[to].with_suffix(f".{os.getpid()}")
        os.replace(copyfile(to, part), kept[to])
    return [*written]


def _key(file: Path, extension: str, fonts: Iterable[Path]) -> str:
    """Return a name for what becomes of a file: it follows from its bytes, the two formats and the fonts."""
    names = sorted(str(one) for folder in fonts for one in folder.rglob("*"))
    key = sha256("\n".join([file.suffix, *names, ""]).encode())
    key.update(file.read_bytes())
    return f"{key.hexdigest()}.{extension}"


def _convert(files: Sequence[Path], folder: Path, extension: str, fonts: Iterable[Path]) -> None:
    with TemporaryDirectory(prefix="agreement-") as temporary:
        profile = copytree(_new_profile(), Path(temporary) / "profile")
        fontconfig = write_fontconfig(Path(temporary), fonts)
        finished = _start(profile, fontconfig, files, folder, extension)
    if absent := [file.name for file in files if not (folder / f"{file.stem}.{extension}").exists()]:
        raise RuntimeError(f"LibreOffice did not convert {', '.join(absent)}: {finished.stderr[-2000:]}")


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
