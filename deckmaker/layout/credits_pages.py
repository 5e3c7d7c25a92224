"""The slides that list credits: each credit of the deck once, with its picture, and where in the deck it is.

They are as many as the entries take, in columns whose rows are level.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import ceil

from deckmaker.credits import credit_runs, words_for
from deckmaker.credits.record import Form
from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.choice import Choice, Reason
from deckmaker.layout.context import Context
from deckmaker.layout.document import NOT_ALONE, Decision, Fit, Page, PictureItem, Placed
from deckmaker.layout.figures import place_picture
from deckmaker.layout.findings import character_findings, fit_findings, mark_findings, report_findings
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import placed_text
from deckmaker.layout.slide import layout_slide
from deckmaker.model import Credit, Deck, Paragraph, Picture, Run, Slide
from deckmaker.model.geometry import Rect
from deckmaker.model.number_ranges import runs
from deckmaker.model.text import join_runs, split_runs
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.text.fitting import LONG_TEXT, TOLERANCE
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.slots import CREDITS_LAYOUT, ENTRIES


@dataclass(frozen=True, slots=True)
class Entry:
    """A credit in the list: the picture that it is for, if that is shown, and its slides by number."""

    credit: Credit
    picture: Picture | None
    slides: tuple[int, ...]


def listed_entries(deck: Deck, hidden: bool, only: Collection[Credit] | None = None) -> list[Entry]:
    """Return the credits of a deck's slides that are `hidden`, or of the others, in the order of these slides, those
    with pictures first; of some, `only` these.

    Credits that read the same are one entry; of pictures, one for each.
    """
    wanted = None if only is None else {credit_runs(one, deck.language) for one in only}
    found: dict[tuple[object, ...], tuple[Credit, Picture | None, dict[int, None]]] = {}
    known: dict[tuple[object, ...], list[dict[int, None]]] = {}
    for number, slide in enumerate(deck.slides, start=1):
        if slide.hidden is not hidden:
            continue
        # Parts of a slide have the same credits, of which there may be many: those are looked up once.
        same = slide.credits, *(block for block in slide.walk() if isinstance(block, Picture))
        if same not in known:
            known[same] = [
                found.setdefault((runs, picture and picture.file), (credit, picture, {}))[2]
                for runs, credit, picture in _credited(slide, deck.language)
                if wanted is None or runs in wanted
            ]
        for numbers in known[same]:
            numbers[number] = None
    entries = [Entry(credit, picture, tuple(slides)) for credit, picture, slides in found.values()]
    return sorted(entries, key=lambda one: one.picture is None)


def _credited(slide: Slide, language: str) -> Iterator[tuple[tuple[Run, ...], Credit, Picture | None]]:
    """Yield a slide's credits with how they read; one that reads as a picture's own is that."""
    pictures = [block for block in slide.walk() if isinstance(block, Picture) and block.credit]
    own = {credit_runs(one.credit, language): one for one in pictures if one.credit}
    for credit in slide.credits:
        runs = credit_runs(credit, language)
        yield runs, credit, own.get(runs)


def slides_in_words(numbers: Sequence[int], language: str) -> str:
    """Return where something is in the deck, such as `Slides 2, 5–8`."""
    words = words_for(language)
    # Two neighbours read better as `2, 3`.
    parts = [f"{one[0]}–{one[-1]}" if len(one) > 2 else ", ".join(map(str, one)) for one in runs(numbers)]
    return (words.slides if len(numbers) > 1 else words.slide).format(", ".join(parts))


THUMBNAIL = 72.0, 54.0
"""Width and height of a picture's place, in points."""

BESIDE = 15.0
"""Points between a picture's place and the words beside it."""

CAPITALS = 0.65
"""Height of capital letters, in multiples of the size, about that of all fonts; pictures begin there."""

