"""Speaker notes, and what python-pptx leaves out of them. Knows nothing of slides' shapes."""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from deckmaker.render.pptx.xml import NAMESPACES


def add_notes(slide: Any, notes: tuple[str, ...], language: str) -> None:
    """Add a paragraph for each note to a slide's part. Without a language PowerPoint checks spelling in its own."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = "\n".join(notes)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", language)


def list_notes_master(presentation: Any) -> None:
    """Name the notes master, where there is one, in the presentation's part (ECMA-376 Part 1, 19.2.1.20)."""
    for id, relationship in presentation.rels.items():
        if relationship.reltype == RT.NOTES_MASTER:
            listed = f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{id}"/></p:notesMasterIdLst>'
            presentation._element.sldMasterIdLst.addnext(parse_xml(listed))
