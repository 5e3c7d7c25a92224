"""What a generated slide says, as a reader must find it on its parts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that go with others. `on` are those, of which they are on the same parts."""

    words: list[str]
    on: list[str]


@dataclass
class WrittenSlide:
    """A slide's words. `texts` are by place, each of them once on all parts together; a place of rows ends in `table`.

    `repeated` are on each part with any of the words they go with: headings of columns, titles of callouts, headers,
    credits of pictures. `captions` are on the last part with rows alone. What is in `introductions` is never without
    what follows it. `creator` is who made the pictures that are blocks, and `creators` says on which parts these are.
    `footnotes` are by the word that their mark stands behind.
    """

    title: list[str]
    texts: dict[str, list[str]] = field(default_factory=dict)
    repeated: dict[str, list[Beside]] = field(default_factory=dict)
    captions: dict[str, list[Beside]] = field(default_factory=dict)
    introductions: list[Beside] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    creator: str = ""
    creators: list[Beside] = field(default_factory=list)
    picture_credit: list[str] = field(default_factory=list)
    picture_on_each: bool = False
    footnotes: dict[str, list[str]] = field(default_factory=dict)

    @property
    def strip(self) -> list[str]:
        """All words of credits."""
        return [*self.credits, *self.picture_credit, *(word for one in self.creators for word in one.words)]

    def by_place(self) -> list[tuple[str, list[str]]]:
        """Return all words but credits and footnotes, by the places that they stand in."""
        found = [("title", self.title), *self.texts.items()]
        for among in (self.repeated, self.captions):
            found += [(place, one.words) for place, all_ in among.items() for one in all_]
        return found
