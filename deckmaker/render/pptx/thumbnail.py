"""The picture of a presentation that file managers show: its first slide, drawn from what layout decided.

Small and cheap: photos are decoded at about the size that they have there (JPEG's own scaling), and the drawing is of
vectors. It is the same on every machine (ECMA-376 Part 2, 9: `docProps/thumbnail`).
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from deckmaker.assets import content
from deckmaker.assets.drawings.rasterising import rasterised_here
from deckmaker.assets.flaw import Unusable
from deckmaker.assets.pixels import opened
from deckmaker.layout import Page, PictureItem
from deckmaker.model import PictureFile
from deckmaker.survey.picture.drawing import page_drawing
from deckmaker.theme import Theme

Image.preinit()  # imports Pillow's plug-ins once, before copies of this process part ways

ACROSS = 256
"""Pixels across, as PowerPoint's own thumbnails have them."""

_QUALITY = 85
_MOST_PIXELS = {"image/jpeg": 16_000_000, "image/png": 4_000_000}
"""Of a picture on the page, which has to be decoded: in some 40 milliseconds. More would cost too much."""


def thumbnail(page: Page, theme: Theme) -> bytes | None:
    """Return a page as a small JPEG; None where that would take long, or cannot be drawn. Raises PictureLost."""
    files = [one.item.file for one in page.leaves if isinstance(one.item, PictureItem)]
    if any(one.width * one.height > _MOST_PIXELS[one.media_type] for one in files):
        return None
    try:
        root = page_drawing(page, theme, _small)
        root.set("width", str(ACROSS))
        root.set("height", str(round(ACROSS * theme.height / theme.width)))
        return _jpeg(rasterised_here(root))
    except Unusable:
        return None


def _jpeg(drawn: bytes) -> bytes:
    out = BytesIO()
    with opened(drawn, "png") as picture:
        picture.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _small(file: PictureFile) -> tuple[str, bytes]:
    """Return the media type and the bytes of a picture, as large as a thumbnail may show it. Raises Unusable."""
    out = BytesIO()
    with opened(content(file), file.media_type.rpartition("/")[2]) as picture:
        picture.draft("RGB", (ACROSS, ACROSS))
        picture.thumbnail((ACROSS, ACROSS))
        whole = picture if picture.mode in ("RGB", "RGBA", "L", "LA") else picture.convert("RGBA")
        whole.save(out, "PNG", compress_level=1)
    return "image/png", out.getvalue()
