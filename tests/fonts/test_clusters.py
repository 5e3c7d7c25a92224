"""Clusters: what one font must draw whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.fonts.clusters import clusters


@pytest.mark.parametrize(
    "parts",
    [
        ["a", "b"],
        ["z̄", "b"],
        ["a" + "\u0301" * 200],
        ["क्ष", "म"],
        ["👩‍🚀", "👩‍👩‍👧‍👦"],
        ["👍🏽", "❤️", "1️⃣"],
        ["🇩🇪", "🇫🇷"],
        ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "!"],
        ["葛\U000e0100", "城"],
        [" ", "\u0301a"[:1], "a"],
    ],
)
def test_a_cluster_is_not_cut(parts):
    """Marks, joiners, selectors, skin tones, flags and tags belong to what is before them; a space has none."""
    assert list(clusters("".join(parts))) == parts


@given(st.text())
def test_clusters_are_the_text(text):
    """Nothing is lost, and none is empty."""
    parts = list(clusters(text))
    assert "".join(parts) == text and all(parts)
