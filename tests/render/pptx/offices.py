"""Runs colleague.py under the Python that has UNO, with LibreOffice bound to deckmaker's fonts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation

from tests.pinned_fonts import write_fontconfig

PYTHON = "/usr/bin/python3"
"""Debian's own: its package python3-uno serves no other."""

SCRIPT = Path(__file__).with_name("colleague.py")
TIMEOUT = 240


def require_uno() -> None:
    """Skip the test where Debian's Python cannot speak to LibreOffice."""
    asked = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, text=True, check=False)
    if asked.returncode:
        pytest.skip(f"{PYTHON} cannot import uno; `make system-packages` installs python3-uno")


def at_work(file: Path, folder: Path, *steps: str) -> Path:
    """Have a colleague do the steps with a file; return the folder with <step>.pptx and <step>.pdf for each.

    Where LibreOffice itself has died, as it does once in a while on a busy machine, the colleague begins again, once.
    """
    folder.mkdir()
    run(SCRIPT, file, folder, *steps)
    return folder


def run(script: Path, file: Path, folder: Path, *steps: str) -> str:
    """Run a script that speaks to LibreOffice with a file, a folder and the steps; return what it prints."""
    environment = os.environ | {"FONTCONFIG_FILE": str(write_fontconfig(folder))}
    for _ in range(2):
        finished = subprocess.run(
            [PYTHON, str(script), str(file), str(folder), *steps],
            env=environment,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        if "DisposedException" not in finished.stderr:
            break
    assert finished.returncode == 0, finished.stderr[-2000:]
    return finished.stdout


def plain_deck(path: Path) -> Path:
    """Write a deck of two slides with python-pptx and its own template; no line of deckmaker is in it."""
    presentation = Presentation()
    for number in (1, 2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Title of slide {number}"
        slide.placeholders[1].text = f"Text of slide {number}"
    presentation.save(str(path))
    return path
