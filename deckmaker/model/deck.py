"""The deck and its slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.model.block import Block, ChangeText
from deckmaker.model.credit import Credit
from deckmaker.model.logo import Logo
from deckmaker.model.overflow import Overflow
from deckmaker.model.paper import PaperSettings
from deckmaker.model.text import Paragraph

TRAIL_SEPARATOR, TRAIL_CUT = " / ", "…"
"""What stands between the parts of a trail, and for what of it has no room."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `layout` is what the author asked for, None where the rule decides; `notes` are plain paragraphs and
    items of lists, without marks.

    `further_credits` are those that belong to none of its blocks. `within` is the section that it stands in, None where
    its own title says that. `minutes` are those that the presenter means to take, the deck's shared out; None where
    nobody says. One that is `hidden` is no part of the talk, nor are those of the `appendix`, behind it. Links and
    other decks know it by its `id`. What stands in an order appears one by one on a slide that is `incremental`;
    `incremental_span` is where it says so itself. `marking` says how far it may be passed on: its own, or the deck's;
    `marking_span` is where it says so itself.
    """

    title: Paragraph | None
    section: str | None
    layout: str | None
    layout_span: Span = field(repr=False, compare=False)
    blocks: tuple[Block, ...]
    further_credits: tuple[Credit, ...]
    credits_span: Span = field(repr=False, compare=False)
    notes: tuple[Paragraph, ...]
    span: Span = field(repr=False, compare=False)
    overflow: Overflow = field(default_factory=Overflow)
    within: str | None = None
    minutes: float | None = None
    hidden: bool = False
    appendix: bool = False
    id: str | None = None
    incremental: bool = False
    incremental_span: Span | None = field(default=None, repr=False, compare=False)
    marking: str | None = None
    marking_span: Span | None = field(default=None, repr=False, compare=False)

    def walk(self) -> Iterator[Block]:
        """Yield its blocks and all that is in them, in reading order."""
        for block in self.blocks:
            yield from block.walk()

    @property
    def credits(self) -> tuple[Credit, ...]:
        """All of its credits: those of its blocks in reading order, then the others."""
        return (*(credit for block in self.blocks for credit in block.credits()), *self.further_credits)

    @property
    def texts(self) -> Iterator[Paragraph]:
        """All of its texts in which there may be marks, but for what the deck adds."""
        if self.title:
            yield self.title
        for block in self.blocks:
            yield from block.texts()

    def map_texts(self, change: ChangeText) -> Slide:
        """Return it with each of those texts changed, in reading order."""
        title = self.title and change(self.title)
        return replace(self, title=title, blocks=tuple(block.map_texts(change) for block in self.blocks))

    def has(self, kind: type[Block]) -> bool:
        """Tell whether one of its own blocks is of that kind; what is in others does not count."""
        return any(isinstance(block, kind) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class CreditSettings:
    """Where a deck shows its credits (slide, end or both), and what stands for addresses on paper (names or urls)."""

    where: str = "slide"
    print: str = "names"


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. `language` is a BCP 47 tag; `use` is what the deck is for, such as commercial.

    `license` is the deck's own, written as a credit's is. `reasons` say, by code, why the deck sets a severity. `paper`
    is what it wants of its PDF files. `minutes` are those that the presenter means to take in all; None where nobody
    says. One that `is_for_all` holds nothing that some readers are not to see. `marking` says how far the whole
    may be passed on.
    """

    title: str
    subtitle: Paragraph | None
    author: str | None
    date: str | None
    language: str
    trail: tuple[str, ...]
    footer: str | None
    logo: Logo | None
    credits: CreditSettings
    use: str | None
    license: str | None
    reasons: Mapping[str, str]
    slides: tuple[Slide, ...]
    spans: Mapping[str, Span] = field(repr=False, compare=False)
    span: Span = field(repr=False, compare=False)
    paper: PaperSettings = field(default_factory=PaperSettings)
    minutes: float | None = None
    is_for_all: bool = True
    marking: str | None = None
