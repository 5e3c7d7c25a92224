"""The slide master and its layouts, with placeholders for their places."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout import Outline, Placed, ShapeItem, TextItem
from deckmaker.layout.figures import edge_of
from deckmaker.layout.shape_forms import fade_stops
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.geometry import geometry_xml
from deckmaker.render.pptx.guides import OF_LAYOUT, OF_MASTER, columns, guides_xml, rows
from deckmaker.render.pptx.layouts import Layout, Place, date_place
from deckmaker.render.pptx.levels import Level, StyleLevels, level_xml, list_style
from deckmaker.render.pptx.masters import MASTERS_COLORS, SAME, Frame, inset_of, is_same
from deckmaker.render.pptx.pictures import edge_xml
from deckmaker.render.pptx.placeholders import DATE, SLOTS
from deckmaker.render.pptx.prompts import prompt_in
from deckmaker.render.pptx.scheme import PAGE
from deckmaker.render.pptx.text import number_field
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import (
    NAMESPACES,
    NOTHING,
    Xml,
    attribute,
    joined,
    properties,
    shape_tree,
    transform,
    words,
)
from deckmaker.theme import Theme
from deckmaker.theme.slots import PLAIN_LAYOUT

_MASTER_SLOTS = {"title": "Title", "body": "Text", "footer": "Footer", "number": "Slide number"}

_ROUNDING = 1.0
"""Points that a text leaves free at least where a program may make it smaller."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What is at the foot of a deck's slides: its footer, '' for none, and whether they have numbers."""

    footer: str
    numbered: bool

    def xml(self) -> Xml:
        """Return `p:hf`, by which PowerPoint decides what new slides have there (ECMA-376 Part 1, 19.3.1.25)."""
        number = "" if self.numbered else ' sldNum="0"'
        footer = "" if self.footer else ' ftr="0"'
        return Xml(f'<p:hf{number} hdr="0"{footer} dt="0"/>')


