"""What texts take over from a template's placeholders: levels and frames, of which slides write what differs.

So a change of the template changes the deck, where layout has not decided otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.layout import Placed, TextItem
from deckmaker.model import Marker
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.layouts import Place
from deckmaker.render.pptx.levels import Level, StyleLevels
from deckmaker.render.pptx.masters import SAME, Frame
from deckmaker.render.pptx.template.colors import TemplateColors
from deckmaker.render.pptx.template.places import TemplatePlace
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import Xml
from deckmaker.template import TemplateColor, TemplateMaster, TemplatePlaceholder, TextLevel
from deckmaker.theme import TextStyle, Theme

_REFERENCES = {"major": "+mj-lt", "minor": "+mn-lt"}
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_UNLIKE = -1.0
"""A length that no text has: of spacing that is a share of something, none of ours is the same."""

_SLACK = 3.0
"""Points that a frame has to spare around a text for all programs to agree that it fits."""

_OTHER = "other"
"""A colour of a template that the palette does not have."""

_UNSAID: Mapping[str, tuple[str, Any]] = {
    "align": ("align", ""),
    "left": ("margin", _UNLIKE),
    "indent": ("indent", -_UNLIKE),
    "bullet": ("bullet", "unsaid"),
    "bullet_font": ("bullet_font", ""),
    "bullet_scale": ("bullet_scale", _UNLIKE),
    "size": ("size", _UNLIKE),
    "bold": ("bold", None),
    "italic": ("italic", None),
    "percent": ("line_spacing", _UNLIKE),
    "before": ("space_before", _UNLIKE),
    "after": ("space_after", _UNLIKE),
    "color": ("color", ""),
    "font": ("font", ""),
    "kern": ("kerned_from", None),
}
"""What a template's placeholder may leave to programs, which fill it in each in its own way: its name in the template,
and a value that no text has, so that ours is written."""


class TemplateInheritance:
    """What texts on slides of one master take over; `Inheritance` says what its methods are for."""

    def __init__(self, theme: Theme, colors: TemplateColors, master: TemplateMaster) -> None:
        scheme = master.scheme
        self._theme = theme
        self._colors = colors
        self.free_turned = master.turned
        self._families = {"major": scheme.heading, "minor": scheme.body}
        self._levels = StyleLevels(theme, colors.typefaces)
        self._known: dict[TextLevel, Level] = {}

    def levels(self, place: Place) -> tuple[Level, ...]:
        """Return the levels of a template's placeholder."""
        return tuple(self._inherited(one) for one in _own(place).levels)

    def _inherited(self, one: TextLevel) -> Level:
        if one not in self._known:
            level = Level(
                align=one.align,
                left=one.margin,
                indent=one.indent,
                percent=round(100 * one.line_spacing) if one.line_spacing > 0 else round(_UNLIKE),
                before=_points(one.space_before),
                bullet=one.bullet or "",
                bullet_scale=one.bullet_scale,
                bullet_color=self._color(one.bullet_color or one.color) if one.bullet else "",
                bullet_font=_REFERENCES.get(one.bullet_font or "", one.bullet_font or ""),
                size=one.size,
                bold=one.bold,
                italic=one.italic,
                color=self._color(one.color),
                font=_REFERENCES.get(one.font, one.font),
                tracking=one.tracking,
                after=_points(one.space_after),
                kern=one.kerned_from,
                hanging=one.hanging,
                caps=one.caps,
                turned=one.turned,
            )
            self._known[one] = replace(
                level, **{ours: un for ours, (name, un) in _UNSAID.items() if name not in one.said}
            )
        return self._known[one]

    def _color(self, one: TemplateColor) -> str:
        """Return the palette name of a template's colour; what is like none of ours where the palette has none such."""
        return (self._colors.name_of(one.value) if one.opacity == 1 else "") or _OTHER

    def text_levels(self, place: Place, item: TextItem) -> tuple[Level, ...]:
        """Return the levels that a text in a placeholder is to have: those that it uses."""
        theirs = _own(place).levels
        form = place.placeholder.form
        deepest = max((one.paragraph.level for one in item.setting.paragraphs), default=0)
        wanted = self._levels.of(item.style, item.setting.size, form)[: deepest + 1]
        # Where there are items among paragraphs, paragraphs know how bullets look; numbers without a colour of their
        # own are white in LibreOffice, whatever the text is, before an item that begins in bold.
        items = any(one.paragraph.marker is not Marker.NONE for one in item.setting.paragraphs)
        return tuple(
            self._as_far_as_alike(one if one.bullet or items else replace(one, bullet_color=""), own, item.style)
            for one, own in zip(wanted, theirs, strict=False)
        )

    def _as_far_as_alike(self, wanted: Level, theirs: TextLevel, style: TextStyle) -> Level:
        """Return a level with the template's way of saying what comes to the same."""
        inherited = self._inherited(theirs)
        marks = self._colors.one_name(wanted.bullet_color) if wanted.bullet_color else ""
        color = self._colors.one_name(wanted.color)
        font = self._font(style, theirs)
        # In a list style, LibreOffice does to our colour what the template does to its own; on a run, nothing does.
        repeats = theirs.recolored and color != inherited.color
        level = replace(wanted, color=color, bullet_color=marks, font=font, repeats=repeats)
        if not self._theme.lists.bullet_font:
            level = replace(level, bullet_font=font)
        if inherited.kern is not None and inherited.kern <= level.size:
            level = replace(level, kern=inherited.kern)
        if level.bullet and theirs.bullet and theirs.own_sign:  # which is not known, and so is the template's
            level = replace(
                level, bullet=inherited.bullet, bullet_scale=inherited.bullet_scale, bullet_font=inherited.bullet_font
            )
        return level

    def _font(self, style: TextStyle, theirs: TextLevel) -> str:
        """Return the font that a text names: its placeholder's, where the theme's family is the same."""
        family = self._families.get(theirs.font, theirs.font)
        if self._theme.fonts[style.font] == family:
            return _REFERENCES.get(theirs.font, theirs.font)
        return self._colors.typefaces[style.font]

    def free_levels(self, item: TextItem) -> tuple[Level, ...]:
        """Return the levels of a text without placeholder."""
        return self._levels.of_box(item)

    def frame(self, place: Place, placed: Placed, item: TextItem) -> Frame:
        """Return the frame of a text in a placeholder, whose margins it keeps, and whose anchor where layout has it.

        Margins grow where they must for the lines to stand where layout has them.
        """
        theirs, step = _own(place), self._theme.baseline
        own = replace(theirs, anchor=_ANCHORS[item.style.anchor])
        left, top, right, bottom = own.insets
        room = placed.rect
        frame = Rect(room.x - left, room.y - top, room.width + left + right, room.height + top + bottom)
        text = replace(room, y=room.y + item.offset, height=item.setting.height)
        inherits = own.rect is not None and _holds(own.rect, frame, text, step)
        if own.rect is not None and inherits:
            frame = own.rect
        attributes = dict(_inset(own, frame, text))
        if not inherits and any(value < 0 for value in attributes.values()):
            frame = Rect(frame.x, text.y - top, frame.width, text.height + top + bottom)
            attributes = dict(_inset(own, frame, text))
        if not inherits and (frame.width < 0 or frame.height < 0):  # its margins are less than none, and more than it
            frame, top, bottom = replace(room, y=text.y, height=text.height), 0.0, 0.0
            attributes = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0.0)
        margins = attributes.get("tIns", top) + attributes.get("bIns", bottom)
        body = "".join(f' {name}="{emu(value)}"' for name, value in attributes.items())
        body += f' anchor="{own.anchor}"' if own.anchor != theirs.anchor else ""
        body += ' wrap="square"' if not own.wraps else ""
        body += ' numCol="1"' if own.columns > 1 else ""
        # Letters that shrink where a colleague adds more are welcome; none may because they have just enough room.
        has_room = text.height + margins <= frame.height - _SLACK
        keeps = own.fits == "noAutofit" or (own.fits == "normAutofit" and has_room)
        fit = "" if keeps else "<a:noAutofit/>"
        return Frame(None if inherits else frame, Xml(f"<a:bodyPr{body}>{fit}</a:bodyPr>"))


