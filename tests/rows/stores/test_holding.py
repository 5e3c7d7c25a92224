"""Two runs in one store: one that was stopped while another took over changes nothing any more; and no run waits for
ever."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from deckmaker.output import Finished
from deckmaker.output.draft import open_draft
from deckmaker.output.lock import FolderIsTaken
from deckmaker.output.obstacle import Obstacle, reason_of
from deckmaker.rows.stores import holding
from deckmaker.rows.stores.asking import Place
from deckmaker.rows.stores.holding import Hold, held
from deckmaker.rows.stores.remote import RemoteStore

pytest.importorskip("fsspec")

KEY = ".deckmaker/held"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out/.deckmaker/parts").mkdir(parents=True)
    return tmp_path / "out"


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_run_that_was_taken_over_changes_nothing(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a machine that slept: parts and journal are another run's by now."""
    store = RemoteStore(f"local://{out}")
    with store.alone(), store.journal() as journal, ExitStack() as stack:
        draft = stack.enter_context(open_draft(out, "a.pdf"))
        part = store.stage("a.pdf", Finished(draft, draft.finish()))
        journal.append(b'{"row": 1}\n')
        (out / KEY).write_bytes(b"another 1\n")
        (out / ".deckmaker/parts/0123456789abcdef").write_bytes(b"another's part")
        before = files(out)
        monkeypatch.setattr(holding, "STALE", -1.0)  # nothing was heard of it for longer
        for change in (lambda: store.publish(part), lambda: journal.append(b"{}\n"), lambda: store.remove("b.pdf")):
            with pytest.raises(FolderIsTaken):
                change()
        with pytest.raises(FolderIsTaken):
            journal.replace([b"{}\n"])
    assert files(out) == before


def test_run_that_nobody_took_over_goes_on(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it was stopped, and though somebody has removed the sign that it is there."""
    monkeypatch.setattr(holding, "STALE", -1.0)
    with held(Place(f"local://{out}"), KEY) as hold:
        hold.assure()
        (out / KEY).unlink()
        hold.assure()
        assert (out / KEY).read_bytes().endswith(b" 2\n")
    assert files(out) == {}


def test_keeper_that_finds_another_tells_so(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held(Place(f"local://{out}"), KEY) as hold:
        (out / KEY).write_bytes(b"another 1\n")
        assert not hold.freshen()
        with pytest.raises(FolderIsTaken):
            hold.assure()
    assert files(out) == {KEY: b"another 1\n"}


def test_what_is_larger_than_a_sign_is_somebody_elses(out: Path) -> None:
    """Its gigabytes are not read."""
    (out / KEY).touch()
    os.truncate(out / KEY, 10_000_000_000)
    with (
        pytest.raises(Obstacle, match=r"`\.deckmaker/held` there is not deckmaker's"),
        held(Place(f"local://{out}"), KEY),
    ):
        pass
    assert (out / KEY).stat().st_size == 10_000_000_000


def test_store_that_always_says_that_it_is_taken_is_given_up(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though nothing is there."""
    monkeypatch.setattr(holding, "STALE", -1.0)
    monkeypatch.setattr(holding, "_PAUSE", 0.0)
    monkeypatch.setattr(Place, "create", lambda *_: False)
    with pytest.raises(FolderIsTaken):
        Hold(Place(f"local://{out}"), KEY).take()


def test_run_whose_first_answer_was_lost_holds_the_place(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked for again, and told that it is taken: by itself."""
    create = Place.create

    def created_twice(place: Place, key: str, content: bytes) -> bool:
        create(place, key, content)
        return create(place, key, content)

    monkeypatch.setattr(Place, "create", created_twice)
    with held(Place(f"local://{out}"), KEY) as hold:
        hold.assure()
    assert files(out) == {}


def test_part_that_somebody_has_removed_is_told(out: Path) -> None:
    """Nothing is said to be for an unknown reason."""
    with pytest.raises(Obstacle) as told:
        Place(f"local://{out}").move("part", "a.pdf")
    assert reason_of(told.value)[0] == "there is nothing of that name"
