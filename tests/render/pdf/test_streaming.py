"""The PDF goes to its file as it is drawn: no more than a picture is in memory, and every object lies where it says."""

from __future__ import annotations

import os
import random
import re
import tracemalloc
import zlib
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDictionary

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pdf.writing import StreamedDocument
from tests.assets.samples import wide_profile
from tests.projects import DECK, Project
from tests.render.pdf.decks import document, every_deck, file, rendered
from tests.render.pdf.pngs import PNGS
from tests.render.pdf.tagging_judges import invalid

SIDE, PHOTOS = 1_200, 40


def noise() -> bytes:
    """Return a photo of some 2 MB of which nothing can be compressed."""
    stream = BytesIO()
    pixels = random.Random(1).randbytes(SIDE * SIDE * 3)
    Image.frombytes("RGB", (SIDE, SIDE), pixels).save(stream, "JPEG", quality=97)
    return stream.getvalue()


def of_density(jpeg: bytes, density: int) -> bytes:
    """Return a JPEG that differs in its JFIF segment alone, which says how many pixels make an inch (JFIF 1.02, 5)."""
    assert jpeg[6:11] == b"JFIF\0"
    return jpeg[:14] + density.to_bytes(2) * 2 + jpeg[18:]


@pytest.mark.slow
def test_memory_does_not_grow_with_the_photos(tmp_path: Path) -> None:
    """A few copies of one photo are the most that is held of all."""
    project, photo = Project(tmp_path), noise()
    for number in range(PHOTOS):
        (tmp_path / f"{number}.jpg").write_bytes(of_density(photo, number + 1))
    slides = "".join(f"  - {{title: A, layout: picture, image: ../{number}.jpg}}\n" for number in range(PHOTOS))
    laid_out = project.document(f"title: T\nslides:\n{slides}")
    peak = peak_of(laid_out)
    assert len(photo) > 1_900_000
    assert peak < 6 * len(photo)


def many(count: int) -> Document:
    """Return so many slides of a deck, again and again."""
    laid_out = document("us-china-fentanyl-talks")
    pages = islice(cycle(laid_out.pages), count)
    return replace(laid_out, pages=tuple(replace(page, number=number) for number, page in enumerate(pages, start=1)))


def peak_of(laid_out: Document) -> int:
    """Return the most bytes that a document's PDF takes while it is written."""
    with open(os.devnull, "wb") as stream:
        tracemalloc.start()
        PdfRenderer().render(laid_out, stream, Diagnostics())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


@pytest.mark.slow
def test_tags_are_written_with_their_pages() -> None:
    """Of each page little stays: its entry in the outline, and some numbers. Its elements would take 16 kB."""
    few, more = many(200), many(400)
    assert (peak_of(more) - peak_of(few)) / 200 < 4_000


def test_the_parent_tree_is_in_leaves() -> None:
    """No reader has to look through all of it for a page; keys go on from one to the next."""
    with pikepdf.open(BytesIO(rendered(many(300)))) as opened:
        leaves = list(opened.Root.StructTreeRoot.ParentTree.Kids)
        keys = [[int(key) for key in list(leaf.Nums)[::2]] for leaf in leaves]
        assert len(leaves) > 1
        assert [key for one in keys for key in one] == list(range(sum(map(len, keys))))
        assert [[int(limit) for limit in leaf.Limits] for leaf in leaves] == [[one[0], one[-1]] for one in keys]
        assert all(len(one) == 256 for one in keys[:-1]) and len(keys[-1]) <= 256


