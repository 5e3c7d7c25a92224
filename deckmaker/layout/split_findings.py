"""What is said of a slide that goes on on further ones, though nobody asked for that: a warning for each thing that
does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckmaker.diagnostics import Span
from deckmaker.layout.contents import word_for
from deckmaker.layout.findings import Finding, place_in_words
from deckmaker.layout.laid_out import LaidOut
from deckmaker.layout.place import OverflowFinding
from deckmaker.model import Block, Heading, Slide


def split_findings(
    slide: Slide, parts: Sequence[LaidOut], overfull: Mapping[str, OverflowFinding], by_credits: bool
) -> Iterator[Finding]:
    """Yield what is said of a slide that is split: of each thing that had no room on one page and is on several now.

    Texts that are whole on a part, as those of cells whose rows are shared out, are told as the cells that are on
    several. Where nothing is, all that had no room is told. It had none above the credits where it is split for these.
    """
    above, instead = "", "`overflow: error` rules it out"
    if by_credits:
        above, instead = " above its credits", "`overflow: {way: shrink, then: error}` shortens the credits"
    help = f"`overflow: split` on the slide accepts that, {instead}; or shorten it"
    counts = _counts(parts)
    around = dict(_with_cells(slide.blocks, counts))
    told: dict[Span, list[tuple[str, Span, int]]] = {}
    for name, found in overfull.items():
        if not found.overflow.asked:
            own = found.block or found.span  # of a block such as a timeline, all texts are told as one
            cells = None if counts[own] > 1 else around.get(own)
            span, named = (cells.span, f"its {word_for(cells)}") if cells else (found.span, place_in_words(name))
            told.setdefault(cells.span if cells else own, []).append((named, span, found.size))
    is_any = any(counts[own] > 1 for own in told)
    for own, texts in told.items():
        if counts[own] == 1 and is_any:
            continue
        named, span, _ = texts[0]
        more = sum(other != named for other, *_ in texts)
        named += f" and {more} more {'text' if more == 1 else 'texts'}" if more else ""
        size = f"{min(size for *_, size in texts)} points"
        count = counts[own] if counts[own] > 1 else len(parts)
        message = f": {named} does not fit{above} at its smallest size, {size}, and goes on over {count} slides"
        if more or named.endswith("s"):  # its columns
            message = f": {named} do not fit{above} at their smallest size, {size}, and go on over {count} slides"
        yield Finding("split-slide", message, span, help)


def _counts(parts: Sequence[LaidOut]) -> Counter[Span]:
    """Return on how many parts each block is. Headings are on one: those of cells that go on are said again on each."""
    counts: Counter[Span] = Counter()
    for part in parts:
        blocks = {own.span: own for block in part.slide.blocks for own in block.walk()}
        counts.update(span for span, own in blocks.items() if not (isinstance(own, Heading) and counts[span]))
    return counts


def _with_cells(
    blocks: Iterable[Block], counts: Counter[Span], around: Block | None = None
) -> Iterator[tuple[Span, Block]]:
    """Yield where each block in cells is written, and the innermost cells around it that are on several parts."""
    for block in blocks:
        if around:
            yield block.span, around
        yield from _with_cells(block.children(), counts, block if counts[block.span] > 1 else around)
