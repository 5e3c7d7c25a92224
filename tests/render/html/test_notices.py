"""The notices in a page: of everything in it that others made."""

from __future__ import annotations

import pytest

from deckmaker.render.html.notices import notices


@pytest.mark.parametrize(
    "owner",
    ["Hakim El Hattab", "Rik Schennink", "MarkedJS", "Christopher Jeffrey", "John Gruber"],
)
def test_everybody_whose_code_is_in_the_page_is_named(owner):
    """reveal.js, and what is built into it."""
    assert owner in notices()


def test_the_terms_are_there_whole():
    """Three times MIT's, and those of Markdown; in one comment that ends where it should."""
    text = " ".join(notices().split())
    assert text.count("The above copyright notice and this permission notice shall be included in all copies") == 3
    assert "Redistribution and use in source and binary forms" in text
    assert text.startswith("<!--") and text.endswith("-->") and "--" not in text[4:-3]
