"""Links to slides: `[what it costs](#costs)` leads to the slide with `id: costs`, wherever that stands in the deck."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote

from deckmaker.dataclasses import cached_property, replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.model import Deck, Paragraph, Run, Slide, SlideLink
from deckmaker.model.text import join_runs
from deckmaker.patterns import pattern
from deckmaker.values.stand_ins import as_typed

_NUMBER = pattern(r"(?:/|slide-?|page-?)?([1-9]\d{0,4})")
_MEANT = pattern(r"(?:(?:slide|id)[:/=])?/?#?(\w[\w-]{0,60})")
_SIGNS = pattern(r"[\W_]+")

_MOST = 100
"""Characters of an id in a message."""


def slide_link(address: str, span: Span) -> SlideLink | None:
    """Return a link to the slide of an id, written at `span` as `#id`; None where the address is no such link."""
    id = as_typed(unquote(address[1:])).strip() if address.startswith("#") else ""
    return SlideLink(-1, id=id, span=span) if id else None


def slide_help(address: str) -> str | None:
    """Return a way out where an address that is none may be meant for a slide: one word, as no file has for a name."""
    if slide := _MEANT.fullmatch(address):
        return f"write `#{slide[1]}` for the slide with `id: {slide[1]}`; begin with `https://` for a page of the web"
    return None


def with_slide_links(deck: Deck, unshown: Collection[tuple[str, SourceFile]], diagnostics: Diagnostics) -> Deck:
    """Return a deck whose links to slides lead to them; where there is no such slide, that is reported, and the words
    are no link.

    `unshown` are the ids of slides that are left out of the deck, each with the slide's file.
    """
    subtitle = deck.subtitle
    if not any(_has_links(text) for text in _texts(deck)):
        return deck
    links = _SlideLinks(deck.slides, unshown, diagnostics)
    return replace(
        deck,
        subtitle=subtitle and links.led(subtitle),
        slides=tuple(slide.map_texts(links.led) for slide in deck.slides),
    )


def _texts(deck: Deck) -> Iterator[Paragraph]:
    if deck.subtitle:
        yield deck.subtitle
    for slide in deck.slides:
        yield from slide.texts


def _has_links(paragraph: Paragraph) -> bool:
    return any(isinstance(run.link, SlideLink) and run.link.id for run in paragraph.all_runs)


class _SlideLinks:
    """Finds the slides that links lead to."""

    def __init__(
        self, slides: Sequence[Slide], unshown: Collection[tuple[str, SourceFile]], diagnostics: Diagnostics
    ) -> None:
        self._slides = slides
        self._unshown = unshown
        self._unshown_ids = {id for id, _ in unshown}
        self._diagnostics = diagnostics
        self._known: dict[tuple[str, SourceFile | None], list[int]] = {}
        self._by_id: dict[str, list[int]] = {}
        for index, slide in enumerate(slides):
            if slide.id:
                self._by_id.setdefault(slide.id, []).append(index)

    @cached_property
    def _by_title(self) -> dict[str, int]:
        """The slides by what Markdown's readers make of their titles; of several, the first."""
        titles = [(one.title.unmarked, index) for index, one in enumerate(self._slides) if one.title]
        return {words: index for title, index in reversed(titles) if (words := slug(title))}

    def led(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph whose links to slides lead to them."""
        return replace(paragraph, runs=self._led(paragraph.runs)) if _has_links(paragraph) else paragraph

    def _led(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        found: dict[int, SlideLink | None] = {}  # of a link with several runs, what is amiss is told once

        def led(link: SlideLink) -> SlideLink | None:
            if id(link) not in found:
                found[id(link)] = self._found(link)
            return found[id(link)]

        return join_runs(
            replace(
                run,
                link=led(run.link) if isinstance(run.link, SlideLink) and run.link.id else run.link,
                footnote=run.footnote and replace(run.footnote, runs=self._led(run.footnote.runs)),
            )
            for run in runs
        )

    def _found(self, link: SlideLink) -> SlideLink | None:
        """Return a link with its slide."""
        aims = self._aims(link.id, link.span.source if link.span else None)
        if not aims:
            self._report_unknown(link)
            return None
        if len(aims) > 1:
            numbers = " and ".join(str(index + 1) for index in aims)
            message = f"slides {numbers} both have the id `{_cut(link.id)}`"
            help = "give one of them another id: the words are no link until it is clear where they lead"
            self._diagnostics.report("broken-link", message, link.span, help)
            return None
        return replace(link, slide=aims[0])

    def _aims(self, id: str, source: SourceFile | None) -> list[int]:
        """Return the slide that a link in a file leads to, or the first two that it may; of one that is included twice,
        the first. Slides of the same file come before others, even one that is left out: the link is meant for it."""
        if (aims := self._known.get((id, source))) is None:
            with_id = self._by_id.get(id, [])
            own = [index for index in with_id if self._slides[index].span.source is source]
            if not own and (id, source) not in self._unshown:
                own = with_id
            first = {self._slides[index].span: index for index in reversed(own)}
            aims = self._known[id, source] = sorted(first.values())[:2]
        return aims

    def _report_unknown(self, link: SlideLink) -> None:
        shown = _cut(link.id)
        if link.id in self._unshown_ids:
            message = f"the slide `{shown}` is left out: the words that lead to it are no link"
            self._diagnostics.report("left-out", message, link.span)
            return
        message = f"no slide has the id `{shown}`: the words are no link"
        self._diagnostics.report("broken-link", message, link.span, help=self._help(link.id))

    def _help(self, id: str) -> str:
        if near := nearest(id.strip("/"), self._by_id):
            return near
        number = _NUMBER.fullmatch(id)
        if number and int(number[1]) <= len(self._slides):
            slide = self._slides[int(number[1]) - 1]
            if slide.id:
                return f"slide {number[1]} has the id `{_cut(slide.id)}`: write `#{_cut(slide.id)}`"
            return f"numbers change with every slide: write `id:` with a name on slide {number[1]}, and link to that"
        index = self._by_title.get(slug(id), -1)
        if index >= 0 and (title := self._slides[index].title):
            where = f"slide {index + 1}, `{_cut(title.unmarked)}`"
            own = self._slides[index].id
            return f"{where}, has the id `{_cut(own)}`" if own else f"write `id: {_cut(id)}` on {where}"
        return f"write `id: {_cut(id)}` on the slide that it leads to"


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def slug(title: str) -> str:
    """Return a title as Markdown's readers make an id of it: its words in small letters with hyphens."""
    return _SIGNS.sub("-", title.casefold()).strip("-")
