"""Tags that name items on a picture, each beside its item, where it hides the fewest words and no other tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.labels import Label

SIZE = 7.0
"""Points of a tag's words: small, and still two pixels to a stem where a PNG is read."""

HEIGHT = 10.0
PADDING = 3.0
BASELINE = 7.4
"""Below a tag's top."""

_HIDDEN_TAG, _HIDDEN_WORDS, _FURTHER = 20.0, 4.0, 6.0
"""What is lost with a square point of another tag or of words, and with each place that is further down the list."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in its place; `ink` is the colour behind its words."""

    label: Label
    ink: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Wanted:
    """A tag that is wanted: its `text`, its colour `ink`, and the box that it names, in points."""

    text: str
    ink: str
    box: Rect


def placed_tags(wanted: Sequence[Wanted], words: Sequence[Rect], page: Rect) -> list[Tag]:
    """Place tags on a page on which `words` stand, one after another, each in its best place."""
    tags: list[Tag] = []
    for one in wanted:
        label = Label(one.text, SIZE).within(page.width - 2 * PADDING)
        size = Rect(0, 0, label.width + 2 * PADDING, HEIGHT)
        places = [_on_page(place, page) for place in _places(one.box, size)]
        taken = [tag.rect for tag in tags]
        losses = [
            _HIDDEN_TAG * _overlap(place, taken) + _HIDDEN_WORDS * _overlap(place, words) + _FURTHER * number
            for number, place in enumerate(places)
        ]
        tags.append(Tag(label, one.ink, places[losses.index(min(losses))]))
    return tags


def _places(box: Rect, tag: Rect) -> Iterator[Rect]:
    """Yield where a tag may stand at a box, the best first: outside it, then in its corners, then further away."""
    left, right = box.x, box.right - tag.width
    above, below = box.y - tag.height, box.bottom
    inside = (box.y, box.bottom - tag.height)
    heights = (above, below, *inside, above - tag.height, below + tag.height)
    for y in heights:
        for x in (left, right):
            yield replace(tag, x=x, y=y)


def _on_page(place: Rect, page: Rect) -> Rect:
    x = min(max(place.x, page.x), page.right - place.width)
    y = min(max(place.y, page.y), page.bottom - place.height)
    return replace(place, x=x, y=y)


def _overlap(place: Rect, others: Sequence[Rect]) -> float:
    shared = (place.within(other) for other in others if place.overlaps(other))
    return sum(one.width * one.height for one in shared)
