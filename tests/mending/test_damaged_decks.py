"""Good decks that were damaged in known ways: mended, they are what was meant, and not one byte else."""

from __future__ import annotations

from random import Random

import pytest

from tests.mending.good_decks import GOOD, damages, some_of, with_damages
from tests.projects import Project, run
from tests.samples import mostly_slow

DECKS, EACH = 25, 9
"""More than 200 edits in all."""


def bytes_of(text: str, seed: int) -> bytes:
    """Return a deck in one of the forms that editors write: line ends, and a byte-order mark or none."""
    ends = ("\n", "\r\n", "\r")[seed % 3]
    return b"\xef\xbb\xbf" * (seed % 2) + text.replace("\n", ends).encode()


@pytest.mark.parametrize("seed", mostly_slow(range(DECKS), quick=3))
def test_a_damaged_deck_is_mended_to_what_was_meant_and_not_one_byte_else(seed, tmp_path, monkeypatch):
    """Slips in keys and values, other tools' words, lost alt texts; in LF, CR LF and CR, with and without a mark."""
    monkeypatch.chdir(tmp_path)
    project, random = Project(tmp_path), Random(seed)
    project.picture("assets/berth4.png")
    project.picture("assets/berth5.png")
    chosen = some_of(damages(GOOD, random), EACH, random)
    assert len(chosen) == EACH
    project.write(bytes_of(with_damages(GOOD, chosen), seed))
    result = run("check", "--fix")
    assert project.deck.read_bytes() == bytes_of(with_damages(GOOD, chosen, is_mended=True), seed), result.stderr
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == EACH + 1  # a line for each mend, and one about the deck


def test_a_good_deck_stays_as_it_is(tmp_path, monkeypatch):
    """Nothing is said, and the file is the same one."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("assets/berth4.png")
    project.picture("assets/berth5.png")
    before = project.write(GOOD).stat()
    result = run("check", "--fix")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert (project.deck.stat().st_ino, project.deck.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
