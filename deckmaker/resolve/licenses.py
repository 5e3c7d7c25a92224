"""The licences that a deck and its credits name: slips in ids and addresses are reported."""

from __future__ import annotations

from typing import Any

from deckmaker.budget.slips import LICENSES_COMPARED
from deckmaker.credits.deeds import near_address
from deckmaker.credits.licenses import near_license
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.edit import rewritten
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.source import DataPath, Tree

_CREDITS = ("credit", "credits", "sources")


def check_licenses(tree: Tree, diagnostics: Diagnostics) -> None:
    """Report each `license` that is nearly an id or address; licences named in words of their own are left alone."""
    _check(tree.data, (), tree, set(), diagnostics)


def _check(data: Any, path: DataPath, tree: Tree, seen: set[str], diagnostics: Diagnostics) -> None:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        here = (*path, step)
        if step == "license" and isinstance(value, str) and (not path or any(one in path for one in _CREDITS)):
            seen.add(value)
            if len(seen) <= LICENSES_COMPARED.most and (near := near_address(value) or near_license(value)):
                message = f"`{value}` is no licence id" if "/" not in near else f"`{value}` is no licence's address"
                edits = rewritten(tree.value_span(here), value, near)
                diagnostics.report("unknown-license", message, tree.value_span(here), did_you_mean(near), edits=edits)
        else:
            _check(value, here, tree, seen, diagnostics)
