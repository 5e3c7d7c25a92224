"""Speaker notes of one slide, as python-pptx would write them but for the language. Knows nothing of slides' shapes."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.dataclasses import replace
from deckmaker.model import Marker, Paragraph
from deckmaker.render.pptx.numbering import auto_number, first_numbers
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import NAMESPACES, NOTHING, Xml, attribute, properties, shape_tree, words
from deckmaker.text.bidi import runs_right_to_left

INDENT = 18.0
"""Points by which each level of a list stands further in, room for a number of two digits."""


PLACEHOLDERS: Mapping[str, int] = {"sldImg": 2, "body": 3, "sldNum": 5}
"""The indexes of python-pptx's placeholders for notes, by their types: the slide, the text, the number."""


def notes_xml(
    notes: tuple[Paragraph, ...], said: tuple[str, ...], language: str, indexes: Mapping[str, int] = PLACEHOLDERS
) -> Xml:
    """Return `p:notes` with a paragraph for each note, and for each line that is `said` of charts and credits.

    `indexes` are those of the master's placeholders, by type. Without a language PowerPoint checks spelling in its own.
    """
    further = "\n".join(said).split("\n") if said else []
    turned = any(map(runs_right_to_left, (*(one.text for one in notes), *further)))
    noted = [
        f"{_properties(one, first, turned)}{_lines(one.text.split(chr(10)), language)}"
        for one, first in zip(notes, first_numbers(notes), strict=True)
    ]
    begins = (f"<a:pPr{_direction(line, turned)}/>" if turned else "" for line in further)
    lines = [f"{begin}{_lines([line], language)}" if line else "" for begin, line in zip(begins, further, strict=True)]
    paragraphs = "".join(f"<a:p>{one}</a:p>" if one else "<a:p/>" for one in (*noted, *lines))
    shapes = (
        _shape(2, "Slide Image Placeholder 1", "sldImg", indexes),
        _shape(
            3, "Notes Placeholder 2", "body", indexes, Xml(f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody>")
        ),
        _shape(4, "Slide Number Placeholder 3", "sldNum", indexes),
    )
    return Xml(
        f"<p:notes {NAMESPACES}><p:cSld>{shape_tree(*shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _lines(lines: list[str], language: str) -> Xml:
    properties = f"<a:rPr lang={attribute(language)}/>"
    runs = (f"<a:r>{properties}<a:t>{words(line)}</a:t></a:r>" for line in lines)
    return Xml(f"<a:br>{properties}</a:br>".join(runs))


def _direction(text: str, turned: bool) -> str:
    """Return which way a paragraph runs, where one of the notes is `turned`.

    LibreOffice has others run as the one before them.
    """
    if not turned:
        return ""
    return ' algn="r" rtl="1"' if runs_right_to_left(text) else ' algn="l" rtl="0"'


def _properties(note: Paragraph, first_number: int, turned: bool) -> Xml:
    """Return which way a paragraph runs, and what makes it an item of a list: the notes master's are none."""
    direction = _direction(note.text, turned)
    if note.marker is Marker.NONE:
        return Xml(f"<a:pPr{direction}/>") if direction else NOTHING
    level = f' lvl="{note.level}"' if note.level else ""
    indent = "0" if note.continues else str(emu(-INDENT))
    sign = "" if note.continues else '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    if note.marker is Marker.NUMBER and not note.continues:
        sign = f'<a:buFont typeface="+mj-lt"/>{auto_number(replace(note, level=0), first_number)}'
    return Xml(f'<a:pPr marL="{emu(INDENT * (note.level + 1))}"{level} indent="{indent}"{direction}>{sign}</a:pPr>')


def _shape(id: int, name: str, type: str, indexes: Mapping[str, int], text: Xml = NOTHING) -> Xml:
    """Return a placeholder that has all but its text from the notes master; nothing where that has no such."""
    if type not in indexes:
        return NOTHING
    size = "" if type == "sldImg" else ' sz="quarter"'
    return Xml(
        f'<p:sp><p:nvSpPr>{properties(id, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{type}"{size} idx="{indexes[type]}"/></p:nvPr></p:nvSpPr><p:spPr/>{text}</p:sp>'
    )
