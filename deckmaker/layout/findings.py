"""What is wrong with a slide, before its number is known: texts that cannot be drawn or have no room, piled marks.

What is wrong does not depend on where the slide stands; its number comes before the message when it is reported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from math import ceil
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.document import Placed, TextItem
from deckmaker.model import Overflow, OverflowPolicy, Paragraph
from deckmaker.text import TextLayout
from deckmaker.text.coverage import undrawable
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle, Theme

if TYPE_CHECKING:
    from deckmaker.layout.strip import FittedStrip
    from deckmaker.layout.tables.setting import SetTable


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic of a slide. Its message says what is wrong; which slide it is comes before that."""

    code: str
    message: str
    span: Span
    help: str | None = None


def report_findings(findings: Iterable[Finding], number: int, diagnostics: Diagnostics) -> None:
    """Report findings as those of the slide of that number."""
    for one in findings:
        diagnostics.report(one.code, f"slide {number}{one.message}", one.span, one.help)


HIGHEST = 1.0
"""Ems by which a mark may be moved from where its font has it: five or six marks, one upon the other."""

LISTED = 8
"""How many characters a message lists."""

FIT_CODES = ("text-too-long", "unsafe-breaks")
"""Codes of findings that are of how a text is set in its place."""

_FURNITURE = ("trail", "footer", "marking")
_SAME_EVERYWHERE = "shorten it: it has the same place on every slide"
_OTHER_FONTS = "replace them, or install a font that has them; `DECKMAKER_FONTS` may name its folder"


def text_findings(placed: Placed, span: Span, theme: Theme, overflow: Overflow | None = None) -> Iterator[Finding]:
    """Yield what is wrong with a placed text: what cannot be drawn, piles of marks, too little room, unsafe breaks.

    `span` is the place of what has none of its own; `overflow` is what its author lets happen to it.
    """
    assert isinstance(placed.item, TextItem)
    setting, name = placed.item.setting, placed.slot or "text"
    paragraphs = tuple(one.paragraph for one in setting.paragraphs)
    yield from character_findings(paragraphs, placed.item.style, span, theme)
    yield from fit_findings(setting, _excess(placed, placed.item), name, span, overflow)
    yield from mark_findings(setting, name, span)
    if setting.wrapped_code:
        yield _wrapped_code(setting, name, span)


def _excess(placed: Placed, item: TextItem) -> float:
    """Return by how many points a text hangs out of its room."""
    if placed.decision is None:
        return 0.0
    over = abs(item.offset) if item.offset < 0 else 0.0
    return max(0.0, over, item.offset + item.setting.height - placed.decision.room.height)


def character_findings(
    paragraphs: Iterable[Paragraph], style: TextStyle, span: Span, theme: Theme
) -> Iterator[Finding]:
    """Yield what cannot be drawn, once for each paragraph, at its own place."""
    for paragraph in paragraphs:
        yield from undrawable_findings(undrawable(paragraph, style, theme), paragraph.span or span)


def undrawable_findings(missing: tuple[str, ...], place: Span) -> Iterator[Finding]:
    """Yield what is said of what cannot be drawn of a text."""
    if missing:
        fonts = f": no font can show {listed_characters(missing)}"
        yield Finding("missing-glyph", fonts, place, help=_OTHER_FONTS)


def _wrapped_code(setting: TextLayout, name: str, span: Span) -> Finding:
    """Return what is said of lines of code that go on in the next line."""
    message = f": {place_in_words(name)} has no room for a line of code at {setting.size} points, which goes on below"
    return Finding("wrapped-code", message, span, help="break the line where its language lets you, or shorten it")


def mark_findings(setting: TextLayout, name: str, span: Span) -> Iterator[Finding]:
    """Yield letters whose marks are piled so high, or so deep, that they stand on other lines."""
    for one in setting.paragraphs:
        piles = (abs(up) for run in one.glyph_runs for _, up in run.offsets)
        if (highest := max(piles, default=0.0)) > HIGHEST:
            message = f": {place_in_words(name)} has marks on a letter that reach {highest:.1f} times its size"
            place = one.paragraph.span or span
            yield Finding("too-many-marks", message, place, help="remove marks: they would cover other words")


def listed_characters(characters: tuple[str, ...]) -> str:
    """Return the first of some characters as a message lists them."""
    more = f" and {len(characters) - LISTED} more" if len(characters) > LISTED else ""
    return ", ".join(f"`{_alone(one)}` (U+{ord(one):04X})" for one in characters[:LISTED]) + more


def _alone(character: str) -> str:
    """Return a character as it can be read by itself: marks on the circle that Unicode's charts put below them."""
    return f"◌{character}" if unicodedata.category(character).startswith("M") else character


