"""What a deck says, as plain texts under names that its author knows. Two decks are compared by these."""

from __future__ import annotations

from enum import Enum

from deckmaker.dataclasses import dataclass, field

TEX = "tex"
"""The name of a fact that is a formula in LaTeX, which programs that save a presentation spell anew."""


class Kind(Enum):
    """What a fact is about; `DATUM` is a chart's value, `SETTING` anything that is neither shown nor said as it is."""

    TEXT = "text"
    NOTES = "notes"
    CELL = "cell"
    DATUM = "datum"
    PICTURE = "picture"
    CREDIT = "credit"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said, under a name, such as `alt`. `identity` tells apart what reads the same, such as two
    files of one name.

    One that `follows` comes of the others: the text that speaks a chart's numbers. It is told where no other has
    changed.
    """

    name: str
    kind: Kind
    value: str
    identity: str = ""
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A slide, a block, or a part of a block: a row, a series, an event. `label` says which one it is, to people.

    `columns` are the headers of what stands in rows under them; the facts of the `parts` are named by their places
    there, from 0.
    """

    kind: str
    facts: tuple[Fact, ...] = ()
    parts: tuple[Part, ...] = ()
    columns: tuple[str, ...] = ()
    label: str = field(default="", compare=False)

    @property
    def words(self) -> list[str]:
        """The words of all that it shows or says, by which it is known again; many have the same settings."""
        own = [word for fact in self.facts if fact.kind is not Kind.SETTING for word in fact.value.split()]
        return own + [word for part in self.parts for word in part.words]


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """A slide: its number among the slides as they are written, from 1, its title, and what it says.

    `pages` are the numbers of the pages that show it, from 1: several where it is split. By its `id` others include it.
    """

    number: int
    title: str
    part: Part
    pages: tuple[int, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """A deck: its name to people, what it says of itself, and its slides."""

    name: str
    language: str
    part: Part
    slides: tuple[SlideFacts, ...]
