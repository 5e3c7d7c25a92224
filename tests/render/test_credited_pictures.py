"""Pictures taken out of outputs still say whose they are: what their files said, and what the deck's credit adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.layout import Document
from tests.assets.reading_back import metadata
from tests.assets.samples import picture, saved
from tests.assets.secrets import KEPT, RIGHTS, tagged
from tests.projects import Project
from tests.render.test_private_pictures import READERS, output

pytestmark = pytest.mark.outside
KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
BY = "https://creativecommons.org/licenses/by/4.0/"
RECORD = "{title: Quay, creator: B. Berg, license: CC-BY-4.0, url: 'https://example.org/q', copyright: © B. Berg}"
FROM_RECORD = {
    "Title": "Quay",
    "Creator": ["B. Berg"],
    "Credit": "“Quay”, B. Berg, CC BY 4.0, © B. Berg",
    "License": BY,
    "WebStatement": BY,
    "AttributionURL": "https://example.org/q",
    "Rights": "© B. Berg",
}
FROM_TEXT = {"Credit": "DepositPhotos"}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck of pictures that say nothing, some with a record, twice, some with a text, and of one that says all."""
    folder = tmp_path_factory.mktemp("credited")
    project = Project(folder)
    for kind, format in KINDS.items():
        (folder / f"record.{kind}").write_bytes(saved(picture(), format))
        (folder / f"text.{kind}").write_bytes(saved(picture(size=(40, 30)), format))
    (folder / "b.jpg").write_bytes(tagged(saved(picture(size=(80, 60)), "JPEG"), "jpg", folder, RIGHTS))
    images = [
        f"{{file: ../{name}.{kind}, credit: {credit}}}"
        for name, credit in (("record", RECORD), ("text", "DepositPhotos"), ("record", RECORD))
        for kind in KINDS
    ]
    slides = "".join(f"  - {{title: A, image: {image}}}\n" for image in [*images, "../b.jpg"])
    return project.document(f"title: T\nslides:\n{slides}")


@pytest.mark.parametrize("format", READERS)
def test_each_picture_says_whose_it_is(format: str, document: Document, tmp_path: Path) -> None:
    """As exiftool reads it, with nothing of another's; equal ones are there once."""
    found = [
        {name.removeprefix("XMP:"): value for name, value in metadata(one, tmp_path).items() if name.startswith("XMP:")}
        for one in READERS[format](output(document, format))
    ]
    assert len(found) == 2 * len(KINDS) + 1
    assert [found.count(one) for one in (FROM_RECORD, FROM_TEXT, KEPT)] == [len(KINDS), len(KINDS), 1]


def test_the_deck_gets_its_alt_text_from_the_file(document: Document) -> None:
    """In the last of the pictures."""
    assert [placed.item.alt for placed in document.pages[-1].placed if placed.slot == "picture"] == [
        "A white ship below yellow lamps"
    ]
