"""The slots that layouts are made of: a closed set of names, some of which no layout may lack."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.language.missing_keys import is_nearest, listed
from deckmaker.source import Tree

SLOTS = {
    "title": "The slide's title.",
    "body": "The slide's blocks, one below the other; where there is a slot `meta`, the deck's subtitle before them.",
    "picture": "The slide's picture.",
    "meta": "The deck's author and date.",
    "footnotes": "The slide's footnotes; where they take more, they grow upward, and what is above ends higher.",
    "entries-1": "Credits, one below the other, on the slides that list them.",
    "entries-2": "Further ones, in a second column.",
    "credits": "The credits of the slide; no layout may lack it.",
    "trail": "The deck's trail, and as its last part the section in which the slide stands.",
    "footer": "The deck's footer.",
    "number": "The slide's number.",
    "logo": "The deck's logo, whole, against the right edge of its place or as `align` says.",
}
"""Each slot and what fills it, in reading order."""

SLOT_NAMES = tuple(SLOTS)
"""In reading order, which is the order of a page's items."""

PICTURE_SLOTS = ("picture", "logo")
"""Slots that hold pictures; all others hold text and need a style."""

BODY = "body"
"""The slot whose place blocks share."""

PLAIN_LAYOUT = "content"
"""The layout whose title and text are those of PowerPoint's master."""

CREDITS_LAYOUT = "credits"
"""The layout of the slides that list a deck's credits. A theme that has none takes the plain one for it."""

COLUMNS_LAYOUT, TABLE_LAYOUT = "columns", "table"
"""The layouts of slides with columns or grids, and with a table. A theme that has none takes the plain one for them."""

FORMER = {
    **dict.fromkeys(("heading-1", "heading-2"), "columns stand in `body`; say how headings look in a style `heading`"),
    **dict.fromkeys(("body-1", "body-2"), "columns stand in `body`; say how their texts look in a style `column`"),
    "table": "tables stand in `body`; say how cells look in a style `table`, and in `wide` how wide they are",
    "caption": "captions follow their tables; say how they look in a style `note`",
}
"""Slots that themes had, and what takes their place."""

FOOTNOTES = "footnotes"
"""The slot of a slide's footnotes. Layouts that have none get one in decks with footnotes."""

ENTRIES = ("entries-1", "entries-2")
"""Slots that hold any number of texts and pictures, each with a frame of its own."""

NEEDED = {
    **dict.fromkeys((PLAIN_LAYOUT, COLUMNS_LAYOUT, TABLE_LAYOUT), ("title", BODY)),
    CREDITS_LAYOUT: ("title", "entries-1"),
}
"""What layouts may not lack, beside credits."""


def with_known_slots(tree: Tree, diagnostics: Diagnostics) -> Tree:
    """Return a theme's tree without the slots that there are not, and with nothing in layouts whose name is a slip.

    Reports those, and slots and layouts that are missing.
    """
    layouts = tree.data.get("layouts") if isinstance(tree.data, dict) else None
    if not isinstance(layouts, dict):
        return tree  # validation says what it should be
    if PLAIN_LAYOUT not in layouts:
        _report_no_plain_layout(list(layouts), tree, diagnostics)
    known = {}
    for name, layout in layouts.items():
        slots = layout.get("slots") if isinstance(layout, dict) else None
        if not isinstance(slots, dict):
            known[name] = layout
        elif _holds("credits", slots) or not (help := nearest(name, [one for one in layouts if one != name])):
            _report_slots(name, slots, tree, diagnostics)
            known[name] = {**layout, "slots": {slot: slots[slot] for slot in slots if slot in SLOT_NAMES}}
        else:
            message = f"layout `{name}` has no slot `credits`"
            help += " A layout of its own needs a place for credits"
            diagnostics.report("missing-key", message, tree.key_span(("layouts", name)), help)
            known[name] = {"slots": {}}
    return Tree({**tree.data, "layouts": known}, tree.values, tree.keys)


def _report_no_plain_layout(names: list[str], tree: Tree, diagnostics: Diagnostics) -> None:
    meant = next((name for name in names if is_nearest(name, PLAIN_LAYOUT, [PLAIN_LAYOUT])), None)
    span = tree.key_span(("layouts", meant) if meant else ("layouts",))
    help = f"is it `{meant}` that should be called `{PLAIN_LAYOUT}`?" if meant else f"add `{PLAIN_LAYOUT}:`"
    diagnostics.report("missing-key", f"a theme needs a layout `{PLAIN_LAYOUT}`", span, help)


def _report_slots(layout: str, slots: dict[str, Any], tree: Tree, diagnostics: Diagnostics) -> None:
    for slot in slots:
        if slot not in SLOT_NAMES:
            help = FORMER.get(slot) or nearest(slot, list(SLOT_NAMES)) or f"slots: {', '.join(SLOT_NAMES)}"
            span = tree.key_span(("layouts", layout, "slots", slot))
            edits = () if slot in FORMER else respelled(span, slot, help, SLOT_NAMES)
            diagnostics.report("unknown-key", f"there is no slot `{slot}`", span, help, edits=edits)
    needed = ("credits", *NEEDED.get(layout, ()))
    if missing := [f"`{slot}`" for slot in needed if not _holds(slot, slots)]:
        message = f"layout `{layout}` has no slot{'s' if missing[1:] else ''} {listed(missing)}"
        help = "every slide needs a place for its credits" if missing == ["`credits`"] else f"add {listed(missing)}"
        diagnostics.report("missing-key", message, tree.key_span(("layouts", layout)), help=help)


def _holds(slot: str, slots: dict[str, Any]) -> bool:
    """Tell whether a slot is there, if only misspelt, which is a mistake of its own."""
    return slot in slots or any(is_nearest(one, slot, list(SLOT_NAMES)) for one in slots if one not in SLOT_NAMES)
