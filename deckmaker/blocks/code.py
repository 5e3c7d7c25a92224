"""Code and what programs print: `code`. Its lines as they are typed, its words in the colours of their language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.code import PLAIN, CodeEntry, language_named, language_of_file
from deckmaker.language.entry import EntryOf
from deckmaker.model import Block, Credit, Paragraph
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.set_texts import GroupText
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath
    from deckmaker.theme import TextStyle


@dataclass(frozen=True, slots=True)
class Code(Block):
    """Lines of code as one paragraph, and what stands above them; without a `language`, they have no colours.

    `highlight` are the numbers of the lines that stand out, from 1 with the first that is shown.
    """

    language: str
    highlight: str
    title: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    credit: Credit | None
    span: Span = field(repr=False, compare=False)

    @classmethod
    def of(cls, language: str, title: Paragraph | None, lines: Paragraph, credit: Credit | None, span: Span) -> Self:
        """Return code of these lines, some of which may stand out."""
        from deckmaker.model.number_ranges import ranges  # loads what few decks need
        from deckmaker.model.text import highlighted

        return cls(language, ranges(highlighted(lines.runs)), title, (lines,), credit, span)

    def own_texts(self) -> Iterator[Paragraph]:
        if self.title:
            yield self.title
        yield from self.paragraphs

    def map_own_texts(self, change: ChangeText) -> Self:
        title = self.title and change(self.title)
        return replace(self, title=title, paragraphs=tuple(map(change, self.paragraphs)))

    def own_credits(self) -> tuple[Credit, ...]:
        return (self.credit,) if self.credit else ()


class CodeKind(RigidKind[Code]):
    """Code on a panel, with or without a title."""

    value = EntryOf(CodeEntry, shorthand="text")
    description = "Code: its lines, or keys that say its language, too."
    block = Code

    def resolve(self, entry: CodeEntry, path: DataPath, resolver: Resolver) -> Code | None:
        """Return the code; its words have kinds where its language is known. Report what is wrong with its lines."""
        from deckmaker.resolve.code import lines_of  # loads what few decks need
        from deckmaker.resolve.text_parts import Highlight

        lines = lines_of(entry, path, resolver)
        if lines is None:
            return None
        named = entry.language or (entry.file and language_of_file(entry.file)) or PLAIN
        language = language_named(named) or ""
        asked = None
        if entry.highlight:
            asked = Highlight(tuple(entry.highlight), resolver.span((*path, "highlight")), lines.first)
        here = resolver.span((*path, "file") if entry.file and not entry.text else path)
        code = resolver.code(lines.text, lines.span, language, asked, here)
        return Code.of(
            language,
            resolver.paragraph(entry.title, (*path, "title")) if entry.title else None,
            code,
            resolver.credit(entry.credit, "text", (*path, "credit")) if entry.credit else None,
            resolver.span(path),
        )

    def set(self, block: Code, place: Place, step: int) -> SetBlock:
        """Set the title and, below it, the code, on a panel as high as they are."""
        from deckmaker.layout.panels import inset_for, inside_panel, on_panel
        from deckmaker.layout.roles import Role
        from deckmaker.layout.set_texts import stacked_texts
        from deckmaker.theme.flow_styles import CODE

        style, panels = place.style(CODE), place.styles.theme.panels
        step = _step_of_whole_lines(block, style, place, step)
        inset = inset_for(style, place, step)
        inner = inside_panel(place, inset, has_bar=False)
        texts = [*_title(block, place), (Role.CODE, "code", style, block.paragraphs)]
        parts = stacked_texts(texts, inner, step, block.span, panels.title_gap)
        return on_panel(Role.LISTING, parts, place, inset, None, block.span)

    def split(self, block: Code, room: Room) -> Split[Code] | None:
        """Return the lines that have room, and the others under the same title."""
        from deckmaker.layout.panels import split_on_panel
        from deckmaker.theme.flow_styles import CODE

        place = room.place
        title = next(iter(_title(block, place)), None)
        found = split_on_panel(title, block.paragraphs, place.style(CODE), room, block.span, has_bar=False)
        if not found:
            return None
        first, rest = found
        return Split(replace(block, paragraphs=first), (replace(block, paragraphs=rest),))

    def steps(self, block: Code, place: Place) -> range:
        """Return the steps of the style for code, point by point: its lines take what room there is."""
        from deckmaker.theme.flow_styles import CODE

        style = place.style(CODE)
        return range(style.size - style.minimum + 1)


def _step_of_whole_lines(block: Code, style: TextStyle, place: Place, least: int) -> int:
    """Return the first step, `least` or more, at which no line of the code goes on in the next; `least` if none."""
    from deckmaker.layout.panels import inset_for, inside_panel
    from deckmaker.layout.set_texts import set_at

    for step in range(least, style.size - style.minimum + 1):
        inner = inside_panel(place, inset_for(style, place, step), has_bar=False)
        if not set_at(block.paragraphs, style, inner.rect, step, place.context).setting.wrapped_code:
            return step
    return least


def _title(block: Code, place: Place) -> list[GroupText]:
    from deckmaker.layout.roles import Role
    from deckmaker.theme.flow_styles import NOTE

    style = replace(place.style(NOTE), bold=True)
    return [(Role.HEADING, "code title", style, (block.title,))] if block.title else []


CODE = CodeKind()
