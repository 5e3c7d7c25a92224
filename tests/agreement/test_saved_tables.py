"""Tables after a colleague has opened a presentation in LibreOffice and saved it: every line is what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import Document, Placed, TableItem
from deckmaker.theme import built_in_themes
from tests.agreement.conftest import NAMES, read_deck
from tests.agreement.laid_out_tables import laid_out_tables
from tests.agreement.libreoffice import convert_to_pdf, saved_again
from tests.agreement.outputs import Outputs
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.random_tables import random_tables
from tests.agreement.view import PageView, TextLine
from tests.projects import briefing
from tests.samples import mostly_long

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("decks")]

MOVED = 0.5
"""Points by which a line of a table may move sidewards when the file is saved.

LibreOffice counts in hundredths of a millimetre. Up and down it moves them all: it saves no margins above and below
(docs/analysis/tables.md, 16).
"""

TYPED = Path(__file__).with_name("tables.yaml")
SEED = 3


def tables(document: Document) -> dict[int, list[Placed]]:
    """Return the tables of each page that has some, by its number."""
    found = {page.number: [one for one in page.leaves if isinstance(one.item, TableItem)] for page in document.pages}
    return {number: placed for number, placed in found.items() if placed}


def in_tables(view: PageView, placed: list[Placed]) -> Iterator[TextLine]:
    """Yield the lines of a page that stand in one of the tables."""
    for line in view.lines:
        if any(
            one.rect.x - 1 <= line.x0 <= one.rect.right and one.rect.y <= line.baseline <= one.rect.bottom
            for one in placed
        ):
            yield line


def differences(document: Document, before: list[PageView], after: list[PageView]) -> list[str]:
    """Return the lines of tables that are no longer there, and those that have moved."""
    said = []
    for number, placed in tables(document).items():
        lines = list(in_tables(before[number - 1], placed))
        assert lines, f"no line of the tables on page {number} was found"
        now = after[number - 1].lines
        lost = Counter(line.text for line in lines) - Counter(line.text for line in now)
        said += [f"page {number}: `{text}` is lost" for text in lost]
        for line in lines:
            same = [one for one in now if one.text == line.text]
            if same and min(abs(line.x0 - one.x0) for one in same) > MOVED:
                said.append(f"page {number}: `{line.text}` has moved")
    return said


def changed_by_saving(documents: dict[str, Document], files: dict[str, Path], folder: Path) -> dict[str, list[str]]:
    """Return what is different in the tables of each file once LibreOffice has saved it."""
    firsts = convert_to_pdf(list(files.values()), folder / "before")
    again = convert_to_pdf(saved_again(list(files.values()), folder / "saved"), folder / "after")
    return {
        name: differences(documents[name], read_pdf(one, width), read_pdf(other, width))
        for name, one, other in zip(files, firsts, again, strict=True)
        for width in [documents[name].theme.width]
    }


def only_tables(document: Document) -> Document:
    """Return a document of those pages that have tables, by their numbers from 1."""
    pages = [document.pages[number - 1] for number in tables(document)]
    return replace(document, pages=tuple(replace(page, number=n) for n, page in enumerate(pages, start=1)))


def whole(document: Document) -> Document:
    """Return a document with all of its pages."""
    return document


@pytest.mark.parametrize("kept", mostly_long([only_tables, whole], is_usual=lambda kept: kept is only_tables))
def test_decks_keep_every_line_of_their_tables(
    kept: Callable[[Document], Document], outputs: Outputs, tmp_path: Path
) -> None:
    """Of all decks, themes and sizes: on slides with tables alone, and among all others."""
    documents = {name: kept(outputs.documents[name]) for name in NAMES if tables(outputs.documents[name])}
    assert sum(len(one) for name in documents for one in tables(documents[name]).values()) >= 12
    with Outputs(documents, tmp_path) as made:
        files = {name: made.file(name, "pptx") for name in documents}
    assert changed_by_saving(documents, files, tmp_path) == {name: [] for name in documents}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """Tables of every kind in each theme, by chance, and typed."""
    documents = {name: laid_out_tables(briefing(name=name)) for name in built_in_themes()}
    documents |= {"chance": random_tables(SEED), "typed": read_deck(TYPED)}
    with Outputs(documents, tmp_path_factory.mktemp("saved-tables")) as outputs:
        yield outputs


def test_tables_of_every_kind_keep_every_line(made: Outputs, tmp_path: Path) -> None:
    """With spans in each direction, empty cells, rows in which no cell begins."""
    files = {name: made.file(name, "pptx") for name in made.documents}
    assert changed_by_saving(dict(made.documents), files, tmp_path) == {name: [] for name in files}


def test_margins_of_nothing_would_be_found_out(made: Outputs, tmp_path: Path) -> None:
    """LibreOffice leaves them out when it saves, and what is left out has a default of 0.1 inch."""
    spoiled = tmp_path / "spoiled.pptx"
    with ZipFile(made.file("briefing", "pptx")) as whole, ZipFile(spoiled, "w") as archive:
        for name in whole.namelist():
            archive.writestr(
                name, whole.read(name).replace(b' marL="360"', b' marL="0"').replace(b' marR="360"', b' marR="0"')
            )
    found = changed_by_saving({"spoiled": made.documents["briefing"]}, {"spoiled": spoiled}, tmp_path)
    assert "page 1: `Old & new <basin>` is lost" in found["spoiled"]
