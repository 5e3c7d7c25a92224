"""One slide to one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.layout.choice import Choice
from deckmaker.layout.contents import all_have_places, slide_contents
from deckmaker.layout.context import Context
from deckmaker.layout.document import Page, Placed
from deckmaker.layout.order import in_order
from deckmaker.layout.placer import Overfull, Placer
from deckmaker.model import Credit, Picture, Slide, Table
from deckmaker.theme import SlideLayout, Theme


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide, its page, the credits of which its strip does not say all, and by slot what has no room.

    A sketch lacks the cells of a table that is far too long for a page. `has_places` says that nothing was left out for
    want of a place in the layout.
    """

    slide: Slide
    page: Page
    left_out: tuple[Credit, ...]
    overfull: dict[str, Overfull]
    is_sketch: bool
    has_places: bool


def layout_slide(
    slide: Slide,
    choice: Choice,
    number: int,
    context: Context,
    diagnostics: Diagnostics,
    entries: Iterable[Placed] = (),
    strip_gives_way: bool = True,
    sketched: bool = False,
) -> LaidOut | None:
    """Return the slide in the layout that was chosen; report and return None when there is no such layout.

    `entries` are what else stands on it, in its places. A strip that does not give way says all it has room for itself,
    whatever is left to the texts. What is to be split may be `sketched`.
    """
    theme, name = context.theme, choice.name
    if name not in theme.layouts:
        diagnostics.report(
            "unknown-layout",
            f"theme `{theme.name}` has no layout `{name}`",
            slide.layout_span if slide.layout else slide.span,
            help=nearest(name, list(theme.layouts)) or f"layouts: {', '.join(theme.layouts)}",
        )
        return None
    layout = _layout(slide, name, theme)
    contents = slide_contents(slide, number, context.deck, layout, diagnostics)
    placer = Placer(slide, contents, layout, context, number, diagnostics, sketched)
    strip = placer.strip(strip_gives_way)
    placed = [*placer.placed(strip), *entries, *([strip.placed(slide.credits_span)] if strip else [])]
    left_out, unsaid = (strip.left_out, strip.unsaid) if strip else ((), ())
    title = slide.title.unmarked if slide.title else ""
    items = in_order(placed, layout, theme, context.deck.logo)
    part = (slide.part.number, slide.part.count) if slide.part else None
    page = Page(
        number, title, slide.section, layout, items, slide.notes, slide.credits, unsaid, part, choice, slide.span
    )
    return LaidOut(slide, page, left_out, placer.overfull, placer.is_sketch, all_have_places(slide, layout))


def placer_of(slide: Slide, name: str, number: int, context: Context, noted: bool = False) -> Placer:
    """Return what tells of the places of a slide in a layout of that name; it reports nothing.

    A slide that is `noted` has a place for footnotes, whether any is marked on it or not.
    """
    layout, unheard = _layout(slide, name, context.theme), Diagnostics()
    contents = slide_contents(slide, number, context.deck, layout, unheard, noted)
    return Placer(slide, contents, layout, context, number, unheard)


def _layout(slide: Slide, name: str, theme: Theme) -> SlideLayout:
    return theme.form_of(name, slide.has(Picture), slide.has(Table))
