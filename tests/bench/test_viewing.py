"""Pages of photos, written and opened: what is measured is what was asked for, and stands on the page of numbers."""

from __future__ import annotations

import pytest

from tests.bench.goals import goals
from tests.bench.material import make_material
from tests.bench.measure import Measurement
from tests.bench.page import viewing_table
from tests.bench.results import Results, Rounds
from tests.bench.viewing import PAGE, PHOTOS, PLAIN, measure_viewing, write_pages

VIEWED = Rounds({PAGE: [Measurement(1.0, 300, 90)], PLAIN: [Measurement(4.0, 400, 90)]})


def test_goals_are_ratios_to_the_photos_alone():
    """And limits in seconds and MiB."""
    found = {one.says: one for one in goals(Results({}, Rounds({}), viewing=VIEWED)) if str(PHOTOS) in one.says}
    assert [one.found for one in found.values()] == [0.25, 0.75, 1.0, 300]
    assert {one.verdict for one in found.values()} == {"met"}
    assert {one.verdict for one in goals(Results({}, Rounds({}))) if str(PHOTOS) in one.says} == {"not measured"}


def test_the_table_has_both_pages():
    """With seconds and memory."""
    assert viewing_table(VIEWED).splitlines()[2:] == [
        f"| a deck of {PHOTOS} photos | 1.00 s | 300 MiB |",
        "| a page of the same photos, without anything else | 4.00 s | 400 MiB |",
    ]


@pytest.mark.outside
@pytest.mark.slow
def test_pages_are_opened(tmp_path):
    """A few photos, to save time."""
    pages = write_pages(make_material(tmp_path, 6, distinct=True), tmp_path / "pages")
    assert pages[PLAIN].read_text(encoding="utf-8").count("<img ") == 6
    rounds = measure_viewing(pages, 1)
    for name in (PAGE, PLAIN):
        seconds, taken = rounds.seconds(name), rounds.mebibytes(name)
        assert seconds and 0 < seconds < 60
        assert taken and 50 < taken < 1_000
