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

ROOT = Path(__file__).parents[2]
DECKS = sorted((ROOT / "decks").glob("*.yaml"))


def read_deck(path: Path) -> Document:
    """Return a deck's document; a deck with mistakes has no outputs to compare."""
    diagnostics = Diagnostics()
    document = read_document(path, diagnostics)
    assert document is not None, f"{path.name} has mistakes: {[one.message for one in diagnostics]}"
    return document


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """All decks of the project, by the names of their files."""
    documents = {path.stem: read_deck(path) for path in DECKS}
    with Outputs(documents, tmp_path_factory.mktemp("agreement")) as made:
        yield made


@pytest.fixture(scope="session")
def mutated_outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """A few pages of the showcase, as they are and mutated."""
    document = read_deck(ROOT / "decks" / "showcase.yaml")
    documents = mutated_documents(document, SAMPLE_PAGES)
    with Outputs(documents, tmp_path_factory.mktemp("mutations")) as made:
        yield made
