"""One style of one family: shaping and measurement by HarfBuzz, in font units and ems."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.fonts.families import font_file
from deckmaker.fonts.installed import installed_source
from deckmaker.fonts.invisible import leaves_ink, needing_glyphs
from deckmaker.fonts.own_families import own_source
from deckmaker.fonts.rights import forbids_subsets
from deckmaker.fonts.source import INSTALLED, FaceKey, FontSource

LONGEST = 100_000
"""Characters that are shaped at once. HarfBuzz gives up on some 500,000, and no slide holds a hundredth of that."""

MOST_KEPT = 1_000_000
"""Characters of texts whose glyphs are kept for the next time, each of some 130 bytes. A deck of 1,000 slides has half
as many, and what is long is seldom asked for again: counted by texts, those of one deck would fill any memory."""

_LARGEST = 16
"""Ems that a glyph may reach: the longest, a phrase in one Arabic sign, takes ten."""

_COORDINATES = 32_000
"""Font units that TrueType's outlines have numbers for (OpenType: glyf, of 16 bits), some to spare for curves."""

_STEPS = 2_000
"""Lines and curves of a glyph in PostScript's curves, of which an intricate one has some hundred. Each becomes up to
thirty points of TrueType's, which has numbers for 65,535 (OpenType: glyf)."""

_GLYPHS_EACH, _GLYPHS_MORE = 8, 64
"""Glyphs that each character of a text in a font that is not ours becomes at most, and a text beside. Scripts that part
letters make three of one; a font's own rules could make twenty thousand."""

ALONE = ("", "")
"""What stands beside a run whose letters join none of another."""

