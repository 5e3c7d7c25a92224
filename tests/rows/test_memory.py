"""A process that makes the decks of many rows keeps nothing of those that it has made."""

from __future__ import annotations

import gc
import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from deckmaker.rows.batch import Batch, RowOutcome, work
from tests.projects import ROOT, environment
from tests.rows.runs import Run, Table

pytestmark = pytest.mark.slow

DECK = """title: "Noise in {{ region }}"
slides:
  - title: "Noise in {{ region }}"
    text: "It was loud in {{ region }} in {{ nights | ,.0f }} nights."
  - title: "Nights of {{ region }}"
    chart: {type: column, rows: [[Place, Nights], ["{{ region }}", "{{ nights }}"], [Limit, "20"]], alt: Nights}
  - title: "Berths of {{ region }}"
    table: {header: 1, rows: [[Berth, Nights], ["{{ region }}", "{{ nights }}"]]}
"""
ROWS = Table(*((f"Harbour {number}", str(1000 + number)) for number in range(40)))

MOST_KEPT = 25
"""Objects a row, on average: of its texts, those that are kept until so many others came."""


def kept(folder: Path) -> tuple[list[int], list[int]]:
    """Build decks; return how many objects in circles there are after each batch, and how many objects at all."""
    circles: list[int] = []
    objects: list[int] = []

    def counted(take: Callable[[], Batch | None]) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
        while (batch := take()) is not None:
            yield batch, work(batch)
            gc.unfreeze()
            circles.append(gc.collect())
            objects.append(len(gc.get_objects()))

    tally = Run(folder, DECK).build(ROWS, formats=("pptx", "pdf", "html", "md"), workers=counted)
    assert tally.done == 40 and len(circles) >= 8
    return circles, objects


def test_nothing_is_left_of_a_row(tmp_path: Path) -> None:
    """Neither what nobody refers to, of which a chart left 92 objects, nor how its texts were cut, another 18.

    It is counted in a process of its own: threads of other tests, such as Dask's, leave circles, too.
    """
    code = (
        "import sys; from pathlib import Path; from tests.rows.test_memory import kept; print(kept(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    circles, objects = literal_eval(done.stdout)
    half = len(circles) // 2  # they are only checked before that
    assert not sum(circles[2:half] + circles[half + 2 :]), circles
    assert objects[-1] - objects[half + 2] < MOST_KEPT * 20, objects


def test_what_all_rows_share_is_not_searched_for_each(tmp_path: Path) -> None:
    """Objects that come before the first deck is built, as renderers do, are looked at once."""
    loaded: list[list[object]] = []
    searched: list[int] = []

    def counted(take: Callable[[], Batch | None]) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
        while (batch := take()) is not None:
            yield batch, work(batch)
            loaded.extend([] for _ in range(0 if loaded else 50_000))
            searched.append(len(gc.get_objects()))

    assert Run(tmp_path, DECK).build(ROWS, formats=("html",), workers=counted).done == 40
    assert searched[-1] < 50_000 < searched[0]
