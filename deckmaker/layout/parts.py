"""A slide on one page, or in parts on several where it has no room for its blocks."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.slide import LaidOut, layout_slide
from deckmaker.model import Slide
from deckmaker.theme.slots import FOOTNOTES

_NEVER_SPLIT = ("title", "meta", "trail", "footer")
"""Slots whose texts have one place, and go on nowhere."""


def laid_out_parts(
    slide: Slide, choice: Choice, number: int, context: Context, diagnostics: Diagnostics
) -> list[LaidOut]:
    """Return the slide in the layout that was chosen, or its parts where it has no room and may be split.

    The first page has that number. Reports what is wrong with them, and splits that the author did not ask for; none
    where there is no such layout.
    """
    if not _is_known(slide, choice, context, diagnostics):
        return []
    whole = crowded = layout_slide(slide, choice, context)
    if whole.left_out:  # rather a slide more than credits that are not said
        crowded = layout_slide(slide, choice, context, strip_gives_way=False)
    parts = _split(slide, choice, context) if may_be_split(crowded) else []
    if not parts:
        whole.report(number, diagnostics)
        return [whole]
    _report_split(crowded, len(parts), number, diagnostics, by_credits=crowded is not whole)
    for index, one in enumerate(parts):
        one.report(number + index, diagnostics)
    return parts


def _is_known(slide: Slide, choice: Choice, context: Context, diagnostics: Diagnostics) -> bool:
    theme, name = context.theme, choice.name
    if name in theme.layouts:
        return True
    diagnostics.report(
        "unknown-layout",
        f"theme `{theme.name}` has no layout `{name}`",
        slide.layout_span if slide.layout else slide.span,
        help=nearest(name, list(theme.layouts)) or f"layouts: {', '.join(theme.layouts)}",
    )
    return False


def may_be_split(whole: LaidOut) -> bool:
    """Tell whether a slide has too little room, and only for what may go on on another, where it would have room."""
    return bool(whole.overfull) and all(
        name not in _NEVER_SPLIT and over.may_be_split for name, over in whole.overfull.items()
    )


def _split(slide: Slide, choice: Choice, context: Context) -> list[LaidOut]:
    from deckmaker.layout.splitter import Splitter  # few decks need it

    return [layout_slide(*part[:2], context, part.part) for part in Splitter(slide, choice, context).parts()]


def _report_split(whole: LaidOut, count: int, number: int, diagnostics: Diagnostics, by_credits: bool) -> None:
    above, instead = "", "`overflow: error` rules it out"
    if by_credits:
        above, instead = " above its credits", "`overflow: {way: shrink, then: error}` shortens the credits"
    for name, over in whole.overfull.items():
        if (name != FOOTNOTES and not over.overflow.asked) or (name == FOOTNOTES and not whole.slide.overflow.asked):
            diagnostics.report(
                "split-slide",
                f"slide {number}: `{name}` does not fit{above} at its smallest size, {over.size} points, "
                f"and goes on over {count} slides",
                over.span,
                help=f"`overflow: split` on the slide accepts that, {instead}; or shorten it",
            )
