"""A template as it was read: masters, layouts, placeholders and how their texts are set. Lengths are in points.

Values alone: nothing here reads a file. Source: ECMA-376 part 1, 19.3 (PresentationML) and 20.1 (DrawingML).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.model.geometry import Rect

if TYPE_CHECKING:
    from deckmaker.template.package import Package
    from deckmaker.template.scheme import Scheme


@dataclass(frozen=True, slots=True)
class TemplateColor:
    """A colour as it is shown, #RRGGBB, with its opacity, and as it is written.

    `scheme` is its name in the theme behind the colour map, such as accent1 or lt1; None for others. `changes` are what
    is done to it, by name and value, such as ("lumMod", 75000).
    """

    value: str
    opacity: float = 1.0
    scheme: str | None = None
    changes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TextLevel:
    """How paragraphs of a level are set (21.1.2.2.7).

    `size` is in points. `font` is major or minor for the theme's own, else a family. `align` is l, ctr, r or just.
    `margin` is where lines begin, `indent` how far the first stands from that. `bullet` is a character, `auto` for a
    number, None for nothing. `line_spacing` is a share of the font's line if positive, points if negative;
    `space_before` and `space_after` a share of the size if positive, points if negative. `caps` is none, small or all.
    `tracking` in points is between letters; they are kerned from `kerned_from` points up, None for never. `hanging`
    tells that punctuation may stand outside the frame. `own_sign` tells that the bullet is a picture, or a character of
    a font of signs, which is not known; `bullet_font` and `bullet_color` are None for the text's own, `bullet_scale` is
    a share of its size, points if negative. Text that is `turned` runs from right to left. Letters may be `underlined`,
    `struck` through, `marked` as with a pen, or `drawn`: with an outline, a gradient, a shadow or no filling. Of one
    that is `recolored`, a style that it takes over changes its colour, by a tint or the like (20.1.2.3). `said`
    names what master, layout or shape say themselves: for the rest, and for what the presentation's own style says of
    all texts, programs have each their own values.
    """

    size: float = 18.0
    bold: bool = False
    italic: bool = False
    color: TemplateColor = TemplateColor("#000000")
    font: str = "minor"
    align: str = "l"
    margin: float = 0.0
    indent: float = 0.0
    bullet: str | None = None
    line_spacing: float = 1.0
    space_before: float = 0.0
    caps: str = "none"
    space_after: float = 0.0
    tracking: float = 0.0
    kerned_from: float | None = None
    hanging: bool = False
    own_sign: bool = False
    bullet_color: TemplateColor | None = None
    bullet_font: str | None = None
    bullet_scale: float = 1.0
    turned: bool = False
    underlined: bool = False
    struck: bool = False
    marked: bool = False
    drawn: bool = False
    recolored: bool = False
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TemplatePlaceholder:
    """A placeholder of a layout, or of a master, with all that it takes over from the master.

    `type` and `index` are what slides refer to it by: obj and 0 where it names none (19.3.1.36). `rect` is its place on
    the page, before it is turned by `rotation` degrees; None where neither has one. `own_place` tells that the layout
    says it itself. `anchor` is t, ctr or b; `insets` are left, top, right and bottom. `vertical` is the direction of
    its text, horz as a rule (20.1.10.83). `levels` are nine. `fits` is what becomes of a text that is too long:
    noAutofit, normAutofit (its letters shrink) or spAutoFit (the frame grows); `wraps` tells that lines break, and they
    stand in `columns`.
    """

    type: str
    index: int
    name: str
    rect: Rect | None
    own_place: bool = False
    rotation: float = 0.0
    anchor: str = "t"
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    vertical: str = "horz"
    levels: tuple[TextLevel, ...] = (TextLevel(),) * 9
    fits: str = "noAutofit"
    wraps: bool = True
    columns: int = 1

    @property
    def text_rect(self) -> Rect | None:
        """Where its text stands: its place without the insets."""
        if self.rect is None:
            return None
        left, top, right, bottom = self.insets
        rect = self.rect
        return Rect(rect.x + left, rect.y + top, rect.width - left - right, rect.height - top - bottom)


@dataclass(frozen=True, slots=True)
class TemplateMaster:
    """A master: `part` is its name in the package, `name` that of its theme.

    `color_map` leads from the names that shapes use (bg1, tx1, accent1 …) to those of the scheme (lt1, dk1, …). One
    that is `turned` may have texts without placeholder run from right to left.
    """

    name: str
    part: str
    scheme: Scheme = field(repr=False)
    color_map: Mapping[str, str] = field(repr=False)
    placeholders: tuple[TemplatePlaceholder, ...] = field(repr=False)
    turned: bool = False


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A layout: `part` is its name in the package, `type` the standard's word for it, such as titleOnly (19.7.15).

    `color_map` is its own where it has one, else the master's. `own_map` tells that.
    """

    name: str
    part: str
    type: str
    master: TemplateMaster
    shows_master_shapes: bool
    color_map: Mapping[str, str] = field(repr=False)
    own_map: bool
    placeholders: tuple[TemplatePlaceholder, ...] = field(repr=False)

    def placeholder(self, *types: str) -> TemplatePlaceholder | None:
        """Return the first placeholder of the first of these types that it has."""
        ones = (one for type in types for one in self.placeholders if one.type == type)
        return next(ones, None)

    @property
    def families(self) -> tuple[str, str]:
        """The families of its titles and of its texts: what its placeholders name, else what the theme has for both."""
        title, text = self.placeholder("title", "ctrTitle"), self.placeholder("obj", "body", "subTitle")
        scheme = self.master.scheme
        usual = {"major": scheme.heading, "minor": scheme.body}
        named = ((title, scheme.heading), (text and self.as_running(text), scheme.body))
        heading, body = (usual.get(one.levels[0].font, one.levels[0].font) if one else other for one, other in named)
        return heading, body

    def as_running(self, placeholder: TemplatePlaceholder) -> TemplatePlaceholder:
        """Return a placeholder as what holds running text: a subtitle is set as its master sets texts.

        It may be all that a layout has for texts, and a list is no subtitle: not centred, nor in the middle of its
        place.
        """
        usual = next((one for one in self.master.placeholders if one.type == "body"), None)
        if placeholder.type != "subTitle" or usual is None:
            return placeholder
        return replace(placeholder, levels=usual.levels, anchor=usual.anchor)


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template: its package, the size of its pages, and its masters and layouts in their order.

    `digest` is the SHA-256 of the file, in hexadecimal.
    """

    package: Package
    digest: str
    width: float
    height: float
    masters: tuple[TemplateMaster, ...]
    layouts: tuple[TemplateLayout, ...]

    def named(self, name: str) -> tuple[TemplateLayout, ...]:
        """Return the layout that has a name among `names`; else all that are called so, which may be several."""
        exact = tuple(one for one, called in zip(self.layouts, self.names, strict=True) if called == name)
        return exact or tuple(one for one in self.layouts if one.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """What the layouts are called in theme files: by their master, too, where a name is there twice.

        Where even that is there twice, the second is `Master/Layout (2)`.
        """
        plain = Counter(one.name for one in self.layouts)
        seen: Counter[str] = Counter()
        return tuple(
            one.name if plain[one.name] == 1 else _numbered(f"{one.master.name}/{one.name}", seen)
            for one in self.layouts
        )


def _numbered(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"
