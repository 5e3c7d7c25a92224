"""Repositories of git for tests, whose commits need no configuration of whoever runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "A. Lind",
    "GIT_AUTHOR_EMAIL": "lind@example.org",
    "GIT_COMMITTER_NAME": "A. Lind",
    "GIT_COMMITTER_EMAIL": "lind@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


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
