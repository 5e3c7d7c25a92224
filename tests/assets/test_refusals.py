"""What is refused: other formats, cut, damaged and empty files, and what is no file at all."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from deckmaker.assets import Flaw, look_at
from deckmaker.budget.pictures import PICTURE_BYTES
from tests.assets.reading_back import flaw, found, made
from tests.assets.samples import PLAN, exif, picture, samples, saved, segment, with_segments

SAMPLES = samples()
MARKERS = {"DQT": b"\xff\xdb", "SOF0": b"\xff\xc0", "DHT": b"\xff\xc4", "SOS": b"\xff\xda"}


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("share", [0.6, 0.97])
def test_a_file_that_is_cut_short_is_refused(name: str, share: float, tmp_path: Path) -> None:
    """Of every format, wherever it was cut."""
    data = SAMPLES[name]
    said = flaw(tmp_path, data[: int(len(data) * share)])
    assert (
        said == "is cut short"
        if not name.startswith(("SVG", "TIFF"))
        else said.startswith(("is cut", "is not a whole", "is damaged"))
    )


@pytest.mark.parametrize(
    ("beginning", "said"),
    [
        (b"", "is empty"),
        (b"Not a picture.", "is not a picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is a HEIC file"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "is an AVIF file"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "is a film"),
        (b"%PDF-1.7\n", "is a PDF file"),
        (b"%!PS-Adobe-3.0", "is a PostScript file"),
        (b"BM\x10\0\0\0\0\0\0\0", "is a BMP file"),
        (b"8BPS\0\1", "is a Photoshop file"),
        (b"\0\0\1\0\1\0", "is an icon file (ICO)"),
        (b"\x1f\x8b\x08", "is compressed (gzip)"),
        (b"PK\3\4", "is a ZIP archive or an Office file"),
        (b"\0\0\0\x0cjP  \r\n", "is a JPEG 2000 file"),
        (b"\xff\x0a\0", "is a JPEG XL file"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"\xff\xfe", "is not a picture"),
        (bytes(5000), "is not a picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is damaged: what should be a chunk is none"),
        (b"\xff\xd8\xff\xd9", "is damaged: it ends before its first scan"),
        (b"\xff\xd8\xff\xe0\0\1", "is damaged: a segment shorter than its length"),
        (b"II*\0\xff\xff\xff\x7f", "is damaged: "),
        (b"RIFF\4\0\0\0WEBP", "is damaged: no picture in it"),
    ],
    ids=range(22),
)
def test_what_is_no_usable_picture_is_named(beginning: bytes, said: str, tmp_path: Path) -> None:
    """By what it is, where that is known."""
    assert flaw(tmp_path, beginning).startswith(said)


@pytest.mark.parametrize(
    ("image", "said"),
    [
        (Image.new("F", (8, 8)), "is a TIFF of measurements, not of colours (F)"),
        (Image.new("LAB", (8, 8)), "is a TIFF of measurements, not of colours (LAB)"),
        (Image.new("I", (8, 8)), "is a TIFF of measurements, not of colours (I)"),
    ],
)
def test_a_tiff_whose_colours_nobody_knows_is_refused(image: Image.Image, said: str, tmp_path: Path) -> None:
    """Scientific ones hold numbers, of which none is white."""
    assert flaw(tmp_path, saved(image, "TIFF")) == said


def test_a_tiff_of_sixteen_bits_that_is_a_negative_is_refused(tmp_path: Path) -> None:
    """Pillow would show it as it is stored."""
    data = saved(Image.new("I;16", (8, 8), 60_000), "TIFF", tiffinfo={262: 0})
    assert flaw(tmp_path, data) == "is a TIFF of 16 bits in which zero is white"


def test_a_wrong_check_sum_is_found(tmp_path: Path) -> None:
    """A PNG with one wrong byte in its pixels would show half of them."""
    data = bytearray(saved(picture(), "PNG"))
    data[data.index(b"IDAT") + 20] ^= 1
    assert flaw(tmp_path, bytes(data)) == "is damaged: the check sum of its `IDAT` is wrong"


def test_damaged_tables_of_a_jpeg_are_found(tmp_path: Path) -> None:
    """Without its tables, no reader shows anything of it."""
    data = saved(picture(), "JPEG")
    said = set()
    for name, at, byte in (("DQT", 4, 0x50), ("DQT", 0, 0x9F), ("SOF0", 11, 0x00), ("DHT", 5, 0xFF), ("SOS", 4, 9)):
        place = data.index(MARKERS[name]) + (1 if at == 0 else at)
        said.add(flaw(tmp_path, data[:place] + bytes((byte,)) + data[place + 1 :]))
    assert said == {
        "is damaged: a quantization table that is not whole",
        "is damaged: a segment of a kind that there is not",
        "is damaged: a component without samples or without its table",
        "is damaged: a Huffman table that is not whole",
        "is damaged: its scan has another length than it says",
    }


@pytest.mark.parametrize("process", [0xC3, 0xCB])
def test_a_jpeg_that_browsers_do_not_show_is_refused(process: int, tmp_path: Path) -> None:
    """Lossless ones, of scanners and of medicine."""
    data = saved(picture(), "JPEG").replace(b"\xff\xc0", bytes((0xFF, process)), 1)
    assert flaw(tmp_path, data) == "is a JPEG of a kind that browsers do not show"


def test_nothing_waits_for_a_pipe_or_reads_a_device(tmp_path: Path) -> None:
    """Also when it takes the file's place between the look at it and its opening."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero"):
        assert look_at(tmp_path / name) == Flaw("is not a file", None)
    assert look_at(tmp_path) == Flaw("cannot be read: is a directory", None)


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused by its size."""
    with (tmp_path / "a").open("wb") as stream:
        stream.write(saved(picture(), "JPEG"))
        stream.truncate(PICTURE_BYTES.most + 1)  # sparse: takes no room
    assert look_at(tmp_path / "a") == Flaw("has 200,000,001 bytes: a picture may have 200,000,000", "save it smaller")


@pytest.mark.parametrize(
    "exif",
    [
        b"",
        b"II*\0",
        b"MM\0*\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff" + b"\xff" * 600,
        b"II*\0\x08\0\0\0\1\0" + struct.pack("<HHII", 0x0112, 3, 1, 99),
        b"II*\0\x08\0\0\0\1\0" + struct.pack("<HHII", 0x8298, 2, 0xFFFFFFFF, 0xFFFFFFFF),
        bytes(60_000),
    ],
    ids=range(7),
)
def test_broken_exif_is_no_reason_to_refuse(exif: bytes, tmp_path: Path) -> None:
    """It is ignored, however large it claims to be."""
    plain = saved(picture(), "JPEG")
    assert made(tmp_path, with_segments(plain, segment(0xE1, b"Exif\0\0" + exif))) == plain


def test_a_film_behind_a_photo_is_cut_off(tmp_path: Path) -> None:
    """Phones put one there, far longer than what is searched for the end mark first."""
    plain = saved(picture(), "JPEG")
    assert made(tmp_path, plain + b"SECRET film" * 100_000) == plain


@pytest.mark.parametrize(("orientation", "decoded"), [(1, []), (6, [(200, 113)])])
def test_a_photo_is_not_decoded_to_look_at_it(
    orientation: int, decoded: list[tuple[int, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one that outputs need turned, a sixty-fourth of the pixels is, to see that they can be."""
    data = saved(Image.effect_noise((1600, 900), 60).convert("RGB"), "JPEG", exif=exif(orientation))
    load, sizes = ImageFile.ImageFile.load, []

    def noted(image: ImageFile.ImageFile) -> object:
        sizes.append(image.size)
        return load(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noted)
    file = found(tmp_path, data)
    assert (file.width, file.height) == ((1600, 900) if orientation == 1 else (900, 1600))
    assert sizes == decoded


@pytest.mark.slow
def test_a_drawing_keeps_its_name_for_what_it_is(tmp_path: Path) -> None:
    """Whatever stands before it."""
    for before in ("", "\ufeff", "\n  ", '<?xml version="1.0"?>', "<!-- by hand -->"):
        assert found(tmp_path, (before + PLAN).encode()).media_type == "image/png"
