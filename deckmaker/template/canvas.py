"""A drawing of SVG while a layout is drawn on it: elements, definitions, pictures, and what cannot be shown."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from deckmaker.assets.drawings.reading import SVG
from deckmaker.assets.drawings.vectors.drawing import Pixels, Unsaid
from deckmaker.budget.drawings import VECTOR_ELEMENTS
from deckmaker.budget.templates import PATTERN_DOTS
from deckmaker.dataclasses import dataclass
from deckmaker.template.colors import Palette
from deckmaker.template.names import A, R
from deckmaker.template.package import Package
from deckmaker.template.pictures import TemplatePictures

_RECOLOURED = ("duotone", "clrChange", "biLevel", "grayscl", "lum")
"""Changes of a picture's colours (ECMA-376 part 1, 20.1.8)."""


@dataclass(frozen=True, slots=True)
class NotShown:
    """What of a template outputs do not show: a noun with its article, the part and the name of the shape."""

    what: str
    part: str
    shape: str


@dataclass(frozen=True, slots=True)
class Source:
    """The part from which shapes are drawn: its package, its name, and what its colours are found by.

    `text_style` is the presentation's list style for texts that are in no placeholder.
    """

    package: Package
    part: str
    palette: Palette
    text_style: Element | None = None


def decimal(value: float) -> str:
    """Return a number as SVG has it, to a thousandth of a point."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


class Canvas:
    """The drawing of one layout, so many points wide and high."""

    def __init__(self, width: float, height: float, pictures: TemplatePictures) -> None:
        self.size = width, height
        self.root = Element(f"{SVG}svg", {"viewBox": f"0 0 {decimal(width)} {decimal(height)}"})
        self._definitions = SubElement(self.root, f"{SVG}defs")
        self.shown: dict[str, Pixels] = {}
        self._pictures = pictures
        self._not_shown: dict[NotShown, None] = {}
        self._count = self._elements = self._dots = 0

    @property
    def not_shown(self) -> tuple[NotShown, ...]:
        """What has been met that outputs do not show, each once."""
        return tuple(self._not_shown)

    def miss(self, what: str, source: Source, shape: str) -> None:
        """Remember that something of a shape is not shown."""
        self._not_shown[NotShown(what, source.part, shape)] = None

    def define(self, name: str, attributes: Mapping[str, str]) -> tuple[Element, str]:
        """Add a definition; return it and what refers to it."""
        self._count += 1
        own = f"d{self._count}"
        return self.element(self._definitions, name, {"id": own, **attributes}), f"url(#{own})"

    def element(self, parent: Element, name: str, attributes: Mapping[str, str]) -> Element:
        """Add an element; return it. Raises Unsaid where there are more than a drawing may have.

        A shape of the template may be very many: a text's words, a picture's tiles.
        """
        self._elements += 1
        if self._elements > VECTOR_ELEMENTS.most:
            raise Unsaid(f"more than {VECTOR_ELEMENTS.limit}")
        return SubElement(parent, f"{SVG}{name}", dict(attributes))

    def takes_dots(self, count: int) -> bool:
        """Tell whether a pattern of so many dots may still be made, and count them."""
        self._dots += count
        return self._dots <= PATTERN_DOTS.most

    def picture(self, fill: Element, source: Source, shape: str) -> Pixels | None:
        """Return the picture of a fill, whose part's name is its address here; None where there is none to show.

        Remembers one that is not shown, and one that lies outside the package.
        """
        blip = fill.find(f"{A}blip")
        reference = "" if blip is None else blip.get(f"{R}embed", "")
        target = source.package.relationships(source.part).get(reference)
        if blip is None or target is None or target.is_external or not source.package.has(target.target):
            self.miss("a picture that is linked and not in the file", source, shape)
            return None
        found = self._pictures.read(target.target)
        if found is None:
            self.miss(f"a picture ({target.target.rpartition('.')[2].upper()[:8]})", source, shape)
            return None
        if any(blip.find(f"{A}{name}") is not None for name in _RECOLOURED):
            self.miss("a picture's change of colours", source, shape)
        self.shown[target.target] = found
        return found

    def add(self, pixels: Pixels) -> str:
        """Add a picture that is made here; return its address."""
        name = f"made-{len(self.shown) + 1}"
        self.shown[name] = pixels
        return name

    def address(self, fill: Element, source: Source) -> str:
        """Return what calls the picture of a fill, which is shown."""
        blip = fill.find(f"{A}blip")
        assert blip is not None
        return source.package.relationships(source.part)[blip.get(f"{R}embed", "")].target
