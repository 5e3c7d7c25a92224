"""Pictures of the slides that have changed, before and after, with marks where they differ."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from io import BytesIO
from itertools import zip_longest
from typing import NamedTuple

from PIL import Image

from deckmaker.comparison.changes import Comparison, SlideChange, Way
from deckmaker.comparison.page.marks import Box, changed_boxes
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.pictures.pages import page_images
from deckmaker.pictures.renderer import pdf_of

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
    before = _images(old, {page for slide in shown for page in slide.old_pages}, diagnostics)
    after = _images(new, {page for slide in shown for page in slide.new_pages}, diagnostics)
    return {
        slide: [
            _facing(before.get(one or 0), after.get(other or 0))
            for one, other in zip_longest(slide.old_pages, slide.new_pages)
        ]
        for slide in shown
    }


def _images(document: Document, numbers: Iterable[int], diagnostics: Diagnostics) -> dict[int, bytes]:
    """Return pages as WebP by their numbers: a thousand of these have room in memory, of pixels they have not."""
    wanted = sorted(numbers)
    if not wanted:
        return {}
    images = page_images(pdf_of(document, diagnostics), WIDTH, [number - 1 for number in wanted])
    return {number: _webp(image) for number, image in zip(wanted, images, strict=True)}


def _webp(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", lossless=False, quality=_QUALITY, method=4)
    return out.getvalue()


def _facing(old: bytes | None, new: bytes | None) -> Facing:
    if old is None or new is None:
        return Facing(_shown(old), _shown(new))
    with Image.open(BytesIO(old)) as one, Image.open(BytesIO(new)) as other:
        boxes = tuple(changed_boxes(one, other))
    return Facing(_shown(old, boxes), _shown(new, boxes))


def _shown(data: bytes | None, boxes: tuple[Box, ...] = ()) -> Shown | None:
    if data is None:
        return None
    with Image.open(BytesIO(data)) as image:
        return Shown(f"data:image/webp;base64,{b64encode(data).decode('ascii')}", image.size, boxes)
