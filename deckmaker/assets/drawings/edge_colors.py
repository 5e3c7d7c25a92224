"""The colours of what is transparent all through: those that are next to it, for programs that scale pictures.

resvg has black there. Nobody sees it until a program makes colours and transparency smaller one by one, as poppler and
LibreOffice do: then it darkens the edges of all that is drawn.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

REACH = 16
"""Pixels around what is seen that have its colours, at least: pictures are hardly shown smaller than a 16th."""

_LEAST = 16
"""The opacity, of 255, from which eight bits of a colour times its opacity tell the colour."""


def with_edge_colors(png: bytes) -> bytes:
    """Return a PNG of ours, the same to look at, with colours under what is transparent next to what is not."""
    from PIL import Image

    with Image.open(BytesIO(png)) as image:
        if image.mode != "RGBA" or image.getchannel("A").histogram()[0] == 0:
            return png
        stream = BytesIO()
        spread(image).save(stream, "PNG")
    return stream.getvalue()


def spread(image: Image) -> Image:
    """Return an RGBA picture with the colours of what is seen under what is transparent around it."""
    from PIL import Image, ImageFilter

    alpha = image.getchannel("A")
    # In few pixels, each has the mean colour of what is seen in it, then the next (`RGBa` has colours times opacity).
    few = image.convert("RGBa").reduce(REACH).convert("RGBA")
    few.putalpha(few.getchannel("A").point([0] * _LEAST + [255] * (256 - _LEAST)))
    few = few.convert("RGBa").filter(ImageFilter.BoxBlur(1)).convert("RGBA").convert("RGB")
    whole = few.width * REACH, few.height * REACH
    around = few.resize(whole, Image.Resampling.NEAREST).crop((0, 0, *image.size))
    shown = Image.composite(image.convert("RGB"), around, alpha.point([0] + [255] * 255))
    shown.putalpha(alpha)
    return shown
