"""LibreOffice draws a list's numbers in the weight and slant in which the PDF has them."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from deckmaker.layout import Document
from tests.agreement.outputs import Outputs
from tests.projects import Project
from tests.render.html.decks import read

pytestmark = pytest.mark.outside

DECK = """title: Numbers
slides:
  - title: Numbers
    layout: content
    {list}:
      - plain, then **bold**
      - "**bold** first"
      - "*italic* first":
          - "***both*** first"
      - "[a link](https://example.org) first"
      - "^2^ first"
"""


def looks(path: Path) -> list[tuple[str, str]]:
    """Return the first letter of each line on the last page, and its face."""
    with pdfplumber.open(path) as pdf:
        lines = pdf.pages[-1].extract_text_lines()
    first = [line["chars"][0] for line in lines]
    return [(one["text"], one["fontname"].rpartition("+")[2].removesuffix("-Regular")) for one in first]


def laid_out(folder: Path, kind: str) -> Document:
    """Return the deck with a list of bullets or numbers."""
    return read(Project(folder).write(DECK.replace("{list}", kind)))


@pytest.mark.parametrize(("kind", "faces"), [("numbered", 4), ("bullets", 1)])
def test_markers_are_of_the_faces_that_layout_measured(tmp_path: Path, kind: str, faces: int) -> None:
    """Numbers follow the beginning of their items, bullets do not."""
    with Outputs({"deck": laid_out(tmp_path, kind)}, tmp_path) as outputs:
        ours, theirs = looks(outputs.file("deck", "pdf")), looks(outputs.libreoffice_pdf("deck"))
    assert theirs == ours
    assert len({face for letter, face in ours if letter in "12345a▪–"}) == faces
