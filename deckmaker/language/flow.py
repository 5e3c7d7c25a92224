"""Blocks as written: under keys of their own, or in a list where a kind comes twice.

Which keys there are, the table of kinds says; those of outside packages are looked up when a key is not known.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar, Self

from deckmaker.blocks import BLOCKS, CELLS, block_keys, kind_for
from deckmaker.language.data import Several
from deckmaker.language.entry import Entry, EntryOf, Key, optional, with_default
from deckmaker.language.kinds import Deferred, Kind, ListOf, Location, Mistake, Number, Schema, Text
from deckmaker.language.overflow import OVERFLOW


class BlockKey(Key[Any]):
    """The key of a kind of blocks, which is imported only where a deck has one."""

    def __init__(self, name: str) -> None:
        super().__init__(Deferred(lambda: kind_for(name).value), "", None)

    def schema(self, name: str, models: dict[str, Schema]) -> Schema:
        """Return the JSON Schema of what the key takes, described as the kind is."""
        kind = kind_for(name)
        return optional(kind.value, kind.description).schema(name, models)


def _makes_cells(key: str) -> bool:
    """Tell whether blocks of a kind hold blocks; a built-in kind is not imported for that."""
    return key in CELLS if key in BLOCKS else kind_for(key).makes_cells


class BlocksEntry(Entry):
    """Blocks, each under its key."""

    holds_cells: ClassVar[bool] = True
    """Whether columns, grids and pictures in rows may stand here: not in each other."""

    block_keys: ClassVar[frozenset[str]] = frozenset()
    """Which of its keys are blocks."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._take(BLOCKS)

    @classmethod
    def _take(cls, keys: Any) -> None:
        """Take the keys of kinds, before its own."""
        fitting = (key for key in keys if key not in cls.keys and (cls.holds_cells or not _makes_cells(key)))
        found: dict[str, Key[Any]] = {key: BlockKey(key) for key in fitting}
        cls.keys = found | cls.keys
        cls.block_keys = cls.block_keys | found.keys()
        cls._defaults = {name: key.default for name, key in cls.keys.items()}

    @classmethod
    def read(cls, value: Any, at: Location, mistakes: list[Mistake]) -> Self | None:
        """Return a mapping as an entry. A key that is not known may be that of an outside package's kind."""
        if isinstance(value, dict) and not all(key in cls.keys for key in value):
            cls._take(block_keys())
        return super().read(value, at, mistakes)

    @classmethod
    def schema(cls, models: dict[str, Schema]) -> Schema:
        """Return the JSON Schema, outside packages' kinds included."""
        cls._take(block_keys())
        return super().schema(models)


class Content(Kind[Any]):
    """An entry of `content`: a text, or a block under its key."""

    def __init__(self, holds_cells: bool) -> None:
        self._blocks = Deferred(lambda: EntryOf(_block_entry(holds_cells), shorthand="text"))

    @property
    def known(self) -> tuple[str, ...]:
        return self._blocks.known

    def inside(self, step: str | int) -> Kind[Any]:
        return self._blocks.inside(step)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return self._blocks.read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return self._blocks.schema(models)


@cache
def _block_entry(holds_cells: bool) -> type[BlocksEntry]:
    cells = holds_cells

    class BlockEntry(BlocksEntry):
        """A block under its key."""

        holds_cells = cells
        only = optional(Several(least=1), "The deck's audiences that the block is for; without it, it is for all.")
        if_ = optional(Text(), "A condition, such as `{{ sales }} > 0`: if it does not hold, the block is not there.")

    BlockEntry.__name__ = "BlockEntry" if cells else "CellBlockEntry"
    return BlockEntry


class FlowEntry(BlocksEntry):
    """Blocks one below the other, in the order in which they are written."""

    content = with_default(
        ListOf(Content(holds_cells=True), least=1),
        [],
        "Blocks in reading order, where a kind comes twice: texts, and one key with its block each.",
    )


@cache
def cell_entry() -> type[BlocksEntry]:
    """Return the model of a column, or a cell of a grid."""

    class CellFlowEntry(BlocksEntry):
        """A column, or a cell of a grid."""

        holds_cells = False
        content = with_default(ListOf(Content(holds_cells=False), least=1), [], "Blocks in reading order.")
        width = optional(Number(above=0), "Its part of the width, against those of the other columns.")
        overflow = optional(OVERFLOW, "What becomes of its text if it has no room; without it, what the slide says.")

    CellFlowEntry.__name__ = "ColumnEntry"
    return CellFlowEntry
