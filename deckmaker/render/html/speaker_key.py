"""The key by which a deck knows its own speaker window: what nobody can say who does not have the deck."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from deckmaker.render.html.pieces import Piece


def speaker_key(slides: Iterable[Piece]) -> str:
    """Return a digest of the slides' markup, notes and all: the same whenever the deck is built, and with every reload.

    A random one would be another in each build, and would be forgotten by a page that is loaded anew.
    """
    digest = sha256()
    for piece in slides:
        if isinstance(piece, str):
            digest.update(piece.encode())
    return digest.hexdigest()
