"""Kinds of blocks by the keys that decks write them under: a table of the built-in ones, entry points for others.

Each is imported only when it is used. A kind is one file: how it is written, what it becomes, and how it is set.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from deckmaker.blocks.kind import BlockKind
    from deckmaker.model import Block

GROUP = "deckmaker.blocks"
"""The entry-point group in which an outside package offers kinds of blocks, by the keys of decks."""

BLOCKS = {
    "heading": "deckmaker.blocks.heading:HEADING",
    "text": "deckmaker.blocks.text:TEXT",
    "bullets": "deckmaker.blocks.text:BULLETS",
    "numbered": "deckmaker.blocks.text:NUMBERED",
    "image": "deckmaker.blocks.picture:PICTURE",
    "images": "deckmaker.blocks.images:IMAGES",
    "columns": "deckmaker.blocks.columns:COLUMNS",
    "grid": "deckmaker.blocks.grid:GRID",
    "table": "deckmaker.blocks.table:TABLE",
    "chart": "deckmaker.blocks.chart:CHART",
    "quote": "deckmaker.blocks.quote:QUOTE",
    "metrics": "deckmaker.blocks.metrics:METRICS",
    "timeline": "deckmaker.blocks.timeline:TIMELINE",
    "process": "deckmaker.blocks.process:PROCESS",
    "compare": "deckmaker.blocks.compare:COMPARE",
    "agenda": "deckmaker.blocks.agenda:AGENDA",
    "callout": "deckmaker.blocks.callout:CALLOUT",
    "code": "deckmaker.blocks.code:CODE",
    "equation": "deckmaker.blocks.equation:EQUATION",
    "diagram": "deckmaker.blocks.diagram:DIAGRAM",
}
"""Every built-in kind, by the key under which decks have it."""

CELLS = frozenset(("images", "columns", "grid"))
"""Those whose blocks hold blocks, which may not stand in each other."""


def block_keys() -> Iterator[str]:
    """Yield the keys of all kinds, those of outside packages too; no outside one takes a built-in key."""
    yield from BLOCKS
    yield from _outside()


@cache
def kind_for(key: str) -> BlockKind[Any]:
    """Return the kind that decks have under a key. Raises KeyError where there is none."""
    if key in BLOCKS:
        module, _, name = BLOCKS[key].partition(":")
        kind: BlockKind[Any] = getattr(import_module(module), name)
        return kind
    outside: BlockKind[Any] = _outside()[key].load()
    return outside


def kind_of(block: Block) -> BlockKind[Any]:
    """Return the kind that sets a block. Raises KeyError for one that no kind knows."""
    model: type[object] = type(block)
    if model not in _KINDS:
        # Who has made a block has imported its kind, as a rule; others are imported only where none of those knows it.
        imported = (key for key, place in BLOCKS.items() if place.partition(":")[0] in sys.modules)
        kinds = (kind_for(key) for key in chain(imported, block_keys()))
        _KINDS[model] = next((kind for kind in kinds if kind.block is model), None)
    kind = _KINDS[model]
    if kind is None:
        raise KeyError(model.__name__)
    return kind


_KINDS: dict[type[object], BlockKind[Any] | None] = {}
"""Kinds by the classes of their blocks, as far as they have been looked up."""


@cache
def _outside() -> Mapping[str, EntryPoint]:
    from importlib.metadata import entry_points  # brings half of `email`; only decks with a foreign key need it

    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value), reverse=True)
    return {point.name: point for point in reversed(points) if point.name not in BLOCKS}
