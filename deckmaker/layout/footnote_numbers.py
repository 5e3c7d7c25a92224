"""Footnotes numbered: on each slide from 1, in reading order. What comes back says the numbers where the marks are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from deckmaker.layout.choice import Choice, choose_layouts
from deckmaker.model import Deck, Paragraph, Run, Slide
from deckmaker.theme import Theme

BETWEEN = ","
"""What the second of two marks side by side begins with: 1 and 2 would be 12."""


def numbered_deck(deck: Deck, theme: Theme) -> Deck:
    """Return a deck with the footnotes of its slides numbered."""
    slides = zip(deck.slides, choose_layouts(deck.slides), strict=True)
    return replace(deck, slides=tuple(_numbered(slide, choice, deck, theme) for slide, choice in slides))


def _numbered(slide: Slide, choice: Choice, deck: Deck, theme: Theme) -> Slide:
    layout = theme.layouts.get(choice.name)
    return numbered_slide(slide, deck.subtitle if layout and "meta" in layout.slots else None)


def numbered_slide(slide: Slide, subtitle: Paragraph | None) -> Slide:
    """Return a slide with its footnotes numbered; those of a `subtitle` that stands above its text are counted, too."""
    numbers = _Numbers(0)
    title = slide.title and numbers.paragraph(slide.title)
    if subtitle:
        numbers = _Numbers(numbers.last + len(subtitle.footnotes))
    return replace(slide, title=title, blocks=tuple(block.map_texts(numbers.paragraph) for block in slide.blocks))


def numbered_subtitle(subtitle: Paragraph, title: Paragraph | None) -> Paragraph:
    """Return a deck's subtitle with its footnotes numbered behind those of a slide's title."""
    return _Numbers(len(title.footnotes) if title else 0).paragraph(subtitle)


@dataclass
class _Numbers:
    """Counts on from the `last` number."""

    last: int

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        """Return a text with the numbers of its footnotes."""
        return replace(paragraph, runs=tuple(self._runs(paragraph.runs))) if paragraph.footnotes else paragraph

    def _runs(self, runs: Iterable[Run]) -> Iterator[Run]:
        follows = False
        for run in runs:
            if run.footnote is None:
                yield run
            else:
                self.last += 1
                text = f"{BETWEEN if follows else ''}{self.last}"
                yield replace(run, text=text, footnote=replace(run.footnote, number=self.last))
            follows = run.footnote is not None
