"""Slides of which somebody typed all words anew: each is still that slide, by the id that PowerPoint keeps."""

from __future__ import annotations

from typing import Any

import pytest
from pptx.util import Pt

from tests.merging.presentations import built, edited, merged
from tests.projects import run

DECK = """\
title: The quay
language: en-GB
slides:
  - title: The quay
  - title: In short
    text: See [what it costs](#costs).
  - title: What it costs
    # Of last year.
    id: costs
    minutes: 3
    text: Close the quay at night.
  - title: Thanks
    text: Good bye to all.
"""
RETYPED = DECK.replace("- title: What it costs", "- title: Our price").replace(
    "Close the quay at night", "Eight, all told"
)


def retype(found: Any, number: int, title: str, words: str) -> None:
    """Type the title and the text of a slide, by its number from 1, anew."""
    slide = found.slides[number - 1]
    body = next(one for one in slide.placeholders if one.name == "Text")
    for frame, text in ((slide.shapes.title.text_frame, title), (body.text_frame, words)):
        frame.paragraphs[0].runs[0].text = text


def retyped(found: Any) -> None:
    """Type the third slide anew."""
    retype(found, 3, "Our price", "Eight, all told.")


def renumbered(found: Any) -> None:
    """Give slides other ids, as programs do that know of none."""
    for number, one in enumerate(found.slides._sldIdLst):
        one.set("id", str(300 + number))


def remove(found: Any, number: int) -> None:
    """Remove a slide, by its number from 1."""
    found.slides._sldIdLst.remove(found.slides._sldIdLst[number - 1])


def test_a_slide_that_was_typed_anew_keeps_its_settings(project):
    """Its id, its minutes and its comments; it is told as changed."""
    text, result = merged(project, DECK, retyped)
    assert (result.exit_code, text) == (0, RETYPED), result.stdout
    assert "“Our price” changed" in result.stdout and "removed" not in result.stdout


def test_diff_tells_it_as_changed(project):
    """With its title and its text."""
    result = run("diff", built(project, DECK), edited(built(project, DECK), retyped))
    assert "slide 3 “Our price” changed\n  title: [-What it costs-]{+Our price+}\n" in result.stdout
    assert "removed" not in result.stdout and "added" not in result.stdout


def test_one_between_slides_that_came_and_went_does_so_too(project):
    """Ids are as sure as before where slides were added and removed around it."""

    def change(found: Any) -> None:
        retyped(found)
        slide = found.slides.add_slide(found.slides[1].slide_layout)
        slide.shapes.title.text = "One more thing"
        remove(found, 2)

    text, _ = merged(project, DECK, change)
    assert (
        "  - title: Our price\n    # Of last year.\n    id: costs\n    minutes: 3\n    text: Eight, all told.\n" in text
    )
    assert "In short" not in text and "One more thing" in text


@pytest.mark.parametrize("base", ["deck", "presentation"])
def test_what_changed_meanwhile_stays(base, project):
    """The slide is known among those that the presentation was made of."""
    sent = edited(built(project, DECK), retyped)
    old = project.folder / "old.yaml"
    old.write_text(DECK)
    project.write(DECK.replace("  - title: Thanks", "  - title: Mine\n    text: I wrote this.\n  - title: Thanks"))
    was = old if base == "deck" else project.folder / "build/deck.pptx"
    result = run("merge", project.deck, sent, "--base", was)
    text = project.deck.read_text()
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "id: costs\n    minutes: 3\n    text: Eight, all told.\n" in text and "- title: Mine" in text


def test_other_ids_tell_nothing(project):
    """Then one slide went, and another one came."""

    def change(found: Any) -> None:
        retyped(found)
        renumbered(found)

    result = run("diff", built(project, DECK), edited(built(project, DECK), change))
    assert "slide 3 “What it costs” removed" in result.stdout and "slide 3 “Our price” added" in result.stdout


def test_a_slide_to_which_others_link_stays_where_ids_tell_nothing(project):
    """What came may be what it is now; where nothing came, it goes."""

    def change(found: Any) -> None:
        retyped(found)
        renumbered(found)

    text, result = merged(project, DECK, change)
    assert result.exit_code == 1 and "id: costs" in text and "Our price" in text
    assert "“What it costs” stays in the deck: other slides link to `#costs`, and a slide that came" in result.stdout
    text, result = merged(project, DECK, lambda found: remove(found, 3))
    assert result.exit_code == 0 and "id: costs" not in text


def test_what_no_deck_has_a_place_for_is_told_of_it_only_if_it_is_new(project):
    """A picture that was cropped before its words were typed anew is no edit, to `diff` and to `merge`."""

    def crop(found: Any) -> None:
        found.slides[2].shapes.add_picture(str(project.folder / "crane.png"), Pt(400), Pt(300)).crop_left = 0.2

    project.picture("crane.png", size=(64, 48))
    first = edited(built(project, DECK), crop).rename(project.folder / "first.pptx")
    second = edited(first, retyped).rename(project.folder / "second.pptx")
    result = run("diff", first, second)
    assert "slide 3 “Our price” changed" in result.stdout and "cropped" not in result.stderr, result.stderr
    result = run("merge", project.deck, second, "--base", first)
    assert "id: costs\n    minutes: 3\n    text: Eight, all told.\n" in project.deck.read_text()
    assert "cropped" not in result.stderr, result.stderr
    result = run("diff", second, built(project, DECK))
    assert "a picture that was cropped is there whole, on slide 3\n" in result.stderr, result.stderr
