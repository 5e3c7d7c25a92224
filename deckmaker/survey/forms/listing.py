"""The survey for people at a terminal: a block a page, a row an item, and remarks below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.diagnostics.printer import display_width, printable
from deckmaker.diagnostics.printer.wrapping import wrapped
from deckmaker.survey.survey import DeckSurvey, ItemSurvey, PageSurvey
from deckmaker.survey.words import OF_REGIONS, count, layout_in_words, number, region_in_words, remarks, shared_regions

NARROWEST = 72
"""Columns that the listing takes at least: a narrower terminal wraps its lines."""

_BOX = ("", "x", "y", "width", "height")
_TEXT = ("size", "lines", "leading", "left")
_GAP = "  "
_INDENT = "    "


def listing(surveys: Sequence[DeckSurvey], width: int) -> str:
    """Return all decks' pages, `width` columns wide at most, with an empty line before each page and deck."""
    blocks = [block for survey in surveys for block in _deck(survey, max(width, NARROWEST))]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _deck(survey: DeckSurvey, width: int) -> Iterator[list[str]]:
    facts = [
        f"{survey.deck}: {count(survey.last, 'slide')}",
        f"theme {survey.theme}",
        f"{number(survey.width)} × {number(survey.height)} points",
        f"grid of {number(survey.baseline)}",
    ]
    yield wrapped(", ".join(facts), width)
    for page in survey.pages:
        yield list(_page(page, width))


def _page(page: PageSurvey, width: int) -> Iterator[str]:
    yield from _head(page, width)
    yield from wrapped(f"layout {layout_in_words(page)}", width)
    if page.section:
        yield from wrapped(f"section {printable(page.section)} begins", width)
    if page.hidden:
        yield "hidden"
    if page.appendix:
        yield "in the appendix"
    if page.marking:
        yield from wrapped(f"marked {printable(page.marking)}", width)
    boxes = [(item.slot or item.kind, *map(number, _sides(item))) for item in page.items]
    texts = [_text(item) for item in page.items]
    box_widths = _widths([_BOX, *boxes])
    text_widths = _widths([_TEXT, *(one for one in texts if len(one) > 1)])
    yield _row(_BOX, box_widths, _TEXT, text_widths)
    shared = shared_regions(page)
    for item, box, text in zip(page.items, boxes, texts, strict=True):
        yield _row(box, box_widths, text, text_widths)
        for remark in remarks(item, OF_REGIONS if item.region in shared else ()):
            yield from (_INDENT + line for line in wrapped(remark, width - len(_INDENT)))
    for name, items in shared.items():
        yield from wrapped(region_in_words(name, items), width)
    if page.empty:
        yield from wrapped(f"empty: {', '.join(page.empty)}", width)


def _head(page: PageSurvey, width: int) -> Iterator[str]:
    """Yield a page's number and title and, at the right where there is room, its place in the deck."""
    part = f" ({page.part[0]}/{page.part[1]})" if page.part else ""
    title = f": {printable(page.title)}" if page.title else ""
    place = f"{page.source.file}:{page.source.line}" if page.source else ""
    lines = wrapped(f"slide {page.number}{part}{title}", width)
    room = width - display_width(lines[-1]) - display_width(place)
    if place and room >= len(_GAP):
        lines[-1] += " " * room + place
    elif place:
        lines += wrapped(place, width)
    yield from lines


def _sides(item: ItemSurvey) -> tuple[float, float, float, float]:
    return item.box.x, item.box.y, item.box.width, item.box.height


def _text(item: ItemSurvey) -> tuple[str, ...]:
    """Return a text's cells; of any other item, one cell that says what it is."""
    if text := item.text:
        leading = "/".join(map(number, text.leading))
        return str(text.size), str(len(text.lines)), leading, number(text.room_left)
    if picture := item.picture:
        across, down = picture.pixels
        return (f"{across} × {down} pixels, {picture.resolution:.0f} to the inch",)
    if shape := item.shape:
        return (f"in {shape.color}",)
    if table := item.table:
        sizes = " and ".join(map(str, table.sizes))
        return (f"{count(len(table.rows), 'row')} of {count(len(table.columns), 'column')}, in {sizes} points",)
    if chart := item.chart:
        return (f"{chart.type.value} chart of {chart.series} series and {count(chart.points, 'point')}",)
    return ("",)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _row(box: Sequence[str], box_widths: Sequence[int], text: Sequence[str], text_widths: Sequence[int]) -> str:
    """Return a row: its name at the left of its column, numbers at the right of theirs, words as they are."""
    cells = [box[0].ljust(box_widths[0]), *map(str.rjust, box[1:], box_widths[1:])]
    cells += map(str.rjust, text, text_widths) if len(text) > 1 else text
    return _GAP.join(cells).rstrip()
