"""The properties that are soaked, each with the decks or files it is tried on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.projects import Project
from tests.soak.checks import check_deck, check_file, project_with_pictures
from tests.soak.decks import decks
from tests.soak.files import files

Property = tuple[st.SearchStrategy[Any], Callable[[Any, Project], None], Callable[[Path], Project]]

PROPERTIES: dict[str, Property] = {
    "files": (files, check_file, project_with_pictures),
    "decks": (decks(), check_deck, project_with_pictures),
}
