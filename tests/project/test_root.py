"""Where a project begins: a folder full of all kinds of things is none, whatever else lies in it."""

from __future__ import annotations

import errno
import os
import pwd
import stat
from pathlib import Path

import pytest

from deckmaker.project import common_ground, paths_noted, project_root, without_links
from tests.projects import DECK, run

SECRET = "aws_secret_access_key,wJalrXUtnFEMI\nregion,eu\n"


def test_a_deck_in_downloads_reads_no_keys_though_the_home_has_a_folder_of_decks(tmp_path, monkeypatch):
    """The whole message: the home is no project, and the deck is one of its own folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for folder in ("decks", "Downloads", ".aws"):
        (tmp_path / folder).mkdir()
    (tmp_path / ".aws/credentials").write_text(SECRET)
    (tmp_path / "notes.csv").write_text(SECRET)
    deck = tmp_path / "Downloads/talk.yaml"
    for table in ("../.aws/credentials", "../notes.csv"):
        deck.write_text(f"{DECK}    table: {table}\n")
        result = run("check", deck)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"error[outside-project]: `{table}` leads out of the project\n" in result.stderr
        assert "wJalr" not in result.stderr


@pytest.mark.parametrize("mark", ["decks", "pyproject.toml"])
def test_a_home_is_no_project_because_of_what_lies_in_it(mark, tmp_path, monkeypatch):
    """A file that says nothing of decks makes none of it either; the file that is for that does."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a").mkdir()
    (tmp_path / mark).mkdir()
    assert project_root(tmp_path / "a/deck.yaml") == tmp_path / "a"
    (tmp_path / "b").mkdir()
    (tmp_path / "deckmaker.yaml").touch()
    assert project_root(tmp_path / "b/deck.yaml") == tmp_path


def test_a_link_to_a_home_is_a_home(tmp_path, monkeypatch):
    """However it is named."""
    home = tmp_path / "home"
    (home / "decks").mkdir(parents=True)
    (home / "a").mkdir()
    (tmp_path / "link").symlink_to("home")
    monkeypatch.setenv("HOME", str(tmp_path / "link"))
    assert project_root(home / "a/deck.yaml") == home / "a"
    assert project_root(tmp_path / "link/a/deck.yaml") == home / "a"


@pytest.mark.parametrize(
    "folder",
    [
        *("/", "/home", "/home/lena", "/Users/lena", "/root", "/tmp", "/var/tmp", "/dev/shm", "/mnt", "/mnt/c"),
        *("/media/lena", "/media/lena/STICK", "/media/cdrom", "/run/media/lena/STICK", "/Volumes/Backup"),
    ],
)
def test_where_all_kinds_of_things_meet(folder, monkeypatch):
    """Roots of file systems, homes of others, drives, and folders for files that pass."""
    monkeypatch.setenv("HOME", "/root")
    assert common_ground.is_common_ground(Path(folder))


@pytest.mark.parametrize("folder", ["/work", "/srv/talks", "/home/lena/talks", "/mnt/c/talks", "/opt/x", "/tmp/x"])
def test_where_a_project_may_be(folder, monkeypatch):
    """As where containers put it, or whoever has a folder for it."""
    monkeypatch.setenv("HOME", "/root")
    assert not common_ground.is_common_ground(Path(folder))


def test_other_users_homes_are_known_by_the_system(tmp_path, monkeypatch):
    """Wherever they lie."""
    entry = pwd.getpwuid(os.getuid())
    other = pwd.struct_passwd((*entry[:5], str(tmp_path), entry[6]))
    assert not common_ground.is_common_ground(tmp_path)
    monkeypatch.setattr(pwd, "getpwuid", lambda _: other)
    assert common_ground.is_common_ground(tmp_path)


def test_where_everybody_writes_only_ones_own_mark_counts(tmp_path, monkeypatch):
    """Anybody can put a mark into such a folder, and so widen what another's deck reads."""
    shared = tmp_path / "shared"
    (shared / "mine").mkdir(parents=True)
    shared.chmod(0o777 | stat.S_ISVTX)
    (shared / "decks").mkdir()
    (shared / "deckmaker.yaml").touch()
    monkeypatch.setattr(os, "geteuid", lambda: os.lstat(shared).st_uid + 1)
    assert project_root(shared / "mine/deck.yaml") == shared / "mine"
    monkeypatch.undo()
    (shared / "ours").mkdir()
    assert project_root(shared / "ours/deck.yaml") == shared


