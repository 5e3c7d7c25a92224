"""Placed items of a page to content. Layout's y grows downward, a PDF's upward; only this module knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from deckmaker.fonts import FaceKey
from deckmaker.layout import Edge, GroupItem, Outline, Page, PictureItem, Placed, Role, ShapeItem, TableItem, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model import Marker, SlideLink
from deckmaker.model.geometry import Rect
from deckmaker.render.pdf.content import PageContent
from deckmaker.render.pdf.fading import fading_form
from deckmaker.render.pdf.fonts import EmbeddedFont
from deckmaker.render.pdf.ink import Ink
from deckmaker.render.pdf.operators import color_operator
from deckmaker.render.pdf.picture_sizes import NATIVE, Resolution
from deckmaker.render.pdf.pictures import Pictures
from deckmaker.render.pdf.placement import Box
from deckmaker.render.pdf.writing import StreamedDocument
from deckmaker.text import GlyphRun
from deckmaker.text.styling import UNDERLINE_DROP, UNDERLINE_WEIGHT
from deckmaker.theme import Theme

if TYPE_CHECKING:
    from deckmaker.render.pdf.charts import ChartPainter
    from deckmaker.render.pdf.drawings import Drawings

_BELOW = 0.2
"""Of a run's size: how far the boxes of its links reach below its baseline; they are as high as it is large."""


