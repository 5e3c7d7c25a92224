"""A picture among other blocks: `image`. Of a slide's own, the first stands in the layout's place for pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckmaker.blocks.kind import ElasticKind
from deckmaker.language.entry import EntryOf
from deckmaker.language.image import ImageEntry
from deckmaker.model import Picture

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class PictureKind(ElasticKind[Picture]):
    """A picture and its caption. It is shown whole, unless it is to cover its place."""

    value = EntryOf(ImageEntry, shorthand="file")
    description = "The slide's picture: a path, or keys that say more of it."
    block = Picture
    is_centred = True

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Picture | None:
        """Return the picture, None where its file is none."""
        return resolver.picture(entry, path)

    def natural(self, block: Picture, place: Place) -> float:
        """Return the height at which the picture is as wide as its place, its caption below it."""
        from deckmaker.layout.figures import caption_takes

        whole = place.rect.width * block.file.height / block.file.width
        return min(whole + caption_takes(block, place), place.rect.height)

    def least(self, block: Picture, place: Place) -> float:
        """Return a share of the height that it would have on a slide of its own."""
        from deckmaker.layout.figures import caption_takes

        whole = place.rect.width * block.file.height / block.file.width + caption_takes(block, place)
        return place.picture_share * min(whole, place.styles.slot.rect.height)

    def fit(self, block: Picture, place: Place) -> SetBlock:
        """Set the picture as large as its place allows."""
        from deckmaker.layout.figures import set_figure

        return set_figure(block, place)


PICTURE = PictureKind()
