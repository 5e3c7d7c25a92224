"""The brand of a layout: its background, its master's shapes and its own, as one drawing of lines, curves and pictures.

background → master's shapes, where they are shown → layout's shapes ─one SVG→ Drawing
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import tostring

from deckmaker.assets.drawings.size import sized
from deckmaker.assets.drawings.text import prepare_text
from deckmaker.assets.drawings.vectors.drawing import Drawing, Unsaid
from deckmaker.assets.drawings.vectors.normalising import normalise
from deckmaker.dataclasses import dataclass, field
from deckmaker.model.geometry import Rect
from deckmaker.template.canvas import Canvas, NotShown, Source, decimal
from deckmaker.template.colors import Palette
from deckmaker.template.names import P
from deckmaker.template.pictures import TemplatePictures
from deckmaker.template.shapes import ShapePainter
from deckmaker.template.template import Template, TemplateLayout

if TYPE_CHECKING:
    from PIL.Image import Image


_SIDE = 64
"""Pixels of the longer side of a sketch whose colours are asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Brand:
    """What a layout draws on every `page`, in points: decoration, credited to nobody. `not_shown` is left out."""

    page: Rect
    drawing: Drawing
    not_shown: tuple[NotShown, ...]
    _sketches: dict[tuple[int, bool], Image] = field(default_factory=dict, repr=False)
    _means: dict[tuple[int, int, int, int], str] = field(default_factory=dict, repr=False)

    def sketched(self, side: int = _SIDE, *, flat: bool = False) -> Image:
        """Return it as RGB, so many pixels along its longer side; what it does not draw is white, as in PowerPoint.

        `flat` has the mean colour of each gradient, so that shapes are told apart by edges alone.
        """
        from PIL import Image as images

        from deckmaker.assets.drawings.sketch import sketch

        if (side, flat) not in self._sketches:
            drawn = sketch(self.drawing, side, flat=flat)
            on_white = images.alpha_composite(images.new("RGBA", drawn.size, "white"), drawn)
            self._sketches[side, flat] = on_white.convert("RGB")
        return self._sketches[side, flat]

    def color_behind(self, rect: Rect) -> str:
        """Return the mean colour, #RRGGBB, of a part of the page, in points.

        It is taken from a sketch of few pixels, so that most parts of a place are asked for many times.
        """
        sketched = self.sketched()
        scale = (sketched.width / self.page.width, sketched.height / self.page.height)
        left, top = (
            min(max(0, round(one)), side - 1)
            for one, side in ((rect.x * scale[0], sketched.width), (rect.y * scale[1], sketched.height))
        )
        right, bottom = (
            min(max(low + 1, round(one)), side)
            for low, one, side in (
                (left, rect.right * scale[0], sketched.width),
                (top, rect.bottom * scale[1], sketched.height),
            )
        )
        box = (left, top, right, bottom)
        if box not in self._means:
            from PIL import Image as images

            is_pixel = (right - left, bottom - top) == (1, 1)  # as most are that are asked for in rows
            mean = sketched if is_pixel else sketched.crop(box).resize((1, 1), images.Resampling.BOX)
            color: Any = mean.getpixel((left, top) if is_pixel else (0, 0))
            self._means[box] = f"#{bytes(color).hex().upper()}"
        return self._means[box]


class Brands:
    """The brands of one template's layouts. Pictures that several of them show are there once."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._page = Rect(0, 0, template.width, template.height)
        self._pictures = TemplatePictures(template.package)
        self._made: dict[str, Brand] = {}

    def of(self, layout: TemplateLayout) -> Brand:
        """Return the brand of a layout. Raises NotATemplate where one of its parts is broken."""
        if layout.part not in self._made:
            self._made[layout.part] = self._brand(layout)
        return self._made[layout.part]

    def svg(self, layout: TemplateLayout) -> str:
        """Return it as SVG, whose pictures are addressed by the names of their parts: to look at."""
        canvas = self._canvas()
        self._draw(layout, canvas)
        return tostring(canvas.root, encoding="unicode")

    def _canvas(self) -> Canvas:
        return Canvas(self._template.width, self._template.height, self._pictures)

    def _brand(self, layout: TemplateLayout) -> Brand:
        canvas = self._canvas()
        sized(canvas.root)
        try:
            self._draw(layout, canvas)
            prepare_text(canvas.root)
            drawing = normalise(canvas.root, canvas.shown)
        except Unsaid as unsaid:
            width, height = (float(canvas.root.get(name, "1")) for name in ("width", "height"))
            all_of_it = NotShown(f"all that it draws, which holds {unsaid}", layout.part, "")
            return Brand(self._page, Drawing(width, height, ()), (*canvas.not_shown, all_of_it))
        return Brand(self._page, drawing, canvas.not_shown)

    def _draw(self, layout: TemplateLayout, canvas: Canvas) -> None:
        """Draw a layout. Raises Unsaid where it is too much, and NotATemplate."""
        package, master = self._template.package, layout.master
        default = package.xml(package.main).find(f"{P}defaultTextStyle")
        # A layout's own map holds for what it draws, the master's background and shapes included (19.3.1.1).
        palette = Palette(master.scheme, layout.color_map)
        own, above = (
            ShapePainter(canvas, Source(package, part, palette, default)) for part in (layout.part, master.part)
        )
        roots = package.xml(layout.part), package.xml(master.part)
        if not (own.background(roots[0]) or above.background(roots[1])):
            # What nobody paints is white, and not of the colour that is behind most of the page's texts.
            page = {"width": decimal(self._template.width), "height": decimal(self._template.height)}
            canvas.element(canvas.root, "rect", {**page, "fill": "#FFFFFF"})
        if layout.shows_master_shapes:
            above.paint(roots[1])
        own.paint(roots[0])
        # A layout that hides the master's shapes takes over the looks of its placeholders all the same.
        above.tell_places(roots[1])
        own.tell_places(roots[0])
