"""Strings for people, as pikepdf reads them back."""

from __future__ import annotations

import pikepdf
import pytest

from deckmaker.render.pdf.text_strings import text_string


@pytest.mark.parametrize(
    "text", ["", "A quay", r"a (b) \c ((", "Lärm – 漢字 🚢", "two\nlines\r\tand\x07\x18", "þÿ", "\x7f~"]
)
def test_every_text_is_read_as_it_was(text: str) -> None:
    """Whatever is a sign of the format, of its own encoding, or of none."""
    assert str(pikepdf.Object.parse(text_string(text).encode("ascii"))) == text
