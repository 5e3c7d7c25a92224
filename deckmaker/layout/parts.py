"""A slide that has no room for its texts, split into several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.credits import words_for
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import Choice, Reason
from deckmaker.layout.context import Context
from deckmaker.layout.overflow import BODIES, overflow_of
from deckmaker.layout.slide import LaidOut, body_frames, layout_slide
from deckmaker.model import Block, Column, Columns, Paragraph, Part, Picture, Run, Slide, TextBlock, Way
from deckmaker.text import FrameText, fit, part
from deckmaker.text.fitting import LARGE, STEP
from deckmaker.text.parting import READ, words_fit
from deckmaker.theme import Theme
from deckmaker.theme.slots import PLAIN_LAYOUT

Texts = dict[str, tuple[Paragraph, ...]]
"""The paragraphs of slots."""


def laid_out_parts(
    slide: Slide, choice: Choice, number: int, context: Context, diagnostics: Diagnostics
) -> list[LaidOut]:
    """Return the slide in the layout that was chosen, or its parts where it has no room and may be split.

    The first page has that number. Reports what `layout_slide` does, and splits that the author did not ask for.
    """
    found = diagnostics.emptied()
    whole = layout_slide(slide, choice, number, context, found)
    parts = _Splitter(slide, choice, number, context).parts() if whole and may_be_split(whole) else []
    if whole is None or not parts:
        diagnostics.adopt(found)
        return [whole] if whole else []
    _report_split(whole, len(parts), number, diagnostics)
    laid_out = (
        layout_slide(one, layout, number + index, context, diagnostics) for index, (one, layout) in enumerate(parts)
    )
    return [one for one in laid_out if one]


def may_be_split(whole: LaidOut) -> bool:
    """Tell whether a slide has too little room, and only for texts that may go on on another."""
    return bool(whole.overfull) and all(
        slot in BODIES and Way.SPLIT in _ways(whole.slide, slot) for slot in whole.overfull
    )


def _ways(slide: Slide, slot: str) -> tuple[Way, ...]:
    overflow = overflow_of(slide, slot)
    return (overflow.way, overflow.then) if overflow.way is Way.SHRINK else (overflow.way,)


def _report_split(whole: LaidOut, count: int, number: int, diagnostics: Diagnostics) -> None:
    for slot, fitted in whole.overfull.items():
        if not overflow_of(whole.slide, slot).asked:
            placed = whole.page.slot(slot)
            diagnostics.report(
                "split-slide",
                f"slide {number}: `{slot}` does not fit at its smallest size, {fitted.setting.size} points, "
                f"and goes on over {count} slides",
                (placed and placed.span) or whole.slide.span,
                help="`overflow: split` on the slide accepts that, `overflow: error` rules it out; or shorten the text",
            )


@dataclass(frozen=True)
class _Splitter:
    """Takes a slide apart, from its beginning to its end."""

    slide: Slide
    choice: Choice
    number: int
    context: Context

    def parts(self) -> list[tuple[Slide, Choice]]:
        """Return the parts and their layouts; none where splitting does not help."""
        frames = body_frames(self.slide, self.choice.name, self.number, self.context)
        smaller = _smaller(frames.values(), self.context.theme)
        if smaller is None:
            return []
        taken: list[tuple[Texts, Choice]] = []
        rest, choice = _texts(self.slide), self.choice
        while any(rest.values()):
            beginning, rest = self._next(rest, Part(len(taken) + 1, 0, smaller), choice.name)
            if not any(beginning.values()):
                return []
            taken.append((beginning, choice))
            choice = self._following
        if len(taken) < 2:
            return []
        return [
            (self._titled(self._part(texts, Part(index, len(taken), smaller))), choice)
            for index, (texts, choice) in enumerate(taken, start=1)
        ]

    @property
    def _following(self) -> Choice:
        """The layout of the parts after the first: a title page has no second one."""
        is_title_page = "meta" in self.context.theme.layouts[self.choice.name].slots
        return Choice(PLAIN_LAYOUT, Reason.CONTINUED) if is_title_page else self.choice

    def _next(self, rest: Texts, part: Part, name: str) -> tuple[Texts, Texts]:
        """Return what of the texts fits on the next part, and what is left."""
        slide = self._part(rest, part)
        frames = body_frames(slide, name, self.number + part.number - 1, self.context)
        beginning: Texts = {}
        left: Texts = {}
        for slot, frame in frames.items():
            added = len(frame.paragraphs) - len(rest.get(slot, ()))  # a title page's subtitle, which is the deck's
            first, others = _parted(frame, self.context.theme)
            if len(first) < added:
                return {}, rest
            beginning[slot], left[slot] = first[added:], others
        return beginning, left

    def _part(self, texts: Texts, part: Part) -> Slide:
        """Return the slide with these texts alone; all but the first part go without what is there once."""
        slide = self.slide
        first = part.number == 1
        pictured = first or slide.overflow.picture_on_each
        pictures = [block for block in slide.blocks if isinstance(block, Picture)]
        shown = [block for block in slide.blocks if pictured or block not in pictures]
        own = [one.credit for one in pictures if one.credit]
        return replace(
            slide,
            section=slide.section if first else None,
            blocks=tuple(_blocks(shown, texts, first)),
            credits=slide.credits if pictured else tuple(one for one in slide.credits if one not in own),
            notes=slide.notes if first else (),
            part=part,
        )

    def _titled(self, slide: Slide) -> Slide:
        """Return a part with its number behind its title."""
        if slide.title is None or slide.part is None:
            return slide
        bracket = words_for(self.context.deck.language).bracket.format(f"{slide.part.number}/{slide.part.count}")
        return replace(slide, title=replace(slide.title, runs=(*slide.title.runs, Run(bracket))))


def _texts(slide: Slide) -> Texts:
    """Return a slide's own texts by slot."""
    texts: Texts = {}
    if written := [block for block in slide.blocks if isinstance(block, TextBlock)]:
        texts["body"] = _paragraphs(written)
    for block in slide.blocks:
        if isinstance(block, Columns):
            texts |= {
                f"body-{index}": _paragraphs(column.blocks) for index, column in enumerate(block.columns, start=1)
            }
    return texts


