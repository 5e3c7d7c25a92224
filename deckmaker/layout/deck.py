"""A whole deck to a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import choose_layouts
from deckmaker.layout.context import Context
from deckmaker.layout.credit_line import with_credit_lines
from deckmaker.layout.credits_pages import credits_pages, listed_entries
from deckmaker.layout.deck_line import TitleLines
from deckmaker.layout.deck_sizes import with_deck_sizes
from deckmaker.layout.document import Document, Page
from deckmaker.layout.font_findings import report_damaged_fonts, report_fallback_fonts, report_missing_faces
from deckmaker.layout.laid_out import LaidOut
from deckmaker.layout.legibility import report_faint_texts
from deckmaker.layout.parts import is_known, slide_parts
from deckmaker.layout.sinking import report_sunk_pictures
from deckmaker.model import Deck, SlideLink
from deckmaker.text import KnownTexts
from deckmaker.theme import Theme
from deckmaker.theme.losses import report_losses

if TYPE_CHECKING:
    from deckmaker.layout.memory import LayoutMemory


def layout_deck(deck: Deck, theme: Theme, diagnostics: Diagnostics, memory: LayoutMemory | None = None) -> Document:
    """Lay out every slide; what does not fit is reported for all slides in one run.

    Credits are listed after them: all, or those that strips do not say whole. With a `memory` of the last time, only
    slides that have changed since are laid out.
    """
    if deck.language != "en":
        from deckmaker.layout.direction import directed

        theme = directed(theme, deck.language)
    if theme.turned:
        from deckmaker.layout.signed_numbers import with_signs_before_numbers

        deck = with_signs_before_numbers(deck, theme)
    if has_footnotes(deck):
        from deckmaker.layout.footnotes import numbered_deck
        from deckmaker.theme.footnote_layout import with_footnotes

        theme = with_footnotes(theme)
        deck = numbered_deck(deck, theme)
    if has_markings(deck):
        from deckmaker.theme.markings import with_markings

        theme = with_markings(theme)
    choices = choose_layouts(deck.slides, theme)
    titles = memory.titles if memory else TitleLines()
    texts = KnownTexts(theme)
    theme = with_credit_lines(with_deck_sizes(theme, deck, choices, titles, texts), deck.footer)
    texts.go_on_in(theme)
    context = Context(deck, theme, texts)
    if deck.marking:
        from deckmaker.layout.markings import deck_findings

        for one in deck_findings(context):
            diagnostics.report(one.code, f"the deck{one.message}", one.span, one.help)
    laid_out: list[LaidOut] = []
    pages: list[Page] = []
    number = 1
    if memory:
        memory.begin(context)
    begins: dict[int, int] = {}
    for index, (slide, choice) in enumerate(zip(deck.slides, choices, strict=True)):
        if is_known(slide, choice, context, diagnostics):
            own = memory.parts(slide, choice, context) if memory else slide_parts(slide, choice, context)
            if slide.title:
                texts.let_go_of((slide.title,))
            own.tell(index + 1, diagnostics)  # as its author counts, whatever was split before
            begins[index] = number
            laid_out += own.parts
            of_parts = enumerate(own.parts, start=number)
            pages += (memory.page(one, at, context) if memory else one.page(at, context) for at, one in of_parts)
            number += len(own.parts)
        else:
            number += 1
    slides = tuple(one.slide for one in laid_out)
    left_out = [credit for one in laid_out for credit in one.left_out]
    shown = replace(deck, slides=slides)
    for hidden in (False, True):  # so files without the hidden slides say nothing of them
        entries = listed_entries(shown, hidden, only=left_out if deck.credits.where == "slide" else None)
        pages += credits_pages(entries, len(pages), hidden, context, diagnostics)
    all_pages = _with_sections_once(pages)
    if has_slide_links(deck):
        from deckmaker.layout.slide_links import with_page_numbers

        all_pages = tuple(with_page_numbers(all_pages, begins))
    _report_unshown(deck, all_pages, diagnostics)
    report_damaged_fonts(all_pages, diagnostics)
    report_fallback_fonts(all_pages, theme, diagnostics)
    report_missing_faces(all_pages, theme, diagnostics)
    report_faint_texts(all_pages, theme, diagnostics)
    report_losses(theme.losses, {page.layout.name for page in all_pages}, diagnostics)
    report_sunk_pictures(all_pages, deck.logo, theme, diagnostics)
    if theme.turned:
        from deckmaker.layout.mirroring import mirrored_pages, mirrored_theme

        theme = mirrored_theme(theme)
        all_pages = mirrored_pages(all_pages, theme)
    return Document(
        deck.title,
        deck.author,
        deck.language,
        theme,
        deck.logo,
        all_pages,
        deck.license,
        slides,
        deck.date,
        deck.paper,
        deck.credits.print == "urls",
        deck.minutes,
        source=deck.span.source if deck.is_for_all else None,
        marking=deck.marking,
    )


def has_footnotes(deck: Deck) -> bool:
    """Tell whether a text of a deck has a footnote."""
    subtitle = (deck.subtitle,) if deck.subtitle else ()
    texts = (text for slide in deck.slides for text in slide.texts)
    return any(run.footnote for text in (*subtitle, *texts) for run in text.runs)


def has_markings(deck: Deck) -> bool:
    """Tell whether a deck says how far it may be passed on, or one of its slides does."""
    return bool(deck.marking) or any(slide.marking for slide in deck.slides)


def has_slide_links(deck: Deck) -> bool:
    """Tell whether a text of a deck leads to one of its slides."""
    subtitle = (deck.subtitle,) if deck.subtitle else ()
    texts = (text for slide in deck.slides for text in slide.texts)
    return any(isinstance(run.link, SlideLink) for text in (*subtitle, *texts) for run in text.all_runs)


def _with_sections_once(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages, a section named again on the slide after it going on rather than starting anew."""
    kept: list[Page] = []
    section = None
    for page in pages:
        kept.append(replace(page, section=None) if page.section == section else page)
        section = page.section or section
    return tuple(kept)


def _report_unshown(deck: Deck, pages: Iterable[Page], diagnostics: Diagnostics) -> None:
    """Report what only a title page shows, where the deck has none."""
    if any("meta" in page.layout.slots for page in pages):
        return
    for key in ("subtitle", "author", "date"):
        if getattr(deck, key):
            message = f"`{key}` is shown on title slides, and the deck has none"
            diagnostics.report("not-shown", message, deck.spans[key], help="give the first slide the layout `title`")
