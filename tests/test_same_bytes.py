"""The same bytes where libraries make something anew: fonts of the machine, pictures converted, lists, surveys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from PIL import Image

from tests.installed_fonts import NOTO, NOTO_CJK
from tests.projects import ROOT
from tests.test_determinism import AS_ANOTHER_USER, HERE, LATER, THERE

pytestmark = pytest.mark.slow

DECK = """\
title: Night noise
author: A. Lind
license: CC-BY-4.0
slides:
  - title: 漢字 and ภาษาไทย
    text: 关 **นอน** ☃ `हिन्दी` w^[漢字 of a footnote]
    layout: content
  - title: A drawing
    image: {file: ../a.svg, alt: A, credit: {creator: B. Berg, license: CC0-1.0}}
  - title: A picture that moves
    image: {file: ../a.gif, alt: A, credit: C}
  - title: A picture of the web
    image: {file: ../a.webp, alt: A, credit: D}
  - title: Inks
    image: {file: ../a.tiff, alt: A, credit: E}
  - title: Turned
    image: {file: ../a.jpg, alt: A, credit: F}
  - title: Levels
    table: {file: ../a.csv, caption: นอน, credit: G}
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><filter id="a"><feTurbulence baseFrequency=".1"/>'
)
DRAWING += '</filter><rect width="9" height="9" filter="url(#a)"/><text x="3" y="20">Night</text></svg>'
COMMANDS = (
    "build -f pptx -f pdf -f html -f md",
    *(f"credits -f {form}" for form in ("table", "csv", "json", "md", "spdx")),
    *(f"show -f {form}" for form in ("text", "json")),
    *(f"show -f {form} -o pictures" for form in ("svg", "png")),
    *(f"check --messages {form} -v" for form in ("full", "short", "json", "github")),
)

EACH = (
    LATER.removesuffix("main()\n")
    + """
import os
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document

said, deck, *commands = sys.argv[1:]
read_document(Path(deck), Diagnostics())
for number, command in enumerate(commands):
    child = os.fork()
    if not child:
        for stream in (1, 2):
            os.dup2(os.open(f"{said}/{number}.{stream}", os.O_WRONLY | os.O_CREAT), stream)
        sys.argv[1:] = [*command.split(), deck]
        main()
        sys.exit()
    if code := os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        sys.exit(f"{command}: {code}")
"""
)
"""Each command in a process of its own, which has the large fonts open already; what it says is in files by number."""


def project(folder: Path) -> Path:
    """Write the deck and its pictures."""
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "deck.yaml").write_text(DECK, encoding="utf-8")
    (folder / "a.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "a.csv").write_text("Berth,Level\nBerth 4,62.5\nนอน,55\n", encoding="utf-8")
    picture = Image.linear_gradient("L").convert("RGB")
    picture.save(folder / "a.webp", lossless=True)
    picture.convert("CMYK").save(folder / "a.tiff")
    picture.convert("P").save(folder / "a.gif", save_all=True, append_images=[Image.new("P", picture.size)])
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned
    picture.save(folder / "a.jpg", exif=exif)
    return folder


def made(folder: Path, surroundings: dict[str, str], shift: int, umask: int, user: list[str]) -> dict[str, bytes]:
    """Run every command in a project; return files and what was said, by name."""
    fonts = os.pathsep.join(map(str, (NOTO, NOTO_CJK)))
    environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT), "DECKMAKER_FONTS": fonts, "COLUMNS": "100"}
    environment |= {"XDG_DATA_DIRS": "/nowhere"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    (said := folder.with_name("said")).mkdir()
    said.chmod(0o777)
    line = [*user, sys.executable, "-c", EACH, str(shift), str(said), "decks/deck.yaml", *COMMANDS]
    done = subprocess.run(line, cwd=folder, env=environment, umask=umask, capture_output=True, check=False)
    streams = {one: [said / f"{number}.{stream}" for stream in (1, 2)] for number, one in enumerate(COMMANDS)}
    assert done.returncode == 0, done.stderr.decode() + "".join(one[1].read_text() for one in streams.values())
    found = {command: out.read_bytes() + err.read_bytes() for command, (out, err) in streams.items()}
    for name in ("build", "pictures"):
        found |= {f"{name}/{path.name}": path.read_bytes() for path in (folder / name).iterdir() if path.is_file()}
    return found


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[dict[str, bytes], dict[str, bytes]]]:
    """What is made here now; and a year later, elsewhere, in another language, by somebody else."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        first = project(folder / "first")
        second = Path(shutil.copytree(first, folder / "a cöpy" / "deeper"))
        for path in (folder, second.parent, second):
            path.chmod(0o777)
        yield made(first, HERE, 0, 0o022, []), made(second, THERE, 366 * 86_400, 0o077, AS_ANOTHER_USER)


def test_whatever_is_made_is_the_same(both):
    """Files, lists, surveys, pictures of slides, messages, and the record of what was written."""
    here, there = both
    assert here.keys() == there.keys() and len(here) >= len(COMMANDS) + 20
    assert [name for name in here if here[name] != there[name]] == []
    assert all(here.values())


def test_fonts_of_both_kinds_of_outlines_were_embedded(both):
    """Or the first would prove less."""
    with pikepdf.open(BytesIO(both[0]["build/deck.pdf"])) as pdf:
        names = " ".join(
            str(one.BaseFont) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        )
    assert "NotoSansCJKJP" in names and "NotoSansThai" in names
