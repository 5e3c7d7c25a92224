"""Notes of a presentation to notes of a deck, which are plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from xml.etree.ElementTree import Element

from deckmaker.credits.languages import LANGUAGES
from deckmaker.importing.credits import is_credit
from deckmaker.importing.powerpoint.shapes import shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.localization.chart_notes import AXIS, DATA
from deckmaker.template.names import A


def notes_of(part: SlidePart) -> str:
    """Return the notes of a slide as plain text, a line for each of its lines."""
    if part.notes is None:
        return ""
    lines: list[str] = []
    for shape in shapes_of(SlidePart(part.number, "", part.notes, {}, None, None, None, "", False)):
        if shape.type == "body" and shape.body is not None:
            for one in shape.body.iterfind(f"{A}p"):
                lines += _words(one).split("\n")
    return "\n".join(line.strip() for line in _without_charts(_without_credits(lines))).strip()


def _words(paragraph: Element) -> str:
    """Return the words of a paragraph, its lines as they are."""
    signs = (one.text or "" if one.tag == f"{A}t" else "\n" if one.tag == f"{A}br" else "" for one in paragraph.iter())
    return "".join(signs).replace("_x000B_", "\n")


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


def _without_charts(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines but for those about charts, which our own files have from the slide: numbers with tabs between."""
    headings, is_data = set(DATA.values()), False
    for line in lines:
        is_data = line in headings or (is_data and "\t" in line)
        if not is_data and line not in AXIS.values():
            yield line
