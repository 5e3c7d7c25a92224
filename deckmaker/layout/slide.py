"""One slide to one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker.credits import credit_text
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.layout.choice import Choice
from deckmaker.layout.contents import slide_contents
from deckmaker.layout.context import Context
from deckmaker.layout.document import Page, Placed
from deckmaker.layout.order import in_order
from deckmaker.layout.placer import Overfull, Placer
from deckmaker.model import Credit, Picture, Slide, Table
from deckmaker.text import FrameText
from deckmaker.theme import SlideLayout, Theme

if TYPE_CHECKING:
    from deckmaker.layout.footnotes import Foot
    from deckmaker.layout.tables.frame import TableFrame


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide, its page, the credits of which its strip does not say all, and by slot what has no room."""

    slide: Slide
    page: Page
    left_out: tuple[Credit, ...]
    overfull: dict[str, Overfull]


def layout_slide(
    slide: Slide,
    choice: Choice,
    number: int,
    context: Context,
    diagnostics: Diagnostics,
    entries: Iterable[Placed] = (),
    strip_gives_way: bool = True,
) -> LaidOut | None:
    """Return the slide in the layout that was chosen; report and return None when there is no such layout.

    `entries` are what else stands on it, in its places. A strip that does not give way says all it has room for itself,
    whatever is left to the texts.
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
    placer = Placer(slide, contents, layout, context, number, diagnostics)
    strip = placer.strip(strip_gives_way)
    placed = [*placer.placed(strip), *entries, *([strip.placed(slide.credits_span)] if strip else [])]
    left_out = strip.text.left_out if strip else ()
    unsaid = tuple(credit_text(one, context.deck.language) for one in left_out)
    title = slide.title.unmarked if slide.title else ""
    items = in_order(placed, layout, theme, context.deck.logo)
    part = (slide.part.number, slide.part.count) if slide.part else None
    page = Page(
        number, title, slide.section, layout, items, slide.notes, slide.credits, unsaid, part, choice, slide.span
    )
    return LaidOut(slide, page, left_out, placer.overfull)


def title_frame(slide: Slide, name: str, number: int, context: Context) -> FrameText | None:
    """Return a slide's title in its place, None where it has none."""
    layout, unheard = _layout(slide, name, context.theme), Diagnostics()
    contents = slide_contents(slide, number, context.deck, layout, unheard)
    return Placer(slide, contents, layout, context, number, unheard).title_frame()


def body_frames(slide: Slide, name: str, number: int, context: Context) -> dict[str, FrameText]:
    """Return the texts of a slide that may go on elsewhere, in the places that a strip leaves them which says all."""
    layout, unheard = _layout(slide, name, context.theme), Diagnostics()
    contents = slide_contents(slide, number, context.deck, layout, unheard)
    return Placer(slide, contents, layout, context, number, unheard).body_frames()


def foot_of(slide: Slide, name: str, number: int, context: Context) -> Foot | None:
    """Return the foot of a slide, where its footnotes stand above a strip which says all; None where it has none."""
    layout, unheard = _layout(slide, name, context.theme), Diagnostics()
    contents = slide_contents(slide, number, context.deck, layout, unheard)
    return Placer(slide, contents, layout, context, number, unheard).foot()


def table_frame(slide: Slide, name: str, number: int, context: Context) -> TableFrame:
    """Return the place of a slide's table, and of parts of it, below its text and above a strip which says all."""
    layout, unheard = _layout(slide, name, context.theme), Diagnostics()
    contents = slide_contents(slide, number, context.deck, layout, unheard)
    return Placer(slide, contents, layout, context, number, unheard).table_frame()


def _layout(slide: Slide, name: str, theme: Theme) -> SlideLayout:
    return theme.form_of(name, slide.has(Picture), slide.has(Table))
