"""Everything that a tagged PDF is held against: a validator, our own check of the tree, and what the layout says."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import page as pdf_validation
import pikepdf

from deckmaker.layout import Document, Placed, Role, TextItem
from tests.render.pdf.said_words import said_words
from tests.render.pdf.structure_check import problems_of
from tests.render.pdf.tagged_text import Read, read_tagged


def complaints(file: bytes, document: Document) -> list[str]:
    """Return what is wrong with the tags of a document's PDF; nothing where all is right."""
    with pikepdf.open(BytesIO(file)) as pdf:
        problems = problems_of(pdf)
    return [*invalid(file, "ua1"), *problems, *([] if problems else _unlike(file, document))]


def invalid(file: bytes, profile: str) -> list[str]:
    """Return the rules of a profile that a file breaks, by a validator that finds all of veraPDF's corpus."""
    limits = pdf_validation.SafetyLimits.unlimited()
    report = pdf_validation.validate_pdf_bytes(file, profile=profile, limits=limits)
    return [f"{one.rule_id}: {one.message}" for one in report.failures]


def _unlike(file: bytes, document: Document) -> Iterator[str]:
    """Yield where the elements are not what the layout says: words, headings, lists."""
    sections = read_tagged(file)
    if len(sections) != len(document.pages):
        yield "not a section a slide"
        return
    levels = [int(one.tag[1]) for section in sections for one in section.walk() if one.tag in _HEADINGS]
    if levels[:1] != [1] or levels.count(1) > 1 or any(after > before + 1 for before, after in pairwise(levels)):
        yield f"levels of headings: {levels}"
    for page, section in zip(document.pages, sections, strict=True):
        if " ".join(section.blocks).split() != said_words(page, document.language):
            yield f"page {page.number}: other words, or in another order"
        if [one.text for one in section.walk() if one.tag in _HEADINGS] != list(_headings(page.placed)):
            yield f"page {page.number}: other headings"


_HEADINGS = tuple(f"H{level}" for level in range(1, 7))


def _headings(items: tuple[Placed, ...]) -> Iterator[str]:
    """Yield what the titles and headings among items read; what heads an item of a list is none of the slide."""
    for placed in items:
        if placed.role in (Role.TITLE, Role.HEADING) and isinstance(placed.item, TextItem):
            yield placed.item.text
        elif placed.role not in (Role.LIST, Role.STEPS) and (children := getattr(placed.item, "children", ())):
            yield from _headings(children)


def outlines(file: bytes) -> list[str]:
    """Return the elements of each page, without their words."""
    return [section.outline() for section in read_tagged(file)]


def found(file: bytes, tag: str) -> list[Read]:
    """Return all elements of a type in a document, in reading order."""
    return [one for section in read_tagged(file) for one in section.walk() if one.tag == tag]
