"""`python -m tests.survey`: write the survey's forms and the docs' picture as they are now, for a look at them."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tests.projects import ROOT, run
from tests.survey.harbour import FORMS, expected, harbour, printed

PICTURE = ROOT / "docs" / "show.webp"
WIDTH = 1440
"""Pixels: what a page of the repository shows on a dense screen."""


def write_forms(folder: Path) -> None:
    """Write what is printed of the small deck."""
    os.environ["COLUMNS"] = "90"
    project = harbour(folder)
    os.chdir(folder)
    for form in FORMS:
        expected(form).write_bytes(printed(project, form))


def write_picture(folder: Path) -> None:
    """Write the picture of a slide in which much was decided, small enough for a page."""
    os.chdir(ROOT)
    run("show", "-q", "-f", "png", "--slide", "3", "-o", folder, "decks/showcase.yaml")
    with Image.open(BytesIO((folder / "showcase-slide-03.png").read_bytes())) as image:
        size = (WIDTH, round(image.height * WIDTH / image.width))
        image.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(PICTURE, quality=80, method=6)


with TemporaryDirectory() as temporary:
    write_forms(Path(temporary))
    write_picture(Path(temporary) / "pictures")
