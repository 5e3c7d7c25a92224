"""What a placed item is to its slide. Renderers choose elements, tags and names by it, whatever block it came from."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """The roles that items have; groups have them, too."""

    TITLE = "title"
    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    TABLE = "table"
    CHART = "chart"
    SUBTITLE = "subtitle"
    AXIS = "axis"
    ANNOTATIONS = "annotations"
    FIGURE = "figure"
    PICTURE = "picture"
    CAPTION = "caption"
    LIST = "list"
    STEPS = "steps"
    ITEM = "item"
    CALLOUT = "callout"
    CODE = "code"
    LISTING = "listing"
    EQUATION = "equation"
    DIAGRAM = "diagram"
    CONNECTORS = "connectors"
    NODE = "node"
    ORDINAL = "ordinal"
    VALUE = "value"
    LABEL = "label"
    META = "meta"
    FOOTNOTES = "footnotes"
    ENTRY = "entry"
    CREDITS = "credits"
    MARKING = "marking"
    TRAIL = "trail"
    FOOTER = "footer"
    NUMBER = "number"
    LOGO = "logo"
    DECORATION = "decoration"


FURNITURE = frozenset((Role.TRAIL, Role.FOOTER, Role.NUMBER, Role.LOGO, Role.DECORATION))
"""What stands on every slide, or says nothing: no content of a slide."""

AROUND = FURNITURE | {Role.MARKING}
"""The same with markings, which are said once: what no slide is about."""

COMPOSITIONS = frozenset(
    (Role.LIST, Role.STEPS, Role.CALLOUT, Role.LISTING, Role.DIAGRAM, Role.ANNOTATIONS, Role.MARKING)
)
"""Groups of shapes and texts that are drawn as one thing: a list of things in any order, or in theirs, a callout, a
listing (code on its panel), a diagram, a marking on its plate, and what stands around the plot of a chart: numbers
along an axis (of role `AXIS`), a legend, lines and what they say.

Each child of a list is an item, which is a group of its own."""

SLOT_ROLES = {
    "title": Role.TITLE,
    "meta": Role.META,
    "footnotes": Role.FOOTNOTES,
    "trail": Role.TRAIL,
    "footer": Role.FOOTER,
    "number": Role.NUMBER,
}
"""What the texts of slots are."""
