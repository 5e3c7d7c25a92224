"""The font files that a theme names: found by the rule for all files of a project, opened once, and held."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckmaker.budget.fonts import FONT_BYTES
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.near import nearest_file
from deckmaker.fonts.file_faces import FileFace, Flaw, faces_in
from deckmaker.project import Barred, files_beside, opened_file, reached
from deckmaker.source import DataPath, Tree
from deckmaker.source.barred import told_barred

_WEB_FONTS = (b"wOFF", b"wOF2")


def faces_of_files(
    written: Sequence[str], tree: Tree, place: DataPath, diagnostics: Diagnostics
) -> tuple[FileFace, ...] | None:
    """Return the faces in the files of a family, or report each file that cannot be used and return None."""
    found: list[FileFace] = []
    failed, room = False, FONT_BYTES.most
    for index, one in enumerate(written):
        span = tree.value_span((*place, index))
        path = _found(one, span, diagnostics)
        content = _content(path, one, room, span, diagnostics) if path else None
        faces = _faces(path, content, one, span, diagnostics) if path and content is not None else None
        room -= len(content or b"")
        failed |= faces is None
        found += faces or ()
    return None if failed else tuple(found)


def _faces(path: Path, content: bytes, written: str, span: Span, diagnostics: Diagnostics) -> list[FileFace] | None:
    faces, flaws = [], []
    for one in faces_in(path, content):
        if isinstance(one, Flaw):
            flaws.append(one)
        else:
            faces.append(one)
    if faces:
        return faces
    reason, help = flaws[0].reason, "take a .ttf, .otf, .ttc or .otc file"
    if content[:4] in _WEB_FONTS:
        reason, help = "is a web font (WOFF)", "take the .ttf or .otf from which it was made"
    diagnostics.report("unusable-font", f"`{written}` {reason}", span, help)
    return None


def _found(written: str, span: Span, diagnostics: Diagnostics) -> Path | None:
    # A source's name leads to it from the working folder, as whoever reads a message would go there.
    found = reached(written, Path(span.source.name).absolute())
    if isinstance(found, Barred) and found is not Barred.NOWHERE:
        told_barred(found, written, span, diagnostics)
        return None
    if isinstance(found, Barred) or not found.is_file:
        near = None if isinstance(found, Barred) else nearest_file(found.path.name, files_beside(found.path))
        diagnostics.report("unusable-font", f"there is no file `{written}`", span, near)
        return None
    return found.path


def _content(path: Path, written: str, room: int, span: Span, diagnostics: Diagnostics) -> bytes | None:
    """Return what is in a file for which the files before it have left `room`, in bytes."""
    try:
        with opened_file(path) as (stream, stamp):
            if stamp[0] > room:
                before = f", and those before it {FONT_BYTES.most - room:,}" if room < FONT_BYTES.most else ""
                limit = f"{FONT_BYTES.holder} may have {FONT_BYTES.most:,}"
                message = f"`{written}` has {stamp[0]:,} {FONT_BYTES.unit}{before}: {limit}"
                diagnostics.report("unusable-font", message, span)
                return None
            content = stream.read(room)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        diagnostics.report("unusable-font", f"`{written}` cannot be read: {reason}", span)
        return None
    return content
