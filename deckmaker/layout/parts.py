"""A slide on one page, or in parts on several where it has no room for its texts."""

from __future__ import annotations

from deckmaker.budget import PARTS
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.overflow import SPLITTABLE, TooManyParts, overflow_of
from deckmaker.layout.slide import LaidOut, layout_slide
from deckmaker.model import Slide, Way
from deckmaker.theme.slots import FOOTNOTES


def laid_out_parts(
    slide: Slide, choice: Choice, number: int, context: Context, diagnostics: Diagnostics
) -> list[LaidOut]:
    """Return the slide in the layout that was chosen, or its parts where it has no room and may be split.

    The first page has that number. Reports what `layout_slide` does, and splits that the author did not ask for.
    """
    found = diagnostics.emptied()
    whole = crowded = layout_slide(slide, choice, number, context, found, sketched=True)
    if whole and whole.left_out:  # rather a slide more than credits that are not said
        unheard = diagnostics.emptied()
        crowded = layout_slide(slide, choice, number, context, unheard, strip_gives_way=False, sketched=True)
    if whole is None or crowded is None or not may_be_split(crowded):
        return _in_one(slide, choice, number, context, whole, found, diagnostics)
    if not whole.has_places:  # which is mended first: in another layout, what has no room here may have some
        diagnostics.adopt_errors(found, but=("text-too-long",))
        return [whole]
    try:
        parts = _split(slide, choice, number, context)
    except TooManyParts:
        message = f"slide {number} {PARTS.excess()}"
        diagnostics.report("too-many-parts", message, slide.span, help="put less on it, or make several slides of it")
        return [whole]
    if not parts:
        return _in_one(slide, choice, number, context, whole, found, diagnostics)
    _report_split(crowded, len(parts), number, diagnostics, by_credits=crowded is not whole)
    laid_out = (
        layout_slide(one, layout, number + index, context, diagnostics) for index, (one, layout) in enumerate(parts)
    )
    return [one for one in laid_out if one]


def _in_one(
    slide: Slide,
    choice: Choice,
    number: int,
    context: Context,
    whole: LaidOut | None,
    found: Diagnostics,
    diagnostics: Diagnostics,
) -> list[LaidOut]:
    """Return the slide as a whole, and report what is wrong with it. What was a sketch is laid out."""
    if whole and whole.is_sketch:
        found = diagnostics.emptied()
        whole = layout_slide(slide, choice, number, context, found)
    diagnostics.adopt(found)
    return [whole] if whole else []


def may_be_split(whole: LaidOut) -> bool:
    """Tell whether a slide has too little room, and only for what may go on on another, where it would have room."""
    return bool(whole.overfull) and all(
        slot in (*SPLITTABLE, FOOTNOTES) and not over.is_too_wide and Way.SPLIT in _ways(whole.slide, slot)
        for slot, over in whole.overfull.items()
    )


def _split(slide: Slide, choice: Choice, number: int, context: Context) -> list[tuple[Slide, Choice]]:
    from deckmaker.layout.splitter import Splitter  # few decks need it

    return Splitter(slide, choice, number, context).parts()


def _ways(slide: Slide, slot: str) -> tuple[Way, ...]:
    overflow = overflow_of(slide, slot)
    return (overflow.way, overflow.then) if overflow.way is Way.SHRINK else (overflow.way,)


def _report_split(whole: LaidOut, count: int, number: int, diagnostics: Diagnostics, by_credits: bool) -> None:
    above, instead = "", "`overflow: error` rules it out"
    if by_credits:
        above, instead = " above its credits", "`overflow: {way: shrink, then: error}` shortens the credits"
    for slot, over in whole.overfull.items():
        if not overflow_of(whole.slide, slot).asked:
            placed = whole.page.slot(slot)
            diagnostics.report(
                "split-slide",
                f"slide {number}: `{slot}` does not fit{above} at its smallest size, {over.size} points, "
                f"and goes on over {count} slides",
                (placed and placed.span) or whole.slide.span,
                help=f"`overflow: split` on the slide accepts that, {instead}; or shorten it",
            )
