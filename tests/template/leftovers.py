"""Templates with what belongs to their own slides, to their history, or to the file: none of it is a deck's."""

from __future__ import annotations

import re
from io import BytesIO

import pptx

from tests.template.packages import PRESENTATION, Parts, changed, opened, packed, related, typed

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main"
_TAGS = f'<p:tagLst xmlns:p="{_MAIN}"><p:tag name="A" val="Secret"/></p:tagLst>'
_AUTHORS = (
    f'<p:cmAuthorLst xmlns:p="{_MAIN}"><p:cmAuthor id="1" name="Secret" initials="S" lastIdx="1" clrIdx="0"/>'
    "</p:cmAuthorLst>"
)
_LABEL = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
    'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Class"><vt:lpwstr>Internal</vt:lpwstr></property>'
    "</Properties>"
)
_SECTIONS = (
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Samples" '
    'id="{6C6A4F0A-0000-4000-8000-000000000001}"><p14:sldIdLst>%s</p14:sldIdLst></p14:section></p14:sectionLst></p:ext>'
)
_GUIDES = (
    '<p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"><p15:sldGuideLst '
    'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main"/></p:ext>'
)


def with_leftovers(parts: Parts) -> Parts:
    """Return a template with two slides, notes, a show, sections, tags, comments, and a property of the company's."""
    parts = _with_slides(parts)
    ids = re.findall(r'<p:sldId [^>]*?id="(\d+)" r:id="([^"]+)"', parts[PRESENTATION].decode())
    assert len(ids) == 2
    show = f'<p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="{ids[0][1]}"/></p:sldLst></p:custShow>'
    style = "<p:defaultTextStyle>"
    parts = changed(parts, PRESENTATION, style, f"<p:custShowLst>{show}</p:custShowLst>{style}")
    extensions = _SECTIONS % "".join(f'<p14:sldId id="{id}"/>' for id, _ in ids) + _GUIDES
    if b"<p:extLst>" in parts[PRESENTATION]:
        parts = changed(parts, PRESENTATION, "<p:extLst>", f"<p:extLst>{extensions}")
    else:
        parts = changed(parts, PRESENTATION, "</p:presentation>", f"<p:extLst>{extensions}</p:extLst></p:presentation>")
    parts = typed(parts, "ppt/tags/tag1.xml", f"{_OFFICE}.presentationml.tags+xml", _TAGS.encode())
    parts = related(parts, PRESENTATION, "rId70", "tags", "tags/tag1.xml")
    parts = typed(parts, "ppt/commentAuthors.xml", f"{_OFFICE}.presentationml.commentAuthors+xml", _AUTHORS.encode())
    parts = related(parts, PRESENTATION, "rId71", "commentAuthors", "commentAuthors.xml")
    parts = typed(parts, "docProps/custom.xml", f"{_OFFICE}.custom-properties+xml", _LABEL.encode())
    return related(parts, "", "rId72", "custom-properties", "docProps/custom.xml")


def _with_slides(parts: Parts) -> Parts:
    presentation = pptx.Presentation(BytesIO(packed(parts)))
    for number, layout in enumerate((0, 1), start=1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
        slide.shapes.title.text = f"Sample {number} of the template"
        slide.notes_slide.notes_text_frame.text = f"Secret {number}"
    stream = BytesIO()
    presentation.save(stream)
    return opened(stream.getvalue())
