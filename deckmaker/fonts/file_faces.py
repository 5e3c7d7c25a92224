"""What a font file says of its faces: family, style, axes, rights; and why a face is none that can be used."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from deckmaker.budget.fonts import FONT_FACES, FONT_NAME_CHARACTERS
from deckmaker.dataclasses import dataclass
from deckmaker.fonts.source import FontSource

REGULAR, BOLD = 400, 700
BOLDISH = 600
"""From which weight on a face is called bold."""

_NORMAL_WIDTH = 5
_OUTLINES = ("glyf", "CFF ", "CFF2")
_NEEDED = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post")
_LEAST_SIZES = {"OS/2": 78, "post": 16, "head": 54}
"""Bytes of the tables that are read here (OpenType: Required Tables)."""

_LEAST_EM, _LARGEST_EM = 16, 16_384
"""Units to an em (OpenType: head, unitsPerEm)."""

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16  # OpenType: name, "Name IDs"
_ITALIC, _BOLD = 0x201, 0x20
"""Bits of OS/2, fsSelection: 0 and 9 for italic and oblique; 5 for bold."""

_NOTHING = 0x0378
"""A code point that no version of Unicode has given to a character. A font with a glyph for it has one for anything:
Apple's Last Resort and its like, which show boxes."""


class Flaw(NamedTuple):
    """Why a file, or a face in it, is none that can be used: what is said of it after its name."""

    reason: str


@dataclass(frozen=True, slots=True)
class FileFace:
    """One face of a file.

    `family` is the name under which programs list it, at most four styles together; `typographic_family` gathers all
    weights. `kind` is 0 for sans, 1 for other text faces, 2 for monospaced, 3 for scripts and ornaments; `generic` is
    CSS's word. `axes` has the least, the default and the largest value of each axis of a variable font. `rights` are
    OS/2's fsType, `is_bold_style` what the font itself calls bold.
    """

    family: str
    typographic_family: str
    kind: int
    generic: str
    weight: int
    width: int
    italic: bool
    is_bold_style: bool
    axes: Mapping[str, tuple[float, float, float]]
    rights: int
    path: Path
    index: int
    content: bytes | None = None

    @property
    def plainness(self) -> tuple[int, int]:
        """How far from the plainest of faces: a sort key."""
        weight = 0 if "wght" in self.axes else abs(self.weight - REGULAR)
        return (weight, abs(self.width - _NORMAL_WIDTH))

    def distance(self, bold: bool, italic: bool) -> tuple[bool, int, int]:
        """How far the face is from a style: a sort key."""
        wanted = BOLD if bold else REGULAR
        return (
            self.is_italic(italic) != italic,
            round(abs(self._weight(bold) - wanted)),
            abs(self.width - _NORMAL_WIDTH),
        )

    def is_bold(self, wanted: bool) -> bool:
        """Tell whether the face is of a bold weight where bold is `wanted` or not: an axis can make it so."""
        return self._weight(wanted) >= BOLDISH

    def _weight(self, bold: bool) -> float:
        """Return the weight at which the face is drawn."""
        if "wght" not in self.axes:
            return self.weight
        low, _, high = self.axes["wght"]
        return min(max(BOLD if bold else REGULAR, low), high)

    def is_italic(self, wanted: bool) -> bool:
        """Tell whether the face is italic where italic is `wanted` or not: an axis can make it so."""
        return self.italic or (wanted and bool(self._slanted()))

    def source(self, bold: bool, italic: bool = False) -> FontSource:
        """Return the face's place in its file, a variable font pinned where the style is."""
        return FontSource(self.path, self.index, self._pinned(bold, italic), self.content)

    def _pinned(self, bold: bool, italic: bool) -> tuple[tuple[str, float], ...]:
        weight = [("wght", self._weight(bold))] if "wght" in self.axes else []
        return tuple(weight + (self._slanted() if italic and not self.italic else []))

    def _slanted(self) -> list[tuple[str, float]]:
        """Return where an upright variable font is italic: on the axis for it, or else as slanted as it can be."""
        if self.axes.get("ital", (0, 0, 0))[2] >= 1:
            return [("ital", 1.0)]
        low, _, high = self.axes.get("slnt", (0.0, 0.0, 0.0))
        slant = low if low < 0 else high  # degrees, negative to the right (OpenType: Registered axes)
        return [("slnt", slant)] if slant else []


