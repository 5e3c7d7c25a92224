"""A folder as a store: parts that nobody sees, files that are whole, a journal whose last line may be half."""

from __future__ import annotations

import errno
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from deckmaker.output import Finished
from deckmaker.output.draft import open_draft
from deckmaker.output.lock import FolderIsTaken
from deckmaker.output.obstacle import Obstacle
from deckmaker.rows.stores import FolderStore, Part
from deckmaker.rows.stores import folder as folder_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FolderStore]:
    """A store that is held."""
    one = FolderStore(tmp_path / "build" / "regional")
    with one.alone():
        yield one


def staged(store: FolderStore, name: str, content: bytes) -> Part:
    """Stage a file as a renderer's."""
    with ExitStack() as stack:
        draft = stack.enter_context(open_draft(store.ground, name, lasting=False))
        draft.stream.write(content)
        part = store.stage(name, Finished(draft, draft.finish()))
        store.settle([part])
    return part


def seen(store: FolderStore) -> list[str]:
    """Return the paths of files in the store's folder that do not hide."""
    found = (path.relative_to(store.ground) for path in store.ground.rglob("*") if path.is_file())
    return sorted(str(path) for path in found if not path.name.startswith("."))


def test_part_is_unseen_until_it_is_published(store: FolderStore) -> None:
    """A file gets its name in one step, also in folders that are new."""
    part = staged(store, "2024/north.pptx", b"slides")
    assert seen(store) == []
    assert part.digest == sha256(b"slides").hexdigest()
    kept = store.publish(part)
    assert seen(store) == ["2024/north.pptx"]
    assert (store.ground / part.name).read_bytes() == b"slides"
    assert store.mark(part.name) == kept.mark
    assert store.digest(part.name) == kept.digest == part.digest


def test_mark_changes_with_the_file(store: FolderStore) -> None:
    """Whoever edits a file changes its mark; what is not there has none."""
    kept = store.publish(staged(store, "a.pdf", b"old"))
    (store.ground / "a.pdf").write_bytes(b"edited")
    assert store.mark("a.pdf") != kept.mark
    store.remove("a.pdf")
    assert store.mark("a.pdf") is None
    assert store.digest("a.pdf") is None


