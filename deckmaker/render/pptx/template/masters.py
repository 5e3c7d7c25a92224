"""Masters and layouts of a company's template, copied as they are; slides refer to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.layout import Document, Page, Placed
from deckmaker.render.pptx.languages import with_region
from deckmaker.render.pptx.layouts import Place
from deckmaker.render.pptx.made_of import with_made_of
from deckmaker.render.pptx.masters import MASTERS_COLORS, NotesMaster
from deckmaker.render.pptx.notes import PLACEHOLDERS
from deckmaker.render.pptx.part_names import PartNames
from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.render.pptx.skeleton import Skeleton
from deckmaker.render.pptx.slide import SlideWriter
from deckmaker.render.pptx.slide_list import slide_list
from deckmaker.render.pptx.template.colors import TemplateColors
from deckmaker.render.pptx.template.copying import kept
from deckmaker.render.pptx.template.faults import TemplateFaults
from deckmaker.render.pptx.template.inheritance import TemplateInheritance
from deckmaker.render.pptx.template.places import TemplatePlace, places_of
from deckmaker.render.pptx.template.presentation import presentation_xml, table_styles_xml
from deckmaker.render.pptx.typefaces import ScriptFonts
from deckmaker.render.pptx.xml import Xml, attribute, joined, whole
from deckmaker.template import Template, TemplateLayout
from deckmaker.template.kept_parts import kept_of_package, kept_relationships
from deckmaker.template.placeholders import placeholder_shapes
from deckmaker.template.scheme import COLORS

if TYPE_CHECKING:
    from deckmaker.render.pptx.table_styles import TableStyles

_MAPPED = ("bg1", "tx1", "bg2", "tx2", *COLORS[4:])
"""The names that a colour map explains, in the schema's order (ECMA-376 Part 1, 20.1.6.8)."""


@dataclass(frozen=True, slots=True)
class TemplateBase:
    """One of a template's layouts, and those of its placeholders that a page fills."""

    part: str
    places: Mapping[str, TemplatePlace]
    color_map: Xml

    def draws(self, placed: Placed) -> bool:
        """Tell whether the layout draws something of the page."""
        return False

    def is_box(self, placed: Placed, place: Place) -> bool:
        """Tell whether a text is no placeholder: `places` has none of these."""
        return False


