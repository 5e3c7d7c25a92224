"""What a picture may hold."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

PICTURE_BYTES = Bound(200 * MEGABYTE, "bytes", "a picture")
"""A file of this size is read whole, so it must fit in memory with room to spare."""

PICTURE_PIXELS = Bound(120_000_000, "pixels", "a picture")
"""More than the largest cameras of medium format take (102 million); decoded with transparency, 480 MB."""

PIXELS_PER_BYTE = Bound(200, "pixels a byte", "a picture's file")
"""Photos have up to ten, plain diagrams and scans in black and white a hundred. What is beyond takes no room."""

DECK_PLAIN_PIXELS = Bound(500_000_000, "pixels that take no room in their files", "the pictures of a deck")
"""Of all of its pictures together, one counted each time that it is shown: they are decoded, some 15 seconds for so
many, and a file of a hundred bytes may have fifty million."""

PICTURE_MEMORY = Bound(850 * MEGABYTE, "bytes of memory", "a picture that is decoded")
"""Estimated before it is. A photo of 102 million pixels is there twice while it is turned, at four bytes a pixel."""

JPEG_SEGMENTS = Bound(10_000, "segments", "a JPEG")
"""As many full ones would be 650 MB; a photo with all that phones and programs add has a few hundred."""

JPEG_SCANS = Bound(100, "scans", "a JPEG")
"""A progressive photo has ten. Decoders go through all of its blocks for each, which may be two bytes in the file."""

PNG_CHUNKS = Bound(100_000, "chunks", "a PNG")
"""Programs that write pixels in small pieces, of 4 kB, need 50,000 for the largest file."""

GIF_BLOCKS = Bound(1_000_000, "blocks", "a GIF")
"""Data come in blocks of at most 255 bytes: the largest file has 800,000 that are full."""

WEBP_CHUNKS = Bound(10_000, "chunks", "a WebP")
"""A photo has a handful, an animation one for each of its pictures."""

TIFF_ENTRIES = Bound(1_000, "entries", "a TIFF's directory")
"""Photos with all that cameras say have about a hundred."""

TIFF_PIECES = Bound(100_000, "strips or tiles", "a TIFF")
"""A strip for each row, of a picture that is far higher than any is."""

PROFILE_BYTES = Bound(4 * MEGABYTE, "bytes", "a colour profile")
"""Colour profiles of printing presses are the largest: 0.5 to 2.5 MB."""

RIGHTS_BYTES = Bound(1 * MEGABYTE, "bytes", "a packet of rights")
"""An XMP packet of 1 MB is read in 20 ms; those with rights and nothing else are 2 kB."""

CONVERTED_BYTES = Bound(128 * MEGABYTE, "bytes", "the store of converted pictures")
"""Converted pictures that are kept for the next format: about forty photos of a phone."""