def _paragraphs(blocks: Iterable[TextBlock]) -> tuple[Paragraph, ...]:
    return tuple(paragraph for block in blocks for paragraph in block.paragraphs)


def _blocks(blocks: Sequence[Block], texts: Texts, first: bool) -> Iterator[Block]:
    """Yield a slide's blocks with these texts instead of theirs; headings without a text stand on the first part."""
    written = next((block for block in blocks if isinstance(block, TextBlock)), None)
    for block in blocks:
        if isinstance(block, Columns):
            columns = (
                _column(one, texts.get(f"body-{index}", ()), first) for index, one in enumerate(block.columns, start=1)
            )
            yield replace(block, columns=tuple(columns))
        elif not isinstance(block, TextBlock):
            yield block
        elif block is written and texts.get("body"):
            yield TextBlock(texts["body"], block.span)


def _column(column: Column, paragraphs: tuple[Paragraph, ...], first: bool) -> Column:
    blocks = (TextBlock(paragraphs, column.blocks[0].span),) if paragraphs else ()
    return replace(column, heading=column.heading if blocks or first else None, blocks=blocks)


def _parted(frame: FrameText, theme: Theme) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what of a text fits its place, and the rest. What is set takes a line more at times than was measured."""
    if sum(len(one.text) for one in frame.paragraphs) <= READ and _fits(frame, theme):
        return frame.paragraphs, ()
    room, rect = frame.rect.height, frame.rect
    while True:
        first, rest = part(replace(frame, rect=replace(rect, height=room)), theme)
        if not first or _fits(replace(frame, paragraphs=first), theme):
            return first, rest
        room -= frame.style.size


def _fits(frame: FrameText, theme: Theme) -> bool:
    return fit([frame], theme)[0].fits


def _smaller(frames: Iterable[FrameText], theme: Theme) -> int | None:
    """Return by how many points texts must be smaller than their styles for every word to have room; None if never."""
    frames = tuple(frames)
    least = min(frame.style.size - frame.style.minimum for frame in frames)
    step = STEP if any(frame.style.size >= LARGE for frame in frames) else 1
    sizes = (smaller for smaller in range(0, least + 1, step))
    return next(
        (one for one in sizes if all(words_fit(frame, frame.style.size - one, theme) for frame in frames)), None
    )
