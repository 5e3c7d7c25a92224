"""Pictures as files: what they are, whether they are safe and whole, and the clean bytes that outputs hold.

    path ─look at→ PictureFile ─content→ JPEG or PNG, upright, without metadata but of rights
                               └drawing of→ lines and curves, of drawings that can be said so

Nothing here knows where a picture stands.
"""

from deckmaker.assets.digests import digests_of
from deckmaker.assets.flaw import Flaw, PictureLost, lost_on_failure
from deckmaker.assets.rendition import Rendition
from deckmaker.assets.rights.record import Rights
from deckmaker.assets.store import (
    Found,
    content,
    decoded_pixels,
    drawing_elements,
    drawing_file,
    drawing_of,
    ground_in,
    is_known_opaque,
    lines_in,
    look_at,
    prepare,
    rendition_of,
    rights_in,
    sketch_of,
    upright_pixels,
    with_rights,
)

__all__ = [
    "Flaw",
    "Found",
    "PictureLost",
    "Rendition",
    "Rights",
    "content",
    "decoded_pixels",
    "digests_of",
    "drawing_elements",
    "drawing_file",
    "drawing_of",
    "ground_in",
    "is_known_opaque",
    "lines_in",
    "look_at",
    "lost_on_failure",
    "prepare",
    "rendition_of",
    "rights_in",
    "sketch_of",
    "upright_pixels",
    "with_rights",
]
