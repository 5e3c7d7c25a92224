"""Colours of a palette that nothing uses, since their names have a slip in them, or are old ones of a template."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.edit import literal, rewritten
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.diagnostics.slips import is_slip
from deckmaker.source import Tree
from deckmaker.theme.names import used_names
from deckmaker.theme.palette import COLORS
from deckmaker.theme.parts import mapping

_NUMBERED, _DIGITS = "template-", 2
"""How colours of a template were called once, with a number of so many digits at most."""

_FIRST = f"{_NUMBERED}1"
"""That of a template's only colour."""

_SHOWN = 3
"""Names that a message says."""

_BY_VALUE = "a template's colours are called by their values there, such as {}: write that name, or remove it"


def warn_of_slips(tree: Tree, diagnostics: Diagnostics) -> None:
    """Report each colour in a theme's palette that no part of it uses, and by which one of another name is meant.

    A theme may have colours of its own: nothing is said of names that are like no other.
    """
    used = {use.name for use in used_names(tree) if use.kind == "colour"}
    palette = mapping(mapping(tree.data).get("palette"))
    numbered = [name for name in palette if _is_numbered(name) and name not in used]
    unsaid = [name for name in _by_value(palette) if not literal(tree.key_span(("palette", name)), name)]
    for name in palette:
        if name in used or name in COLORS:
            continue
        span = tree.key_span(("palette", name))
        message = f"nothing in the theme uses the colour `{name}`"
        if _is_numbered(name):
            only = _only_color(palette, unsaid) if name == _FIRST and len(numbered) == 1 else None
            help = did_you_mean(only) if only else _BY_VALUE.format(_listed(unsaid))
            edits = rewritten(span, name, only) if only else ()
            diagnostics.report("unused-color", message, span, help, edits=edits)
        elif meant := next((one for one in COLORS if is_slip(name, one, COLORS)), None):
            diagnostics.report("unused-color", message, span, did_you_mean(meant))


def _by_value(palette: Collection[str]) -> list[str]:
    """Return the names of a template's colours, as they are called now."""
    return [name for name in palette if name.startswith(_NUMBERED) and not _is_numbered(name)]


def _only_color(palette: Collection[str], unsaid: list[str]) -> str | None:
    """Return the name of a template's only colour, of which a theme says nothing yet.

    Which of several had a number, nobody can tell: numbers changed with those that a theme said.
    """
    return unsaid[0] if unsaid and _by_value(palette) == unsaid[:1] else None


def _listed(names: Collection[str]) -> str:
    """Return some names of a template's colours; an example where it has none that a theme does not say."""
    return " or ".join(f"`{name}`" for name in [*names][:_SHOWN] or ["template-898989"])


def _is_numbered(name: str) -> bool:
    number = name.removeprefix(_NUMBERED)
    return number != name and number.isdigit() and len(number) <= _DIGITS
