"""Which elements of the structure tree the items of a page are, by their roles (ISO 32000-1, 14.8.4; PDF/UA-1, 7).

A page is a section. What says nothing, or stands on every page, is an artifact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from deckmaker.credits.languages import words_for
from deckmaker.layout import (
    ConnectorsItem,
    Document,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.roles import FURNITURE
from deckmaker.model.geometry import Rect
from deckmaker.render.pdf.content import FOOTER, HEADER, LAYOUT, Owner
from deckmaker.render.pdf.headings import HeadingLevels
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_credits import PageCredits
from deckmaker.render.pdf.tagged_texts import Blocks, Notes, TextTags, Whole, list_numbering
from deckmaker.render.pdf.text_strings import text_string
from deckmaker.theme.slots import SLOT_NAMES

_ARTIFACTS = {Role.TRAIL: HEADER, Role.FOOTER: FOOTER, Role.NUMBER: FOOTER, Role.LOGO: HEADER, Role.DECORATION: LAYOUT}

_CHARTED = (Role.CHART, Role.ANNOTATIONS)
"""What a chart consists of."""

Bounds = Callable[[Rect], str]
"""Returns the attributes that say where on its page a figure is."""


class Tagged(NamedTuple):
    """An item that is drawn: whose it is, and whose each paragraph is if it is a text."""

    placed: Placed
    owner: Owner
    texts: TextTags


class Tagger:
    """Opens the elements of one document's pages, in their order."""

    def __init__(self, structure: Structure, document: Document) -> None:
        self._structure = structure
        self._levels = HeadingLevels(document)
        self._language = document.language
        self._unsaid = words_for(document.language).roles["picture"]
        self.section = structure.document
        """That of the last page: what stands beside a slide on a sheet belongs to it too."""

    def page(self, page: Page, bounds: Bounds) -> Iterator[Tagged]:
        """Yield what a page draws, in the order in which that is painted; groups are taken apart."""
        self.section = section = self._structure.open("Sect", self._structure.document)
        self._levels.begin(page)
        credits = PageCredits(self._structure, page.credits, self._language)
        tags = _PageTags(self._structure, self._levels, page.number, bounds, self._unsaid, credits)
        spans: list[tuple[int, int]] = []
        for placed in page.placed:
            begin = len(section.kids)
            yield from tags.item(placed, section)
            spans.append((_rank(placed), begin))
        section.kids[:] = _in_reading_order(section.kids, spans)
        credits.settle()

    def around(self, items: Sequence[Placed], bounds: Bounds, of_slide: bool) -> Iterator[Tagged]:
        """Yield what stands around slides on a sheet, in order. What is said there is `of_slide`, the last one, or else
        a section of its own."""
        credits = PageCredits(self._structure, (), self._language)
        tags = _PageTags(self._structure, self._levels, 0, bounds, self._unsaid, credits)
        parent = self.section
        if not of_slide and any(one.role not in FURNITURE for one in items):
            parent = self._structure.open("Sect", self._structure.document)
        for placed in items:
            yield from tags.item(placed, parent)


def _rank(placed: Placed) -> int:
    """Return where in a page's reading order an item comes: a picture that lies under its title is read behind it."""
    name = placed.region or placed.slot
    return SLOT_NAMES.index(name) if name in SLOT_NAMES else -1


