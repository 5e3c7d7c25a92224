"""A picture's file with its picture alone: what libraries are given to decode.

They would read metadata, comments and further pictures too, each with limits and flaws of its own.
"""

from __future__ import annotations

from deckmaker.assets.formats.jpeg_cleaning import cleaned_jpeg


def picture_alone(data: bytes, kind: str) -> bytes:
    """Return a file of a kind, which has been judged, without anything but its first picture."""
    match kind:
        case "jpeg":
            return cleaned_jpeg(data, b"", b"")
        case "png":
            from deckmaker.assets.formats.png_cleaning import bare_png

            return bare_png(data)
        case "webp":
            from deckmaker.assets.formats.webp import bare_webp

            return bare_webp(data)
        case "gif":
            from deckmaker.assets.formats.gif import bare_gif

            return bare_gif(data)
        case _:
            from deckmaker.assets.formats import tiff  # which brings Pillow

            return tiff.bare(data)
