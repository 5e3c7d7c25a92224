"""The slide master and its layouts, with placeholders for their places."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.layout import Placed, ShapeItem, TextItem, fade_stops
from deckmaker.layout.figures import edge_of
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.geometry import geometry_xml
from deckmaker.render.pptx.layouts import Layout, Place
from deckmaker.render.pptx.levels import Form, Level, StyleLevels, level_xml, list_style
from deckmaker.render.pptx.masters import SAME, Frame, is_same
from deckmaker.render.pptx.pictures import edge_xml
from deckmaker.render.pptx.placeholders import SLOTS
from deckmaker.render.pptx.prompts import prompt_in
from deckmaker.render.pptx.text import NUMBER_FIELD
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import NAMESPACES, Xml, attribute, joined, properties, shape_tree, transform, words
from deckmaker.theme import Theme
from deckmaker.theme.slots import PLAIN_LAYOUT

_MASTER_SLOTS = {"title": "Title", "body": "Text", "footer": "Footer", "number": "Slide number"}

_ROUNDING = 1.0
"""Points that a text leaves free at least where a program may make it smaller."""


class MasterWriter:
    """Writes master and layouts, and knows what a slide's placeholders inherit from them."""

    def __init__(self, theme: Theme, colors: SchemeColors, footer: str, language: str) -> None:
        self._footer = footer
        self._language = language
        self._colors = colors
        self._theme = theme
        self._levels = StyleLevels(theme)
        # The master's title and text are those of the plain layout: what all other layouts differ from.
        slots = theme.layouts[PLAIN_LAYOUT].slots
        self._places = {
            name: Place(name, words, SLOTS[name], slots[name].rect, slots[name].style)
            for name, words in _MASTER_SLOTS.items()
            if name in slots
        }

    def levels(self, place: Place) -> tuple[Level, ...]:
        """Return the levels of a layout's placeholder."""
        assert place.style is not None
        return self._levels.of(place.style, place.style.size, place.placeholder.form)

    def text_levels(self, place: Place, item: TextItem) -> tuple[Level, ...]:
        """Return the levels that a text in a place is to have."""
        return self._levels.of(item.style, item.setting.size, place.placeholder.form)

    def free_levels(self, item: TextItem) -> tuple[Level, ...]:
        """Return the levels of a text without a placeholder."""
        return self._levels.of(item.style, item.setting.size, Form.PLAIN)

    def frame(self, place: Place, placed: Placed, item: TextItem) -> Frame:
        """Return the frame of a text in a place: placeholders have no margins, so only what brings it onto the grid."""
        if item.style.anchor == "bottom":
            name, inset = "bIns", placed.rect.height - item.offset - item.setting.height
        else:
            name, inset = "tIns", item.offset
        attribute = f' {name}="{emu(inset)}"' if inset > SAME else ""
        # A text that fills its frame stays as large as it is: it has no room for a program's rounding.
        is_full = placed.rect.height - max(inset, 0.0) - item.setting.height < _ROUNDING
        fit = "<a:noAutofit/>" if is_full and place.placeholder.autofits else ""
        body = Xml(f"<a:bodyPr{attribute}>{fit}</a:bodyPr>" if fit else f"<a:bodyPr{attribute}/>")
        return Frame(None if is_same(placed.rect, place.rect) else placed.rect, body)

    def _parent_levels(self, place: Place) -> tuple[Level, ...]:
        """Return what a layout's placeholder inherits: the master's title, text, or furniture."""
        parent = "body" if place.placeholder.type in ("", "body", "subTitle") else place.name
        return self.levels(self._places[parent]) if parent in self._places else ()

    def master(self, layouts: Xml) -> Xml:
        """Return `p:sldMaster`; `layouts` lists the ids of its layouts."""
        shapes = (
            _placeholder(id, one, self._geometry(one), self._body(one, ()))
            for id, one in enumerate(self._places.values(), start=2)
        )
        title, text = (self.levels(self._places[name]) for name in ("title", "body"))
        return Xml(
            f"<p:sldMaster {NAMESPACES}><p:cSld>{_background('paper', self._colors)}{shape_tree(*shapes)}</p:cSld>"
            '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
            'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
            f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{self._styles(title)}</p:titleStyle>"
            f"<p:bodyStyle>{self._styles(text)}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>"
        )

    def _styles(self, levels: tuple[Level, ...]) -> Xml:
        return joined(level_xml(level, None, f"lvl{n}pPr", self._colors) for n, level in enumerate(levels, start=1))

    def layout(self, layout: Layout, logo: Callable[[int], Xml]) -> Xml:
        """Return `p:sldLayout`; `logo` draws the deck's logo as a shape with the given id, or returns nothing."""
        shapes: list[Xml] = []
        for shape in layout.base.shapes:
            if not shape.over_picture:
                item = ShapeItem(shape.color, shape.opacity, shape.fade)
                shapes.append(shape_xml(len(shapes) + 2, f"Shape {len(shapes) + 1}", shape.rect, item, self._colors))
        for one in layout.decorations:
            assert isinstance(one.item, ShapeItem)
            shapes.append(shape_xml(len(shapes) + 2, f"Shape {len(shapes) + 1}", one.rect, one.item, self._colors))
        for place in layout.places.values():
            body = self._body(place, self._parent_levels(place))
            shapes.append(_placeholder(len(shapes) + 2, place, self._geometry(place), body))
        if "logo" in layout.base.slots:
            shapes.append(logo(len(shapes) + 2))
        type = f' type="{layout.type}"' if layout.type else ' userDrawn="1"'
        return Xml(
            f'<p:sldLayout {NAMESPACES} preserve="1"{type}><p:cSld name={attribute(layout.name)}>'
            f"{_background(layout.base.background, self._colors)}{shape_tree(*shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def _geometry(self, place: Place) -> Xml:
        """Return a placeholder's outline: that of a picture has what the theme has around pictures."""
        edge = edge_of(place.rect, self._theme) if place.placeholder.type == "pic" else None
        return edge_xml(place.rect, edge, self._colors)

    def _body(self, place: Place, parents: tuple[Level, ...]) -> Xml:
        """Return a placeholder's text body: its frame without margins, its levels, its prompt."""
        if place.style is None:
            levels, anchor = "<a:lstStyle/>", "t"
        else:
            # The master's own styles say already what its title and text are.
            in_styles = not parents and place.name in ("title", "body")
            levels = "<a:lstStyle/>" if in_styles else list_style(self.levels(place), parents, self._colors)
            anchor = "b" if place.style.anchor == "bottom" else "t"
        fit = "<a:normAutofit/>" if place.placeholder.autofits else "<a:noAutofit/>"
        return Xml(
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
            f"{fit}</a:bodyPr>{levels}<a:p>{self._prompt(place)}</a:p></p:txBody>"
        )

    def _prompt(self, place: Place) -> Xml:
        """Return what a placeholder shows in the layout. LibreOffice sets all footers as the layout's own text is."""
        if place.name == "number":
            return Xml(NUMBER_FIELD.format(language="en", text="‹#›"))
        text, language = self._footer, self._language
        if place.name != "footer" and place.placeholder.prompt:
            text, language = prompt_in(self._language, place.placeholder.prompt)
        if not text:
            return Xml(f"<a:endParaRPr lang={attribute(language)}/>")
        return Xml(f"<a:r><a:rPr lang={attribute(language)}/><a:t>{words(text)}</a:t></a:r>")


def _background(color: str, colors: SchemeColors) -> Xml:
    return Xml(f"<p:bg><p:bgPr>{colors.fill(color)}<a:effectLst/></p:bgPr></p:bg>")


def _placeholder(id: int, place: Place, geometry: Xml, body: Xml) -> Xml:
    own = place.placeholder
    prompt = ' hasCustomPrompt="1"' if own.prompt and own.number else ""
    element = own.xml().replace("<p:ph ", f"<p:ph{prompt} ", 1)
    return Xml(
        f'<p:sp><p:nvSpPr>{properties(id, place.words)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{element}</p:nvPr></p:nvSpPr><p:spPr>{transform(place.rect)}"
        f"{geometry}</p:spPr>{body}</p:sp>"
    )


def shape_xml(id: int, name: str, rect: Rect, item: ShapeItem, colors: SchemeColors) -> Xml:
    """Return a filled shape without a line around it, which fades out on its right where its item says so."""
    fill = colors.fill(item.color, item.opacity)
    if item.fade:
        fill = colors.fading(item.color, item.opacity, fade_stops(rect.width, item.fade))
    return Xml(
        f"<p:sp><p:nvSpPr>{properties(id, name, decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"{transform(rect)}{geometry_xml(rect, item.outline, item.corner)}{fill}"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
