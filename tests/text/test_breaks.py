"""Break opportunities: a table of what LibreOffice and Chromium were seen to do."""

from __future__ import annotations

import pytest

from deckmaker.text.breaks import line_ends, opportunities

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
        ("+2,1", []),
        ("1.234.567,89", []),
        ("12:30", []),
        ("a,b:c", [(2, POSSIBLE), (4, POSSIBLE)]),
        ("50%/yr", [(3, POSSIBLE), (4, POSSIBLE)]),
        ("x@y.com/zzz", [(8, POSSIBLE)]),
        ("aaaa.bbbb", []),
        ("aaaa(bbbb)", []),
        ("aaaa\u2011bbbb", []),
        ("non\u00a0breaking", []),
        ("120\u202fm", []),
        ("-5", [(1, POSSIBLE)]),
        ("漢字", [(1, AGREED)]),
        ("は、「理", [(1, POSSIBLE), (2, AGREED), (3, POSSIBLE)]),
        ("もっと", [(1, POSSIBLE), (2, AGREED)]),
        ("データ", [(1, POSSIBLE), (2, AGREED)]),
        ("人々が", [(1, POSSIBLE), (2, AGREED)]),
        ("第3章", [(1, AGREED), (2, AGREED)]),
        ("한국 말", [(1, POSSIBLE), (3, AGREED)]),
        ("ไทย", [(1, POSSIBLE), (2, POSSIBLE)]),
        ("ab\u200bcd", [(3, AGREED)]),
        ("a→b", [(1, POSSIBLE), (2, POSSIBLE)]),
        ("葛\U000e0100城", [(1, POSSIBLE), (2, POSSIBLE)]),
        ("नमस्ते", []),
        ("word", []),
        ("", []),
        (" ", []),
        ("end ", []),
        ("a — — b", [(2, True), (4, False), (6, True)]),
    ],
)
def test_a_line_may_end_here(text, places):
    """Index of the next line's first character, and whether every engine breaks there."""
    assert [(one.position, one.agreed) for one in opportunities(text)] == places


def test_no_line_ends_within_what_stands_together():
    """Wherever the phrase is; another engine may still break there, and is to be kept from it."""
    text = "a no credit given, no credit given b no credit"
    kept = line_ends(text, ("no credit given",))
    assert kept.possible == (2, 5, 12, 19, 22, 29, 35, 37, 40)
    assert kept.agreed == (2, 19, 35, 37, 40, len(text))
