"""Comments in Markdown: notes, or instructions to a program."""

from __future__ import annotations

import sys

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize(
    "comment",
    [
        "Remember: greet them",
        "Note: say it",
        "Speaker: talk\nThen: act",
        "Title: not this one",
        "TODO: ask",
        "a: b",
        "backgrounds: c",
    ],
)
@pytest.mark.parametrize("front", ["marp: true", "transition: fade", ""])
def test_notes_in_comments_may_have_a_word_before_a_colon(front, comment):
    """Instructions are what the program knows, and no other words."""
    front = f"---\n{front}\n---\n\n" if front else ""
    found = imported(f"{front}# T\n\n---\n\n# S\n\ntext\n\n<!--\n{comment}\n-->\n")
    assert found.slides[0]["notes"].split() == comment.split()


@pytest.mark.parametrize(
    "comment",
    [
        "_class: lead",
        "paginate: false",
        "$size: 4:3",
        "_backgroundColor: red",
        "color: #123",
        "class : a",
        "_transition: fade",
    ],
)
def test_instructions_to_marp_are_no_notes(comment):
    """Of the slide, of the file and of its older versions."""
    found = imported(f"# T\n\n---\n\n# S\n\ntext\n\n<!-- {comment} -->\n")
    assert found.slides == [{"title": "S", "text": "text"}]


@pytest.mark.parametrize(
    ("front", "comment"),
    [
        ("transition: fade", "transition: now on to the costs"),
        ("layout: cover", "image: show them the sea\nurl: https://e.org"),
        ("theme: a\nlayout: cover", "title: ask who knows"),
        ("layout: cover", "width: of the river"),
        ("marp: true", "width: of the river"),
        ("marp: true", ".element of surprise"),
        ("marp: true", "transition: now on to the costs of it"),
        ("title: T", "transition: now on to the costs of it"),
        ("title: T", "paginate: say where the pages are"),
    ],
)
def test_keys_of_other_tools_begin_notes(front, comment):
    """So do more words than a key has as its value."""
    found = imported(f"---\n{front}\n---\n\n# T\n\n---\n\n# S\n\ntext\n\n<!--\n{comment}\n-->\n")
    assert found.slides[-1]["notes"].split() == comment.split()
    assert not any("instructions" in message for _, message in found.messages)


@pytest.mark.parametrize("front", ["layout: cover", "marp: true", "title: T"])
def test_instructions_to_tools_for_markdown_are_no_notes(front):
    """In files of all programs."""
    found = imported(f"---\n{front}\n---\n\n# T\n\n---\n\n# S\n\ntext\n\n<!-- markdownlint-disable -->\n")
    assert "notes" not in found.slides[-1]


@pytest.mark.parametrize("comment", ["class: b", "header: word", "say it"])
def test_many_comments_on_a_slide_are_read_in_time_that_grows_with_them(comment):
    """Each once: functions are called so many times more often as there are more of them."""
    calls = [0, 0]
    imported("# T")  # loads what is loaded once
    for size in range(2):
        text = "---\nmarp: true\n---\n\n# T\n\n---\n\n" + f"<!-- {comment} -->\nx\n\n" * (60 << size)

        def count(frame, event, argument, size=size):
            calls[size] += 1

        sys.setprofile(count)
        try:
            imported(text)
        finally:
            sys.setprofile(None)
    assert calls[1] < 2.3 * calls[0]
