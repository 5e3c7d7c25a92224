"""What the kinds of blocks ask for while a deck is resolved: texts, pictures, tables, credits, blocks in blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from deckmaker.blocks import kind_for
from deckmaker.dataclasses import cached_property, replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.credit import CreditEntry
from deckmaker.language.deck import DeckEntry
from deckmaker.language.flow import BlocksEntry, FlowEntry
from deckmaker.language.image import ImageEntry
from deckmaker.language.items import ItemEntry
from deckmaker.language.overflow import OverflowEntry
from deckmaker.language.table import TableEntry
from deckmaker.localization.slide_words import slide_words
from deckmaker.model import Block, Credit, Flow, Heading, Marker, Overflow, Paragraph, Picture, Run, Table
from deckmaker.model.text import join_runs
from deckmaker.resolve.allowance import Allowance
from deckmaker.resolve.characters import check_characters, check_line, limit_lines
from deckmaker.resolve.credits import resolve_credit, resolve_sources
from deckmaker.resolve.images import Images
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.overflow import resolve_overflow
from deckmaker.resolve.passages import Passage
from deckmaker.resolve.stray_marks import code_within, formulas_within, marks_within
from deckmaker.resolve.text_markdown import DEEPEST, read_paragraphs, read_text
from deckmaker.resolve.text_parts import Flaw, Highlight, Item, Part, ReadText, Words
from deckmaker.resolve.white_space import code_lines
from deckmaker.source import DataPath, Tree
from deckmaker.values.stand_ins import as_typed, guarded


class Section(NamedTuple):
    """A section of the deck: its name, the slide, from 0, with which it begins, and the first one of it that is shown,
    None where all are hidden."""

    name: str
    slide: int
    written: str
    shown: int | None = None


class Resolver:
    """Holds what every part of a deck needs while it is resolved."""

    def __init__(
        self, entry: DeckEntry, tree: Tree, deck_path: Path, diagnostics: Diagnostics, audience: str | None = None
    ) -> None:
        self.entry = entry
        self.tree = tree
        self.deck_path = deck_path
        self.audience = audience
        self.diagnostics = diagnostics
        self.sources = resolve_sources(entry.sources, tree, diagnostics)
        self.allowance = Allowance()
        self.left_out: dict[DataPath, list[str]] = {}
        self._images = Images(entry, tree, deck_path, self.sources, self.allowance, diagnostics)
        self.deck_overflow = resolve_overflow(entry.overflow, ("overflow",), tree, diagnostics) or Overflow()

    # --- Places ---------------------------------------------------------------------------------

    def span(self, path: DataPath) -> Span:
        """Return where the value at `path` is written."""
        return self.tree.value_span(path)

    def written(self, path: DataPath) -> dict[str, object]:
        """Return the mapping as written at `path`; a shorthand has no keys of its own."""
        data = self.tree.data
        for step in path:
            data = data[step]
        return data if isinstance(data, dict) else {}

    @cached_property
    def _audiences(self) -> Collection[str]:
        from deckmaker.resolve.audiences import audiences_of  # loads what few decks need

        return audiences_of(self.entry)

    @cached_property
    def appendix(self) -> int:
        """The index of the slide with which the appendix begins; behind the last one where there is none."""
        slides = self.entry.slides
        return next((index for index, slide in enumerate(slides) if slide.appendix), len(slides))

    def begun_appendix(self, index: int) -> str | None:
        """Return the name of the appendix for the slide with which it begins, unless that names a section itself."""
        return slide_words(self.entry.language).appendix if index == self.appendix else None

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The deck's sections in their order; one that is named again on the next slide goes on."""
        found: list[Section] = []
        for index, slide in enumerate(self.entry.slides):
            if index == self.appendix and not slide.section:
                name = self.begun_appendix(index) or ""
                found.append(Section(name, index, name))
            if slide.section and not (found and found[-1].written == slide.section):
                span = self.span(("slides", index, "section"))
                name = check_line(slide.section, span, Diagnostics())  # the slide itself reports what is wrong
                found.append(Section(name, index, slide.section))
            if found and found[-1].shown is None and not slide.hidden:
                found[-1] = found[-1]._replace(shown=index)
        return tuple(found)

    def section_at(self, slide: int) -> str | None:
        """Return the name of the section that a slide, by its index, stands in; None before the first."""
        begun = bisect_right(self.sections, slide, key=attrgetter("slide"))
        return self.sections[begun - 1].name if begun else None

    # --- Blocks ---------------------------------------------------------------------------------

    def blocks(self, entry: FlowEntry, path: DataPath) -> tuple[Block, ...]:
        """Return the blocks of a flow, in the order in which their keys are written."""
        return tuple(self._blocks(entry, path))

    def _blocks(self, entry: BlocksEntry, path: DataPath) -> Iterator[Block]:
        for key in self.written(path):
            value = getattr(entry, key, None)
            if key == "content":
                for index, one in enumerate(value or ()):
                    yield from self._content(one, (*path, key, index))
            elif value and key in entry.block_keys:
                yield from self._block(key, value, (*path, key))

    def _content(self, entry: BlocksEntry, path: DataPath) -> Iterator[Block]:
        data = self.tree.data
        for step in path:
            data = data[step]
        if isinstance(data, dict):
            if "only" in data and not self._is_shown(entry.__dict__["only"], path):
                return
            yield from self._blocks(entry, path)
        else:
            yield from self._block("text", entry.__dict__["text"], path)

    def _is_shown(self, only: list[str] | None, path: DataPath) -> bool:
        """Tell whether a block is for the audience; report names of others that the deck does not have."""
        from deckmaker.resolve.audiences import check_audiences, is_for  # loads what few decks need

        check_audiences(only, (*path, "only"), self._audiences, self.tree, self.diagnostics)
        shown = is_for(only, self.audience)
        if only and not shown:
            self.left_out[*path, "only"] = only
        return shown

    def _block(self, key: str, value: Any, path: DataPath) -> Iterator[Block]:
        """Yield the blocks that a key makes, and take each from what a deck may have."""
        self.allowance.block(self.span(path))
        for index, block in enumerate(kind_for(key).blocks(value, path, self)):
            if index:
                self.allowance.block(block.span)
            yield block

    def flow(self, entry: Any, path: DataPath) -> Flow:
        """Return a column or a cell; its heading, under that key, stands above all else."""
        blocks = self.blocks(entry, path)
        if entry.__dict__.get("heading"):
            written = self.span((*path, "heading"))  # a text may hold headings of its own
            head = next((one for one in blocks if isinstance(one, Heading) and one.span == written), None)
            blocks = (*([head] if head else []), *(one for one in blocks if one is not head))
        return Flow(blocks, self.span(path), self.overflow_at(entry.overflow, (*path, "overflow")), entry.width or 1.0)

    # --- Texts ----------------------------------------------------------------------------------

    def paragraph(self, text: str, path: DataPath) -> Paragraph:
        """Return a text of one paragraph."""
        span, text = self.span(path), guarded(text)
        if "\n" in text:
            self._tell(marks_within(Passage.of(text, span)))
        if "$" in text:
            self._tell(formulas_within(Passage.of(text, span)))
        return Paragraph(self._parsed(text, span), span=span)

    def paragraphs(self, text: str, path: DataPath) -> list[Paragraph]:
        """Return the paragraphs of a text, between which there are blank lines."""
        span = self.span(path)
        read = read_paragraphs(check_characters(guarded(text), span, self.diagnostics), span)
        self._tell(read.flaws)
        return [self.running(words) for words in read.words]

    def markdown(self, text: str, path: DataPath) -> list[Part]:
        """Return what a text of Markdown holds, in order; `running` and `item` make paragraphs of its words."""
        return self._read(text, path).parts

    def _read(self, text: str, path: DataPath) -> ReadText:
        """Return what a text holds as Markdown; report what of it slides have no form for."""
        span = self.span(path)
        read = read_text(check_characters(guarded(text), span, self.diagnostics), span)
        self._tell(read.flaws)
        return read

    def _tell(self, flaws: Iterable[Flaw]) -> None:
        for flaw in flaws:
            self.diagnostics.report(flaw.code, as_typed(flaw.message), flaw.span, as_typed(flaw.help))

    def running(self, words: Words, may_break: bool = True) -> Paragraph:
        """Return a paragraph of a text, which has hard line breaks where it `may_break`."""
        return Paragraph(self._words(words, may_break), language=words.language)

    def item(self, item: Item) -> Paragraph:
        """Return an item, of which each further paragraph begins a line."""
        runs = [run for words in item.paragraphs for run in (Run("\n"), *self._words(words))][1:]
        marker = Marker.BULLET if item.number is None else Marker.NUMBER
        return Paragraph(join_runs(runs), item.level, marker, item.number or item.index, item.span)

    def _words(self, words: Words, may_break: bool = True) -> tuple[Run, ...]:
        passage = words.passage
        if words.is_code:
            return self._code(passage.text, passage.span, words.language, words.highlight, passage.span)
        return self._parsed(passage.text, passage.span, may_break, passage)

    def code(self, text: str, span: Span, language: str, highlight: Highlight | None, here: Span) -> Paragraph:
        """Return lines of code, which stand at `span`, as one paragraph; no sign in it is a mark.

        Without a `language`, it has no colours. `here` is where the deck has it, or names its file.
        """
        return Paragraph(self._code(text, span, language, highlight, here), span=span, language=language)

    def _code(self, text: str, span: Span, language: str, highlight: Highlight | None, here: Span) -> tuple[Run, ...]:
        self.allowance.characters(len(text), here)
        lines = limit_lines(code_lines(check_characters(text, span, self.diagnostics)), here, self.diagnostics)
        lines = as_typed(lines)
        shown = lines.strip("\n")
        if language:
            from deckmaker.resolve.code_tokens import coloured  # loads what few decks need

            self.allowance.code(len(shown), here)
            runs = coloured(shown, language)
        else:
            runs = (Run(shown, code=True),)
        if highlight:
            from deckmaker.resolve.highlights import with_highlights  # loads what few decks need

            runs = with_highlights(runs, lines, highlight, self.diagnostics)
        self.allowance.runs(runs, here)
        return runs

    def items(self, items: list[ItemEntry], marker: Marker, path: DataPath, level: int = 0) -> list[Paragraph]:
        """Return the items of a list, each followed by those nested in it."""
        paragraphs: list[Paragraph] = []
        for index, item in enumerate(items):
            here = (*path, index)
            span, text = self.span(here), guarded(item.text)
            if "\n" in text:
                self._tell(code_within(Passage.of(text, span)))
            if "$" in text:
                self._tell(formulas_within(Passage.of(text, span)))
            runs = self._parsed(text, span, may_break=True)
            paragraphs.append(Paragraph(runs, level, marker, index + 1, span))
            if item.children and level + 1 == DEEPEST:
                help = "put the deeper points on a slide of their own"
                self.diagnostics.report("wrong-value", f"lists nest at most {DEEPEST} levels deep", span, help)
            elif item.children:
                written = next(iter(self.written(here)))  # the item's text is the key of its children
                paragraphs += self.items(item.children, marker, (*here, written), level + 1)
        return paragraphs

    def characters(self, text: str, path: DataPath) -> str:
        """Return a text without marks, and without what no output may hold."""
        span = self.span(path)
        self.allowance.characters(len(text), span)
        return check_characters(text, span, self.diagnostics)

    def line(self, text: str, path: DataPath) -> str:
        """Return a text of one line without marks, and without what no output may hold."""
        span = self.span(path)
        self.allowance.characters(len(text), span)
        return check_line(text, span, self.diagnostics)

    def _parsed(
        self, text: str, span: Span, may_break: bool = False, passage: Passage | None = None
    ) -> tuple[Run, ...]:
        """Return a text's runs, and take them from what a deck may have."""
        self.allowance.characters(len(text), span)
        runs = parse_inline(text, span, self.diagnostics, may_break, passage)
        self.allowance.runs(runs, span)
        return runs

    # --- All else -------------------------------------------------------------------------------

    def picture(self, entry: ImageEntry, path: DataPath) -> Picture | None:
        """Return a picture with its credit and caption, None where its file is none."""
        credit, picture = self._images.resolved(entry, path)
        self.allowance.characters(len(picture.alt) if picture else 0, self.span(path))
        if credit:
            self.allowance.credit(credit, credit.span or self.span(path))
        if picture is None or not entry.caption:
            return picture
        return replace(picture, caption=self.paragraph(entry.caption, (*path, "caption")))

    def table(self, entry: TableEntry, path: DataPath) -> Table | None:
        """Return a table with its credit, None where nothing of it can be read."""
        from deckmaker.resolve.tables import resolve_table  # loads what few decks need

        credit = self.credit(entry.credit, "data", (*path, "credit")) if entry.credit else None
        tree, language = self.tree, self.entry.language
        return resolve_table(entry, path, tree, self.deck_path, language, self.allowance, self.diagnostics, credit)

    def credit(self, entry: CreditEntry, role: str, path: DataPath) -> Credit:
        """Return a credit; `role` holds where it and its source name none."""
        credit = resolve_credit(entry, role, self.sources, self.span(path), self.diagnostics)
        self.allowance.credit(credit, credit.span or self.span(path))
        return credit

    def overflow_at(self, entry: OverflowEntry | None, path: DataPath) -> Overflow | None:
        """Return what becomes of what has no room, None where nothing is said."""
        return resolve_overflow(entry, path, self.tree, self.diagnostics)
