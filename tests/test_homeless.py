"""Who has no home, as a user of a container whom the system does not know: the folder of a deck is none, either."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from deckmaker.fonts.folders import platform_folders
from deckmaker.home import mend_home
from tests.projects import COMMAND, DECK, Project, environment


@pytest.mark.parametrize("home", ["~", "home", "."])  # `~` is what such a user's home is called
def test_a_project_does_not_run_as_the_settings_of_a_user_without_a_home(home: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(DECK)
    folder = tmp_path / home
    folder.mkdir(exist_ok=True)
    for name in (".reportlab_mods", ".reportlab_settings"):
        (folder / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    command = [*COMMAND, "build", "decks/deck.yaml", "-f", "pdf"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(HOME=home), capture_output=True, check=False)
    assert not (tmp_path / "ran").exists()
    assert done.returncode == 0, done.stderr


def test_a_home_that_is_no_folder_keeps_no_pdf_from_being_made(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(DECK)
    command = [*COMMAND, "build", "decks/deck.yaml", "-f", "pdf"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(HOME="/dev/null"), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows knows homes by other variables")
@pytest.mark.parametrize("home", ["~", "home", "."])
def test_a_home_below_the_working_folder_is_the_root_instead(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    mend_home()
    assert os.path.expanduser("~/x") == "/x"


def test_a_home_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    mend_home()
    assert os.environ["HOME"] == str(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has none of these variables")
def test_no_folder_of_fonts_lies_below_the_working_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOME": "~", "XDG_DATA_HOME": "data", "XDG_DATA_DIRS": "more:.:/usr/share"}.items():
        monkeypatch.setenv(name, value)
    assert all(one.is_absolute() for one in platform_folders())
