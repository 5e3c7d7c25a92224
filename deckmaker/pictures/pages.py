"""Pages of a PDF file to pixels, by PDFium. Knows nothing of decks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing

import pypdfium2
from PIL import Image

_BELOW = 0.01
"""Pixels: PDFium takes the next whole number, and 1,920 pixels and a rounding error are 1,921."""


def page_images(pdf: bytes, width: int, indexes: Iterable[int] | None = None) -> Iterator[Image.Image]:
    """Yield the pages of a PDF file as RGB images, `width` pixels across: those of these indexes, from 0, or all.

    The same file gives the same pixels with the same release of PDFium: letters are smoothed in grey, not for a screen.
    """
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for index in range(len(document)) if indexes is None else indexes:
            with closing(document[index]) as page:
                bitmap = page.render(scale=(width - _BELOW) / page.get_width(), may_draw_forms=False)
                with closing(bitmap):
                    # A copy: the bitmap's memory goes with it.
                    yield bitmap.to_pil().convert("RGB").copy()
