"""`minutes` of slides and of the deck: who has how many, and what is wrong with them."""

from __future__ import annotations

import pytest

from tests.projects import Project


def planned(folder, deck: str, *slides: str):
    """Return how long the pages and the whole are planned to take, and the messages."""
    written = "".join(f"  - title: S{index}\n{slide}" for index, slide in enumerate(slides))
    document, found = Project(folder).read(f"title: T\n{deck}slides:\n{written}")
    said = [(one.code, one.message) for one in found]
    return ([page.minutes for page in document.pages], document.minutes, said) if document else said


def minutes(number: float) -> str:
    """Return what a slide says of its time."""
    return f"    minutes: {number}\n"


def test_nobody_says(tmp_path):
    """No slide has a time, nor has the deck."""
    assert planned(tmp_path, "", "", "") == ([None, None], None, [])


def test_the_decks_time_is_shared_out(tmp_path):
    """In equal parts."""
    assert planned(tmp_path, "minutes: 9\n", "", "", "", "") == ([2.25] * 4, 9, [])


def test_slides_times_are_added(tmp_path):
    """Where the deck says nothing. What slides leave open stays open."""
    assert planned(tmp_path, "", minutes(1.5), "", minutes(2)) == ([1.5, None, 2], 3.5, [])


def test_slides_without_time_share_what_others_leave(tmp_path):
    """Of the deck's."""
    assert planned(tmp_path, "minutes: 10\n", minutes(4), "", "") == ([4, 3, 3], 10, [])


def test_a_deck_may_have_more_than_its_slides(tmp_path):
    """Time for questions, say."""
    assert planned(tmp_path, "minutes: 10\n", minutes(4), minutes(2)) == ([4, 2], 10, [])


def test_slides_that_want_more_than_the_deck_has_are_told(tmp_path):
    """None is left for others."""
    pages, whole, said = planned(tmp_path, "minutes: 5\n", minutes(4), minutes(2.5), "")
    assert (pages, whole) == ([4, 2.5, 0], 5)
    assert said == [("too-many-minutes", "the slides' `minutes` are 6.5 together, the deck's 5")]


def test_parts_of_a_split_slide_share_its_time(tmp_path):
    """Equally."""
    bullets = "    overflow: split\n    minutes: 6\n    bullets:\n" + "      - The quay is quieter at night\n" * 40
    pages, whole, _ = planned(tmp_path, "", "", bullets)
    count = len(pages) - 1
    assert count > 1
    assert pages == [None, *[6 / count] * count]
    assert whole == 6


@pytest.mark.parametrize("wrong", ["0", "-2", "1441", "five", "[1]", ".inf", "''"])
@pytest.mark.parametrize("place", ["deck", "slide"])
def test_wrong_ones_are_refused(wrong, place, tmp_path):
    """What is no positive number of minutes within a day: at its own place, and nothing is built."""
    said = planned(tmp_path, *((f"minutes: {wrong}\n", "") if place == "deck" else ("", f"    minutes: {wrong}\n")))
    assert [code for code, _ in said] in (["wrong-value"], ["wrong-type"])
    assert "minutes" in said[0][1]
