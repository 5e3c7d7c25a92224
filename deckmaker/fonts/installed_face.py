"""What an installed font file says of its faces: family, style, and whether its outlines may be embedded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb

from deckmaker.budget import FONT_FACES, FONT_NAME_CHARACTERS
from deckmaker.dataclasses import dataclass
from deckmaker.fonts.source import FontSource

REGULAR, BOLD = 400, 700
_BOLDISH = 600
"""From which weight on a face is called bold."""

_NORMAL_WIDTH = 5
_OUTLINES = ("glyf", "CFF ", "CFF2")
_NEEDED = {"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"}
_LEAST_EM, _LARGEST_EM = 16, 16_384
"""Units to an em (OpenType: head, unitsPerEm)."""

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16  # OpenType: name, "Name IDs"
_NOTHING = 0x0378
"""A code point that no version of Unicode has given to a character. A font with a glyph for it has one for anything:
Apple's Last Resort and its like, which show boxes."""


@dataclass(frozen=True, slots=True)
class InstalledFace:
    """One face. `kind` is 0 for sans, 1 for other text faces, 2 for monospaced, 3 for scripts and ornaments."""

    family: str
    kind: int
    weight: int
    width: int
    italic: bool
    axis: tuple[float, float] | None
    path: Path
    index: int

    @property
    def plainness(self) -> tuple[int, int]:
        """How far from the plainest of faces: a sort key."""
        weight = 0 if self.axis else abs(self.weight - REGULAR)
        return (weight, abs(self.width - _NORMAL_WIDTH))

    def distance(self, bold: bool, italic: bool) -> tuple[bool, int, int]:
        """How far the face is from a style: a sort key."""
        wanted = BOLD if bold else REGULAR
        off = abs((self._pinned(wanted) if self.axis else self.weight) - wanted)
        return (self.italic != italic, round(off), abs(self.width - _NORMAL_WIDTH))

    def is_bold(self) -> bool:
        """Tell whether the face is, or can be, of a bold weight."""
        return (self.axis[1] if self.axis else self.weight) >= _BOLDISH

    def source(self, bold: bool) -> FontSource:
        """Return the face's place in its file, a variable font pinned at the weight that is wanted."""
        weight = self._pinned(BOLD if bold else REGULAR) if self.axis else None
        return FontSource(self.path, self.index, weight)

    def _pinned(self, weight: int) -> float:
        low, high = self.axis or (weight, weight)
        return min(max(weight, low), high)


def faces_in(path: Path) -> Iterator[InstalledFace]:
    """Yield the faces of a file that can be used; nothing of a file that is none, or that cannot be read."""
    try:
        blob = hb.Blob.from_file_path(str(path))
    except (hb.HarfBuzzError, OSError):
        return
    for index in range(min(hb.Face(blob).count, FONT_FACES.most)):
        try:
            read = _read(hb.Face(blob, index), path, index)
        except (ValueError, RuntimeError, struct.error):  # tags and names that are no text, of whatever bytes
            continue
        if read is not None:
            yield read


def _read(face: hb.Face, path: Path, index: int) -> InstalledFace | None:
    tables = face.table_tags
    # Without outlines it holds bitmaps or pictures alone, which no size but their own shows well.
    if not any(tag in tables for tag in _OUTLINES) or not set(tables) >= _NEEDED:
        return None
    os2, post, head = _table(face, "OS/2"), _table(face, "post"), _table(face, "head")
    if len(os2) < 78 or len(post) < 16 or len(head) < 54 or not _embeddable(struct.unpack(">H", os2[8:10])[0]):
        return None
    if not _LEAST_EM <= int.from_bytes(head[18:20]) <= _LARGEST_EM:
        return None
    axis = next(((one.min_value, one.max_value) for one in face.axis_infos if one.tag == "wght"), None)
    family = (face.get_name(_TYPOGRAPHIC_FAMILY, "en") if axis else None) or face.get_name(_FAMILY, "en")
    if not family or len(family) > FONT_NAME_CHARACTERS.most or not _is_name(family):
        return None
    weight, width = struct.unpack(">2H", os2[4:8])
    (selection,) = struct.unpack(">H", os2[62:64])
    italic = bool(selection & 0x201)  # bits 0 and 9: italic, oblique
    return InstalledFace(family, _kind(os2, post, family), weight, width, italic, axis, path, index)


def _table(face: hb.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


def _is_name(family: str) -> bool:
    """Tell whether every output can name a family: in XML and style sheets, on a terminal, and as no other font.

    PowerPoint takes `+mn-lt` and its like for the theme's fonts, and `@` for a font set upright in columns; a point is
    before the names of macOS's own, which no other program may use.
    """
    return family.isprintable() and family.strip() == family != "" and family[0] not in "+@."


def _embeddable(rights: int) -> bool:
    """Tell whether a subset may stand in a document (OpenType: OS/2, fsType): not restricted, not bitmaps only."""
    restricted, no_subset, bitmaps_only = rights & 0xF == 2, rights & 0x100, rights & 0x200
    return not (restricted or no_subset or bitmaps_only)


def _kind(os2: bytes, post: bytes, family: str) -> int:
    """Return a face's kind by PANOSE, by the IBM font class, and, since many fonts leave both empty, by its name."""
    kind, serifs, proportion = os2[32], os2[33], os2[35]
    ibm = os2[30]
    if kind in (3, 4) or ibm in (9, 10):
        return 3
    if struct.unpack(">L", post[12:16])[0] or (kind == 2 and proportion == 9) or "Mono" in family.split():
        return 2
    return 0 if (kind == 2 and serifs >= 11) or ibm == 8 or "sans" in family.lower() else 1


def characters_of(source: FontSource) -> hb.Set:
    """Return the code points for which a face has glyphs; none for a font that has one for anything."""
    try:
        face = hb.Face(hb.Blob.from_file_path(str(source.path)), source.place)
    except (hb.HarfBuzzError, OSError):  # gone since it was found
        return hb.Set()
    codes = face.unicodes
    return hb.Set() if _NOTHING in codes else codes
