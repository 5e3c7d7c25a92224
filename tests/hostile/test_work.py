"""What counts work, counts it: or no bound here would mean anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.work import bytes_of, calls_of, ended, growth
from tests.projects import DECK, Project


def squared(size: int) -> list[int]:
    """Return as many numbers as the square of a size, each by a call."""
    return [abs(j) for i in range(size) for j in range(size)]


def test_calls_are_counted():
    """Of Python and of C; the counting itself is a call or two."""
    assert 100 <= calls_of(lambda: squared(10)) <= 110


def test_bytes_are_counted():
    """The most that are held at once, and not all that ever were."""
    assert 1_000_000 <= bytes_of(lambda: [bytes(1_000_000) for _ in range(5)][:0] or None) <= 5_100_000
    assert bytes_of(lambda: [len(bytes(1_000_000)) for _ in range(5)]) <= 1_100_000


def test_growth_tells_linear_from_quadratic():
    """Twice the input, four times the work."""
    assert growth(calls_of, squared, 50) > 3.9
    assert growth(calls_of, lambda size: [abs(i) for i in range(size)], 1_000) < 2.1


@pytest.mark.slow
def test_a_command_tells_what_it_held(tmp_path: Path):
    """Python and the command take some 20 to 80 MB."""
    Project(tmp_path).write(DECK)
    found = ended(["check"], tmp_path)
    assert (found.exit_code, found.stderr) == (0, "") and "1 slide" in found.stdout
    assert 20_000_000 < found.peak < 150_000_000
