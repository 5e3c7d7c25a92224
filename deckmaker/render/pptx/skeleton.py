"""What a presentation of our own holds besides master, layouts and slides: from python-pptx's template and classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesMasterPart

from deckmaker.layout import Document
from deckmaker.localization.written_days import written_day
from deckmaker.render.date import date_of_files
from deckmaker.render.pptx.languages import with_region
from deckmaker.render.pptx.made_of import PROPERTIES, made_of
from deckmaker.render.pptx.parts import Part
from deckmaker.render.pptx.thumbnail import thumbnail
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import NAMESPACES, Xml, whole

_SETTINGS = (RT.PRES_PROPS, RT.VIEW_PROPS, RT.TABLE_STYLES)
_APPLICATION = Xml(
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>deckmaker</Application></Properties>"
)


class Skeleton:
    """python-pptx's template, for one document; its layouts, printer and thumbnail nobody asked for stay behind."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._presentation: Any = Presentation()

    def properties(self, has_custom: bool = False) -> Iterator[tuple[str, Part]]:
        """Yield the parts that describe the file, each with its kind of relationship; one of them may be there."""
        core = self._presentation.core_properties
        core.language = with_region(self._document.language)
        # ECMA-376 Part 2, 11: these have no greatest length; python-pptx would refuse more than 255 characters.
        core._element.get_or_add_title().text = self._document.title
        core._element.get_or_add_creator().text = self._document.author or ""
        core.comments = ""  # python-pptx's template names itself there
        core.last_modified_by, core.revision = "deckmaker", 1
        core.created = core.modified = date_of_files(written_day(self._document.date or "", self._document.language))
        yield RT.CORE_PROPERTIES, _copied(core)
        yield RT.EXTENDED_PROPERTIES, Part("docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, whole(_APPLICATION))
        if (own := made_of(self._document)) and not has_custom:
            yield RT.CUSTOM_PROPERTIES, Part(PROPERTIES, CT.OFC_CUSTOM_PROPERTIES, own)
        if picture := thumbnail(self._document.pages[0], self._document.theme):
            yield RT.THUMBNAIL, Part("docProps/thumbnail.jpeg", CT.JPEG, picture)

    def settings(self) -> Iterator[tuple[str, Part]]:
        """Yield the parts that say how the presentation is shown and edited, each with its kind of relationship."""
        for kind in _SETTINGS:
            part = _copied(self._presentation.part.part_related_by(kind))
            if kind == RT.VIEW_PROPS:
                part.content = _without_guides(part.content)
            yield kind, part

    def notes_master(self) -> tuple[Part, Part]:
        """Return the master of speaker notes, and its theme."""
        create: Any = NotesMasterPart.create_default  # it has no types
        master = create(self._presentation.part.package)
        for element in master._element.xpath("//@lang/.."):
            element.set("lang", with_region(self._document.language))
        part, theme = _copied(master), _copied(master.part_related_by(RT.THEME))
        part.relationships.to(RT.THEME, theme)
        return part, theme

    def presentation(self, lists: str, extensions: str) -> bytes:
        """Return `p:presentation`, given the lists of masters and slides that it begins with, and `p:ext` elements."""
        self._presentation.slide_width = emu(self._document.theme.width)
        self._presentation.slide_height = emu(self._document.theme.height)
        root = self._presentation.part._element
        root.find("{*}sldSz").attrib.pop("type", None)  # the template's says 4:3
        root.find("{*}defaultTextStyle/{*}defPPr/{*}defRPr").set("lang", with_region(self._document.language))
        root[:1] = list(parse_xml(f"<p:presentation {NAMESPACES}>{lists}</p:presentation>"))
        if extensions:
            root.append(parse_xml(f"<p:extLst {NAMESPACES}>{extensions}</p:extLst>"))
        return bytes(serialize_part_xml(root))


def _without_guides(views: bytes) -> bytes:
    """Return the views of the template without its guides, which cross at the middle of a page of 4:3."""
    root = parse_xml(views)
    for guides in root.iterfind(".//{*}guideLst"):
        guides.getparent().remove(guides)
    return bytes(serialize_part_xml(root))


def _copied(part: Any) -> Part:
    return Part(part.partname.membername, part.content_type, part.blob)
