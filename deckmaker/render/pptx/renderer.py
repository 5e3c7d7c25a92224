"""A document to one presentation: its parts, and what each leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.credits import full_credits
from deckmaker.dataclasses import cached_property
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model import Paragraph, SlideLink
from deckmaker.model.text import may_be_name
from deckmaker.render.pptx.languages import with_region
from deckmaker.render.pptx.masters import Masters
from deckmaker.render.pptx.notes import notes_xml
from deckmaker.render.pptx.own_masters import OwnMasters
from deckmaker.render.pptx.package import write_package
from deckmaker.render.pptx.part_names import PartNames
from deckmaker.render.pptx.parts import Part
from deckmaker.render.pptx.picture_parts import PictureParts
from deckmaker.render.pptx.sections import sections_xml
from deckmaker.render.pptx.xml import whole
from deckmaker.template.names import FIRST_SLIDE_ID

if TYPE_CHECKING:
    from deckmaker.render.pptx.charts.parts import ChartParts
    from deckmaker.render.pptx.slide import SlideWriter


class PptxRenderer:
    """Editable slides: placeholders, lists, links, notes, sections; theme colours and fonts by reference."""

    extension = "pptx"
    description = "editable PowerPoint"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as an Office Open XML presentation."""
        names = PartNames()
        pictures = PictureParts(names)
        if document.theme.template is None:
            _Builder(document, OwnMasters(document, pictures), names, pictures).write(stream)
            return
        from deckmaker.render.pptx.template.masters import TemplateMasters
        from deckmaker.template import NotATemplate

        try:
            masters = TemplateMasters(document, document.theme.template, names)
            _Builder(document, masters, names, pictures).write(stream)
        except NotATemplate as error:
            what = f"the template {error}"
            diagnostics.report("unusable-template", what, document.theme.template_place, error.help)


class _Builder:
    """Puts the slides of one presentation on its masters: slides as their text, pictures as a promise of theirs."""

    def __init__(self, document: Document, masters: Masters, names: PartNames, pictures: PictureParts) -> None:
        self._document = document
        self._masters = masters
        self._language = with_region(document.language)
        self._names = names
        self._pictures = pictures
        self._parts: list[Part] = []
        self._writers: dict[SlideWriter, None] = {}  # a set in order
        self._notes = 0
        self._slide_ids: set[str] = set()

    @cached_property
    def _charts(self) -> ChartParts:
        """The parts of charts, which are loaded for the first chart of a deck."""
        from deckmaker.render.pptx.charts.parts import ChartParts

        return ChartParts(self._names, self._language)

    def write(self, stream: BinaryIO) -> None:
        relationships = self._masters.presentation.relationships
        slides = [relationships.to(RT.SLIDE, self._add_slide(page)) for page in self._document.pages]
        begun = [(id, page.section) for id, page in enumerate(self._document.pages, FIRST_SLIDE_ID)]
        sections = sections_xml(begun, self._document.title)
        styles = [one.table_styles for one in self._writers if one.table_styles]
        self._masters.finish(slides, sections, styles)
        charts = self._charts if "_charts" in vars(self) else ()
        parts = [*self._masters.parts, *self._parts, *self._pictures, *charts]
        write_package(self._masters.package, parts, stream, self._masters.excuses)

    def _slide_name(self, number: int) -> str:
        return self._names.numbered("ppt/slides/slide", number, "xml")

    def _add_slide(self, page: Page) -> Part:
        part = Part(self._slide_name(page.number), CT.PML_SLIDE)
        self._parts.append(part)
        base, writer = self._masters.base(page), self._masters.writer(page)
        self._writers[writer] = None
        part.relationships.to_name(RT.SLIDE_LAYOUT, base.part)
        slide = writer.slide(
            page,
            base,
            embed=lambda file: self._pictures.embed(part, file),
            link=lambda link: self._linked(part, link),
            chart=lambda chart, plot: part.relationships.to(
                RT.CHART, self._charts.part(chart, plot, writer.plain_colors)
            ),
            name=self._own_id(page),
        )
        part.content = whole(slide)
        credits = tuple(full_credits(page.credits, self._document.language))
        said = (*self._said_of_charts(page), *credits)
        if page.notes or said:
            self._add_notes(page.notes, said, part)
        return part

    def _own_id(self, page: Page) -> str | None:
        """Return the id of a page's slide, by which PowerPoint knows it as well; None where it cannot, or another has
        it."""
        if not page.id or page.id in self._slide_ids or not may_be_name(page.id):
            return None
        self._slide_ids.add(page.id)
        return page.id

    def _linked(self, part: Part, link: str | SlideLink) -> str:
        """Return the id of a slide's relationship with what a link leads to: an address, or another slide."""
        if isinstance(link, SlideLink):
            return part.relationships.to_name(RT.SLIDE, self._slide_name(link.page))
        return part.relationships.outside(RT.HYPERLINK, link)

    def _said_of_charts(self, page: Page) -> Iterator[str]:
        if any(isinstance(placed.item, ChartItem) for placed in page.leaves):
            from deckmaker.render.pptx.charts.notes import chart_notes

            yield from chart_notes(page, self._document.language)

    def _add_notes(self, notes: tuple[Paragraph, ...], said: tuple[str, ...], slide: Part) -> None:
        self._notes += 1
        master = self._masters.notes_master()
        content = whole(notes_xml(notes, said, self._language, master.indexes))
        name = self._names.numbered("ppt/notesSlides/notesSlide", self._notes, "xml")
        part = Part(name, CT.PML_NOTES_SLIDE, content)
        self._parts.append(part)
        part.relationships.to_name(RT.NOTES_MASTER, master.part)
        part.relationships.to(RT.SLIDE, slide)
        slide.relationships.to(RT.NOTES_SLIDE, part)
