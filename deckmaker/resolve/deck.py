"""The validated entries of a deck file to a `Deck`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.dataclasses import cached_property
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.deck import DeckEntry, LogoEntry, SlideEntry
from deckmaker.language.pdf import PdfEntry
from deckmaker.model import CreditSettings, Deck, Logo, PaperSettings, Paragraph, Slide
from deckmaker.resolve.allowance import Excess
from deckmaker.resolve.credits import report_text_roles, resolve_credit
from deckmaker.resolve.licenses import check_licenses
from deckmaker.resolve.minutes import planned_minutes
from deckmaker.resolve.notes import notes_of
from deckmaker.resolve.pictures import find_picture
from deckmaker.resolve.resolver import Resolver
from deckmaker.resolve.rights import with_written_rights
from deckmaker.resolve.slide_links import with_slide_links
from deckmaker.source import DataPath, Tree

if TYPE_CHECKING:
    from deckmaker.resolve.memory import ResolveMemory
from deckmaker.values.stand_ins import guarded

_GROUNDS = ("light", "dark")


def resolve_deck(
    entry: DeckEntry,
    tree: Tree,
    deck_path: Path,
    diagnostics: Diagnostics,
    audience: str | None = None,
    memory: ResolveMemory | None = None,
) -> Deck | None:
    """Return the deck's meaning for an audience, else for everybody; what cannot be resolved is reported and left out.

    With a `memory` of the last time, which knows what is around its slides, only those that have changed are resolved.
    A deck that takes more than one may is reported where that begins, and None is returned.
    """
    check_licenses(tree, diagnostics)
    if audience or entry.audiences or any(slide.only for slide in entry.slides):
        from deckmaker.resolve.audiences import for_audience  # loads what few decks need

        chosen = for_audience(entry, tree, audience, diagnostics)
        if chosen is None:
            return None
        entry, tree = chosen
        memory = None  # slides are not where they are written
    try:
        deck = _DeckResolver(entry, tree, deck_path, diagnostics, audience).deck(memory)
    except Excess as excess:
        diagnostics.report("endless-deck", str(excess), excess.span, excess.help)
        return None
    return with_slide_links(deck, tree.unshown, diagnostics)


_NO_DATES = frozenset({"today", "now", "date", "auto", "heute", "aujourd'hui", "aujourd’hui", "hoy"})
"""What other tools take for the day on which they run."""


class _DeckResolver(Resolver):
    """Resolves what the deck and its slides say besides their blocks."""

    def deck(self, memory: ResolveMemory | None) -> Deck:
        """Return the deck."""
        entry = self.entry
        talk = [index for index, slide in enumerate(entry.slides) if index < self.appendix and not slide.hidden]
        own = [entry.slides[index].minutes for index in talk]
        planned = planned_minutes(own, entry.minutes, self._span("minutes"), self.diagnostics)
        minutes = dict(zip(talk, planned, strict=True))
        if all(slide.hidden for slide in entry.slides):
            help = "show one: leave its `hidden:` out"
            self.diagnostics.report("wrong-value", "all slides are hidden", self._span("slides"), help)
        slides = tuple(
            self._remembered(slide, index, minutes.get(index), memory)
            if memory
            else self._slide(slide, index, minutes.get(index))
            for index, slide in enumerate(entry.slides)
        )
        if self.left_out and self.audience is None:
            from deckmaker.resolve.audiences import tell_left_out  # loads what few decks need

            tell_left_out("block", self.left_out, entry.audiences, self.tree, self.diagnostics)
        if entry.date and entry.date.strip(" {}()\\").casefold() in _NO_DATES:
            help = "write the day itself: a deck is the same whenever it is built"
            self.diagnostics.report("stays-as-typed", f"`{entry.date}` stays as typed", self._span("date"), help)
        return Deck(
            title=self._title(entry.title),
            subtitle=self.paragraph(entry.subtitle, ("subtitle",)) if entry.subtitle else None,
            author=self._plain(entry.author, "author"),
            date=self._plain(entry.date, "date"),
            language=entry.language,
            trail=tuple(self._clean(step, "trail", index) for index, step in enumerate(entry.trail)),
            footer=self._plain(entry.footer, "footer"),
            logo=self._logo(entry.logo) if entry.logo else None,
            credits=CreditSettings(entry.credits.where, entry.credits.print) if entry.credits else CreditSettings(),
            use=entry.use,
            license=self._plain(entry.license, "license"),
            reasons={
                code: self._clean(one.reason, "severity", code, "reason")
                for code, one in entry.severity.items()
                if one.reason
            },
            slides=with_written_rights(slides, entry.language),
            spans={key: self._span(key) for key in self.written(())},
            span=self._span(),
            paper=_paper_settings(entry.pdf, self._span("pdf", "max_size")) if entry.pdf else PaperSettings(),
            minutes=entry.minutes or sum(one for one in own if one) or None,
            is_for_all=not entry.audiences and not any(slide.hidden for slide in entry.slides),
            marking=self._marking,
        )

    def _remembered(self, entry: SlideEntry, index: int, minutes: float | None, memory: ResolveMemory) -> Slide:
        return memory.slide(
            index,
            (minutes, self.sections, self.appendix),
            lambda: self._slide(entry, index, minutes),
            self.allowance,
            self.diagnostics,
        )

    def _slide(self, entry: SlideEntry, index: int, minutes: float | None) -> Slide:
        path: DataPath = ("slides", index)
        for text in self._repeated_on(entry):
            self.allowance.characters(len(text), self._span(*path))
        self.allowance.slide()
        blocks = self.blocks(entry, path)
        further = [(entry.credit, self._span(*path, "credit"))] if entry.credit else []
        further += [(one, self._span(*path, "credits", index)) for index, one in enumerate(entry.credits)]
        credits = [resolve_credit(one, "text", self.sources, span, self.diagnostics) for one, span in further]
        report_text_roles(
            blocks, zip((one for one, _ in further), credits, strict=True), self.sources, self.diagnostics
        )
        for credit in credits:
            self.allowance.credit(credit, credit.span or self._span(*path))
        title = self.paragraph(entry.title, (*path, "title")) if entry.title else None
        within = _unless_title(self.section_at(index), title)
        if within:
            self.allowance.characters(len(within), self._span(*path))
        return Slide(
            title=title,
            section=self._plain(entry.section, *path, "section") or self.begun_appendix(index),
            layout=entry.layout,
            layout_span=self._span(*path, "layout"),
            blocks=blocks,
            further_credits=tuple(credits),
            credits_span=self._credits_span(entry, path),
            notes=notes_of(self.characters(guarded(entry.notes), (*path, "notes"))) if entry.notes else (),
            span=self._span(*path),
            overflow=self.overflow_at(entry.overflow, (*path, "overflow")) or self.deck_overflow,
            within=within,
            minutes=minutes,
            hidden=entry.hidden,
            appendix=index >= self.appendix,
            id=entry.id,
            incremental=self.entry.incremental if entry.incremental is None else entry.incremental,
            incremental_span=self._span(*path, "incremental") if entry.incremental else None,
            marking=self._marking_of(entry, path) or self._marking,
            marking_span=self._span(*path, "marking") if entry.marking else None,
        )

    @cached_property
    def _marking(self) -> str | None:
        """The deck's marking, reported where it is none."""
        return self._checked_marking(self.entry.marking, ("marking",))

    def _marking_of(self, slide: SlideEntry, path: DataPath) -> str | None:
        marking = self._checked_marking(slide.marking, (*path, "marking"))
        if marking:
            from deckmaker.resolve.markings import check_slide_marking

            deck, span = self._span().source.name, self._span(*path, "marking")
            check_slide_marking(marking, self._marking, deck, span, self.diagnostics)
        return marking

    def _checked_marking(self, text: str | None, path: DataPath) -> str | None:
        marking = self._plain(text, *path)
        if marking:
            from deckmaker.resolve.markings import check_marking  # loads what few decks need

            check_marking(marking, self._span(*path), self.diagnostics)
        return marking

    def _repeated_on(self, slide: SlideEntry) -> Iterator[str]:
        """Yield the deck's own texts that a slide shows, or may show where it names its layout."""
        deck = self.entry
        yield from (deck.footer or "", slide.marking or deck.marking or "", *deck.trail)
        if slide.layout:
            yield from (deck.subtitle or "", deck.author or "", deck.date or "")

    def _credits_span(self, entry: SlideEntry, path: DataPath) -> Span:
        """Return where most of the strip comes from."""
        if entry.credits:
            return self._span(*path, "credits")
        if entry.credit:
            return self._span(*path, "credit")
        table = getattr(entry, "table", None)
        of_table = table and table.credit and not getattr(entry, "image", None)
        return self._span(*path, "table" if of_table else "image", "credit")

    def _logo(self, entry: LogoEntry) -> Logo | None:
        keys = self.written(("logo",))
        light_span, dark_span = (self._span("logo", key) if key in keys else self._span("logo") for key in _GROUNDS)
        light = find_picture(entry.light, self.deck_path, light_span, self.diagnostics)
        dark = find_picture(entry.dark, self.deck_path, dark_span, self.diagnostics) if entry.dark else light
        return Logo(light, dark, light_span, dark_span) if light and dark else None

    def _title(self, text: str) -> str:
        """Return the deck's title, which files have for a name: without marks, and without footnotes."""
        title = self.paragraph(text, ("title",))
        if title.footnotes:
            message = "the footnote in the deck's `title` is shown nowhere"
            self.diagnostics.report("not-shown", message, self._span("title"), "put it into the first slide's `title`")
        return title.text

    def _plain(self, text: str | None, *path: str | int) -> str | None:
        return self._clean(text, *path) if text else None

    def _clean(self, text: str, *path: str | int) -> str:
        return self.line(text, path)

    def _span(self, *path: str | int) -> Span:
        return self.span(path)


def _paper_settings(entry: PdfEntry, size_place: Span) -> PaperSettings:
    return PaperSettings(
        entry.handout,
        entry.notes,
        entry.paper,
        entry.ink,
        entry.cover,
        entry.dpi,
        entry.max_size,
        size_place,
        entry.standard,
        entry.hidden,
    )


def _unless_title(section: str | None, title: Paragraph | None) -> str | None:
    """Return the name of a section, but None where a slide's title reads the same: in small above it, it says nothing.

    Letters' case does not count, nor how many spaces there are.
    """
    own = title.unmarked if title else ""
    return None if section and _as_read(section) == _as_read(own) else section or None


def _as_read(text: str) -> str:
    return " ".join(text.casefold().split())