FORMS: tuple[Form, Form] = ("screen", "paper")


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """An entry, or a part of one too long for a column, as set; `printed` is how it reads on paper where it differs."""

    picture: Picture | None
    screen: Fitted
    printed: Fitted | None
    style: TextStyle
    span: Span | None
    baseline: float

    @property
    def height(self) -> float:
        """Points that it takes, whole steps of the baseline grid."""
        texts = [one.shift + one.setting.height for one in (self.screen, self.printed) if one]
        pictures = [self._top + THUMBNAIL[1]] if self.picture else []
        return ceil(max(*texts, *pictures, 0.0) / self.baseline - 0.001) * self.baseline

    @property
    def _top(self) -> float:
        """How far a picture stands below the entry's top: level with the capitals beside it."""
        first = self.screen.setting.paragraphs[0]
        return self.screen.shift + first.lines[0].baseline - CAPITALS * first.style.size

    def placed(self, slot: str, rect: Rect) -> Iterator[Placed]:
        """Yield the picture, then the words, in a place of the entry's height."""
        if self.picture:
            place = Rect(rect.x, rect.y + self._top, *THUMBNAIL)
            frame, crop = place_picture(self.picture, place, "contain")
            item = PictureItem(self.picture.file, self.picture.alt, crop, decorative=self.picture.decorative)
            decision = Decision(place, NOT_ALONE, fit=Fit("contain", asked=False))
            own = replace(frame, x=place.x, y=place.y)
            yield Placed(own, item, Role.PICTURE, slot, self.picture.span, decision=decision)
        indent = _indent(self.picture)
        beside = replace(rect, x=rect.x + indent, width=rect.width - indent)
        text, *printed = (
            placed_text(slot, beside, one, self.style, self.span, NOT_ALONE, role=Role.ENTRY)
            for one in (self.screen, self.printed)
            if one
        )
        yield replace(text, printed=printed[0]) if printed else text


@dataclass(frozen=True, slots=True)
class EntrySetter:
    """Sets entries for columns of one size. All are of their style's size, however many there are."""

    deck: Deck
    column: Rect
    style: TextStyle
    theme: Theme
    diagnostics: Diagnostics

    def blocks(self, entry: Entry) -> Iterator[EntryBlock]:
        """Yield an entry; one that is too tall for a column in parts, in the form of paper, which says more."""
        language, picture = self.deck.language, entry.picture
        head = Paragraph((Run(slides_in_words(entry.slides, language), bold=True),))
        screen, paper = (credit_runs(entry.credit, language, form) for form in FORMS)
        forms = [screen, paper] if self.deck.credits.print == "urls" and paper != screen else [screen]
        if max(sum(len(run.text) for run in runs) for runs in forms) < LONG_TEXT:
            fitted = [self._set((head, self._paragraph(runs, runs is not screen)), picture) for runs in forms]
            if not any(one.excess_height for one in fitted):
                yield self._block(entry, picture, *fitted)
                return
        before: tuple[Paragraph, ...] = (head,)
        rest = paper
        while rest:
            part, rest = self._column_of(before, rest, picture)
            yield self._block(entry, picture, part)
            before, picture = (), None

    def _column_of(
        self, before: tuple[Paragraph, ...], runs: tuple[Run, ...], picture: Picture | None
    ) -> tuple[Fitted, tuple[Run, ...]]:
        """Set as much as a column holds; return it and the runs that are left."""
        begun, later = split_runs(runs, LONG_TEXT)  # a column holds less, and a whole book takes long to measure
        fitted = self._set((*before, self._paragraph(begun, printed=True)), picture)
        last = fitted.setting.paragraphs[-1]
        above = fitted.shift + sum(len(one.lines) * one.style.leading for one in fitted.setting.paragraphs[:-1])
        count = max(1, int((self.column.height - above - last.style.before + TOLERANCE) / last.style.leading))
        if count >= len(last.lines):
            return fitted, later
        end, text = 0, last.paragraph.text
        for one in last.lines[:count]:
            end = text.index(one.line.text, end) + len(one.line.text)
        end += len(text[end:]) - len(text[end:].lstrip(" "))
        kept, left = split_runs(begun, end)
        return self._set((*before, self._paragraph(kept, printed=True)), picture), join_runs((*left, *later))

    def _paragraph(self, runs: tuple[Run, ...], printed: bool) -> Paragraph:
        return Paragraph(runs, together=(words_for(self.deck.language).nobody,), printed=printed)

    def _set(self, paragraphs: tuple[Paragraph, ...], picture: Picture | None) -> Fitted:
        """Set a text beside a picture's place, if there is one; an address wider than that is broken as on paper."""
        indent = _indent(picture)
        rect = replace(self.column, x=self.column.x + indent, width=self.column.width - indent)
        style = replace(self.style, short=None, minimum=self.style.size)
        (fitted,) = fit([FrameText(paragraphs, style, rect)], self.theme)
        if fitted.setting.excess_width and not paragraphs[-1].printed:
            return self._set((*paragraphs[:-1], replace(paragraphs[-1], printed=True)), picture)
        return fitted

    def _block(
        self, entry: Entry, picture: Picture | None, screen: Fitted, printed: Fitted | None = None
    ) -> EntryBlock:
        self._report(entry, screen)
        return EntryBlock(picture, screen, printed, self.style, entry.credit.span, self.theme.baseline)

    def _report(self, entry: Entry, fitted: Fitted) -> None:
        number, span = entry.slides[0], entry.credit.span or self.deck.span
        if self.deck.credits.where == "end":  # else it is said of the strip on the slide
            paragraphs = tuple(one.paragraph for one in fitted.setting.paragraphs)
            found = [
                *character_findings(paragraphs, self.style, span, self.theme),
                *mark_findings(fitted.setting, "credits", span),
            ]
            report_findings(found, number, self.diagnostics)
        if not (fitted.fits and fitted.setting.paragraphs[-1].paragraph.printed):  # whose breaks are ours anyway
            found = list(fit_findings(fitted.setting, fitted.excess_height, "credits at the end", span))
            report_findings(found, number, self.diagnostics)


