"""The checks of overfull decks find what is cut, doubled, parted in a wrong order, or out of its place."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

from deckmaker.model.geometry import Rect
from tests.projects import briefing
from tests.soak.nothing_cut import check_footnotes, check_once, check_repeated
from tests.soak.pages import ReadPage
from tests.soak.places import check_frames, check_places
from tests.soak.single_words import words_in
from tests.soak.written import WrittenSlide

WRITTEN = WrittenSlide(["noise"], {"body": ["reefer", "ship", "at", "berth"]}, credits=["board"])


def page(text: str, *boxes: tuple[str, Rect], frames: tuple[Rect, ...] = ()) -> ReadPage:
    return ReadPage(text, tuple(words_in(text)), (960, 540), boxes, frames)


WHOLE = [page("Noise (1/2) Reefer ship. Board"), page("Noise (2/2) At berth. Board")]


def test_what_is_whole_passes() -> None:
    """Two parts, each with the title."""
    check_once(WRITTEN, WHOLE)
    check_repeated(WRITTEN, WHOLE)


@pytest.mark.parametrize("text", ["At.", "At berth. Berth.", "Berth at.", "Ship at berth."])
def test_words_that_are_cut_doubled_or_moved_are_found_out(text: str) -> None:
    """On the second part."""
    with pytest.raises(AssertionError):
        check_once(WRITTEN, [WHOLE[0], page(f"Noise (2/2) {text}")])


@pytest.mark.parametrize("text", ["(2/2) At berth.", "Noise At berth.", "Noise (2/3) At berth."])
def test_titles_without_words_or_number_are_found_out(text: str) -> None:
    """On any part."""
    with pytest.raises(AssertionError):
        check_repeated(WRITTEN, [WHOLE[0], page(text)])


RIGHT = {"Reefer": Rect(48, 200, 60, 20), "ship": Rect(115, 200, 40, 20), "Board": Rect(48, 510, 30, 12)}
"""Words in their places on a page of text."""


def test_words_in_their_places_pass() -> None:
    """Text and strip."""
    check_places(WRITTEN, page("", *RIGHT.items()), briefing().layouts["content"], 36)


def test_the_mark_of_a_footnote_may_follow_a_large_word_closely() -> None:
    """As in a title of 66 points whose letters are 1.2 points closer than they are wide; not of a word of 20."""
    for height in (66, 20):
        boxes = {"Reefer": Rect(48, 200, 60, height), "ship": Rect(106.8, 200, 20, height / 2), "Board": RIGHT["Board"]}
        with pytest.raises(AssertionError) if height == 20 else nullcontext():
            check_places(WRITTEN, page("", *boxes.items()), briefing().layouts["content"], 36)


@pytest.mark.parametrize(
    "moved",
    [
        {"ship": Rect(100, 205, 40, 20)},
        {"ship": Rect(930, 200, 40, 20)},
        {"ship": Rect(20, 200, 20, 20)},
        {"Board": Rect(48, 215, 30, 12)},
        {"Board": Rect(48, 525, 30, 12)},
    ],
)
def test_words_out_of_their_places_are_found_out(moved: dict[str, Rect]) -> None:
    """On another, off the page, in the margin; a strip beside the text, and one too low."""
    with pytest.raises(AssertionError):
        check_places(WRITTEN, page("", *(RIGHT | moved).items()), briefing().layouts["content"], 36)


def test_a_word_in_the_other_column_is_found_out() -> None:
    """The first reaches from 48 to 462 points, the second from 498 to 912."""
    written = WrittenSlide([], {"column 1": ["reefer"], "column 2": ["ship"]})
    layout = briefing().layouts["columns"]
    boxes = {"reefer": Rect(400, 250, 60, 20), "ship": Rect(498, 250, 40, 20)}
    check_places(written, page("", *boxes.items()), layout, 36)
    for place in (Rect(490, 250, 40, 20), Rect(100, 250, 40, 20)):
        with pytest.raises(AssertionError):
            check_places(written, page("", *(boxes | {"ship": place}).items()), layout, 36)


@pytest.mark.parametrize("frame", [Rect(100, 100, 50, 50), Rect(900, 300, 70, 50)])
def test_frames_that_meet_or_leave_the_page_are_found_out(frame: Rect) -> None:
    """Such as those of tables that are higher than their place."""
    right = page("", frames=(Rect(50, 50, 100, 100),))
    check_frames([right])
    with pytest.raises(AssertionError):
        check_frames([replace(right, frames=(*right.frames, frame))])


@pytest.mark.parametrize(
    ("first", "second"),
    [("Reefer ship", "berth. Cold"), ("Reefer ship. Cold", "berth. Cold"), ("Reefer ship.", "berth.")],
)
def test_a_footnote_on_the_part_of_another_mark_is_found_out(first: str, second: str) -> None:
    """And one that is on both, or on none."""
    written = replace(WRITTEN, footnotes={"ship": ["cold"]})
    check_footnotes(written, [page("Reefer ship. Cold"), page("berth.")])
    with pytest.raises(AssertionError):
        check_footnotes(written, [page(first), page(second)])


def test_a_footnote_on_a_text_or_on_the_strip_is_found_out() -> None:
    """Its words lie between theirs."""
    written = replace(WRITTEN, footnotes={"ship": ["cold"]})
    layout = briefing().layouts["content"]
    body, strip = ("ship", Rect(60, 400, 40, 20)), ("board", Rect(50, 507, 40, 12))
    check_places(written, page("", body, ("cold", Rect(60, 470, 40, 12)), strip), layout, 36)
    for place in (Rect(160, 410, 40, 12), Rect(160, 508, 40, 12)):
        with pytest.raises(AssertionError):
            check_places(written, page("", body, ("cold", place), strip), layout, 36)
