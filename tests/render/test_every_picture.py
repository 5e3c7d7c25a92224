"""Every kind of picture, shown by all three outputs: poppler, Chromium and LibreOffice paint the same corners."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.assets.drawings import size
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.model.geometry import Rect
from deckmaker.render.registry import load_renderer
from tests.agreement.chromium import playing_browser
from tests.agreement.libreoffice import convert_to_pdf
from tests.assets.reading_back import farthest
from tests.assets.samples import picture, samples, saved, stored, wide_profile
from tests.projects import Project

WITH_PROFILE = {
    "JPEG, profile": saved(stored(1), "JPEG", quality=95, icc_profile=wide_profile()),
    "PNG, profile": saved(stored(1), "PNG", icc_profile=wide_profile()),
}
SAMPLES = {**samples(), **WITH_PROFILE}
NAMES = list(SAMPLES)
OUTPUTS = ("pdf", "html", "pptx")
SHOWN = [(name, one) for one in OUTPUTS for name in SAMPLES if one != "pptx" or name not in WITH_PROFILE]
"""LibreOffice shows no picture by its profile."""
WIDTH = 480

Pages = dict[str, Sequence[Image.Image]]


def drawn(pdf: Path) -> list[Image.Image]:
    """Return a PDF's pages as poppler draws them."""
    command = ["pdftoppm", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(command, check=True)
    pages = sorted(pdf.parent.glob(f"{pdf.stem}-*.ppm"), key=lambda one: int(one.stem.rpartition("-")[2]))
    return [Image.open(BytesIO(page.read_bytes())) for page in pages]


def rendered(document: Document, format: str, path: Path) -> Path:
    """Write a document in a format."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(format, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    assert not len(diagnostics)
    path.write_bytes(stream.getvalue())
    return path


@pytest.fixture(autouse=True, scope="module")
def few_pixels() -> Iterator[None]:
    """Let drawings have more pixels than any page here shows, and no more: those for print would all go for a mean."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(size, "LONGER_SIDE", 2 * WIDTH)
        yield


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck of one picture a slide."""
    project = Project(tmp_path_factory.mktemp("pictures"))
    slides = []
    for number, data in enumerate(SAMPLES.values()):
        (project.folder / f"{number}").write_bytes(data)
        slides.append(
            f"  - {{title: A, layout: picture, image: {{file: ../{number}, alt: A, credit: B, fit: contain}}}}"
        )
    return project.document("title: T\nslides:\n{}\n".format("\n".join(slides)))


@pytest.fixture(scope="module")
def pages(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """The deck as each output shows it."""
    folder = tmp_path_factory.mktemp("shown")
    files = {one: rendered(document, one, folder / f"{one}.{one}") for one in OUTPUTS}
    with playing_browser() as chromium:
        played = chromium.play(files["html"], (document.theme.width, document.theme.height))
    (converted,) = convert_to_pdf([files["pptx"]], folder / "converted")
    yield {"pdf": drawn(files["pdf"]), "html": played.pictures, "pptx": drawn(converted)}


def corners(page: Image.Image, rect: Rect, width: float) -> list[tuple[int, ...]]:
    """Return the colours in the middles of a placed picture's four quarters."""
    scale = page.width / width
    xs, ys = (
        [start + length * part for part in (0.25, 0.75)]
        for start, length in ((rect.x, rect.width), (rect.y, rect.height))
    )
    return [page.convert("RGB").getpixel((int(x * scale), int(y * scale))) for y in ys for x in xs]  # type: ignore[misc]


@pytest.mark.alike(every=2)
@pytest.mark.outside
@pytest.mark.parametrize(("name", "output"), SHOWN)
def test_every_picture_is_upright_and_in_its_colours(name: str, output: str, document: Document, pages: Pages) -> None:
    """A press's inks have other colours on paper than those that they came from; which corner is which, they tell."""
    number = NAMES.index(name)
    placed = document.pages[number].slot("picture")
    assert placed
    shown = corners(pages[output][number], placed.rect, document.theme.width)
    if name in WITH_PROFILE:
        shown = [(green, red, blue) for red, green, blue in shown]
    inks = name.startswith("JPEG, CMYK") and output == "pdf"
    assert farthest(shown) <= (75 if inks else 60 if name in WITH_PROFILE else 12), shown


@pytest.mark.outside
def test_wrong_corners_would_be_noticed() -> None:
    """Of a picture that lies on its side, and of one whose red and green are exchanged."""
    for wrong in (picture().rotate(180), picture().convert("L")):
        shown = corners(wrong, Rect(0, 0, *wrong.size), wrong.width)
        assert farthest(shown) > 100
