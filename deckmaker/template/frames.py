"""Where shapes stand: their own frames, in groups that move, stretch, turn and mirror them (20.1.7.6, 20.1.7.5)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass
from deckmaker.template.canvas import decimal
from deckmaker.template.names import A
from deckmaker.template.numbers import ANGLE, EMU, attribute, flag


@dataclass(frozen=True, slots=True)
class Frame:
    """A place of a size in points, whose top left corner `transform` brings onto the page."""

    transform: str
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Space:
    """The space of the shapes in a group, or of a page: `scale` and `origin` bring its EMU to points, all of which
    `transform` brings onto the page."""

    transform: str = ""
    scale: tuple[float, float] = (1 / EMU, 1 / EMU)
    origin: tuple[float, float] = (0.0, 0.0)

    def frame(self, place: Element) -> Frame | None:
        """Return the frame that an `xfrm` is, None where it says no size."""
        box = self._box(place)
        if box is None:
            return None
        x, y, width, height = box
        return Frame(f"{self._turned(place, box)}translate({decimal(x)} {decimal(y)})", width, height)

    def inside(self, place: Element) -> Space | None:
        """Return the space of a group with such an `xfrm`, None where it says none that makes sense."""
        box = self._box(place)
        start, extent = place.find(f"{A}chOff"), place.find(f"{A}chExt")
        across, down = attribute(extent, "cx"), attribute(extent, "cy")
        if box is None or start is None or (not across and box[2]) or (not down and box[3]):
            return None
        x, y, width, height = box
        scale = (width / across if across else self.scale[0], height / down if down else self.scale[1])
        origin = (x - attribute(start, "x") * scale[0], y - attribute(start, "y") * scale[1])
        return Space(self._turned(place, box), scale, origin)

    def _box(self, place: Element) -> tuple[float, float, float, float] | None:
        """Return left, top, width and height in points.

        What is turned by about a quarter is stretched across by what the group is stretched down: as PowerPoint does.
        """
        off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
        if off is None or ext is None:
            return None
        across, down = self.scale
        width, height = attribute(ext, "cx"), attribute(ext, "cy")
        if width < 0 or height < 0:
            return None
        x = self.origin[0] + (attribute(off, "x") + width / 2) * across
        y = self.origin[1] + (attribute(off, "y") + height / 2) * down
        if 45 <= attribute(place, "rot") / ANGLE % 180 < 135:
            across, down = down, across
        own_width, own_height = width * abs(across), height * abs(down)
        return x - own_width / 2, y - own_height / 2, own_width, own_height

    def _turned(self, place: Element, box: tuple[float, float, float, float]) -> str:
        """Return the transform so far, with how a place is turned and, before that, mirrored."""
        x, y, width, height = box
        found = self.transform
        if turn := attribute(place, "rot"):
            found += f"rotate({decimal(turn / ANGLE)} {decimal(x + width / 2)} {decimal(y + height / 2)}) "
        if flag(place, "flipH"):
            found += f"translate({decimal(2 * x + width)} 0) scale(-1 1) "
        if flag(place, "flipV"):
            found += f"translate(0 {decimal(2 * y + height)}) scale(1 -1) "
        return found
