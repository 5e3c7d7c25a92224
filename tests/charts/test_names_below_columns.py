"""Names below columns: smaller before one that a line would part, such as `Berth 4`, is broken, or any is left out."""

from __future__ import annotations

import pytest

from deckmaker.layout.charts import upright_axes
from deckmaker.layout.charts.categories import whole_labels_below
from deckmaker.layout.charts.texts import LABEL
from deckmaker.model.chart import ChartType
from tests.charts.awkward import chart
from tests.charts.laid_out import document, item
from tests.projects import briefing

NAMES_OF_BERTHS = tuple(f"Berth {n}" for n in range(1, 11))


def names_below(*names: str, kind: ChartType = ChartType.COLUMN) -> list[tuple[str, int, int]]:
    """Return the names below as many marks: their words, sizes and lines."""
    columns = chart(kind, names, range(1, len(names) + 1))
    laid_out, _ = document([("The deck", ()), ("A title", (columns,))], briefing("4:3", "statement"))
    shown = [one.placed.item for one in item(laid_out.pages[1]).plots[0].categories]
    return [(" ".join(one.text.split()), one.setting.size, len(one.setting.lines)) for one in shown]


def test_a_name_and_its_number_stand_on_one_line():
    """All of the names in the same size, though small."""
    found = names_below(*NAMES_OF_BERTHS)
    assert [name for name, _, _ in found] == list(NAMES_OF_BERTHS)
    assert {lines for _, _, lines in found} == {1}
    assert {size for _, size, _ in found} < set(range(12, 18))


def test_with_room_they_are_as_large_as_other_labels():
    assert {size for _, size, _ in names_below(*NAMES_OF_BERTHS[:5])} == {18}


def test_other_names_are_broken_rather_than_small():
    """Nothing in them belongs together."""
    found = names_below(
        *(f"{one} wall" for one in ("Outer", "Inner", "Upper", "Lower", "Other", "Older", "Newer", "Final"))
    )
    assert {(size, lines) for _, size, lines in found} == {(18, 2)}


@pytest.mark.parametrize("kind", [ChartType.COLUMN, ChartType.WATERFALL, ChartType.LINE])
def test_names_are_smaller_before_some_are_left_out(kind):
    """They are broken, too, and columns stay columns."""
    names = ("Employed 2024", "Entered from school", "Net migration", "Retired", "Became unemployed", "Care and other")
    found = names_below(*names, "Employed 2025", kind=kind)
    assert [name for name, _, _ in found] == [*names, "Employed 2025"]
    assert {size for _, size, _ in found} < set(range(12, 18))
    every = names_below(*(f"Berth {n}" for n in range(10, 26)), kind=ChartType.LINE)
    assert len(every) == 16 and max(lines for _, _, lines in every) == 2


@pytest.mark.parametrize("count", [20, 30])
def test_where_no_size_has_room_they_are_as_large_as_before(count):
    """Some are left out then."""
    found = names_below(*(f"Berth {n}" for n in range(10, 10 + count)), kind=ChartType.LINE)
    assert {size for _, size, _ in found} == {18}


def test_no_size_is_tried_below_the_first_that_has_room(monkeypatch):
    """Names are set again at each, of which a chart may have thousands."""
    tried: list[int] = []

    def counted(categories, width, texts, *more):
        tried.append(texts.size(LABEL))
        return whole_labels_below(categories, width, texts, *more)

    monkeypatch.setattr(upright_axes, "whole_labels_below", counted)
    (size,) = {size for _, size, _ in names_below(*NAMES_OF_BERTHS)}
    assert min(tried) == size > 12
