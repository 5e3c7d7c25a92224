"""What a text holds once it is read: paragraphs, lists, headings and quotations, in words; and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span
from deckmaker.resolve.passages import Passage


@dataclass(frozen=True, slots=True)
class Highlight:
    """Lines of code that stand out: their numbers as typed at `span`, and the number of the code's `first` line."""

    asked: tuple[str, ...]
    span: Span
    first: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, or the lines of code."""

    passage: Passage
    is_code: bool = False
    language: str = ""
    """Of code, if it is one of those that have colours."""
    highlight: Highlight | None = None
    """Of code, the lines that stand out."""


@dataclass(frozen=True, slots=True)
class Running:
    """Paragraphs, one behind the other."""

    paragraphs: tuple[Words, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, whose paragraphs stand on lines of their own; `number` is None in a bulleted list."""

    paragraphs: tuple[Words, ...]
    level: int
    number: int | None
    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class List:
    """The items of a list, each followed by those that are nested in it."""

    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Head:
    """A heading."""

    words: Words
    span: Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, and who is quoted."""

    paragraphs: tuple[Words, ...]
    by: Words | None
    span: Span


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of code that stand by themselves."""

    words: Words
    span: Span


Part = Running | List | Head | Quoted | Listing


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a part of a text, and the code under which that is reported."""

    message: str
    span: Span
    help: str
    code: str = "wrong-value"


@dataclass(slots=True)
class ReadText:
    """A text as read: its parts in order, and what is to be told of it."""

    parts: list[Part] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def words(self) -> Iterator[Words]:
        """All paragraphs of all parts, in order."""
        for part in self.parts:
            match part:
                case Running(paragraphs=paragraphs) | Quoted(paragraphs=paragraphs):
                    yield from paragraphs
                case List(items=items):
                    yield from (words for item in items for words in item.paragraphs)
                case Head(words=words) | Listing(words=words):
                    yield words
