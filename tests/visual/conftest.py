"""Specimen documents, each laid out once a session, when a test first asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product

import pytest

from deckmaker.layout import Document
from deckmaker.theme import built_in_themes
from tests.visual.specimens import MODES, SIZES, SpecimenProject

EACH_SPECIMEN = [
    # One process lays a document out for all of its tests.
    pytest.param((theme, size), id=f"{theme}-{size}", marks=pytest.mark.xdist_group(f"visual-{theme}-{size}"))
    for theme, size in product(built_in_themes(), SIZES)
]


@pytest.fixture(scope="session")
def specimen_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Document]:
    """Return the specimen document of a theme, a size and, where it matters, a mode."""
    project = SpecimenProject(tmp_path_factory.mktemp("visual"))
    return cache(project.document)


@pytest.fixture(params=EACH_SPECIMEN)
def theme_and_size(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Every built-in theme's name with every page size."""
    return request.param


@pytest.fixture
def specimen(theme_and_size: tuple[str, str], specimen_of: Callable[..., Document]) -> Document:
    """The specimen document of every theme and size, in the theme's own mode."""
    return specimen_of(*theme_and_size)


EACH_COLOURED = [
    pytest.param(
        (theme, size, mode),
        id=f"{theme}-{size}-{mode}",
        marks=[
            pytest.mark.xdist_group(f"visual-{theme}-{size}"),
            # Each size is seen in light and in dark in some theme; a theme's colours are the same on each.
            *([pytest.mark.long] if (number + SIZES.index(size) + MODES.index(mode)) % 2 else []),
        ],
    )
    for number, theme in enumerate(built_in_themes())
    for size, mode in product(SIZES, MODES)
]


@pytest.fixture(params=EACH_COLOURED)
def coloured_specimen(request: pytest.FixtureRequest, specimen_of: Callable[..., Document]) -> Document:
    """The specimen document of every theme and size in every mode."""
    return specimen_of(*request.param)