def _in_reading_order(kids: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return the kids of a page's section; each span is an item's place in the order, and where its kids begin."""
    if not spans:
        return list(kids)
    ends = [*(begin for _, begin in spans[1:]), len(kids)]
    parts = sorted(
        ((rank, kids[begin:end]) for (rank, begin), end in zip(spans, ends, strict=True)), key=lambda one: one[0]
    )
    return [kid for _, part in parts for kid in part]


class _PageTags:
    """Opens elements for the items of one page, which is that of a number.

    `unsaid` stands for a picture of which nobody has said what it shows: readers learn that it is there. Their
    `credits` are told what there is to credit.
    """

    def __init__(
        self,
        structure: Structure,
        levels: HeadingLevels,
        number: int,
        bounds: Bounds,
        unsaid: str,
        credits: PageCredits,
    ) -> None:
        self._structure, self._levels, self._number, self._bounds = structure, levels, number, bounds
        self._unsaid, self._credits = unsaid, credits

    def item(self, placed: Placed, parent: Element) -> Iterator[Tagged]:
        """Yield what is drawn of an item that belongs to an element; its credit, if it has one, is to follow it."""
        yield from self._item(placed, parent)
        if placed.credit and not _is_decorative(placed):
            self._credits.note(placed.credit, parent)

    def _item(self, placed: Placed, parent: Element) -> Iterator[Tagged]:
        if placed.role in FURNITURE:
            for leaf in placed.leaves:
                yield _artifact(leaf, _ARTIFACTS[placed.role])
            return
        match placed.item:
            case TextItem():
                yield self._text(placed.on_paper, parent)
            case ShapeItem():
                yield _artifact(placed, LAYOUT)
            case GroupItem(children=children):
                yield from self._group(placed, children, parent)
            case PictureItem(decorative=True):
                yield _artifact(placed, LAYOUT)
            case PictureItem(alt=alt):
                figure = self._figure(alt or self._unsaid, placed.rect, parent)
                yield Tagged(placed, figure, Whole(figure))
            case ChartItem():
                yield from self._chart((placed,), parent)
            case EquationItem(said=said):
                formula = self._structure.open("Formula", parent, self._described(said, placed.rect))
                yield Tagged(placed, formula, Whole(formula))
            case ConnectorsItem(said=said):
                figure = self._figure(said, placed.rect, parent)
                yield Tagged(placed, figure, Whole(figure))
            case TableItem():
                table = self._structure.open("Table", parent)
                yield Tagged(placed, table, Whole(table))

    def _text(self, placed: Placed, parent: Element) -> Tagged:
        if placed.role in (Role.TITLE, Role.HEADING):
            return self._whole(placed, self._levels.heading(placed.role is Role.TITLE), parent)
        if placed.role is Role.FOOTNOTES:
            return Tagged(placed, parent, Notes(self._structure, parent, self._number))
        shown = placed.item
        if placed.role is Role.CREDITS and isinstance(shown, TextItem) and shown.entries:
            return Tagged(placed, parent, self._credits.strip(shown.entries, parent))
        if placed.role is Role.QUOTATION:
            parent = self._structure.open("BlockQuote", parent)
        return Tagged(placed, parent, Blocks(self._structure, parent))

    def _whole(self, placed: Placed, tag: str, parent: Element) -> Tagged:
        owner = self._structure.open(tag, parent)
        return Tagged(placed, owner, Whole(owner))

    def _group(self, placed: Placed, children: Sequence[Placed], parent: Element) -> Iterator[Tagged]:
        match placed.role:
            case Role.LIST | Role.STEPS:
                yield from self._list(placed, children, parent)
            case Role.TEXT:  # one in several columns, whose lists go on
                blocks = Blocks(self._structure, parent)
                yield from (Tagged(one.on_paper, parent, blocks) for one in placed.leaves)
            case Role.CALLOUT | Role.DIAGRAM:
                yield from self._items(children, self._structure.open("Div", parent))
            case Role.FIGURE:
                yield from self._figured(children, parent)
            case _:
                yield from self._items(children, parent)

    def _items(self, children: Sequence[Placed], parent: Element) -> Iterator[Tagged]:
        for child in children:
            yield from self.item(child, parent)

    def _list(self, placed: Placed, children: Sequence[Placed], parent: Element) -> Iterator[Tagged]:
        """Yield a list of things, each a group; shapes between them say nothing."""
        is_numbered = any(leaf.role is Role.ORDINAL for leaf in placed.leaves)
        element = self._structure.open("L", parent, list_numbering("Decimal" if is_numbered else "None"))
        for child in children:
            if isinstance(child.item, GroupItem):
                yield from self._list_item(child.item.children, self._structure.open("LI", element))
            else:
                yield _artifact(child, LAYOUT)

    def _list_item(self, children: Sequence[Placed], item: Element) -> Iterator[Tagged]:
        """Yield what an item of a list holds. What heads it is no heading of the slide."""
        label = None
        if any(child.role is Role.ORDINAL for child in children):
            label = self._structure.open("Lbl", item)
        body = self._structure.open("LBody", item)
        for child in children:
            if child.role is Role.ORDINAL and label:
                yield Tagged(child, label, Whole(label))
            elif child.role is Role.HEADING:
                yield Tagged(child, body, Blocks(self._structure, body))
            else:
                yield from self.item(child, body)

    def _figured(self, children: Sequence[Placed], parent: Element) -> Iterator[Tagged]:
        """Yield a figure with what belongs to it. A table's caption is a part of the table (14.8.4.3.4).

        That of a picture stands beside it: a reader that says what a figure shows says nothing of what is within. The
        credit follows both.
        """
        if any(isinstance(child.item, TableItem) for child in children):
            yield from self._captioned_table(children, parent)
            together = parent
        else:
            together = self._structure.open("Div", parent)
            yield from self._captioned_figure(children, together)
        for child in children:
            if child.credit and not _is_decorative(child):
                self._credits.note(child.credit, together)

    def _captioned_figure(self, children: Sequence[Placed], together: Element) -> Iterator[Tagged]:
        charted = [one for one in children if one.role in _CHARTED]
        for child in children:
            if child.role is Role.CAPTION:
                yield self._whole(child, "Caption", together)
            elif charted and child is charted[0]:
                yield from self._chart(charted, together)
            elif child.role not in _CHARTED:
                yield from self._item(child, together)

    def _captioned_table(self, children: Sequence[Placed], parent: Element) -> Iterator[Tagged]:
        table = self._structure.open("Table", parent)
        for child in children:
            if isinstance(child.item, TableItem):
                yield Tagged(child, table, Whole(table))
            elif child.role is Role.CAPTION:
                yield self._whole(child, "Caption", table)
            else:
                yield from self._item(child, parent)

    def _chart(self, parts: Sequence[Placed], parent: Element) -> Iterator[Tagged]:
        """Yield a chart and what stands around its plot as one figure, described by its words and its data."""
        from deckmaker.render.pdf.chart_words import chart_words

        chart = next(one for one in parts if isinstance(one.item, ChartItem))
        assert isinstance(chart.item, ChartItem)
        figure = self._figure(chart_words(chart.item), chart.rect, parent)
        for part in parts:
            for leaf in part.leaves:
                yield Tagged(leaf.on_paper, figure, Whole(figure, is_shared=True))

    def _figure(self, alt: str, rect: Rect, parent: Element) -> Element:
        return self._structure.open("Figure", parent, self._described(alt, rect))

    def _described(self, alt: str, rect: Rect) -> str:
        """Return the attributes of what is seen and not read: what it says, and where it is."""
        return f"/Alt {text_string(alt)}{self._bounds(rect)}"


def _is_decorative(placed: Placed) -> bool:
    """Tell whether it is a picture that readers pass over: what is said of it belongs to the page."""
    return isinstance(placed.item, PictureItem) and placed.item.decorative


def _artifact(placed: Placed, kind: str) -> Tagged:
    return Tagged(placed.on_paper, kind, Whole(kind))