class PagePainter:
    """Draws the pages of one document and remembers the fonts, pictures and forms that they use."""

    def __init__(
        self, document: StreamedDocument, theme: Theme, resolution: Resolution = NATIVE, ink: Ink | None = None
    ) -> None:
        self._document = document
        self._theme = theme
        self._ink = ink or Ink(theme)
        self._colors: Mapping[str, str] = {}
        self._fills: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._take_colors(self._ink.palette(None))
        self._pictures = Pictures(document, resolution)
        self._forms: dict[tuple[ShapeItem, float, float, str], PDFObjectReference] = {}
        self._content, self._ends, self._height = PageContent(), _Ends({}, {}), theme.height
        self.fonts: dict[FaceKey, EmbeddedFont] = {}

    @cached_property
    def _drawings(self) -> Drawings:
        """What writes drawings, for decks that have some."""
        from deckmaker.render.pdf.drawings import Drawings

        return Drawings(self._document, self._pictures, self._ink.grey)

    @cached_property
    def _charts(self) -> ChartPainter:
        """What draws charts, for decks that have some."""
        from deckmaker.render.pdf.charts import ChartPainter

        return ChartPainter(self._theme.height, self._fills, self._lines)

    def draw(self, page: Page, content: PageContent) -> None:
        """Draw a page's background and its items in order into content, which may hold others already."""
        width, height = self._theme.width, self._theme.height
        self._content, self._ends, self._height = content, _Ends({}, {}), height
        self._take_colors(self._ink.palette(page))
        self._rectangle(Rect(0, 0, width, height), page.layout.background, 1.0)
        if (brand := page.layout.brand) and self._ink.shows_brand(page):
            form = self._drawings.write_drawing(brand.drawing)
            with self._content.artifact():
                self._content.image(form, (0, 0, width, height), f"0 0 {width:.3f} {height:.3f} re")
        self._items(one.on_paper for one in page.leaves)
        for one, other in self._ends.pairs():
            self._content.jump(one, other[-1])

    def draw_around(self, placed: Iterable[Placed], content: PageContent, height: float) -> None:
        """Draw items that stand on a sheet of a `height` in points, around slides, into its content."""
        self._content, self._ends, self._height = content, _Ends({}, {}), height
        self._take_colors(self._ink.palette(None))
        self._items(placed)

    def _take_colors(self, colors: Mapping[str, str]) -> None:
        """Have names of colours mean these from here on, for what draws charts too."""
        if colors != self._colors:
            self._colors, grey = colors, self._ink.grey
            self._fills.update({name: color_operator(value, "rg", grey) for name, value in colors.items()})
            self._lines.update({name: color_operator(value, "RG", grey) for name, value in colors.items()})

    def _items(self, items: Iterable[Placed]) -> None:
        for placed in items:
            match placed.item:
                case ShapeItem():
                    self._shape(placed.rect, placed.item)
                case PictureItem():
                    self._picture(placed.rect, placed.item)
                case TableItem():
                    self._table(placed, placed.item)
                case TextItem() if placed.role is Role.DECORATION:
                    with self._content.artifact():
                        self._text(placed, placed.item)
                case TextItem():
                    self._text(placed, placed.item)
                case ChartItem():
                    self._chart(placed, placed.item)
                case GroupItem():
                    pass  # its children are drawn

    def _y(self, y: float) -> float:
        return self._height - y

    def _box(self, rect: Rect) -> tuple[float, float, float, float]:
        return rect.x, self._y(rect.bottom), rect.width, rect.height

    def _rectangle(self, rect: Rect, color: str, opacity: float) -> None:
        self._content.rectangle(self._box(rect), self._fills[color], opacity)

    def _shape(self, rect: Rect, item: ShapeItem) -> None:
        if item.fade:
            self._fading(rect, item)
        elif item.outline is Outline.RECTANGLE:
            self._rectangle(rect, item.color, item.opacity)
        else:
            from deckmaker.render.pdf.shape_paths import shape_path

            self._content.path(shape_path(self._box(rect), item), self._fills[item.color], item.opacity)

    def _fading(self, rect: Rect, item: ShapeItem) -> None:
        fill = self._fills[item.color]
        key = (item, rect.width, rect.height, fill)
        if key not in self._forms:
            self._forms[key] = fading_form(self._document, (rect.width, rect.height), fill, item.opacity, item.fade)
        self._content.form(self._forms[key], rect.x, self._y(rect.bottom))

    def _picture(self, rect: Rect, item: PictureItem) -> None:
        left, top, right, bottom = item.crop
        width, height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
        whole = Rect(rect.x - left * width, rect.y - top * height, width, height)
        written = (self._drawings if item.file.vector else self._pictures).write(item.file)
        window = self._window(rect, item.edge)
        self._content.image(written, self._box(whole), window)
        if item.edge and item.edge.color:
            self._content.line(window, self._lines[item.edge.color], item.edge.width)

    def _window(self, rect: Rect, edge: Edge | None) -> str:
        """Return the path within which a picture is seen."""
        box = self._box(rect)
        if edge is None or not edge.corner:
            return f"{' '.join(f'{one:.3f}' for one in box)} re"
        from deckmaker.render.pdf.shape_paths import rounded_path

        return rounded_path(box, edge.corner, edge.corner)

    def _table(self, placed: Placed, item: TableItem) -> None:
        for fill in (*item.backgrounds, *item.rules):
            self._rectangle(fill.rect, fill.color, fill.opacity)
        for cell in placed.texts:
            assert isinstance(cell.item, TextItem)
            self._text(cell, cell.item)

    def _chart(self, placed: Placed, item: ChartItem) -> None:
        self._content.begin("Figure", item.alt)
        self._charts.draw(item, self._content)
        for label in placed.texts:
            assert isinstance(label.item, TextItem)
            self._text(label, label.item)
        self._content.end()

    def _text(self, placed: Placed, item: TextItem) -> None:
        top = placed.rect.y + item.offset
        for paragraph in item.setting.paragraphs:
            for set_line in paragraph.lines:
                for run in set_line.line.runs:
                    self._run(run, placed.rect.x + set_line.x + run.x, top + set_line.baseline)
            if paragraph.marker:
                x, baseline = placed.rect.x + paragraph.marker.x, top + paragraph.lines[0].baseline
                self._run(paragraph.marker, x, baseline)
                if paragraph.paragraph.marker is Marker.FOOTNOTE:
                    self._ends.footnotes[paragraph.paragraph.number] = self._line_box(paragraph.marker, x, baseline)

    def _run(self, run: GlyphRun, x: float, baseline: float) -> None:
        style = run.style
        font = self.fonts.get(style.face)
        if font is None:
            font = self.fonts[style.face] = EmbeddedFont(style.face, f"T{len(self.fonts)}")
        self._content.text(
            f"{self._fills[style.color]} /{font.resource} {style.size:g} Tf "
            f"1 0 0 1 {x:.3f} {self._y(baseline - style.rise):.3f} Tm {font.show(run)}"
        )
        if isinstance(style.link, SlideLink):
            self._content.go_to(style.link.page, self._line_box(run, x, baseline))
        elif style.link:
            line = Rect(x, baseline + UNDERLINE_DROP * style.size, run.width, UNDERLINE_WEIGHT * style.size)
            self._rectangle(line, style.color, 1.0)
            self._content.link(style.link, self._line_box(run, x, baseline))
        if style.footnote:
            self._ends.marks[style.footnote] = self._line_box(run, x, baseline - style.rise)

    def _line_box(self, run: GlyphRun, x: float, baseline: float) -> Box:
        size = run.style.size
        bottom, top = baseline + _BELOW * size, baseline - (1 - _BELOW) * size
        return x, self._y(bottom), x + run.width, self._y(top)


class _Ends(NamedTuple):
    """Where a page's footnotes and their marks are, by their numbers: the ends of links between them."""

    marks: dict[int, Box]
    footnotes: dict[int, Box]

    def pairs(self) -> Iterator[tuple[Box, Box]]:
        """Yield each end with the other."""
        for number, mark in self.marks.items():
            if footnote := self.footnotes.get(number):
                yield mark, footnote
                yield footnote, mark
