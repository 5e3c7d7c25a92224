"""What is told of rows while they are built: how many, how fast, and how long it will take."""

from __future__ import annotations

import pytest

from deckmaker import progress as progress_line
from deckmaker.progress import Progress, in_words


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (89, "89 s"), (90, "2 min"), (3_540, "59 min"), (3_600, "1 h 0 min"), (12_000, "3 h 20 min")],
)
def test_time_is_told_as_people_do(seconds: float, said: str) -> None:
    """As exactly as anybody needs it."""
    assert in_words(seconds) == said


def test_rate_and_time_left_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each stretch of the work anew; nothing is promised before anything is done."""
    now = [100.0]
    monkeypatch.setattr(progress_line.time, "monotonic", lambda: now[0])
    line = Progress("Checking", 1, "deck.yaml")
    line.watch("Checking", 0, 10_000)
    assert line.line(100) == "Checking 10,000 decks: 0 done, 0 s"
    now[0] += 20
    line.watch("Checking", 1_000, 10_000)
    assert line.line(100) == "Checking 10,000 decks: 1,000 done, 50 a second, 3 min left"
    now[0] += 180
    line.watch("Building", 0, 10_000)
    now[0] += 2
    line.watch("Building", 10, 10_000)
    assert line.line(100) == "Building 10,000 decks: 10 done, 5.0 a second, 33 min left"
    assert line.line(44) == "Buildin: 10 done, 5.0 a second, 33 min left"
