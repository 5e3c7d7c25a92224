"""Repositories that somebody made to do harm: trees and objects by hand, and programs where git is looked for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.budget.paths import PATH_BYTES
from deckmaker.comparison import revisions
from deckmaker.comparison.git import Git
from tests.comparison.repository import begun, commit, commit_of, git, hand_made, raw_tree
from tests.hostile.test_drawing_process import below, is_gone, waited_for
from tests.hostile.work import bytes_of
from tests.projects import COMMAND, environment, run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

DECK = "title: Night noise\nslides:\n  - title: Where it comes from\n    text: Two thirds of loud nights.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project in a folder of a repository, with one commit; what is written out for a command goes with it."""
    project, passing = begun(tmp_path, monkeypatch)
    project.write(DECK)
    commit(project.folder.parent)
    yield project
    assert list(passing.iterdir()) == []


def test_a_tree_that_somebody_made_by_hand_stays_in_its_folder(project, tmp_path):
    """Such as one with `..` for a folder, which git itself would not make."""
    blob = git(project.folder, "hash-object", "-w", "--stdin", given=b"stolen")
    inner = git(project.folder, "mktree", given=f"100644 blob {blob}\tstolen\n".encode())
    deck = git(project.folder, "rev-parse", "HEAD:harbour")
    # `git mktree` takes `..`; only what reads a tree into an index refuses it.
    top = git(project.folder, "mktree", given=f"040000 tree {inner}\t..\n040000 tree {deck}\tharbour\n".encode())
    bad = git(project.folder, "commit-tree", top, "-m", "bad")
    project.write(DECK.replace("Two thirds", "Half"))
    (project.folder / "decks").rename(project.folder.parent / "decks")
    os.chdir(project.folder.parent)
    run("diff", f"{bad}:harbour/decks/deck.yaml", "decks/deck.yaml")
    assert not list(tmp_path.rglob("stolen"))


def test_no_link_is_written_through_another(project, tmp_path):
    """A tree may hold a name twice, as a link out and as a folder with links: these would be made outside."""
    outside = tmp_path / "outside"
    outside.mkdir()
    to_outside, to_anywhere = (
        git(project.folder, "hash-object", "-w", "--stdin", given=os.fsencode(one)) for one in (outside, "/etc/passwd")
    )
    inner = raw_tree(project.folder, ("120000", "planted", to_anywhere))
    deck = git(project.folder, "rev-parse", "HEAD:harbour/decks")
    folder = raw_tree(
        project.folder, ("120000", "away", to_outside), ("40000", "away", inner), ("40000", "decks", deck)
    )
    bad = commit_of(project.folder, folder)
    result = run("diff", bad, "decks/deck.yaml")
    assert list(outside.iterdir()) == []
    assert result.exit_code == 2 and "cannot be written out: file exists" in result.stderr


def test_a_tree_of_trees_without_end_is_listed_as_far_as_a_project_may_be(project, monkeypatch):
    """Ten trees in a tree, ten times: eleven objects, and ten thousand million files."""
    monkeypatch.setattr(f"{revisions.__name__}.REVISION_FILES", Bound(1_000, "files", "a project"))
    tree = git(project.folder, "rev-parse", "HEAD:harbour/decks")
    for _ in range(10):
        tree = raw_tree(project.folder, *(("40000", f"t{index}", tree) for index in range(10)))
    bad = commit_of(project.folder, tree)
    result = run("diff", bad, "decks/deck.yaml")
    assert result.exit_code == 2
    assert "the project has more than 1,000 files: a project may have 1,000" in result.stderr


def test_paths_have_a_length_together(project, monkeypatch):
    """A thousand folders in each other make each of a hundred thousand files in the last a path of a thousand steps."""
    monkeypatch.setattr(f"{revisions.__name__}.REVISION_PATHS", Bound(1_000, "bytes of paths", "a project"))
    tree = git(project.folder, "rev-parse", "HEAD:harbour/decks")
    for _ in range(50):
        tree = raw_tree(project.folder, ("40000", "a", tree))
    result = run("diff", commit_of(project.folder, tree), "decks/deck.yaml")
    assert result.exit_code == 2
    assert "the project has more than 1,000 bytes of paths: a project may have 1,000" in result.stderr


@pytest.mark.parametrize("target", [b"", b"a\0b", b"a" * 5_000, b"\xff\xfe"], ids=["empty", "nul", "long", "no-text"])
def test_a_link_to_what_no_system_has_is_a_link_to_nothing(project, target):
    """It is the project's, and no business of a deck that does not name it."""
    bad = hand_made(project.folder, ("120000", "odd", target))
    result = run("diff", bad, "decks/deck.yaml")
    assert (result.exit_code, result.stderr) == (0, "")


def test_of_a_link_no_more_is_kept_than_a_path_may_have():
    """A link of a gigabyte packs into a megabyte."""
    portion = b"a" * 1_000_000
    assert bytes_of(lambda: revisions._link_target(portion for _ in range(100))) < 100_000


