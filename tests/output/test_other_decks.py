"""Outputs of another deck of the same name: told, in later commands as within one."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import pytest

from deckmaker.output import RECORD
from deckmaker.output.origin import leads_elsewhere
from tests.output.places import project
from tests.projects import DECK, Project, run

__all__ = ["project"]  # a fixture

TAKEN = """\
error[taken-output]: `build/deck.md` was built from `decks/deck.yaml`, and is left alone
 = help: choose another folder with `--output`, or build with `--force`

1 error
"""


@pytest.fixture
def other(project: Project) -> Path:
    """Another deck of the same name, where the first is built."""
    assert run("build", "-f", "md").exit_code == 0
    (project.folder / "lang").mkdir()
    path = project.folder / "lang/deck.yaml"
    path.write_text(DECK.replace("Night noise", "Natlig støj"))
    return path


def test_a_deck_is_not_built_over_another_one(other, project):
    """The whole message; the file stays, and the first deck is built as ever."""
    result = run("build", "-f", "md", "lang/deck.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", TAKEN)
    assert (project.folder / "build/deck.md").read_text() == "# Night noise\n"
    assert run("build", "-f", "md").exit_code == 0


def test_ways_out(other, project):
    """Another folder, or by force: then the name is the other deck's."""
    assert run("build", "-f", "md", "lang/deck.yaml", "-o", "build/lang").stdout == "build/lang/deck.md\n"
    assert run("build", "-f", "md", "lang/deck.yaml", "--force").exit_code == 0
    assert (project.folder / "build/deck.md").read_text() == "# Natlig støj\n"
    assert run("build", "-f", "md", "lang/deck.yaml").exit_code == 0
    assert "`build/deck.md` was built from `lang/deck.yaml`" in run("build", "-f", "md", "decks/deck.yaml").stderr


@pytest.fixture
def neighbours(tmp_path: Path) -> tuple[Path, Path]:
    """Two projects, each with a deck of the same path, and what is said of the second one over the first."""
    for name in ("one", "two"):
        (tmp_path / name / "decks").mkdir(parents=True)
        (tmp_path / name / "decks/deck.yaml").write_text(DECK.replace("Night noise", name))
    return tmp_path / "one", tmp_path / "two"


OF_ANOTHER = """\
error[taken-output]: `{}` was built from a deck of another project, and is left alone
 = help: choose another folder with `--output`, or build with `--force`

1 error
"""