_NO_LIGATURES = {"liga": False, "clig": False, "dlig": False}
_UNKERNED = {**_NO_LIGATURES, "kern": False}
_PLAIN = {**_UNKERNED, "calt": False}
"""Neither kerning nor alternates by context, which Inter and other fonts of today have and not all programs set: lines
break where they do with both, or they are not safe."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs of a text in visual order: ids, advances in ems, and the index of the character each begins at.

    `offsets` are how far each is drawn from where the pen stands, right and up in ems; empty where none is.
    `plain` says that each character has a glyph of its own.
    """

    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]
    offsets: tuple[tuple[float, float], ...] = ()
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics of a font as a whole, in ems; `italic_angle` in degrees, `box` is left, bottom, right, top."""

    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    box: tuple[float, float, float, float]


class Ink(NamedTuple):
    """How far a glyph's ink reaches from where the pen stands and from the baseline, in ems; y grows upward."""

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """A font file opened once. Ligatures are off everywhere: see docs/analysis/ligatures.md.

    `foreign` faces are not deckmaker's own: of any script, and with any outlines.
    """

    most_kept = MOST_KEPT

    def __init__(self, source: FontSource, foreign: bool = False) -> None:
        self.path, self.axes, self.foreign = source.path, source.axes, foreign
        content = source.content
        blob = hb.Blob.from_file_path(str(source.path)) if content is None else hb.Blob(content)
        self.hb_face = hb.Face(blob, source.place)
        self.hb_font = hb.Font(self.hb_face)
        if source.axes:
            self.hb_font.set_variations(dict(source.axes))
        self.units_per_em: int = self.hb_face.upem
        self._characters: set[str] = set()
        self._kept: dict[tuple[str, bool, bool, tuple[str, str]], Shaped] = {}
        self._kept_characters = 0

    def shape(self, text: str, kerned: bool = True, turned: bool = False, beside: tuple[str, str] = ALONE) -> Shaped:
        """Shape one run of text without ligatures: from left to right, or `turned`, from right to left.

        Its letters join those `beside` it in other runs, before it and behind it.

        An endless one is shaped in pieces: it will fit nowhere, and only by how much is still to be told. What was
        shaped last is kept.
        """
        key = text, kerned, turned, beside
        if (found := self._kept.get(key)) is None:
            self._kept[key] = found = self._shaped(*key)
            self._kept_characters += len(text)
            while self._kept_characters > self.most_kept and len(self._kept) > 1:
                oldest = next(iter(self._kept))
                del self._kept[oldest]
                self._kept_characters -= len(oldest[0])
        return found

    def _shaped(self, text: str, kerned: bool, turned: bool, beside: tuple[str, str]) -> Shaped:
        if len(text) <= LONGEST:
            return self._shape(text, kerned, turned=turned, beside=beside)
        starts = range(0, len(text), LONGEST)[:: -1 if turned else 1]
        pieces = [self._shape(text[start : start + LONGEST], kerned, turned=turned) for start in starts]
        return Shaped(
            tuple(glyph for piece in pieces for glyph in piece.glyphs),
            tuple(advance for piece in pieces for advance in piece.advances),
            tuple(start + cluster for start, piece in zip(starts, pieces, strict=True) for cluster in piece.clusters),
            _joined_offsets(pieces),
            all(piece.plain for piece in pieces),
        )

    def shape_with_ligatures(self, text: str) -> Shaped:
        """Shape one run of left-to-right text as other programs do. For what becomes outlines, and is never edited."""
        return self._shape(text[:LONGEST], kerned=True, features={})

    def _shape(
        self,
        text: str,
        kerned: bool,
        features: Mapping[str, bool] = _NO_LIGATURES,
        turned: bool = False,
        beside: tuple[str, str] = ALONE,
    ) -> Shaped:
        buffer = hb.Buffer()
        # HarfBuzz takes no kinds of `str`, as a text with filled values is.
        before, behind = beside
        if before or behind:
            buffer.add_str(f"{before}{text}{behind}", len(before), len(text))
        else:
            buffer.add_str(str(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if turned else "ltr"
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES  # which are drawn as nothing
        plain = _PLAIN if self.foreign else _UNKERNED
        try:
            hb.shape(self.hb_font, buffer, dict(features if kerned else plain))
            infos, positions = buffer.glyph_infos, buffer.glyph_positions
        except MemoryError:  # HarfBuzz's word for more glyphs than it makes of a text
            if not self.foreign:
                raise
            return self._unshaped(len(text))
        if self.foreign and len(infos) > _GLYPHS_EACH * len(text) + _GLYPHS_MORE:
            return self._unshaped(len(text))
        em = self.units_per_em
        clusters = tuple([info.cluster for info in infos])
        if before:
            clusters = tuple([cluster - len(before) for cluster in clusters])
        offsets: tuple[tuple[float, float], ...] = ()
        if not text.isascii() and any(p.x_offset or p.y_offset for p in positions):
            offsets = tuple((p.x_offset / em, p.y_offset / em) for p in positions)
        # Lists first: a tuple takes twice as long to make of what a generator yields.
        return Shaped(
            tuple([info.codepoint for info in infos]),
            tuple([p.x_advance / em for p in positions]),
            clusters,
            offsets,
            clusters == tuple(range(len(text))),
        )

    def _unshaped(self, count: int) -> Shaped:
        """Return so many characters as if the font had none of them: see `soundness`."""
        return Shaped((0,) * count, (self.glyph_advance(0),) * count, tuple(range(count)))

    def glyph_of(self, character: str) -> int:
        """Return the glyph of one character by itself, before any rule of the font; 0 where it has none."""
        return self.hb_font.get_nominal_glyph(ord(character)) or 0

    @lru_cache(maxsize=4_096)  # noqa: B019
    def has(self, character: str) -> bool:
        """Tell whether the face has a glyph for one character."""
        return self.hb_font.get_nominal_glyph(ord(character)) is not None

    @cached_property
    def _codes(self) -> hb.Set:
        return self.hb_face.unicodes

    def covers(self, text: str) -> bool:
        """Tell whether the face has a glyph for every character of a text that needs one."""
        rest = set(text) - self._characters
        if rest:  # as Python's objects, all characters of a font may be a hundred megabytes
            self._characters |= {one for one in rest if ord(one) in self._codes}
            rest -= self._characters
        return not rest or not needing_glyphs("".join(rest))

    @lru_cache(maxsize=4_096)  # noqa: B019
    def draws(self, text: str) -> bool:
        """Tell whether the face shows all of a text, shaped: by other glyphs too, a letter and its mark for one."""
        glyphs = self.shape(text).glyphs
        if self.foreign and not all(map(self.is_within_bounds, glyphs)):
            return False
        return 0 not in glyphs and (not leaves_ink(text) or any(map(self._has_ink, glyphs)))

    def is_within_bounds(self, glyph: int) -> bool:
        """Tell whether a glyph of a font that is not ours is whole, and its outline one that a page has room for."""
        extents, advance = self.hb_font.get_glyph_extents(glyph), self.hb_font.get_glyph_h_advance(glyph)
        if extents is None:
            return False
        right, bottom = extents.x_bearing + extents.width, extents.y_bearing + extents.height
        numbers = (extents.x_bearing, extents.y_bearing, right, bottom, advance)
        if max(map(abs, numbers)) > min(_LARGEST * self.units_per_em, _COORDINATES):
            return False
        steps = self.steps(glyph)
        if extents.width and extents.height and not steps:  # it is made of more parts than HarfBuzz follows
            return False
        return not self.has_cubic_outlines or steps <= _STEPS

    @lru_cache(maxsize=4_096)  # noqa: B019
    def steps(self, glyph: int) -> int:
        """Return of how many lines and curves a glyph's outline is."""
        count = 0

        def step(*_: object) -> None:
            nonlocal count
            count += 1

        drawing = hb.DrawFuncs()
        drawing.set_line_to_func(step)
        drawing.set_quadratic_to_func(step)
        drawing.set_cubic_to_func(step)
        self.hb_font.draw_glyph(glyph, drawing)
        return count

    def _has_ink(self, glyph: int) -> bool:
        extents = self.hb_font.get_glyph_extents(glyph)
        return extents is not None and extents.width != 0 and extents.height != 0

    @lru_cache(maxsize=256)  # noqa: B019
    def left_bearing(self, character: str) -> float:
        """Return the white space before a character's ink, in ems; 0 where the face has no such glyph."""
        glyph = self.hb_font.get_nominal_glyph(ord(character))
        extents = None if glyph is None else self.hb_font.get_glyph_extents(glyph)
        return float(extents.x_bearing) / self.units_per_em if extents else 0.0

    def ink(self, glyph: int) -> Ink:
        """Return where a glyph's ink is."""
        extents, em = self.hb_font.get_glyph_extents(glyph), self.units_per_em
        if extents is None:
            return Ink(0.0, 0.0, 0.0, 0.0)
        left, top = extents.x_bearing / em, extents.y_bearing / em
        return Ink(left, top + extents.height / em, left + extents.width / em, top)

    @cached_property
    def has_cubic_outlines(self) -> bool:
        """Whether its glyphs are drawn in PostScript's curves (CFF), not in TrueType's."""
        return "glyf" not in self.hb_face.table_tags

    @cached_property
    def rights(self) -> int:
        """What its licence lets documents do with it (OpenType: OS/2, fsType): see `rights`."""
        return int.from_bytes(self._table("OS/2")[8:10])

    @property
    def is_whole(self) -> bool:
        """Whether documents have to carry all of its glyphs: its rights forbid subsets."""
        return self.foreign and forbids_subsets(self.rights)

    def _table(self, tag: str) -> bytes:
        return bytes(self.hb_face.reference_table(tag).data)

    @cached_property
    def x_height(self) -> float:
        """The height of its small letters, in ems."""
        tag = hb.OTMetricsTag.X_HEIGHT
        return float(self.hb_font.get_metric_position_with_fallback(tag)) / self.units_per_em

    @cached_property
    def metrics(self) -> Metrics:
        """The font's vertical metrics and bounding box."""
        em = self.units_per_em
        extents = self.hb_font.get_font_extents("ltr")
        box = struct.unpack(">4h", self._table("head")[36:44])  # OpenType: head, xMin …
        tag = hb.OTMetricsTag.CAP_HEIGHT
        cap_height = self.hb_font.get_metric_position_with_fallback(tag)
        angle = struct.unpack(">l", self._table("post")[4:8])[0] / 65536
        left, bottom, right, top = (value / em for value in box)
        return Metrics(
            extents.ascender / em, extents.descender / em, cap_height / em, angle, (left, bottom, right, top)
        )

    def glyph_advance(self, glyph: int) -> float:
        """Return a glyph's own advance in ems, before kerning."""
        return float(self.hb_font.get_glyph_h_advance(glyph)) / self.units_per_em


def _joined_offsets(pieces: list[Shaped]) -> tuple[tuple[float, float], ...]:
    """Return the offsets of all pieces' glyphs, where any of them is moved."""
    if not any(piece.offsets for piece in pieces):
        return ()
    return tuple(one for piece in pieces for one in piece.offsets or ((0.0, 0.0),) * len(piece.glyphs))


def keep_shaped(characters: int) -> None:
    """Keep the glyphs of fewer texts from now on: who makes many decks, each with texts of its own, needs few again."""
    Face.most_kept = characters


@cache
def face(key: FaceKey) -> Face:
    """Return the opened face for `key`. Raises KeyError for a family that is not at hand."""
    if key.is_office:
        return Face(FontSource(font_file(key.family, key.bold, key.italic)))
    return Face(installed_source(key) if key.origin == INSTALLED else own_source(key), foreign=True)
