"""A document to one presentation, by python-pptx and the XML that it cannot write."""

from __future__ import annotations

from typing import Any, BinaryIO

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart, SlidePart

from deckmaker.credits import full_credits
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, PictureItem, TextItem
from deckmaker.layout.logo import place_logo
from deckmaker.model import PictureFile
from deckmaker.render.date import date_of_files
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.master import MasterWriter
from deckmaker.render.pptx.notes import add_notes, list_notes_master
from deckmaker.render.pptx.package import write_package
from deckmaker.render.pptx.picture_parts import PictureParts
from deckmaker.render.pptx.pictures import picture_xml
from deckmaker.render.pptx.sections import sections_xml
from deckmaker.render.pptx.slide import SlideWriter
from deckmaker.render.pptx.theme_part import theme_xml
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import NAMESPACES
from deckmaker.theme import SlideLayout

_FIRST_LAYOUT_ID = 2**31 + 1  # ECMA-376 Part 1, 19.7.9: ids of masters and layouts begin at 2^31


class PptxRenderer:
    """Editable slides: placeholders, lists, links, notes, sections; theme colours and fonts by reference."""

    extension = "pptx"
    description = "editable PowerPoint"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as an Office Open XML presentation."""
        _Builder(document).write(stream)


class _Builder:
    """Puts the parts of one presentation together."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._theme = document.theme
        self._colors = SchemeColors(document.theme)
        self._master_writer = MasterWriter(document.theme, self._colors, _footer(document))
        self._presentation: Any = Presentation()
        self._package: Any = self._presentation.part.package
        self._pictures = PictureParts(self._package)
        self._layouts: dict[str, Any] = {}

    def write(self, stream: BinaryIO) -> None:
        self._presentation.slide_width = emu(self._theme.width)
        self._presentation.slide_height = emu(self._theme.height)
        self._presentation.part._element.find("{*}sldSz").attrib.pop("type", None)  # the template's says 4:3
        self._make_plain()
        self._make_master()
        writer = SlideWriter(self._theme, self._colors, self._master_writer, self._document.language)
        slides = [(self._add_slide(page, writer), page.section) for page in self._document.pages]
        if sections := sections_xml(slides, self._document.title):
            self._presentation.part._element.append(parse_xml(f"<p:extLst {NAMESPACES}>{sections}</p:extLst>"))
        list_notes_master(self._presentation.part)
        self._describe()
        write_package(self._package, stream)

    def _make_plain(self) -> None:
        """Drop what python-pptx's template brings and nobody asked for: its layouts, printer and thumbnail."""
        for layout in list(self._presentation.slide_layouts):
            self._presentation.slide_layouts.remove(layout)
        for rels, kind in (
            (self._presentation.part.rels, RT.PRINTER_SETTINGS),
            (self._package._rels, RT.THUMBNAIL),
        ):
            for id in [id for id, rel in rels.items() if rel.reltype == kind]:
                rels.pop(id)

    def _make_master(self) -> None:
        master: Any = self._presentation.slide_masters[0].part
        root = master._element
        new = parse_xml(f"<p:sldMaster {NAMESPACES}>{self._master_writer.master()}</p:sldMaster>")
        root[:] = list(new)
        master.part_related_by(RT.THEME)._blob = theme_xml(self._theme, self._colors)
        ids = root.find("{*}sldLayoutIdLst")
        for number, layout in enumerate(self._theme.layouts.values(), start=1):
            part = self._add_layout(number, layout, master)
            relationship = master.relate_to(part, RT.SLIDE_LAYOUT)
            ids.append(
                parse_xml(f'<p:sldLayoutId {NAMESPACES} id="{_FIRST_LAYOUT_ID + number}" r:id="{relationship}"/>')
            )

    def _add_layout(self, number: int, layout: SlideLayout, master: Any) -> Any:
        name = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
        blank = f"<p:sldLayout {NAMESPACES}/>".encode()
        part: Any = SlideLayoutPart.load(name, CT.PML_SLIDE_LAYOUT, self._package, blank)
        part.relate_to(master, RT.SLIDE_MASTER)

        def logo(id: int) -> str:
            placed = place_logo(self._document.logo, layout)
            if placed is None or not isinstance(placed.item, PictureItem) or layout.draws_over_picture:
                return ""
            relationship = self._embed(part, placed.item.file)
            return picture_xml(id, "Logo", placed.item, relationship, placed.rect, None)

        part._element = parse_xml(self._master_writer.layout(layout, logo))
        self._layouts[layout.name] = part
        return part

    def _embed(self, part: Any, file: PictureFile) -> str:
        return str(part.relate_to(self._pictures.part(file), RT.IMAGE))

    def _add_slide(self, page: Page, writer: SlideWriter) -> int:
        """Add a slide's part and return its id in the presentation."""
        name = PackURI(f"/ppt/slides/slide{page.number}.xml")
        blank = f"<p:sld {NAMESPACES}/>".encode()
        part: Any = SlidePart.load(name, CT.PML_SLIDE, self._package, blank)
        part.relate_to(self._layouts[page.layout.name], RT.SLIDE_LAYOUT)
        part._element = parse_xml(
            writer.slide(
                page,
                embed=lambda file: self._embed(part, file),
                link=lambda address: part.relate_to(address, RT.HYPERLINK, is_external=True),
            )
        )
        if notes := (*page.notes, *full_credits(page.credits, self._document.language)):
            add_notes(part, notes, self._document.language)
        relationship = self._presentation.part.relate_to(part, RT.SLIDE)
        return int(self._presentation.part._element.get_or_add_sldIdLst().add_sldId(relationship).id)

    def _describe(self) -> None:
        """Fill in the document's properties."""
        core = self._presentation.core_properties
        core.language = self._document.language
        # ECMA-376 Part 2, 11: these have no greatest length; python-pptx would refuse more than 255 characters.
        core._element.get_or_add_title().text = self._document.title
        core._element.get_or_add_creator().text = self._document.author or ""
        core.comments = ""  # python-pptx's template names itself there
        core.last_modified_by, core.revision = "deckmaker", 1
        core.created = core.modified = date_of_files()
        defaults = self._presentation.part._element.find("{*}defaultTextStyle/{*}defPPr/{*}defRPr")
        defaults.set("lang", self._document.language)
        properties = self._package.part_related_by(RT.EXTENDED_PROPERTIES)
        properties._blob = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org'
            b'/officeDocument/2006/extended-properties"><Application>deckmaker</Application></Properties>'
        )


def _footer(document: Document) -> str:
    """Return the deck's footer, empty where no page has one."""
    footers = (
        placed.item.text
        for page in document.pages
        if (placed := page.slot("footer")) and isinstance(placed.item, TextItem)
    )
    return next(footers, "")
