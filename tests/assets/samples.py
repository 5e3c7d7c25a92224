"""One picture in every format that is read: four corners of known colours, upright, whatever the file says inside.

Made by Pillow and by hand; tests read back what deckmaker made of them with other programs.
"""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

SIZE = (64, 48)
RED, GREEN, BLUE, YELLOW = (208, 16, 32), (16, 144, 48), (32, 48, 192), (224, 208, 32)
CORNERS = (RED, GREEN, BLUE, YELLOW)
"""Top left, top right, bottom left, bottom right."""

Turn = Image.Transpose
_STORED = {
    1: None,
    2: Turn.FLIP_LEFT_RIGHT,
    3: Turn.ROTATE_180,
    4: Turn.FLIP_TOP_BOTTOM,
    5: Turn.TRANSPOSE,
    6: Turn.ROTATE_90,
    7: Turn.TRANSVERSE,
    8: Turn.ROTATE_270,
}
"""How an upright picture is stored under each of Exif's orientations (Exif 2.32, 4.6.4)."""

PLAN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"><rect width="32" height="24" fill="#d01020"/>'
    '<rect x="32" width="32" height="24" fill="#109030"/><rect y="24" width="32" height="24" fill="#2030c0"/>'
    '<rect x="32" y="24" width="32" height="24" fill="#e0d020"/></svg>'
)


def picture(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """Return the picture upright."""
    image = Image.new("RGB", size)
    across, down = size[0] // 2, size[1] // 2
    for number, color in enumerate(CORNERS):
        left, top = number % 2 * across, number // 2 * down
        image.paste(color, (left, top, left + across, top + down))
    return image.convert(mode)


def stored(orientation: int, mode: str = "RGB") -> Image.Image:
    """Return the picture as a file of that orientation holds it."""
    turn = _STORED[orientation]
    return picture(mode) if turn is None else picture(mode).transpose(turn)


def exif(orientation: int, **texts: str) -> Image.Exif:
    """Return Exif with an orientation, and artist, copyright, description."""
    found = Image.Exif()
    found[0x0112] = orientation
    for tag, text in texts.items():
        found[{"artist": 0x013B, "copyright": 0x8298, "description": 0x010E}[tag]] = text
    return found


def saved(image: Image.Image, format: str, **options: Any) -> bytes:
    """Return an image as a file."""
    stream = BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def wide_profile() -> bytes:
    """Return a profile unlike sRGB: its red and its green are exchanged, so that nobody overlooks it."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a PNG's chunk."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def with_chunks(png: bytes, *chunks: bytes) -> bytes:
    """Put chunks behind a PNG's header."""
    return png[:33] + b"".join(chunks) + png[33:]


def segment(marker: int, data: bytes) -> bytes:
    """Return a JPEG's segment."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """Put segments behind a JPEG's beginning."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def deep_tiff(order: str = "<") -> bytes:
    """Return a TIFF of 16 bits a colour, which Pillow reads and does not write."""
    width, height = SIZE
    pixels = b"".join(
        struct.pack(f"{order}3H", *(level * 257 for level in color))
        for y in range(height)
        for color in (CORNERS[y // (height // 2) * 2 + x // (width // 2)] for x in range(width))
    )
    entries = [(256, width), (257, height), (258, 0), (259, 1), (262, 2), (273, 0), (277, 3), (278, height)]
    entries += [(279, len(pixels)), (284, 1)]
    depths = 8 + 2 + 12 * len(entries) + 4
    values = {258: depths, 273: depths + 6}
    head = struct.pack(f"{order}2sHIH", b"II" if order == "<" else b"MM", 42, 8, len(entries))
    table = b"".join(
        struct.pack(f"{order}HHII", tag, 3 if tag == 258 else 4, 3 if tag == 258 else 1, values.get(tag, value))
        for tag, value in entries
    )
    return head + table + bytes(4) + struct.pack(f"{order}3H", 16, 16, 16) + pixels


def embedded_plan(kind: str, data: bytes) -> str:
    """Return a drawing that shows a picture which it holds."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"><image width="64" height="48" '
        f'href="data:image/{kind};base64,{b64encode(data).decode()}"/></svg>'
    )


def samples() -> dict[str, bytes]:
    """Return a file of every kind, by name."""
    rgb = picture()
    clear = picture("RGBA")
    return {
        **{f"JPEG, orientation {one}": saved(stored(one), "JPEG", quality=95, exif=exif(one)) for one in range(1, 9)},
        "JPEG, progressive": saved(rgb, "JPEG", quality=95, progressive=True),
        "JPEG, CMYK": saved(picture("CMYK"), "JPEG", quality=95),
        "JPEG, CMYK, orientation 6": saved(stored(6, "CMYK"), "JPEG", quality=95, exif=exif(6)),
        "PNG": saved(rgb, "PNG"),
        "PNG, alpha": saved(clear, "PNG"),
        "PNG, palette": saved(rgb.quantize(4), "PNG"),
        "PNG, orientation 8": saved(stored(8), "PNG", exif=exif(8)),
        "WebP, lossy": saved(rgb, "WEBP", quality=95),
        "WebP, lossless": saved(rgb, "WEBP", lossless=True),
        "WebP, alpha": saved(clear, "WEBP", lossless=True, exact=True),
        "WebP, orientation 5": saved(stored(5), "WEBP", lossless=True, exif=exif(5)),
        **{
            f"TIFF, {name}": saved(rgb, "TIFF", compression=name)
            for name in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg")
        },
        **{f"TIFF, orientation {one}": saved(stored(one), "TIFF", exif=exif(one)) for one in (2, 3, 6, 7)},
        "TIFF, 16 bits": deep_tiff(),
        "TIFF, 16 bits, big-endian": deep_tiff(">"),
        "TIFF, palette": saved(rgb.quantize(4), "TIFF"),
        "TIFF, alpha": saved(clear, "TIFF"),
        "TIFF, CMYK": saved(picture("CMYK"), "TIFF"),
        "GIF": saved(rgb, "GIF"),
        "SVG": PLAN.encode(),
        "SVG, UTF-16": PLAN.encode("utf-16"),
        "SVG with a PNG": embedded_plan("png", saved(rgb, "PNG")).encode(),
    }
