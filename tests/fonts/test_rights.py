"""What fonts say of their licences (OpenType: OS/2, fsType)."""

from __future__ import annotations

import pytest

from deckmaker.fonts.rights import forbids_embedding, forbids_subsets, rights_in_words


@pytest.mark.parametrize(
    ("rights", "words", "embedded", "cut"),
    [
        (0x000, "installable", True, True),
        (0x002, "restricted", False, True),
        (0x004, "preview and print", True, True),
        (0x008, "editable", True, True),
        (0x00C, "editable", True, True),  # of several the least restrictive, in fonts of before version 3
        (0x006, "preview and print", True, True),
        (0x100, "installable, no subsets", True, False),
        (0x104, "preview and print, no subsets", True, False),
        (0x200, "bitmaps only", False, True),
        (0x102, "restricted", False, False),
    ],
)
def test_rights_are_read_as_opentype_has_them(rights, words, embedded, cut):
    """Four usage permissions, of which one keeps a font out of documents, and two more bits."""
    assert rights_in_words(rights) == words
    assert (forbids_embedding(rights) is None, not forbids_subsets(rights)) == (embedded, cut)
