"""A heading that nothing stands below: it is warned of where it ends a slide."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

TOLD = "nothing stands below its last heading"


@pytest.mark.parametrize(
    ("slide", "is_told"),
    [
        ("content: [Words., {heading: Below}]", True),
        ("{text: Words., heading: Below}", True),
        ("heading: Alone", True),
        ("content: [{heading: One}, {heading: Two}]", True),
        ("content: [{heading: One}, Words.]", False),
        ("{heading: One, text: Words.}", False),
        ("{heading: One, bullets: [a]}", False),
        ("{heading: One, image: {file: ../harbour.png, alt: Cranes, credit: A. Lind}}", False),
        ("columns: [{heading: One}, {heading: Two, text: Words.}]", False),
    ],
)
def test_a_heading_that_ends_a_slide_is_told(tmp_path, slide, is_told):
    """Once, where it is written; one before a picture in a place of its own heads that."""
    project = Project(tmp_path)
    project.picture("harbour.png")
    inner = slide[1:-1] if slide.startswith("{") else slide
    said = project.said(f"title: T\nslides:\n  - title: T\n  - {{title: A, {inner}}}\n")
    assert said.count(TOLD) == is_told
    if is_told:
        assert said.startswith("warning[lone-heading]: slide 2: ")


def test_a_heading_is_told_once_of_a_slide_that_goes_on(tmp_path):
    """Parts of it end with no heading."""
    items = ", ".join(f"Item {number}" for number in range(60))
    deck = f"title: T\nslides:\n  - title: T\n  - {{title: A, content: [bullets: [{items}], heading: Last]}}\n"
    assert Project(tmp_path).said(deck).count(TOLD) == 1


def test_what_an_error_has_cut_is_not_missed(tmp_path):
    """A picture whose file is not there stands below a heading, and on a slide of its own."""
    picture = "    image: {file: none.png, alt: B, credit: C}\n"
    _, diagnostics = Project(tmp_path).read(
        f"{DECK}  - title: A\n    heading: B\n{picture}  - title: D\n  -{picture[3:]}"
    )
    assert {one.code for one in diagnostics} == {"missing-file"}