@pytest.mark.parametrize("lacking", ["a file", "a folder", "the project", "everything"])
def test_a_repository_that_lacks_a_part_of_a_revision_is_told(project, lacking):
    """As one that was copied in part: what is left of it is not taken for the whole."""
    blob = git(project.folder, "hash-object", "-w", "--stdin", given=b"a part")
    inner = raw_tree(project.folder, ("100644", "part", blob))
    deck = git(project.folder, "rev-parse", "HEAD:harbour/decks")
    bad = commit_of(project.folder, raw_tree(project.folder, ("40000", "decks", deck), ("40000", "more", inner)))
    project_tree, top = (git(project.folder, "rev-parse", f"{bad}:{path}") for path in ("harbour", ""))
    gone = {"a file": blob, "a folder": inner, "the project": project_tree, "everything": top}[lacking]
    (project.folder.parent / ".git" / "objects" / gone[:2] / gone[2:]).unlink()
    result = run("diff", bad, "decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]: git lacks a file of that revision" in result.stderr
    assert "help: fetch it" in result.stderr


def test_what_is_said_of_a_clone_that_leaves_files_out_helps(project, tmp_path):
    """To fetch all anew keeps to what a clone leaves out, unless it is told not to."""
    git(project.folder, "config", "uploadpack.allowFilter", "true")
    project.write("title: New\nslides: [{title: New}]\n")
    commit(project.folder.parent)
    there = f"file://{project.folder.parent}"
    git(tmp_path, "clone", "-q", "--filter=blob:none", there, "part")
    deck = str(tmp_path / "part" / "harbour" / "decks" / "deck.yaml")
    result = run("diff", "HEAD~1", deck)
    assert result.exit_code == 2
    (told,) = re.findall("help: fetch it: `git (.*)`", result.stderr)
    git(tmp_path / "part", *told.split())
    assert run("diff", "HEAD~1", deck).exit_code == 1


def test_a_shallow_clone_is_named_as_such(project, tmp_path):
    """As machines make that test each change: the commit is there, but not here."""
    commit(project.folder.parent)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{project.folder.parent}", "part")
    result = run("diff", "HEAD~1", str(tmp_path / "part" / "harbour" / "decks" / "deck.yaml"))
    assert result.exit_code == 2
    assert "there is no revision `HEAD~1`" in result.stderr
    (told,) = re.findall("help: .*`git (fetch .*)`", result.stderr)
    git(tmp_path / "part", *told.split())
    assert run("diff", "HEAD~1", str(tmp_path / "part" / "harbour" / "decks" / "deck.yaml")).exit_code == 0


def test_a_revision_before_the_project_was_there_lacks_nothing(project):
    """But the deck."""
    before = git(project.folder, "commit-tree", raw_tree(project.folder), "-m", "empty")
    other = git(project.folder, "hash-object", "-w", "--stdin", given=b"a file")
    file = git(project.folder, "commit-tree", raw_tree(project.folder, ("100644", "harbour", other)), "-m", "a file")
    for revision in (before, file):
        result = run("diff", revision, "decks/deck.yaml")
        assert result.exit_code == 2
        assert "error[unknown-revision]: there is no `harbour/decks/deck.yaml` at" in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes")
@pytest.mark.parametrize("part", ["HEAD", "config", "objects/info/alternates", "{deck}"])
def test_git_waits_no_longer_than_it_may_for_a_part_that_is_a_pipe(project, monkeypatch, part):
    """It opens what a repository says to be part of it, and waits until somebody writes: nobody does."""
    monkeypatch.setattr("deckmaker.comparison.git.GIT_SECONDS", Bound(1, "seconds", "git"))
    deck = git(project.folder, "rev-parse", "HEAD:harbour/decks/deck.yaml")
    pipe = project.folder.parent / ".git" / part.format(deck=f"objects/{deck[:2]}/{deck[2:]}")
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]: git takes more than 1 seconds for that repository" in result.stderr
    assert "help: see what `git fsck` says of it" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are told no bound")
def test_git_takes_no_more_memory_than_it_may(project, monkeypatch):
    """It reads the list of other folders of objects whole, and that leads to what has no end."""
    monkeypatch.setattr("deckmaker.comparison.git.GIT_MEMORY", Bound(100_000_000, "bytes", "git"))
    monkeypatch.setattr("deckmaker.comparison.git.GIT_SECONDS", Bound(60, "seconds", "git"))
    (project.folder.parent / ".git" / "objects" / "info" / "alternates").symlink_to("/dev/zero")
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]: git takes more than 100,000,000 bytes for that repository" in result.stderr
    assert "help: see what `git fsck` says of it" in result.stderr


def test_a_repository_that_git_cannot_read_is_not_taken_for_none(project):
    """A line of its configuration is none."""
    with (project.folder.parent / ".git" / "config").open("a", encoding="utf-8") as stream:
        stream.write("[core\n")
    result = run("diff", "HEAD", "decks/deck.yaml")
    assert result.exit_code == 2
    assert "error[unknown-revision]: git cannot tell where the deck's repository begins" in result.stderr


