"""Placed items to PDF operators. Layout's y grows downward, a PDF's upward; only this module knows."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from deckmaker.fonts import FaceKey
from deckmaker.layout import Page, PictureItem, Placed, ShapeItem, TextItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pdf.fading import fading_form
from deckmaker.render.pdf.fonts import EmbeddedFont
from deckmaker.render.pdf.pictures import Pictures
from deckmaker.text import GlyphRun
from deckmaker.text.styling import UNDERLINE_DROP, UNDERLINE_WEIGHT
from deckmaker.theme import Theme
from deckmaker.theme.baselines import DESCENT


class PagePainter:
    """Draws the pages of one document on a canvas and remembers the fonts that they use."""

    def __init__(self, canvas: Canvas, theme: Theme) -> None:
        self._canvas = canvas
        self._theme = theme
        self._pictures = Pictures(canvas)
        self.fonts: dict[FaceKey, EmbeddedFont] = {}

    def draw(self, page: Page) -> None:
        """Draw a page's background and its items in order."""
        self._rectangle(Rect(0, 0, self._theme.width, self._theme.height), page.layout.background, 1.0)
        for placed in (one.on_paper for one in page.placed):
            match placed.item:
                case ShapeItem(color=color, opacity=opacity, fade=0.0):
                    self._rectangle(placed.rect, color, opacity)
                case ShapeItem():
                    self._fading(placed.rect, placed.item)
                case PictureItem():
                    self._picture(placed.rect, placed.item)
                case TextItem():
                    self._text(placed, placed.item)

    def _y(self, y: float) -> float:
        return self._theme.height - y

    def _rgb(self, color: str) -> tuple[float, ...]:
        value = self._theme.palette[color]
        return tuple(int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))

    def _rectangle(self, rect: Rect, color: str, opacity: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColorRGB(*self._rgb(color))
        if opacity < 1:
            canvas.setFillAlpha(opacity)
        canvas.rect(rect.x, self._y(rect.bottom), rect.width, rect.height, stroke=0, fill=1)
        canvas.restoreState()

    def _fading(self, rect: Rect, item: ShapeItem) -> None:
        canvas, size = self._canvas, (rect.width, rect.height)
        name = f"fade-{item.color}-{item.opacity:g}-{item.fade:g}-{size[0]:g}-{size[1]:g}".replace(".", "_")
        if not canvas.hasForm(name):
            canvas._doc.addForm(name, fading_form(canvas._doc, size, self._rgb(item.color), item.opacity, item.fade))
        canvas.saveState()
        canvas.translate(rect.x, self._y(rect.bottom))
        canvas.doForm(name)
        canvas.restoreState()

    def _picture(self, rect: Rect, item: PictureItem) -> None:
        left, top, right, bottom = item.crop
        width, height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
        canvas = self._canvas
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(rect.x, self._y(rect.bottom), rect.width, rect.height)
        canvas.clipPath(clip, stroke=0, fill=0)
        x, y = rect.x - left * width, self._y(rect.y - top * height + height)
        canvas.translate(x, y)
        canvas.scale(width, height)
        canvas.doForm(self._pictures.name(item.file))
        canvas.restoreState()

    def _text(self, placed: Placed, item: TextItem) -> None:
        top = placed.rect.y + item.offset
        for paragraph in item.setting.paragraphs:
            for set_line in paragraph.lines:
                for run in set_line.line.runs:
                    self._run(run, placed.rect.x + set_line.x + run.x, top + set_line.baseline)
            if paragraph.marker:
                self._run(paragraph.marker, placed.rect.x + paragraph.marker.x, top + paragraph.lines[0].baseline)

    def _run(self, run: GlyphRun, x: float, baseline: float) -> None:
        style = run.style
        font = self.fonts.setdefault(style.face, EmbeddedFont(style.face, f"T{len(self.fonts)}"))
        red, green, blue = self._rgb(style.color)
        # reportlab has no call for glyph ids: these are the operators of ISO 32000-2, 9.4.
        self._canvas.addLiteral(
            f"BT {red:.4g} {green:.4g} {blue:.4g} rg /{font.resource} {style.size:g} Tf "
            f"1 0 0 1 {x:.3f} {self._y(baseline - style.rise):.3f} Tm {font.show(run)} ET"
        )
        if style.link:
            line = Rect(x, baseline + UNDERLINE_DROP * style.size, run.width, UNDERLINE_WEIGHT * style.size)
            self._rectangle(line, style.color, 1.0)
            box = (
                x,
                self._y(baseline + DESCENT * style.size),
                x + run.width,
                self._y(baseline - (1 - DESCENT) * style.size),
            )
            self._canvas.linkURL(style.link, box, thickness=0)
