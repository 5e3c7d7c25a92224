"""A page as it looks on a screen: ground, shapes, pictures and texts, drawn from the same decisions as every output."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from deckmaker.assets import content
from deckmaker.layout import (
    ConnectorsItem,
    Edge,
    EquationItem,
    Fill,
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
from deckmaker.layout.shape_forms import corners_of, fade_stops
from deckmaker.model import PictureFile, looks_linked
from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.elements import element, length, rectangle, sides
from deckmaker.survey.picture.glyphs import Outlines
from deckmaker.text import GlyphRun
from deckmaker.text.styling import UNDERLINE_DROP, UNDERLINE_WEIGHT
from deckmaker.theme import Theme

Shown = Callable[[PictureFile], tuple[str, bytes]]
"""Gives the media type and the bytes of a picture."""


def as_it_is(file: PictureFile) -> tuple[str, bytes]:
    """Return a picture as every output holds it. Raises PictureLost."""
    return file.media_type, content(file)


def page_looks(page: Page, theme: Theme, outlines: Outlines, shown: Shown = as_it_is) -> Iterator[Element]:
    """Yield what is seen of a page, the lowest first. Raises PictureLost."""
    painter = _Painter(theme, outlines, shown)
    yield painter.filled(Fill(Rect(0, 0, theme.width, theme.height), page.layout.background))
    for index, placed in enumerate(page.leaves):
        yield from painter.item(placed, f"item{index}")


class _Painter:
    """Draws items in a theme's colours."""

    def __init__(self, theme: Theme, outlines: Outlines, shown: Shown) -> None:
        self._palette = theme.palette
        self._outlines = outlines
        self._shown = shown

    def item(self, placed: Placed, name: str) -> Iterator[Element]:
        """Yield what an item looks like; `name` is unlike any other item's."""
        match placed.item:
            case ShapeItem():
                yield from self._shape(placed.rect, placed.item, name)
            case PictureItem():
                yield from _picture(placed.rect, placed.item, name, self._shown)
                yield from self._edge(placed.rect, placed.item.edge)
            case TextItem():
                yield from self._text(placed.rect, placed.item)
            case TableItem():
                yield from map(self.filled, placed.item.backgrounds)
                for cell in placed.item.cells:
                    yield from self._text(cell.frame, cell.text)
                yield from map(self.filled, placed.item.rules)
            case ChartItem():
                from deckmaker.survey.picture.charts import chart_drawn

                yield from chart_drawn(placed.item, self._palette)
                for label in placed.texts:
                    if isinstance(label.item, TextItem):
                        yield from self._text(label.rect, label.item)
            case EquationItem():
                from deckmaker.survey.picture.equations import equation_drawn

                yield equation_drawn(placed.rect, placed.item, self._palette)
            case ConnectorsItem():
                from deckmaker.survey.picture.connectors import connectors_drawn

                yield from connectors_drawn(placed.rect, placed.item, self._palette)
            case GroupItem():
                pass  # it draws nothing itself

    def filled(self, fill: Fill) -> Element:
        """Return a rectangle in one colour."""
        return rectangle(fill.rect, fill=self._palette[fill.color], **_opacity(fill.opacity))

    def _shape(self, rect: Rect, item: ShapeItem, name: str) -> Iterator[Element]:
        color = self._palette[item.color]
        if not item.fade:
            yield _outlined(rect, item, {"fill": color} | _opacity(item.opacity))
            return
        yield element("linearGradient", {"id": name}, _stops(color, rect.width, item))
        yield rectangle(rect, fill=f"url(#{name})")

    def _edge(self, rect: Rect, edge: Edge | None) -> Iterator[Element]:
        """Yield the line around a picture, where there is one."""
        if edge and edge.color:
            line = {"fill": "none", "stroke": self._palette[edge.color], "stroke-width": length(edge.width)}
            yield element("rect", sides(rect) | _rounded(edge.corner) | line)

    def _text(self, rect: Rect, item: TextItem) -> Iterator[Element]:
        top = rect.y + item.offset
        for paragraph in item.setting.paragraphs:
            for one in paragraph.lines:
                for run in one.line.runs:
                    yield from self._run(run, rect.x + one.x + run.x, top + one.baseline)
            if marker := paragraph.marker:
                yield from self._run(marker, rect.x + marker.x, top + paragraph.lines[0].baseline)

    def _run(self, run: GlyphRun, x: float, baseline: float) -> Iterator[Element]:
        color = self._palette[run.style.color]
        yield self._outlines.drawn(run, x, baseline, color)
        if looks_linked(run.style.link):
            size = run.style.size
            under = Rect(x, baseline + UNDERLINE_DROP * size, run.width, UNDERLINE_WEIGHT * size)
            yield rectangle(under, fill=color)


def _outlined(rect: Rect, item: ShapeItem, attributes: dict[str, str]) -> Element:
    match item.outline:
        case Outline.RECTANGLE | Outline.ROUNDED:
            return element("rect", sides(rect) | _rounded(item.corner) | attributes)
        case Outline.ELLIPSE:
            middle = {"cx": length(rect.x + rect.width / 2), "cy": length(rect.y + rect.height / 2)}
            radii = {"rx": length(rect.width / 2), "ry": length(rect.height / 2)}
            return element("ellipse", middle | radii | attributes)
        case Outline.FIRST_CHEVRON | Outline.CHEVRON | Outline.DIAMOND:
            corners = corners_of(rect.width, rect.height, item)
            points = " ".join(f"{length(rect.x + x)},{length(rect.y + y)}" for x, y in corners)
            return element("polygon", {"points": points} | attributes)


def _rounded(corner: float) -> dict[str, str]:
    return {"rx": length(corner)} if corner else {}


def _opacity(share: float) -> dict[str, str]:
    """Return the attribute of a colour that lets through what lies below it."""
    return {} if share == 1 else {"fill-opacity": length(share)}


def _stops(color: str, width: float, item: ShapeItem) -> Iterator[Element]:
    for place, share in fade_stops(width, item.fade, item.turned):
        opacity = {"stop-color": color, "stop-opacity": length(share * item.opacity)}
        yield element("stop", {"offset": length(place)} | opacity)


def _picture(rect: Rect, item: PictureItem, name: str, shown: Shown) -> Iterator[Element]:
    """Yield a picture with its bytes in it, of which its frame shows what cropping leaves."""
    left, top, right, bottom = item.crop
    width, height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
    whole = Rect(rect.x - left * width, rect.y - top * height, width, height)
    media_type, held = shown(item.file)
    data = f"data:{media_type};base64,{b64encode(held).decode('ascii')}"
    corner = _rounded(item.edge.corner) if item.edge else {}
    yield element("clipPath", {"id": name}, [element("rect", sides(rect) | corner)])
    attributes = {"preserveAspectRatio": "none", "clip-path": f"url(#{name})", "href": data}
    yield element("image", sides(whole) | attributes)
