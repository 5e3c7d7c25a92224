"""The slide master and its layouts: one of each slide layout of the theme, with placeholders for its slots."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from deckmaker.layout import fade_stops
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.levels import Level, StyleLevels, level_xml, list_style
from deckmaker.render.pptx.placeholders import PLACEHOLDERS, Placeholder, holds_lists, placeholder_for
from deckmaker.render.pptx.text import NUMBER_FIELD
from deckmaker.render.pptx.xml import NAMESPACES, attribute, properties, shape_tree, transform
from deckmaker.theme import SlideLayout, Slot, TextStyle, Theme
from deckmaker.theme.slots import ENTRIES, PLAIN_LAYOUT

_MASTER_SLOTS = ("title", "body", "footer", "number")
_TYPES = {
    "title": "title",
    "title-only": "title",
    "content": "tx",
    "columns": "twoTxTwoObj",
    "section": "secHead",
    "table": "tbl",
}


class MasterWriter:
    """Writes master and layouts, and knows what a slide's placeholders inherit from them."""

    def __init__(self, theme: Theme, colors: SchemeColors, footer: str) -> None:
        self._footer = footer
        self._colors = colors
        self._levels = StyleLevels(theme)
        # The master's title and text are those of the plain layout: what all other layouts differ from.
        self._plain = theme.layouts[PLAIN_LAYOUT]

    def levels(self, slot: Slot) -> tuple[Level, ...]:
        """Return the levels of a layout's placeholder."""
        assert slot.style is not None
        return self.text_levels(slot, slot.style, slot.style.size)

    def text_levels(self, slot: Slot, style: TextStyle, size: int) -> tuple[Level, ...]:
        """Return the levels that a text in a slot has at `size` points."""
        return self._levels.of(style, size, holds_lists(slot.name))

    def _parent_levels(self, slot: str, placeholder: Placeholder) -> tuple[Level, ...]:
        """Return what a layout's placeholder inherits: the master's title, text, or furniture."""
        parent = "body" if placeholder.type in ("body", "subTitle") else slot
        return self.levels(self._plain.slots[parent]) if parent in self._plain.slots else ()

    def master(self, layouts: str) -> str:
        """Return `p:sldMaster`; `layouts` lists the ids of its layouts."""
        slots = [self._plain.slots[name] for name in _MASTER_SLOTS if name in self._plain.slots]
        shapes = (
            _placeholder(id, PLACEHOLDERS[slot.name], slot.rect, self._body(slot, PLACEHOLDERS[slot.name], ()))
            for id, slot in enumerate(slots, start=2)
        )
        title, text = (self.levels(self._plain.slots[name]) for name in ("title", "body"))
        return (
            f"<p:sldMaster {NAMESPACES}><p:cSld>{_background('paper', self._colors)}{shape_tree(*shapes)}</p:cSld>"
            '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
            'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
            f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{self._styles(title)}</p:titleStyle>"
            f"<p:bodyStyle>{self._styles(text)}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>"
        )

    def _styles(self, levels: tuple[Level, ...]) -> str:
        return "".join(level_xml(level, None, f"lvl{n}pPr", self._colors) for n, level in enumerate(levels, start=1))

    def layout(self, layout: SlideLayout, logo: Callable[[int], str]) -> str:
        """Return `p:sldLayout`; `logo` draws the deck's logo as a shape with the given id, or returns nothing."""
        shapes = [
            rectangle_xml(id, shape.rect, shape.color, shape.opacity, shape.fade, self._colors)
            for id, shape in enumerate((s for s in layout.shapes if not s.over_picture), start=2)
        ]
        for slot in layout.slots.values():
            if slot.name == "logo":
                shapes.append(logo(len(shapes) + 2))
            elif slot.name not in ENTRIES:
                placeholder = placeholder_for(slot.name, layout)
                body = self._body(slot, placeholder, self._parent_levels(slot.name, placeholder))
                shapes.append(_placeholder(len(shapes) + 2, placeholder, slot.rect, body))
        type = f' type="{_TYPES[layout.name]}"' if layout.name in _TYPES else ' userDrawn="1"'
        name = attribute(layout.name.replace("-", " ").capitalize())
        return (
            f'<p:sldLayout {NAMESPACES} preserve="1"{type}><p:cSld name={name}>'
            f"{_background(layout.background, self._colors)}{shape_tree(*shapes)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def _body(self, slot: Slot, placeholder: Placeholder, parents: tuple[Level, ...]) -> str:
        """Return a placeholder's text body: its frame without margins, its levels, its prompt."""
        if slot.style is None:
            levels, anchor = "<a:lstStyle/>", "t"
        else:
            # The master's own styles say already what its title and text are.
            in_styles = not parents and slot.name in ("title", "body")
            levels = "<a:lstStyle/>" if in_styles else list_style(self.levels(slot), parents, self._colors)
            anchor = "b" if slot.style.anchor == "bottom" else "t"
        return (
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
            f"<a:noAutofit/></a:bodyPr>{levels}<a:p>{self._prompt(slot.name, placeholder)}</a:p></p:txBody>"
        )

    def _prompt(self, slot: str, placeholder: Placeholder) -> str:
        """Return what a placeholder shows in the layout. LibreOffice sets all footers as the layout's own text is."""
        if slot == "number":
            return NUMBER_FIELD.format(language="en", text="‹#›")
        text = self._footer if slot == "footer" else placeholder.prompt
        return f'<a:r><a:rPr lang="en"/><a:t>{escape(text)}</a:t></a:r>' if text else '<a:endParaRPr lang="en"/>'


def _background(color: str, colors: SchemeColors) -> str:
    return f"<p:bg><p:bgPr>{colors.fill(color)}<a:effectLst/></p:bgPr></p:bg>"


def _placeholder(id: int, placeholder: Placeholder, rect: Rect, body: str) -> str:
    prompt = ' hasCustomPrompt="1"' if placeholder.prompt and placeholder.number else ""
    element = placeholder.xml().replace("<p:ph ", f"<p:ph{prompt} ", 1)
    return (
        f'<p:sp><p:nvSpPr>{properties(id, placeholder.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr>{element}</p:nvPr></p:nvSpPr><p:spPr>{transform(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</p:spPr>{body}</p:sp>"
    )


def rectangle_xml(id: int, rect: Rect, color: str, opacity: float, fade: float, colors: SchemeColors) -> str:
    """Return a filled rectangle without outline, which fades out over the last `fade` points on its right."""
    fill = colors.fading(color, opacity, fade_stops(rect.width, fade)) if fade else colors.fill(color, opacity)
    return (
        f"<p:sp><p:nvSpPr>{properties(id, f'Shape {id}', decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f'{transform(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
