"""Speaker notes of one slide, as python-pptx would write them but for the language. Knows nothing of slides' shapes."""

from __future__ import annotations

from xml.sax.saxutils import escape

from deckmaker.render.pptx.xml import NAMESPACES, attribute, properties, shape_tree


def notes_xml(notes: tuple[str, ...], language: str) -> str:
    """Return `p:notes` with a paragraph for each note. Without a language PowerPoint checks spelling in its own."""
    run = f"<a:r><a:rPr lang={attribute(language)}/><a:t>"
    lines = "\n".join(notes).split("\n")
    paragraphs = "".join(f"<a:p>{run}{escape(line)}</a:t></a:r></a:p>" if line else "<a:p/>" for line in lines)
    shapes = (
        _shape(2, "Slide Image Placeholder 1", 'type="sldImg" idx="2"'),
        _shape(
            3,
            "Notes Placeholder 2",
            'type="body" sz="quarter" idx="3"',
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody>",
        ),
        _shape(4, "Slide Number Placeholder 3", 'type="sldNum" sz="quarter" idx="5"'),
    )
    return (
        f"<p:notes {NAMESPACES}><p:cSld>{shape_tree(*shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _shape(id: int, name: str, place: str, text: str = "") -> str:
    """Return a placeholder that has all but its text from the notes master."""
    return (
        f'<p:sp><p:nvSpPr>{properties(id, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr/>{text}</p:sp>"
    )
