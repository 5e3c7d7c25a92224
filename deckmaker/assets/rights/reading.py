"""All that a file says of its rights, the best of its three places first."""

from __future__ import annotations

from deckmaker.assets.facts import Metadata
from deckmaker.assets.rights.exif import rights_of_exif
from deckmaker.assets.rights.iim import rights_of_iim
from deckmaker.assets.rights.record import Rights
from deckmaker.assets.rights.xmp import rights_of_xmp


def rights_of(metadata: Metadata) -> Rights:
    """Return rights from XMP, where they are whole; then from IIM, which cuts texts at 32 bytes; then from Exif."""
    if not (metadata.xmp or metadata.iim or metadata.exif):  # as of most pictures from the web
        return Rights()
    found = rights_of_xmp(metadata.xmp)
    for other in (rights_of_iim(metadata.iim), rights_of_exif(metadata.exif)):
        found = found.completed_by(other)
    return found