class MasterWriter:
    """Writes master and layouts, and knows what a slide's placeholders inherit from them."""

    def __init__(self, theme: Theme, colors: SchemeColors, foot: Foot, language: str) -> None:
        self._foot = foot
        self._language = language
        self._colors = colors
        self._theme = theme
        self._levels = StyleLevels(theme)
        self.free_turned = False  # by the presentation's style for all texts, which says no direction
        # The master's title and text are those of the plain layout: what all other layouts differ from.
        slots = theme.layouts[PLAIN_LAYOUT].slots
        self._places = {
            name: Place(name, words, SLOTS[name], slots[name].rect, slots[name].style)
            for name, words in _MASTER_SLOTS.items()
            if name in slots
        }
        if date := date_place(theme.plain):
            self._places[DATE] = date

    def levels(self, place: Place) -> tuple[Level, ...]:
        """Return the levels of a layout's placeholder."""
        assert place.style is not None
        return self._levels.of(place.style, place.style.size, place.placeholder.form)

    def text_levels(self, place: Place, item: TextItem) -> tuple[Level, ...]:
        """Return the levels that a text in a place is to have."""
        return self._levels.of(item.style, item.setting.size, place.placeholder.form)

    def free_levels(self, item: TextItem) -> tuple[Level, ...]:
        """Return the levels of a text without a placeholder."""
        return self._levels.of_box(item)

    def frame(self, place: Place, placed: Placed, item: TextItem) -> Frame:
        """Return the frame of a text in a place: placeholders have no margins, so only what brings it onto the grid."""
        name, inset = inset_of(placed, item)
        attribute = f' {name}="{emu(inset)}"' if inset > SAME else ""
        # A text that fills its frame stays as large as it is: it has no room for a program's rounding.
        is_full = placed.rect.height - max(inset, 0.0) - item.setting.height < _ROUNDING
        fit = "<a:noAutofit/>" if is_full and place.placeholder.autofits else ""
        body = Xml(f"<a:bodyPr{attribute}>{fit}</a:bodyPr>" if fit else f"<a:bodyPr{attribute}/>")
        return Frame(None if is_same(placed.rect, place.rect) else placed.rect, body)

    def _parent_levels(self, place: Place, colors: SchemeColors) -> tuple[Level, ...]:
        """Return what a layout's placeholder inherits: the master's title, text, or furniture; a text box nothing.

        Where another colour map holds, none of the master's colours is what it is there.
        """
        if place.placeholder.is_box:
            return ()
        parent = "body" if place.placeholder.type in ("", "body", "subTitle") else place.name
        levels = self.levels(self._places[parent]) if parent in self._places else ()
        if colors.map == self._colors.map:
            return levels
        return tuple(replace(one, color="", bullet_color=one.bullet_color and "-") for one in levels)

    def master(self, layouts: Xml) -> Xml:
        """Return `p:sldMaster`; `layouts` lists the ids of its layouts."""
        shapes = (
            _placeholder(id, one, self._geometry(one, self._colors), self._body(one, (), self._colors))
            for id, one in enumerate(self._places.values(), start=2)
        )
        title, text = (self.levels(self._places[name]) for name in ("title", "body"))
        return Xml(
            f"<p:sldMaster {NAMESPACES}><p:cSld>{_background(PAGE, self._colors)}{shape_tree(*shapes)}</p:cSld>"
            f"{self._colors.map.xml('p:clrMap')}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>{self._foot.xml()}"
            f"<p:txStyles><p:titleStyle>{self._styles(title)}</p:titleStyle>"
            f"<p:bodyStyle>{self._styles(text)}</p:bodyStyle><p:otherStyle/></p:txStyles>"
            f"{guides_xml(OF_MASTER, columns(self._main), rows(self._main))}</p:sldMaster>"
        )

    def _styles(self, levels: tuple[Level, ...]) -> Xml:
        return joined(level_xml(level, None, f"lvl{n}pPr", self._colors) for n, level in enumerate(levels, start=1))

    def layout(self, layout: Layout, logo: Callable[[int], Xml]) -> Xml:
        """Return `p:sldLayout`; `logo` draws the deck's logo as a shape with the given id, or returns nothing."""
        shapes: list[Xml] = []
        colors = self._colors.on(layout.base.background)
        for shape in layout.base.shapes:
            if not shape.over_picture:
                item = ShapeItem(shape.color, shape.opacity, shape.fade, turned=shape.turned)
                shapes.append(shape_xml(len(shapes) + 2, f"Shape {len(shapes) + 1}", shape.rect, item, colors))
        for one in layout.decorations:
            assert isinstance(one.item, ShapeItem)
            shapes.append(shape_xml(len(shapes) + 2, f"Shape {len(shapes) + 1}", one.rect, one.item, colors))
        for place in layout.places.values():
            body = self._body(place, self._parent_levels(place, colors), colors)
            write = _empty_box if place.placeholder.is_box else _prompting
            shapes.append(write(len(shapes) + 2, place, self._geometry(place, colors), body))
        if "logo" in layout.base.slots:
            shapes.append(logo(len(shapes) + 2))
        type = f' type="{layout.type}"' if layout.type else ' userDrawn="1"'
        return Xml(
            f'<p:sldLayout {NAMESPACES} preserve="1"{type}><p:cSld name={attribute(layout.name)}>'
            f"{self._own_background(layout.base.background, colors)}{shape_tree(*shapes)}</p:cSld>"
            f"{self.map_of(layout)}{self._foot.xml()}{self._guides(layout)}</p:sldLayout>"
        )

    @property
    def _main(self) -> list[Rect]:
        """The places of the master's title and text."""
        return [self._places[name].rect for name in ("title", "body")]

    def _guides(self, layout: Layout) -> Xml:
        """Return the guides of a layout: the edges of its columns, but for those that are the master's."""
        known = columns(self._main)
        slots = (*layout.base.slots, DATE)
        own = columns(one.rect for one in layout.places.values() if one.name not in slots or one.name == "picture")
        return guides_xml(OF_LAYOUT, [edge for edge in own if edge not in known])

    def map_of(self, layout: Layout) -> Xml:
        """Return `p:clrMapOvr` of a layout and of its slides: a map of their own on pages of another colour."""
        own = self._colors.on(layout.base.background).map
        if own == self._colors.map:
            return MASTERS_COLORS
        return Xml(f"<p:clrMapOvr>{own.xml('a:overrideClrMapping')}</p:clrMapOvr>")

    def _own_background(self, color: str, colors: SchemeColors) -> Xml:
        """Return the background of a layout; nothing where it is the master's."""
        inherits = colors.map == self._colors.map and colors.reference(color) == self._colors.reference(PAGE)
        return NOTHING if inherits else _background(color, colors)

    def _geometry(self, place: Place, colors: SchemeColors) -> Xml:
        """Return a placeholder's outline: that of a picture has what the theme has around pictures."""
        edge = edge_of(place.rect, self._theme) if place.placeholder.type == "pic" else None
        return edge_xml(place.rect, edge, colors)

    def _body(self, place: Place, parents: tuple[Level, ...], colors: SchemeColors) -> Xml:
        """Return a placeholder's text body: its frame without margins, its levels, its prompt."""
        if place.style is None:
            levels, anchor = "<a:lstStyle/>", "t"
        else:
            # The master's own styles say already what its title and text are.
            in_styles = not parents and place.name in ("title", "body")
            levels = "<a:lstStyle/>" if in_styles else list_style(self.levels(place), parents, colors)
            anchor = "b" if place.style.anchor == "bottom" else "t"
        fit = "<a:normAutofit/>" if place.placeholder.autofits else "<a:noAutofit/>"
        return Xml(
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
            f"{fit}</a:bodyPr>{levels}<a:p>{self._prompt(place)}</a:p></p:txBody>"
        )

    def _prompt(self, place: Place) -> Xml:
        """Return what a placeholder shows in the layout. LibreOffice sets all footers as the layout's own text is."""
        if place.name == "number":
            return number_field(self._language, "‹#›", self._theme.turned)
        text, language = self._foot.footer if place.name == "footer" else "", self._language
        if place.placeholder.prompt:
            text, language = prompt_in(self._language, place.placeholder.prompt)
        if not text:
            return Xml(f"<a:endParaRPr lang={attribute(language)}/>")
        return Xml(f"<a:r><a:rPr lang={attribute(language)}/><a:t>{words(text)}</a:t></a:r>")


