"""Bytes in every place where nobody looks: none of them is in what outputs hold."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.assets.profiles import fitting_profile
from tests.assets.reading_back import corners, farthest, found, made
from tests.assets.samples import chunk, picture, saved, segment, with_chunks, with_segments
from tests.assets.test_judging import JPEG, PNG, SCAN, inserted
from tests.assets.test_profiles import PLAIN, with_tag
from tests.assets.wrong_parts import FORMATS, PLANTED

PALETTE = saved(picture().quantize(4), "PNG")
CHUNKS = {
    b"gAMA": b"\0\0\xb1\x8f",
    b"cHRM": bytes(31) + b"\1",
    b"sRGB": b"\0",
    b"cICP": b"\1\r\0\1",
    b"pHYs": bytes(8) + b"\1",
}


def planted_pngs() -> Iterator[tuple[str, bytes]]:
    """Yield PNGs with a place each where something is planted."""
    for name, body in {**CHUNKS, b"tRNS": bytes(6)}.items():
        yield f"behind {name.decode()}", with_chunks(PNG, chunk(name, body + PLANTED))
    at = PNG.index(b"IDAT") + 4
    packed = PNG[at : at + int.from_bytes(PNG[at - 8 : at - 4])]
    yield "behind the stream of pixels", PNG[:33] + chunk(b"IDAT", packed + PLANTED) + chunk(b"IEND", b"")
    yield "in a chunk of pixels more", PNG[:33] + chunk(b"IDAT", packed) + chunk(b"IDAT", PLANTED) + chunk(b"IEND", b"")
    stored = zlib.compress(zlib.decompress(packed) + PLANTED, 0)
    yield "in rows that are too many", PNG[:33] + chunk(b"IDAT", stored) + chunk(b"IEND", b"")
    yield "in the end", PNG[:-12] + chunk(b"IEND", PLANTED)
    yield "behind the end", PNG + PLANTED
    yield "in a palette that nobody needs", with_chunks(PNG, chunk(b"PLTE", PLANTED[:36]))
    place = PALETTE.index(b"PLTE") - 4
    entries = PALETTE[place + 8 : place + 8 + int.from_bytes(PALETTE[place : place + 4])]
    longer = chunk(b"PLTE", entries.ljust(3 * 256, b"?") + PLANTED)
    yield "in a palette of too many", PALETTE[:24] + b"\x08" + PALETTE[25:29] + _sum(PALETTE) + longer + _pixels()
    yield "in transparency of too many", with_chunks(PALETTE, chunk(b"tRNS", PLANTED))
    for name in (
        b"tEXt",
        b"zTXt",
        b"iTXt",
        b"eXIf",
        b"iCCP",
        b"tIME",
        b"bKGD",
        b"hIST",
        b"sPLT",
        b"sBIT",
        b"prVt",
        b"acTL",
    ):
        yield f"in {name.decode()}", with_chunks(PNG, chunk(name, PLANTED))
    for name, body in CHUNKS.items():  # a number of its own is as good as the first one
        yield f"in a second {name.decode()}", with_chunks(PNG, chunk(name, body), chunk(name, PLANTED[: len(body)]))
        yield f"in {name.decode()} behind pixels", PNG[:-12] + chunk(name, body[:-1] + b"\1") + PNG[-12:]


def _sum(data: bytes) -> bytes:
    return zlib.crc32(data[12:24] + b"\x08" + data[25:29]).to_bytes(4)


def _pixels() -> bytes:
    rows = b"".join(b"\0" + bytes([0] * 32 + [1] * 32) for _ in range(48))
    return chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def planted_jpegs() -> Iterator[tuple[str, bytes]]:
    """Yield JPEGs with a place each where something is planted."""
    for number in range(16):
        yield f"in APP{number}", with_segments(JPEG, segment(0xE0 + number, PLANTED))
    yield "in a comment", with_segments(JPEG, segment(0xFE, PLANTED))
    yield "between segments", inserted(JPEG, 20, PLANTED)
    yield "behind the end", JPEG + PLANTED
    yield "in a second JFIF", with_segments(JPEG, JPEG[2:20], segment(0xE0, b"JFIF\0" + PLANTED))
    yield "in a thumbnail", with_segments(b"\xff\xd8" + JPEG[20:], segment(0xE0, JPEG[6:18] + b"\4\3" + PLANTED))
    yield "behind Adobe's twelve bytes", with_segments(JPEG, segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + PLANTED))
    yield (
        "in Adobe's, which another replaces",
        with_segments(JPEG, segment(0xEE, b"Adobe" + PLANTED[:7]), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")),
    )
    table = segment(0xDB, b"\0" + PLANTED[:36].ljust(64, b"?"))
    yield "in a table that another replaces", with_segments(JPEG, table)
    yield "in a table behind the last scan", inserted(JPEG, -2, table)
    yield "in a number of lines", inserted(JPEG, -2, segment(0xDC, PLANTED))
    yield "in a comment behind the scan", inserted(JPEG, -2, segment(0xFE, PLANTED))
    yield "in an extension behind the scan", inserted(JPEG, -2, segment(0xE2, PLANTED))
    yield "before the scan", inserted(JPEG, SCAN, segment(0xFE, PLANTED))


PICTURES = {f"PNG, {name}": data for name, data in planted_pngs()} | {
    f"JPEG, {name}": one for name, one in planted_jpegs()
}


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("name", PICTURES)
def test_what_is_planted_comes_out_nowhere(name: str, tmp_path: Path) -> None:
    """And the picture is shown all the same."""
    data = PICTURES[name]
    file = made(tmp_path, data)
    for part in range(0, len(PLANTED), 12):
        assert PLANTED[part : part + 12] not in file
    assert len(file) < len(data)
    with Image.open(BytesIO(file)) as image:
        image.load()
    if "palette of too many" not in name:
        assert farthest(corners(file)) <= 8


def planted_in_others() -> Iterator[tuple[str, bytes]]:
    """Yield files of the other formats, each part of which has something behind it, and some parts more."""
    for format, (apart, together) in FORMATS.items():
        options = {"compression": "jpeg"} if format == "TIFF" else {}
        for quality in ({}, {"lossless": True}) if format == "WebP" else ({},):
            parts = apart(saved(picture(), format, **options, **quality))
            marks = {"WebP": b"abcd", "GIF": b"!\xfe"}.get(format)
            block = bytes((len(PLANTED),)) + PLANTED + b"\0"
            for at in range(1, len(parts) if marks else 0):
                yield (
                    f"{format}, before {at}{quality}",
                    together([*parts[:at], (marks, block if format == "GIF" else PLANTED), *parts[at:]]),
                )
            yield f"{format}, behind it{quality}", together([*parts[:-1], (b"", PLANTED)])
    of_tiff, as_tiff = FORMATS["TIFF"]
    for compression in ("raw", "jpeg", "tiff_lzw"):
        data = saved(picture(), "TIFF", compression=compression)
        for tag in (
            269,
            305,
            306,
            316,
            330,
            333,
            337,
            700,
            33723,
            34377,
            34665,
            34853,
            37724,
            50341,
            65000,
        ):
            parts = of_tiff(data + PLANTED)
            text = struct.pack("<H", tag), struct.pack("<HII", 2, len(PLANTED), len(data))
            yield f"TIFF of {compression}, in tag {tag}", as_tiff([*parts[:-1], text, parts[-1]])


OTHERS = dict(planted_in_others())


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("name", OTHERS)
def test_what_is_planted_in_other_formats_comes_out_nowhere(name: str, tmp_path: Path) -> None:
    """Their pixels are decoded, and nothing else of them is taken; but whose they are, which artist, copyright and
    description say."""
    file = made(tmp_path, OTHERS[name])
    assert PLANTED in OTHERS[name] and PLANTED[:8] not in file
    assert farthest(corners(file)) <= 8


TAGS = 132 + 12 * int.from_bytes(PLAIN[128:132])


def planted_profiles() -> Iterator[tuple[str, bytes]]:
    """Yield profiles with a place each where something is planted."""
    for name in (b"meta", b"mmod", b"prvt", b"dmdd", b"D2B0", b"targ"):
        yield f"in {name.decode()}", with_tag(PLAIN, name, PLANTED)
    yield (
        "behind a curve",
        with_tag(_without(b"rTRC"), b"rTRC", b"curv" + bytes(4) + struct.pack(">IH", 1, 256) + PLANTED),
    )
    yield (
        "behind a white",
        with_tag(_without(b"wtpt"), b"wtpt", b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061) + PLANTED),
    )
    yield (
        "before a curve's count",
        with_tag(_without(b"rTRC"), b"rTRC", b"curv" + PLANTED[:4] + struct.pack(">IH", 1, 256)),
    )
    yield "between tags", _moved(PLANTED)
    yield "behind all", PLAIN + PLANTED
    yield "behind a table", with_tag(PLAIN, b"A2B0", _lut() + PLANTED)
    yield "in a table of another kind", with_tag(PLAIN, b"A2B1", b"mpet" + bytes(4) + PLANTED)
    yield "within a table's steps", with_tag(PLAIN, b"A2B2", _steps(PLANTED))
    for at, length in ((4, 4), (46, 10), (56, 4), (80, 4), (100, 28)):
        yield f"in the header at {at}", PLAIN[:at] + PLANTED[:length] + PLAIN[at + length :]


def _moved(between: bytes) -> bytes:
    """Return a profile with something between its list of tags and their contents."""
    moved = bytearray(PLAIN[:TAGS] + between + PLAIN[TAGS:])
    for at in range(136, TAGS, 12):
        moved[at : at + 4] = (int.from_bytes(moved[at : at + 4]) + len(between)).to_bytes(4)
    moved[:4] = len(moved).to_bytes(4)
    return bytes(moved)


def _without(name: bytes) -> bytes:
    """Return a profile one of whose tags has a name that nobody knows."""
    at = PLAIN.index(name, 132, TAGS)
    return PLAIN[:at] + b"nobd" + PLAIN[at + 4 :]


def _lut() -> bytes:
    """Return a table of three colours to three (10.11): two steps each."""
    matrix = struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    return b"mft1" + bytes(4) + bytes((3, 3, 2, 0)) + matrix + bytes(range(256)) * 3 + bytes(24) + bytes(range(256)) * 3


def _steps(between: bytes) -> bytes:
    """Return a table of several steps (10.12) that has three curves alone, and something before them."""
    curve = b"curv" + bytes(4) + bytes(4)
    return (
        b"mAB "
        + bytes(4)
        + bytes((3, 3, 0, 0))
        + struct.pack(">5I", 32 + len(between), 0, 0, 0, 0)
        + between
        + curve * 3
    )


PROFILES = dict(planted_profiles())


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("name", PROFILES)
def test_what_is_planted_in_a_profile_comes_out_nowhere(name: str, tmp_path: Path) -> None:
    """The profile stays, and means the same."""
    kept = fitting_profile(PROFILES[name], 3)
    assert kept
    for part in (PLANTED[:4], PLANTED[8:12], PLANTED[-8:]):
        assert part not in kept
    for format in ("JPEG", "PNG", "TIFF", "WEBP"):
        data = saved(picture(), format, icc_profile=PROFILES[name])
        with Image.open(BytesIO(made(tmp_path, data))) as image:
            assert image.info["icc_profile"] == kept


@pytest.mark.parametrize(
    "broken",
    [_lut()[:-1], _steps(b"")[:-1], b"mft2" + bytes(60), b"curv" + bytes(4) + b"\xff" * 4, b"para\0\0\0\0\0\x09"],
)
def test_a_table_that_is_not_whole_is_left_out(broken: bytes) -> None:
    """The curves say what the colours are, too."""
    assert b"A2B0" in fitting_profile(with_tag(PLAIN, b"A2B0", _lut()), 3)
    assert fitting_profile(with_tag(PLAIN, b"A2B0", broken), 3) == fitting_profile(PLAIN, 3)


def test_a_profile_without_a_curve_is_left_out(tmp_path: Path) -> None:
    """It says nothing any more."""
    assert fitting_profile(with_tag(_without(b"rTRC"), b"rTRC", b"curv"), 3) == b""
    assert found(tmp_path, saved(picture(), "JPEG", icc_profile=_without(b"rTRC"))).width == 64
