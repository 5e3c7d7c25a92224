"""Texts that were shaped: few are kept where many decks are made, each of other texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.face import MOST_KEPT, Face, keep_shaped


@pytest.fixture
def kept_again() -> Iterator[None]:
    """Keep as many afterwards as before."""
    yield
    keep_shaped(MOST_KEPT)


@pytest.mark.usefixtures("kept_again")
def test_no_more_characters_are_kept_than_said() -> None:
    """The last ones, which are shaped once; others are shaped again, alike."""
    one: Face = face(FaceKey("Calibri", False, False))
    first = one.shape("row 0")
    keep_shaped(200)
    for number in range(100):
        one.shape(f"row {number}")
    kept = [text for text, *_ in one._kept]
    assert sum(map(len, kept)) <= 200
    assert kept[-1] == "row 99"
    assert one.shape("row 99") is one.shape("row 99")
    assert one.shape("row 0") == first