def test_all_but_a_revision_is_none(project):
    """So says git's `^`, and finds its commit."""
    result = run("diff", "^HEAD", "decks/deck.yaml")
    assert (result.exit_code, "there is no revision `^HEAD`" in result.stderr) == (2, True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's end, and has /proc")
def test_a_git_that_waits_ends_with_a_command_that_is_killed(project):
    """Nobody is there any more to end it when its time is up."""
    config = project.folder.parent / ".git" / "config"
    config.unlink()
    os.mkfifo(config)
    command = [*COMMAND, "diff", "HEAD", "decks/deck.yaml"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=project.folder, env=environment(), stdout=quiet, stderr=quiet) as process:
        try:
            assert waited_for(lambda: below(process.pid, b"rev-parse"))
            (waiting,) = below(process.pid, b"rev-parse")
        finally:
            process.kill()
    assert waited_for(lambda: is_gone(waiting))


def test_of_what_git_says_no_more_is_kept_than_an_answer_may_have(project, monkeypatch):
    """A repository can have it warn a million times."""
    folders = project.folder.parent / ".git" / "objects" / "info" / "alternates"
    folders.write_text("/none/that/is/there\n" * 20_000, encoding="utf-8")
    asked = Git(project.folder)
    _, said = asked.asked("cat-file", "-e", "HEAD", errors=subprocess.STDOUT)
    assert len(said) == PATH_BYTES.most
    assert asked.asked("cat-file", "-t", "HEAD") == (0, b"commit\n")


def test_folders_without_a_file_count_too(project, monkeypatch):
    """Ten trees in a tree, ten times, and nothing in the last: git would go on for years without a word."""
    monkeypatch.setattr(f"{revisions.__name__}.REVISION_FILES", Bound(1_000, "files", "a project"))
    tree = raw_tree(project.folder)
    for _ in range(10):
        tree = raw_tree(project.folder, *(("40000", f"t{index}", tree) for index in range(10)))
    result = run("diff", commit_of(project.folder, tree), "decks/deck.yaml")
    assert result.exit_code == 2
    assert "the project has more than 1,000 files: a project may have 1,000" in result.stderr


@pytest.mark.parametrize(
    "name", ["..\\out.yaml", "C:\\out.yaml", "C:out.yaml", "\\out.yaml", "deck.yaml:stream", "a/..\\..\\out.yaml"]
)
def test_a_name_that_windows_takes_for_a_path_is_left_out_there(name):
    """To other systems, it is a name like others."""
    assert revisions._is_safe(PurePosixPath("harbour", name), PurePosixPath)
    assert not revisions._is_safe(PurePosixPath("harbour", name), PureWindowsPath)
    assert revisions._is_safe(PurePosixPath("harbour/decks/a b.yaml"), PureWindowsPath)


@pytest.mark.parametrize("places", [".", "node_modules/.bin", "", "{here}"])
def test_no_git_of_the_folder_is_run_in_which_somebody_stands(project, monkeypatch, tmp_path, places):
    """Wherever a PATH that goes on from there leads: the project is somebody's, and git is installed elsewhere."""
    for folder in (project.folder, project.folder / "node_modules" / ".bin"):
        folder.mkdir(parents=True, exist_ok=True)
        own = folder / "git"
        own.write_text(f"#!/bin/sh\n: > {tmp_path}/stolen\n")
        own.chmod(0o755)
    monkeypatch.setenv("PATH", places.format(here=project.folder))
    assert "git is not installed" in run("diff", "HEAD", "decks/deck.yaml").stderr
    assert not (tmp_path / "stolen").exists()


@pytest.mark.parametrize("protocol", ["ext", "ssh"])
def test_nothing_is_fetched_whatever_a_repository_allows(project, monkeypatch, tmp_path, protocol):
    """Its configuration may say that what it lacks is at a program's, and git until 2.45 asks that for it at once."""
    blob = git(project.folder, "hash-object", "-w", "--stdin", given=b"a part")
    deck = git(project.folder, "rev-parse", "HEAD:harbour/decks")
    bad = commit_of(project.folder, raw_tree(project.folder, ("40000", "decks", deck), ("100644", "part", blob)))
    (project.folder.parent / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    stolen = tmp_path / "stolen"
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": {"ext": f"ext::touch {stolen}", "ssh": "ssh://host/x"}[protocol],
        "core.sshCommand": f"touch {stolen};",
        f"protocol.{protocol}.allow": "always",
    }.items():
        git(project.folder, "config", key, value)
    older = tmp_path / "bin" / "git"
    older.parent.mkdir()
    older.write_text(f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec "{shutil.which("git")}" "$@"\n')
    older.chmod(0o755)
    monkeypatch.setenv("PATH", str(older.parent), prepend=os.pathsep)
    result = run("diff", bad, "decks/deck.yaml")
    assert "error[unknown-revision]: git lacks a file of that revision" in result.stderr
    assert not stolen.exists()
