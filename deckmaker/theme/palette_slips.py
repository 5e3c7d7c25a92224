"""Colours of a palette that nothing uses, since their names have a slip in them."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.diagnostics.slips import is_slip
from deckmaker.source import Tree
from deckmaker.theme.names import used_names
from deckmaker.theme.palette import COLORS
from deckmaker.theme.parts import mapping


def warn_of_slips(tree: Tree, diagnostics: Diagnostics) -> None:
    """Report each colour in a theme's palette that no part of it uses, and that one known to all themes is meant by.

    A theme may have colours of its own: nothing is said of names that are like no other.
    """
    used = {use.name for use in used_names(tree) if use.kind == "colour"}
    for name in mapping(mapping(tree.data).get("palette")):
        if name in used or name in COLORS:
            continue
        if meant := next((one for one in COLORS if is_slip(name, one, COLORS)), None):
            span = tree.key_span(("palette", name))
            message = f"nothing in the theme uses the colour `{name}`"
            diagnostics.report("unused-color", message, span, did_you_mean(meant))
