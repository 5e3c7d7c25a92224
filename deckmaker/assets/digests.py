"""What tells a picture's file from any other: the digests of its bytes."""

from __future__ import annotations

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import PictureLost, Unusable
from deckmaker.model import PictureFile

_PORTION = 1_000_000


def digests_of(picture: PictureFile) -> tuple[str, str]:
    """Return SHA-1 (which SPDX 2.3, 8.4, demands) and SHA-256 of a file, in hexadecimal.

    Raises PictureLost where the file is no longer the one that was looked at.
    """
    from hashlib import sha1, sha256

    sums = sha1(usedforsecurity=False), sha256()
    try:
        with opened(picture.path) as (stream, now):
            if picture.stamp != now:
                raise Unusable("changed while it was read", "try again")
            while portion := stream.read(_PORTION):
                for one in sums:
                    one.update(portion)
    except Unusable as error:
        raise PictureLost(picture, error.flaw) from error
    return sums[0].hexdigest(), sums[1].hexdigest()
