"""A large file whose place another takes is summed while that one is made, and counts as edited whenever it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder, former
from deckmaker.output.draft import Finished
from deckmaker.output.record import digest_of
from tests.output.putting import put

LARGE = b"a" * (9 << 20)
"""A file for which a thread sums along."""

LONG_AGO = 10**18


@pytest.fixture
def sums(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what will be the files that are summed whole."""
    found: list[Path] = []

    def noted(path: Path) -> str | None:
        found.append(path)
        return digest_of(path)

    monkeypatch.setattr(former, "digest_of", noted)
    return found


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what was written a moment ago be old."""
    monkeypatch.setattr(former, "_SETTLED", -LONG_AGO)


def replaced(folder: Path, name: str, content: bytes, meanwhile=lambda: None) -> list[str]:
    """Put a file in place of another one, which something happens to before it goes; return the codes of messages."""
    diagnostics = Diagnostics()
    output = OutputFolder(folder)
    with output.draft(name, diagnostics) as draft:
        assert draft
        draft.stream.write(content)
        digest = draft.finish()
        meanwhile()
        output.put([Finished(draft, digest)], diagnostics)
    return [one.code for one in diagnostics]


def test_what_is_replaced_is_summed_once_while_its_successor_is_made(tmp_path, monkeypatch, sums):
    """And not again when that is put in its place."""
    settled(monkeypatch)
    target = put(tmp_path, "deck.pdf", LARGE, Diagnostics())
    sums.clear()
    noted: list[int] = []
    assert replaced(tmp_path, "deck.pdf", LARGE + b"b", lambda: noted.append(len(sums))) == []
    assert (noted, sums, target.read_bytes()[-1:]) == ([1], [tmp_path / "deck.pdf"], b"b")


def test_what_is_edited_behind_its_sum_is_left_alone(tmp_path, monkeypatch, sums):
    """Though its size and the time of its change are as before."""
    settled(monkeypatch)
    target = put(tmp_path, "deck.pdf", LARGE, Diagnostics())
    before = target.stat()

    def edit() -> None:
        with target.open("r+b") as file:
            file.write(b"c")
        os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert replaced(tmp_path, "deck.pdf", LARGE, edit) == ["edited-output"]
    assert target.read_bytes()[:2] == b"ca"


def test_what_has_just_been_written_is_summed_when_it_goes(tmp_path, sums):
    """It may be written again within what file systems tell apart of times."""
    put(tmp_path, "deck.pdf", LARGE, Diagnostics())
    sums.clear()
    noted: list[int] = []
    assert replaced(tmp_path, "deck.pdf", LARGE, lambda: noted.append(len(sums))) == []
    assert (noted, len(sums)) == ([0], 1)


def test_a_copy_of_the_process_sums_nothing(tmp_path, monkeypatch, sums):
    """What it learns ends with it."""
    settled(monkeypatch)
    target = put(tmp_path, "deck.pdf", LARGE, Diagnostics())
    sums.clear()
    one = former.FormerFile(target)
    monkeypatch.setattr(os, "getpid", lambda: 0)
    one.sum_up()
    assert sums == []
    assert one.digest(target) == digest_of(target) and sums == [target]