def assert_sound(pdf: bytes) -> None:
    """Demand that qpdf has nothing to mend, and that the table leads to every object."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        assert opened.get_warnings() == []
    places, streams = cross_references(pdf), {}
    for number, (kind, first, second) in places.items():
        if kind == 1:
            assert pdf[first:].startswith(b"%d 0 obj\n" % number)
        elif kind == 2:
            streams.setdefault(first, {})[second] = number
    assert streams
    for stream, held in streams.items():
        assert numbers_in(pdf[places[stream][1] :]) == [held[index] for index in range(len(held))]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"a"])
def test_the_end_of_a_stream_is_told_from_what_it_holds(end: bytes) -> None:
    """A validator that looks for it finds as many bytes as the stream says, whatever is the last of them."""
    stream = BytesIO()
    written = StreamedDocument(stream, "en")
    written.write_packed({}, b"abc" + end)
    written.add_page(PDFDictionary({}), "/MediaBox[0 0 9 9]")
    written.finish()
    assert [one for one in invalid(stream.getvalue(), "2b") if "Length" in one] == []
    with pikepdf.open(BytesIO(stream.getvalue())) as opened:
        held = [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream) and "/Type" not in one]
    assert held == [b"abc" + end]


def cross_references(pdf: bytes) -> dict[int, tuple[int, int, int]]:
    """Return what the table says of each object (ISO 32000-2, 7.5.8.3): where it is in the file, or in which stream."""
    _, widths, rows = stream_at(pdf[int(pdf[pdf.rindex(b"startxref") :].split()[1]) :])
    first, second, third = widths
    size = sum(widths)
    assert len(rows) % size == 0
    found = [rows[start : start + size] for start in range(0, len(rows), size)]
    return {
        number: (
            int.from_bytes(row[:first]),
            int.from_bytes(row[first : first + second]),
            int.from_bytes(row[size - third :]),
        )
        for number, row in enumerate(found)
        if row[0]
    }


def numbers_in(stream: bytes) -> list[int]:
    """Return the numbers of the objects in an object stream (7.5.7), in order."""
    head, _, content = stream_at(stream)
    pairs = content[: int(re.search(rb"/First (\d+)", head)[1])].split()
    return [int(one) for one in pairs[::2]]


def stream_at(pdf: bytes) -> tuple[bytes, list[int], bytes]:
    """Return the dictionary of the stream that begins there, the widths in it if it is a table, and its content."""
    head = pdf[: pdf.index(b"stream\n")]
    widths = re.search(rb"/W \[([\d ]+)\]", head)
    content = zlib.decompressobj().decompress(pdf[len(head) + len(b"stream\n") :])
    return head, [int(one) for one in widths[1].split()] if widths else [], content


@pytest.mark.sampled(every=2)
@every_deck
def test_decks_are_sound(deck: str) -> None:
    """With outlines, links, masks, and shapes that fade."""
    assert_sound(file(deck))


def pictureless(project: Project) -> Document:
    """One slide of words."""
    return project.document(f"{DECK}    text: See [there](https://example.org).\n    layout: content\n")


def shared(project: Project) -> Document:
    """A photo that all slides show, with a profile."""
    Image.new("RGB", (160, 90), "#336699").save(project.folder / "a.jpg", icc_profile=wide_profile())
    return project.document("title: T\nslides:\n" + "  - {title: A, image: ../a.jpg, section: S}\n" * 3)


def masked(project: Project) -> Document:
    """A picture that is partly transparent, and one of the same profile as another."""
    (project.folder / "a.png").write_bytes(PNGS["RGBA"].file())
    for name, color in (("b.png", "#336699"), ("c.png", "#996633")):
        Image.new("RGB", (16, 16), color).save(project.folder / name, icc_profile=wide_profile())
    slides = "".join(f"  - {{title: A, image: ../{name}.png}}\n" for name in "abc")
    return project.document(f"title: T\nslides:\n{slides}")


@pytest.mark.parametrize("make", [pictureless, shared, masked])
def test_small_files_are_sound_too(make, tmp_path: Path) -> None:
    """Whatever is missing from them, and the same twice."""
    laid_out = make(Project(tmp_path))
    pdf = rendered(laid_out)
    assert_sound(pdf)
    assert rendered(laid_out) == pdf


def test_a_profile_of_two_pictures_is_in_the_file_once(tmp_path: Path) -> None:
    """Profiles for print have half a megabyte."""
    with pikepdf.open(BytesIO(rendered(masked(Project(tmp_path))))) as opened:
        profiles = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and "/Alternate" in one]
        assert len(profiles) == 1
