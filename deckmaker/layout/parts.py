"""A slide on one page, or in parts on several where it has no room for its blocks."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.budget.decks import PARTS
from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled, rewritten
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.findings import Finding, report_findings
from deckmaker.layout.laid_out import LaidOut
from deckmaker.layout.place import TooManyParts
from deckmaker.layout.slide import layout_slide
from deckmaker.model import Slide

_NEVER_SPLIT = ("title", "meta", "trail", "footer")
"""Slots whose texts have one place, and go on nowhere."""


@dataclass(frozen=True, slots=True)
class SlideParts:
    """A slide laid out: whole, or in its parts; `findings` say what of it goes on that nobody asked to, and what else
    is told of it as a whole."""

    parts: tuple[LaidOut, ...]
    findings: tuple[Finding, ...] = ()

    def tell(self, number: int, diagnostics: Diagnostics) -> None:
        """Report what is wrong with them, as the slide that its author counts as `number`."""
        report_findings(self.findings, number, diagnostics)
        for one in self.parts:
            one.tell(number, diagnostics)


def slide_parts(slide: Slide, choice: Choice, context: Context) -> SlideParts:
    """Return a slide in the layout that was chosen, or its parts where it has no room and may be split."""
    found = _slide_parts(slide, choice, context)
    context.least_diagrams.clear()
    if not slide.incremental_span:
        return found
    from deckmaker.layout.steps import has_steps

    if any(has_steps(placed) for part in found.parts for placed in part.placed):
        return found
    message = ": nothing on it appears one by one"
    help = "items of lists and agendas, events, steps and key figures do; else leave `incremental:` out"
    return replace(found, findings=(*found.findings, Finding("no-steps", message, slide.incremental_span, help)))


def _slide_parts(slide: Slide, choice: Choice, context: Context) -> SlideParts:
    context.let_go()
    whole = crowded = layout_slide(slide, choice, context)
    if whole.left_out:  # rather a slide more than credits that are not said
        crowded = layout_slide(slide, choice, context, strip_gives_way=False)
    if not may_be_split(crowded):
        return SlideParts((whole,))
    if any(one.code == "no-slot" for one in whole.findings):
        # That is mended first: in another layout, what has no room here may have some.
        return SlideParts(
            (replace(whole, findings=tuple(one for one in whole.findings if one.code != "text-too-long")),)
        )
    overfull, by_credits = crowded.overfull, crowded is not whole
    del whole, crowded  # large tables take as much as their parts do, and are laid out anew where there are none
    context.let_go()
    try:
        parts = _split(slide, choice, context)
    except TooManyParts:
        help = "put less on it, or make several slides of it"
        finding = Finding("too-many-parts", f" {PARTS.excess()}", slide.span, help)
        return SlideParts((replace(layout_slide(slide, choice, context), findings=()),), (finding,))
    if not parts:
        return SlideParts((layout_slide(slide, choice, context),))
    if len(parts) == 1:
        return SlideParts(tuple(parts))
    from deckmaker.layout.split_findings import split_findings

    return SlideParts(tuple(parts), tuple(split_findings(slide, parts, overfull, by_credits)))


_MEANT = {
    "title": ("cover", "intro", "lead", "title-slide"),
    "content": ("bullets", "default", "normal", "standard", "text", "title-and-content"),
    "closing": ("end", "final", "last", "outro", "thanks", "thank-you"),
    "columns": ("comparison", "two-cols", "two-column", "two-columns", "two-content"),
    "section": ("chapter", "divider", "section-header"),
    "picture-full": ("background", "cover-image", "full", "full-bleed"),
}
"""Other tools' words for layouts."""


_NO_LAYOUT = (
    *("auto", "automatic", "blank", "empty", "none"),
    *("chart", "compare", "diagram", "grid", "metrics", "process", "quote", "quotation", "timeline"),
)
"""Words for no layout of its own, kinds of blocks among them: those that a theme has no layout for."""

_AGENDA = ("agenda", "toc", "contents", "outline")


def _other_word(name: str, layouts: Collection[str]) -> str | None:
    """Return the layout that other tools call so."""
    word = "-".join(name.casefold().replace("_", " ").split())
    return next((one for one, words in _MEANT.items() if one in layouts and word in words), None)


def is_known(slide: Slide, choice: Choice, context: Context, diagnostics: Diagnostics) -> bool:
    """Tell whether the theme has the layout that was chosen; report where it has not."""
    theme, name = context.theme, choice.name
    if name in theme.layouts:
        return True
    meant = _other_word(name, theme.layouts)
    help = did_you_mean(meant) if meant else nearest(name, list(theme.layouts))
    span = slide.layout_span if slide.layout else slide.span
    edits = rewritten(span, name, meant) if meant else respelled(span, name, help, theme.layouts)
    message = f"theme `{theme.name}` has no layout `{name}`"
    if name.casefold() in _NO_LAYOUT:
        help = "leave `layout:` out: what the slide holds decides"
    if name.casefold() in _AGENDA:
        help = "write `agenda: true` in place of `layout:`"
    help = help or f"layouts: {', '.join(theme.layouts)}"
    diagnostics.report("unknown-layout", message, span, help=help, edits=edits)
    return False


def may_be_split(whole: LaidOut) -> bool:
    """Tell whether a slide has too little room, and only for what may go on on another, where it would have room."""
    return bool(whole.overfull) and all(
        name not in _NEVER_SPLIT and found.may_be_split for name, found in whole.overfull.items()
    )


KEPT_FREE = (0.0, 6.0, 24.0)
"""Points at the foot of each part that its blocks leave free: more where they had no room together after all."""


def _split(slide: Slide, choice: Choice, context: Context) -> list[LaidOut]:
    """Return the parts of a slide; none where splitting does not help.

    A part is filled block by block, and laid out whole. Blocks that share its room may need a little more then, for the
    steps that bring each onto the grid. What cannot be parted has room on one part where that is set smaller,
    or, rather than none, with pictures lower than a whole slide has them.
    """
    from deckmaker.layout.splitter import Splitter

    parts: list[LaidOut] = []
    alone: list[LaidOut] = []
    for points in KEPT_FREE:
        found = Splitter(slide, choice, context, points).parts()
        parts = [layout_slide(*one[:2], context, one.part) for one in found]
        has_room = not any(may_be_split(one) for one in parts)
        if len(found) == 1 and not found[0].part.smaller:
            alone, parts = alone or [one for one in parts if not one.overfull], []
        elif has_room:
            return parts or alone
    return alone or parts
