"""Speaker notes of one slide, as python-pptx would write them but for the language. Knows nothing of slides' shapes."""

from __future__ import annotations

from deckmaker.render.pptx.xml import NAMESPACES, NOTHING, Xml, attribute, properties, shape_tree, words


def notes_xml(notes: tuple[str, ...], language: str) -> Xml:
    """Return `p:notes` with a paragraph for each note. Without a language PowerPoint checks spelling in its own."""
    run = f"<a:r><a:rPr lang={attribute(language)}/><a:t>"
    lines = "\n".join(notes).split("\n")
    paragraphs = "".join(f"<a:p>{run}{words(line)}</a:t></a:r></a:p>" if line else "<a:p/>" for line in lines)
    shapes = (
        _shape(2, "Slide Image Placeholder 1", Xml('type="sldImg" idx="2"')),
        _shape(
            3,
            "Notes Placeholder 2",
            Xml('type="body" sz="quarter" idx="3"'),
            Xml(f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody>"),
        ),
        _shape(4, "Slide Number Placeholder 3", Xml('type="sldNum" sz="quarter" idx="5"')),
    )
    return Xml(
        f"<p:notes {NAMESPACES}><p:cSld>{shape_tree(*shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _shape(id: int, name: str, place: Xml, text: Xml = NOTHING) -> Xml:
    """Return a placeholder that has all but its text from the notes master."""
    return Xml(
        f'<p:sp><p:nvSpPr>{properties(id, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr/>{text}</p:sp>"
    )
