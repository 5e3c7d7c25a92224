"""How tables are set in a theme that says little of them."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.dataclasses import replace
from deckmaker.language.theme import TableEntry
from deckmaker.theme.theme import TableStyle

QUIET_RULE = "tint"
"""The colour of rules between rows, in palettes that have it."""


def table_style(entry: TableEntry | None, palette: Collection[str]) -> TableStyle:
    """Return how tables are set in a theme with these colours, whose file says this of it, or nothing."""
    said = {name: getattr(entry, name) for name in TableEntry.keys} if entry else {}
    style = TableStyle(**said)
    return replace(style, rule=style.rule or (QUIET_RULE if QUIET_RULE in palette else None))