def _indent(picture: Picture | None) -> float:
    """Return how far the words of an entry stand from the column's edge."""
    return THUMBNAIL[0] + BESIDE if picture else 0.0


GAP = 12.0
"""Points between two entries, one below the other."""

Rows = list[list[EntryBlock]]


def credits_pages(
    entries: Sequence[Entry], after: int, hidden: bool, context: Context, diagnostics: Diagnostics
) -> Iterator[Page]:
    """Yield the pages, `after` so many others, on which the entries are listed; none for no entries. They are `hidden`
    as the slides of these are."""
    layout, deck = context.theme.layouts[CREDITS_LAYOUT], context.deck
    columns = [layout.slots[name].rect for name in ENTRIES if name in layout.slots]
    first, style = columns[0], layout.slots[ENTRIES[0]].style
    assert style is not None, f"slot {ENTRIES[0]} holds text and has no style"
    column = Rect(first.x, first.y, min(one.width for one in columns), min(one.height for one in columns))
    setter = EntrySetter(deck, column, style, context.theme, diagnostics)
    blocks = [block for entry in entries for block in setter.blocks(entry)]
    pages = list(_filled(blocks, len(columns), column.height))
    for number, rows in enumerate(pages, start=1):
        slide = replace(_slide(context, number, len(pages)), hidden=hidden)
        placed = list(_placed(rows, columns))
        choice = Choice(CREDITS_LAYOUT, Reason.CREDITS)
        laid_out = layout_slide(slide, choice, context)
        laid_out.tell(after + number, diagnostics)
        yield laid_out.page(after + number, context, placed)


def _slide(context: Context, number: int, count: int) -> Slide:
    """Return one of the slides without its entries. They are a section of their own where others are."""
    deck, words = context.deck, words_for(context.deck.language)
    span = deck.spans.get("credits", deck.span)
    title = words.heading + (words.part.format(f"{number}/{count}") if count > 1 else "")
    section = words.heading if any(slide.section for slide in deck.slides) else None
    heading = Paragraph((Run(title),), span=span)
    return Slide(heading, section, None, span, (), (), span, (), span, marking=deck.marking)


def _filled(blocks: Sequence[EntryBlock], columns: int, height: float) -> Iterator[Rows]:
    """Yield the rows of each page: as many entries as it holds, at least one, as many in one column as in the other."""
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and _height(_rows(blocks[start : end + 1], columns)) <= height:
            end += 1
        yield _rows(blocks[start:end], columns)
        start = end


def _rows(blocks: Sequence[EntryBlock], columns: int) -> Rows:
    """Return the rows of a page. They are read down one column, then down the next."""
    count = -(-len(blocks) // columns)
    return [list(blocks[row::count]) for row in range(count)]


def _row_height(row: Sequence[EntryBlock]) -> float:
    return max(block.height for block in row)


def _height(rows: Rows) -> float:
    return sum(map(_row_height, rows)) + GAP * (len(rows) - 1)


def _placed(rows: Rows, columns: Sequence[Rect]) -> Iterator[Placed]:
    """Yield what the entries of a page consist of, in reading order; all are set as those of the first column are."""
    tops, y = [], columns[0].y
    for row in rows:
        tops.append(y)
        y += _row_height(row) + GAP
    for index, column in enumerate(columns):
        for row, top in zip(rows, tops, strict=True):
            if index < len(row):
                yield from row[index].placed(ENTRIES[0], Rect(column.x, top, column.width, row[index].height))
