"""What would make an output fail is found when a picture is looked at: every part of it, where it stands."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.assets import Found, content, look_at
from deckmaker.assets.reading import facts_of
from tests.assets.reading_back import flaw, found, made
from tests.assets.samples import chunk, exif, picture, saved, segment, stored, with_chunks, with_segments
from tests.hostile.pictures import flat_png
from tests.projects import DECK, Project, run

JPEG, PROGRESSIVE, PNG = saved(picture(), "JPEG"), saved(picture(), "JPEG", progressive=True), saved(picture(), "PNG")
SCAN, FRAME, HUFFMAN, TABLE = (JPEG.index(one) for one in (b"\xff\xda", b"\xff\xc0", b"\xff\xc4", b"\xff\xdb"))
SAMPLES = SCAN + 2 + int.from_bytes(JPEG[SCAN + 2 : SCAN + 4])


def changed(data: bytes, at: int, other: bytes) -> bytes:
    """Return a file with other bytes at a place."""
    return data[:at] + other + data[at + len(other) :]


def inserted(data: bytes, at: int, more: bytes) -> bytes:
    """Return a file with more bytes at a place."""
    return data[:at] + more + data[at:]


def without(data: bytes, mark: bytes) -> bytes:
    """Return a JPEG without its segments of a mark before the first scan."""
    while (at := data.find(mark, 0, data.index(b"\xff\xda"))) >= 0:
        data = data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4]) :]
    return data


WRONG_JPEGS = {
    "a mark of no kind in its header": (
        with_segments(JPEG, segment(0x4F, b"?")),
        "a segment of a kind that there is not",
    ),
    "a restart in its header": (with_segments(JPEG, b"\xff\xd3"), "a segment of a kind that there is not"),
    "a second beginning in its scan": (inserted(JPEG, -9, b"\xff\xd8"), "a marker FF D8 where none may stand"),
    "a mark of no kind in its scan": (inserted(JPEG, -9, b"\xff\x02\0\2"), "a marker FF 02 where none may stand"),
    "a frame in its scan": (inserted(JPEG, -9, JPEG[FRAME : FRAME + 19]), "a marker FF C0 where none may stand"),
    "two frames": (inserted(JPEG, SCAN, JPEG[FRAME : FRAME + 19]), "two frames"),
    "no frame": (without(JPEG, b"\xff\xc0"), "no frame before its first scan"),
    "no quantization": (without(JPEG, b"\xff\xdb"), "a component without samples or without its table"),
    "no Huffman tables": (without(JPEG, b"\xff\xc4"), "a scan without its Huffman table"),
    "too many codes": (changed(JPEG, HUFFMAN + 5, b"\3"), "a Huffman table that is not whole"),
    "a table behind its table": (
        with_segments(JPEG, segment(0xDB, bytes(64))),
        "a quantization table that is not whole",
    ),
    "a scan that is there twice": (JPEG[:-2] + JPEG[JPEG.index(b"\xff\xda") :], "two scans of one component"),
    "half an arithmetic table": (with_segments(JPEG, segment(0xCC, b"\0")), "an arithmetic table that is not whole"),
    "an arithmetic table that there is not": (
        with_segments(JPEG, segment(0xCC, b"JFIF")),
        "an arithmetic table that is not whole",
    ),
    "an arithmetic table from high to low": (
        with_segments(JPEG, segment(0xCC, b"\0\1")),
        "an arithmetic table that is not whole",
    ),
    "an arithmetic table without end": (
        with_segments(JPEG, segment(0xCC, b"\x10\x40")),
        "an arithmetic table that is not whole",
    ),
    "half an interval": (with_segments(JPEG, segment(0xDD, b"\0")), "an interval of restarts that is not whole"),
    "a scan of nothing known": (changed(JPEG, SCAN + 5, b"\x63"), "a scan of a component that there is not"),
    "a scan of the same twice": (changed(JPEG, SCAN + 7, b"\1"), "a scan of a component that there is not"),
    "components of one name": (changed(JPEG, FRAME + 13, b"\1"), "two components of one name"),
    "a scan that is too short": (JPEG[: SAMPLES + 3] + b"\xff\xd9", "a scan that is shorter than its samples"),
    "a step that there is not": (
        changed(PROGRESSIVE, PROGRESSIVE.index(b"\xff\xda") + 4 + 7, b"\x09"),
        "a progressive scan of a kind that there is not",
    ),
}


@pytest.mark.parametrize("name", WRONG_JPEGS)
def test_a_jpeg_is_judged_from_its_beginning_to_its_end_mark(name: str, tmp_path: Path) -> None:
    """No output gets one that some readers cannot show; upright or turned, that is found at the same place."""
    data, said = WRONG_JPEGS[name]
    assert flaw(tmp_path, data) == f"is damaged: {said}"
    turned = with_segments(data, segment(0xE1, b"Exif\0\0" + exif(6).tobytes()[6:]))
    assert flaw(tmp_path, turned) == f"is damaged: {said}"


def test_a_component_that_no_scan_brings_is_found(tmp_path: Path) -> None:
    """A frame of three and one scan of one."""
    scan = b"\xff\xda" + struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0)
    assert flaw(tmp_path, JPEG[:SCAN] + scan + JPEG[SAMPLES:]) == "is damaged: a component without a scan"


def test_thirds_of_samples_are_refused(tmp_path: Path) -> None:
    """libjpeg, and with it every browser, does not decode them."""
    data = changed(changed(JPEG, FRAME + 11, b"\x31"), FRAME + 14, b"\x21")
    assert flaw(tmp_path, data) == "is a JPEG of a kind that browsers do not show"


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 1}, {"optimize": True}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_whole_jpeg_passes(mode: str, options: dict[str, bool], tmp_path: Path) -> None:
    """As its bytes are."""
    for subsampling in (0, 1, 2):
        data = saved(picture(mode), "JPEG", subsampling=subsampling, **options)
        assert made(tmp_path, data, inks=True) == data


def test_a_camera_that_says_nothing_sensible_of_a_plain_scan_is_believed(tmp_path: Path) -> None:
    """Some write zeros where only progressive scans have something to say."""
    data = changed(JPEG, SAMPLES - 3, bytes(3))
    assert made(tmp_path, data) == data


HEADER = PNG[16:29]
PIXELS = zlib.decompress(b"".join(PNG[PNG.index(b"IDAT") + 4 : -16] for _ in "1"))


def png(*parts: bytes, header: bytes = HEADER) -> bytes:
    """Return a PNG of these chunks between its header and its end."""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(parts) + chunk(b"IEND", b"")


def idat(pixels: bytes) -> bytes:
    """Return pixels packed."""
    return chunk(b"IDAT", zlib.compress(pixels))


ROW = 1 + 3 * 64
WRONG_PNGS = {
    "what is not packed": (png(chunk(b"IDAT", b"no pixels at all")), "its pixels cannot be unpacked"),
    "a wrong sum": (png(chunk(b"IDAT", zlib.compress(PIXELS)[:-1] + b"?")), "its pixels cannot be unpacked"),
    "too few rows": (png(idat(PIXELS[:-ROW])), "it has fewer pixels than its header says"),
    "half a row": (png(idat(PIXELS[:-9])), "it has fewer pixels than its header says"),
    "a stream that ends early": (
        png(chunk(b"IDAT", zlib.compress(PIXELS)[:40])),
        "it has fewer pixels than its header says",
    ),
    "nothing": (png(chunk(b"IDAT", b"")), "it has fewer pixels than its header says"),
    "a filter of no kind": (
        png(idat(PIXELS[:ROW] + b"\5" + PIXELS[ROW + 1 :])),
        "a row of pixels with a filter that there is not",
    ),
    "pixels in two places": (
        png(
            chunk(b"IDAT", zlib.compress(PIXELS)[:40]),
            chunk(b"tEXt", b"a\0b"),
            chunk(b"IDAT", zlib.compress(PIXELS)[40:]),
        ),
        "its pixels are parted",
    ),
    "a second header": (png(chunk(b"IHDR", HEADER), idat(PIXELS)), "a second header"),
    "no palette": (png(idat(PIXELS), header=HEADER[:9] + b"\3" + HEADER[10:]), "no pixels or no palette"),
    "a palette of four bytes": (
        png(chunk(b"PLTE", bytes(4)), idat(PIXELS), header=HEADER[:9] + b"\3" + HEADER[10:]),
        "its palette is not whole or not in its place",
    ),
}


@pytest.mark.parametrize("name", WRONG_PNGS)
def test_a_png_is_judged_to_its_last_pixel(name: str, tmp_path: Path) -> None:
    """PowerPoint and browsers would be given it, and a PDF could not be made."""
    data, said = WRONG_PNGS[name]
    assert flaw(tmp_path, data) == f"is damaged: {said}"


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
@pytest.mark.parametrize("size", [(1, 1), (3, 5), (5, 3), (9, 9), (64, 33)])
def test_interlaced_pixels_are_counted_pass_by_pass(size: tuple[int, int], depth: int) -> None:
    """Some passes of small pictures are empty."""
    data = flat_png(*size, depth=depth, kind=0, interlaced=1)
    with Image.open(BytesIO(data)) as image:
        image.load()
    assert facts_of(data)[1].kept


BAD_CHUNKS = [
    (name, bytes(length)) for name in (b"gAMA", b"cHRM", b"sRGB", b"cICP", b"pHYs", b"tRNS") for length in (0, 3, 40)
]
BAD_CHUNKS += [(b"gAMA", bytes(4)), (b"sRGB", b"\4"), (b"pHYs", bytes(8) + b"\2"), (b"cICP", b"\1\1\1\1")]
BAD_CHUNKS += [(b"cHRM", b"\xff" * 32), (b"tRNS", b"\1\0\0\0\0\0"), (b"gAMA", b"\xff" * 4)]


@pytest.mark.parametrize(
    ("name", "body"), BAD_CHUNKS, ids=[f"{one[0].decode()} {one[1][:9].hex()}" for one in BAD_CHUNKS]
)
def test_chunks_that_say_nothing_are_left_out(name: bytes, body: bytes, tmp_path: Path) -> None:
    """Of another length or value than the standard gives them; readers go on without them, and so do we."""
    assert made(tmp_path, with_chunks(PNG, chunk(name, body))) == PNG


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_what_check_accepts_is_built(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo to be turned whose scan is broken, and a PNG whose pixels are: an error at its place, or all outputs."""
    project = Project(tmp_path)
    monkeypatch.chdir(tmp_path)
    for number in range(4):
        data = bytearray(saved(stored(6), "JPEG", exif=exif(6), restart_marker_blocks=1) if kind == "jpeg" else PNG)
        start = data.index(b"\xff\xda" if kind == "jpeg" else b"IDAT")
        at = start + 4 + number * (len(data) - start - 8) // 4
        data[at] ^= 0xFF
        if kind == "png":
            length = int.from_bytes(data[start - 4 : start])
            data[start + 4 + length : start + 8 + length] = zlib.crc32(data[start : start + 4 + length]).to_bytes(4)
        (tmp_path / "a").write_bytes(data)
        project.write(DECK + "    image: {file: ../a, alt: A, credit: B}\n")
        checked, built = run("check"), run("build", "--force")
        assert checked.exit_code == built.exit_code
        assert not checked.exit_code or "--> decks/deck.yaml:4:19" in checked.stderr


