"""Pandoc's title block: three lines behind `%` that begin a file."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


def keys(markdown: str) -> dict[str, str]:
    """Return the keys of a deck but its slides, of which one has the list that follows."""
    found = imported(f"{markdown}\n\n# S\n\n- text\n\n# E\n\nx\n")
    assert found.messages == []
    assert found.deck["slides"][:2] == [{"title": found.deck["title"]}, {"title": "S", "bullets": ["text"]}]
    return {key: value for key, value in found.deck.items() if key != "slides"}


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "% Night noise\n% A. Lind; B. Berg\n% 3 May",
            {"title": "Night noise", "author": "A. Lind, B. Berg", "date": "3 May"},
        ),
        ("% Night\n  noise\n% A. Lind\n  B. Berg", {"title": "Night noise", "author": "A. Lind, B. Berg"}),
        ("% Night noise\n%\n% 3 May", {"title": "Night noise", "date": "3 May"}),
        ("%\n% A. Lind", {"title": "Talk", "author": "A. Lind"}),
        ("% Night ![x](a.png)", {"title": "Night x"}),
    ],
)
def test_a_title_block_gives_title_authors_and_date(block, expected):
    """On one line each or several; one may be empty."""
    assert keys(block) == expected


@pytest.mark.parametrize("text", ["%", "%d is a number", "10 % more\n% of it", "---\ndate: '1'\n---\n% Title"])
def test_what_is_no_title_block_is_text(text):
    """A sign that nothing follows, or words before it."""
    assert "%" in str(imported(f"{text}\n\nwords\n").deck["slides"])


def test_losses_below_a_title_block_are_told_on_their_lines():
    """It leaves empty lines behind."""
    assert imported("% A\n  B\n% C\n\n# S\n\n<u>x</u>\n").messages[0][0] == 7


def test_words_in_italics_above_the_first_title_are_told():
    """They begin a section elsewhere, and a title slide has none."""
    found = imported("---\nmarp: true\n---\n\n*Annual meeting*\n\n# T\n\n---\n\n## S\n\nx\n")
    assert found.messages == [(7, "words above the first title are left out: `Annual meeting`")]
