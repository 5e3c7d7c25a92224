"""Footnotes and notes in Markdown may hold more than words: nothing of it is lost without a word."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

AS_WORDS = "a table or code in a footnote is words there"
IN_NOTES = "pictures in notes are there as their words"


def slide_with(footnote: str) -> tuple[dict[str, object], list[str]]:
    """Return the slide of a text with a footnote, and what is said of it."""
    found = imported(f"# Talk\n\n---\n\n# S\n\nWords[^1].\n\n[^1]: {footnote}\n\n---\n\n# E\n\ny\n")
    return found.slides[0], [message for _, message in found.messages]


@pytest.mark.parametrize(
    ("footnote", "text", "said"),
    [
        ("a\n\n    ## Part\n\n    b", "a Part b", []),
        ("a\n\n    - b\n    - c", "a b c", []),
        ("a\n\n    > b", "a b", []),
        ("a\n\n    Term\n    : meaning", "a Term meaning", []),
        ("<div>a <b>b</b></div>", "a b", []),
        ("a\n\n        x = *1*\n        y", "a `x = *1* y`", [AS_WORDS]),
        ("a\n\n    ```py\n    x\n    ```", "a `x`", [AS_WORDS]),
        ("a\n\n    | A | B |\n    |---|---|\n    | *c* | d | more |", "a A | B; *c* | d | more", [AS_WORDS]),
        ("<video>a</video>", "a", ["HTML is left out: `<video>`"]),
    ],
)
def test_all_words_of_a_footnote_are_there(footnote, text, said):
    """In one line; what that changes is told."""
    slide, messages = slide_with(footnote)
    assert slide["text"] == f"Words^[{text}]."
    assert messages == said


@pytest.mark.parametrize(
    "footnote", ["See ![A](a.png) it", 'See <img src="a.png" alt="A"> it', "See it\n\n    ![A](a.png)"]
)
def test_a_picture_in_a_footnote_stands_beside_the_text(footnote):
    """Once, however many texts refer to it."""
    found = imported(f"# T\n\n## S\n\nWords[^1] and[^1].\n\n[^1]: {footnote}\n").slides[0]
    assert " ".join(str(found["text"]).split()).count("^[See it]") == 2
    assert found["image"] == {"file": "a.png", "alt": "A"}


@pytest.mark.parametrize("footnote", ["a <!-- for me -->", "a\n\n    <!-- for me -->"])
def test_comments_in_footnotes_are_notes(footnote):
    """As elsewhere on the slide."""
    assert slide_with(footnote) == ({"title": "S", "text": "Words^[a].", "notes": "for me"}, [])


def test_comments_in_cells_are_notes():
    """Also those in their footnotes."""
    table = "| a <!-- one --> | b |\n|---|---|\n| c | d[^1] |\n\n[^1]: foot <!-- two -->"
    slide = imported(f"# T\n\n---\n\n# S\n\n{table}\n").slides[0]
    assert slide["table"]["rows"] == [["a", "b"], ["c", "d^[foot]"]]
    assert slide["notes"] == "one\n\ntwo\n"


@pytest.mark.parametrize("notes", ["::: notes\nBODY\n:::", "Note:\n\nBODY"])
@pytest.mark.parametrize(
    ("body", "words", "said"),
    [
        ("See ![A](p/a.png) it", "See A it", [f"{IN_NOTES}: `p/a.png`"]),
        ('See <img src="p/a.png" alt="A"> it', "See A it", [f"{IN_NOTES}: `p/a.png`"]),
        ('<div><img src="p/a.png" alt="A"></div>', "A", [f"{IN_NOTES}: `p/a.png`"]),
        ("See[^1].\n\n[^1]: ![A](p/a.png)", "See [A].", [f"{IN_NOTES}: `p/a.png`"]),
        ("See[^1].\n\n[^1]: - a\n    - b", "See [- a - b].", []),
        ("See <!-- one -->\n\n<!-- two -->", "See\n\none\n\ntwo\n", []),
        ("See[^1].\n\n[^1]: a <!-- one -->", "See [a].\n\none\n", []),
        (
            "See <u>it</u> <video>",
            "See it",
            ["HTML: of `<u>` the words alone are taken", "HTML is left out: `<video>`"],
        ),
        ("See <!-- header: Draft -->", "See", ["words in instructions to a program are left out: `Draft`"]),
        ("| A |\n|---|\n| b | c |", "A\n\nb | c\n", []),
    ],
)
def test_notes_lose_nothing_without_a_word(notes, body, words, said):
    """They are plain text: pictures are told, comments are notes themselves."""
    found = imported(f"# T\n\n---\n\n# S\n\nx\n\n{notes.replace('BODY', body)}\n")
    assert found.slides[0]["notes"] == words
    assert [message for _, message in found.messages] == said
