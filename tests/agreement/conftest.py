"""The decks' outputs, made once a session and only as far as a test asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.pipeline import read_document
from tests.agreement.mutations import SAMPLE_PAGES, mutated_documents
from tests.agreement.outputs import Outputs
from tests.projects import DECKS, ROOT
from tests.render.laid_out_decks import document as laid_out
from tests.variants import write_variants

SHOWCASE = ROOT / "decks" / "showcase.yaml"

VARIANTS = {
    "showcase-plain-4x3": {"theme": "plain", "size": "4:3"},
    "showcase-A4-listed": {"size": "A4", "credits": "{where: both}"},
    "showcase-statement": {"theme": "statement"},
}
"""The showcase in each of the other themes and sizes, and with its credits listed at the end: as few decks as have all.
The look of briefing in 16:9 is that of the decks."""

NAMES = [*(path.stem for path in DECKS), *VARIANTS]

IN_LIBREOFFICE = [one for one in NAMES if one not in ("how-nature-draws", "showcase-A4-listed", "showcase-statement")]
"""What LibreOffice draws each time: the others have what these have, and are seen in a browser, or in our PDF."""


def read_deck(path: Path) -> Document:
    """Return a deck's document, which is read once if it is one of the project's own.

    A deck with mistakes has no outputs to compare.
    """
    if path in DECKS:
        return laid_out(path.stem)
    diagnostics = Diagnostics()
    document = read_document(path, diagnostics)
    assert document is not None, f"{path.name} has mistakes: {[one.message for one in diagnostics]}"
    return document


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """All decks of the project and the showcase's variants, by name."""
    variants = write_variants(SHOWCASE, read_deck(SHOWCASE), VARIANTS, tmp_path_factory.mktemp("variants"))
    documents = {path.stem: read_deck(path) for path in [*DECKS, *variants]}
    with Outputs(documents, tmp_path_factory.mktemp("agreement"), together=IN_LIBREOFFICE) as made:
        yield made


@pytest.fixture(scope="session")
def mutated_outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """A few pages of the showcase, as they are and mutated."""
    document = read_deck(SHOWCASE)
    documents = mutated_documents(document, SAMPLE_PAGES)
    with Outputs(documents, tmp_path_factory.mktemp("mutations")) as made:
        yield made
