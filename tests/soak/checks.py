"""What must hold of any deck: no traceback, no silence, and no word lost."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import yaml

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from tests.blocks.any_blocks import PICTURES
from tests.projects import Project
from tests.soak.decks import GeneratedDeck
from tests.soak.quoted import check_lengths
from tests.soak.readers import READERS
from tests.soak.words import squeezed

_OF_VALUES = {"unknown-variable", "unusable-variable", "variable-syntax"}
REFUSALS = frozenset({"text-too-long", "missing-glyph", "unusable-character", "wrong-value", *_OF_VALUES})
"""Why a deck that is right in itself may be refused: what it says cannot be shown whole, is nothing visible, or holds
what would show a value."""

_NOT_FOR_USERS = re.compile(r"Traceback|\w+Error\b|\w+Exception\b|<class|object at 0x|[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def project_with_pictures(folder: Path) -> Project:
    """Return a project that has the pictures which generated decks show."""
    project = Project(folder)
    project.picture("assets/harbour.png", (400, 300))
    for name, size in PICTURES.items():
        project.picture(name.removeprefix("../"), size)
    return project


def check_file(content: bytes, project: Project) -> None:
    """Take any bytes for a deck: a document or an error, in words for people, and outputs only of a document."""
    document, diagnostics = project.read(content)
    assert (document is None) == diagnostics.failed(), "no document and no error, or both"
    check_messages(diagnostics, content)
    if document:
        rendered(document)


def check_deck(deck: GeneratedDeck, project: Project) -> None:
    """Build a deck that is right: every text is found in every output, or the deck is refused for a good reason."""
    document, diagnostics = project.read(yaml.safe_dump(deck.data, allow_unicode=True, sort_keys=False, width=200))
    check_messages(diagnostics, b"")
    if document is None:
        errors = {one.code for one in diagnostics if one.severity.value == "error"}
        assert errors and errors <= REFUSALS, errors
        return
    parted = any(page.part for page in document.pages)
    for name, content in rendered(document).items():
        found = squeezed(READERS[name](content))
        lost = [text for text in deck.shown if squeezed(text) not in found and not (parted and _words_in(text, found))]
        assert not lost, f"{name} lost {lost[:3]}"


def rendered(document: Document) -> dict[str, bytes]:
    """Return a document's files by format."""
    files = {}
    for name in READERS:
        stream, diagnostics = BytesIO(), Diagnostics()
        renderer = load_renderer(name, diagnostics)
        assert renderer
        renderer.render(document, stream, diagnostics)
        assert not diagnostics.failed(), [one.message for one in diagnostics]
        files[name] = stream.getvalue()
    return files


def check_messages(diagnostics: Diagnostics, content: bytes) -> None:
    """Fail where a message says what no author can understand; what `content` holds, messages may quote."""
    for one in diagnostics:
        shown = full(one)
        alien = [match for match in _NOT_FOR_USERS.findall(shown) if match.encode() not in content]
        assert not alien, shown
        check_lengths(one)


def _words_in(text: str, found: str) -> bool:
    """Tell whether every word of a text is there: one that is parted goes on on another slide."""
    return all(squeezed(word) in found for word in text.split())