def test_the_folder_for_passing_files_is_no_project(tmp_path, monkeypatch):
    """On any system, wherever it is."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (tmp_path / "decks").mkdir()
    (tmp_path / "a").mkdir()
    assert project_root(tmp_path / "a/deck.yaml") == tmp_path / "a"


def test_a_mark_that_is_a_link_is_a_mark(tmp_path):
    """Where it leads to nothing, there is none."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "deckmaker.yaml").touch()
    (tmp_path / "a/deckmaker.yaml").symlink_to("nowhere")
    assert project_root(tmp_path / "a/deck.yaml") == tmp_path
    (tmp_path / "a/b/deckmaker.yaml").symlink_to("/dev/zero")
    assert project_root(tmp_path / "a/b/deck.yaml") == tmp_path / "a/b"


def test_a_folder_that_is_a_link_belongs_where_it_is_named(tmp_path):
    """Upward counts as a path is typed; only without a mark there, as where it leads."""
    for folder in ("project/decks", "project/shared", "other/decks"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "project/decks/more").symlink_to("../shared")
    (tmp_path / "project/decks/out").symlink_to("../../other/decks")
    (tmp_path / "talks").symlink_to("other/decks")
    assert project_root(tmp_path / "project/decks/more/deck.yaml") == tmp_path / "project"
    assert project_root(tmp_path / "project/decks/out/deck.yaml") == tmp_path / "project"
    assert project_root(tmp_path / "talks/deck.yaml") == tmp_path / "other"
    assert project_root(tmp_path / "project/decks/out/../deck.yaml") == tmp_path / "other"


def test_a_mark_that_would_end_a_project_earlier_is_looked_at(tmp_path):
    """In each folder on the way up to its root, and in none outside: so it is seen when it comes."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "deckmaker.yaml").touch()
    (tmp_path / "a/link").symlink_to("b")
    with paths_noted() as marks:
        assert project_root(tmp_path / "a/link/deck.yaml") == tmp_path
    names = ("deckmaker.yaml", "pyproject.toml", "decks")
    assert marks == {tmp_path / folder / name: None for folder in ("a/b", "a") for name in names}
    with paths_noted() as marks:
        project_root(tmp_path / "deck.yaml")
    assert not marks


def failing(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system say so many times that a link is none, as where a folder has taken its place since."""
    read, left = os.readlink, [times]

    def readlink(path: str, *, dir_fd: int | None = None) -> str:
        if left[0] and os.path.basename(path) in ("link", "build"):
            left[0] -= 1
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        return read(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "readlink", readlink)


def test_a_link_that_becomes_a_folder_is_looked_at_anew(tmp_path, monkeypatch):
    """Between two questions to the system; where that never ends, it is told as the system's."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    failing(9, monkeypatch)
    assert without_links(tmp_path / "link/a") == tmp_path / "there/a"
    failing(1_000, monkeypatch)
    with pytest.raises(OSError, match="Invalid argument"):
        without_links(tmp_path / "link/a")


@pytest.mark.parametrize(("times", "said"), [(1, ""), (3, ""), (100_000, "invalid argument")])
def test_no_build_fails_through_a_folder_of_outputs_that_changes(times, said, tmp_path, monkeypatch):
    """It was told as a mistake of ours."""
    project = tmp_path / "project"
    (project / "decks").mkdir(parents=True)
    (project / "decks/deck.yaml").write_text(DECK)
    (project / "real").mkdir()
    (project / "build").symlink_to("real")
    monkeypatch.chdir(project)
    failing(times, monkeypatch)
    done = run("build", "-f", "md")
    monkeypatch.undo()
    if said:
        assert done.stderr == f"error[cannot-write]: `build/deck.md` cannot be written: {said}\n\n1 error\n"
    else:
        assert done.exit_code == 0 and (project / "real/deck.md").exists()
