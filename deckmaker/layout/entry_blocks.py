"""Entries of credits set for a column: a picture, small and whole, and beside it the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from deckmaker.credits import credit_runs, words_for
from deckmaker.credits.record import Form
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.decision import Change, Decision, Fit
from deckmaker.layout.document import PictureItem, Placed
from deckmaker.layout.entries import Entry, slides_in_words
from deckmaker.layout.findings import report_findings
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.reports import character_findings, fit_findings, mark_findings
from deckmaker.layout.roles import Role
from deckmaker.layout.texts import placed_text
from deckmaker.model import Deck, Paragraph, Picture, Run
from deckmaker.model.geometry import Rect
from deckmaker.model.text import join_runs, split_runs
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.text.fitting import LONG_TEXT, TOLERANCE
from deckmaker.theme import TextStyle, Theme

THUMBNAIL = 72.0, 54.0
"""Width and height of a picture's place, in points."""

BESIDE = 15.0
"""Points between a picture's place and the words beside it."""

CAPITALS = 0.65
"""Height of capital letters, in multiples of the size, about that of all fonts; pictures begin there."""

FORMS: tuple[Form, Form] = ("screen", "paper")

SHARED = (Change.SHARED,)


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
            item = PictureItem(self.picture.file, self.picture.alt, crop)
            decision = Decision(place, SHARED, fit=Fit("contain", asked=False))
            own = replace(frame, x=place.x, y=place.y)
            yield Placed(own, item, Role.PICTURE, slot, self.picture.span, decision=decision)
        indent = _indent(self.picture)
        beside = replace(rect, x=rect.x + indent, width=rect.width - indent)
        text, *printed = (
            placed_text(slot, beside, one, self.style, self.span, SHARED, role=Role.ENTRY)
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
