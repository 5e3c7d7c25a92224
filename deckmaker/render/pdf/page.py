"""Placed items of a page to content. Layout's y grows downward, a PDF's upward; only this module knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from deckmaker.fonts import FaceKey
from deckmaker.layout import (
    Document,
    Edge,
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
from deckmaker.render.pdf.pictures import Pictures
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_texts import TextTags
from deckmaker.render.pdf.tags import Tagger
from deckmaker.render.pdf.texts import TextPainter
from deckmaker.render.pdf.writing import StreamedDocument

if TYPE_CHECKING:
    from deckmaker.render.pdf.charts import ChartPainter
    from deckmaker.render.pdf.drawings import Drawings


class PagePainter:
    """Draws the pages of one document and remembers the fonts, pictures and forms that they use."""

    def __init__(self, written: StreamedDocument, document: Document, structure: Structure) -> None:
        """`document` is what is drawn into a file that is `written`; `structure` is to say what of it is what."""
        theme = document.theme
        self._document = written
        self._theme = theme
        self._structure, self._tagger = structure, Tagger(structure, document)
        self._colors = {name: _rgb(value) for name, value in theme.palette.items()}
        self._fills = {name: f"{' '.join(f'{one:.4g}' for one in rgb)} rg" for name, rgb in self._colors.items()}
        self._lines = {name: f"{' '.join(f'{one:.4g}' for one in rgb)} RG" for name, rgb in self._colors.items()}
        self._pictures = Pictures(written)
        self._forms: dict[tuple[ShapeItem, float, float], PDFObjectReference] = {}
        self._content = PageContent()
        self._texts = TextPainter(theme.height, self._fills, structure, document.language)

    @property
    def fonts(self) -> Mapping[FaceKey, EmbeddedFont]:
        """The fonts that have been used."""
        return self._texts.fonts

    @cached_property
    def _drawings(self) -> Drawings:
        """What writes drawings, for decks that have some."""
        from deckmaker.render.pdf.drawings import Drawings

        return Drawings(self._document, self._pictures)

    @cached_property
    def _charts(self) -> ChartPainter:
        """What draws charts, for decks that have some."""
        from deckmaker.render.pdf.charts import ChartPainter

        return ChartPainter(self._theme.height, self._fills, self._lines)

    def draw(self, page: Page, content: PageContent) -> None:
        """Draw a page's background and its items in order into content, which may hold others already."""
        self._content = content
        self._texts.begin(page, content)
        width, height = self._theme.width, self._theme.height
        content.within(BACKGROUND)
        self._rectangle(Rect(0, 0, width, height), page.layout.background, 1.0)
        if brand := page.layout.brand:
            form = self._drawings.write_drawing(brand.drawing)
            content.image(form, (0, 0, width, height), f"0 0 {width:.3f} {height:.3f} re")
        for placed, owner, tags in self._tagger.page(page, self._bounds):
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
        return self._theme.height - y

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
        key = (item, rect.width, rect.height)
        if key not in self._forms:
            color = self._colors[item.color]
            self._forms[key] = fading_form(self._document, (rect.width, rect.height), color, item.opacity, item.fade)
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


def _rgb(color: str) -> tuple[float, ...]:
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
