"""A slide's footnotes: numbered in reading order, set at its foot under a short rule, and what makes room for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.layout.choice import Choice, choose_layouts
from deckmaker.layout.context import Context
from deckmaker.layout.document import Decision, Placed, ShapeItem
from deckmaker.layout.roles import Role
from deckmaker.layout.strip import rects_above
from deckmaker.model import Deck, Footnote, Marker, Paragraph, Run, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import SlideLayout, TextStyle, Theme
from deckmaker.theme.baselines import in_steps, line_height
from deckmaker.theme.slots import FOOTNOTES

RULE_LENGTH, RULE_WEIGHT, RULE_OPACITY = 42.0, 0.75, 0.6
"""The rule between text and footnotes, in points, in their colour: what tells them apart, and is hardly seen."""

RULE_ABOVE = 6.0
"""Points from the rule to the box of the footnotes."""

AIR = 12.0
"""Points between the rule and what ends higher for it."""

HIGHEST = 0.25
"""Of the page's height: where footnotes begin at the highest."""


def footnote_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the footnotes that are marked in texts as paragraphs, each behind its number."""
    return of_footnotes(footnote for one in paragraphs for footnote in one.footnotes)


def of_footnotes(footnotes: Iterable[Footnote]) -> tuple[Paragraph, ...]:
    """Return footnotes as paragraphs in the order of their numbers."""
    return tuple(
        Paragraph(one.runs, marker=Marker.FOOTNOTE, number=one.number, span=one.span)
        for one in sorted(footnotes, key=lambda one: one.number)
    )


@dataclass(frozen=True)
class FootnoteArea:
    """The foot of a slide, given the places of all else above its strip; footnotes have theirs among them."""

    layout: SlideLayout
    context: Context
    rects: dict[str, Rect]
    _leasts: dict[int, tuple[Footnote, float]] = field(default_factory=dict)

    def places_above(self, footnotes: tuple[Paragraph, ...], more: float = 0.0) -> dict[str, Rect]:
        """Return the places of all that is above footnotes, and `more` points, and that of the footnotes."""
        return self.places_above_height(self.needed(footnotes) + more) if footnotes or more else self.rects

    def places_above_height(self, height: float) -> dict[str, Rect]:
        """Return the places of all that is above footnotes of that height, and that of the footnotes."""
        frame = self._frame(height)
        obstacle = replace(frame, y=frame.y - RULE_ABOVE, height=frame.height + RULE_ABOVE)
        return {**rects_above(obstacle, FOOTNOTES, self.rects, self.layout, AIR), FOOTNOTES: frame}

    def has_room(self, footnotes: tuple[Paragraph, ...], more: float = 0.0) -> bool:
        """Tell whether footnotes, and `more` points, have room at all."""
        return not footnotes or self.holds(self.needed(footnotes) + more)

    def holds(self, height: float) -> bool:
        """Tell whether footnotes of that height have room."""
        return height <= self.room.height + TOLERANCE

    def least(self, footnote: Footnote) -> float:
        """Return how high a footnote is at least, whichever stand beside it, in points."""
        if id(footnote) not in self._leasts:  # which is looked at for each place at which a text may be split
            height = self.context.least_height_of(FrameText(of_footnotes((footnote,)), self._style, self.room))
            self._leasts[id(footnote)] = (footnote, height)
        return self._leasts[id(footnote)][1]

    def needed(self, footnotes: tuple[Paragraph, ...]) -> float:
        """Return how high footnotes are from the bottom of their slot, in points: whole steps of the grid."""
        height = self.context.height_of(FrameText(footnotes, self._style, self.room)) if footnotes else 0.0
        return in_steps(height, self.context.theme.baseline)

    @property
    def _style(self) -> TextStyle:
        style = self.layout.slots[FOOTNOTES].style
        assert style is not None, "slot footnotes holds text and has no style"
        return style

    def _frame(self, height: float) -> Rect:
        bottom, room = self.rects[FOOTNOTES].bottom, self.room
        height = min(height, room.height)
        return replace(room, y=bottom - height, height=height)

    @cached_property
    def room(self) -> Rect:
        """All that footnotes may take: below the title and the first line of each text, if these do not move up.

        A caption follows where its table ends.
        """
        own = self.rects[FOOTNOTES]
        tops = [HIGHEST * self.context.theme.height]
        for name, rect in self.rects.items():
            style = self.layout.slots[name].style
            if name == FOOTNOTES or not style or rect.x >= own.right or own.x >= rect.right:
                continue
            if style.anchor == "top" and rect.y < own.y:
                tops.append(rect.y + line_height(style.percent, style.minimum) + AIR + RULE_ABOVE)
            elif rect.bottom < own.y - RULE_ABOVE - AIR:
                tops.append(rect.bottom + AIR + RULE_ABOVE)
        top = min(max(tops), own.y)
        return replace(own, y=top, height=own.bottom - top)


def rule_above(footnotes: Rect, color: str) -> Placed:
    """Return the rule above the box of footnotes, which begins where they do."""
    rect = Rect(footnotes.x, footnotes.y - RULE_ABOVE, RULE_LENGTH, RULE_WEIGHT)
    return Placed(rect, ShapeItem(color, RULE_OPACITY, 0.0), Role.DECORATION, FOOTNOTES, None, decision=Decision(rect))


BETWEEN = ","
"""What the second of two marks side by side begins with: 1 and 2 would be 12."""


def numbered_deck(deck: Deck, theme: Theme) -> Deck:
    """Return a deck with the footnotes of its slides numbered."""
    slides = zip(deck.slides, choose_layouts(deck.slides, theme), strict=True)
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
