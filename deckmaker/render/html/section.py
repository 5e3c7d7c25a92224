"""One page as a reveal.js section: its items in reading order, each where layout placed it."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import GroupItem, Page, PictureItem, Placed, ShapeItem, TableItem, TextItem, fade_stops
from deckmaker.model.geometry import Rect
from deckmaker.render.html.blocks import block_html
from deckmaker.render.html.edges import filled, goes_on
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.linked_data import Figure
from deckmaker.render.html.markup import difference, element, identifier, points, start_tag, style, words
from deckmaker.render.html.pictures import Pictures
from deckmaker.render.html.pieces import Piece
from deckmaker.render.html.styles import ThemeStyles, box, color, sizes
from deckmaker.theme import Theme
from deckmaker.theme.slots import FOOTNOTES


class SectionWriter:
    """Writes the pages of one document and remembers their pictures, whose they are, and what fonts must show."""

    def __init__(self, theme: Theme, styles: ThemeStyles, fonts: WebFonts) -> None:
        self._theme = theme
        self._styles = styles
        self._fonts = fonts
        self._pictures = Pictures()
        self.figures: list[Figure] = []

    def section(self, page: Page) -> Iterator[Piece]:
        """Yield a page with its notes."""
        notes = "".join(element("p", words(note)) for note in (*page.notes, *page.unsaid))
        attributes = {
            "id": f"slide-{page.number}",
            "class": f"layout-{identifier(page.layout.name)}" + (" filled" if filled(page, self._theme) else ""),
            "aria-label": page.title or f"Slide {page.number}",
            "data-section": page.section,
        }
        yield start_tag("section", attributes) + start_tag("div", {"class": "page"}) + "\n"
        table = next((placed for placed in page.leaves if isinstance(placed.item, TableItem)), None)
        for placed in page.leaves:
            if table and placed.slot == "caption":
                continue  # it stands within its table
            yield from self._item(placed, page)
            yield "\n"
        yield "</div>" + (element("aside", notes, {"class": "notes"}) if notes else "") + "</section>\n"

    def _item(self, placed: Placed, page: Page) -> Iterator[Piece]:
        match placed.item:
            case ShapeItem():
                yield _shape(placed.rect, placed.item, goes_on(placed.rect, placed.item, page, self._theme))
            case PictureItem():
                yield from self._picture(placed, placed.item, page)
            case TextItem():
                yield self._text(placed, placed.item, page)
            case TableItem():
                from deckmaker.render.html.tables import table_html

                for band in (*placed.item.grounds, *placed.item.rules):
                    yield _shape(band.rect, ShapeItem(band.color, band.opacity, 0.0), False)
                yield table_html(placed, placed.item, page, self._styles, self._fonts)
            case GroupItem():
                pass  # its children are drawn

    def _picture(self, placed: Placed, item: PictureItem, page: Page) -> Iterator[Piece]:
        left, top, right, bottom = item.crop
        width, height = placed.rect.width / (1 - left - right), placed.rect.height / (1 - top - bottom)
        whole = Rect(-left * width, -top * height, width, height)
        own = f"figure-{len(self.figures) + 1}" if item.credit else None
        attributes = {
            "id": own,
            "class": f"picture{_slot_class(placed)}",
            "style": style(difference(box(placed.rect), self._styles.slot(page.layout, placed.slot))),
            "aria-details": _strip_id(page) if own and page.slot("credits") else None,
        }
        name = "figure" if item.alt else "div"
        yield start_tag(name, attributes)
        yield from self._pictures.image(item.file, item.alt, box(whole))
        yield f"</{name}>"
        if own and item.credit:
            self.figures.append(Figure(own, self._pictures.id(item.file), page.number, item.alt, item.credit))

    def _text(self, placed: Placed, item: TextItem, page: Page) -> str:
        paragraphs = item.setting.paragraphs
        self._fonts.collect(paragraphs)
        own = box(placed.rect) | (sizes(paragraphs[0].style) if paragraphs else {})
        if item.offset:
            own["padding-top"] = points(item.offset)
        attributes = {
            "id": _strip_id(page) if placed.slot == "credits" else None,
            "class": f"text style-{identifier(item.style.name)}{_slot_class(placed)}",
            "style": style(difference(own, self._styles.slot(page.layout, placed.slot))),
        }
        blocks = self._blocks(placed, item, page)
        return element("footer" if placed.slot == "credits" else "div", blocks, attributes)

    def _blocks(self, placed: Placed, item: TextItem, page: Page) -> str:
        if placed.slot == FOOTNOTES:
            from deckmaker.render.html.footnotes import footnotes_html

            return footnotes_html(item.setting, item.style.color, page.number)
        return block_html(item.setting, _paragraph_tag(placed.slot, page), item.style.color, page.number)


def _strip_id(page: Page) -> str:
    return f"slide-{page.number}-credits"


def _part(fill: str, share: float) -> str:
    """Return a colour with a share of its opacity."""
    return fill if share == 1 else f"color-mix(in srgb,{fill} {share:.2%},transparent)"


def _shape(rect: Rect, item: ShapeItem, tall: bool) -> str:
    fill = color(item.color)
    if item.fade:
        stops = ",".join(
            f"{_part(fill, share)} {points(place * rect.width)}" for place, share in fade_stops(rect.width, item.fade)
        )
        fill = f"linear-gradient(to right,{stops})"
    declared = {**box(rect), "background": fill}
    if item.opacity < 1:
        declared["opacity"] = f"{item.opacity:g}"
    attributes = {"class": "shape tall" if tall else "shape", "style": style(declared), "aria-hidden": "true"}
    return element("div", "", attributes)


def _slot_class(placed: Placed) -> str:
    return f" slot-{identifier(placed.slot)}" if placed.slot else ""


def _paragraph_tag(slot: str | None, page: Page) -> str:
    """Return what a slot's paragraphs are: the deck's h1, a slide's h2, a column's h3, or running text."""
    if slot == "title":
        return "h1" if page.number == 1 else "h2"
    return "h3" if slot and slot.startswith("heading-") else "p"