class TemplateMasters:
    """The masters of a template; `Masters` says what its methods are for."""

    def __init__(self, document: Document, template: Template, names: PartNames) -> None:
        """`names` is for the parts of the deck: none is called as one of the template.

        Raises NotATemplate.
        """
        self._document, self._template, self._names = document, template, names
        self._source = template.package
        self._copied = kept(self._source)
        self._writers: dict[tuple[object, ...], SlideWriter] = {}
        self._added: list[Part] = []
        self.package = Relationships("")
        self.presentation = Part(self._source.stored(self._source.main), CT.PML_PRESENTATION_MAIN)
        names.take(part.name for part in (self.presentation, *self._copied))
        self.package.to(RT.OFFICE_DOCUMENT, self.presentation)
        custom = self._source.target("", "custom-properties")
        own = next((one for one in self._copied if custom and one.name.casefold() == custom.casefold()), None)
        if own is not None:
            own.content = with_made_of(own.read(), document)
        for kind, part in self._skeleton.properties(has_custom=own is not None):
            part.name = names.single(part.name)
            self.package.to(kind, self._add(part))
        self._keep_relationships()

    @cached_property
    def _skeleton(self) -> Skeleton:
        return Skeleton(self._document)

    def _keep_relationships(self) -> None:
        ours = {part.name.casefold() for part in self._copied}
        for one in kept_of_package(self._source):
            if one.target.casefold() in ours:
                self.package.to_name(one.type, self._source.stored(one.target))
        self._kept = kept_relationships(self._source)
        for id, one in self._kept.items():
            self.presentation.relationships.keep(id, one.type, self._source.stored(one.target))
        # LibreOffice writes no view, and PowerPoint mends what has none.
        there = {one.kind for one in self._kept.values()}
        for kind, part in self._skeleton.settings():
            name = kind.rpartition("/")[2]
            if name in ("presProps", "viewProps") and name not in there:
                part.name = self._names.numbered(f"ppt/{name}", 1, "xml")
                self.presentation.relationships.to(kind, self._add(part))

    @property
    def parts(self) -> Sequence[Part]:
        """The parts of the template that are copied, and those that the deck adds to them."""
        return (self.presentation, *self._copied, *self._added)

    def _add(self, part: Part) -> Part:
        self._added.append(part)
        return part

    @cached_property
    def _faults(self) -> TemplateFaults:
        return TemplateFaults(self._source, self._copied)

    def excuses(self, fault: str) -> bool:
        """Tell whether something that is unsound is so in the template."""
        return self._faults.has(fault)

    def base(self, page: Page) -> TemplateBase:
        """Return the layout of a page, with the placeholders that it fills."""
        layout = self._layout(page)
        color_map = MASTERS_COLORS
        if layout.own_map:
            # A slide has the map of its master unless it says otherwise, whatever its layout's is (19.3.1.7).
            ones = (f" {name}={attribute(layout.color_map.get(name, name))}" for name in _MAPPED)
            color_map = Xml(f"<p:clrMapOvr><a:overrideClrMapping{''.join(ones)}/></p:clrMapOvr>")
        return TemplateBase(self._source.stored(layout.part), places_of(page, layout), color_map)

    def _layout(self, page: Page) -> TemplateLayout:
        return page.layout.template or self._document.theme.plain.template or self._template.layouts[0]

    def writer(self, page: Page) -> SlideWriter:
        """Return what writes slides whose layouts have the same scheme, colour map and direction."""
        layout = self._layout(page)
        key = (layout.master.scheme.part, layout.master.turned, *layout.color_map.items())
        if key not in self._writers:
            theme = self._document.theme
            colors = TemplateColors(theme, layout)
            inheritance = TemplateInheritance(theme, colors, layout.master)
            # Of the digest, since a template may have been made by deckmaker, and have table styles of its own.
            scheme = f"{self._template.digest[:16]}:{len(self._writers)}:"
            fonts = ScriptFonts(with_region(self._document.language))
            self._writers[key] = SlideWriter(theme, colors, inheritance, fonts, scheme)
        return self._writers[key]

    @cached_property
    def _notes_master(self) -> NotesMaster:
        part = self._source.target(self._source.main, "notesMaster")
        if part and self._source.has(part):
            shapes = placeholder_shapes(self._source.xml(part))
            return NotesMaster(
                self._source.stored(part), {**_LEAST, **{one.type: one.index for one in shapes if one.index >= 0}}
            )
        master, theme = self._skeleton.notes_master()
        own = self._add(
            Part(self._names.numbered("ppt/notesMasters/notesMaster", 1, "xml"), master.type, master.content)
        )
        look = self._add(Part(self._names.numbered("ppt/theme/theme", 1, "xml"), theme.type, theme.content))
        own.relationships.to(RT.THEME, look)
        return NotesMaster(own.name, PLACEHOLDERS)

    def notes_master(self) -> NotesMaster:
        """Return the template's master of notes, or one for it where it has none."""
        return self._notes_master

    def finish(self, slides: Sequence[str], extensions: Xml, styles: Sequence[TableStyles]) -> None:
        """Write the presentation's part, and the table styles of the deck beside the template's."""
        if styles:
            self._add_table_styles(styles)
        # Some programs leave the master of notes out of the list that there is for it.
        notes = next((id for id, one in self._kept.items() if one.kind == "notesMaster"), None)
        if notes is None and "_notes_master" in vars(self):
            notes = self.presentation.relationships.to_name(RT.NOTES_MASTER, self._notes_master.part)
        content = self._source.read(self._source.main)
        self.presentation.content = presentation_xml(content, self._kept, notes, slide_list(slides), extensions)

    def _add_table_styles(self, styles: Sequence[TableStyles]) -> None:
        from deckmaker.render.pptx.table_styles import table_style_list

        name = self._source.target(self._source.main, "tableStyles")
        known = next((part for part in self._copied if name and part.name.casefold() == name.casefold()), None)
        if known:
            known.content = table_styles_xml(known.read(), joined(one.xml() for one in styles))
            return
        own = Part(
            self._names.numbered("ppt/tableStyles", 1, "xml"), CT.PML_TABLE_STYLES, whole(table_style_list(styles))
        )
        self.presentation.relationships.to(RT.TABLE_STYLES, self._add(own))


_LEAST = {"body": PLACEHOLDERS["body"]}
"""The placeholder without which notes would have no text."""
