"""What a picture may cost: segments, chunks and blocks are counted, and no more is unpacked or held than is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from deckmaker.assets import Flaw, look_at
from deckmaker.assets.alone import picture_alone
from deckmaker.assets.flaw import Unusable
from deckmaker.assets.formats import gif, jpeg_parts, png, png_chunks, tiff_page, webp
from deckmaker.assets.formats.jpeg_cleaning import cleaned_jpeg
from deckmaker.assets.formats.png_pixels import reduced_png
from deckmaker.assets.profiles import fitting_profile
from deckmaker.assets.reading import facts_of
from deckmaker.budget.bound import Bound
from deckmaker.budget.pictures import (
    GIF_BLOCKS,
    JPEG_SCANS,
    JPEG_SEGMENTS,
    PICTURE_MEMORY,
    PNG_CHUNKS,
    TIFF_ENTRIES,
    TIFF_PIECES,
    WEBP_CHUNKS,
)
from deckmaker.render.pdf.packed_png import packed_again, packed_pixels
from tests.assets.reading_back import flaw
from tests.assets.samples import exif, picture, saved, stored
from tests.assets.test_profiles import PLAIN
from tests.hostile import pictures
from tests.hostile.work import bytes_of, calls_of, ended
from tests.projects import DECK, Project
from tests.samples import mostly_long

MEGABYTE = 1_000_000

COUNTED: dict[str, tuple[Callable[[int], bytes], object, str, Bound]] = {
    "empty segments": (pictures.empty_segments, jpeg_parts, "JPEG_SEGMENTS", JPEG_SEGMENTS),
    "tables": (pictures.same_tables, jpeg_parts, "JPEG_SEGMENTS", JPEG_SEGMENTS),
    "pieces of a profile": (pictures.pieces_of_profile, jpeg_parts, "JPEG_SEGMENTS", JPEG_SEGMENTS),
    "scans": (pictures.scans, jpeg_parts, "JPEG_SCANS", JPEG_SCANS),
    "empty chunks": (pictures.empty_chunks, png_chunks, "PNG_CHUNKS", PNG_CHUNKS),
    "unknown chunks": (lambda count: pictures.empty_chunks(count, b"prVt"), png_chunks, "PNG_CHUNKS", PNG_CHUNKS),
    "WebP's chunks": (pictures.webp_chunks, webp, "WEBP_CHUNKS", WEBP_CHUNKS),
    "GIF's blocks": (pictures.gif_blocks, gif, "GIF_BLOCKS", GIF_BLOCKS),
    "GIF's pictures": (pictures.gif_pictures, gif, "GIF_BLOCKS", GIF_BLOCKS),
}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("name", COUNTED)
def test_parts_are_counted_and_each_costs_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many cost twice as much, and beyond the bound nothing is read."""
    many, module, where, bound = COUNTED[name]
    once, twice = many(20), many(40)
    facts_of(twice)  # what is imported for it is so by now
    assert calls_of(lambda: facts_of(twice)) <= 2.2 * calls_of(lambda: facts_of(once))
    monkeypatch.setattr(module, where, replace(bound, most=50))
    few, more = many(100), many(100_000)
    said = set()
    for data in (few, more):
        with pytest.raises(Unusable) as refused:
            facts_of(data)
        said.add(refused.value.flaw.what)
    assert said == {f"has more than 50 {bound.unit}: {bound.holder} may have 50"}

    def looked_at(data: bytes) -> None:
        with pytest.raises(Unusable):
            facts_of(data)

    assert calls_of(lambda: looked_at(more)) <= calls_of(lambda: looked_at(few)) + 10
    assert bytes_of(lambda: looked_at(more)) < 100_000


def test_what_belongs_to_no_segment_is_passed_over_in_one_call() -> None:
    """Millions of bytes that could begin one; the pattern that finds the next looks at each once."""
    data = pictures.between_segments(4 * MEGABYTE)
    assert calls_of(lambda: facts_of(data)) <= calls_of(lambda: facts_of(pictures.JPEG)) + 10
    assert cleaned_jpeg(data, b"", b"") == pictures.JPEG


