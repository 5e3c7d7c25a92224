"""One page as a slide: placeholders that write only what differs from their layout, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from deckmaker.dataclasses import cached_property
from deckmaker.layout import (
    ConnectorsItem,
    EquationItem,
    GroupItem,
    Outline,
    Page,
    PictureItem,
    Placed,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem, Plot
from deckmaker.layout.document import Change
from deckmaker.model import PictureFile, SlideLink
from deckmaker.model.chart import Chart
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.arrangement import spot_of
from deckmaker.render.pptx.chart_frames import framed_plots
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.geometry import geometry_xml, text_rectangle
from deckmaker.render.pptx.layouts import Place
from deckmaker.render.pptx.levels import Level, list_style
from deckmaker.render.pptx.master import shape_xml
from deckmaker.render.pptx.masters import Inheritance, SlideBase, inset_of, is_same
from deckmaker.render.pptx.pictures import Embedded, picture_xml
from deckmaker.render.pptx.text import TextWriter
from deckmaker.render.pptx.timing import Timing, moving
from deckmaker.render.pptx.typefaces import ScriptFonts
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import NAMESPACES, Xml, attribute, joined, properties, shape_tree, transform
from deckmaker.template.block_names import name_of_block_text
from deckmaker.template.chart_names import name_of_chart, row_in
from deckmaker.template.names import LIST_COLUMN
from deckmaker.theme import Theme
from deckmaker.theme.slots import ENTRIES

_OF_BLOCKS = (Role.ITEM, Role.CALLOUT, Role.LISTING)
"""Groups whose texts are called by the block that they are."""

if TYPE_CHECKING:
    from deckmaker.render.pptx.table_styles import TableStyles
    from deckmaker.render.pptx.tables import TableWriter


class SlideWriter:
    """Writes the slides of one document that have the same scheme of colours.

    `scheme` tells that from others in the presentation; it is '' where there is one.
    """

    def __init__(
        self, theme: Theme, colors: SchemeColors, inheritance: Inheritance, fonts: ScriptFonts, scheme: str = ""
    ) -> None:
        self._theme = theme
        self._colors = colors
        self._inheritance = inheritance
        self._fonts = fonts
        self._scheme = scheme

    @property
    def plain_colors(self) -> SchemeColors:
        """The colours on pages of the plain layout's colour: those of tables and charts, which are written once."""
        return self._colors.on(self._theme.plain.background)

    @cached_property
    def tables(self) -> TableWriter:
        """The writer of tables, which is loaded for the first table of a deck."""
        from deckmaker.render.pptx.tables import TableWriter

        return TableWriter(self._theme, self.plain_colors, self._scheme)

    @property
    def table_styles(self) -> TableStyles | None:
        """The table styles of the slides written so far, None where no slide has a table."""
        return self.tables.styles if "tables" in vars(self) else None

    def slide(
        self,
        page: Page,
        layout: SlideBase,
        embed: Callable[[PictureFile], Embedded],
        link: Callable[[str | SlideLink], str],
        chart: Callable[[Chart, Plot], str],
        name: str | None = None,
    ) -> Xml:
        """Return `p:sld` for a page, which has that layout, and may have a `name` (19.3.1.16) as no other has.

        `embed`, `link` and `chart` make relationships of the slide's part with what it shows or leads to. A talk passes
        over one that is hidden (ECMA-376 Part 1, 19.3.1.38, `show`).
        """
        colors, says = self._colors.on(page.layout.background), self._inheritance.free_turned
        text = TextWriter(self._theme, colors, self._fonts, link, says)
        shapes: list[Xml] = []
        ids = count(2)
        timing = Timing()
        for placed in moving(page.objects):
            if not layout.draws(placed):
                id = next(ids)
                shapes.append(self._shape(id, ids, placed, layout, text, embed, chart))
                timing.add(id, placed)
        show = ' show="0"' if page.hidden else ""
        named = f" name={attribute(name)}" if name else ""
        tree = shape_tree(*shapes)
        return Xml(f"<p:sld {NAMESPACES}{show}><p:cSld{named}>{tree}</p:cSld>{layout.color_map}{timing.xml}</p:sld>")

    def _shape(
        self,
        id: int,
        ids: Iterator[int],
        placed: Placed,
        layout: SlideBase,
        text: TextWriter,
        embed: Callable[[PictureFile], Embedded],
        chart: Callable[[Chart, Plot], str],
        group: Role | None = None,
    ) -> Xml:
        """Return a shape. Within a group, that of a role, it has no placeholder: PowerPoint has none there.

        What it holds has further `ids`.
        """
        place = None if group else layout.places.get(placed.slot or "")
        match placed.item:
            case ShapeItem() as shape:
                return shape_xml(id, f"Shape {id}", placed.rect, shape, text.colors)
            case PictureItem() as picture:
                name = place.words if place else "Logo" if placed.slot == "logo" else f"Picture {id}"
                rect = None if place and is_same(placed.rect, place.rect) else placed.rect
                own, embedded = place.placeholder if place else None, embed(picture.file)
                return picture_xml(id, name, picture, embedded, rect, own, text.colors, placed.rect)
            case TableItem() as table:
                name, placeholder = (place.words, place.placeholder) if place else (spot_of(placed).words, None)
                return self.tables.table(id, name, placed, table, placeholder, text)
            case ChartItem() as item:
                return self._chart(id, ids, placed, item, layout, text.colors, chart, is_free=group is not None)
            case EquationItem() as item:
                from deckmaker.render.pptx.equations import equation_name, equation_xml

                name = equation_name(id, item)
                return equation_xml(id, name, placed, item, self._fonts.language, text.colors)
            case TextItem() as item:
                if place and layout.is_box(placed, place):
                    return self._small_text(id, placed, item, place, text)
                if place:
                    return self._text(id, placed, item, place, text)
                return self._text_box(id, placed, item, text, group)
            case ConnectorsItem():
                raise AssertionError("stands in a diagram")
            case GroupItem(children=children) if placed.role is Role.DIAGRAM:
                return self._diagram(id, ids, placed, children, text)
            case GroupItem(children=children):
                inner = [
                    self._shape(next(ids), ids, child, layout, text, embed, chart, placed.role) for child in children
                ]
                return _group_xml(id, f"{placed.role.value.capitalize()} {id}", placed, inner)

    def _diagram(
        self, id: int, ids: Iterator[int], placed: Placed, children: Sequence[Placed], text: TextWriter
    ) -> Xml:
        """Return a diagram as a group: nodes with their words in them, and connectors between these."""
        from deckmaker.render.pptx.connectors import Joined, connectors_xml

        boxes: list[Joined] = []
        shapes: list[Xml] = []
        said = ""
        lines: list[Xml] = []
        for child in children:
            if isinstance(child.item, GroupItem):
                *drawn, words = child.item.children
                shape = drawn[0].item if drawn else None
                assert isinstance(shape, ShapeItem | None)
                number = next(ids)
                boxes.append(Joined(number, child.rect, shape.outline if shape else Outline.RECTANGLE))
                shapes.append(self._box(number, child.rect, shape, words, text))
        for child in children:
            if isinstance(child.item, ConnectorsItem):
                said, fill = child.item.said, text.colors.fill(child.item.color)
                origin = child.rect.x, child.rect.y
                for line in child.item.lines:
                    lines += connectors_xml(ids, origin, line, boxes, fill)
        return _group_xml(id, f"Diagram {id}", placed, (*lines, *shapes), said)

    def _box(self, id: int, rect: Rect, shape: ShapeItem | None, words: Placed, text: TextWriter) -> Xml:
        """Return a shape, or none that is seen, with words in it, which stand where layout has put them."""
        assert isinstance(words.item, TextItem)
        levels = self._inheritance.free_levels(words.item)
        inner, own = text_rectangle(rect, shape) if shape else rect, words.rect
        insets = {
            "lIns": own.x - inner.x,
            "tIns": own.y + words.item.offset - inner.y,
            "rIns": inner.right - own.right,
            "bIns": 0.0,
        }
        inset = " ".join(f'{name}="{emu(max(0.0, value))}"' for name, value in insets.items())
        fill = text.colors.fill(shape.color, shape.opacity) if shape else "<a:noFill/>"
        outline, corner = (shape.outline, shape.corner) if shape else (Outline.RECTANGLE, 0.0)
        named = properties(id, f"{'Node' if shape else 'Label'} {id}", click=text.click_on(words.item))
        return Xml(
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{transform(rect)}{geometry_xml(rect, outline, corner)}{fill}<a:ln><a:noFill/></a:ln></p:spPr>"
            f'<p:txBody><a:bodyPr wrap="square" {inset} anchor="t"><a:noAutofit/></a:bodyPr>'
            f"{self._free_style(levels, text)}{text.paragraphs(words.item, levels)}</p:txBody></p:sp>"
        )

    def _chart(
        self,
        id: int,
        ids: Iterator[int],
        placed: Placed,
        item: ChartItem,
        layout: SlideBase,
        colors: SchemeColors,
        chart: Callable[[Chart, Plot], str],
        is_free: bool,
    ) -> Xml:
        """Return a chart as one of PowerPoint's own; small multiples are a group of such.

        Before them are the lines of their grids which those have not.
        """
        from deckmaker.render.pptx.charts.frame import chart_frame
        from deckmaker.render.pptx.charts.grid import line_shapes

        plots = framed_plots(placed, item)
        lines = [
            shape_xml(number, f"Grid line {number}", line.rect, line.item, colors)
            for line, number in zip((one for plot in plots for one in line_shapes(plot)), ids, strict=False)
            if isinstance(line.item, ShapeItem)
        ]
        if len(lines) > 1:
            number = next(ids)
            lines = [_group_xml(number, f"Grid {number}", placed, lines)]
        if len(plots) == 1:
            (plot,) = plots
            place = None if is_free else layout.places.get(placed.slot or "")
            name, placeholder = (place.words, place.placeholder) if place else (f"Chart {id}", None)
            name = name_of_chart(name, item.chart.type.value)
            return joined((*lines, chart_frame(id, name, plot, chart(item.chart, plot), item.alt, placeholder)))
        frames = [
            chart_frame(number, plot.name or f"Chart {number}", plot, chart(item.chart, plot))
            for plot, number in zip(plots, ids, strict=False)
        ]
        name = name_of_chart(f"Charts {id}", item.chart.type.value)
        return _group_xml(id, name, placed, (*lines, *frames), item.alt)

    def _text(self, id: int, placed: Placed, item: TextItem, place: Place, text: TextWriter) -> Xml:
        inherited = self._inheritance.levels(place)
        levels = self._inheritance.text_levels(place, item)
        paragraphs = _paragraphs(item, place, levels, text)
        frame, body = self._inheritance.frame(place, placed, item)
        is_of_list = placed.decision is not None and Change.COLUMNS in placed.decision.changes
        name = f"{LIST_COLUMN}{place.name.rpartition(' ')[2]}" if is_of_list else place.words
        return Xml(
            f"<p:sp><p:nvSpPr>{properties(id, name, click=text.click_on(item))}"
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{place.placeholder.xml()}</p:nvPr></p:nvSpPr><p:spPr>{transform(frame) if frame else ''}</p:spPr>"
            f"<p:txBody>{body}{list_style(levels, inherited, text.colors)}{paragraphs}</p:txBody></p:sp>"
        )

    def _free_style(self, levels: tuple[Level, ...], text: TextWriter) -> Xml:
        return list_style(levels, (), text.colors, self._inheritance.free_turned)

    def _small_text(self, id: int, placed: Placed, item: TextItem, place: Place, text: TextWriter) -> Xml:
        """Return a text that is no placeholder, though its layout has a place for it, as a text box of that name."""
        levels = self._inheritance.text_levels(place, item)
        anchor, (name, inset) = ("b" if item.style.anchor == "bottom" else "t"), inset_of(placed, item)
        insets = "".join(f' {one}="{emu(inset) if one == name else 0}"' for one in ("lIns", "tIns", "rIns", "bIns"))
        return Xml(
            f"<p:sp><p:nvSpPr>{properties(id, place.words, click=text.click_on(item))}"
            '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{transform(placed.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="square"{insets} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
            f"{self._free_style(levels, text)}{_paragraphs(item, place, levels, text)}</p:txBody></p:sp>"
        )

    def _text_box(self, id: int, placed: Placed, item: TextItem, text: TextWriter, group: Role | None) -> Xml:
        """Return a text without placeholder: one of many in a slot, one in a group, or one without a place.

        On one line around a chart it stays there in a wider font, too: a number broken in two is another number.
        """
        levels = self._inheritance.free_levels(item)
        is_mark = placed.role is Role.DECORATION
        name = f"{'Mark' if is_mark else 'Axis text' if placed.role is Role.AXIS else 'Text'} {id}"
        if group is None and not is_mark and placed.slot not in (None, *ENTRIES):
            name = spot_of(placed).words
        elif group in _OF_BLOCKS and placed.slot:
            name = name_of_block_text(placed.slot, item.style.name) or name
        elif group is Role.ANNOTATIONS and row_in(placed.slot or ""):
            name = spot_of(placed).words
        named = properties(id, name, decorative=is_mark, click=text.click_on(item))
        paragraphs = text.number(item.text, levels[0]) if placed.slot == "number" else text.paragraphs(item, levels)
        wrap = "none" if group is Role.ANNOTATIONS and len(item.setting.lines) == 1 else "square"
        return Xml(
            f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr txBox="1"/>'
            "<p:nvPr/></p:nvSpPr>"
            f'<p:spPr>{transform(placed.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="{emu(item.offset)}" rIns="0" bIns="0" anchor="t">'
            f"<a:noAutofit/></a:bodyPr>{self._free_style(levels, text)}{paragraphs}</p:txBody></p:sp>"
        )


def _group_xml(id: int, name: str, placed: Placed, shapes: Iterable[Xml], alt: str | None = None) -> Xml:
    """Return a group around shapes, which stand in the slide's own measures."""
    rect = placed.rect
    inner = f'<a:chOff x="{emu(rect.x)}" y="{emu(rect.y)}"/><a:chExt cx="{emu(rect.width)}" cy="{emu(rect.height)}"/>'
    frame = transform(rect).replace("</a:xfrm>", f"{inner}</a:xfrm>")
    return Xml(
        f"<p:grpSp><p:nvGrpSpPr>{properties(id, name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{frame}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def _paragraphs(item: TextItem, place: Place, levels: tuple[Level, ...], text: TextWriter) -> Xml:
    return text.number(item.text, levels[0]) if place.name == "number" else text.paragraphs(item, levels)
