"""Charts in the PDF: paths in the palette's colours, within a figure that has words. Read back with pikepdf."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pikepdf
import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.chart_item import ChartItem
from deckmaker.render.pdf import PdfRenderer
from tests.render.hand_charts import HOSTILE, chart_document, chart_theme, columns, dots, lines, wedges

THEME = chart_theme()

Operation = tuple[str, list[object]]


def written(*items: ChartItem) -> bytes:
    stream = BytesIO()
    PdfRenderer().render(chart_document(items, THEME), stream, Diagnostics())
    return stream.getvalue()


def figure(item: ChartItem) -> list[Operation]:
    """Return the operations of the one figure on a page with that chart, from its beginning on."""
    with pikepdf.open(BytesIO(written(item))) as pdf:
        found = [(str(operator), [*operands]) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])]
    names = [name for name, _ in found]
    return found[names.index("BDC") : names.index("EMC")]


def count(operations: Iterable[Operation], *names: str) -> int:
    return sum(name in names for name, _ in operations)


def test_a_chart_is_a_figure_with_words() -> None:
    """Its labels are in it; its note and what stands around it are not."""
    (_, (tag, said)), *inside = figure(columns(THEME))
    assert str(tag) == "/Figure" and str(said.Alt) == f"Columns: {HOSTILE}"
    assert count(inside, "BT") == 4  # two categories, one of them in two lines, and a value


def test_a_long_line_is_one_path() -> None:
    """However many points it has."""
    drawn = figure(lines(THEME, 5_000))
    assert count(drawn, "l") == 4 + 4_999 + 1
    assert count(drawn, "S", "f", "B") == 4 + 2 + 1  # grid and axis, lines, a dot


def test_dots_let_through_what_is_below_them() -> None:
    """And have a line around them where they have an edge."""
    drawn = figure(dots(THEME))
    assert count(drawn, "gs") == 12
    assert (count(drawn, "f"), count(drawn, "B")) == (6, 6)
    with pikepdf.open(BytesIO(written(dots(THEME)))) as pdf:
        assert [float(one.ca) for one in pdf.pages[0].Resources.ExtGState.values()] == [0.4, 0.6]


def test_dashes_are_those_of_their_line() -> None:
    """Four of its widths long, three apart; the line of data beside it has round ends and none."""
    drawn = figure(lines(THEME))
    dashes = [[float(one) for one in operands[0]] for name, operands in drawn if name == "d"]
    assert dashes == [[6.0, 4.5]]
    assert count(drawn, "J", "j") == 2


def test_a_hole_is_no_disc_of_the_ground() -> None:
    """A whole ring is one path of two circles."""
    drawn = figure(wedges(THEME, hole=60.0, shares=(1.0,)))
    assert (count(drawn, "m"), count(drawn, "c"), count(drawn, "f")) == (2, 8, 1)


@pytest.mark.slow
def test_a_hundred_charts_cost_no_more_each_than_one() -> None:
    """What they share is in the file once."""
    one, hundred = len(written(columns(THEME))), len(written(*[columns(THEME)] * 100))
    few = len(written(*[columns(THEME)] * 2))
    assert (hundred - one) / 99 <= (few - one) * 1.05
