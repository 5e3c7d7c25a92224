"""A quotation with who said it: `quote`. The smallest whole block, and the one to copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, EntryOf, optional, required
from deckmaker.language.kinds import Text
from deckmaker.model import Block, Credit, Paragraph
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath
    from deckmaker.theme import TextStyle

STYLE, ATTRIBUTION = "quotation", "attribution"
"""The styles of its texts; a theme need not have them."""


class QuoteEntry(Entry):
    """A quotation: its words, who said them, and where."""

    text = required(Text(), "The words, with or without quotation marks; inline Markdown.")
    by = optional(Text(), "Who said or wrote them.")
    credit = optional(CREDIT, "Where the words are from.")


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """Paragraphs in somebody's words, and who that is."""

    paragraphs: tuple[Paragraph, ...]
    by: Paragraph | None
    credit: Credit | None
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        yield from self.paragraphs
        if self.by:
            yield self.by

    def map_own_texts(self, change: ChangeText) -> Self:
        return replace(self, paragraphs=tuple(map(change, self.paragraphs)), by=self.by and change(self.by))

    def own_credits(self) -> tuple[Credit, ...]:
        return (self.credit,) if self.credit else ()


class QuoteKind(RigidKind[Quote]):
    """A quotation: words and attribution, one below the other."""

    value = EntryOf(QuoteEntry, shorthand="text")
    description = "Somebody's words: a text; or keys that say who said them."
    block = Quote
    is_centred = True

    def resolve(self, entry: QuoteEntry, path: DataPath, resolver: Resolver) -> Quote | None:
        """Return the quotation, None where nothing is left of its words."""
        paragraphs = tuple(resolver.paragraphs(entry.text, (*path, "text")))
        by = resolver.paragraph(entry.by, (*path, "by")) if entry.by else None
        credit = resolver.credit(entry.credit, "text", (*path, "credit")) if entry.credit else None
        return Quote(paragraphs, by, credit, resolver.span(path)) if paragraphs else None

    def set(self, block: Quote, place: Place, step: int) -> SetBlock:
        """Set the words and, below them, the attribution; the two are one thing."""
        from deckmaker.layout.quote_marks import behind_start, opening_mark, start_of
        from deckmaker.layout.roles import Role
        from deckmaker.layout.set_texts import grouped, stacked_texts

        texts = [(Role.QUOTATION, "quotation", _style(place), block.paragraphs)]
        if block.by:
            texts.append((Role.ATTRIBUTION, "attribution", place.style(ATTRIBUTION), (block.by,)))
        gap = place.styles.theme.flow.gap
        mark = opening_mark(place, block.paragraphs, step)
        parts = stacked_texts(texts, behind_start(place, mark), step, block.span, gap)
        shapes = start_of(parts, place, mark, block.span)
        return grouped(Role.QUOTATION, parts, place, block.span, shapes, block.credit)

    def split(self, block: Quote, room: Room) -> Split[Quote] | None:
        """Return what fits of a long quotation, and the rest with who said it; None where it waits for the next slide.

        One that has room on a slide of its own stands there whole, rather than in part below others.
        """
        from deckmaker.layout.quote_marks import behind_start, opening_mark
        from deckmaker.layout.splitting import split_text

        if not room.is_fresh and not self.set(block, room.place, 0).overfull:
            return None
        start = behind_start(room.place, opening_mark(room.place, block.paragraphs, 0))
        whole, room = room.place, replace(room, place=start)
        style = _style(room.place)
        first, rest = split_text(block.paragraphs, room, style=style)
        if first and not rest:  # the words have room, but not who said them: some stay with that
            needed = self.set(block, whole, 0).height - self.set(replace(block, by=None), whole, 0).height
            first, rest = split_text(block.paragraphs, room.lower(needed), needed, style)
        if not (first and rest):
            return None
        return Split(replace(block, paragraphs=first, by=None), (replace(block, paragraphs=rest),))

    def steps(self, block: Quote, place: Place) -> range:
        """Return the steps of the style for quotations."""
        from deckmaker.layout.set_texts import text_steps

        return text_steps(_style(place), short=True)


def _style(place: Place) -> TextStyle:
    """Return the style of the words, whose lines are about equally long where the theme says so, as titles' are."""
    own = place.styles.theme.styles.get(STYLE)
    return replace(place.style(STYLE), balance=own is not None and own.balance)


QUOTE = QuoteKind()
