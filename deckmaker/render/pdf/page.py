"""Placed items of a page to content. Layout's y grows downward, a PDF's upward; only this module knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from deckmaker.dataclasses import cached_property
from deckmaker.fonts import FaceKey
from deckmaker.layout import (
    ConnectorsItem,
    Document,
    Edge,
    EquationItem,
    GroupItem,
    Outline,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pdf.content import BACKGROUND, LAYOUT, Owner, PageContent
from deckmaker.render.pdf.fading import fading_form
from deckmaker.render.pdf.fonts import EmbeddedFont
from deckmaker.render.pdf.ink import Ink
from deckmaker.render.pdf.operators import color_operator
from deckmaker.render.pdf.picture_sizes import NATIVE, Resolution
from deckmaker.render.pdf.pictures import Pictures
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_texts import TextTags
from deckmaker.render.pdf.tags import Tagged, Tagger
from deckmaker.render.pdf.texts import TextPainter
from deckmaker.render.pdf.writing import StreamedDocument

if TYPE_CHECKING:
    from deckmaker.render.pdf.charts import ChartPainter
    from deckmaker.render.pdf.drawings import Drawings


class PagePainter:
    """Draws the pages of one document and remembers the fonts, pictures and forms that they use."""

    def __init__(
        self,
        written: StreamedDocument,
        document: Document,
        structure: Structure,
        resolution: Resolution = NATIVE,
        ink: Ink | None = None,
    ) -> None:
        """`document` is what is drawn into a file that is `written`; `structure` is to say what of it is what.

        `resolution` is that of its pictures, `ink` says what names of colours mean.
        """
        theme = document.theme
        self._document = written
        self._theme = theme
        self._ink = ink or Ink(theme)
        self._height = theme.height
        self._structure, self._tagger = structure, Tagger(structure, document)
        self._colors: Mapping[str, str] = {}
        self._fills: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._take_colors(self._ink.palette(None))
        self._pictures = Pictures(written, resolution)
        self._forms: dict[tuple[ShapeItem, float, float, str], PDFObjectReference] = {}
        self._content = PageContent()
        self._texts = TextPainter(self._fills, structure, document.language)

    @property
    def section(self) -> Element:
        """The element of the page that was drawn last."""
        return self._tagger.section

    @property
    def fonts(self) -> Mapping[FaceKey, EmbeddedFont]:
        """The fonts that have been used."""
        return self._texts.fonts

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
        self._content, self._height = content, height
        self._texts.begin(content, height, page)
        self._take_colors(self._ink.palette(page))
        content.within(BACKGROUND)
        self._rectangle(Rect(0, 0, width, height), page.layout.background, 1.0)
        if (brand := page.layout.brand) and self._ink.shows_brand(page):
            form = self._drawings.write_drawing(brand.drawing)
            content.image(form, (0, 0, width, height), f"0 0 {width:.3f} {height:.3f} re")
        self._items(self._tagger.page(page, self._bounds))

    def draw_around(
        self, placed: Sequence[Placed], content: PageContent, height: float, of_slide: bool = False
    ) -> None:
        """Draw items that stand around slides on a sheet of a `height` in points; what they say may be `of_slide`, that
        which was drawn last."""
        self._content, self._height = content, height
        self._texts.begin(content, height)
        self._take_colors(self._ink.palette(None))
        self._items(self._tagger.around(placed, self._bounds, of_slide))

    def _take_colors(self, colors: Mapping[str, str]) -> None:
        """Have names of colours mean these from here on, for what draws texts and charts too."""
        if colors != self._colors:
            self._colors, grey = colors, self._ink.grey
            self._fills.update({name: color_operator(value, "rg", grey) for name, value in colors.items()})
            self._lines.update({name: color_operator(value, "RG", grey) for name, value in colors.items()})

    def _items(self, items: Iterable[Tagged]) -> None:
        content = self._content
        for placed, owner, tags in items:
            match placed.item:
                case ShapeItem():
                    content.within(owner)
                    self._shape(placed.rect, placed.item)
                case PictureItem():
                    content.within(owner)
                    self._picture(placed.rect, placed.item)
                case TableItem():
                    self._table(placed.item, owner)
                case TextItem():
                    self._texts.draw(placed.rect, placed.item, tags)
                case ChartItem():
                    content.within(owner)
                    self._chart(placed, placed.item, tags)
                case EquationItem():
                    content.within(owner)
                    self._equation(placed.rect, placed.item)
                case ConnectorsItem():
                    content.within(owner)
                    self._connectors(placed.rect, placed.item)
                case GroupItem():
                    pass  # its children are drawn
        self._texts.end()
        content.within(None)

    def _bounds(self, rect: Rect) -> str:
        """Return the attributes that say where a figure is, of which nothing is seen beyond the page."""
        x, y, width, height = self._box(rect)
        right, top = min(x + width, self._theme.width), min(y + height, self._theme.height)
        return self._content.bounds((max(x, 0.0), max(y, 0.0), right, top))

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

    def _equation(self, rect: Rect, item: EquationItem) -> None:
        from deckmaker.render.pdf.formula_paths import formula_path

        self._content.path(formula_path(rect.x, self._y(rect.y), item), self._fills[item.color], 1.0)

    def _connectors(self, rect: Rect, item: ConnectorsItem) -> None:
        from deckmaker.layout.arrows import WEIGHT, arrows_of
        from deckmaker.render.pdf.connector_paths import DASHED, head_paths, stroke_path

        left, top = rect.x, self._y(rect.y)
        for line, arrow in [(one, arrow) for one in item.lines for arrow in arrows_of(one)]:
            color = f"{DASHED if line.dashed else ''}{self._lines[item.color]}"
            self._content.line(stroke_path(left, top, arrow), color, WEIGHT)
            if arrow.heads:
                self._content.path(head_paths(left, top, arrow), self._fills[item.color], 1.0)

    def _fading(self, rect: Rect, item: ShapeItem) -> None:
        fill = self._fills[item.color]
        key = (item, rect.width, rect.height, fill)
        if key not in self._forms:
            self._forms[key] = fading_form(self._document, (rect.width, rect.height), fill, item)
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

    def _table(self, item: TableItem, owner: Owner) -> None:
        from deckmaker.render.pdf.tagged_tables import tagged_cells

        assert isinstance(owner, Element)
        self._content.within(LAYOUT)
        for fill in (*item.backgrounds, *item.rules):
            self._rectangle(fill.rect, fill.color, fill.opacity)
        for cell, tags in tagged_cells(item, owner, self._structure):
            self._texts.draw(cell.frame, cell.text, tags)

    def _chart(self, placed: Placed, item: ChartItem, tags: TextTags) -> None:
        self._charts.draw(item, self._content)
        for label in placed.texts:
            assert isinstance(label.item, TextItem)
            self._texts.draw(label.rect, label.item, tags)
