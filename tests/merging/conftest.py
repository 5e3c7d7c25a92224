"""What tests of merging have in common."""

from __future__ import annotations

import pytest

from tests.projects import Project


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without decks, in which one works."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)
