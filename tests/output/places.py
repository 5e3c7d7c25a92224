"""What the tests of the output folder share: a project in the working folder, a look at every file, what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from tests.output.putting import put
from tests.projects import DECK, Project


def names(folder: Path) -> list[str]:
    """Return every file in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(DECK)
    return project


def told(name: str, folder: Path, content: bytes = b"new") -> list[tuple[str, str, str | None]]:
    """Write a file and return what was said: code, message without the folder, help."""
    diagnostics = Diagnostics()
    written = put(folder, name, content, diagnostics)
    assert (written is None) == bool(len(diagnostics))
    return [(one.code, one.message.replace(f"{folder}/", ""), one.help) for one in diagnostics]
