"""Masters and layouts that are generated from the deck's theme: one master, and a layout for each of the theme's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.dataclasses import dataclass
from deckmaker.layout import Document, Page, PictureItem, Placed, TextItem
from deckmaker.layout.laid_out import shapes_under
from deckmaker.layout.logo import is_on_every_slide, place_logo
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.languages import with_region
from deckmaker.render.pptx.layouts import Layout, Layouts, Place
from deckmaker.render.pptx.master import Foot, MasterWriter
from deckmaker.render.pptx.masters import NotesMaster, is_same
from deckmaker.render.pptx.notes import PLACEHOLDERS
from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.render.pptx.picture_parts import PictureParts
from deckmaker.render.pptx.pictures import picture_xml
from deckmaker.render.pptx.skeleton import Skeleton
from deckmaker.render.pptx.slide import SlideWriter
from deckmaker.render.pptx.slide_list import slide_list
from deckmaker.render.pptx.theme_part import theme_xml
from deckmaker.render.pptx.typefaces import script_fonts
from deckmaker.render.pptx.xml import NOTHING, Xml, joined, whole

if TYPE_CHECKING:
    from deckmaker.render.pptx.table_styles import TableStyles

_MASTER_ID = 2**31  # ECMA-376 Part 1, 19.7.9: ids of masters and layouts begin at 2^31
_FIRST_LAYOUT_ID = _MASTER_ID + 1


@dataclass(frozen=True, slots=True)
class OwnBase:
    """One of our layouts, and its part."""

    layout: Layout
    part: str
    color_map: Xml

    @property
    def places(self) -> Mapping[str, Place]:
        """Its placeholders."""
        return self.layout.places

    def draws(self, placed: Placed) -> bool:
        """Tell whether it draws something of a page."""
        return self.layout.draws(placed)

    def is_box(self, placed: Placed, place: Place) -> bool:
        """Tell whether a text is written as a text box: what is small, and a footer or number that its layout's is not.

        LibreOffice draws footers and numbers with the master, under whatever the slide holds: under a picture that
        fills the page nobody would see them (docs/analysis/libreoffice-text.md). Reset would put a footer that has made
        room for credits back onto them.
        """
        is_foot = place.name in ("footer", "number")
        stays = is_same(placed.rect, place.rect) and not self.layout.base.draws_over_picture
        return place.placeholder.is_box or (is_foot and not stays)


class OwnMasters:
    """The master that a theme makes, and its layouts; `Masters` says what its methods are for."""

    def __init__(self, document: Document, pictures: PictureParts) -> None:
        self._document = document
        self._theme = document.theme
        self._pictures = pictures
        self._colors = SchemeColors(document.theme)
        self._master_writer = MasterWriter(
            document.theme, self._colors, _foot(document), with_region(document.language)
        )
        self._fonts = script_fonts(document)
        self._writer = SlideWriter(self._theme, self._colors, self._master_writer, self._fonts)
        self._skeleton = Skeleton(document)
        self._layouts = Layouts(document)
        self._layout_parts: dict[str, Part] = {}
        self._notes_master: NotesMaster | None = None
        self.package = Relationships("")
        self.presentation = Part("ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)
        self.parts: list[Part] = [self.presentation]
        self._begin()

    def _begin(self) -> None:
        self.package.to(RT.OFFICE_DOCUMENT, self.presentation)
        for kind, part in self._skeleton.properties():
            self.package.to(kind, self._add(part))
        content = whole(theme_xml(self._theme, self._colors, self._fonts))
        theme = self._add(Part("ppt/theme/theme1.xml", CT.OFC_THEME, content))
        relationships = self.presentation.relationships
        self._master = relationships.to(RT.SLIDE_MASTER, self._add_master(theme))
        relationships.to(RT.THEME, theme)
        self._settings = {kind: self._add(part) for kind, part in self._skeleton.settings()}
        for kind, part in self._settings.items():
            relationships.to(kind, part)

    def _add(self, part: Part) -> Part:
        self.parts.append(part)
        return part

    def _add_master(self, theme: Part) -> Part:
        master = self._add(Part("ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER))
        for number, layout in enumerate(self._layouts, start=1):
            self._layout_parts[layout.name] = self._add_layout(number, layout, master)
        layouts = master.relationships
        # By the first of these LibreOffice decides whether slides have numbers (docs/analysis/libreoffice-text.md, 6).
        layouts.to(RT.SLIDE_LAYOUT, self._layout_parts[self._layouts.plain.name])
        ids = joined(
            Xml(f'<p:sldLayoutId id="{id}" r:id="{layouts.to(RT.SLIDE_LAYOUT, part)}"/>')
            for id, part in enumerate(self._layout_parts.values(), _FIRST_LAYOUT_ID + 1)
        )
        master.content = whole(self._master_writer.master(ids))
        master.relationships.to(RT.THEME, theme)
        return master

    def _add_layout(self, number: int, layout: Layout, master: Part) -> Part:
        part = self._add(Part(f"ppt/slideLayouts/slideLayout{number}.xml", CT.PML_SLIDE_LAYOUT))
        part.relationships.to(RT.SLIDE_MASTER, master)

        def logo(id: int) -> Xml:
            placed = place_logo(self._document.logo, layout.base, self._theme, shapes_under(layout.base))
            if placed is None or not isinstance(placed.item, PictureItem) or not is_on_every_slide(layout.base):
                return NOTHING
            embedded, frame = self._pictures.embed(part, placed.item.file), placed.rect
            return picture_xml(id, "Logo", placed.item, embedded, frame, None, self._colors, frame)

        part.content = whole(self._master_writer.layout(layout, logo))
        return part

    def excuses(self, fault: str) -> bool:
        """Tell whether something unsound is no fault of ours: all parts are."""
        return False

    def base(self, page: Page) -> OwnBase:
        """Return the layout of a page."""
        layout = self._layouts.of(page)
        return OwnBase(layout, self._layout_parts[layout.name].name, self._master_writer.map_of(layout))

    def writer(self, page: Page) -> SlideWriter:
        """Return what writes all slides."""
        return self._writer

    def notes_master(self) -> NotesMaster:
        """Return the master of notes; a presentation without notes has none."""
        if self._notes_master is None:
            part, theme = self._skeleton.notes_master()
            self.parts += [part, theme]
            self._notes_master = NotesMaster(part.name, PLACEHOLDERS)
        return self._notes_master

    def finish(self, slides: Sequence[str], extensions: Xml, styles: Sequence[TableStyles]) -> None:
        """Write the presentation's part, and the table styles."""
        if styles:
            from deckmaker.render.pptx.table_styles import table_style_list

            self._settings[RT.TABLE_STYLES].content = whole(table_style_list(styles))
        notes = ""
        if self._notes_master:
            id = self.presentation.relationships.to_name(RT.NOTES_MASTER, self._notes_master.part)
            notes = f'<p:notesMasterIdLst><p:notesMasterId r:id="{id}"/></p:notesMasterIdLst>'
        masters = f'<p:sldMasterIdLst><p:sldMasterId id="{_MASTER_ID}" r:id="{self._master}"/></p:sldMasterIdLst>'
        lists = f"{masters}{notes}{slide_list(slides)}"
        self.presentation.content = self._skeleton.presentation(lists, extensions)


def _foot(document: Document) -> Foot:
    """Return what is at the foot of pages: a footer or a number that some have."""
    footers = (
        placed.item.text
        for page in document.pages
        if (placed := page.slot("footer")) and isinstance(placed.item, TextItem)
    )
    return Foot(next(footers, ""), any(page.slot("number") for page in document.pages))
