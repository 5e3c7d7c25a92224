"""Break opportunities: a table of what LibreOffice and Chromium were seen to do."""

from __future__ import annotations

import pytest

from deckmaker.text.breaks import Opportunity, line_ends, opportunities

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
        ("abc־def", [(4, POSSIBLE)]),
        ("תל־אביב", [(3, POSSIBLE)]),
        ("תל-אביב", [(3, POSSIBLE)]),
        ("א–ב", [(2, POSSIBLE)]),
        ("3-א", [(2, AGREED)]),
        ("abcd‒efgh", [(5, POSSIBLE)]),
        ("abcd´efgh", [(4, POSSIBLE)]),
        ("wow‽yes", [(4, POSSIBLE)]),
        ("كيف؟نعم", [(4, POSSIBLE)]),
        ("x⁾y", [(2, POSSIBLE)]),
        ("wait‥now", [(5, POSSIBLE)]),
        ("50°(so)", [(3, POSSIBLE)]),
        ("pp.(3)", [(3, POSSIBLE)]),
        ("f(x)", []),
        ("((x", []),
        ("“€5”", []),
        ("(+5", []),
        ("50°€", [(3, POSSIBLE)]),
        ("50 °C, €5m", [(3, AGREED), (7, AGREED)]),
        ("“so”—and", [(4, POSSIBLE), (5, POSSIBLE)]),
        ("(—so", [(1, POSSIBLE), (2, POSSIBLE)]),
        ("No.-5", [(4, POSSIBLE)]),
        ("ᬓᬓ", [(1, POSSIBLE)]),
        ("a — — b", [(2, True), (4, False), (6, True)]),
    ],
)
def test_a_line_may_end_here(text, places):
    """Index of the next line's first character, and whether every engine breaks there."""
    assert [(one.position, one.agreed) for one in opportunities(text)] == places


@pytest.mark.parametrize(
    ("signs", "beside"),
    [
        ("\u058a־‒‧⁖⁘⁙⁚⁛⁝⁞\u205f⁆⁾₎׆؛؟۔․‥…‼‽⁇⁈⁉\u1400\u1680\u16eb\u1735\u1806", 5),
        ("´ˈˌ˟\u0c77\u1ffd", 4),
    ],
)
def test_a_line_may_end_beside_signs_of_these_classes(signs, beside):
    """Behind those that break after, close, exclaim or begin no line, before those that break before (UAX 14)."""
    assert [one for one in signs if Opportunity(beside, POSSIBLE) not in opportunities(f"abcd{one}efgh")] == []


def test_no_line_ends_within_what_stands_together():
    """Wherever the phrase is; another engine may still break there, and is to be kept from it."""
    text = "a no credit given, no credit given b no credit"
    kept = line_ends(text, ("no credit given",))
    assert kept.possible == (2, 5, 12, 19, 22, 29, 35, 37, 40)
    assert kept.agreed == (2, 19, 35, 37, 40, len(text))
