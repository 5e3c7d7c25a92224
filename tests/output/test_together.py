"""Builds at once in one folder: they take turns, and the record knows every file."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import RECORD
from tests.output.places import names
from tests.output.putting import put
from tests.projects import ROOT

BUILDS = 20

MANY_BUILDS = f"""
import sys
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from tests.output.putting import put

folder, who = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
diagnostics = Diagnostics()
for number in range({BUILDS}):
    put(folder, f"{{who}}.md", f"{{who}} {{number}}".encode(), diagnostics)
    put(folder, "shared.md", f"{{who}} {{number}} ".encode() * 50_000, diagnostics)
print(*(one.message for one in diagnostics))
"""


def digest(path: Path) -> str:
    """Return a file's SHA-256."""
    return sha256(path.read_bytes()).hexdigest()


def assert_sound(folder: Path, own: list[str]) -> None:
    """Assert that every file is there and whole, that the record knows each, and that nothing else is left."""
    assert names(folder) == sorted([RECORD, "shared.md", *own])
    assert json.loads((folder / RECORD).read_text()) == {
        name: digest(folder / name) for name in sorted(["shared.md", *own])
    }
    words = (folder / "shared.md").read_text().split(" ")[:-1]
    assert len(words) == 100_000 and len(set(words)) == 2


@pytest.mark.slow
def test_processes_take_turns(tmp_path):
    """Four of them write a file each and one together, as fast as they can, and none refuses another's."""
    command = [sys.executable, "-c", MANY_BUILDS, str(tmp_path)]
    builds = [
        subprocess.Popen([*command, who], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for who in "abcd"
    ]
    assert [build.stdout.readline() for build in builds] == ["ready\n"] * 4
    for build in builds:
        build.stdin.write("go\n")
        build.stdin.flush()
    assert [build.communicate()[0] for build in builds] == ["\n"] * 4
    assert_sound(tmp_path, [f"{who}.md" for who in "abcd"])


@pytest.mark.slow
def test_threads_take_turns_too(tmp_path):
    """A server that builds decks has one process."""
    diagnostics = Diagnostics()

    def build(who: str) -> None:
        for number in range(BUILDS):
            put(tmp_path, f"{who}.md", f"{who} {number}".encode(), diagnostics)
            put(tmp_path, "shared.md", f"{who} {number} ".encode() * 50_000, diagnostics)

    threads = [Thread(target=build, args=(who,)) for who in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not len(diagnostics)
    assert_sound(tmp_path, ["a.md", "b.md"])


LEFT = ".deckmaker-0123456789abcdef"


def test_a_folder_whose_file_system_has_no_locks_is_written_to_all_the_same(tmp_path, monkeypatch):
    """Then nothing is swept: what looks left behind may be another build's."""
    (tmp_path / LEFT).write_bytes(b"another's")

    def refuse(*arguments: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", refuse)
    assert put(tmp_path, "deck.md", b"words")
    assert names(tmp_path) == [LEFT, RECORD, "deck.md"]


def test_only_what_a_build_left_behind_is_swept(tmp_path):
    """Names that somebody gave stay, however near they come."""
    stay = [".deckmaker-0123", ".deckmaker-notes", f"{LEFT}.txt", "deckmaker-0123456789abcdef"]
    for name in [LEFT, *stay]:
        (tmp_path / name).write_bytes(b"")
    assert put(tmp_path, "deck.md", b"words")
    assert names(tmp_path) == sorted([RECORD, "deck.md", *stay])
