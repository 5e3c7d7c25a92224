"""A journal in pieces: what others wrote beside it stays, and no two runs write into one."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.budget.rows import MANIFEST_BYTES, MANIFEST_LINE_BYTES
from deckmaker.output.lock import FolderIsTaken
from deckmaker.output.obstacle import Obstacle
from deckmaker.rows.manifest import Manifest
from deckmaker.rows.stores.asking import Place
from deckmaker.rows.stores.remote import RemoteStore
from deckmaker.rows.stores.segments import SegmentedJournal

pytest.importorskip("fsspec")

LONG = b'{"image": "' + b"x" * MANIFEST_LINE_BYTES.most + b'"}\n'
FIRST, SECOND = "000000000000-000000000000", "000000000001-000000000001"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / ".deckmaker/journal/deep").mkdir(parents=True)
    return tmp_path


def journal_in(out: Path) -> SegmentedJournal:
    return SegmentedJournal(Place(f"local://{out}"), "manifest.jsonl", ".deckmaker/journal")


def test_lines_of_others_stay_however_long(out: Path) -> None:
    """A run that ends brings its pieces to them, and takes none away."""
    (out / "manifest.jsonl").write_bytes(b'{"row": 1}\n' + LONG)
    with RemoteStore(f"local://{out}").journal() as journal:
        journal.append(b'{"row": 2}\n')
    assert (out / "manifest.jsonl").read_bytes() == b'{"row": 1}\n' + LONG + b'{"row": 2}\n'


def test_manifest_of_a_single_long_line_is_not_deckmakers(out: Path) -> None:
    (out / "manifest.jsonl").write_bytes(LONG)
    with RemoteStore(f"local://{out}").journal() as journal, pytest.raises(Obstacle, match="is not deckmaker's"):
        Manifest(journal)
    assert (out / "manifest.jsonl").read_bytes() == LONG


def test_manifest_that_is_too_large_is_not_read(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckmaker.rows.stores.protocol.MANIFEST_BYTES", Bound(5, MANIFEST_BYTES.unit, "a manifest"))
    (out / "manifest.jsonl").write_bytes(b"123456")
    with pytest.raises(Obstacle, match=r"`manifest\.jsonl` there has 6 bytes: a manifest may have 5\b"):
        journal_in(out)


def test_pieces_are_only_those_that_are_made_here(out: Path) -> None:
    """Others are not removed, and would be read again by each run."""
    (out / ".deckmaker/journal/deep" / FIRST).write_bytes(b"0\n")
    (out / ".deckmaker/journal" / FIRST).write_bytes(b"1\n")
    assert list(journal_in(out).lines()) == [b"1\n"]
    assert (out / ".deckmaker/journal/deep" / FIRST).exists()


def test_piece_of_another_run_is_not_written_over(out: Path) -> None:
    """It was written since this one began. The same again is no other: an answer may be lost, and the question is
    asked anew."""
    journal = journal_in(out)
    (out / ".deckmaker/journal" / FIRST).write_bytes(b"1\n")
    (out / ".deckmaker/journal" / SECOND).write_bytes(b"2\n")
    journal.append(b"1\n")
    with pytest.raises(FolderIsTaken):
        journal.append(b"3\n")
    assert (out / ".deckmaker/journal" / SECOND).read_bytes() == b"2\n"


def test_piece_that_comes_while_others_are_joined_stays(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = journal_in(out)
    journal.append(b"1\n")
    send = Place.send

    def sending(place: Place, key: str, file: Path) -> None:
        send(place, key, file)
        (out / ".deckmaker/journal" / SECOND).write_bytes(b"2\n")

    monkeypatch.setattr(Place, "send", sending)
    journal.join()
    assert list(journal.lines()) == [b"1\n", b"2\n"]
