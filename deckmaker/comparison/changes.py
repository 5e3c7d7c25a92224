"""What has changed, as values: the same for every form in which it is told."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from deckmaker.comparison.facts import Kind
from deckmaker.dataclasses import dataclass, replace


class Way(Enum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A change within a slide, or of what a deck says of itself. `place` leads to it from the slide: block, row, name.

    `old` and `new` are what was and is said there, None where nothing was or is. Where both are the same text, what it
    names has changed: a picture's pixels, a theme's file.
    """

    way: Way
    kind: Kind | None
    place: tuple[str, ...]
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class SlideChange:
    """A slide that is not as it was: its numbers before and now, from 1, None where it was not or is no more there.

    `ways` are what became of it: a slide may have moved and changed. `pages` are those that showed and show it.
    """

    old: int | None
    new: int | None
    title: str
    ways: tuple[Way, ...]
    changes: tuple[Change, ...] = ()
    old_pages: tuple[int, ...] = ()
    new_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two decks compared: their names, the language of the new one, what has changed of the deck itself, and slides.

    `same` counts the slides that are as they were. `example` is one of these, on which changes of the deck itself show;
    None where there is none.
    """

    old: str
    new: str
    language: str
    deck: tuple[Change, ...]
    slides: tuple[SlideChange, ...]
    same: int
    example: SlideChange | None = None

    @property
    def is_same(self) -> bool:
        """Whether there is no difference."""
        return not self.deck and not self.slides

    def only(self, is_told: Callable[[Change, SlideChange | None], bool]) -> Comparison:
        """Return it with those changes alone that `is_told` holds of, each with its slide; None for those of the deck.

        A slide that had changed in nothing else is as it was.
        """
        slides = []
        for slide in self.slides:
            changes = tuple(one for one in slide.changes if is_told(one, slide))
            ways = tuple(way for way in slide.ways if changes or not slide.changes or way is not Way.CHANGED)
            if ways:
                slides.append(replace(slide, changes=changes, ways=ways))
        deck = tuple(one for one in self.deck if is_told(one, None))
        return replace(self, deck=deck, slides=tuple(slides), same=self.same + len(self.slides) - len(slides))
