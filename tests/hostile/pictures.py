"""Pictures made to cost more than they are worth, each by its size."""

from __future__ import annotations

import struct
import zlib

from PIL import Image

from tests.assets.samples import chunk, exif, picture, saved, segment, with_chunks, with_segments

JPEG, PROGRESSIVE, PNG = saved(picture(), "JPEG"), saved(picture(), "JPEG", progressive=True), saved(picture(), "PNG")
GIF, WEBP, TIFF = (saved(picture(), format) for format in ("GIF", "WEBP", "TIFF"))
TABLE, SCAN = b"\xff\xdb", b"\xff\xda"


def empty_segments(count: int) -> bytes:
    """Return a JPEG with so many comments that say nothing."""
    return with_segments(JPEG, b"\xff\xfe\0\2" * count)


def between_segments(count: int) -> bytes:
    """Return a JPEG with so many bytes that belong to no segment: half of them could begin one."""
    return with_segments(JPEG, b"\xff\0" * (count // 2) + b"\xff" * (count // 2) + b"\0")


def same_tables(count: int) -> bytes:
    """Return a JPEG whose first table is there so many times more."""
    at = JPEG.index(TABLE)
    return with_segments(JPEG, JPEG[at : at + 69] * count)


def pieces_of_profile(count: int) -> bytes:
    """Return a JPEG with a profile in so many pieces, as many of them first as there may be."""
    return with_segments(JPEG, *(segment(0xE2, b"ICC_PROFILE\0\1\xff" + bytes(9)) for _ in range(count)))


def scans(count: int) -> bytes:
    """Return a progressive JPEG whose last scan is there so many times more."""
    at = PROGRESSIVE.rindex(SCAN)
    return PROGRESSIVE[:at] + PROGRESSIVE[at:-2] * (count + 1) + PROGRESSIVE[-2:]


def packed_profiles(count: int) -> bytes:
    """Return a PNG with so many profiles of four megabytes, of which few are left when they are packed."""
    return with_chunks(PNG, *[chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(3_900_000), 9))] * count)


def packed_packets(count: int) -> bytes:
    """Return a PNG with so many packets of XMP of a megabyte."""
    packed = zlib.compress(b" " * 1_000_000, 9)
    return with_chunks(PNG, *[chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + packed)] * count)


def empty_chunks(count: int, name: bytes = b"IDAT") -> bytes:
    """Return a PNG with so many chunks more that hold nothing, before its pixels."""
    at = PNG.index(b"IDAT") - 4
    return PNG[:at] + chunk(name, b"") * count + PNG[at:]


def flat_png(width: int, height: int, depth: int = 8, kind: int = 2, interlaced: int = 0) -> bytes:
    """Return a PNG of one colour: a thousandth of what it unpacks to."""
    samples = {0: 1, 2: 3, 4: 2, 6: 4}[kind]
    passes = [(0, 0, 1, 1)]
    if interlaced:
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    packing, pieces = zlib.compressobj(), []
    for x, y, across, down in (one for one in passes if width > one[0]):
        left = -(-(height - y) // down) * (1 + (-(-(width - x) // across) * samples * depth + 7) // 8)
        while left > 0:
            pieces.append(packing.compress(bytes(min(left, 1 << 20))))
            left -= 1 << 20
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced)
    pixels = b"".join([*pieces, packing.flush()])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def webp_chunks(count: int) -> bytes:
    """Return a WebP with so many chunks that hold nothing, each of a kind of its own."""
    body = WEBP[8:] + b"".join(struct.pack("<II", 0x20000000 + number, 0) for number in range(count))
    return b"RIFF" + struct.pack("<I", len(body)) + body


def flat_webp(width: int, height: int) -> bytes:
    """Return a lossless WebP of one colour: some thirty bytes, whatever its size."""
    return saved(Image.new("RGB", (width, height)), "WEBP", lossless=True, quality=0, method=0)


def gif_blocks(count: int) -> bytes:
    """Return a GIF with a comment of so many blocks of a byte before its picture."""
    at = 13 + 3 * 2 ** ((GIF[10] & 7) + 1)
    return GIF[:at] + b"!\xfe" + b"\1a" * count + b"\0" + GIF[at:]


def gif_pictures(count: int) -> bytes:
    """Return a GIF whose picture is there so many times more."""
    at = 13 + 3 * 2 ** ((GIF[10] & 7) + 1)
    return GIF[:-1] + GIF[at:-1] * count + GIF[-1:]


def tiff(*entries: tuple[int, int, int, int], next: int = 0, behind: bytes = b"") -> bytes:
    """Return the small TIFF with a directory behind it that has these entries more: tag, type, count, and place."""
    start = int.from_bytes(TIFF[4:8], "little")
    count = int.from_bytes(TIFF[start : start + 2], "little")
    own = {TIFF[at : at + 2]: TIFF[at : at + 12] for at in range(start + 2, start + 2 + 12 * count, 12)}
    for tag, *rest in entries:
        mark = struct.pack("<H", tag)
        while mark in own and tag > 0x8000:
            mark += b"\0"
        own[mark] = struct.pack("<HHII", tag, *rest)
    table = b"".join(own.values())
    directory = struct.pack("<H", len(own)) + table + struct.pack("<I", next)
    return TIFF[:4] + struct.pack("<I", len(TIFF)) + TIFF[8:] + directory + behind


def long_entries(count: int, length: int) -> bytes:
    """Return a TIFF with so many texts, each of which is all of the file."""
    return tiff(*((0x8000 + number, 2, length, 8) for number in range(count)), behind=bytes(length))


def strips_on_each_other(count: int, length: int) -> bytes:
    """Return a TIFF with so many strips, each of which is all of the file."""
    begin = len(TIFF) + 2 + 12 * 12 + 4 + 1_000
    table = struct.pack("<I", 8) * count + struct.pack("<I", length) * count
    one, other = (273, 4, count, begin), (279, 4, count, begin + 4 * count)
    made = tiff(one, other)
    return made + bytes(begin - len(made)) + table + bytes(length)


def turned_photo(width: int, height: int) -> bytes:
    """Return a photo of one colour that lies on its side."""
    return saved(Image.new("RGB", (width, height), "#336699"), "JPEG", exif=exif(6))
