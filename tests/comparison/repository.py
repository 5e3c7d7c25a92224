"""Repositories of git for tests, whose commits need no configuration of whoever runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.projects import Project

_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "A. Lind",
    "GIT_AUTHOR_EMAIL": "lind@example.org",
    "GIT_COMMITTER_NAME": "A. Lind",
    "GIT_COMMITTER_EMAIL": "lind@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Project, Path]:
    """Begin a project in a folder of what will be a repository; return it, and the folder where files pass."""
    folder, passing = tmp_path / "repository" / "harbour", tmp_path / "passing"
    folder.mkdir(parents=True)
    passing.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TMPDIR", str(passing))
    monkeypatch.setattr("tempfile.tempdir", None)
    return Project(folder), passing


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """Run git in a folder; return what it says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ENVIRONMENT
    found = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, input=given, capture_output=True, check=True
    )
    return found.stdout.decode().strip()


def commit(folder: Path, message: str = "A state") -> str:
    """Commit all that is in a folder, a repository or yet to be one; return the commit's id."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def raw_tree(folder: Path, *entries: tuple[str, str, str]) -> str:
    """Write a tree of modes, names and ids as they stand, in an order that git would not take."""
    content = b"".join(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(id) for mode, name, id in entries)
    return git(folder, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=content)


def hand_made(folder: Path, *entries: tuple[str, str, bytes]) -> str:
    """Return the id of a commit with the deck of HEAD and beside it, in the project, files of these modes and names."""
    deck = git(folder, "rev-parse", "HEAD:harbour/decks")
    made = [(mode, name, git(folder, "hash-object", "-w", "--stdin", given=content)) for mode, name, content in entries]
    return commit_of(folder, raw_tree(folder, ("40000", "decks", deck), *made))


def commit_of(folder: Path, tree: str) -> str:
    """Return the id of a commit that has a tree as the project's."""
    return git(folder, "commit-tree", raw_tree(folder, ("40000", "harbour", tree)), "-m", "bad")
