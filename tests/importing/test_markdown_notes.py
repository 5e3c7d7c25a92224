"""Notes of Markdown, which are plain text in a deck: nothing that the author wrote for the speaker is lost."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

PICTURES = "pictures in notes are there as their words: `a.png`"


def notes(body: str, mark: str) -> tuple[str, list[str]]:
    """Return the notes of a slide, which stand in a div or behind `Note:`, and what is said."""
    text = f"::: notes\n{body}\n:::\n" if mark == "div" else f"Note:\n\n{body}\n"
    found = imported(f"# T\n\n---\n\n## S\n\nx\n\n{text}\n---\n\n## E\n\ny\n")
    return found.slides[0]["notes"].rstrip("\n"), [message for _, message in found.messages]


@pytest.mark.parametrize("mark", ["div", "Note:"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. a\n2. b", "1. a\n\n2. b"),
        ("3) a\n4) b", "3. a\n\n4. b"),
        ("- a\n  - b\n    1. c\n- d", "- a\n\n  - b\n\n    1. c\n\n- d"),
        ("1. a\n\n   more\n2. b", "1. a\n\n   more\n\n2. b"),
        ("> - a", "- a"),
    ],
)
def test_items_in_notes_keep_their_numbers_and_levels(mark, body, expected):
    """What the deck's notes are read as."""
    assert notes(body, mark) == (expected, [])


@pytest.mark.parametrize("mark", ["div", "Note:"])
@pytest.mark.parametrize(
    ("body", "expected", "said"),
    [
        ('See [it](https://e.org "Mind it").', "See it (https://e.org) (Mind it).", []),
        ('See [it](b.md "Mind it").', "See it (Mind it).", []),
        ('![Plan](a.png "Berth 4")', "Plan (Berth 4)", [PICTURES]),
        ('<img src="a.png" alt="Plan" title="Berth 4">', "Plan (Berth 4)", [PICTURES]),
        ('<p><img src="a.png" title="Berth 4"></p>', "Berth 4", [PICTURES]),
        ('::: {.callout-note title="Mind it"}\nwords\n:::', "Mind it\n\nwords", []),
        ("::: warning\nwords\n:::", "Warning\n\nwords", []),
    ],
)
def test_titles_in_notes_stand_beside_their_words(mark, body, expected, said):
    """Those of links, pictures and callouts."""
    assert notes(body, mark) == (expected, said)
