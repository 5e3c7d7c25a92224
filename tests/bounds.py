"""All bounds on work and memory, by their names, in the order in which the documentation lists them."""

from __future__ import annotations

from importlib import import_module

from deckmaker.budget.bound import Bound

PARTS = (
    *(
        "source",
        "decks",
        "values",
        "tables",
        "workbooks",
        "charts",
        "rows",
        "templates",
        "pictures",
        "drawings",
    ),
    *("paths", "fonts", "messages", "projects", "slips", "importing", "merging"),
)
"""The modules of the budget."""

BOUNDS: dict[str, Bound] = {
    name: one
    for part in PARTS
    for name, one in vars(import_module(f"deckmaker.budget.{part}")).items()
    if isinstance(one, Bound)
}
