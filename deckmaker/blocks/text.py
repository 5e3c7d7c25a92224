"""Running text and lists: `text`, `bullets`, `numbered`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.blocks.quote import Quote
from deckmaker.language.items import ITEM
from deckmaker.language.kinds import Kind, ListOf, Text
from deckmaker.model import Block, Heading, Marker, TextBlock

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class TextKind(RigidKind[TextBlock]):
    """Paragraphs, or the items of a list with that `marker`."""

    block = TextBlock

    def __init__(self, value: Kind[Any], description: str, marker: Marker) -> None:
        self.value, self.description, self._marker = value, description, marker

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> TextBlock | None:
        """Return the paragraphs of a text, or the items of a list."""
        if self._marker is Marker.NONE:
            paragraphs = resolver.paragraphs(entry, path)
        else:
            paragraphs = resolver.items(entry, self._marker, path)
        return TextBlock(tuple(paragraphs), resolver.span(path))

    def set(self, block: TextBlock, place: Place, step: int) -> SetBlock:
        """Set the text at the top of its place."""
        from deckmaker.layout.document import NOT_ALONE
        from deckmaker.layout.roles import Role
        from deckmaker.layout.set_texts import placed_alone, set_text

        style = place.text_style
        fitted, room = placed_alone(block.paragraphs, style, place.rect, step, place.context)
        own = place.within(room.y, room.bottom)
        return set_text(fitted, Role.TEXT, place.name, style, own, block.span, NOT_ALONE)

    def floor(self, block: TextBlock, place: Place, step: int) -> float:
        """Return the height of its lines, of no more than one page holds, broken as wide as may be."""
        from deckmaker.layout.splitting import TextRest, WholeText

        style, beginning = place.text_style, TextRest(WholeText(block.paragraphs)).beginning
        return place.context.measured(beginning, style, style.size - step).height(place.rect.width)

    def steps(self, block: TextBlock, place: Place) -> range:
        """Return the steps of the place's style."""
        from deckmaker.layout.set_texts import text_steps

        return text_steps(place.text_style)

    def split(self, block: TextBlock, room: Room) -> Split[TextBlock] | None:
        """Return what fits between paragraphs, items, sentences or lines, and the rest."""
        from deckmaker.layout.splitting import split_text

        first, rest = split_text(block.paragraphs, room)
        return Split(TextBlock(first, block.span), (TextBlock(rest, block.span),) if rest else ()) if first else None


class MarkdownKind(TextKind):
    """A text that is Markdown: where it holds lists, headings and quotations, it is several blocks."""

    def blocks(self, entry: Any, path: DataPath, resolver: Resolver) -> Iterator[Block]:
        """Yield the blocks of the text, as if each were written by itself."""
        from deckmaker.resolve.text_parts import Head, List, Listing, Quoted, Running

        span = resolver.span(path)
        for part in resolver.markdown(entry, path):
            match part:
                case Running(paragraphs=paragraphs) if paragraphs:
                    yield TextBlock(tuple(map(resolver.running, paragraphs)), span)
                case List(items=items):
                    yield TextBlock(tuple(map(resolver.item, items)), span)
                case Head(words=words):
                    yield Heading(resolver.running(words, may_break=False), span)
                case Listing(words=words):
                    from deckmaker.blocks.code import Code  # of most texts, nothing is code

                    yield Code.of(words.language, None, resolver.running(words), None, span)
                case Quoted(paragraphs=paragraphs, by=by) if paragraphs:
                    who = resolver.running(by, may_break=False) if by else None
                    yield Quote(tuple(map(resolver.running, paragraphs)), who, None, span)


TEXT = MarkdownKind(
    Text(),
    "Markdown: paragraphs, a blank line between them, lists, headings, quotations; footnotes as `^[text]`.",
    Marker.NONE,
)
BULLETS = TextKind(ListOf(ITEM, least=1), "A bulleted list.", Marker.BULLET)
NUMBERED = TextKind(ListOf(ITEM, least=1), "A numbered list.", Marker.NUMBER)
