"""What a kind of block is: how decks write it, what it means, and how it is set. One file of `blocks/` each.

    deck.yaml ─value→ entry ─resolve→ Block ─set→ SetBlock: placed items

Most blocks are rigid: at a size of their texts they take the height that they take. Some are elastic, as tables and
pictures are: they fill the room that rigid blocks leave.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from deckmaker.language.kinds import Kind
from deckmaker.model import Block, Cells, Table

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock, TableSizes
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

B = TypeVar("B", bound=Block)


class Split(NamedTuple, Generic[B]):
    """A block taken apart: the `head`, which has room, and what begins the next slide, if there is more.

    Of a table all further parts are known at once: each begins a slide, and `sizes` says how each is set, the head
    first. `tables` says it of those in cells of the rest. A head that is `forced` holds less than anybody would want:
    better below nothing else.
    """

    head: B
    rest: tuple[B, ...] = ()
    sizes: tuple[TableSizes, ...] = ()
    forced: bool = False
    tables: tuple[tuple[Table, TableSizes], ...] = ()


class BlockKind(ABC, Generic[B]):
    """A kind of block. `value` is what its key takes, `description` what editors say of it.

    `block` is the class of its blocks. A block that `introduces` what follows never stands last on a slide. One that
    `is_centred` stands about the middle of the room below the title where it is alone on its page. `derived` are
    fields of its blocks that follow from other parts of the deck, or say which part of a block one is: no differences.
    """

    value: Kind[Any]
    description: str
    block: type[B]
    introduces: ClassVar[bool] = False
    is_centred: ClassVar[bool] = False
    derived: ClassVar[tuple[str, ...]] = ()

    @property
    def makes_cells(self) -> bool:
        """Whether its blocks hold blocks, which may not stand in each other."""
        return issubclass(self.block, Cells)

    @abstractmethod
    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> B | None:
        """Return the block of an entry that is written at `path`; report what is wrong, None where nothing is left."""

    def blocks(self, entry: Any, path: DataPath, resolver: Resolver) -> Iterator[Block]:
        """Yield the blocks of an entry: its own, if anything is left of it; a text of Markdown is several."""
        if block := self.resolve(entry, path, resolver):
            yield block

    def rows(self, block: B) -> int:
        """Return how many lines below one another a block has at least, as is known before it is set."""
        return 1

    def split(self, block: B, room: Room) -> Split[B] | None:
        """Return what of a block that has no room as a whole fits, and the rest; None where nothing does."""
        return None


class RigidKind(BlockKind[B]):
    """A kind whose height follows from the size of its texts."""

    @abstractmethod
    def set(self, block: B, place: Place, step: int) -> SetBlock:
        """Set a block at the top of a place, its texts `step` points smaller than their styles, but not below their
        least."""

    def floor(self, block: B, place: Place, step: int) -> float:
        """Return no more than its height in points as set at a step, where that is told with less work."""
        return self.set(block, place, step).height

    def least(self, block: B, place: Place, step: int) -> float:
        """Return its height in points at a step, the smallest that a flow has; less where it gets smaller by itself."""
        return self.set(block, place, step).height

    @abstractmethod
    def steps(self, block: B, place: Place) -> range:
        """Return the steps at which its texts become smaller."""

    def part_steps(self, block: B, place: Place) -> range:
        """Return the steps on a part of a split slide, where each text is as many points smaller as the others."""
        return self.steps(block, place)


class ElasticKind(BlockKind[B]):
    """A kind that fits itself to the height that it is given.

    One that `stretches` fills all of it with its frames. One that `is_firm` is nowhere lower than it would like to be.
    """

    stretches: ClassVar[bool] = False
    is_firm: ClassVar[bool] = False

    @abstractmethod
    def natural(self, block: B, place: Place) -> float:
        """Return the height in points that a block would take if it had all of a place."""

    @abstractmethod
    def fit(self, block: B, place: Place) -> SetBlock:
        """Set a block so that it fits a place, if it can be; else at the least that it allows."""

    def is_far_too_tall(self, block: B, place: Place) -> bool:
        """Tell whether a block has no room in a place, nor in twice as much, where that is known before it is set."""
        return False

    def least(self, block: B, place: Place) -> float:
        """Return the height in points below which a block waits for the next slide, where it may go there."""
        return 0.0
