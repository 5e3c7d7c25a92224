"""A project goes to a machine that does not have it, with its ways between files, and without what is no part of it."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from pathlib import Path

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.output.record import Record
from deckmaker.project import project_root
from deckmaker.rows.cluster import snapshot
from deckmaker.rows.cluster.snapshot import NoProject, TooLarge, below, sight_of, snapshot_of, unpacked
from deckmaker.rows.stores import FolderStore


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """Return a project with all kinds of files; the working folder is in it."""
    root = tmp_path / "office"
    for name in ("decks/a.yaml", "pictures/north.png", "build/old.pptx", ".git/config", ".env", "secret/.key", "t.csv"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (tmp_path / "outside.txt").write_text("outside")
    (root / "pictures/link.png").symlink_to("north.png")
    (root / "shots").symlink_to(root / "pictures")
    (root / "leads-out.txt").symlink_to(tmp_path / "outside.txt")
    monkeypatch.chdir(root / "decks")
    return root


def test_visible_files_come_to_stand_where_they_stood(project):
    sent = pickle.loads(pickle.dumps(snapshot_of(project / "decks/a.yaml", project / "build")))
    top = unpacked(sent)
    there = below(top, project)
    found = {path.relative_to(there).as_posix() for path in there.rglob("*") if path.is_file()}
    assert {"decks/a.yaml", "pictures/north.png", "pictures/link.png", "t.csv"} <= found
    assert not {one for one in found if "build" in one or ".git" in one or ".env" in one or ".key" in one}
    assert not (there / "leads-out.txt").exists()
    assert (there / "shots/link.png").read_text() == "pictures/north.png"
    assert project_root(there / "decks/a.yaml") == there
    assert below(top, Path.cwd()).is_dir()
    assert top.stat().st_mode & 0o077 == 0
    assert not {path for path in top.rglob("*") if not path.resolve().is_relative_to(top)}


def test_a_project_may_have_a_file_in_place_of_the_folder_that_marks_one(project):
    (project / "deckmaker.yaml").write_text("")
    shutil.rmtree(project / "decks")
    (project / "decks").write_text("a list")
    (project / "a.yaml").write_text("a deck")
    os.chdir(project)
    there = below(unpacked(snapshot_of(project / "a.yaml", None)), project)
    assert (there / "decks").read_text() == "a list"
    assert project_root(there / "a.yaml") == there


def test_a_machine_tells_whether_it_sees_the_same_files(project):
    deck, outputs = project / "decks/a.yaml", project / "build"
    first = sight_of(deck, outputs)
    (project / "build/new.pptx").write_text("outputs are no part of it")
    assert sight_of(deck, outputs) == first
    os.utime(project / "t.csv", ns=(1, 1))
    assert sight_of(deck, outputs).digest != first.digest


def test_what_other_runs_and_builds_write_is_not_looked_at(project):
    """They may do so at the same time, into folders of the same project; a data set with a file of that name stays."""
    deck, outputs = project / "decks/a.yaml", project / "build/a"
    (project / "data").mkdir()
    (project / "data/manifest.jsonl").write_text('{"image": "a.png"}\n')
    (project / "build/b").mkdir()
    first = sight_of(deck, outputs)
    with FolderStore(project / "build/b").journal() as journal:
        (project / "build/b/new.pptx").write_text("1")
        assert sight_of(deck, outputs) == first
        journal.append(b'{"reads": {"id": "x", "paths": []}}\n')
        assert sight_of(deck, outputs) == first
    with Record(project / "build").with_digests({"plain.pdf": ["ab"], "old.pptx": ["ab"]}) as put:
        put()
    second = sight_of(deck, outputs)
    (project / "build/plain.pdf").write_text("1")
    (project / "build/old.pptx").write_text("another")
    assert sight_of(deck, outputs) == second
    assert "build/b/new.pptx" not in snapshot_of(deck, outputs).files
    assert "data/manifest.jsonl" in snapshot_of(deck, outputs).files
    (project / "data/a.png").write_text("1")
    assert sight_of(deck, outputs) != second
    with FolderStore(project / "decks").journal():
        assert "decks/a.yaml" in snapshot_of(deck, outputs).files  # the deck lies where decks go


def test_the_record_of_a_folder_is_read_once(project, monkeypatch):
    """Not for each of its files: both may be large."""
    asked = []
    monkeypatch.setattr(snapshot, "Record", lambda folder: (asked.append(folder), Record(folder))[1])
    for number in range(20):
        (project / f"pictures/{number}.png").write_text("1")
    sight_of(project / "decks/a.yaml", project / "build")
    assert asked.count(project / "pictures") == 1


@pytest.mark.parametrize("change", ["grown", "link", "pipe", "gone"])
def test_files_that_change_while_they_are_read_bring_nothing_else(change, project, monkeypatch):
    """They are listed first, and read then."""
    files = [*snapshot._files(project, project / "decks/a.yaml", None)]
    monkeypatch.setattr(snapshot, "_files", lambda *_: iter(files))
    monkeypatch.setattr(snapshot, "_refuse_larger", lambda _: None)
    table = project / "t.csv"
    if change == "grown":
        os.truncate(table, 10_000_000_000)
        with pytest.raises(TooLarge):
            snapshot_of(project / "decks/a.yaml", None)
        return
    table.unlink()
    if change == "link":
        table.symlink_to(project.parent / "outside.txt")
    elif change == "pipe":
        os.mkfifo(table)
    assert "t.csv" not in snapshot_of(project / "decks/a.yaml", None).files


def test_what_is_too_large_is_not_read(project, monkeypatch):
    monkeypatch.setattr(snapshot, "SNAPSHOT_BYTES", Bound(5, "bytes", "a project that is sent"))
    monkeypatch.setattr(snapshot, "opened_file", lambda path: pytest.fail("it is read"))
    with pytest.raises(TooLarge, match=r"^has 35 bytes: a project that is sent may have 5$"):
        snapshot_of(project / "decks/a.yaml", project / "build")
    monkeypatch.setattr(snapshot, "SNAPSHOT_FILES", Bound(2, "files", "a project that is sent"))
    with pytest.raises(TooLarge, match=r"^has more than 2 files: a project that is sent may have 2$"):
        snapshot_of(project / "decks/a.yaml", project / "build")


def test_a_deck_without_a_project_takes_no_neighbours_along(tmp_path):
    """Nobody has said that what lies beside it belongs to it: it may lie in a home."""
    (tmp_path / "a.yaml").write_text("")
    with pytest.raises(NoProject):
        snapshot_of(tmp_path / "a.yaml", None)
    (tmp_path / "deckmaker.yaml").write_text("")
    assert set(snapshot_of(tmp_path / "a.yaml", None).files) == {"a.yaml", "deckmaker.yaml"}


def test_no_file_comes_to_lie_outside(project, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    (tmp_path / "passing").mkdir()
    sent = snapshot_of(project / "decks/a.yaml", None)
    sent.files["../../evil"] = b""
    with pytest.raises(OSError, match=r"would lie outside"):
        unpacked(sent)
    assert not list((tmp_path / "passing").iterdir())
