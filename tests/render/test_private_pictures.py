"""What a photo knows of places and people is in none of the outputs; whose it is can be read from each of them."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from tests.assets.reading_back import metadata
from tests.assets.secrets import KEPT, RIGHTS, full
from tests.projects import Project

pytestmark = pytest.mark.outside
KINDS = ("jpg", "turned jpg", "png", "webp", "tif", "gif")
DISTINCT = 3
"""Pictures that differ when they are clean; a PDF holds each once."""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck of pictures that know too much, one of them its logo."""
    folder = tmp_path_factory.mktemp("secrets")
    project = Project(folder)
    slides = []
    for number, kind in enumerate(KINDS):
        (folder / f"{number}").write_bytes(full(kind, RIGHTS))
        slides.append(f"  - {{title: A, image: {{file: ../{number}, alt: A, credit: B}}}}")
    (folder / "logo").write_bytes(full("jpg", RIGHTS))
    return project.document("title: T\nlogo: ../logo\nslides:\n{}\n".format("\n".join(slides)))


def output(document: Document, format: str) -> bytes:
    """Return a document's file."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(format, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    return stream.getvalue()


def in_pptx(file: bytes) -> list[bytes]:
    """Return the pictures of a presentation."""
    with ZipFile(BytesIO(file)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")]


def in_html(file: bytes) -> list[bytes]:
    """Return the pictures of a page: those that are shown once, and those that are kept to be shown more often."""
    return [b64decode(one) for one in re.findall(rb'(?:src|href)="data:image/\w+;base64,([^"]+)"', file)]


def in_pdf(file: bytes) -> list[bytes]:
    """Return the JPEGs of a PDF as they stand there, and of its other pictures the metadata beside them."""
    with pikepdf.open(BytesIO(file)) as opened:
        images = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        jpegs = [one.read_raw_bytes() for one in images if "/DCTDecode" in list(one.Filter)]
        return jpegs + [one.Metadata.read_bytes() for one in images if "/Metadata" in one]


READERS = {"pptx": in_pptx, "html": in_html, "pdf": in_pdf}


@pytest.mark.parametrize("format", READERS)
def test_no_secret_is_in_any_output_and_rights_are(format: str, document: Document, tmp_path: Path) -> None:
    """As exiftool reads each picture out of it."""
    file = output(document, format)
    found = READERS[format](file)
    assert len(found) == (DISTINCT if format == "pdf" else len(KINDS) + 1)
    for data in [file, *found]:
        assert b"SECRET" not in data
    for data in found:
        said = metadata(data, tmp_path)
        assert not [name for name in said if name.startswith(("EXIF", "MakerNotes", "IPTC", "Photoshop", "MPF"))]
        rights = {name.removeprefix("XMP:"): value for name, value in said.items() if name.startswith("XMP:")}
        assert rights == KEPT
