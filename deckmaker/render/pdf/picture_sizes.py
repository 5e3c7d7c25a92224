"""How large pictures stand in a file, by which those with more pixels than are seen are made smaller."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.assets import Rendition, lost_on_failure
from deckmaker.assets.drawings.vectors.drawing import Pixels
from deckmaker.assets.smaller import Reduced, reduced
from deckmaker.dataclasses import dataclass, field
from deckmaker.layout import Page, PictureItem
from deckmaker.model import PictureFile

_POINTS = 72
"""To an inch."""

FINE = 88
"""The quality of JPEGs that are made smaller because somebody says how many pixels are enough."""


def widths_of(pages: Iterable[Page], scale: float) -> dict[PictureFile, float]:
    """Return how wide each picture stands at most, in points, on pages that are `scale` times as large.

    Of one that is cropped, what is cropped off counts: all of its pixels are in the file.
    """
    widths: dict[PictureFile, float] = {}
    for page in pages:
        for placed in page.leaves:
            if isinstance(placed.item, PictureItem):
                left, _, right, _ = placed.item.crop
                width = placed.rect.width / (1 - left - right) * scale
                widths[placed.item.file] = max(widths.get(placed.item.file, 0.0), width)
    return widths


@dataclass(frozen=True, slots=True)
class Resolution:
    """At most `dpi` pixels an inch for pictures of the `widths` that are known, None for all that they have.

    Those that become smaller are JPEGs of a `quality`, and PNGs, which may become JPEGs `as_photos`.
    """

    widths: Mapping[PictureFile, float] = field(default_factory=dict)
    dpi: int | None = None
    quality: int = FINE
    grey: bool = False
    as_photos: bool = False

    @property
    def changes_nothing(self) -> bool:
        return self.dpi is None and not self.grey

    def of(self, file: PictureFile | Pixels, shown: Rendition) -> Reduced | None:
        """Return the picture with no more than those pixels, None where it stays as it is shown."""
        if self.changes_nothing:
            return None
        size = (file.width, file.height)
        if isinstance(file, Pixels):
            return reduced(shown, file.media_type, size, file.width, self.quality, self.grey, self.as_photos)
        width = self.widths.get(file)
        wanted = width * self.dpi / _POINTS if width and self.dpi else file.width
        with lost_on_failure(file):
            return reduced(shown, file.media_type, size, wanted, self.quality, self.grey, self.as_photos)


NATIVE = Resolution()
"""Pictures as they are."""
