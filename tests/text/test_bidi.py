"""The bidirectional algorithm, judged by another that many use: the crate unicode-bidi, which python-bidi has."""

from __future__ import annotations

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.patterns import MAY_TURN
from deckmaker.text.bidi import (
    is_cursive,
    is_mostly_right_to_left,
    is_right_to_left,
    levels,
    may_turn,
    runs_right_to_left,
    visual_order,
)

SIGNS = "abאבסלعبم12٣٤ .,:;+-$%()[]{}<>!?\u0301\u05b0€/#\u00a0–“”«»‹›\u3008\u3009\u2329\u232a\u200b"
"""Letters of both ways, numbers of both, and signs of every other class."""


def shown(text: str, base: int) -> str:
    """Return a text as it stands on a line, from left to right."""
    return "".join(text[index] for index in visual_order(levels(text, base)))


@given(st.text(SIGNS, max_size=40), st.sampled_from([0, 1]))
def test_a_line_stands_as_others_have_it(text: str, base: int) -> None:
    """Brackets and numbers included; that algorithm turns brackets round nowhere, and nor is that done here."""
    without = text.replace("\u200b", "")  # which it leaves where it was
    assert shown(without, base) == get_display(without, base_dir="RL"[1 - base])


@given(st.text(st.sampled_from("aא()[]1ع \u05b0"), max_size=60), st.sampled_from([0, 1]))
def test_pairs_of_brackets_run_as_what_is_in_them(text: str, base: int) -> None:
    """Many of them, crossing one another."""
    assert shown(text, base) == get_display(text, base_dir="RL"[1 - base])


@given(st.text(max_size=60), st.sampled_from([0, 1]))
def test_every_sign_stands_once(text: str, base: int) -> None:
    """Of whatever text, hard line breaks in it, on a level of its own."""
    found = levels(text, base)
    assert len(found) == len(text) and sorted(visual_order(found)) == list(range(len(text)))
    assert all(level in (base, base + 1, base + 2) for level in found)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "000"),
        ("אבג", 0, "111"),
        ("a אב 12 b", 0, "001112200"),
        ("אב 12.5%", 1, "11122222"),
        ("אב abc, ג", 1, "111222111"),
        ("אב\nab ", 1, "111221"),
        ("a\u200bא\u200b", 0, "0010"),
    ],
)
def test_levels(text: str, base: int, expected: str) -> None:
    """Spaces at a line's end are on the paragraph's own."""
    assert "".join(map(str, levels(text, base))) == expected


@pytest.mark.parametrize(
    ("text", "by_first_letter", "by_most"),
    [
        ("", False, False),
        ("12 %", False, False),
        ("שלום", True, True),
        ("(2025) שלום", True, True),
        ("Berth ארבע", False, False),
        ("ab שלום", False, True),
        ("שלום is a word for peace", True, True),
        ("The word שלום", False, False),
        ("السلام", True, True),
    ],
)
def test_which_way_a_paragraph_runs(text: str, by_first_letter: bool, by_most: bool) -> None:
    """By its first letter; on pages from right to left by half of its letters, too."""
    assert (runs_right_to_left(text), is_mostly_right_to_left(text)) == (by_first_letter, by_most)


def test_no_letter_from_right_to_left_is_overlooked() -> None:
    """Of all of Unicode, with what is not assigned, which has no class here."""
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert [hex(ord(one)) for one in letters if is_right_to_left(one) and not MAY_TURN.match(one)] == []


def test_what_may_turn_is_looked_for_in_no_other_text() -> None:
    """Nor is it found there."""
    assert not may_turn("Größe 12 €, naïve – 天地 हिन्दी") and may_turn("a שלום")


def test_letters_that_join_are_known() -> None:
    """Those of Arabic do, those of Hebrew do not."""
    assert is_cursive("(السلام)") and not is_cursive("שלום") and not is_cursive("abc")
    letters = (one for one in map(chr, range(0x590, 0x900)) if is_cursive(one) and one.isalpha())
    names = {unicodedata.name(one).split()[0] for one in letters}
    assert names == {"ARABIC", "SYRIAC", "NKO", "MANDAIC"}
