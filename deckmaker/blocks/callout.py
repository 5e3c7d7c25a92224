"""What is to be noticed: `callout`. A finding, a note, a warning or a question, on a panel of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, EntryOf, optional, with_default
from deckmaker.language.kinds import Choice, Text
from deckmaker.model import Block, Credit, Paragraph, Run
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.set_texts import GroupText
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath
    from deckmaker.theme import TextStyle

KINDS = ("finding", "note", "warning", "question")
"""What callouts may be."""

_WORDS = {
    "en": ("Finding", "Note", "Warning", "Question"),
    "de": ("Ergebnis", "Hinweis", "Warnung", "Frage"),
    "fr": ("Constat", "Remarque", "Attention", "Question"),
    "es": ("Conclusión", "Nota", "Advertencia", "Pregunta"),
    "he": ("ממצא", "הערה", "אזהרה", "שאלה"),
    "ar": ("نتيجة", "ملاحظة", "تحذير", "سؤال"),
    "zh": ("结论", "说明", "警告", "问题"),
}
"""What they are called, by languages of decks."""


class CalloutEntry(Entry):
    """What is to be noticed: its title, its text, or both."""

    kind = with_default(Choice(*KINDS), "note", "What it is: its colour says so, and a word if it has no title.")
    title = optional(Text(), "What is to be noticed, in a few words; inline Markdown.")
    text = optional(Text(), "What there is to say; inline Markdown, a blank line between paragraphs.")
    credit = optional(CREDIT, "Where it is from.")


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """A title and paragraphs that stand apart from the rest; `kind` is one of KINDS."""

    kind: str
    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    credit: Credit | None
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        yield self.title
        yield from self.paragraphs

    def map_own_texts(self, change: ChangeText) -> Self:
        return replace(self, title=change(self.title), paragraphs=tuple(map(change, self.paragraphs)))

    def own_credits(self) -> tuple[Credit, ...]:
        return (self.credit,) if self.credit else ()


class CalloutKind(RigidKind[Callout]):
    """A callout: title and text on a panel."""

    value = EntryOf(CalloutEntry, shorthand="text")
    description = "What is to be noticed: a text, or keys that say what it is."
    block = Callout

    def resolve(self, entry: CalloutEntry, path: DataPath, resolver: Resolver) -> Callout | None:
        """Return the callout; one without a title has the word for its kind there, in the deck's language."""
        span = resolver.span(path)
        if not (entry.title or entry.text):
            message = "a callout has neither `title` nor `text`"
            resolver.diagnostics.report("missing-key", message, span, "add `text:`")
            return None
        title = resolver.paragraph(entry.title, (*path, "title")) if entry.title else None
        return Callout(
            entry.kind,
            title or Paragraph((Run(_word(entry.kind, resolver.entry.language)),), span=span),
            tuple(resolver.paragraphs(entry.text, (*path, "text"))) if entry.text else (),
            resolver.credit(entry.credit, "text", (*path, "credit")) if entry.credit else None,
            span,
        )

    def set(self, block: Callout, place: Place, step: int) -> SetBlock:
        """Set the title and, below it, the text, on a panel as high as they are."""
        from deckmaker.layout.panels import inset_for, inside_panel, on_panel
        from deckmaker.layout.roles import Role
        from deckmaker.layout.set_texts import stacked_texts
        from deckmaker.theme.flow_styles import CALLOUT

        style, title = _style(CALLOUT, place), _title(block, place)
        text = Role.TEXT, "callout", style, block.paragraphs
        texts = (title, text) if block.paragraphs else (title,)
        gap, measure = place.styles.theme.panels.title_gap, _measure(block, place) if step < 0 else style
        inset = inset_for(measure, place, step)
        parts = stacked_texts(texts, inside_panel(place, inset), step, block.span, gap, measure)
        return on_panel(Role.CALLOUT, parts, place, inset, title[2].color, block.span)

    def split(self, block: Callout, room: Room) -> Split[Callout] | None:
        """Return what fits of a long callout, and the rest under the same title; None where that is too wide."""
        from deckmaker.layout.panels import split_on_panel
        from deckmaker.theme.flow_styles import CALLOUT

        place = room.place
        found = split_on_panel(_title(block, place), block.paragraphs, _style(CALLOUT, place), room, block.span)
        if not found:
            return None
        first, rest = found
        return Split(replace(block, paragraphs=first), (replace(block, paragraphs=rest),))

    def steps(self, block: Callout, place: Place) -> range:
        """Return the steps of the style for callouts; titles shrink in proportion, and may be larger alone."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import CALLOUT

        steps = text_steps(_style(CALLOUT, place))
        return range(text_steps(_measure(block, place), short=True).start, steps.stop, steps.step)


def _word(kind: str, language: str) -> str:
    words = _WORDS.get(language.partition("-")[0].lower(), _WORDS["en"])
    return words[KINDS.index(kind)]


def _title(block: Callout, place: Place) -> GroupText:
    from deckmaker.layout.roles import Role
    from deckmaker.theme.flow_styles import CALLOUT_TITLES

    style = replace(_style(CALLOUT_TITLES[block.kind], place), balance=True)
    return Role.HEADING, "callout title", style, (block.title,)


def _style(name: str, place: Place) -> TextStyle:
    """Return a style of callouts, as large as that of the texts of a place at least.

    So are texts of a template, which are larger than their style. Where a theme has callouts smaller, they are so by
    as many points.
    """
    style, text = place.styles.named(name), place.text
    usual = place.styles.theme.styles.get(text.name, text)
    size = style.size + max(0, text.size - max(style.size, usual.size))
    return place.fitting(replace(style, size=size, short=style.short and max(style.short, size)))


def _measure(block: Callout, place: Place) -> TextStyle:
    """Return the style whose steps those are at which a short callout is larger: of its title where its text is as
    large as it may be, as where texts of the deck are."""
    from deckmaker.theme.flow_styles import CALLOUT

    style = _style(CALLOUT, place)
    return style if (style.short or style.size) > style.size else _title(block, place)[2]


CALLOUT = CalloutKind()
