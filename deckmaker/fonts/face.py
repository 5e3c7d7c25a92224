"""One style of one family: shaping and measurement by HarfBuzz, in font units and ems."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from deckmaker.fonts.families import font_file

_NO_LIGATURES = {"liga": False, "clig": False, "dlig": False}


class FaceKey(NamedTuple):
    """Which face: an Office family and its style."""

    family: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs of a text in visual order: ids, advances in ems, and the index of the character each begins at."""

    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font says of itself as a whole, in ems; `italic_angle` in degrees, `box` is left, bottom, right, top."""

    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    box: tuple[float, float, float, float]


class Face:
    """A font file opened once. Ligatures are off everywhere: see docs/analysis/ligatures.md."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.blob = hb.Blob.from_file_path(str(path))
        self.hb_face = hb.Face(self.blob)
        self._font = hb.Font(self.hb_face)
        self.units_per_em: int = self.hb_face.upem

    @lru_cache(maxsize=16_384)  # noqa: B019  # faces live as long as the process
    def shape(self, text: str, kerned: bool = True) -> Shaped:
        """Shape one run of left-to-right text without ligatures."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"  # other directions are refused before anything is drawn
        hb.shape(self._font, buffer, _NO_LIGATURES if kerned else {**_NO_LIGATURES, "kern": False})
        em = self.units_per_em
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        return Shaped(
            tuple(info.codepoint for info in infos),
            tuple(p.x_advance / em for p in positions),
            tuple(info.cluster for info in infos),
        )

    @lru_cache(maxsize=4_096)  # noqa: B019
    def has(self, character: str) -> bool:
        """Tell whether the face has a glyph for one character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    @lru_cache(maxsize=256)  # noqa: B019
    def left_bearing(self, character: str) -> float:
        """Return the white space before a character's ink, in ems; 0 where the face has no such glyph."""
        glyph = self._font.get_nominal_glyph(ord(character))
        extents = None if glyph is None else self._font.get_glyph_extents(glyph)
        return float(extents.x_bearing) / self.units_per_em if extents else 0.0

    @cached_property
    def metrics(self) -> Metrics:
        """The font's vertical metrics and bounding box."""
        em = self.units_per_em
        extents = self._font.get_font_extents("ltr")
        box = struct.unpack(">4h", bytes(self.hb_face.reference_table("head").data)[36:44])  # OpenType: head, xMin …
        tag = hb.OTMetricsTag.CAP_HEIGHT
        cap_height = self._font.get_metric_position_with_fallback(tag)
        angle = struct.unpack(">l", bytes(self.hb_face.reference_table("post").data)[4:8])[0] / 65536
        left, bottom, right, top = (value / em for value in box)
        return Metrics(
            extents.ascender / em, extents.descender / em, cap_height / em, angle, (left, bottom, right, top)
        )

    def glyph_advance(self, glyph: int) -> float:
        """Return a glyph's own advance in ems, before kerning."""
        return float(self._font.get_glyph_h_advance(glyph)) / self.units_per_em


@cache
def face(key: FaceKey) -> Face:
    """Return the opened face for `key`."""
    return Face(font_file(*key))
