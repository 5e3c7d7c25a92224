"""What the header of a picture says, before any of its pixels are decoded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, field

if TYPE_CHECKING:
    from deckmaker.assets.formats.jpeg_parts import Part

UPRIGHT = 1
"""Exif 2.32, table 4: the first row is the top, the first column the left; 5 to 8 exchange width and height."""

TURNED_A_QUARTER = range(5, 9)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata inside a file, byte for byte as they stand there; each may be empty, broken or hostile.

    `credentials` tells that the file holds Content Credentials, which only a reader of the whole file can check.
    """

    profile: bytes = b""
    exif: bytes = b""
    iim: bytes = b""
    xmp: bytes = b""
    credentials: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A picture's size in pixels as stored, how it is stored, and what it becomes.

    `media_type` is that of the outputs' bytes; `kept` tells that its pixels go there as they are, upright or not;
    `further` says in words what an animated file or one of several pages holds besides its first picture. `parts` are a
    JPEG's, which need not be looked for again.
    """

    width: int
    height: int
    media_type: str
    kept: bool
    orientation: int = UPRIGHT
    components: int = 3
    further: str = ""
    metadata: Metadata = field(default_factory=Metadata, repr=False)
    parts: Sequence[Part] = field(default=(), repr=False)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height when upright."""
        turned = self.orientation in TURNED_A_QUARTER
        return (self.height, self.width) if turned else (self.width, self.height)
