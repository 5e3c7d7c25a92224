"""The slots that layouts are made of: a closed set of names, some of which no layout may lack."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.theme import ThemeEntry
from deckmaker.source import DataPath, Tree

SLOT_NAMES = (
    "title",
    "heading-1",
    "body-1",
    "heading-2",
    "body-2",
    "body",
    "picture",
    "meta",
    "credits",
    "trail",
    "footer",
    "number",
    "logo",
)
"""In reading order, which is the order of a page's items."""

PLAIN_LAYOUT = "content"
"""The layout whose title and text are those of PowerPoint's master."""

_NEEDED = {PLAIN_LAYOUT: ("title", "body")}


def check_slots(entry: ThemeEntry, tree: Tree, diagnostics: Diagnostics) -> bool:
    """Report slots that there are not, and slots that are missing; return whether the layouts are sound."""
    before = len(diagnostics)
    if PLAIN_LAYOUT not in entry.layouts:
        message = f"a theme needs a layout `{PLAIN_LAYOUT}`"
        diagnostics.report("missing-key", message, tree.key_span(("layouts",)), help=f"add `{PLAIN_LAYOUT}:`")
    for name, layout in entry.layouts.items():
        path: DataPath = ("layouts", name)
        for slot in layout.slots:
            if slot not in SLOT_NAMES:
                help = nearest(slot, list(SLOT_NAMES)) or f"slots: {', '.join(SLOT_NAMES)}"
                diagnostics.report(
                    "unknown-key", f"there is no slot `{slot}`", tree.key_span((*path, "slots", slot)), help
                )
        for slot in ("credits", *_NEEDED.get(name, ())):
            if slot not in layout.slots:
                message = f"layout `{name}` has no slot `{slot}`"
                help = "every slide needs a place for its credits" if slot == "credits" else f"add `{slot}:`"
                diagnostics.report("missing-key", message, tree.key_span(path), help=help)
    return len(diagnostics) == before
