"""What a slide holds: blocks. Each knows its children, its texts and its credits, and nothing of points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Self

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.model.credit import Credit
from deckmaker.model.overflow import Overflow
from deckmaker.model.text import Paragraph

ChangeText = Callable[[Paragraph], Paragraph]


class Block:
    """A part of a slide that its author wrote as one thing: a text, a picture, a table, columns.

    A kind of block is a frozen dataclass. It says what is its own; what holds other blocks says which, and everything
    that is asked of all texts, pictures or credits of a slide is answered from that.
    """

    __slots__ = ()

    span: Span
    """Where the author wrote it."""

    shows_data: ClassVar[bool] = False
    """Whether it shows figures rather than words: who is credited for it is credited for data."""

    def children(self) -> Iterator[Block]:
        """Yield the blocks in it, in reading order."""
        return iter(())

    def with_children(self, children: Iterable[Block]) -> Self:
        """Return it with other blocks in place of its own, one for each, in the same order."""
        return self

    def own_texts(self) -> Iterator[Paragraph]:
        """Yield its own texts in which there may be marks, in reading order; not those of its children."""
        return iter(())

    def map_own_texts(self, change: ChangeText) -> Self:
        """Return it with each of its own texts changed, in reading order."""
        return self

    def own_credits(self) -> tuple[Credit, ...]:
        """Return the credits that go where it goes."""
        return ()

    def walk(self) -> Iterator[Block]:
        """Yield it and all blocks in it, in reading order."""
        yield self
        for child in self.children():
            if type(child).children is Block.children:  # most hold none, and a slide is walked for each of its parts
                yield child
            else:
                yield from child.walk()

    def texts(self) -> Iterator[Paragraph]:
        """Yield all texts in it, in reading order."""
        for block in self.walk():
            yield from block.own_texts()

    def map_texts(self, change: ChangeText) -> Self:
        """Return it with each text in it changed, in reading order."""
        changed = self.map_own_texts(change)
        return changed.with_children([child.map_texts(change) for child in changed.children()])

    def map_blocks(self, change: Callable[[Block], Block]) -> Block:
        """Return it with each block in it changed, the innermost first."""
        return change(self.with_children([child.map_blocks(change) for child in self.children()]))

    def credits(self) -> Iterator[Credit]:
        """Yield all credits in it, in reading order."""
        for block in self.walk():
            yield from block.own_credits()


@dataclass(frozen=True, slots=True)
class TextBlock(Block):
    """Paragraphs that belong together: running text or a list."""

    paragraphs: tuple[Paragraph, ...]
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        return iter(self.paragraphs)

    def map_own_texts(self, change: ChangeText) -> Self:
        return replace(self, paragraphs=tuple(map(change, self.paragraphs)))


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading inside a slide, which stays with what follows it."""

    paragraph: Paragraph
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        yield self.paragraph

    def map_own_texts(self, change: ChangeText) -> Self:
        return replace(self, paragraph=change(self.paragraph))


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture on disk; `width` and `height` in pixels, upright.

    `media_type`, such as image/jpeg, is that of what outputs hold, not of the file. `stamp` is what told the file from
    others when it was looked at: size in bytes, last change in nanoseconds, device and number. `packet` is what outputs
    write into it of whose it is, as XMP: its own rights, and those that the deck adds. `vector` tells that it is a
    drawing, which outputs can hold as lines and curves beside its pixels.
    """

    path: Path
    media_type: str
    width: int
    height: int
    stamp: tuple[int, int, int, int] = field(default=(0, 0, 0, 0), repr=False)
    packet: bytes = field(default=b"", repr=False)
    vector: bool = False


@dataclass(frozen=True, slots=True)
class Picture(Block):
    """A picture as used on a slide. `focus` is the point (x, y) in 0..1 that cropping keeps in view.

    `fit` is cover or contain, None where the layout decides. The `caption` stands below it. `alt` is empty where the
    picture is `decorative`, as its author says, and where nobody has said what it shows.
    """

    file: PictureFile
    alt: str
    focus: tuple[float, float]
    fit: str | None
    credit: Credit | None
    span: Span = field(repr=False, compare=False)
    caption: Paragraph | None = None
    decorative: bool = False

    def own_texts(self) -> Iterator[Paragraph]:
        if self.caption:
            yield self.caption

    def map_own_texts(self, change: ChangeText) -> Self:
        return replace(self, caption=change(self.caption)) if self.caption else self

    def own_credits(self) -> tuple[Credit, ...]:
        return (self.credit,) if self.credit else ()


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks one below the other: a column, a cell of a grid. `share` is its part of the width against the others'.

    `overflow` is None where its slide's holds. One that `may_be_headed` has a heading that it begins with as its own.
    """

    blocks: tuple[Block, ...]
    span: Span = field(repr=False, compare=False)
    overflow: Overflow | None = None
    share: float = 1.0
    may_be_headed: bool = True


@dataclass(frozen=True, slots=True)
class Cells(Block):
    """Flows in rows of `across` side by side, in reading order. Their tops are level, and so are their texts' sizes."""

    flows: tuple[Flow, ...]
    across: int
    span: Span = field(repr=False, compare=False)

    def children(self) -> Iterator[Block]:
        for flow in self.flows:
            yield from flow.blocks

    def with_children(self, children: Iterable[Block]) -> Self:
        given = iter(children)
        return replace(
            self, flows=tuple(replace(one, blocks=tuple(next(given) for _ in one.blocks)) for one in self.flows)
        )


@dataclass(frozen=True, slots=True)
class Columns(Cells):
    """Two to four columns side by side, under a rule each."""


@dataclass(frozen=True, slots=True)
class Grid(Cells):
    """Cells in rows and columns. Those that are `cards` stand on a panel each, those of a row equally high."""

    cards: bool = False


@dataclass(frozen=True, slots=True)
class Images(Cells):
    """Pictures in rows and columns, each with its caption: flows of one picture each."""
