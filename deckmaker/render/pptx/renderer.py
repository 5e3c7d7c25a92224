"""A document to one presentation: its parts, and what each leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.credits import full_credits
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, PictureItem, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.laid_out import shapes_under
from deckmaker.layout.logo import place_logo
from deckmaker.model import Paragraph, PictureFile, SlideLink
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.layouts import Layout, Layouts
from deckmaker.render.pptx.master import MasterWriter
from deckmaker.render.pptx.notes import notes_xml
from deckmaker.render.pptx.package import write_package
from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.render.pptx.picture_parts import PictureParts
from deckmaker.render.pptx.pictures import Embedded, picture_xml
from deckmaker.render.pptx.sections import sections_xml
from deckmaker.render.pptx.slide import SlideWriter
from deckmaker.render.pptx.template import Template
from deckmaker.render.pptx.theme_part import theme_xml
from deckmaker.render.pptx.typefaces import script_fonts
from deckmaker.render.pptx.xml import NOTHING, Xml, joined, whole

if TYPE_CHECKING:
    from deckmaker.render.pptx.charts.parts import ChartParts

_FIRST_SLIDE_ID = 256  # the least that ST_SlideId allows
_MASTER_ID = 2**31  # ECMA-376 Part 1, 19.7.9: ids of masters and layouts begin at 2^31
_FIRST_LAYOUT_ID = _MASTER_ID + 1


class PptxRenderer:
    """Editable slides: placeholders, lists, links, notes, sections; theme colours and fonts by reference."""

    extension = "pptx"
    description = "editable PowerPoint"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as an Office Open XML presentation."""
        _Builder(document).write(stream)


class _Builder:
    """Puts the parts of one presentation together: slides as their text, pictures as a promise of theirs."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._theme = document.theme
        self._colors = SchemeColors(document.theme)
        self._master_writer = MasterWriter(document.theme, self._colors, _footer(document), document.language)
        self._template = Template(document)
        self._presentation = Part("ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)
        self._parts = [self._presentation]
        self._pictures = PictureParts()
        self._layouts = Layouts(document)
        self._layout_parts: dict[str, Part] = {}
        self._notes_master: Part | None = None
        self._notes = 0

    @cached_property
    def _charts(self) -> ChartParts:
        """The parts of charts, which are loaded for the first chart of a deck."""
        from deckmaker.render.pptx.charts.parts import ChartParts

        return ChartParts(self._colors, self._document.language)

    def write(self, stream: BinaryIO) -> None:
        package = Relationships("")
        package.to(RT.OFFICE_DOCUMENT, self._presentation)
        for kind, part in self._template.properties():
            package.to(kind, self._add(part))
        fonts = script_fonts(self._document)
        theme_part = whole(theme_xml(self._theme, self._colors, fonts))
        theme = self._add(Part("ppt/theme/theme1.xml", CT.OFC_THEME, theme_part))
        relationships = self._presentation.relationships
        master = relationships.to(RT.SLIDE_MASTER, self._add_master(theme))
        relationships.to(RT.THEME, theme)
        settings = {kind: self._add(part) for kind, part in self._template.settings()}
        for kind, part in settings.items():
            relationships.to(kind, part)
        writer = SlideWriter(self._theme, self._colors, self._master_writer, fonts)
        slides = [relationships.to(RT.SLIDE, self._add_slide(page, writer)) for page in self._document.pages]
        if styles := writer.table_styles:
            settings[RT.TABLE_STYLES].content = whole(styles)
        notes_master = relationships.to(RT.NOTES_MASTER, self._notes_master) if self._notes_master else None
        begun = [(id, page.section) for id, page in enumerate(self._document.pages, _FIRST_SLIDE_ID)]
        sections = sections_xml(begun, self._document.title)
        self._presentation.content = self._template.presentation(_lists(master, notes_master, slides), sections)
        charts = self._charts if "_charts" in vars(self) else ()
        write_package(package, [*self._parts, *self._pictures, *charts], stream)

    def _add(self, part: Part) -> Part:
        self._parts.append(part)
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
            if placed is None or not isinstance(placed.item, PictureItem) or layout.base.draws_over_picture:
                return NOTHING
            embedded, frame = self._embed(part, placed.item.file), placed.rect
            return picture_xml(id, "Logo", placed.item, embedded, frame, None, self._colors, frame)

        part.content = whole(self._master_writer.layout(layout, logo))
        return part

    def _embed(self, part: Part, file: PictureFile) -> Embedded:
        pixels = part.relationships.to(RT.IMAGE, self._pictures.part(file))
        drawing = self._pictures.drawing(file)
        return Embedded(pixels, part.relationships.to(RT.IMAGE, drawing) if drawing else None)

    def _add_slide(self, page: Page, writer: SlideWriter) -> Part:
        part = self._add(Part(_slide_name(page.number), CT.PML_SLIDE))
        layout = self._layouts.of(page)
        part.relationships.to(RT.SLIDE_LAYOUT, self._layout_parts[layout.name])
        slide = writer.slide(
            page,
            layout,
            embed=lambda file: self._embed(part, file),
            link=lambda link: _linked(part, link),
            chart=lambda chart, plot: part.relationships.to(RT.CHART, self._charts.part(chart, plot)),
        )
        part.content = whole(slide)
        credits = tuple(full_credits(page.credits, self._document.language))
        said = (*self._said_of_charts(page), *credits)
        if page.notes or said:
            self._add_notes(page.notes, said, part)
        return part

    def _said_of_charts(self, page: Page) -> Iterator[str]:
        if any(isinstance(placed.item, ChartItem) for placed in page.leaves):
            from deckmaker.render.pptx.charts.notes import chart_notes

            yield from chart_notes(page, self._document.language)

    def _add_notes(self, notes: tuple[Paragraph, ...], said: tuple[str, ...], slide: Part) -> None:
        if self._notes_master is None:
            self._notes_master, theme = self._template.notes_master()
            self._parts += [self._notes_master, theme]
        self._notes += 1
        content = whole(notes_xml(notes, said, self._document.language))
        part = self._add(Part(f"ppt/notesSlides/notesSlide{self._notes}.xml", CT.PML_NOTES_SLIDE, content))
        part.relationships.to(RT.NOTES_MASTER, self._notes_master)
        part.relationships.to(RT.SLIDE, slide)
        slide.relationships.to(RT.NOTES_SLIDE, part)


def _slide_name(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def _linked(part: Part, link: str | SlideLink) -> str:
    """Return the id of a slide's relationship with what a link leads to: an address, or another slide."""
    if isinstance(link, SlideLink):
        return part.relationships.to_name(RT.SLIDE, _slide_name(link.page))
    return part.relationships.outside(RT.HYPERLINK, link)


def _lists(master: str, notes_master: str | None, slides: Sequence[str]) -> Xml:
    """Return the lists with which a presentation begins, given the ids of its relationships."""
    notes = f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>' if notes_master else ""
    ones = "".join(f'<p:sldId id="{id}" r:id="{one}"/>' for id, one in enumerate(slides, _FIRST_SLIDE_ID))
    return Xml(
        f'<p:sldMasterIdLst><p:sldMasterId id="{_MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>{notes}'
        f"<p:sldIdLst>{ones}</p:sldIdLst>"
    )


def _footer(document: Document) -> str:
    """Return the deck's footer, empty where no page has one."""
    footers = (
        placed.item.text
        for page in document.pages
        if (placed := page.slot("footer")) and isinstance(placed.item, TextItem)
    )
    return next(footers, "")
