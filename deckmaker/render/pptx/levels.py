"""Paragraph properties of a placeholder's levels, and how to write only what differs from the parent's.

A slide inherits from its layout, a layout from the master (ECMA-376 Part 1, 19.3.1.51 and 21.1.2.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout import TextItem
from deckmaker.model import Marker, Paragraph
from deckmaker.render.pptx.colors import TYPEFACES, SchemeColors
from deckmaker.render.pptx.units import FARTHEST, WIDEST_GAP, emu, hundredths, thousandths
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute
from deckmaker.text.styling import marker_color, paragraph_style
from deckmaker.theme import TextStyle, Theme

LEVELS = 9
"""List levels that a placeholder defines: all that there can be."""

KERN_FROM = 1.0
"""Points from which text is kerned. Office's own masters say 12, which would leave credits unkerned."""


_KINDS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
"""Fonts of a run by kind of script, with the ends of their names where they are the theme's (`+mn-lt`)."""


class Form(Enum):
    """The form of a placeholder: which paragraphs its levels are for.

    PLAIN has one, for paragraphs. The first level of TEXT is for paragraphs, too; those below it are for list items,
    as all are in LIST.
    """

    PLAIN = "plain"
    TEXT = "text"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Level:
    """Properties of one level. Lengths in points, `percent` of single spacing.

    `bullet` is empty for paragraphs; `bullet_color` is, too, where there can be no list items. The last four are the
    same for all of ours: a template's may be others, so that texts in its placeholders say ours. Text is kerned from
    `kern` points up, None for never; `hanging` lets punctuation stand outside its frame; `caps` is none, small or all.
    One that is `turned` runs from right to left. Runs of one that `repeats` say its colour, too.
    """

    align: str
    left: float
    indent: float
    percent: int
    before: float
    bullet: str
    bullet_scale: float
    bullet_color: str
    bullet_font: str
    size: float
    bold: bool
    italic: bool
    color: str
    font: str
    tracking: float
    after: float = 0.0
    kern: float | None = KERN_FROM
    hanging: bool = False
    caps: str = "none"
    turned: bool = False
    repeats: bool = False


_SILENT = {"after": 0.0, "caps": "none", "turned": False}
"""What a level need not say that inherits nothing: what every program takes for granted."""


class StyleLevels:
    """The levels of a theme's text styles, each worked out once: a deck's texts are of a few styles and sizes.

    `typefaces` are what texts name for the theme's fonts.
    """

    def __init__(self, theme: Theme, typefaces: Mapping[str, str] = TYPEFACES) -> None:
        self._theme = theme
        self._typefaces = typefaces
        self._known: dict[tuple[TextStyle, int, Form], tuple[Level, ...]] = {}

    def of(self, style: TextStyle, size: int, form: Form) -> tuple[Level, ...]:
        """Return the levels of a text style at `size` points."""
        key = style, size, form
        if key not in self._known:
            font = self._typefaces[style.font]
            bullets = self._theme.lists.bullet_font or font
            levels = _levels(style, size, self._theme, form)
            self._known[key] = tuple(replace(one, font=font, bullet_font=bullets) for one in levels)
        return self._known[key]

    def of_box(self, item: TextItem) -> tuple[Level, ...]:
        """Return the levels of a text without placeholder, which inherits nothing: of a list all, of any other one."""
        paragraphs = [one.paragraph for one in item.setting.paragraphs]
        is_list = any(one.marker is not Marker.NONE or one.level for one in paragraphs)
        return self.of(item.style, item.setting.size, Form.LIST if is_list else Form.PLAIN)


def _levels(style: TextStyle, size: int, theme: Theme, form: Form) -> Iterator[Level]:
    if form is Form.PLAIN:
        yield replace(_level(style, size, theme, 0, Marker.NONE), bullet_color="")
        return
    items = [_level(style, size, theme, number, Marker.BULLET) for number in range(LEVELS)]
    if form is Form.TEXT:
        # Items that stand there all the same have the list's bullets.
        text = _level(style, size, theme, 0, Marker.NONE)
        items[0] = replace(text, bullet_scale=items[0].bullet_scale, bullet_color=items[0].bullet_color)
    yield from items


def _level(style: TextStyle, size: int, theme: Theme, number: int, marker: Marker) -> Level:
    own = paragraph_style(Paragraph((), number, marker), False, style, size, theme)
    face = theme.face(style)  # which may lack a bold or an italic that nothing shall imitate
    return Level(
        align={"left": "l", "center": "ctr", "right": "r"}[style.align],
        left=own.left,
        indent=-own.hanging,
        percent=style.percent,
        before=own.before,
        bullet=own.marker,
        bullet_scale=own.marker_scale,
        bullet_color=marker_color(style, theme),
        bullet_font=theme.lists.bullet_font or TYPEFACES[style.font],
        size=own.size,
        bold=face.bold,
        italic=face.italic,
        color=style.color,
        font=TYPEFACES[style.font],
        tracking=style.tracking,
        turned=theme.turned,
    )


