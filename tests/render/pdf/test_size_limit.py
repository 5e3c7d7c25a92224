"""PDF files that take no more than they may, and pictures with no more pixels than are wanted."""

from __future__ import annotations

import random
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.model import PaperSettings
from deckmaker.render.pdf import HandoutRenderer, NotesRenderer, PdfRenderer
from tests.projects import Project
from tests.samples import mostly_slow

pytestmark = pytest.mark.slow

RENDERERS = {"pdf": PdfRenderer, "handout": HandoutRenderer, "notes": NotesRenderer}
every_format = pytest.mark.parametrize("format", mostly_slow(RENDERERS))
SIDE = 2_000


@pytest.fixture
def photos(tmp_path: Path) -> Document:
    """A deck of two photos, of which nothing can be packed, on three slides; one stands large and small."""
    project = Project(tmp_path)
    for name, seed in (("a", 1), ("b", 2)):
        noise = random.Random(seed).randbytes(SIDE * SIDE * 3)
        Image.frombytes("RGB", (SIDE, SIDE), noise).save(tmp_path / f"{name}.jpg", quality=60)
    slide = "  - {{title: A, layout: {}, image: {{file: ../{}.jpg, alt: Noise, credit: Nobody}}}}\n"
    slides = slide.format("picture-full", "a") + slide.format("picture-right", "a") + slide.format("picture-right", "b")
    return project.document(f"title: T\nslides:\n{slides}")


def built(document: Document, format: str, **settings: object) -> tuple[bytes, Diagnostics]:
    """Return a file of a document, and what is said of it."""
    stream, diagnostics = BytesIO(), Diagnostics()
    paper = PaperSettings(**settings)  # type: ignore[arg-type]
    RENDERERS[format]().render(replace(document, paper=paper), stream, diagnostics)
    return stream.getvalue(), diagnostics


def pictures(pdf: bytes) -> list[int]:
    """Return how many pixels wide the pictures in a file are."""
    with pikepdf.open(BytesIO(pdf)) as read:
        streams = [one for one in read.objects if isinstance(one, pikepdf.Stream)]
        return sorted(int(one.Width) for one in streams if one.get("/Subtype") == "/Image")


@every_format
def test_pictures_keep_no_more_pixels_than_are_wanted(format: str, photos: Document) -> None:
    """By their largest place in that file, so that those of a handout keep less."""
    widths = {
        item.file.path.stem: max(
            placed.rect.width / (1 - placed.item.crop[0] - placed.item.crop[2])
            for page in photos.pages
            for placed in page.leaves
            if getattr(placed.item, "file", None) == item.file
        )
        for page in photos.pages
        for item in (placed.item for placed in page.leaves)
        if hasattr(item, "file")
    }
    scale = {"pdf": 1.0, "handout": 252.64 / 960, "notes": 523.28 / 960}[format]
    pdf, diagnostics = built(photos, format, dpi=72)
    assert not len(diagnostics)
    assert pictures(pdf) == pytest.approx(sorted(width * scale for width in widths.values()), abs=6)


def test_without_a_wish_pictures_are_as_they_are(photos: Document) -> None:
    """Byte for byte, whatever is wished that they have anyway."""
    pdf, _ = built(photos, "pdf")
    assert pictures(pdf) == [SIDE, SIDE]
    assert built(photos, "pdf", dpi=2_400)[0] == pdf


@every_format
def test_a_file_takes_no_more_than_it_may(format: str, photos: Document) -> None:
    """The finest pictures with which it does are taken, and what was done is said."""
    whole, _ = built(photos, format)
    most = len(whole) // 3
    pdf, diagnostics = built(photos, format, max_size=most)
    assert len(pdf) <= most
    (said,) = diagnostics
    assert said.code == "made-smaller"
    size = f"{round(len(pdf) / 1e5) / 10:g} MB" if len(pdf) >= 1e6 else f"{round(len(pdf) / 1e3)} kB"
    assert said.message.startswith(f"format `{format}` takes {size} with pictures of ")
    dpi = int(said.message.partition(" pixels")[0].rpartition(" ")[2])
    finer = {50: 72, 72: 96, 96: 120, 120: 150, 150: 180, 180: 220, 220: 300}.get(dpi)
    if finer:
        assert len(built(photos, format, dpi=finer)[0]) > most


@every_format
def test_a_file_that_is_small_enough_is_as_ever(format: str, photos: Document) -> None:
    """Nothing is said."""
    whole, _ = built(photos, format)
    pdf, diagnostics = built(photos, format, max_size=len(whole))
    assert pdf == whole and not len(diagnostics)


@every_format
def test_a_file_that_cannot_be_small_enough_is_an_error(format: str, photos: Document) -> None:
    """Its message says what it takes, and what to do."""
    pdf, diagnostics = built(photos, format, max_size=5_000)
    (said,) = diagnostics
    assert (said.code, pdf) == ("too-large", b"")
    assert "with pictures of 50 pixels an inch, and may take 5 kB" in said.message
    assert said.help and said.help.startswith("allow it ")


def test_grey_pictures_are_grey_in_the_handout_alone(photos: Document) -> None:
    """The PDF of the slides is for screens."""
    for format, space in (("pdf", "/DeviceRGB"), ("handout", "/DeviceGray")):
        with pikepdf.open(BytesIO(built(photos, format, ink="grey")[0])) as read:
            streams = [one for one in read.objects if isinstance(one, pikepdf.Stream)]
            assert {str(one.ColorSpace) for one in streams if one.get("/Subtype") == "/Image"} == {space}


@pytest.mark.outside
@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_a_picture_with_fewer_pixels_has_its_colours(mode: str, tmp_path: Path) -> None:
    """As poppler shows both files: inks are not inverted, and the sides are not exchanged."""
    project = Project(tmp_path)
    halves = {"RGB": ((200, 30, 30), (30, 60, 200)), "CMYK": ((0, 200, 200, 0), (200, 30, 0, 10)), "L": (60, 200)}[mode]
    image = Image.new(mode, (2_000, 1_200), halves[1])
    image.paste(halves[0], (0, 0, 1_000, 1_200))
    image.save(tmp_path / "a.jpg", quality=90)
    slide = "{title: A, layout: picture, image: {file: ../a.jpg, alt: B, credit: C}}"
    laid_out = project.document(f"title: T\nslides: [{slide}, {slide}]\n")
    seen = []
    for name, settings in (("own", {}), ("less", {"dpi": 60})):
        path = tmp_path / name
        path.write_bytes(built(laid_out, "pdf", **settings)[0])
        subprocess.run(["pdftoppm", "-r", "30", "-l", "1", "-png", "-singlefile", path, path], check=True)
        with Image.open(path.with_suffix(".png")) as page:
            seen.append([page.convert("RGB").getpixel((x, 60)) for x in (60, page.width - 60)])
    for one, other in zip(*seen, strict=True):
        assert one == pytest.approx(other, abs=3)
    assert seen[0][0] != seen[0][1]
