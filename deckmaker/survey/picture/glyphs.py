"""Text as outlines: each glyph of a picture is kept once, and used wherever it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from xml.etree.ElementTree import Element

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.paths import glyph_path
from deckmaker.survey.picture.elements import element, length
from deckmaker.text import GlyphRun


class Outlines:
    """The glyphs that one picture uses."""

    def __init__(self) -> None:
        self._ids: dict[tuple[FaceKey, int], str] = {}

    def drawn(self, run: GlyphRun, x: float, baseline: float, fill: str) -> Element:
        """Return a run's glyphs, its pen at `x` on a baseline, in points of the page."""
        size = run.style.size
        units = face(run.style.face).units_per_em
        scale = size / units
        place = f"translate({length(x)} {length(baseline - run.style.rise)}) scale({scale:.6g} {-scale:.6g})"
        group = element("g", {"transform": place, "fill": fill})
        pens = accumulate(run.advances, initial=0.0)
        offsets: Iterable[tuple[float, float]] = run.offsets or ((0.0, 0.0),) * len(run.glyphs)
        for glyph, pen, (right, up) in zip(run.glyphs, pens, offsets, strict=False):  # one pen more: where the run ends
            if glyph_path(run.style.face, glyph):
                at = {"x": length(pen / scale + right * units), "y": length(up * units)}
                used = {"href": f"#{self._id(run.style.face, glyph)}"}
                group.append(element("use", used | {name: value for name, value in at.items() if value != "0"}))
        return group

    def _id(self, key: FaceKey, glyph: int) -> str:
        return self._ids.setdefault((key, glyph), f"g{len(self._ids)}")

    def definitions(self) -> Element:
        """Return the outlines of all glyphs that were drawn."""
        definitions = element("defs")
        for (key, glyph), name in self._ids.items():
            definitions.append(element("path", {"id": name, "d": glyph_path(key, glyph)}))
        return definitions