def faces_in(path: Path, content: bytes | None = None) -> Iterator[FileFace | Flaw]:
    """Yield what each face of a file is, or why it cannot be used; one flaw of a file that is none, or is not read."""
    try:
        blob = hb.Blob(content) if content is not None else hb.Blob.from_file_path(str(path))
        count = hb.Face(blob).count
    except (hb.HarfBuzzError, OSError):
        count = 0
    if not count:
        yield Flaw("is no TrueType or OpenType font")
        return
    for index in range(min(count, FONT_FACES.most)):
        try:
            yield _read(hb.Face(blob, index), path, index, content)
        except (ValueError, RuntimeError, struct.error):  # tags and names that are no text, of whatever bytes
            yield Flaw("is damaged")


def _read(face: hb.Face, path: Path, index: int, content: bytes | None) -> FileFace | Flaw:
    tables = set(face.table_tags)
    # Without outlines it holds bitmaps or pictures alone, which no size but their own shows well.
    if not tables.intersection(_OUTLINES):
        return Flaw("has no outlines" if tables else "is no TrueType or OpenType font")
    if lacking := [tag for tag in _NEEDED if tag not in tables]:
        return Flaw(f"lacks the table `{lacking[0]}`, which every font has")
    os2, post, head = (_table(face, tag) for tag in _LEAST_SIZES)
    if any(len(table) < size for table, size in zip((os2, post, head), _LEAST_SIZES.values(), strict=True)):
        return Flaw("is damaged: a table is cut off")
    if not _LEAST_EM <= (em := int.from_bytes(head[18:20])) <= _LARGEST_EM:
        return Flaw(f"has {em} units to an em, and fonts have {_LEAST_EM} to {_LARGEST_EM:,}")
    axes = {one.tag: (one.min_value, one.default_value, one.max_value) for one in face.axis_infos}
    plain, gathering = face.get_name(_FAMILY, "en"), face.get_name(_TYPOGRAPHIC_FAMILY, "en")
    family = (gathering if "wght" in axes else None) or plain
    if not family or len(family) > FONT_NAME_CHARACTERS.most or not _is_name(family):
        return Flaw("has no name that all outputs can write")
    (rights,) = struct.unpack(">H", os2[8:10])
    weight, width = struct.unpack(">2H", os2[4:8])
    (selection,) = struct.unpack(">H", os2[62:64])
    return FileFace(
        family,
        gathering or family,
        _kind(os2, post, family),
        _generic(os2, post, family),
        weight,
        width,
        bool(selection & _ITALIC),
        bool(selection & _BOLD),
        axes,
        rights,
        path,
        index,
        content,
    )


def _table(face: hb.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


def _is_name(family: str) -> bool:
    """Tell whether every output can name a family: in XML and style sheets, on a terminal, and as no other font.

    PowerPoint takes `+mn-lt` and its like for the theme's fonts, and `@` for a font set upright in columns; a point is
    before the names of macOS's own, which no other program may use.
    """
    return family.isprintable() and family.strip() == family != "" and family[0] not in "+@."


def _kind(os2: bytes, post: bytes, family: str) -> int:
    """Return a face's kind by PANOSE, by the IBM font class, and, since many fonts leave both empty, by its name."""
    kind, serifs = os2[32], os2[33]
    ibm = os2[30]
    if kind in (3, 4) or ibm in (9, 10):
        return 3
    if _is_monospaced(os2, post, family):
        return 2
    return 0 if (kind == 2 and serifs >= 11) or ibm == 8 or "sans" in family.lower() else 1


def _is_monospaced(os2: bytes, post: bytes, family: str) -> bool:
    kind, proportion = os2[32], os2[35]
    return bool(struct.unpack(">L", post[12:16])[0] or (kind == 2 and proportion == 9) or "Mono" in family.split())


def _generic(os2: bytes, post: bytes, family: str) -> str:
    """Return CSS's generic family, by the same. A text face that says nothing of itself is taken for a sans."""
    if _is_monospaced(os2, post, family):
        return "monospace"
    kind, serifs, ibm = os2[32], os2[33], os2[30]
    name = family.lower()
    serif = (kind == 2 and 2 <= serifs <= 10) or 1 <= ibm <= 7 or ("serif" in name and "sans" not in name)
    return "serif" if serif else "sans-serif"


def characters_of(source: FontSource) -> hb.Set:
    """Return the code points for which a face has glyphs; none for a font that has one for
    anything, or names codes without end."""
    from deckmaker.fonts.character_map import is_endless

    try:
        content = source.content
        blob = hb.Blob(content) if content is not None else hb.Blob.from_file_path(str(source.path))
        face = hb.Face(blob, source.place)
    except (hb.HarfBuzzError, OSError):  # gone since it was found
        return hb.Set()
    if is_endless(face):
        return hb.Set()
    codes = face.unicodes
    return hb.Set() if _NOTHING in codes else codes
