"""Pictures of the slides that have changed, before and after, with marks where they differ."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from typing import NamedTuple

from PIL import Image

from deckmaker.comparison.changes import Comparison, SlideChange, Way
from deckmaker.comparison.page.marks import Box, changed_boxes
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.pictures.pages import NotDrawn, page_images
from deckmaker.pictures.renderer import pdf_of, report_not_drawn

WIDTH = 960
"""Pixels across: the least at which small print can be read."""

_QUALITY = 80

MOST_SLIDES = 200
"""Slides that have pictures on the page, which takes some 100 KB for each; the others are told in words alone."""


class Shown(NamedTuple):
    """A picture as an address of its own bytes, its size in pixels, and where it differs from the other one."""

    address: str
    size: tuple[int, int]
    boxes: tuple[Box, ...] = ()


class Facing(NamedTuple):
    """The pictures of a page before and after, None where there was or is none."""

    old: Shown | None
    new: Shown | None


def pictures_of(
    comparison: Comparison, old: Document, new: Document, diagnostics: Diagnostics
) -> dict[SlideChange, list[Facing]]:
    """Return the pictures of each slide that has changed, a pair for each page of it; of one that only moved, none.

    Further slides than MOST_SLIDES have none, either. Where the deck itself has changed, its example has some.
    """
    shown = [slide for slide in comparison.slides if slide.ways != (Way.MOVED,)][:MOST_SLIDES]
    if comparison.deck and comparison.example:
        shown.append(comparison.example)
    pages = [(slide, pair) for slide in shown for pair in zip_longest(slide.old_pages, slide.new_pages)]
    before = _images(old, [one for _, (one, _) in pages if one], diagnostics)
    after = _images(new, [other for _, (_, other) in pages if other], diagnostics)
    found: dict[SlideChange, list[Facing]] = {slide: [] for slide in shown}
    for slide, (one, other) in pages:
        found[slide].append(_facing(next(before, None) if one else None, next(after, None) if other else None))
    return found


def _images(document: Document, numbers: Sequence[int], diagnostics: Diagnostics) -> Iterator[Image.Image]:
    """Yield the pages of these numbers, one at a time: few documents' pixels have room in memory."""
    if not numbers:
        return
    try:
        yield from page_images(pdf_of(document, diagnostics), WIDTH, [number - 1 for number in numbers])
    except NotDrawn as reason:
        report_not_drawn(document.pages[reason.index], reason, diagnostics)


def _facing(old: Image.Image | None, new: Image.Image | None) -> Facing:
    """Return two pages side by side. They are compared as they were drawn: WebP changes letters beside a change."""
    boxes = tuple(changed_boxes(old, new)) if old and new else ()
    return Facing(_shown(old, boxes), _shown(new, boxes))


def _shown(image: Image.Image | None, boxes: tuple[Box, ...]) -> Shown | None:
    if image is None:
        return None
    out = BytesIO()
    image.save(out, "WEBP", lossless=False, quality=_QUALITY, method=4)
    return Shown(f"data:image/webp;base64,{b64encode(out.getvalue()).decode('ascii')}", image.size, boxes)
