"""One page as a reveal.js section: its items in reading order, each where layout placed it.

A group's element says what its items are together; it has no box of its own, as each item has its place on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import replace
from deckmaker.layout import (
    ConnectorsItem,
    Document,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.logo import logo_frame
from deckmaker.localization.slide_words import slide_words
from deckmaker.model.geometry import Rect
from deckmaker.render.html.blocks import block_html, notes_html, step_attributes
from deckmaker.render.html.chart_frames import frame_of, with_charts_whole
from deckmaker.render.html.edges import extends_past_page, is_full_bleed
from deckmaker.render.html.elements import frame_element, group_element, paragraph_element
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.interface_words import interface_words
from deckmaker.render.html.linked_data import Figure
from deckmaker.render.html.markup import (
    BREAK,
    NOTHING,
    Attributes,
    Html,
    difference,
    element,
    end_tag,
    identifier,
    joined,
    points,
    start_tag,
    style,
    words,
)
from deckmaker.render.html.pictures import HIGHEST, Pictures, frame
from deckmaker.render.html.pieces import Piece
from deckmaker.render.html.shapes import shape_html
from deckmaker.render.html.speech import speech_html
from deckmaker.render.html.styles import ThemeStyles, box, edge, sizes


class SectionWriter:
    """Writes the pages of one document and remembers their pictures, whose they are, and what fonts must show."""

    def __init__(self, document: Document, styles: ThemeStyles, fonts: WebFonts) -> None:
        self._untitled = interface_words(document.language)["untitled"]
        self._marks = slide_words(document.language)
        self._theme = document.theme
        self._language = document.language
        self._styles = styles
        self.fonts = fonts
        self.pictures = Pictures(document.pages)
        self.figures: list[Figure] = []
        self.has_charts = self.has_stages = False

    def section(self, page: Page, name: str | None) -> Iterator[Piece]:
        """Yield a page with its notes; `name` is what it is called in addresses."""
        unsaid = (element("p", words(note)) for note in page.unsaid)
        notes = joined((notes_html(page.notes, self._theme.turned), *unsaid))
        attributes = {
            "id": f"slide-{page.number}",
            "class": f"layout-{identifier(page.layout.name)}" + (" filled" if is_full_bleed(page, self._theme) else ""),
            "dir": "rtl" if self._theme.turned else None,
            "aria-label": page.title or self._untitled.format(number=page.number),
            "data-section": page.section,
            "data-marking": page.marking,
            "data-name": name,
            "data-hidden": "" if page.hidden else None,
            "data-appendix": "" if page.appendix else None,
            "data-mark": self._marks.hidden if page.hidden else self._marks.appendix if page.appendix else None,
            "data-minutes": None if page.minutes is None else f"{page.minutes:.6g}",
        }
        yield joined((start_tag("section", attributes), start_tag("div", {"class": "page"}), BREAK))
        if page.layout.brand:
            yield joined((self.pictures.brand(page.layout.brand), BREAK))
        yield from self._items(page.placed, page)
        after = speech_html(notes, self._language) if notes else NOTHING
        yield joined((end_tag("div"), after, end_tag("section"), BREAK))

    def _items(self, items: Sequence[Placed], page: Page, figure: Sequence[Placed] = ()) -> Iterator[Piece]:
        """Yield items, and all that a chart is drawn of within one frame, the chart's data after it."""
        for run in with_charts_whole(items, in_figure=bool(figure)):
            chart = next((one for one in run if isinstance(one.item, ChartItem)), None)
            if chart:
                yield self._stage(frame_of(run))
            for one in run:
                yield from self._item(one, page, figure)
                yield BREAK
            if chart and isinstance(chart.item, ChartItem):
                yield joined((_STAGE_END, self._chart_data(chart.rect, chart.item, page), BREAK))

    def _stage(self, rect: Rect, is_still: bool = False) -> Html:
        """Return what begins around items that the reading view shows as one picture, to scale.

        Where nothing in it takes the keyboard, as a chart does, it does itself: it may have to be scrolled.
        """
        self.has_stages = True
        place = {"--from-left": points(rect.x), "--from-top": points(rect.y)}
        focus = {"tabindex": "0"} if is_still else {}
        around = start_tag("div", {"class": "to-scale", **focus, "style": style(frame(rect) | place)})
        return joined((around, *(start_tag("div", {"class": name}) for name in ("stage", "plane"))))

    def _item(self, placed: Placed, page: Page, figure: Sequence[Placed] = ()) -> Iterator[Piece]:
        """Yield an item. `figure` are all items of the figure that it is in, if it is in one."""
        match placed.item:
            case ShapeItem():
                yield shape_html(
                    placed.rect, placed.item, extends_past_page(placed.rect, placed.item, page, self._theme)
                )
            case PictureItem(in_modes=(_, *_)):
                yield from self._logo(placed, placed.item, page)
            case PictureItem():
                yield from self._picture(placed, placed.item, page, figure)
            case TextItem():
                yield self._text(placed, placed.item, page, in_figure=bool(figure))
            case TableItem():
                yield self._table(placed, placed.item, page)
            case ChartItem():
                yield self._chart(placed, placed.item, page)
            case EquationItem():
                from deckmaker.render.html.equations import equation_html

                yield equation_html(placed, placed.item)
            case ConnectorsItem():
                from deckmaker.render.html.connectors import connectors_html

                yield connectors_html(placed, placed.item)
            case GroupItem():
                yield from self._group(placed, placed.item.children, page)

    def _group(self, placed: Placed, children: Sequence[Placed], page: Page) -> Iterator[Piece]:
        """Yield what a group holds, within an element where its role has one."""
        role = placed.role
        if role is Role.FIGURE and any(isinstance(one.item, TableItem) for one in children):
            yield from self._captioned_table(children, page)
        elif role is Role.FIGURE or any(one.role is Role.ATTRIBUTION for one in children):
            yield from self._figure(children, page)
        elif role is Role.DIAGRAM:
            yield self._stage(placed.rect, is_still=True)
            yield from self._items(children, page)
            yield _STAGE_END
        elif name := group_element(role):
            # Without markers, some browsers take a list for none.
            step = step_attributes(placed.step)
            classes = " ".join(filter(None, ("composition", step.get("class"))))
            yield start_tag(name, {**step, "class": classes, "role": "list" if name in ("ul", "ol") else None})
            yield from self._items(children, page)
            yield end_tag(name)
        else:
            yield from self._items(children, page)

    def _captioned_table(self, children: Sequence[Placed], page: Page) -> Iterator[Piece]:
        """Yield a figure's table, with the caption in it: an HTML table has an element for that."""
        caption = next((one for one in children if one.role is Role.CAPTION), None)
        for child in children:
            if isinstance(child.item, TableItem):
                yield self._table(child, child.item, page, caption)
                caption = None
            elif child.role is not Role.CAPTION:
                yield from self._item(child, page)

    def _table(self, placed: Placed, item: TableItem, page: Page, caption: Placed | None = None) -> Html:
        from deckmaker.render.html.tables import table_html

        fills = (
            shape_html(one.rect, ShapeItem(one.color, one.opacity, 0.0)) for one in (*item.backgrounds, *item.rules)
        )
        table = table_html(placed, item, caption, page.number, self._styles, self.fonts)
        # Whoever reads at four times the size reaches with the keyboard what is beside the window's edge.
        return joined((*fills, element("div", table, {"class": "scroller", "tabindex": "0"})))

    def _chart(self, placed: Placed, item: ChartItem, page: Page) -> Html:
        """Return a chart's drawing and the texts in it: what they say is said of the drawing, and in its data."""
        from deckmaker.render.html.charts import chart_svg, said_html

        self.has_charts = True
        text = self._theme.styles["chart-label"]
        texts = ((one, one.item) for one in placed.texts)
        labels = joined(self._text(one, text, page) for one, text in texts if isinstance(text, TextItem))
        around = {"class": "chart-labels", "aria-hidden": "true"}
        drawing = joined((chart_svg(item, placed.rect, text), said_html(text)))
        return joined((drawing, element("div", labels, around)))

    def _chart_data(self, rect: Rect, item: ChartItem, page: Page) -> Html:
        from deckmaker.render.html.chart_data import data_html

        return data_html(item, rect, self._theme.styles["chart-label"], self.fonts, page)

    def _figure(self, children: Sequence[Placed], page: Page) -> Iterator[Piece]:
        picture = _credited(children)
        yield start_tag("figure", self._credit_of(picture, page) if picture else None)
        yield from self._items(children, page, children)
        yield end_tag("figure")

    def _logo(self, placed: Placed, item: PictureItem, page: Page) -> Iterator[Piece]:
        """Yield a logo, and those that stand in its place in some modes, which the style sheet shows there."""
        others = replace(item, in_modes=())
        away = [f"not-in-{identifier(mode)}" for mode, _ in item.in_modes]
        yield from self._picture(placed, others, page, (), away)
        for mode, file in item.in_modes:
            own = replace(placed, rect=logo_frame(file, page.layout.slots["logo"]))
            yield from self._picture(own, replace(others, file=file), page, (), [f"only-in-{identifier(mode)}"])

    def _picture(
        self, placed: Placed, item: PictureItem, page: Page, figure: Sequence[Placed], classes: Sequence[str] = ()
    ) -> Iterator[Piece]:
        """Yield a picture, by itself a figure if it says anything; remember it if somebody is credited for it."""
        alt = None if not item.alt and not item.decorative else item.alt
        name = "figure" if alt != "" and not figure else "div"
        around = _credited(figure) is item
        own = box(placed.rect) | edge(item.edge)
        declared = difference(own, self._styles.slot(page.layout, placed.own_slot)) | frame(placed.rect, HIGHEST)
        names = " ".join(("picture", *(("edged",) if item.edge else ()), *classes))
        attributes = {"class": f"{names}{_slot_class(placed)}", "style": style(declared)}
        yield start_tag(name, attributes if around else {**self._credit_of(item, page), **attributes})
        yield from self.pictures.image(item.file, alt, item.crop)
        yield end_tag(name)
        if item.credit:
            image = self.pictures.id(item.file)
            self.figures.append(Figure(self._next_id, image, page.number, item.alt, item.credit))

    def _credit_of(self, item: PictureItem, page: Page) -> Attributes:
        """Return what leads from a picture to its credit: in the data about pictures, and in the strip."""
        if item.credit is None:
            return {}
        return {"id": self._next_id, "aria-details": _strip_id(page) if page.slot("credits") else None}

    @property
    def _next_id(self) -> str:
        """What the next picture that has a credit is called within the file."""
        return f"figure-{len(self.figures) + 1}"

    def _text(self, placed: Placed, item: TextItem, page: Page, in_figure: bool = False) -> Html:
        paragraphs = item.setting.paragraphs
        self.fonts.collect(item)
        slot = page.layout.slots.get(placed.own_slot or "")
        style_of_its_own = not (slot and slot.style is item.style)  # most texts have their slot's
        own = box(placed.rect) | (self._styles.text(item.style) if style_of_its_own else {})
        own |= sizes(paragraphs[0].style) if paragraphs else {}
        if item.offset:
            own["padding-top"] = points(item.offset)
        around = self._styles.slot(page.layout, placed.own_slot) or self._styles.named(item.style.name)
        attributes = {
            # What a chart's axis says stands in its data.
            "aria-hidden": "true" if placed.role in (Role.DECORATION, Role.AXIS) else None,
            "id": _strip_id(page) if placed.role is Role.CREDITS else None,
            "class": f"text role-{placed.role.value} style-{identifier(item.style.name)}{_slot_class(placed)}",
            "style": style(difference(own, around)),
        }
        return element(frame_element(placed.role, in_figure), self._blocks(placed, item, page), attributes)

    def _blocks(self, placed: Placed, item: TextItem, page: Page) -> Html:
        if placed.role is Role.FOOTNOTES:
            from deckmaker.render.html.footnotes import footnotes_html

            return footnotes_html(item.setting, item.style.color, page.number)
        tag = paragraph_element(placed.role, page.number)
        return block_html(item.setting, tag, item.style.color, page.number, item.steps)


_STAGE_END = joined((end_tag("div"),) * 3)
"""What ends a stage."""


def _credited(figure: Sequence[Placed]) -> PictureItem | None:
    """Return the picture of a figure that has a credit, where it is the only one: the figure's credit is its."""
    found = [one.item for one in figure if isinstance(one.item, PictureItem) and one.item.credit]
    return found[0] if len(found) == 1 else None


def _strip_id(page: Page) -> str:
    return f"slide-{page.number}-credits"


def _slot_class(placed: Placed) -> str:
    """Return the class of the theme's slot that an item fills; what stands in a region beside others has none."""
    return f" slot-{identifier(placed.own_slot)}" if placed.own_slot else ""
