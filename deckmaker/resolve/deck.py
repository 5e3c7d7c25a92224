"""The validated entries of a deck file to a `Deck`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.deck import ColumnEntry, DeckEntry, SlideEntry, TextEntry
from deckmaker.language.items import ItemEntry
from deckmaker.language.overflow import OverflowEntry
from deckmaker.language.table import TableEntry
from deckmaker.model import (
    Block,
    Column,
    Columns,
    Credit,
    CreditSettings,
    Deck,
    Marker,
    Overflow,
    Paragraph,
    Run,
    Slide,
    Table,
    TextBlock,
)
from deckmaker.resolve.allowance import FEWER, Allowance, Excess
from deckmaker.resolve.characters import SPACES, check_characters, check_line, held
from deckmaker.resolve.credits import resolve_credit, resolve_sources
from deckmaker.resolve.images import Images
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.licenses import check_licenses
from deckmaker.resolve.overflow import resolve_overflow
from deckmaker.resolve.pictures import find_picture
from deckmaker.resolve.rights import with_written_rights
from deckmaker.source import DataPath, Tree

DEEPEST = 9
"""List levels that a PowerPoint paragraph can have (ECMA-376 Part 1, 20.1.10.75)."""

_BLANKS = " \t\r\u00a0\u3000"
"""What a line that looks empty may hold. Python's own list has control characters too, which are to be reported."""

_LISTS = {"bullets": Marker.BULLET, "numbered": Marker.NUMBER}


def resolve_deck(entry: DeckEntry, tree: Tree, deck_path: Path, diagnostics: Diagnostics) -> Deck | None:
    """Return the deck's meaning; what cannot be resolved is reported and left out.

    A deck that takes more than one may is reported where that begins, and None is returned.
    """
    check_licenses(tree, diagnostics)
    try:
        return _Resolver(entry, tree, deck_path, diagnostics).deck()
    except Excess as excess:
        diagnostics.report("endless-deck", str(excess), excess.span, FEWER)
        return None


