"""The font files that a theme names: found by the rule for all files of a project, opened once, and held."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckmaker.budget import FONT_BYTES
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
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
    failed = False
    for index, one in enumerate(written):
        faces = _faces_of_file(one, tree.value_span((*place, index)), diagnostics)
        failed |= faces is None
        found += faces or ()
    return None if failed else tuple(found)


def _faces_of_file(written: str, span: Span, diagnostics: Diagnostics) -> list[FileFace] | None:
    path = _found(written, span, diagnostics)
    if path is None or (content := _content(path, written, span, diagnostics)) is None:
        return None
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
        near = None if isinstance(found, Barred) else nearest(found.path.name, files_beside(found.path))
        diagnostics.report("unusable-font", f"there is no file `{written}`", span, near)
        return None
    return found.path


def _content(path: Path, written: str, span: Span, diagnostics: Diagnostics) -> bytes | None:
    try:
        with opened_file(path) as (stream, stamp):
            if stamp[0] > FONT_BYTES.most:
                message = f"`{written}` {FONT_BYTES.excess(stamp[0])}"
                diagnostics.report("unusable-font", message, span)
                return None
            content = stream.read(FONT_BYTES.most + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        diagnostics.report("unusable-font", f"`{written}` cannot be read: {reason}", span)
        return None
    return content[: FONT_BYTES.most]
