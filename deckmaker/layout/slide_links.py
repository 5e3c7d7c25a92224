"""Links within a deck: when all slides are laid out, each gets the number of the page on which its slide begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.document import GroupItem, Page, PictureItem, Placed, ShapeItem, TableItem, TextItem
from deckmaker.model import SlideLink
from deckmaker.text import GlyphRun, SetParagraph


def with_page_numbers(pages: Iterable[Page], begins: Mapping[int, int]) -> Iterator[Page]:
    """Yield pages with their links; `begins` are the pages on which slides begin, from 1, by slides, from 0.

    A link to a slide that is on no page, since something is wrong with it, is none.
    """
    for page in pages:
        if any(_has_links(text) for placed in page.placed for text in placed.texts):
            yield replace(page, placed=tuple(_placed(one, begins) for one in page.placed))
        else:
            yield page


def _has_links(text: Placed) -> bool:
    return isinstance(text.item, TextItem) and any(
        isinstance(run.link, SlideLink) for one in text.item.setting.paragraphs for run in one.paragraph.runs
    )


def _placed(placed: Placed, begins: Mapping[int, int]) -> Placed:
    match placed.item:
        case TextItem() as item:
            return replace(placed, item=_text(item, begins))
        case GroupItem(children=children) as item:
            return replace(placed, item=replace(item, children=tuple(_placed(one, begins) for one in children)))
        case TableItem(cells=cells) as item:
            own = tuple(replace(cell, text=_text(cell.text, begins)) for cell in cells)
            return replace(placed, item=replace(item, cells=own))
        case PictureItem() | ShapeItem() | ChartItem():
            return placed


def _text(item: TextItem, begins: Mapping[int, int]) -> TextItem:
    paragraphs = tuple(_paragraph(one, begins) for one in item.setting.paragraphs)
    return replace(item, setting=replace(item.setting, paragraphs=paragraphs))


def _paragraph(one: SetParagraph, begins: Mapping[int, int]) -> SetParagraph:
    runs = tuple(replace(run, link=_link(run.link, begins)) for run in one.paragraph.runs)
    lines = tuple(
        replace(line, line=replace(line.line, runs=tuple(_glyphs(run, begins) for run in line.line.runs)))
        for line in one.lines
    )
    return replace(one, paragraph=replace(one.paragraph, runs=runs), lines=lines)


def _glyphs(run: GlyphRun, begins: Mapping[int, int]) -> GlyphRun:
    return replace(run, style=replace(run.style, link=_link(run.style.link, begins)))


def _link(link: str | SlideLink | None, begins: Mapping[int, int]) -> str | SlideLink | None:
    if not isinstance(link, SlideLink):
        return link
    return replace(link, page=begins[link.slide]) if link.slide in begins else None
