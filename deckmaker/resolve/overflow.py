"""Written ways out of overfull places to what layout does there."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.overflow import OverflowEntry
from deckmaker.model import Overflow, OverflowPolicy
from deckmaker.source import DataPath, Tree


def resolve_overflow(
    entry: OverflowEntry | None, path: DataPath, tree: Tree, diagnostics: Diagnostics
) -> Overflow | None:
    """Return what the entry at `path` asks for, None where nothing is written; report what contradicts itself."""
    if entry is None:
        return None
    if entry.then and entry.way != "shrink":
        message = f"`then` says what follows `shrink`, and `way` is `{entry.way}`"
        help = f"remove `then:`, or write `way: shrink`, `then: {entry.then}`"
        diagnostics.report("wrong-value", message, tree.value_span((*path, "then")), help)
    return Overflow(
        OverflowPolicy(entry.way), OverflowPolicy(entry.then or "split"), entry.picture == "each", asked=True
    )
