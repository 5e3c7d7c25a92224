"""Texts that do not fit: whole messages that name the slide, the slot and the excess."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

SHRUNK = "overflow: {way: shrink, then: error}\n"
FIRST = "title: T\nslides:\n  - title: A\n"


HOUSE = """\
extends: briefing
grid: {baseline: 3}
styles: {body: {size: 24, min: 14, leading: 1.1, gap: 0.6}}
layouts: {content: {slots: {body: {top: 168, bottom: 66}}}}
"""


def test_a_text_that_is_too_long_is_an_error_with_its_excess(tmp_path):
    """In points and in lines, at the smallest size that the style allows: 20 lines of 15.5 points, 19 gaps of 9."""
    (tmp_path / "house.yaml").write_text(HOUSE, encoding="utf-8")
    bullets = ", ".join(f"No {number}" for number in range(1, 20))
    assert (
        Project(tmp_path).said(
            f"theme: ../house.yaml\n{SHRUNK}{FIRST}  - title: B\n    text: No 0\n    bullets: [{bullets}]\n"
        )
        == """\
error[text-too-long]: slide 2: its text is 141 points (10 lines) too tall at its smallest size, 14 points
 --> decks/deck.yaml:7:11
  |
7 |     text: No 0
  |           ^^^^
  = help: shorten the text, let it go on on another slide (`then: split`), or choose a layout with more room"""
    )


def test_a_text_that_may_not_shrink_is_an_error_at_its_size(tmp_path):
    """20 lines of 28.5 points, 19 gaps of 15; with all three ways out."""
    bullets = ", ".join(f"No {number}" for number in range(20))
    deck = f"{FIRST}  - title: B\n    overflow: error\n    bullets: [{bullets}]\n"
    assert (
        Project(tmp_path).said(deck)
        == f"""\
error[text-too-long]: slide 2: its text is 497 points (18 lines) too tall at its size, 24 points
 --> decks/deck.yaml:6:14
  |
6 |     bullets: [{bullets}]
  |              {"^" * (len(bullets) + 2)}
  = help: shorten the text, let it shrink or go on on another slide (`overflow: shrink` or `split`), or choose a \
layout with more room"""
    )


def test_a_word_that_is_too_wide_is_an_error_with_its_excess(tmp_path):
    """It has no place to break at."""
    _, diagnostics = Project(tmp_path).read(f"{FIRST}  - title: B\n    text: {'n' * 200}\n")
    (one,) = diagnostics
    assert one.code == "text-too-long"
    assert one.message.startswith("slide 2: its text is ")
    assert one.message.endswith(" points too wide, in a word that cannot be broken at its smallest size, 15 points")


def test_every_slide_that_is_too_long_is_reported_in_one_run(tmp_path):
    """Nobody mends one slide to read of the next."""
    long = "    text: " + "word " * 600 + "\n"
    _, diagnostics = Project(tmp_path).read(SHRUNK + FIRST + f"  - title: B\n{long}  - title: C\n  - title: D\n{long}")
    assert [one.message.split(":")[0] for one in diagnostics] == ["slide 2", "slide 4"]


def test_a_title_is_held_to_its_place_too(tmp_path):
    """Its slot is named."""
    _, diagnostics = Project(tmp_path).read(f"{FIRST}  - title: {'Long words ' * 60}\n    text: b\n")
    assert [one.message.split("`")[1] for one in diagnostics] == ["title"]


@pytest.mark.parametrize(("character", "number"), [("漢", "6F22"), ("😀", "1F600")])
def test_a_character_without_glyph_is_an_error(character, number, tmp_path):
    """It would be an empty box in the PDF."""
    _, diagnostics = Project(tmp_path).read(f"{FIRST}  - title: B\n    text: a {character} b {character}\n")
    assert [(one.code, one.message, one.span.line) for one in diagnostics] == [
        ("missing-glyph", f"slide 2: no font can show `{character}` (U+{number})", 5)
    ]


def test_many_characters_without_glyph_are_one_message_at_their_own_item(tmp_path):
    """Not one for each, and not at the slide's first text."""
    text = f"{FIRST}  - title: B\n    text: plain\n    bullets:\n      - fine\n      - 天地玄黃宇宙洪荒日月\n"
    (one,) = Project(tmp_path).read(text)[1]
    assert one.span.line == 8
    assert one.message.startswith("slide 2: no font can show `天` (U+5929), `地` (U+5730), ")
    assert one.message.endswith(", `荒` (U+8352) and 2 more")


def test_what_is_wrong_in_credits_is_marked_there(tmp_path):
    """And not at the slide, whose title has no such sign."""
    said = Project(tmp_path).said(DECK + '    text: x\n    credits: [{creator: "A \\uE000"}]\n')
    assert said.startswith("error[missing-glyph]: slide 1: ")
    assert "decks/deck.yaml:5:14" in said
