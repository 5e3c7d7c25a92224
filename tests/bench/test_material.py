"""The material: the deck and the scripts' outputs say the same, and photos are what the numbers are said to be of."""

from __future__ import annotations

import json
import runpy
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image
from pptx import Presentation
from pptx.shapes.picture import Picture
from pptx.shapes.placeholder import PlaceholderPicture

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.bench.commands import PDF_SCRIPT, PPTX_SCRIPT, commands, tags_command
from tests.bench.material import SHARED, Material, make_material
from tests.bench.measure import number_said
from tests.bench.peers import Peers
from tests.bench.photos import make_photo
from tests.projects import ROOT

pytestmark = pytest.mark.slow

SLIDES = 4


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """Four slides with a photo each."""
    return make_material(tmp_path_factory.mktemp("bench"), SLIDES, distinct=True)


def made(material: Material, name: str, folder: Path) -> Path:
    """Run one of the measured commands; return the file that it wrote."""
    command = [str(part) for part in commands(material, folder, Peers(None, None, {}))[name]]
    subprocess.run(command, check=True)
    return next(path for path in folder.iterdir() if path.suffix in (".pptx", ".pdf"))


@pytest.fixture(scope="module")
def presentations(material: Material, tmp_path_factory: pytest.TempPathFactory) -> list[Presentation]:
    """Deckmaker's and the script's."""
    return [Presentation(made(material, name, tmp_path_factory.mktemp("pptx"))) for name in ("pptx", PPTX_SCRIPT)]


@pytest.fixture(scope="module")
def pages(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[list[pdfplumber.page.Page]]]:
    """The pages of deckmaker's PDF and the script's."""
    files = [made(material, name, tmp_path_factory.mktemp("pdf")) for name in ("pdf", PDF_SCRIPT)]
    with pdfplumber.open(files[0]) as ours, pdfplumber.open(files[1]) as theirs:
        yield [ours.pages, theirs.pages]


def words(text: str) -> list[str]:
    """Return words in any order: outputs order a slide's texts in their own ways. Bullets may or may not be text."""
    return sorted(text.replace("▪", " ").split())


def said(slide) -> list[str]:
    """Return the words on a slide of a presentation."""
    return words(" ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))


def test_the_deck_and_the_python_pptx_script_say_the_same(presentations):
    """Words, notes, links and text alternatives, slide by slide; ours also note each credit in full."""
    ours, theirs = (presentation.slides for presentation in presentations)
    assert len(ours) == len(theirs) == SLIDES
    for one, other in zip(ours, theirs, strict=True):
        assert said(one) == said(other)
        spoken = other.notes_slide.notes_text_frame.text
        assert spoken and one.notes_slide.notes_text_frame.text.startswith(spoken)
        assert one.shapes.title.text == other.shapes.title.text
        assert facts(one) == facts(other)
        assert all(facts(one))


def facts(slide) -> tuple[object, ...]:
    """Return links, bold phrases below the title, the count of number fields, and pictures' texts, widths and crops."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame and shape != slide.shapes.title]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    pictures = [one for one in slide.shapes if isinstance(one, Picture | PlaceholderPicture)]
    return (
        {run.hyperlink.address for run in runs if run.hyperlink.address},
        {run.text for run in runs if run.font.bold},
        len(slide.shapes._spTree.findall(".//{*}fld[@type='slidenum']")),
        [
            (one._element.nvPicPr.cNvPr.get("descr"), one.width, round(one.crop_left, 2), round(one.crop_right, 2))
            for one in pictures
        ],
    )


def test_the_deck_and_the_reportlab_script_say_the_same(pages):
    """Words, links, outline and photos, page by page."""
    ours, theirs = pages
    assert len(ours) == len(theirs) == SLIDES
    for one, other in zip(ours, theirs, strict=True):
        assert words(one.extract_text()) == words(other.extract_text())
        assert {link["uri"] for link in one.hyperlinks} == {link["uri"] for link in other.hyperlinks} != set()
        assert len(one.images) == len(other.images) == 1
    titles = [[entry[1] for entry in some[0].pdf.doc.get_outlines()] for some in pages]
    assert titles[0] == titles[1]
    assert len(titles[0]) == SLIDES


def test_photos_are_distinct_and_the_same_each_time(tmp_path: Path) -> None:
    """Baseline JPEGs of about 320 kB; those of one drawing differ, too."""
    files = [tmp_path / f"{number}.jpg" for number in (0, 1, 4, 5)]
    for file in files:
        make_photo(file, int(file.stem))
    assert all(250_000 < file.stat().st_size < 400_000 for file in files)
    pixels = set()
    for file in files:
        with Image.open(file) as photo:
            assert "progressive" not in photo.info
            pixels.add(photo.tobytes())
    assert len(pixels) == len(files)
    make_photo(tmp_path / "again.jpg", 0)
    assert (tmp_path / "again.jpg").read_bytes() == files[0].read_bytes()


def test_tags_are_measured_against_the_same_pages_without_any(material: Material, tmp_path: Path) -> None:
    """pdfplumber finds the same words, and marked content in one of the two files alone."""
    script = runpy.run_path(str(ROOT / "tests" / "bench" / "scripts" / "cost_of_tags.py"))
    document = read_document(material.deck, Diagnostics())
    words, marked = [], []
    for way in ("draw", "draw_untagged"):
        path = tmp_path / f"{way}.pdf"
        with path.open("wb") as file:
            script[way](document, file)
        with pdfplumber.open(path) as pdf:
            words.append([page.extract_text() for page in pdf.pages])
            marked.append([any(one["mcid"] is not None for one in page.chars) for page in pdf.pages])
    assert words[0] == words[1]
    assert marked == [[True] * SLIDES, [False] * SLIDES]


def test_what_tags_cost_is_a_number(material: Material) -> None:
    """Printed by the command as `make bench` starts it."""
    number_said(tags_command(material, 1))


def test_shared_photos_are_sixteen(tmp_path: Path) -> None:
    """Of twenty slides, the last four show the first four's photos again."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for number in range(SHARED):
        (photos / f"{number:04}.jpg").touch()  # there already, so that none is made
    shown = json.loads(make_material(tmp_path, 20, distinct=False).slides.read_text(encoding="utf-8"))["slides"]
    assert [one["photo"] for one in shown[16:]] == [one["photo"] for one in shown[:4]]
    assert len({one["photo"] for one in shown}) == SHARED
