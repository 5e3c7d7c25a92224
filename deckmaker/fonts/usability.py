"""Whether a theme's own font can be measured and go into every output: judged once, when the theme names it."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import NamedTuple
from unicodedata import category

from deckmaker.budget.fonts import FONT_CODES
from deckmaker.fonts.character_map import is_endless
from deckmaker.fonts.face import Face, face
from deckmaker.fonts.file_faces import FileFace
from deckmaker.fonts.line_descent import line_descent
from deckmaker.fonts.rights import forbids_embedding
from deckmaker.fonts.soundness import is_sound
from deckmaker.fonts.source import FaceKey

_SAMPLE = 500
"""Characters that are cut out for the test: all that most decks have, since a single glyph may be damaged, in some 10
milliseconds."""


class Unusable(NamedTuple):
    """Why a font cannot be used, as it is said after its file's name, or of its licence."""

    reason: str
    by_its_rights: bool = False


def why_unusable(key: FaceKey, file: FileFace) -> Unusable | None:
    """Return why a face cannot go into every output; None where it can."""
    if why := forbids_embedding(file.rights):
        return Unusable(why, by_its_rights=True)
    return _flaw(key)


@cache
def _flaw(key: FaceKey) -> Unusable | None:
    try:
        own = face(key)
        if is_endless(own.hb_face):
            return Unusable(FONT_CODES.excess())
        sample = _sample(own)
        line_descent(key)  # which divides by what its lines take
    except Exception:  # HarfBuzz says RuntimeError or ValueError, and bytes that are no font may be anything
        return Unusable("is damaged")
    if not any(category(one).startswith("L") for one in sample) or not own.has(" "):
        return Unusable("holds no letters: it is a font of signs")
    if own.metrics.ascent + own.metrics.descent <= 0:
        return Unusable("has lines whose middle is not above their letters' feet")
    if own.is_whole and own.has_cubic_outlines:  # a PDF's are drawn anew, glyph by glyph
        return Unusable("its licence forbids subsets, and its PostScript outlines go into a PDF as a subset", True)
    return None if is_sound(own, sample) else Unusable("is damaged")


def _sample(own: Face) -> str:
    """Return the first characters for which a font has glyphs. Fonts of signs have theirs in the private use area."""
    seen = (one for one in map(chr, own.hb_face.unicodes) if not category(one).startswith("C"))
    return "".join(islice(seen, _SAMPLE))
