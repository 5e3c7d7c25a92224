"""Two to nine pictures in rows and columns, each with its alt text, credit and caption: `images`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckmaker.blocks.cells import CellsKind
from deckmaker.blocks.grid import across_for
from deckmaker.blocks.kind import Split
from deckmaker.dataclasses import replace
from deckmaker.language.entry import EntryOf
from deckmaker.language.image import ImageEntry
from deckmaker.language.kinds import ListOf
from deckmaker.model import Flow, Images

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class ImagesKind(CellsKind[Images]):
    """Pictures, those of one row equally high."""

    value = ListOf(EntryOf(ImageEntry, shorthand="file"), least=2, most=9)
    description = "Two to nine pictures side by side: paths, or keys that say more of each."
    block = Images
    word = "image"
    stretches = False
    is_centred = True

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Images | None:
        """Return the pictures that are ones."""
        found = [(resolver.picture(one, (*path, index)), (*path, index)) for index, one in enumerate(entry)]
        flows = tuple(Flow((picture,), resolver.span(at)) for picture, at in found if picture)
        across = len(flows) if len(flows) <= 3 else across_for(len(flows))
        return self._made(flows, across, path, resolver) if flows else None

    def least(self, block: Images, place: Place) -> float:
        """Return a share of the height that they would like to have."""
        return place.picture_share * self.natural(block, place)

    def split(self, block: Images, room: Room) -> Split[Images] | None:
        """Return the pictures that have room, and the rest: no part has an empty place for one on another."""
        found = super().split(block, room)
        if found is None:
            return None
        return found._replace(head=_shown(found.head), rest=tuple(map(_shown, found.rest)))

    def fit(self, block: Images, place: Place) -> SetBlock:
        """Set the pictures of each row equally high."""
        from deckmaker.layout.picture_rows import set_rows

        return set_rows(block, place, self.word)


def _shown(images: Images) -> Images:
    """Return several pictures without the places of those that are on other parts."""
    flows = tuple(flow for flow in images.flows if flow.blocks)
    return replace(images, flows=flows, across=min(images.across, len(flows)))


IMAGES = ImagesKind()
