"""The bytes of a template to its masters and layouts (ECMA-376 part 1, 13.3)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from xml.etree.ElementTree import Element

from deckmaker.budget.templates import TEMPLATE_FILE_BYTES, TEMPLATE_LAYOUTS, TEMPLATE_PLACEHOLDERS
from deckmaker.dataclasses import dataclass, field
from deckmaker.patterns import BLANK
from deckmaker.template.colors import Palette
from deckmaker.template.names import A, P, R
from deckmaker.template.numbers import flag, points
from deckmaker.template.package import NotATemplate, Package
from deckmaker.template.placeholders import PlaceholderShape, Styles, placeholder_shapes, resolved
from deckmaker.template.scheme import COLORS, checked_look, read_scheme
from deckmaker.template.soundness import refuse_unsound_parts
from deckmaker.template.template import Template, TemplateLayout, TemplateMaster
from deckmaker.template.unsafe_links import refuse_unsafe_links

_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{one: one for one in COLORS[4:]}}
_LEAST, _MOST = 72.0, 4_032.0
"""Points of a side of a page: an inch, and the 56 inches that are the standard's most (19.7.18)."""


def read_template(content: bytes) -> Template:
    """Return the template that a .potx, .pptx or .ppsx file holds. Raises NotATemplate for any other file."""
    if len(content) > TEMPLATE_FILE_BYTES.most:
        raise NotATemplate(TEMPLATE_FILE_BYTES.excess(len(content)))
    package = Package(content)
    presentation = package.xml(package.main)
    if presentation.tag != f"{P}presentation":
        raise NotATemplate("is no presentation")
    size = presentation.find(f"{P}sldSz")
    width, height = points(size, "cx"), points(size, "cy")
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        raise NotATemplate("says no size of its pages", "save it anew in PowerPoint")
    parts = _referred(package, package.main, presentation, "sldMasterIdLst", "slideMaster")
    default = checked_look(presentation.find(f"{P}defaultTextStyle"), package.main)
    left = _Left()
    read = [_Master(package, part, default, left) for part in parts]
    layouts = [layout for master in read for layout in master.layouts()]
    if not layouts:
        raise NotATemplate("has no layouts", "give it a slide master with layouts")
    refuse_unsafe_links(package)
    refuse_unsound_parts(package)
    masters = tuple(one.master for one in read)
    return Template(package, sha256(content).hexdigest(), width, height, masters, tuple(layouts))


def _referred(package: Package, part: str, root: Element, within: str, kind: str) -> tuple[str, ...]:
    """Return the names of the parts of a kind that a part lists, each once, in its order."""
    known = package.relationships(part)
    found: dict[str, None] = {}
    for one in root.iterfind(f"{P}{within}/*"):
        to = known.get(one.get(f"{R}id", ""))
        if to and to.kind == kind and not to.is_external and package.has(to.target):
            found[to.target] = None
    if len(found) > TEMPLATE_LAYOUTS.most:
        raise NotATemplate(TEMPLATE_LAYOUTS.excess(len(found)))
    return tuple(found)


@dataclass(slots=True)
class _Left:
    """What a template may still have: a layout counts for each master that lists it, since it is read for each."""

    layouts: int = field(default_factory=lambda: TEMPLATE_LAYOUTS.most)
    placeholders: int = field(default_factory=lambda: TEMPLATE_PLACEHOLDERS.most)

    def take(self, layouts: int, placeholders: int) -> None:
        """Take some more. Raises NotATemplate where these are too many."""
        self.layouts -= layouts
        self.placeholders -= placeholders
        for left, bound in ((self.layouts, TEMPLATE_LAYOUTS), (self.placeholders, TEMPLATE_PLACEHOLDERS)):
            if left < 0:
                raise NotATemplate(bound.excess())


class _Master:
    """One master while its layouts are read."""

    def __init__(self, package: Package, part: str, default: Element | None, left: _Left) -> None:
        self._package, self._root, self._left = package, package.xml(part), left
        for style in self._root.iterfind(f"{P}txStyles/*"):
            checked_look(style, part)
        scheme = read_scheme(package, part)
        color_map = {**_USUAL_MAP, **_map(self._root.find(f"{P}clrMap"))}
        self._styles = Styles(default, self._root)
        self._shapes = {one.kind: one for one in reversed(_placeholders(self._root, part))}
        palette = Palette(scheme, color_map)
        own = tuple(resolved(one, None, self._styles, palette) for one in reversed(self._shapes.values()))
        self.master = TemplateMaster(scheme.name, part, scheme, color_map, own, self._styles.turned)

    def layouts(self) -> list[TemplateLayout]:
        """Return the layouts that the master lists."""
        parts = _referred(self._package, self.master.part, self._root, "sldLayoutIdLst", "slideLayout")
        return [self._layout(part) for part in parts]

    def _layout(self, part: str) -> TemplateLayout:
        root, master = self._package.xml(part), self.master
        placeholders = _placeholders(root, part)
        self._left.take(layouts=1, placeholders=len(placeholders))
        own = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        color_map = {**master.color_map, **_map(own)}
        palette = Palette(master.scheme, color_map)
        slide = root.find(f"{P}cSld")
        name = slide.get("name", "") if slide is not None else ""
        return TemplateLayout(
            part.rpartition("/")[2] if BLANK.fullmatch(name) else name,  # a theme file could not say it
            part,
            root.get("type") or "cust",
            master,
            flag(root, "showMasterSp", True),
            color_map,
            own is not None,
            tuple(resolved(one, self._parent(one), self._styles, palette) for one in placeholders),
        )

    def _parent(self, own: PlaceholderShape) -> Element | None:
        """Return the master's shape of the same kind."""
        found = self._shapes.get(own.kind)
        return found.element if found else None


def _placeholders(root: Element, part: str) -> list[PlaceholderShape]:
    """Return the placeholders of a part. Raises NotATemplate where one says more of its text than there is to say."""
    found = list(placeholder_shapes(root))
    for one in found:
        checked_look(one.element.find(f"{P}txBody"), part)
    return found


def _map(element: Element | None) -> Mapping[str, str]:
    return {name: said for name in _USUAL_MAP if (said := element.get(name))} if element is not None else {}
