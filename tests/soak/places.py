"""Where words must stand: within the page and their places, none on another, and all above the strip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout
from tests.soak.overfull import COLUMNS
from tests.soak.pages import ReadPage
from tests.soak.single_words import words_in
from tests.soak.written import WrittenSlide

SLACK = 1.0
"""Points by which a word's box may reach out of its place on a side."""

TIGHT = 0.017
"""The same as a share of its height: large titles are set closer than their letters are wide, by up to twice that where
they have become small (1 point at 30), and the mark of a footnote begins where a letter's box has not ended."""

DESCENT = 0.15
"""The share of its height by which a word's box, as high as its font, may reach out of its line as well."""


def check_frames(pages: list[ReadPage]) -> None:
    """Every frame lies in the page, and on no other."""
    for page in pages:
        for frame in page.frames:
            assert page.size and _lies_in(frame, Rect(0, 0, *page.size), 0.1), frame
        meeting = [pair for pair in combinations(page.frames, 2) if pair[0].overlaps(_smaller(pair[1], 0.1))]
        assert not meeting, meeting


def check_places(written: WrittenSlide, page: ReadPage, layout: SlideLayout, gutter: float) -> None:
    """Every word lies in the page and its place, on no other word, and above the strip if it is none of it.

    Two columns are `gutter` points apart; one that goes on alone may have the other's width.
    """
    assert page.size
    shown = [
        one for one in COLUMNS if any(_boxes(page, words) for place, words in written.by_place() if _within(place, one))
    ]
    for text, box in page.boxes:
        assert _lies_in(box, Rect(0, 0, *page.size), 0), text
    assert [f"{one[0]}, {other[0]}" for one, other in _meeting(page.boxes)] == []
    strip = _boxes(page, written.strip)
    footnotes = _boxes(page, [word for words in written.footnotes.values() for word in words])
    above = [box for slot, words in written.by_place() for box in _boxes(page, words)]
    assert all(box.y >= _lowest(above) - SLACK for box in footnotes)
    assert all(box.y >= _lowest([*above, *footnotes]) - SLACK for box in strip)
    assert all(box.bottom <= layout.slots["credits"].rect.bottom + SLACK for box in strip)
    for slot, words in written.by_place():
        for box in _boxes(page, words):
            line = Rect(box.x, box.y + DESCENT * box.height, box.width, (1 - 2 * DESCENT) * box.height)
            assert _lies_in(line, _place(slot, layout, gutter, shown), SLACK), f"{slot}: {box}"


def _lowest(boxes: list[Rect]) -> float:
    return max((box.bottom - DESCENT * box.height for box in boxes), default=0.0)


def _place(slot: str, layout: SlideLayout, gutter: float, columns: list[str]) -> Rect:
    """Return where a slot's words may stand: tables and columns in the body, which may be wider for them.

    `columns` are those that have words on the page.
    """
    if slot in layout.slots:
        return layout.slots[slot].rect
    body = layout.slots["body"]
    assert body.wide
    wide = Rect(body.wide.x, body.top, body.wide.width, body.wide.bottom - body.top)
    column = next((one for one in COLUMNS if _within(slot, one)), None)
    if column is None or columns == [column]:
        return wide
    width = (wide.width - gutter) / len(COLUMNS)
    return replace(wide, x=wide.x + COLUMNS.index(column) * (width + gutter), width=width)


def _within(place: str, column: str) -> bool:
    """Tell whether a place is a column, or the rows of a table in it."""
    return place.startswith(column)


def _boxes(page: ReadPage, words: list[str]) -> list[Rect]:
    asked = set(words)
    return [box for text, box in page.boxes if asked.intersection(words_in(text))]


def _lies_in(box: Rect, other: Rect, slack: float) -> bool:
    return (
        box.x >= other.x - slack
        and box.y >= other.y - slack
        and box.right <= other.right + slack
        and box.bottom <= other.bottom + slack
    )


def _smaller(box: Rect, by: float) -> Rect:
    return Rect(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _meet(box: Rect, other: Rect) -> bool:
    """Tell whether one word lies on another: the mark of a footnote is as close to a large word as a letter of that."""
    slack = max(SLACK / 2, TIGHT * max(box.height, other.height))
    return _smaller(box, slack).overlaps(_smaller(other, slack))


def _meeting(boxes: tuple[tuple[str, Rect], ...]) -> Iterator[tuple[tuple[str, Rect], tuple[str, Rect]]]:
    """Yield pairs of words of which one lies on the other."""
    sorted_boxes = sorted(boxes, key=lambda one: one[1].y)
    for index, (text, box) in enumerate(sorted_boxes):
        for other in sorted_boxes[index + 1 :]:
            if other[1].y >= box.bottom:
                break
            if _meet(box, other[1]):
                yield (text, box), other
