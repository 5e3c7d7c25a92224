"""The thumbnail of a presentation: its own first slide, small, the same each time."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pptx
import pytest
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from skimage.metrics import structural_similarity

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.pdf import PdfRenderer
from tests.projects import DECK, Project
from tests.render.pptx.decks import document, rendered
from tests.render.pptx.template.building import InTemplate
from tests.template.packages import default, related, typed

NAME = "docProps/thumbnail.jpeg"
DECKS = ["showcase", "us-china-fentanyl-talks"]


def thumbnail(content: bytes) -> bytes:
    """Return the thumbnail that a package leads to, by python-pptx's reading."""
    part = Presentation(BytesIO(content)).part.package.part_related_by(RT.THUMBNAIL)
    assert part.content_type == "image/jpeg" and part.partname == f"/{NAME}"
    return bytes(part.blob)


@pytest.mark.parametrize("deck", DECKS)
def test_it_is_small_and_the_same_each_time(deck: str) -> None:
    """As wide as PowerPoint's own are, of the page's proportions, in some kilobytes."""
    found = thumbnail(rendered(document(deck)))
    with Image.open(BytesIO(found)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("JPEG", (256, 144), "RGB")
    assert len(found) < 20_000
    assert found == thumbnail(rendered(document(deck)))


@pytest.mark.outside
@pytest.mark.parametrize("deck", DECKS)
def test_it_shows_the_first_slide(deck: str, tmp_path: Path) -> None:
    """As poppler draws the first page of the PDF; the second is nothing like it."""
    path = tmp_path / "deck.pdf"
    with path.open("wb") as stream:
        PdfRenderer().render(document(deck), stream, Diagnostics())
    subprocess.run(["pdftoppm", "-r", "72", "-l", "2", "-png", str(path), str(tmp_path / "page")], check=True)
    with Image.open(BytesIO(thumbnail(rendered(document(deck))))) as picture:
        own = np.asarray(picture.convert("L"))
    first, second = (
        structural_similarity(own, np.asarray(Image.open(page).convert("L").resize((256, 144), Image.Resampling.BOX)))
        for page in sorted(tmp_path.glob("page*.png"))
    )
    assert first > 0.9 and second < 0.7


def test_it_is_never_another_programs(tmp_path: Path) -> None:
    """Neither that of python-pptx's own template nor that of a company's."""
    with ZipFile(Path(pptx.__file__).parent / "templates" / "default.pptx") as archive:
        theirs = archive.read(NAME)
    assert theirs not in (thumbnail(rendered(document(deck))) for deck in DECKS)
    parts = related(typed(default(), NAME, "image/jpeg", theirs), "", "rId77", "thumbnail", NAME)
    made = InTemplate(tmp_path / "project", parts)
    with ZipFile(BytesIO(made.file)) as archive:
        assert [one for one in archive.namelist() if "thumbnail" in one] == [NAME]
        assert archive.read(NAME) != theirs


def test_a_huge_png_on_the_page_makes_none(tmp_path: Path) -> None:
    """To decode it takes as long as to make the rest of a deck; nothing else is drawn in its place."""
    project = Project(tmp_path)
    project.picture("large.png", (3_000, 3_000))
    found = project.document(DECK + "    image: {file: ../large.png, alt: A, credit: B}\n")
    with ZipFile(BytesIO(rendered(found))) as archive:
        assert not [one for one in archive.namelist() if "thumbnail" in one]
