"""Paths in a deck to pictures on disk: found inside the project, looked at, never decoded in full."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.model import PictureFile
from deckmaker.project import files_beside, path_beside, project_root

_MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}
_END_MARKS = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND\xaeB`\x82"}
_WEB_ADDRESS = re.compile("https?://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BACKSLASH = re.compile(r"[\\\a\b\t\n\v\f\r\x1b]")
"""A backslash, or what double quotes make of one and the letter behind it: `"pics\\new.jpg"` holds a line end."""
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
    if _WEB_ADDRESS.match(written):
        help = "pictures are files of the project: save it there and name the file"
        diagnostics.report("missing-file", f"`{written}` is a web address", span, help=help)
        return None
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
    if path.is_dir():
        diagnostics.report("missing-file", f"`{written}` is a folder", span, help="name a picture in it")
        return None
    if not path.is_file():
        diagnostics.report("missing-file", f"`{written}` is not a file", span, help=_mended(written, path))
        return None
    found = _look_at(path)
    if isinstance(found, _Flaw):
        diagnostics.report("unusable-picture", f"`{written}` {found.what}", span, help=found.help)
        return None
    return found


def _mended(written: str, path: Path) -> str | None:
    """Return how to write the path of a file that is not there."""
    if _DRIVE.match(written):
        return "begin at the deck's folder, and write `/` between folders"
    if _BACKSLASH.search(written):
        return "write `/` between folders"
    return nearest(path.name, files_beside(path))


class _Flaw(NamedTuple):
    """What is wrong with a file, as the end of a sentence, and how to mend it."""

    what: str
    help: str | None = "use a whole JPEG or PNG file"


@cache
def _look_at(path: Path) -> PictureFile | _Flaw:
    """Return what the file's header says, or what is wrong with it."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            media_type = _MEDIA_TYPES.get(image.format or "")
            width, height = image.size
            # Of a PNG, Pillow would decode all to find Exif data, which hardly any PNG has.
            orientation = image.getexif().get(_ORIENTATION, 1) if image.format == "JPEG" else 1
    except UnidentifiedImageError:
        return _Flaw("is an SVG drawing", "export it as PNG") if _is_svg(path) else _Flaw("is not a picture")
    except OSError as error:
        if error.strerror:  # the system's word, which says nothing of the content; Pillow's own errors have none
            return _Flaw(f"cannot be read: {error.strerror.lower()}", None)
        return _Flaw(f"cannot be read: {error}")
    except (ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return _Flaw(f"cannot be read: {error}")
    if media_type is None:
        return _Flaw(f"is a {image.format} file")
    if not _is_whole(path, media_type):
        return _Flaw("is cut short")
    if orientation != 1:  # browsers would turn it and PDF viewers would not
        return _Flaw(f"is stored turned (Exif orientation {orientation})", "turn it in a picture editor and save it")
    return PictureFile(path, media_type, width, height)


def _is_svg(path: Path) -> bool:
    """Tell whether a file is called a drawing or begins like one."""
    with path.open("rb") as stream:
        beginning = stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    return path.suffix.lower() == ".svg" or beginning.startswith((b"<svg", b"<?xml"))


def _is_whole(path: Path, media_type: str) -> bool:
    """Tell whether the file's last bytes hold its format's end mark; some cameras write a little behind it."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _LONGEST_TRAILER))
        return _END_MARKS[media_type] in stream.read()
