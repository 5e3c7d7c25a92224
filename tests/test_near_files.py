"""Files whose names have a slip in them: the near one beside is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project, run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def test_a_deck_with_a_slip_in_its_name_is_offered_its_near_match(project):
    """The whole message."""
    project.write(DECK)
    assert run("check", "decks/dekc.yaml").stderr == (
        "error[unreadable-file]: `decks/dekc.yaml` cannot be read: no such file or directory\n"
        " = help: did you mean `deck.yaml`?\n\n1 error\n"
    )


def test_a_theme_file_with_a_slip_in_its_name_is_offered_its_near_match(project):
    """The whole message; a name without ending is a built-in theme's."""
    (project.folder / "house.yaml").write_text("extends: briefing\n")
    assert project.said(DECK + "theme: ../hose.yaml\n") == (
        "error[unknown-theme]: no built-in theme and no file `../hose.yaml`\n"
        " --> decks/deck.yaml:4:8\n"
        "  |\n"
        "4 | theme: ../hose.yaml\n"
        "  |        ^^^^^^^^^^^^\n"
        "  = help: did you mean `house.yaml`?"
    )


def test_for_a_picture_only_pictures_are_offered(project):
    """And not the deck, which is often called as its picture is."""
    told = project.said(
        "title: Night noise\nslides:\n  - title: Night noise\n    image: {file: deck.jpg, alt: A crane}\n"
    )
    assert told.startswith("error[missing-file]: `deck.jpg` is not a file") and "did you mean" not in told
    project.picture("decks/deck.png")
    assert "help: did you mean `deck.png`?" in project.said(project.deck.read_text())


def test_a_path_that_would_be_right_without_its_steps_up_is_offered_so(project):
    """Decks at the root of a project need no `../`."""
    (project.folder / "deckmaker.yaml").touch()
    project.picture("assets/crane.png")
    project.deck = project.folder / "deck.yaml"
    told = project.said(DECK + "    image: {file: ../assets/crane.png, alt: A crane}\n")
    assert "error[outside-project]: `../assets/crane.png` leads out of the project" in told
    assert "help: paths begin at the folder of `deck.yaml`: did you mean `assets/crane.png`?" in told


def test_a_deck_is_offered_from_the_folder_of_decks(project):
    """Where most of them lie."""
    project.deck = project.folder / "decks/briefing.yaml"
    project.write(DECK)
    assert " = help: did you mean `decks/briefing.yaml`?\n" in run("check", "brefing").stderr


@pytest.mark.parametrize("named", ["theme: ..", "extends: ..", "files: ..", "template: .."])
def test_nothing_around_the_project_is_offered_where_its_own_folder_is_named(named, tmp_path, monkeypatch):
    """A file there may be called nearly as the folder of the project."""
    (tmp_path / "harbour.yaml").mkdir()
    (tmp_path / "harbour.yml").write_text("private")
    monkeypatch.chdir(tmp_path / "harbour.yaml")
    project = Project(tmp_path / "harbour.yaml")
    theme = {
        "extends: ..": "extends: ..\n",
        "files: ..": "extends: briefing\nfonts: {body: {family: F, files: [..]}}\n",
        "template: ..": "extends: briefing\ntemplate: {file: .., layouts: {}}\n",
    }
    (project.folder / "decks/house.yaml").write_text(theme.get(named, "extends: briefing\n"))
    told = project.said(DECK + f"theme: {'house.yaml' if named in theme else '..'}\n")
    assert told.startswith("error[") and "`..`" in told and "harbour" not in told
