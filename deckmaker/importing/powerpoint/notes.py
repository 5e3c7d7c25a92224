"""Notes of a presentation to notes of a deck, which are plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby, zip_longest
from xml.etree.ElementTree import Element

from deckmaker.credits.languages import LANGUAGES
from deckmaker.importing.credits import is_credit
from deckmaker.importing.powerpoint.chart_notes import ChartNotes
from deckmaker.importing.powerpoint.chart_rows import ChartRows
from deckmaker.importing.powerpoint.custom_properties import program_of, told_in
from deckmaker.importing.powerpoint.lost_addresses import LostLink, lost_link
from deckmaker.importing.powerpoint.note_lists import NoteLists
from deckmaker.importing.powerpoint.shapes import Shape, click_in, plain_words, shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.powerpoint.symbols import with_signs
from deckmaker.importing.powerpoint.texts import MATH_TEXT
from deckmaker.importing.seen_texts import seen_text
from deckmaker.importing.told import NOTES_LOST, Told
from deckmaker.resolve.addresses import address_of
from deckmaker.template.names import MADE_OF, MADE_OF_ROW, MARKED, A, R
from deckmaker.template.package import NotATemplate, Package

OUR_CREDITS = "Credits"
"""The name of the credits of a slide in our own files."""

_OURSELVES = "deckmaker"
_OF_NOTES = ("body", "obj")
"""Placeholders with notes: one of the second type is written without any (19.7.10)."""

_ENDS = ("hdr", "ftr", "dt")
_TEXTS = (f"{A}t", MATH_TEXT)


def notes_of(part: SlidePart, notes: ChartNotes | None, charts: ChartRows, told: Told, has_lists: bool) -> str:
    """Return the notes of a slide as plain text, a line for each of its lines; those of text boxes below them.

    Those of our own presentations have lines about `charts`, which are no `notes`, and credits, which follow the slide.
    Items of lists have their marks and numbers if the notes are to have their lists: `has_lists`.
    """
    page = part.notes_page
    if page is None:
        if part.notes_are_lost:
            told.note(part.number, NOTES_LOST, "open it in PowerPoint, which repairs such files, and save it anew")
        return ""
    lines: list[str] = []
    further: list[str] = []
    for shape in shapes_of(page):
        if shape.type in _OF_NOTES and shape.body is not None:
            lines += _lines(shape, page, told, has_lists)
        elif shape.kind == "sp" and not shape.type:
            further += _lines(shape, page, told, has_lists)
        elif shape.type in _ENDS and not _is_field(shape) and (words := plain_words(shape.body)):
            help = "write what a slide needs of them in its `notes`"
            told.note(part.number, "words at the head and foot of notes pages are left out: NAMES", help, words)
        elif shape.kind in ("pic", "graphicFrame"):
            help = "show it on the slide, or say it in words"
            told.note(part.number, "a picture, a table or a chart on a notes page is left out", help)
    found = notes.without(list(_without_credits(lines)), part.number, charts, told) if notes else lines
    return "\n".join(line.strip() if "\t" in line else line.rstrip() for line in (*found, *further)).strip()


def _lines(shape: Shape, page: SlidePart, told: Told, has_lists: bool) -> list[str]:
    """Return the lines of a text; one of which nobody sees anything has none."""
    if shape.body is None:
        return []
    lists = NoteLists(shape.body)
    found: list[str] = []
    for one in shape.body.iterfind(f"{A}p"):
        lines = [line if "\t" in line else seen_text(line).strip() for line in _words(one, page, told).split("\n")]
        found += lists.marked(one, lines) if has_lists else lines
    if lists.is_open:  # what follows in another text is no more of the last item
        found.append("")
    return found if any(map(str.strip, found)) else []


def _words(paragraph: Element, page: SlidePart, told: Told) -> str:
    """Return the words of a paragraph, its lines as they are, with the addresses of links behind them."""
    found = ""
    for (address, lost), runs in groupby(paragraph, lambda one: _address(one, page)):
        words = "".join(_signs(one) for one in runs).replace("_x000B_", "\n")
        found += words
        if address and seen_text(words) and address.removeprefix("mailto:").rstrip("/") not in words:
            found = f"{found.rstrip()} ({address})" + " " * words.endswith(" ")
        elif lost and seen_text(words):
            told.note(page.number, *lost)
    return found


def _address(run: Element, page: SlidePart) -> tuple[str, LostLink | None]:
    """Return the address to which words lead, '' for none, and what is told of one that no deck can have."""
    click = click_in(run.find(f"{A}rPr"))
    if click is None:
        return "", None
    to = page.relations.get(click.get(f"{R}id", ""))
    address = address_of(to.target) if to and to.is_external else None
    return address or "", lost_link(click, page.relations) if address is None else None


def _signs(run: Element) -> str:
    signs = ("\n" if one.tag == f"{A}br" else (one.text or "") * (one.tag in _TEXTS) for one in run.iter())
    return with_signs("".join(signs), run.find(f"{A}rPr"))


def _is_field(shape: Shape) -> bool:
    """Tell whether a text is what a program fills in, such as the day."""
    return shape.body is not None and next(shape.body.iter(f"{A}fld"), None) is not None


def _without_credits(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines but for credits below their heading, which our own files have from the slide. What somebody types
    below these is a note."""
    headings = {words.heading for words in LANGUAGES.values()}
    are_credits = False
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        if line in headings and is_credit(below, of_pictures=True):
            are_credits = True
            continue
        are_credits = are_credits and is_credit(line, of_pictures=True)
        if not are_credits:
            yield line


def is_of_ours(package: Package, slides: Sequence[SlidePart]) -> bool:
    """Tell whether a presentation was made by deckmaker, as its properties say, or the name of its credits. Programs
    that save it keep some of these."""
    with suppress(NotATemplate):  # broken properties say nothing
        if not {MADE_OF, MADE_OF_ROW, MARKED}.isdisjoint(told_in(package)):
            return True
        if program_of(package) == _OURSELVES:
            return True
    return any(shape.name == OUR_CREDITS for one in slides for shape in shapes_of(one))
