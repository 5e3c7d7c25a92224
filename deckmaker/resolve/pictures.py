"""Paths in a deck to pictures on disk: what is wrong with them said at their place."""

from __future__ import annotations

from pathlib import Path

from deckmaker.assets import Flaw, look_at
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import PictureFile
from deckmaker.resolve.files import find_file

FOCUS = {
    "center": (0.5, 0.5),
    "left": (0.0, 0.5),
    "right": (1.0, 0.5),
    "top": (0.5, 0.0),
    "bottom": (0.5, 1.0),
}


def find_picture(written: str, deck_path: Path, span: Span, diagnostics: Diagnostics) -> PictureFile | None:
    """Return the picture that `written`, relative to the deck, names; report and return None where there is none."""
    path = find_file(written, deck_path, span, diagnostics, "picture")
    if path is None:
        return None
    found = look_at(path)
    if isinstance(found, Flaw):
        diagnostics.report("unusable-picture", f"`{written}` {found.what}", span, help=found.help)
        return None
    if found.further:
        what = f"`{written}` {found.further}; only its first picture is shown"
        diagnostics.report("first-picture-only", what, span, help="save the picture that you mean in a file of its own")
    if found.pixels:
        what = f"`{written}` has {found.pixels}: it is shown as pixels"
        diagnostics.report("drawn-as-pixels", what, span, help="export it without, if it is to be sharp at any size")
    return found.picture