def _background(color: str, colors: SchemeColors) -> Xml:
    return Xml(f"<p:bg><p:bgPr>{colors.fill(color)}<a:effectLst/></p:bgPr></p:bg>")


def _prompting(id: int, place: Place, geometry: Xml, body: Xml) -> Xml:
    """Return a layout's placeholder, which says what goes there; PowerPoint itself knows what titles ask for."""
    own = _placeholder(id, place, geometry, body)
    prompts = place.placeholder.prompt and place.placeholder.number
    return Xml(own.replace("<p:ph ", '<p:ph hasCustomPrompt="1" ', 1)) if prompts else own


def _empty_box(id: int, place: Place, geometry: Xml, body: Xml) -> Xml:
    """Return the place of a text that is no placeholder: a box set as it, to copy onto slides, which nobody sees."""
    return Xml(
        f'<p:sp><p:nvSpPr>{properties(id, place.words)}<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{transform(place.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"{body}</p:sp>"
    )


def _placeholder(id: int, place: Place, geometry: Xml, body: Xml) -> Xml:
    return Xml(
        f'<p:sp><p:nvSpPr>{properties(id, place.words)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{place.placeholder.xml()}</p:nvPr></p:nvSpPr><p:spPr>{transform(place.rect)}"
        f"{geometry}</p:spPr>{body}</p:sp>"
    )


_POINTED = (Outline.FIRST_CHEVRON, Outline.CHEVRON)
"""Outlines whose mirror image is another."""


def shape_xml(id: int, name: str, rect: Rect, item: ShapeItem, colors: SchemeColors) -> Xml:
    """Return a filled shape without a line around it, which fades out on its right where its item says so."""
    fill = colors.fill(item.color, item.opacity)
    if item.fade:
        fill = colors.fading(item.color, item.opacity, fade_stops(rect.width, item.fade, item.turned))
    return Xml(
        f"<p:sp><p:nvSpPr>{properties(id, name, decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"{transform(rect, flipped=item.turned and item.outline in _POINTED)}"
        f"{geometry_xml(rect, item.outline, item.corner)}{fill}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