def test_a_picture_that_is_swapped_for_one_of_another_size_is_told(tmp_path: Path) -> None:
    """Also where the file is as long, and says that nobody changed it."""
    import os

    from deckmaker.assets import PictureLost

    wide, high = (saved(Image.new("RGB", size), "PNG") for size in ((8, 6), (6, 8)))
    file = found(tmp_path, wide.ljust(200))
    file.path.write_bytes(high.ljust(200))
    os.utime(file.path, ns=(file.stamp[1], file.stamp[1]))
    with pytest.raises(PictureLost, match="changed while the deck was built"):
        content(file)


def test_messages_quote_no_code_of_a_library(tmp_path: Path) -> None:
    """Nor a place in memory, which is another in each run."""
    gif = saved(picture(), "GIF")
    for at in range(13, len(gif) - 1, 5):
        (tmp_path / "a").write_bytes(gif[:at] + b"\xff\xff" + gif[at + 2 :])
        from deckmaker.assets import Flaw, look_at

        seen = look_at(tmp_path / "a")
        assert not isinstance(seen, Flaw) or ("<" not in seen.what and "0x" not in seen.what)


@pytest.mark.parametrize("said", [b"", b"seen before IDAT: "])
def test_a_colour_that_is_transparent_counts_whatever_words_stand_before_it(said: bytes, tmp_path: Path) -> None:
    """The name of the pixels' chunk may be in a comment."""
    words, transparent = chunk(b"tEXt", b"Comment\0" + said), chunk(b"tRNS", bytes(6))
    for name, parts, is_opaque in (("a", [words], True), ("b", [words, transparent], False)):
        (tmp_path / name).write_bytes(png(*parts, idat(PIXELS)))
        seen = look_at(tmp_path / name)
        assert isinstance(seen, Found) and seen.opaque is is_opaque
