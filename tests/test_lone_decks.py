"""Which deck is meant where nobody names one: the project's, or the only one that lies there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deckmaker.decks import decks_from
from tests.projects import DECK, run


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Stand in a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *names: str, text: str = DECK) -> None:
    """Write files of one content."""
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def meant(folder: Path) -> list[str]:
    """Return the names of the decks that are meant."""
    return [path.name for path in decks_from(folder).decks]


def test_the_only_deck_in_a_folder_is_built(folder):
    """Beside a lone harbour.yaml, nobody has to name it."""
    write(folder, "harbour.yaml")
    result = run("build", "-f", "md")
    assert (result.exit_code, result.stdout) == (0, "build/harbour.md\n")


def test_of_several_one_is_to_be_chosen(folder):
    """The message names them."""
    write(folder, "quay.yaml", "harbour.yaml")
    for command in ("build", "check", "show"):
        result = run(command)
        assert (result.exit_code, result.stdout) == (2, "")
        said = "Error: no DECK given, and there are 2 here: name `harbour.yaml` or `quay.yaml`"
        assert result.stderr.splitlines()[-1] == said


def test_of_very_many_a_few_are_named(folder):
    """They would fill the screen."""
    write(folder, *(f"deck-{number}.yaml" for number in range(8)))
    said = "there are 8 here: name `deck-0.yaml`, `deck-1.yaml`, `deck-2.yaml`, `deck-3.yaml` or `deck-4.yaml` …"
    assert said in run("check").stderr


def test_other_files_of_yaml_are_no_decks(folder):
    """Such as a theme, other programs' settings, and our own."""
    write(folder, "harbour.yml")
    write(folder, "theme.yaml", "docker-compose.yaml", text="services:\n  slides: {}\n")
    write(folder, "deckmaker.yaml", text="")
    write(folder, ".hidden.yaml")
    assert meant(folder) == ["harbour.yml"]


def test_a_file_that_is_alone_is_taken_for_a_deck(folder):
    """Its mistakes, such as `slide` for `slides`, are to be said."""
    write(folder, "harbour.yaml", text="title: A\nslide:\n  - title: A\n")
    assert "did you mean `slides`?" in run("check").stderr


def test_decks_come_before_what_lies_beside(folder):
    """Wherever in the project one stands."""
    write(folder, "harbour.yaml", "decks/quay.yaml")
    (folder / "assets").mkdir()
    assert meant(folder) == meant(folder / "assets") == ["quay.yaml"]


def test_below_the_root_the_only_deck_there_is_meant_else_that_of_the_root(folder):
    """A folder's own first."""
    write(folder, "deckmaker.yaml", text="")
    write(folder, "harbour.yaml", "talks/quay.yaml")
    (folder / "assets").mkdir()
    assert (meant(folder / "talks"), meant(folder / "assets")) == (["quay.yaml"], ["harbour.yaml"])


def test_a_folder_that_cannot_be_listed_holds_none(folder):
    """As one that is gone."""
    assert meant(folder / "gone") == []


@pytest.mark.parametrize("hidden", [".#harbour.yaml", "._harbour.yaml"])
def test_hidden_files_beside_decks_are_none(folder, hidden):
    """Such as the link by which Emacs locks a file that is edited, and what macOS writes on drives of others."""
    write(folder, "decks/harbour.yaml")
    (folder / "decks" / hidden).symlink_to("lind@quay.4711:1795000000")
    assert meant(folder) == ["harbour.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="there, rights are others")
def test_a_folder_of_decks_that_cannot_be_listed_is_named(monkeypatch):
    """It is there, and so are its decks perhaps."""
    with TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        folder.chmod(0o755)
        write(folder, "decks/harbour.yaml")
        monkeypatch.chdir(folder)
        (folder / "decks").chmod(0o311)
        user = os.geteuid()
        os.seteuid(user or 65534)  # root lists everything
        try:
            result = run("check")
        finally:
            os.seteuid(user)
            (folder / "decks").chmod(0o755)
    assert result.exit_code == 2
    assert "Error: no DECK given, and decks/ cannot be listed: permission denied" in result.stderr


def test_a_link_to_what_no_system_has_is_no_deck(folder):
    """Links come with folders from elsewhere; they ended the command without a word of where."""
    write(folder, "harbour.yaml")
    (folder / "broken.yaml").symlink_to("x" * 300)
    assert meant(folder) == ["harbour.yaml"]


def test_a_link_out_of_the_project_is_not_looked_into(folder):
    """Whether there are slides, either: of two files, the one that lies there is meant."""
    (folder / "project").mkdir()
    write(folder, "private.yaml", "project/harbour.yaml", "project/other.yaml")
    (folder / "project/private.yaml").symlink_to("../private.yaml")
    (folder / "project/deckmaker.yaml").touch()
    choice = [path.name for path in decks_from(folder / "project").choice]
    assert choice == ["harbour.yaml", "other.yaml"]
