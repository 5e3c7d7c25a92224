"""However a file is saved, a change is seen once it is there, and nothing is missed."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.preview import watching
from deckmaker.preview.watching import Clock, Told, Waker, Watch
from deckmaker.project import mark_of
from tests.preview.saving import WAYS
from tests.preview.served import PATIENCE


@pytest.fixture(params=[Told, Clock])
def watch(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """A watch that is told, and one that looks for itself."""
    waker: Waker = request.param()
    one = Watch(waker)
    yield one
    one.close()


def over(watch: Watch, *files: Path) -> None:
    """Watch files as they are now."""
    watch.over({file: mark_of(file) for file in files})


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_saving_is_seen(watch: Watch, tmp_path: Path, way: str) -> None:
    """And what is read then is what was saved."""
    file = tmp_path / "deck.yaml"
    file.write_text("0", encoding="utf-8")
    for number in range(1, 4):
        over(watch, file)
        text = f"text {number} " * 50
        saving = threading.Thread(target=WAYS[way], args=(file, text))
        saving.start()
        assert watch.wait(PATIENCE)
        saving.join()
        while (file.read_text(encoding="utf-8") if file.exists() else "") != text:
            over(watch, file)
            assert watch.wait(PATIENCE)


def test_what_was_not_there_is_seen_when_it_comes(watch: Watch, tmp_path: Path) -> None:
    """A picture that was named before it was put there, in a folder that is not there either."""
    file = tmp_path / "pictures" / "berth.png"
    over(watch, file)
    assert not watch.wait(0.2)
    file.parent.mkdir()
    file.write_bytes(b"x")
    assert watch.wait(PATIENCE)


def test_a_path_that_no_system_takes_is_no_change(watch: Watch, tmp_path: Path) -> None:
    """A deck may name a picture in a folder whose name is too long."""
    file = tmp_path / ("a" * 300) / "berth.png"
    over(watch, file)
    assert not watch.wait(0.2)


def test_a_folder_that_was_deleted_and_made_again_is_watched(watch: Watch, tmp_path: Path) -> None:
    """Systems tell no more of a folder that is gone, though another has its name."""
    file = tmp_path / "decks" / "deck.yaml"
    for text in ("a", "b", "c"):
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
        over(watch, file)
        shutil.rmtree(file.parent)
        assert watch.wait(PATIENCE)
        over(watch, file)
    file.parent.mkdir()
    file.write_text("d", encoding="utf-8")
    assert watch.wait(PATIENCE)
    over(watch, file)
    file.write_text("changed", encoding="utf-8")
    assert watch.wait(PATIENCE)


def test_a_folder_in_the_place_of_another_is_listened_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without waiting for the next look at all files."""
    monkeypatch.setattr(watching, "AT_LATEST", 10 * PATIENCE)
    file = tmp_path / "decks" / "deck.yaml"
    file.parent.mkdir()
    watch = Watch(Told())
    over(watch, file)
    file.write_text("a", encoding="utf-8")
    assert watch.wait(PATIENCE)
    shutil.rmtree(file.parent)
    file.parent.mkdir()
    over(watch, file)
    saving = threading.Timer(0.3, file.write_text, ("b", "utf-8"))  # when somebody waits
    saving.start()
    assert watch.wait(PATIENCE)
    saving.join()
    watch.close()


def test_what_changed_before_the_watch_began_is_seen(watch: Watch, tmp_path: Path) -> None:
    """While the deck was looked at: its mark is from before that."""
    file = tmp_path / "deck.yaml"
    file.write_text("a", encoding="utf-8")
    before = {file: mark_of(file)}
    file.write_text("ab", encoding="utf-8")
    watch.over(before)
    assert watch.wait(PATIENCE)


def test_other_files_are_no_change(watch: Watch, tmp_path: Path) -> None:
    """Copies of editors lie beside the deck, and outputs do."""
    file = tmp_path / "deck.yaml"
    file.write_text("a", encoding="utf-8")
    over(watch, file)
    (tmp_path / ".deck.yaml.swp").write_text("a", encoding="utf-8")
    assert not watch.wait(0.3)


def test_watchers_end_with_their_watch(tmp_path: Path) -> None:
    """A thousand looks at changing folders leave no thread behind."""
    before = threading.active_count()
    watch = Watch(Told())
    for number in range(30):
        folder = tmp_path / str(number)
        folder.mkdir()
        over(watch, folder / "deck.yaml")
    watch.close()
    end = time.monotonic() + PATIENCE
    while threading.active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert threading.active_count() == before