class _Resolver:
    """Holds what every part of a deck needs while it is resolved."""

    def __init__(self, entry: DeckEntry, tree: Tree, deck_path: Path, diagnostics: Diagnostics) -> None:
        self._entry = entry
        self._tree = tree
        self._deck_path = deck_path
        self._diagnostics = diagnostics
        self._sources = resolve_sources(entry.sources, tree, diagnostics)
        self._allowance = Allowance()
        self._images = Images(entry, tree, deck_path, self._sources, diagnostics)
        self._overflow = resolve_overflow(entry.overflow, ("overflow",), tree, diagnostics) or Overflow()

    def deck(self) -> Deck:
        entry = self._entry
        slides = tuple(self._slide(slide, ("slides", index)) for index, slide in enumerate(entry.slides))
        logo = entry.logo and find_picture(entry.logo, self._deck_path, self._span("logo"), self._diagnostics)
        return Deck(
            title=self._title(entry.title),
            subtitle=self._paragraph(entry.subtitle, "subtitle"),
            author=self._plain(entry.author, "author"),
            date=self._plain(entry.date, "date"),
            language=entry.language,
            trail=tuple(self._clean(step, "trail", index) for index, step in enumerate(entry.trail)),
            footer=self._plain(entry.footer, "footer"),
            logo=logo or None,
            credits=CreditSettings(entry.credits.where, entry.credits.print) if entry.credits else CreditSettings(),
            use=entry.use,
            license=self._plain(entry.license, "license"),
            reasons={
                code: self._clean(one.reason, "severity", code, "reason")
                for code, one in entry.severity.items()
                if one.reason
            },
            slides=with_written_rights(slides, entry.language),
            spans={key: self._span(key) for key in self._data(())},
            span=self._span(),
        )

    def _slide(self, entry: SlideEntry, path: DataPath) -> Slide:
        blocks: list[Block] = []
        credits: list[Credit] = []
        # The keys' order in the file is the order of the blocks on the slide.
        for text in self._repeated_on(entry):
            self._allowance.characters(len(text), self._span(*path))
        for key in self._data(path):
            if key == "image" and entry.image:
                credit, picture = self._images.resolved(entry.image, (*path, key))
                self._allowance.characters(len(picture.alt) if picture else 0, self._span(*path, key))
                credits += [credit] if credit else []
                blocks += [picture] if picture else []
            elif key == "columns" and entry.columns:
                columns = tuple(self._column(column, (*path, key, i)) for i, column in enumerate(entry.columns))
                blocks.append(Columns(columns, self._span(*path, key)))
            elif key == "table" and entry.table:
                blocks += self._table(entry.table, (*path, key))
                if data := entry.table.credit:
                    span = self._span(*path, key, "credit")
                    credits.append(resolve_credit(data, "data", self._sources, span, self._diagnostics))
            elif block := self._text_block(entry, key, path):
                blocks.append(block)
        further = [(entry.credit, self._span(*path, "credit"))] if entry.credit else []
        further += [(one, self._span(*path, "credits", index)) for index, one in enumerate(entry.credits)]
        for one, span in further:
            credits.append(resolve_credit(one, "text", self._sources, span, self._diagnostics))
        for credit in credits:
            self._allowance.credit(credit, credit.span or self._span(*path))
        return Slide(
            title=self._paragraph(entry.title, *path, "title"),
            section=self._plain(entry.section, *path, "section"),
            layout=entry.layout,
            layout_span=self._span(*path, "layout"),
            blocks=tuple(blocks),
            credits=tuple(credits),
            credits_span=self._credits_span(entry, path),
            notes=tuple(SPACES.sub(" ", part).strip(" ") for part in _parts(self._notes(entry.notes, *path, "notes"))),
            span=self._span(*path),
            overflow=self._overflow_at(entry.overflow, (*path, "overflow")) or self._overflow,
        )

    def _repeated_on(self, slide: SlideEntry) -> Iterator[str]:
        """Yield the deck's own texts that a slide shows, or may show where it names its layout."""
        deck = self._entry
        yield from (deck.footer or "", *deck.trail)
        if slide.layout:
            yield from (deck.subtitle or "", deck.author or "", deck.date or "")

    def _table(self, entry: TableEntry, path: DataPath) -> list[Table]:
        from deckmaker.resolve.tables import resolve_table  # loads what few decks need

        table = resolve_table(
            entry, path, self._tree, self._deck_path, self._entry.language, self._allowance, self._diagnostics
        )
        return [table] if table else []

    def _column(self, entry: ColumnEntry, path: DataPath) -> Column:
        blocks = (self._text_block(entry, key, path) for key in self._data(path))
        return Column(
            self._paragraph(entry.heading, *path, "heading"),
            tuple(b for b in blocks if b),
            self._span(*path),
            self._overflow_at(entry.overflow, (*path, "overflow")),
        )

    def _text_block(self, entry: TextEntry, key: str, path: DataPath) -> TextBlock | None:
        span = self._span(*path, key)
        if key == "text" and entry.text:
            text = held(entry.text, span, self._diagnostics)
            return TextBlock(tuple(Paragraph(self._parsed(part, span)) for part in _parts(text)), span)
        if key in _LISTS and (items := getattr(entry, key)):
            return TextBlock(tuple(self._items(items, _LISTS[key], 0, (*path, key))), span)
        return None

    def _items(self, items: list[ItemEntry], marker: Marker, level: int, path: DataPath) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for index, item in enumerate(items):
            here = (*path, index)
            span = self._span(*here)
            runs = self._parsed(item.text, span)
            paragraphs.append(Paragraph(runs, level, marker, index + 1, span))
            if item.children and level + 1 == DEEPEST:
                help = "put the deeper points on a slide of their own"
                self._diagnostics.report("wrong-value", f"lists nest at most {DEEPEST} levels deep", span, help)
            elif item.children:
                written = next(iter(self._data(here)))  # the item's text is the key of its children
                paragraphs += self._items(item.children, marker, level + 1, (*here, written))
        return paragraphs

    def _overflow_at(self, entry: OverflowEntry | None, path: DataPath) -> Overflow | None:
        return resolve_overflow(entry, path, self._tree, self._diagnostics)

    def _credits_span(self, entry: SlideEntry, path: DataPath) -> Span:
        """Return where most of the strip comes from."""
        if entry.credits:
            return self._span(*path, "credits")
        if entry.credit:
            return self._span(*path, "credit")
        of_table = entry.table and entry.table.credit and not entry.image
        return self._span(*path, "table" if of_table else "image", "credit")

    def _paragraph(self, text: str | None, *path: str | int) -> Paragraph | None:
        return Paragraph(self._runs(text, *path), span=self._span(*path)) if text else None

    def _runs(self, text: str, *path: str | int) -> tuple[Run, ...]:
        return self._parsed(text, self._span(*path))

    def _parsed(self, text: str, span: Span) -> tuple[Run, ...]:
        """Return a text's runs, and take them from what a deck may have."""
        self._allowance.characters(len(text), span)
        runs = parse_inline(text, span, self._diagnostics)
        self._allowance.runs(runs, span)
        return runs

    def _title(self, text: str) -> str:
        """Return the deck's title, which files have for a name: without marks, and without footnotes."""
        title = Paragraph(self._runs(text, "title"))
        if title.footnotes:
            message = "the footnote in the deck's `title` is shown nowhere"
            self._diagnostics.report("not-shown", message, self._span("title"), "put it into the first slide's `title`")
        return title.text

    def _plain(self, text: str | None, *path: str | int) -> str | None:
        return self._clean(text, *path) if text else None

    def _clean(self, text: str, *path: str | int) -> str:
        span = self._span(*path)
        self._allowance.characters(len(text), span)
        return check_line(text, span, self._diagnostics)

    def _notes(self, text: str | None, *path: str | int) -> str:
        if not text:
            return ""
        span = self._span(*path)
        self._allowance.characters(len(text), span)
        return check_characters(text, span, self._diagnostics)

    def _span(self, *path: str | int) -> Span:
        return self._tree.value_span(path)

    def _data(self, path: DataPath) -> dict[str, object]:
        """Return the mapping as written at `path`; a shorthand has no keys of its own."""
        data = self._tree.data
        for step in path:
            data = data[step]
        return data if isinstance(data, dict) else {}


def _parts(text: str) -> list[str]:
    """Split a text at blank lines."""
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):  # not `splitlines`: it knows more line ends than an author, and swallows them
        if line.strip(_BLANKS):
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return ["\n".join(part) for part in parts if part]