def test_rights_stay(store: FolderStore) -> None:
    """A file that replaces another one has its rights."""
    store.publish(staged(store, "a.pdf", b"old"))
    (store.ground / "a.pdf").chmod(0o640)
    store.publish(staged(store, "a.pdf", b"new"))
    assert (store.ground / "a.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("kind", ["folder", "pipe", "read-only", "link above"])
def test_obstacle_is_left_alone(store: FolderStore, kind: str, tmp_path: Path) -> None:
    """What is no file, or must not be written, stays, and nothing is written through a link."""
    target = store.ground / "sub" / "a.pdf"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "link above":
        target.parent.symlink_to(elsewhere)
    else:
        target.parent.mkdir()
    if kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "read-only":
        target.write_bytes(b"kept")
        target.chmod(0o444)
    with pytest.raises(OSError):
        store.publish(staged(store, "sub/a.pdf", b"new"))
    assert not list(elsewhere.iterdir())
    assert store.digest("sub/a.pdf") == (sha256(b"kept").hexdigest() if kind == "read-only" else None)


def test_folder_that_nobody_named_stays_in_the_project(tmp_path: Path) -> None:
    """A link that leads out of the project is followed only where somebody named the folder."""
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (project / "build").symlink_to(outside)
    with pytest.raises(Obstacle, match="leads out of the project"), FolderStore(project / "build", project).alone():
        pass
    with FolderStore(project / "build").alone():
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give open folders no paths")
def test_nothing_goes_through_a_link_in_the_place_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was judged before; a manifest came to lie outside of the project, in the place of any of that name."""
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    store = FolderStore(project / "build", project)
    with store.alone(), store.journal() as journal:
        part = staged(store, "a.pdf", b"new")
        (outside / part.key).write_bytes(b"theirs")
        before = sorted(path.name for path in outside.iterdir())
        (project / "build").rename(project / "old")
        (project / "build").symlink_to(outside)
        monkeypatch.setattr(FolderStore, "_real", lambda self: self._path)  # as it was found
        with pytest.raises(OSError), store.journal():
            pass
        with pytest.raises(OSError):
            staged(store, "b.pdf", b"new")
        for refused in (lambda: store.publish(part), lambda: store.settle([part]), lambda: journal.replace([b"{}\n"])):
            with pytest.raises(OSError):
                refused()
    assert sorted(path.name for path in outside.iterdir()) == before


def test_one_run_at_a_time(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run gives up."""
    monkeypatch.setattr(folder_store, "PATIENCE", 0.0)
    with pytest.raises(FolderIsTaken), FolderStore(store.ground).alone():
        pass


def test_killed_run_leaves_nothing(store: FolderStore, tmp_path: Path) -> None:
    """Parts of a killed run are swept by the next, which keeps all else."""
    other = FolderStore(tmp_path / "other")
    other.ground.mkdir()
    (other.ground / "mine.txt").write_text("mine")
    part = staged(other, "a.pdf", b"half a run")
    assert (other.ground / part.key).exists()
    with other.alone():
        assert sorted(os.listdir(other.ground)) == ["mine.txt"]
        staged(other, "a.pdf", b"given up")
    assert sorted(os.listdir(other.ground)) == ["mine.txt"]


def test_journal_grows_and_ends_half_lines(store: FolderStore) -> None:
    """A line that was cut off stays a line of its own."""
    with store.journal() as journal:
        journal.append(b'{"row": 1}\n{"row": 2')
    with store.journal() as journal:
        journal.append(b'{"row": 3}\n')
        assert list(journal.lines()) == [b'{"row": 1}\n', b'{"row": 2\n', b'{"row": 3}\n']


def test_journal_is_replaced_in_one_step(store: FolderStore) -> None:
    """With the rights that it had; what is added goes into the new one."""
    with store.journal() as journal:
        journal.append(b"1\n2\n")
        (store.ground / "manifest.jsonl").chmod(0o640)
        journal.replace(iter([b"2\n"]))
        journal.append(b"3\n")
        assert list(journal.lines()) == [b"2\n", b"3\n"]
    assert (store.ground / "manifest.jsonl").read_bytes() == b"2\n3\n"
    assert (store.ground / "manifest.jsonl").stat().st_mode & 0o777 == 0o640
    assert os.listdir(store.ground) == ["manifest.jsonl"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_journal_that_cannot_be_replaced_stays(store: FolderStore, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system refuses; and a run that is killed in between leaves it, and what `sweep` knows."""

    def refusing(*_: object) -> None:
        assert (store.ground / "manifest.jsonl").read_bytes() == b"1\n2\n"
        assert [name.startswith(".deckmaker-") for name in sorted(os.listdir(store.ground))] == [True, False]
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with store.journal() as journal:
        journal.append(b"1\n2\n")
        with monkeypatch.context() as patch:
            patch.setattr(Path if step == "chmod" else os, step, refusing)
            with pytest.raises(OSError, match="No space"):
                journal.replace(iter([b"2\n"]))
        journal.append(b"3\n")
        assert list(journal.lines()) == [b"1\n", b"2\n", b"3\n"]
    assert os.listdir(store.ground) == ["manifest.jsonl"]


def test_store_can_be_sent(store: FolderStore) -> None:
    """Another process stages into the same folder."""
    other = pickle.loads(pickle.dumps(store))
    assert other.ground == store.ground


def test_no_folder_is_made_behind_a_link(store: FolderStore, tmp_path: Path) -> None:
    """Names of rows make folders, and a link in their place leads elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    (store.ground / "north").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError):
        store.publish(staged(store, "north/2024/deep/a.pdf", b"slides"))
    assert not list((tmp_path / "elsewhere").iterdir())
    kept = store.publish(staged(store, "south/2024/deep/a.pdf", b"slides"))
    assert (store.ground / kept.name).read_bytes() == b"slides"


def test_nothing_is_removed_behind_a_link(store: FolderStore, tmp_path: Path) -> None:
    """A folder of pictures may have become a link to somebody's copies of them."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "1.png").write_bytes(b"picture")
    (store.ground / "north-png").symlink_to(tmp_path / "elsewhere")
    store.remove("north-png/1.png")
    assert (tmp_path / "elsewhere" / "1.png").exists()
    store.publish(staged(store, "south-png/1.png", b"picture"))
    for _ in range(2):
        store.remove("south-png/1.png")
    store.remove("east-png/1.png")
    assert seen(store) == []


def test_nothing_is_looked_at_behind_a_link(store: FolderStore, tmp_path: Path) -> None:
    """Whether there is a file of that name, what its mark is and what it holds."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "there.md").write_text("secret")
    (store.ground / "sub").symlink_to(tmp_path / "private")
    for name in ("sub/there.md", "sub/none.md", "sub/deeper/none.md"):
        assert (store.mark(name), store.digest(name)) == ("no file", None)


@pytest.mark.parametrize("room", [0, 1])
def test_parts_outlast_a_power_cut_where_there_is_no_thread_for_each(room, store, monkeypatch):
    """As where a container may have few processes: each is waited for all the same."""
    begun: list[Thread] = []

    def started(thread: Thread) -> None:
        if len(begun) == room:
            raise RuntimeError("can't start new thread")
        begun.append(thread)
        start(thread)

    start = Thread.start
    monkeypatch.setattr(Thread, "start", started)
    synced: list[int] = []
    monkeypatch.setattr(folder_store.os, "fsync", synced.append)
    parts = [staged(store, f"{number}.md", b"slides") for number in range(3)]
    synced.clear()
    store.settle(parts)
    assert len(synced) >= 3