def level_xml(
    level: Level, parent: Level | None, element: str, colors: SchemeColors, says_direction: bool = False
) -> Xml:
    """Return a level's properties without those that its parent has too; empty when there are none left.

    One that `says_direction` has that all the same.
    """
    if level == parent:
        return NOTHING
    new = {
        name
        for name in Level.__slots__
        if (getattr(level, name) != (getattr(parent, name) if parent else _SILENT.get(name)))
    }
    if says_direction:
        new.add("turned")
    attributes = "".join(
        f' {name}="{value}"'
        for key, name, value in (
            ("left", "marL", emu(min(level.left, FARTHEST))),
            ("indent", "indent", emu(level.indent)),
            ("align", "algn", level.align),
            ("turned", "rtl", int(level.turned)),
            # Said, or LibreOffice lets a line's last comma stand outside its frame.
            ("hanging", "hangingPunct", int(level.hanging)),
        )
        if key in new
    )
    # In percent, lines grow with their type; both programs set them so (docs/analysis/powerpoint.md).
    spacing = f'<a:lnSpc><a:spcPct val="{thousandths(level.percent / 100)}"/></a:lnSpc>' if "percent" in new else ""
    spacing += "".join(
        f'<a:{name}><a:spcPts val="{hundredths(min(value, WIDEST_GAP))}"/></a:{name}>'
        for key, name, value in (("before", "spcBef", level.before), ("after", "spcAft", level.after))
        if key in new
    )
    inner = spacing + _bullet(level, new, colors) + _run(level, new, colors)
    return Xml(f"<a:{element}{attributes}>{inner}</a:{element}>")


def _bullet(level: Level, new: set[str], colors: SchemeColors) -> Xml:
    if not level.bullet_color:
        return Xml("<a:buNone/>" if "bullet" in new else "")
    color = colors.bullet(level.bullet_color) if "bullet_color" in new else ""
    scale = f'<a:buSzPct val="{thousandths(level.bullet_scale)}"/>' if "bullet_scale" in new else ""
    if not level.bullet:
        return Xml(color + scale + ("<a:buNone/>" if "bullet" in new else ""))
    sign = bullet_xml(level.bullet, level.bullet_font) if {"bullet", "bullet_font"} & new else ""
    return Xml(color + scale + sign)


def bullet_xml(bullet: str, font: str) -> Xml:
    """Return a bullet in a font: without one of its own LibreOffice draws bullets 3.2 px too high."""
    return Xml(f"<a:buFont typeface={attribute(font)}/><a:buChar char={attribute(bullet)}/>")


def _run(level: Level, new: set[str], colors: SchemeColors) -> Xml:
    attributes = "".join(
        f' {name}="{value}"'
        for key, name, value in (
            ("size", "sz", hundredths(level.size)),
            ("bold", "b", int(level.bold)),
            ("italic", "i", int(level.italic)),
            ("caps", "cap", level.caps),
            ("tracking", "spc", hundredths(level.tracking)),
            ("kern", "kern", hundredths(level.kern or 0)),
        )
        if key in new
    )
    fill = colors.fill(level.color) if "color" in new else ""
    font = _fonts(level.font) if "font" in new else ""
    return Xml(f"<a:defRPr{attributes}>{fill}{font}</a:defRPr>" if attributes or fill or font else "")


def _fonts(name: str) -> Xml:
    """Return the fonts of a level: for all scripts those of the theme, where it names one of these."""
    if not name.startswith("+"):
        return Xml(f"<a:latin typeface={attribute(name)}/>")
    return Xml("".join(f'<a:{kind} typeface="{name[:4]}{end}"/>' for kind, end in _KINDS))


def list_style(
    levels: tuple[Level, ...], parents: tuple[Level, ...], colors: SchemeColors, says_direction: bool = False
) -> Xml:
    """Return `a:lstStyle` with what differs from the parent's levels; empty when nothing does.

    A text without placeholder has no `parents`: it says all, and which way it runs where it must.
    """
    if levels == parents:  # as nearly always: the same tuple, from StyleLevels
        return Xml("<a:lstStyle/>")
    parts = []
    for number, level in enumerate(levels, start=1):
        parent = parents[min(number, len(parents)) - 1] if parents else None
        parts.append(level_xml(level, parent, f"lvl{number}pPr", colors, says_direction))
    return Xml(f"<a:lstStyle>{''.join(parts)}</a:lstStyle>" if any(parts) else "<a:lstStyle/>")
