"""Namespaces and kinds of relationships in a presentation's package, as read_xml writes names: `{namespace}name`.

Source: ECMA-376 part 1, annex A; part 2, 9.3. Strict packages have namespaces of their own, and are refused.
"""

from __future__ import annotations

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
RELATIONSHIPS = f"{RELATIONSHIP}s"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

ROOTS = {
    "slideMaster": f"{P}sldMaster",
    "slideLayout": f"{P}sldLayout",
    "notesMaster": f"{P}notesMaster",
    "handoutMaster": f"{P}handoutMaster",
    "presProps": f"{P}presentationPr",
    "viewProps": f"{P}viewPr",
    "tableStyles": f"{A}tblStyleLst",
    "theme": f"{A}theme",
    "themeOverride": f"{A}themeOverride",
}
"""By the kind of a relationship: the root of the part to which it leads (ECMA-376 part 1, 13.3 and 14.2)."""

MADE_OF, MADE_OF_ROW, MARKED = "deckmaker source", "deckmaker row", "deckmaker marking"
"""The custom properties of a presentation that have the digest of the deck's file, the name of a row's files, and the
deck's marking."""

MARKING_GROUP = "Marking "
"""How the names of groups begin in our own presentations that hold a slide's marking."""

LIST_COLUMN = "List column "
"""How the names of texts begin in our own presentations that have one list together."""

FIRST_SLIDE_ID = 256
"""The least that ST_SlideId allows (19.7.13): what is built counts from it."""


def local(tag: str) -> str:
    """Return an element's name without its namespace."""
    return tag.rpartition("}")[2]
