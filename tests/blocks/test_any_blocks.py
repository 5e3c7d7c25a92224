"""Slides of any blocks, in any layout of any theme: nothing is lost in silence, nothing lies on anything."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.blocks.any_blocks import LAYOUTS, PICTURES, ROOMY, AnySlide, any_slides
from tests.blocks.checks import check_any, check_few_words
from tests.blocks.pages_of import read
from tests.projects import Project
from tests.samples import examples

pytestmark = pytest.mark.slow

some = settings(
    max_examples=examples(40), phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
"""Without making a failing example smaller, which takes minutes."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the pictures."""
    found = Project(tmp_path_factory.mktemp("blocks"))
    for name, size in PICTURES.items():
        found.picture(name.removeprefix("../"), size)
    return found


@some
@given(any_slides(LAYOUTS))
def test_any_slide_is_shown_whole_or_refused(project: Project, slide: AnySlide) -> None:
    """In whatever layout."""
    check_any(slide, project)


@some
@given(any_slides(ROOMY, (6, 6, 15)))
def test_a_slide_of_few_words_is_never_refused(project: Project, slide: AnySlide) -> None:
    """Where its layout has room for blocks."""
    check_few_words(slide, project)


@settings(some, max_examples=examples(10))
@given(any_slides(LAYOUTS, (6,)))
def test_the_same_slide_gives_the_same_pages(project: Project, slide: AnySlide) -> None:
    """Whatever was laid out before it."""
    first, _ = read(project, slide)
    project.document("title: T\nslides: [{title: A}, {title: B, columns: [{text: a}, {quote: b}]}]\n")
    again, _ = read(project, slide)
    assert (first and first.pages) == (again and again.pages)
