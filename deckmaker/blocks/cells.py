"""What columns and grids have in common: flows side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from deckmaker.blocks.kind import ElasticKind, Split
from deckmaker.model import Cells, Flow

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

C = TypeVar("C", bound=Cells)


class CellsKind(ElasticKind[C]):
    """Flows in rows. `word` is what one of them is called; `ruled` ones stand under a rule each."""

    word: ClassVar[str]
    ruled: ClassVar[bool] = False
    stretches = True

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> C | None:
        """Return the flows, all in one row."""
        return self._made(self._flows(entry, path, resolver), len(entry), path, resolver)

    def _flows(self, entries: Any, path: DataPath, resolver: Resolver) -> tuple[Flow, ...]:
        return tuple(resolver.flow(one, (*path, index)) for index, one in enumerate(entries))

    def _made(self, flows: tuple[Flow, ...], across: int, path: DataPath, resolver: Resolver) -> C:
        return self.block(flows, min(across, len(flows)), resolver.span(path))

    def natural(self, block: C, place: Place) -> float:
        """Return the height of all rows as high as they would like to be."""
        from deckmaker.layout.cells import CellSetter

        rows = CellSetter(block, place, self.word, self.ruled).naturals()
        gaps = place.styles.theme.columns.row_gap * (len(rows) - 1)
        return min(sum(rows) + gaps, place.rect.height)

    def least(self, block: C, place: Place) -> float:
        """Return the height of all rows with texts at their smallest, and all else as low as may be."""
        from deckmaker.layout.cells import CellSetter

        rows = CellSetter(block, place, self.word, self.ruled).leasts()
        gaps = place.styles.theme.columns.row_gap * (len(rows) - 1)
        return min(sum(rows) + gaps, place.rect.height)

    def is_far_too_tall(self, block: C, place: Place) -> bool:
        """Tell that of the rows, by the first of them."""
        from deckmaker.layout.cells import CellSetter

        return CellSetter(block, place, self.word, self.ruled).is_far_too_tall

    def fit(self, block: C, place: Place) -> SetBlock:
        """Set all cells."""
        from deckmaker.layout.cells import CellSetter

        return CellSetter(block, place, self.word, self.ruled).set()

    def split(self, block: C, room: Room) -> Split[C] | None:
        """Return what of each column has room and the rest; of several rows, as many as have room."""
        from deckmaker.layout.taking_cells import split_cells

        return split_cells(block, room, self.word, self.ruled)
