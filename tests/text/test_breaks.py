"""Break opportunities: a table of what LibreOffice and Chromium were seen to do."""

from __future__ import annotations

import pytest

from deckmaker.text.breaks import opportunities

AGREED, POSSIBLE = True, False


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("two words", [(4, AGREED)]),
        ("three  spaces   here", [(7, AGREED), (16, AGREED)]),
        ("aaaa-bbbb", [(5, AGREED)]),
        ("well-known", [(5, AGREED)]),
        ("U.S.-China", [(5, AGREED)]),
        ("2023-24", [(5, AGREED)]),
        ("$5-10", [(3, AGREED)]),
        ("aaaa–bbbb", [(5, AGREED)]),
        ("aaaa—bbbb", [(4, AGREED), (5, POSSIBLE)]),
        ("a – b", [(2, AGREED), (4, AGREED)]),
        ("aaaa/bbbb", [(5, POSSIBLE)]),
        ("aaaa|bbbb", [(5, POSSIBLE)]),
        ("aaaa…bbbb", [(5, POSSIBLE)]),
        ("aaaa+bbbb", [(5, POSSIBLE)]),
        ("aaaa?bbbb=1", [(5, POSSIBLE), (10, POSSIBLE)]),
        ("50%/yr", [(3, POSSIBLE), (4, POSSIBLE)]),
        ("x@y.com/zzz", [(8, POSSIBLE)]),
        ("aaaa.bbbb", []),
        ("aaaa(bbbb)", []),
        ("aaaa\u2011bbbb", []),
        ("non\u00a0breaking", []),
        ("120\u202fm", []),
        ("-5", [(1, POSSIBLE)]),
        ("word", []),
        ("", []),
        (" ", []),
        ("end ", []),
    ],
)
def test_a_line_may_end_here(text, places):
    """Index of the next line's first character, and whether every engine breaks there."""
    assert [(one.position, one.agreed) for one in opportunities(text)] == places
