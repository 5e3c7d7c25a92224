"""The gallery's files: made in a folder of their own, and put in the place of the last ones when all are there."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

PAGE, PICTURES = "gallery.md", "gallery"
"""The page and the folder of its pictures, side by side."""


def save_picture(picture: Image.Image, path: Path) -> None:
    """Write a picture in little space and without loss that shows.

    WebP's methods 3 to 6 save a tenth more, but set its smoothing so strong for some pictures that edges of pages blur.
    """
    picture.save(path, "WEBP", quality=82, method=2)


def publish(made: Path, folder: Path) -> list[Path]:
    """Copy the page and the pictures of `made` into `folder`; remove pictures of an earlier run. Return the files."""
    pictures = folder / PICTURES
    pictures.mkdir(parents=True, exist_ok=True)
    for stale in pictures.glob("*.webp"):
        stale.unlink()
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return [folder / path.relative_to(made) for path in sorted(made.rglob("*")) if path.is_file()]
