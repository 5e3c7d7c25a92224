"""Links within a deck: when all slides are laid out, each gets the number of the page on which its slide begins.

A link that leads nowhere is none, and its words are as those around it: to a slide that is on no page, since something
is wrong with it, or that is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.document import (
    ConnectorsItem,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.model import Run, SlideLink
from deckmaker.text import GlyphRun, SetParagraph

Change = Callable[[SlideLink], SlideLink | None]
"""Returns what becomes of a link to a slide: None where it leads nowhere."""


def with_page_numbers(pages: Iterable[Page], begins: Mapping[int, int]) -> Iterator[Page]:
    """Yield pages with their links; `begins` are the pages on which slides begin, from 1, by slides, from 0."""

    def with_page(link: SlideLink) -> SlideLink | None:
        return replace(link, page=begins[link.slide]) if link.slide in begins else None

    return _changed(pages, with_page)


def without_links_to(pages: Iterable[Page], hidden: Collection[int]) -> Iterator[Page]:
    """Yield pages without what an author wrote of links to those of some numbers."""
    return _changed(pages, lambda link: None if link.id and link.page in hidden else link)


def _changed(pages: Iterable[Page], change: Change) -> Iterator[Page]:
    for page in pages:
        if any(_has_links(text) for placed in page.placed for text in placed.texts):
            yield replace(page, placed=tuple(_placed(one, change) for one in page.placed))
        else:
            yield page


def _has_links(text: Placed) -> bool:
    return isinstance(text.item, TextItem) and any(
        isinstance(run.link, SlideLink) for one in text.item.setting.paragraphs for run in one.paragraph.all_runs
    )


def _placed(placed: Placed, change: Change) -> Placed:
    match placed.item:
        case TextItem() as item:
            return replace(placed, item=_text(item, change))
        case GroupItem(children=children) as item:
            return replace(placed, item=replace(item, children=tuple(_placed(one, change) for one in children)))
        case TableItem(cells=cells) as item:
            own = tuple(replace(cell, text=_text(cell.text, change)) for cell in cells)
            return replace(placed, item=replace(item, cells=own))
        case PictureItem() | ShapeItem() | ChartItem() | EquationItem() | ConnectorsItem():
            return placed


def _text(item: TextItem, change: Change) -> TextItem:
    paragraphs = tuple(_paragraph(one, item.style.color, change) for one in item.setting.paragraphs)
    return replace(item, setting=replace(item.setting, paragraphs=paragraphs))


def _paragraph(one: SetParagraph, color: str, change: Change) -> SetParagraph:
    lines = tuple(
        replace(line, line=replace(line.line, runs=tuple(_glyphs(run, color, change) for run in line.line.runs)))
        for line in one.lines
    )
    return replace(one, paragraph=replace(one.paragraph, runs=_runs(one.paragraph.runs, change)), lines=lines)


def _runs(runs: Iterable[Run], change: Change) -> tuple[Run, ...]:
    return tuple(
        replace(
            run,
            link=change(run.link) if isinstance(run.link, SlideLink) else run.link,
            footnote=run.footnote and replace(run.footnote, runs=_runs(run.footnote.runs, change)),
        )
        for run in runs
    )


def _glyphs(run: GlyphRun, color: str, change: Change) -> GlyphRun:
    link = run.style.link
    if not isinstance(link, SlideLink):
        return run
    led = change(link)
    return replace(run, style=replace(run.style, link=led, color=run.style.color if led else color))
