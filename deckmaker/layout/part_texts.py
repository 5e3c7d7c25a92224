"""The texts of a slide that is split: taken from its blocks, parted, and put back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckmaker.layout.contents import paragraphs_of
from deckmaker.model import Block, Column, Columns, Paragraph, Slide, Table, TextBlock
from deckmaker.text import FrameText, fit
from deckmaker.text.fitting import LARGE, STEP, most_lines
from deckmaker.text.parting import READ, Room, part, words_fit
from deckmaker.theme import Theme

Texts = dict[str, tuple[Paragraph, ...]]
"""The paragraphs of slots."""


def texts_of(slide: Slide) -> Texts:
    """Return a slide's own texts by slot."""
    texts: Texts = {}
    if written := [block for block in slide.blocks if isinstance(block, TextBlock)]:
        texts["body"] = paragraphs_of(written)
    for block in slide.blocks:
        if isinstance(block, Columns):
            texts |= {
                f"body-{index}": paragraphs_of(column.blocks) for index, column in enumerate(block.columns, start=1)
            }
    return texts


def blocks_with(blocks: Sequence[Block], texts: Texts, table: Table | None, first: bool) -> Iterator[Block]:
    """Yield a slide's blocks with these texts and this table instead of its own.

    A heading without a text stands on the first part alone.
    """
    written = next((block for block in blocks if isinstance(block, TextBlock)), None)
    for block in blocks:
        if isinstance(block, Columns):
            columns = (
                _column(one, texts.get(f"body-{index}", ()), first) for index, one in enumerate(block.columns, start=1)
            )
            yield replace(block, columns=tuple(columns))
        elif isinstance(block, Table):
            if table:
                yield table
        elif not isinstance(block, TextBlock):
            yield block
        elif block is written and texts.get("body"):
            yield TextBlock(texts["body"], block.span)


def _column(column: Column, paragraphs: tuple[Paragraph, ...], first: bool) -> Column:
    blocks = (TextBlock(paragraphs, column.blocks[0].span),) if paragraphs else ()
    return replace(column, heading=column.heading if blocks or first else None, blocks=blocks)


def parted(
    frame: FrameText, theme: Theme, given: int, room: Room | None = None, most: Room | None = None
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what of a text fits its place, and the rest; nothing where no line does behind those `given` paragraphs.

    Of its place there is the `room` that its footnotes leave, and `most` that at most, told quickly. What is set takes
    a line more at times than was measured.
    """
    if sum(len(one.text) for one in frame.paragraphs) <= READ and _fits(frame, theme, room):
        return frame.paragraphs, ()
    height, rect = frame.rect.height, frame.rect
    while True:
        first, rest = part(replace(frame, rect=replace(rect, height=height)), theme, given, room, most)
        if not first or _fits(replace(frame, paragraphs=first), theme, room):
            return first, rest
        height -= frame.style.size


def _fits(frame: FrameText, theme: Theme, room: Room | None) -> bool:
    if len(frame.paragraphs) > most_lines(frame, theme):
        return False
    if room:
        height = room(tuple(footnote for one in frame.paragraphs for footnote in one.footnotes))
        if height <= 0:
            return False
        frame = replace(frame, rect=replace(frame.rect, height=min(frame.rect.height, height)))
    return fit([frame], theme)[0].fits


def smaller_for_words(frames: Iterable[FrameText], theme: Theme) -> int | None:
    """Return by how many points texts must be smaller than their styles for every word to have room; None if never."""
    frames = tuple(frames)
    fitting = (
        one for one in smaller_sizes(frames) if all(words_fit(frame, frame.style.size - one, theme) for frame in frames)
    )
    return next(fitting, None)


def smaller_sizes(frames: Iterable[FrameText]) -> range:
    """Return by how many points texts that are set alike may be smaller than their styles, from 0."""
    frames = tuple(frames)
    least = min((frame.style.size - frame.style.minimum for frame in frames), default=0)
    return range(0, least + 1, STEP if any(frame.style.size >= LARGE for frame in frames) else 1)
