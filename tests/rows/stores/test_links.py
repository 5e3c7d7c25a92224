"""Stores that have links: what these lead to is never removed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from deckmaker.budget.rows import MANIFEST_LINE_BYTES
from deckmaker.rows.stores.asking import Place
from deckmaker.rows.stores.protocol import LONG
from deckmaker.rows.stores.remote import RemoteStore
from deckmaker.rows.stores.segments import SegmentedJournal

pytest.importorskip("fsspec")


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Return the address of a folder in which what is kept aside leads elsewhere, to files of somebody."""
    for name in ("own/a.txt", "own/deep/b.txt", "out/.deckmaker/held.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine")
    for name in ("parts", "journal"):
        (tmp_path / "out/.deckmaker" / name).symlink_to(tmp_path / "own")
    return f"local://{tmp_path}/out"


@pytest.mark.slow
def test_what_links_lead_to_is_not_swept(address: str, tmp_path: Path) -> None:
    with RemoteStore(address).alone(), RemoteStore(address).journal() as journal:
        journal.replace([b"{}\n"])
    assert (tmp_path / "own/a.txt").exists()
    assert (tmp_path / "own/deep/b.txt").exists()


def test_lines_that_are_too_long_are_passed_over(tmp_path: Path) -> None:
    """Nobody holds a gigabyte to find that it is no line; nor waits for its end."""
    long = b"x" * (3 * MANIFEST_LINE_BYTES.most)
    (tmp_path / "manifest.jsonl").write_bytes(b"first\n" + long + b"\nsecond\n" + long)
    journal = SegmentedJournal(Place(f"local://{tmp_path}"), "manifest.jsonl", ".deckmaker/journal")
    with closing(journal.lines()) as lines:  # type: ignore[type-var]  # a generator
        found = list(lines)
    assert [line for line in found if line != LONG] == [b"first\n", b"second\n"]
    assert found.count(LONG) > 3
