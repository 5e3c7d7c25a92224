"""`deckmaker show`: what goes to stdout, what to stderr and what to files, and which slides of which decks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.commands.show import PICTURES, SURVEYS
from tests.projects import COMMAND, DECK, Project, environment, run

pytestmark = pytest.mark.slow

THREE = "title: T\nslides:\n  - title: One\n  - {title: Two, text: b}\n  - title: Three\n"
TOO_LONG = "overflow: error\n" + THREE + f"    bullets: [{', '.join(['a'] * 60)}]\n"
LISTING = """\
decks/deck.yaml: 1 slide, theme briefing, 960 × 540 points, grid of 1.5

slide 1: Night noise                                               decks/deck.yaml:3
layout title-only, in place of title (the first slide): it has no picture
        x     y  width  height  size  lines  leading   left
shape   0     0      9     540  in mark
title  48  78.5    864     201    60      1     64.8  136.1
    a short text: 60 points instead of the 54 points of style `section`
empty: trail, logo, body, meta, credits
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with a deck of three slides."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(THREE)
    return project


def shown(*options: str) -> list[int]:
    """Return the numbers of the slides that are shown."""
    result = run("show", "-f", "json", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return [page["number"] for deck in json.loads(result.stdout)["decks"] for page in deck["pages"]]


def test_the_listing_goes_to_stdout(project, monkeypatch):
    """Exit 0, nothing to stderr; with `--quiet`, too: it is what was asked for."""
    monkeypatch.setenv("COLUMNS", "84")
    project.write(DECK)
    for options in ((), ("-q",), ("decks/deck.yaml",), ("decks/deck.yaml", "decks/deck.yaml")):
        result = run("show", *options)
        assert (result.exit_code, result.stdout, result.stderr) == (0, LISTING, "")


def test_slides_are_chosen_by_their_numbers(project):
    """One, several, a range; each once, in their order; all without any."""
    assert shown() == [1, 2, 3]
    assert shown("--slide", "2") == [2]
    assert shown("--slide", "3", "--slide", "1") == [1, 3]
    assert shown("--slide", "2-3", "--slide", "3") == [2, 3]


@pytest.mark.parametrize("written", ["0", "x", "", "-3", "3-", "3-2", "1-2-3", "1.5", "²", "1234567"])
def test_what_is_no_number_of_a_slide_is_a_mistake_in_usage(project, written):
    """The message says what would be one."""
    result = run("show", f"--slide={written}")
    assert (result.exit_code, result.stdout) == (2, "")
    said = f"`{written}` is neither a slide's number, such as 3, nor a range of them, such as 3-5"
    assert result.stderr.splitlines()[-1] == f"Error: Invalid value for '--slide': {said}"


@pytest.mark.parametrize("form", SURVEYS)
def test_a_slide_that_a_deck_does_not_have_is_a_mistake_in_usage(project, form):
    """It says how many there are, and nothing is written."""
    result = run("show", "-f", form, "--slide", "2-9")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == "Error: decks/deck.yaml has no slide 4: its last is 3"
    assert not (project.folder / "build").exists()


@pytest.mark.parametrize("form", PICTURES)
def test_pictures_are_files_a_slide(project, form):
    """In build/show/ or where the user wants them; their names go to stdout, and not with `--quiet`."""
    result = run("show", "-f", form, "--slide", "2-3")
    names = [f"deck-slide-0{number}.{form}" for number in (2, 3)]
    assert (result.exit_code, result.stdout.split(), result.stderr) == (0, [f"build/show/{one}" for one in names], "")
    first = [(project.folder / "build/show" / one).read_bytes() for one in names]
    assert run("show", "-f", form, "-q", "-o", "elsewhere").stdout == ""
    assert [(project.folder / "elsewhere" / one).read_bytes() for one in names] == first
    assert len(list((project.folder / "elsewhere").glob(f"*.{form}"))) == 3


def test_a_png_is_two_pixels_to_a_point(project):
    """And no less on a smaller page."""
    project.write(THREE.replace("slides:", "size: 4:3\nslides:"))
    run("show", "-f", "png", "--slide", "1")
    with Image.open(project.folder / "build/show/deck-slide-01.png") as image:
        assert image.size == (1920, round(1920 * 560 / 720))


def test_a_picture_that_somebody_edited_is_left_alone(project):
    """As outputs are, until `--force`; the others are written."""
    run("show", "-f", "svg")
    edited = project.folder / "build/show/deck-slide-02.svg"
    edited.write_text("<svg/>")
    result = run("show", "-f", "svg")
    assert result.exit_code == 1 and "error[edited-output]: `build/show/deck-slide-02.svg`" in result.stderr
    assert len(result.stdout.split()) == 2 and edited.read_text() == "<svg/>"
    assert run("show", "-f", "svg", "--force").exit_code == 0
    assert edited.read_text() != "<svg/>"


def test_a_folder_is_asked_for_pictures_alone(project):
    """What is printed has none."""
    result = run("show", "-o", "elsewhere")
    assert (result.exit_code, result.stdout) == (2, "")
    said = "Error: `--output` is for pictures, `-f svg` or `-f png`; text is printed"
    assert result.stderr.splitlines()[-1] == said


def test_decks_whose_pictures_would_have_the_same_names_are_refused(project):
    """What is printed of them is printed."""
    (project.folder / "deck.yaml").write_text(THREE)
    result = run("show", "-f", "svg", "decks/deck.yaml", "deck.yaml")
    assert result.exit_code == 2 and "would both be written to build/show/deck.*" in result.stderr
    assert run("show", "decks/deck.yaml", "deck.yaml").stdout.count("slide 1: One") == 2


def test_a_text_that_does_not_fit_is_shown(project):
    """Exit 1 and the error, as of any command, and the listing: it is wanted most there."""
    project.write(TOO_LONG)
    result = run("show", "--slide", "3")
    assert result.exit_code == 1 and "error[text-too-long]" in result.stderr
    assert "    does not fit: " in result.stdout and "too tall\n" in result.stdout
    assert run("show", "-f", "svg", "--slide", "3").stdout == "build/show/deck-slide-03.svg\n"


@pytest.mark.parametrize("form", SURVEYS)
def test_a_deck_that_cannot_be_understood_is_not_shown(project, form):
    """Exit 1; its errors go to stderr, and nothing to stdout."""
    project.write(THREE + "    bulets: [a]\n")
    result = run("show", "-f", form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error[unknown-key]: unknown key `bulets`")


def test_slides_that_cannot_be_laid_out_leave_the_others(project):
    """Their numbers are left out."""
    project.write(THREE.replace("{title: Two, text: b}", "{title: Two, layout: contnet}"))
    result = run("show", "-f", "json")
    assert result.exit_code == 1 and "error[unknown-layout]" in result.stderr
    assert [page["number"] for page in json.loads(result.stdout)["decks"][0]["pages"]] == [1, 3]


def test_all_decks_that_can_be_read_are_in_one_document(project):
    """A broken one does not hold them up; the exit code tells of it."""
    (project.folder / "decks/a.yaml").write_text(THREE)
    (project.folder / "decks/b.yaml").write_text(THREE + "    bulets: [a]\n")
    result = run("show", "-f", "json")
    assert result.exit_code == 1 and "decks/b.yaml:6:5" in result.stderr
    assert [deck["deck"] for deck in json.loads(result.stdout)["decks"]] == ["decks/a.yaml", "decks/deck.yaml"]


def test_bytes_are_the_same_whatever_the_locale(project):
    """UTF-8."""
    project.write(THREE.replace("One", "Ærø “é”"))
    command = [*COMMAND, "show", "-f", "text"]
    texts = []
    for encoding in ("utf-8", "ascii", "utf-16"):
        variables = environment(PYTHONIOENCODING=encoding, COLUMNS="90")
        texts.append(subprocess.check_output(command, cwd=project.folder, env=variables))
    assert "Ærø “é”".encode() in texts[0] and texts.count(texts[0]) == 3


def test_a_picture_that_has_gone_is_an_error(project, monkeypatch):
    """At its place in the deck; other slides are drawn."""
    project.picture("a.png")
    project.write(THREE + "    image: {file: ../a.png, alt: A, credit: B}\n")
    from deckmaker import jobs
    from deckmaker.survey.picture import files

    own = files.write_pictures

    def without_picture(*arguments: object) -> object:
        (project.folder / "a.png").unlink()
        return own(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "write_pictures", without_picture)
    assert jobs
    result = run("show", "-f", "svg")
    assert (
        result.exit_code == 1 and "error[unusable-picture]" in result.stderr and "decks/deck.yaml:6:12" in result.stderr
    )
    assert result.stdout.split() == [f"build/show/deck-slide-0{number}.svg" for number in (1, 2)]
