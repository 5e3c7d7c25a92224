"""Paths in a deck to pictures on disk: found inside the project, looked at, never decoded in full."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.model import PictureFile
from deckmaker.project import path_beside, project_root

_MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}
_END_MARKS = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND\xaeB`\x82"}
_LONGEST_TRAILER = 65_536
_ORIENTATION = 0x0112  # Exif 2.32, table 4: 1 is upright
FOCUS = {
    "center": (0.5, 0.5),
    "left": (0.0, 0.5),
    "right": (1.0, 0.5),
    "top": (0.5, 0.0),
    "bottom": (0.5, 1.0),
}


def find_picture(written: str, deck_path: Path, span: Span, diagnostics: Diagnostics) -> PictureFile | None:
    """Return the picture that `written`, relative to the deck, names; report and return None where there is none."""
    path = path_beside(deck_path, written)
    if path is None:
        diagnostics.report("missing-file", f"`{written}` is not a file", span)
        return None
    if not path.is_relative_to(project_root(deck_path)):
        diagnostics.report(
            "outside-project",
            f"`{written}` leads out of the project",
            span,
            help="copy the file into the project",
        )
        return None
    if not path.is_file():
        diagnostics.report(
            "missing-file", f"`{written}` is not a file", span, help=nearest(path.name, _files_beside(path))
        )
        return None
    picture = _look_at(path)
    if isinstance(picture, str):
        diagnostics.report("unusable-picture", f"`{written}` {picture}", span, help="use a whole JPEG or PNG file")
        return None
    return picture


def _files_beside(path: Path) -> list[str]:
    try:
        return sorted(one.name for one in path.parent.iterdir() if one.is_file())
    except OSError:
        return []


@cache
def _look_at(path: Path) -> PictureFile | str:
    """Return what the file's header says, or what is wrong with it, as the end of a sentence."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            media_type = _MEDIA_TYPES.get(image.format or "")
            width, height = image.size
            # Of a PNG, Pillow would decode all to find Exif data, which hardly any PNG has.
            orientation = image.getexif().get(_ORIENTATION, 1) if image.format == "JPEG" else 1
    except UnidentifiedImageError:
        return "is not a picture"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return f"cannot be read: {error}"
    if media_type is None:
        return f"is a {image.format} file"
    if not _is_whole(path, media_type):
        return "is cut short"
    if orientation != 1:  # browsers would turn it and PDF viewers would not
        return f"is stored turned (Exif orientation {orientation})"
    return PictureFile(path, media_type, width, height)


def _is_whole(path: Path, media_type: str) -> bool:
    """Tell whether the file's last bytes hold its format's end mark; some cameras write a little behind it."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _LONGEST_TRAILER))
        return _END_MARKS[media_type] in stream.read()