def ways_out(overflow: Overflow | None, shorter: str = "shorten the text") -> str:
    """Return what an author may do, above all what makes it `shorter`; what the slide rules out is among it.

    A split is not where it is allowed, or can be nowhere: what it could do has been done.
    """
    if overflow is None or OverflowPolicy.ERROR not in (overflow.way, overflow.fallback):
        return f"{shorter}, or choose a layout with more room"
    if overflow.way is OverflowPolicy.ERROR:
        other = "let it shrink or go on on another slide (`overflow: shrink` or `split`)"
    else:
        other = "let it go on on another slide (`then: split`)"
    return f"{shorter}, {other}, or choose a layout with more room"


_PLACES = {"body": "its text", "meta": "its line with author and date"}
"""Places whose names nobody has typed, in words."""


def place_in_words(name: str) -> str:
    """Return what a message calls a place of a slide, behind the slide's number."""
    return _PLACES.get(name, f"`{name}`")


def which_size(overflow: Overflow | None) -> str:
    """Return what the size is at which something has no room."""
    return "its size" if overflow and overflow.way is not OverflowPolicy.SHRINK else "its smallest size"


def fit_findings(
    setting: TextLayout, excess_height: float, name: str, span: Span, overflow: Overflow | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with how a text is set: by how much it has no room, or breaks that are not safe."""
    if excess_height > TOLERANCE or setting.excess_width > TOLERANCE:
        over = []
        if excess_height > 0:
            lines = ceil(excess_height / setting.paragraphs[-1].style.leading)
            over.append(f"{ceil(excess_height)} points ({lines} {'line' if lines == 1 else 'lines'}) too tall")
        if setting.excess_width > 0:
            over.append(f"{ceil(setting.excess_width)} points too wide, in a word that cannot be broken")
        yield Finding(
            "text-too-long",
            f": {place_in_words(name)} is {' and '.join(over)} at {which_size(overflow)}, {setting.size} points",
            span,
            help=_SAME_EVERYWHERE if name in _FURNITURE else ways_out(overflow),
        )
    elif not setting.safe:
        yield Finding("unsafe-breaks", f": line breaks of {place_in_words(name)} are written into the PPTX", span)


_ELSEWHERE = "all of them are on slides at the end and in the notes; fewer, or shorter ones, would fit"


def strip_findings(strip: FittedStrip, undrawable: tuple[str, ...], span: Span) -> Iterator[Finding]:
    """Yield what is `undrawable` of a slide's credits, what does not fit, and what is left out for that."""
    yield from undrawable_findings(undrawable, span)
    screen = strip.screen
    yield from fit_findings(screen.setting, screen.excess_height, "credits", span)
    yield from mark_findings(screen.setting, "credits", span)
    if (printed := strip.printed) and not printed.fits:
        yield from fit_findings(printed.setting, printed.excess_height, "credits on paper", span)
    if lacking := strip.text.lacking:
        *first, last = lacking
        listed = f"{', '.join(first)} and {last}" if first else last
        message = f": the strip of credits has no room for {listed}"
        yield Finding("shortened-credits", message, span, help=_ELSEWHERE)


def no_room(table: SetTable, name: str, span: Span, overflow: Overflow) -> Finding:
    """Return what is said of a table that has no room."""
    over, help = [], ways_out(overflow, "leave something out")
    if table.excess_height > 0:
        rows = _rows_over(table)
        points = ceil(table.excess_height)
        over.append(f"{points} points ({rows} {'row' if rows == 1 else 'rows'}) too tall")
        if _is_header_too_tall(table):
            over[-1] += ", and its header leaves no room for a row"
            help = "shorten the header, or choose a layout with more room"
    if table.excess_width > 0:
        over.append(f"{ceil(table.excess_width)} points too wide")
        column = f"column {table.widest + 1}"
        help = f"{column} needs most, for a word that cannot be broken; shorten it, or leave a column out"
    message = f": {place_in_words(name)} is {' and '.join(over)} at {which_size(overflow)}, {table.size} points"
    return Finding("text-too-long", message, span, help=help)


def _is_header_too_tall(table: SetTable) -> bool:
    """Tell whether the header takes all the height that there is, so that no line has room below it on any slide."""
    item = table.item
    room = sum(item.rows) - table.excess_height
    return bool(item.header_rows) and sum(item.rows[: item.header_rows]) + table.size > room


def _rows_over(table: SetTable) -> int:
    """Return how many rows at the table's end hang out of its place."""
    left, rows = table.excess_height, 0
    for height in reversed(table.item.rows):
        if left <= 0:
            break
        left -= height
        rows += 1
    return rows
