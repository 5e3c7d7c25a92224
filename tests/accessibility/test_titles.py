"""Titles and sections that stand twice are told once for the deck."""

from __future__ import annotations

from tests.projects import Project


def said(folder, *slides: str, head: str = "") -> list[str]:
    """Return the messages about a deck of these slides."""
    deck = f"title: T\n{head}slides:\n" + "".join(f"  - {slide}\n" for slide in slides)
    return [f"{one.code}: {one.message}" for one in Project(folder).read(deck)[1] if one.code == "repeated-title"]


def test_a_title_that_two_slides_have_is_told_with_both(tmp_path):
    """Capitals, spaces and marks make no difference."""
    assert said(tmp_path, "title: Noise", "title: Results", "title: Ships", "title: '**results** '") == [
        "repeated-title: slides share a title: `Results` on slides 2 and 4"
    ]


def test_many_are_one_message_at_the_first_repetition(tmp_path):
    """With the places of some others as notes."""
    slides = [f"title: {name}" for name in "AABBCCDDEE"]
    deck = "title: T\nslides:\n" + "".join(f"  - {slide}\n" for slide in slides)
    (found,) = Project(tmp_path).read(deck)[1]
    named = "`A` on slides 1 and 2, `B` on slides 3 and 4, `C` on slides 5 and 6, and 2 more"
    assert found.message == f"slides share a title: {named}"
    assert found.span and (found.span.line, found.span.column) == (4, 12)
    assert [note.rpartition(":")[0].rpartition(":")[2] for note in found.notes] == ["6", "8", "10", "12"]


def test_parts_of_a_split_slide_share_no_title(tmp_path):
    """They are numbered; slides count as their author counts them, whatever pages they take."""
    items = ", ".join(f"night {number}" for number in range(1, 60))
    slides = ["title: Noise", f"{{title: Nights, bullets: [{items}]}}", "title: Noise"]
    (message,) = said(tmp_path, *slides, head="overflow: split\n")
    assert message == "repeated-title: slides share a title: `Noise` on slides 1 and 3"


def test_a_section_that_begins_twice_is_told(tmp_path):
    """One that is named slide after slide goes on."""
    assert said(tmp_path, "{title: A, section: X}", "{title: B, section: X}", "{title: C, section: Y}") == []
    assert said(tmp_path, "{title: A, section: X}", "{title: B, section: Y}", "{title: C, section: x}") == [
        "repeated-title: section `x` begins on slide 3, and did so on slide 1"
    ]
