"""Alt texts that say nothing are told; those that say something are not."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project


def said(project: Project, alt: str, more: str = "") -> list[tuple[str, str, str | None]]:
    """Return the codes, messages and help that a picture with an alt text leads to."""
    deck = f'{DECK}  - title: B\n    image: {{file: ../team.png, alt: "{alt}", credit: B{more}}}\n'
    return [(one.code, one.message, one.help) for one in project.read(deck)[1]]


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.picture("team.png")
    return project


@pytest.mark.parametrize(
    "alt",
    ["team.jpg", "Team.PNG", "team", "photos/team.webp", "our team (team.jpeg)", "IMG_2041", "DSC00412", "Scan 12",
     "Screenshot 2026-11-27 at 09.12", "PXL_20261127_0912"],
)  # fmt: skip
def test_a_name_of_a_file_is_no_alt_text(alt, project):
    """PowerPoint's checker, too, looks for extensions; cameras name files without."""
    ((code, message, help),) = said(project, alt)
    assert (code, message) == ("weak-alt", f"`alt` is the name of a file: `{alt}`")
    assert "decorative: true" in help


@pytest.mark.parametrize(
    "alt",
    ["image", "Photo", "A picture", "das Bild", "Abbildung 3", "une image", "Imagen", "图片", "…", "TODO", "Icon 12"],
)
def test_a_word_for_a_picture_is_no_alt_text(alt, project):
    """In each language of the project, with an article and a number or without."""
    assert [one[:2] for one in said(project, alt)] == [
        ("weak-alt", f"`alt` does not say what the picture shows: `{alt}`")
    ]


@pytest.mark.parametrize(
    ("alt", "opening"),
    [
        ("Image of five people at a quay", "Image of"),
        ("A picture showing five people", "A picture showing"),
        ("Bild von fünf Leuten am Kai", "Bild von"),
        ("Eine Abbildung der Kräne", "Eine Abbildung der"),
        ("Une image de cinq personnes", "Une image de"),
        ("Imagen de cinco personas", "Imagen de"),
        ("图片显示五个人", "图片显示"),
    ],
)
def test_image_of_is_said_by_screen_readers_already(alt, opening, project):
    """The message names the words to leave out."""
    ((code, message, help),) = said(project, alt)
    assert (code, message) == ("weak-alt", f"`alt` begins with `{opening}`")
    assert help.startswith(f"leave out `{opening}`")


def test_an_alt_text_that_repeats_the_caption_is_told(project):
    """Marks and capitals make no difference."""
    ((code, message, _),) = said(project, "the *night* shift", ", caption: The **night** shift")
    assert (code, message) == ("weak-alt", "`alt` repeats the caption, which is read anyway")


@pytest.mark.parametrize(
    "alt",
    ["Five people at a quay", "A", "Team at work", "Picturesque cranes", "Photo finish of a race",
     "五个人在码头", "Image processing, step by step", "Bildungsstätte am Kai", "The port's logo: a crane"],
)  # fmt: skip
def test_what_says_something_is_not_told(alt, project):
    """Words for pictures may be parts of what is shown."""
    assert said(project, alt) == []


def test_the_place_is_the_alt_text(project):
    """File, line and column."""
    deck = f"{DECK}  - title: B\n    image:\n      file: ../team.png\n      alt: team.png\n      credit: B\n"
    (found,) = project.read(deck)[1]
    assert found.span and found.span.place.endswith("decks/deck.yaml:7:12")


def test_an_alt_text_of_a_chart_is_looked_at_too(project):
    """One that is written from the data is not: it always says something."""
    chart = "    chart: {categories: [a, b], values: [1, 2]%s}\n"
    deck = f"{DECK}  - title: B\n{chart}"
    assert [one.code for one in project.read(deck % ", alt: Diagram 2")[1]] == ["weak-alt"]
    assert [one.code for one in project.read(deck % "")[1]] == []


def test_a_decorative_picture_needs_no_alt_text(project):
    """And may have none."""
    image = "    image: {file: ../team.png, decorative: true, credit: B%s}\n"
    assert [*project.read(f"{DECK}  - title: B\n{image % ''}")[1]] == []
    document, diagnostics = project.read(f"{DECK}  - title: B\n{image % ', alt: Five people'}")
    (found,) = diagnostics
    assert document is None
    assert (found.code, found.message) == ("wrong-value", "a picture with an `alt` is not decorative")
