"""Parts that speak of a template's own slides, without what they say of them: decks have none of these slides.

A link to one would lead nowhere, or to a slide of the deck that has the same name; what lies behind an id that is not
there, PowerPoint mends. How the template itself is shown, from its third slide to its fifth say, or in an endless loop,
is no way to show a deck. Source: ECMA-376 Part 1, 19.2.1.30 (`showPr`), 21.1.2.3.5 (`hlinkClick`); Part 2, 6.5.3.
"""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.render.pptx.template.rewriting import parsed, written

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def without_slides(content: bytes, ids: Collection[str]) -> bytes:
    """Return a part without the elements that name one of some relationships, and without how slides are shown.

    Raises NotATemplate.
    """
    root = parsed(content)
    lost = [
        one
        for one in root.iter()
        if one.tag == f"{_P}showPr" or any(str(name).startswith(_R) and id in ids for name, id in one.attrib.items())
    ]
    for one in lost:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return written(root)


def without_relationships(content: bytes, ids: Collection[str]) -> bytes:
    """Return a part that lists relationships without some of them. Raises NotATemplate."""
    root = parsed(content)
    for one in [one for one in root if one.get("Id") in ids]:
        root.remove(one)
    return written(root)