def test_tables_that_are_replaced_before_they_are_used_are_left_out() -> None:
    """Or ten thousand of them could carry anything."""
    assert cleaned_jpeg(pictures.same_tables(500), b"", b"") == pictures.JPEG


@pytest.mark.parametrize("packed", [pictures.packed_profiles, pictures.packed_packets])
def test_one_profile_and_one_packet_are_unpacked(
    packed: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five thousand took half a minute."""
    unpacked, seen = png._unpacked, []

    def counted(data: bytes, most: int) -> bytes:
        seen.append(len(data))
        return unpacked(data, most)

    monkeypatch.setattr(png, "_unpacked", counted)
    data = packed(200)
    facts_of(data)
    assert len([one for one in seen if one]) == 1
    assert bytes_of(lambda: facts_of(data)) < 9 * MEGABYTE


@pytest.mark.slow
def test_pixels_are_unpacked_in_megabytes() -> None:
    """A hundred of them from a file of a hundred kilobytes: to see that all are there, none is kept."""
    data = pictures.flat_png(5_000, 2_500, depth=16, kind=6)
    assert len(data) < 0.15 * MEGABYTE
    assert bytes_of(lambda: facts_of(data)) < 4 * MEGABYTE
    assert calls_of(lambda: facts_of(data)) < 2_000


@pytest.mark.slow
def test_rows_of_any_length_are_looked_at_in_the_same_steps() -> None:
    """A row may be all of the picture, or a byte."""
    for size in ((3 * MEGABYTE, 1), (1, 3 * MEGABYTE), (1_000, 3_000)):
        data = pictures.flat_png(*size)
        assert calls_of(lambda data=data: facts_of(data)) < 500
        assert bytes_of(lambda data=data: facts_of(data)) < 4 * MEGABYTE


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let decoding take a hundredth of what it may."""
    monkeypatch.setattr("deckmaker.assets.limits.PICTURE_MEMORY", replace(PICTURE_MEMORY, most=8_500_000))


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize(
    ("data", "megabytes"),
    [
        (pictures.flat_webp(1_638, 730), 19),
        (saved(Image.new("RGB", (1_000, 500)), "WEBP", exif=exif(6)), 10),
        (saved(Image.new("P", (1_100, 1_000)), "GIF"), 9),
        (saved(Image.new("RGB", (1_000, 800)), "TIFF", compression="tiff_adobe_deflate"), 9),
        (pictures.tiff((258, 3, 1, 8), (277, 3, 1, 65_535)), 201),
        (pictures.turned_photo(1_100, 1_000), 9),
        (saved(Image.new("CMYK", (1_100, 1_000)), "JPEG"), 9),
        (saved(Image.new("CMYK", (900, 900)), "JPEG", progressive=True), 10),
        (pictures.flat_png(MEGABYTE, 1, depth=16, kind=6), 20),
    ],
    ids=[
        *("WebP", "WebP turned", "GIF", "TIFF", "TIFF of many samples"),
        *("JPEG turned", "JPEG of inks", "JPEG of inks, progressive", "PNG of one row"),
    ],
)
def test_more_memory_than_there_should_be_is_refused_before_it_is_taken(
    data: bytes, megabytes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By size, kind and number of copies; a PNG's decoder holds two rows besides. Nothing is decoded."""

    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", never)
    assert flaw(tmp_path, data) == f"takes {megabytes} MB of memory to decode: more than 8 MB"


def test_the_largest_webp_that_there_can_be_is_refused_by_its_header(tmp_path: Path) -> None:
    """With thirty bytes of a picture; it took 1.9 GB."""
    size = (16_383 - 1 | 7_300 - 1 << 14).to_bytes(4, "little")
    body = b"WEBPVP8L" + (6).to_bytes(4, "little") + b"\x2f" + size + b"\0"
    data = b"RIFF" + len(body).to_bytes(4, "little") + body
    assert flaw(tmp_path, data) == "takes 1,914 MB of memory to decode: more than 850 MB"


def test_a_progressive_photo_is_held_whole_until_its_last_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever measures a scrim on it; the others never decode it."""
    monkeypatch.setattr("deckmaker.assets.limits.PICTURE_MEMORY", replace(PICTURE_MEMORY, most=9_000))
    assert flaw(tmp_path, pictures.PROGRESSIVE).startswith("takes 0 MB of memory")
    (tmp_path / "plain").write_bytes(pictures.JPEG)
    assert not isinstance(look_at(tmp_path / "plain"), Flaw)


def test_libraries_are_given_the_picture_alone() -> None:
    """Pillow joins a comment block by block, reads every entry of every directory, and libwebp lists every chunk."""
    for kind, data, plain in (
        ("gif", pictures.gif_blocks(100_000), pictures.GIF),
        ("gif", pictures.gif_pictures(100), pictures.GIF),
        ("webp", pictures.webp_chunks(5_000), pictures.WEBP),
        ("jpeg", pictures.empty_segments(5_000), pictures.JPEG),
        ("png", pictures.packed_profiles(5), pictures.PNG),
    ):
        assert picture_alone(data, kind) == picture_alone(plain, kind)
        assert len(picture_alone(data, kind)) <= len(plain)


def test_a_directory_is_read_entry_by_entry_and_no_text_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand entries that are each all of the file would be a thousand copies."""
    length = MEGABYTE
    data = pictures.long_entries(900, length)
    assert bytes_of(lambda: facts_of(data)) < 5 * length
    assert calls_of(lambda: facts_of(data)) < 50_000
    monkeypatch.setattr(tiff_page, "TIFF_ENTRIES", replace(TIFF_ENTRIES, most=50))
    with pytest.raises(Unusable) as refused:
        facts_of(data)
    assert refused.value.flaw.what.startswith("has 9") and "a TIFF's directory may have 50" in refused.value.flaw.what


def test_strips_that_lie_on_each_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each would be read whole; and they are counted."""
    with pytest.raises(Unusable, match="its strips lie on each other"):
        facts_of(pictures.strips_on_each_other(1_000, MEGABYTE))
    monkeypatch.setattr(tiff_page, "TIFF_PIECES", replace(TIFF_PIECES, most=500))
    with pytest.raises(Unusable, match="has 1,000 strips or tiles: a TIFF may have 500"):
        facts_of(pictures.strips_on_each_other(1_000, MEGABYTE))


@pytest.mark.parametrize(
    ("across", "down", "all_of_them"),
    [
        (25_600, 25_600, "25,600 × 25,600"),
        (16, 10_000_000, "64 × 10,000,000"),
        (200_000_000, 16, "200,000,000 × 48"),
    ],
)
def test_tiles_count_by_all_of_their_pixels(across: int, down: int, all_of_them: str, tmp_path: Path) -> None:
    """A picture of a few pixels in a tile that took two gigabytes; or in a thousand, each as wide as none is."""
    data = pictures.tiff((322, 4, 1, across), (323, 4, 1, down))
    assert flaw(tmp_path, data) == f"has {all_of_them} pixels: more than 120 million"


def test_a_directory_that_leads_to_itself_is_read_once() -> None:
    """It is the first page, and the second: that it has more than one page is all that is told."""
    plain = pictures.tiff()
    data = pictures.tiff(next=len(pictures.TIFF))
    assert facts_of(data)[1].further == "has more than one page"
    assert calls_of(lambda: facts_of(data)) < 2 * calls_of(lambda: facts_of(plain))


def test_a_profile_does_not_grow() -> None:
    """Tags may lie on each other: thirty of four megabytes in four."""
    count = int.from_bytes(PLAIN[128:132])
    names = [b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt", b"pre0", b"pre1", b"pre2"]
    curve = b"curv" + bytes(4) + (1_900_000).to_bytes(4)
    begin = len(PLAIN) + 12 * len(names)
    shift = 12 * len(names)
    entries = b"".join(
        PLAIN[at : at + 4] + (int.from_bytes(PLAIN[at + 4 : at + 8]) + shift).to_bytes(4) + PLAIN[at + 8 : at + 12]
        for at in range(132, 132 + 12 * count, 12)
    )
    added = b"".join(name + (begin + 12 * at).to_bytes(4) + (3_800_012).to_bytes(4) for at, name in enumerate(names))
    body = PLAIN[132 + 12 * count :] + curve * len(names) + bytes(3_800_012)
    data = PLAIN[4:128] + (count + len(names)).to_bytes(4) + entries + added + body
    data = (len(data) + 4).to_bytes(4) + data
    assert len(data) < 4 * MEGABYTE
    assert fitting_profile(data, 3) == b""
    assert bytes_of(lambda: fitting_profile(data, 3)) < 20 * MEGABYTE


@pytest.mark.slow
def test_pixels_that_are_packed_again_are_not_copied() -> None:
    """Neither those of a picture that is transparent, nor their letters."""
    data = saved(stored(1, "RGBA").resize((3_000, 2_000)), "PNG")
    whole = 3_000 * 2_000
    assert bytes_of(lambda: packed_again(data, 3)) < whole / 2
    assert packed_pixels(data) is None


def test_pixels_that_are_packed_in_strips_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, as those that are packed at once: zlib does not mind in which pieces they come."""
    noise = Image.effect_noise((300, 200), 90)
    data = saved(Image.merge("RGBA", (noise, noise.rotate(90), noise.rotate(180), noise.rotate(270))), "PNG")
    packed = []
    for strip in (300 * 7, 300 * 200):
        monkeypatch.setattr("deckmaker.assets.formats.png_pixels._STRIP", strip)
        packed.append(packed_again(data, 3))
    assert packed[0] == packed[1] and all(packed[0])


def test_many_pixels_are_reduced_strip_by_strip(monkeypatch: pytest.MonkeyPatch) -> None:
    """To what a few are reduced to, nearly."""
    data = saved(picture("RGBA", (640, 480)), "PNG")
    monkeypatch.setattr("deckmaker.assets.formats.png_pixels._LARGE", 1)
    small = reduced_png(data, 30)
    assert small.size == (31, 30)
    expected = picture("RGBA", (640, 480)).resize((31, 30), Image.Resampling.BOX)
    corners = [(2, 2), (28, 2), (2, 27), (28, 27)]
    assert [small.getpixel(one) for one in corners] == [expected.getpixel(one) for one in corners]


LARGEST = {
    "PNG of sixteen bits": (lambda: pictures.flat_png(10_000, 12_000, depth=16, kind=6), "pdf", 650),
    "PNG, interlaced": (lambda: pictures.flat_png(10_000, 12_000, kind=6, interlaced=1), "pdf", 650),
    "PNG under a text": (lambda: pictures.flat_png(10_000, 12_000, kind=2), "html", 650),
    "WebP": (lambda: pictures.flat_webp(8_300, 6_300), "html", 1_000),
    "GIF": (lambda: saved(Image.new("P", (10_600, 10_000)), "GIF"), "html", 1_000),
    "TIFF": (lambda: saved(Image.new("RGB", (10_000, 7_700)), "TIFF", compression="tiff_lzw"), "pptx", 1_000),
    "photo of 102 million": (lambda: saved(Image.new("RGB", (11_648, 8_736)), "JPEG"), "pdf", 150),
    "photo of 102 million, turned": (lambda: pictures.turned_photo(11_648, 8_736), "pdf", 1_000),
}
LIKE_OTHERS = ("PNG, interlaced", "GIF")
"""What other PNG files and other files that Pillow decodes show as well."""


@pytest.mark.slow
@pytest.mark.parametrize("name", mostly_long(LARGEST, is_usual=lambda name: name not in LIKE_OTHERS))
def test_the_largest_picture_takes_less_than_a_gigabyte(name: str, tmp_path: Path) -> None:
    """Of each kind that is decoded somewhere; a photo's bytes pass through, and take no more than they are."""
    make, format, megabytes = LARGEST[name]
    (tmp_path / "a").write_bytes(make())
    layout = "    layout: picture-full\n    text: Noise\n" if "text" in name else ""
    Project(tmp_path).write(DECK + layout + "    image: {file: ../a, alt: A, credit: B}\n")
    found = ended(["build", "-f", format], tmp_path)
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.peak < megabytes * MEGABYTE
