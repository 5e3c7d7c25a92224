"""Colours of a palette that nothing uses, since their names have a slip in them, or are old ones of a template."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.diagnostics.slips import is_slip
from deckmaker.source import Tree
from deckmaker.theme.names import used_names
from deckmaker.theme.palette import COLORS
from deckmaker.theme.parts import mapping

_NUMBERED, _DIGITS = "template-", 2
"""How colours of a template were called once, with a number of so many digits at most."""

_BY_VALUE = (
    "a template's colours are called by their values there, such as `template-898989`: write that name, or remove it"
)


def warn_of_slips(tree: Tree, diagnostics: Diagnostics) -> None:
    """Report each colour in a theme's palette that no part of it uses, and by which one of another name is meant.

    A theme may have colours of its own: nothing is said of names that are like no other.
    """
    used = {use.name for use in used_names(tree) if use.kind == "colour"}
    for name in mapping(mapping(tree.data).get("palette")):
        if name in used or name in COLORS:
            continue
        meant = next((one for one in COLORS if is_slip(name, one, COLORS)), None)
        if help := did_you_mean(meant) if meant else _BY_VALUE if _is_numbered(name) else None:
            span = tree.key_span(("palette", name))
            message = f"nothing in the theme uses the colour `{name}`"
            diagnostics.report("unused-color", message, span, help)


def _is_numbered(name: str) -> bool:
    number = name.removeprefix(_NUMBERED)
    return number != name and number.isdigit() and len(number) <= _DIGITS
