"""Charts in the PDF: paths in the palette's colours, within a figure that has words. Read back with pikepdf."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
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
    """Return the operations of the one figure on a page with that chart."""
    with pikepdf.open(BytesIO(written(item))) as pdf:
        found = [(str(operator), [*operands]) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])]
        begins = next(index for index, (name, said) in enumerate(found) if name == "BDC" and said[0] == "/Figure")
        inside = [
            (name, [float(one) if isinstance(one, Decimal | int) else one for one in said])
            for name, said in found[begins + 1 :]
        ]
    return inside[: [name for name, _ in inside].index("EMC")]


def described(item: ChartItem) -> str:
    """Return what the figure is for those who do not see it."""
    with pikepdf.open(BytesIO(written(item))) as pdf:
        (said,) = (str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one)
    return said


def count(operations: Iterable[Operation], *names: str) -> int:
    return sum(name in names for name, _ in operations)


def test_a_chart_is_a_figure_with_words() -> None:
    """They are its summary, then its data. Its labels and what stands around it are in it; its note is not."""
    name = " ".join(HOSTILE.split())
    data = f"2023: {name} 1.0, Gas −0.5; {name}: {name} 2.5, Gas 1,234.5"
    assert described(columns(THEME)) == f"Columns: {name} {data}"
    own, around = 4, 6  # two categories, one of them in two lines, and a value; an axis' numbers, and two words
    assert count(figure(columns(THEME)), "BT") == own + around


def test_a_long_line_is_one_path() -> None:
    """However many points it has."""
    drawn = figure(lines(THEME, 5_000))
    assert count(drawn, "l") == 4 + 4_999 + 1
    assert count(drawn, "S", "f", "B") == 4 + 2 + 1 + 1  # grid and axis, lines, a dot, a key


def test_dots_let_through_what_is_below_them() -> None:
    """And have a line around them where they have an edge."""
    drawn = figure(dots(THEME))
    assert count(drawn, "gs") == 12
    assert (count(drawn, "f"), count(drawn, "B")) == (6 + 1, 6)  # and a key
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
    assert (count(drawn, "m"), count(drawn, "c"), count(drawn, "f")) == (2, 8, 1 + 1)  # and a key


@pytest.mark.slow
def test_a_hundred_charts_cost_no_more_each_than_one() -> None:
    """What they share is in the file once."""
    one, hundred = len(written(columns(THEME))), len(written(*[columns(THEME)] * 100))
    few = len(written(*[columns(THEME)] * 2))
    assert (hundred - one) / 99 <= (few - one) * 1.05