def _own(place: Place) -> TemplatePlaceholder:
    assert isinstance(place, TemplatePlace) and place.own, "slides in templates have no other places"
    return place.own


def _points(spacing: float) -> float:
    """Return a space in points; what is a share is like none of ours, but for nothing."""
    return -spacing if spacing <= 0 else _UNLIKE


def _holds(rect: Rect, frame: Rect, text: Rect, step: float) -> bool:
    """Tell whether a placeholder's place is as wide as a frame and holds it, but for what brings lines onto the grid.

    Layout may have given a part of its height to credits, or to what stands below a title: with another frame for that
    the place could not be changed in the template, and nothing else would be gained.
    """
    across = abs(rect.x - frame.x) < SAME and abs(rect.right - frame.right) < SAME
    down = rect.y - step <= frame.y and frame.bottom <= rect.bottom + 2 * step
    return across and down and rect.y - SAME <= text.y and text.bottom <= rect.bottom + SAME


def _inset(own: TemplatePlaceholder, frame: Rect, text: Rect) -> Iterator[tuple[str, float]]:
    """Yield the margin of a frame that brings a text to its place, where it is not the placeholder's own."""
    _, top, _, bottom = own.insets
    if own.anchor == "b":
        if abs((below := frame.bottom - text.bottom) - bottom) > SAME:
            yield "bIns", below
    elif own.anchor == "ctr":
        lower = text.y + text.height / 2 - (frame.y + top + frame.bottom - bottom) / 2
        if lower > SAME:
            yield "tIns", top + 2 * lower
        elif lower < -SAME:
            yield "bIns", bottom - 2 * lower
    elif abs((above := text.y - frame.y) - top) > SAME:
        yield "tIns", above
