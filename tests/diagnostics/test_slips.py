"""Slips: what may be mended without asking, and what only looks like it."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics.slips import is_slip

KEYS = ["title", "text", "bullets", "image", "images", "file", "fit", "layout", "subtitle"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),  # two in each other's place
        ("titl", "title"),
        ("tiitle", "title"),
        ("tltle", "title"),
        ("Title", "title"),
        ("sub-title", "subtitle"),
        ("bulets", "bullets"),
        ("berht 4", "Berth 4"),
    ],
)
def test_a_slip_of_one_letter_is_one(word, meant):
    """Capitals, hyphens and blanks count for nothing."""
    assert is_slip(word, meant, [*KEYS, "Berth 4"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("fi", "fit"),  # too short to tell
        ("fil", "file"),  # or `fit`
        ("imges", "image"),  # nearer to `images`
        ("lyut", "layout"),  # two letters of six
        ("berth5", "berth4"),  # a figure is no slip
        ("position", "caption"),
    ],
)
def test_what_is_short_far_or_near_two_words_is_none(word, meant):
    """Somebody has to decide."""
    assert not is_slip(word, meant, [*KEYS, "berth4", "caption"])


def test_a_long_word_may_have_two():
    """From nine letters on."""
    assert is_slip("acompanyng", "accompanying", ["accompanying"])
    assert not is_slip("acmpanyng", "accompanying", ["accompanying"])