def test_decks_of_two_projects_share_no_output(neighbours, tmp_path, monkeypatch):
    """Both write into one folder, outside of both: told, as within one project. Each is built over itself."""
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert run("build", "-f", "md", "one/decks/deck.yaml", "-o", "out").exit_code == 0
    result = run("build", "-f", "md", "two/decks/deck.yaml", "-o", "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == OF_ANOTHER.format("out/deck.md")
    assert (tmp_path / "out/deck.md").read_text() == "# one\n"
    assert run("build", "-f", "md", "two/decks/deck.yaml", "-o", "out", "--force").exit_code == 0
    assert run("build", "-f", "md", "one/decks/deck.yaml", "-o", "out").stderr == result.stderr


@pytest.mark.parametrize("first", ["one", "two"])
def test_a_deck_takes_no_name_in_the_folder_of_another_project(first, neighbours, tmp_path, monkeypatch):
    """Whichever of the two was built first."""
    monkeypatch.chdir(tmp_path / "one")
    commands = {"one": ("build", "-f", "md"), "two": ("build", "-f", "md", "../two/decks/deck.yaml", "-o", "build")}
    assert run(*commands.pop(first)).exit_code == 0
    (second,) = commands.values()
    assert run(*second).stderr == OF_ANOTHER.format("build/deck.md")


def test_projects_that_are_moved_together_with_what_they_share_stay_known(neighbours, tmp_path, monkeypatch):
    """Their places are known from the folder's, and are not told to whoever reads the record."""
    (tmp_path / "all").mkdir()
    for one in neighbours:
        one.rename(tmp_path / "all" / one.name)
    monkeypatch.chdir(tmp_path / "all")
    assert run("build", "-f", "md", "one/decks/deck.yaml", "-o", "out").exit_code == 0
    assert "one" not in (tmp_path / "all/out" / RECORD).read_text()
    (tmp_path / "all").rename(tmp_path / "moved")
    monkeypatch.chdir(tmp_path / "moved")
    assert run("build", "-f", "md", "one/decks/deck.yaml", "-o", "out").exit_code == 0
    assert run("build", "-f", "md", "two/decks/deck.yaml", "-o", "out").exit_code == 1


def test_another_format_of_the_other_deck_is_not_held_up(other, project):
    """Each file is one deck's."""
    result = run("build", "-f", "md", "-f", "html", "lang/deck.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "build/deck.html\n", TAKEN)


def test_a_deck_that_is_gone_holds_no_name(other, project):
    """As one that was moved or renamed."""
    (project.folder / "decks/deck.yaml").rename(project.folder / "talks.yaml")
    assert run("build", "-f", "md", "lang/deck.yaml").exit_code == 0


def test_a_file_that_is_gone_is_nobodys(other, project):
    """Whoever removed it made room."""
    (project.folder / "build/deck.md").unlink()
    assert run("build", "-f", "md", "lang/deck.yaml").exit_code == 0


def test_a_deck_of_two_names_is_one(other, project):
    """As where the name that was given before stays as a link to it."""
    (project.folder / "lang/deck.yaml").unlink()
    (project.folder / "lang/deck.yaml").symlink_to("../decks/deck.yaml")
    assert run("build", "-f", "md", "lang/deck.yaml").exit_code == 0


def test_pictures_of_what_was_laid_out_are_held_too(other):
    """`show` writes into a folder as builds do."""
    assert run("show", "-f", "svg", "decks/deck.yaml").exit_code == 0
    assert run("show", "-f", "svg", "lang/deck.yaml").stderr.startswith(
        "error[taken-output]: `build/show/deck-slide-01.svg` was built from `decks/deck.yaml`, and is left alone\n"
    )


def test_the_record_names_decks_beside_the_files(other, project):
    """By their paths from the project's root; digests stand where older versions look for them."""
    record = json.loads((project.folder / "build" / RECORD).read_text())
    assert record.pop(".decks") == {"deck.md": "decks/deck.yaml"}
    assert list(record) == ["deck.md"] and isinstance(record["deck.md"], str)


def test_an_older_record_is_read(other, project):
    """It names no decks, and so holds nothing back; from then on it does."""
    path = project.folder / "build" / RECORD
    record = json.loads(path.read_text())
    del record[".decks"]
    path.write_text(json.dumps(record))
    assert run("build", "-f", "md", "lang/deck.yaml").exit_code == 0
    assert run("build", "-f", "md", "decks/deck.yaml").exit_code == 1


@pytest.mark.parametrize(
    "decks",
    [
        *(1, [], "x", {"deck.md": 1}, {"deck.md": "../x.yaml"}, {"deck.md": "/etc/hostname"}, {"deck.md": "a\0.yaml"}),
        pytest.param({"deck.md": "\ud800/x.yaml"}, id="half of a pair"),
        {"deck.md": "a" * 5_000},
    ],
)
def test_what_no_deckmaker_wrote_into_the_record_holds_nothing(decks, other, project):
    """Anybody may have written it, and nothing outside the project is looked at for it."""
    (project.folder.parent / "x.yaml").touch()
    path = project.folder / "build" / RECORD
    record = json.loads(path.read_text())
    path.write_text(json.dumps(record | {".decks": decks}))
    assert run("build", "-f", "md", "lang/deck.yaml").exit_code == 0
    assert json.loads(path.read_text())[".decks"] == {"deck.md": "lang/deck.yaml"}


@pytest.mark.parametrize(
    "written", ["C:\\x.yaml", "C:x.yaml", "\\\\server\\x.yaml", "\\x.yaml", "//server/a/x", "a\\..\\..\\x"]
)
def test_a_drive_or_a_server_is_outside_to_windows(written):
    """A server would be told who asks."""
    assert leads_elsewhere(written, PureWindowsPath)
    assert not leads_elsewhere("decks/a.yaml", PureWindowsPath)


def test_an_edited_file_is_called_so_first(other, project):
    """Whosever it was."""
    (project.folder / "build/deck.md").write_text("mine")
    assert run("build", "-f", "md", "lang/deck.yaml").stderr.startswith("error[edited-output]")
