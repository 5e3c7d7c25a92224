"""Charts with far more than they can show: what they take grows with what there is, in layout and in each format.

Work is counted in calls, as in `test_layout`: a search for room that never ends, or that looks at all labels again for
each, tells on itself.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import product

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, layout_deck
from deckmaker.layout.charts.colors import series_color
from deckmaker.model.chart import Chart, Highlight, Series
from deckmaker.pipeline import read_layout
from deckmaker.render.registry import load_renderer
from tests.hostile.test_layout import resolved, words
from tests.hostile.work import bytes_of, calls_of, growth
from tests.projects import DECK, Project, briefing
from tests.resolve.charts.reading import read
from tests.samples import mostly_long

pytestmark = pytest.mark.slow

TWENTY = 20
"""Series, each with so many values as there are categories."""

_UNIQUE = 8**3
"""How many different names there are."""


def entry(type: str, categories: list[str], series: int, more: str = "") -> str:
    """Return a slide with a chart, each of whose values differs from its neighbours."""
    values = [[(point * 7 + one * 13) % 41 + 1 for point in range(len(categories))] for one in range(series)]
    named = ", ".join(f"Quay {one}: {own}" for one, own in enumerate(values))
    return f"  - title: A\n    chart: {{type: {type}, categories: {categories}, series: {{{named}}}{more}}}\n"


def by_categories(type: str, series: int, more: str, count: int) -> str:
    """Return a chart of so many categories."""
    return entry(type, [f"{words(one % _UNIQUE)} {one // _UNIQUE}" for one in range(count)], series, more)


def by_series(type: str, categories: int, more: str, count: int) -> str:
    """Return a chart of so many series, whose categories are years: they take a line, however little room they have."""
    return entry(type, [str(2000 + one) for one in range(categories)], count, more)


def by_dates(type: str, series: int, more: str, count: int) -> str:
    """Return a chart over so many days."""
    days = [f"{1990 + one // 336}-{one // 28 % 12 + 1:02}-{one % 28 + 1:02}" for one in range(count)]
    return entry(type, days, series, more)


def scattered(count: int) -> str:
    """Return a scatter chart of so many points."""
    points = "".join(f", [{one * 17 % 1009}, {one * 31 % 997}]" for one in range(count))
    return f"  - title: A\n    chart: {{type: scatter, x: Metres, y: Decibels, rows: [[Metres, Decibels]{points}]}}\n"


def in_one_place(count: int) -> str:
    """Return a scatter chart of so many points with names, all but one of them in one place."""
    rows = "".join(f", [Quay {one}, 5, 7]" for one in range(count))
    return f"  - title: A\n    chart: {{type: scatter, x: B, y: C, label: A, rows: [[A, B, C]{rows}, [D, 8, 9]]}}\n"


def ending_early(count: int) -> str:
    """Return lines of so many points, of which each but the first ends before the axis does, and is named there."""
    known = count * 4 // 5
    first = [point % 41 + 100 for point in range(count)]
    others = "".join(
        f", Quay {one}: {[point % 7 + 20 * one for point in range(known)] + ['–'] * (count - known)}"
        for one in range(3)
    )
    return (
        f"  - title: A\n    chart: {{type: line, categories: {[*range(count)]}, series: {{Berth: {first}{others}}}}}\n"
    )


def stressed(type: str, count: int) -> str:
    """Return a chart of so many categories, each of which is to have its name before others."""
    names = [f"Quay {one}" for one in range(count)]
    return entry(type, names, 1, f", highlight: {names}")


ALL = ", labels: all"

MUCH: dict[str, tuple[Callable[[int], str], int, int]] = {
    "columns": (partial(by_categories, "column", TWENTY, ""), 40, 6_000),
    "columns of many series": (partial(by_series, "column", 50, ""), 20, 15_000),
    "bars": (partial(by_categories, "bar", TWENTY, ""), 40, 5_000),
    "columns with values": (partial(by_categories, "column", TWENTY, ALL), 40, 6_000),
    "stacked columns": (partial(by_categories, "column", TWENTY, ", stack: true"), 40, 9_000),
    "shares of many series": (partial(by_series, "column", 50, ", stack: percent"), 20, 20_000),
    "points of a line": (partial(by_categories, "line", 1, ""), 600, 300),
    "points of a line with values": (partial(by_categories, "line", 1, ALL), 600, 300),
    "days of a line": (partial(by_dates, "line", 2, ""), 600, 500),
    "lines": (partial(by_series, "line", 50, ""), 20, 10_500),
    "areas": (partial(by_series, "area", 50, ""), 20, 10_000),
    "scattered points": (scattered, 600, 300),
    "points in one place": (in_one_place, 600, 500),
    "lines that end early": (ending_early, 600, 5_000),
    "stressed columns": (partial(stressed, "column"), 300, 3_000),
    "stressed bars": (partial(stressed, "bar"), 300, 1_500),
    "steps of a waterfall": (partial(by_categories, "waterfall", 1, ""), 80, 1_000),
    "rows of dumbbells": (partial(by_categories, "dumbbell", 2, ""), 80, 1_000),
    "slopes": (partial(by_series, "slope", 2, ""), 50, 3_000),
    "small lines": (partial(by_series, "line", 30, ", multiples: true"), 12, 60_000),
    "small columns": (partial(by_series, "column", 30, ", multiples: true"), 12, 60_000),
    "points of small lines": (partial(by_categories, "line", 12, ", multiples: true"), 80, 30_000),
}
"""How many there are of what, and the calls that each may take in layout: of what is drawn for each category or series,
some hundred a mark."""

FORMS = ("pptx", "pdf", "html")
DRAWN = ("columns", "points of a line", "days of a line", "scattered points", "rows of dumbbells", "small columns")
"""Those that renderers tell apart."""


def lay_out(project: Project, slides: str) -> Document:
    """Return the document of a deck with such slides, whatever is said of it."""
    project.write(DECK + slides)
    document = read_layout(project.deck, Diagnostics())
    assert document
    return document


LIKE_OTHERS = ("areas", "points of a line with values", "points of small lines", "rows of dumbbells")
"""What goes the same way through layout as another of them."""


@pytest.mark.parametrize("name", mostly_long(MUCH, is_usual=lambda name: name not in LIKE_OTHERS))
def test_layout_takes_as_much_for_each_part_of_a_chart(name, tmp_path):
    """From the file to the page."""
    project, (much, count, most) = Project(tmp_path), MUCH[name]
    lay_out(project, much(2 * count))  # which opens fonts and shapes what there is
    once = calls_of(lambda: lay_out(project, much(count)))
    twice = calls_of(lambda: lay_out(project, much(2 * count)))
    assert (twice - once) / count < most
    assert twice / once < 2.2


@pytest.mark.parametrize(
    ("form", "name"),
    mostly_long(
        product(FORMS, DRAWN), is_usual=lambda case: (FORMS.index(case[0]) + DRAWN.index(case[1])) % len(FORMS) == 0
    ),
)
def test_twice_as_much_of_a_chart_takes_twice_the_work_in_each_format(form, name, tmp_path):
    """Native charts with their workbooks, vectors, and drawings."""
    project, (much, count, _) = Project(tmp_path), MUCH[name]
    renderer = load_renderer(form, Diagnostics())
    assert renderer

    def rendered(document: Document) -> int:
        return calls_of(lambda: renderer.render(document, BytesIO(), Diagnostics()))

    few, twice = (lay_out(project, much(one)) for one in (count, 2 * count))
    rendered(twice)  # which subsets fonts
    assert rendered(twice) < 2.2 * rendered(few)


def slides(count: int) -> str:
    """Return charts of several types, a slide each."""
    types = ("column", "bar", "line", "pie", "area")
    return "".join(by_series(types[one % len(types)], 5, "", 3) for one in range(count))


@pytest.mark.parametrize("measure", [calls_of, bytes_of])
def test_a_chart_costs_the_same_however_many_there_are(measure, tmp_path):
    """In calls and in bytes."""
    project = Project(tmp_path)
    decks = {count: resolved(project, slides(count)) for count in (1, 20, 40)}

    def laid_out(count: int) -> Document:
        return layout_deck(decks[count or 1], briefing(), Diagnostics())

    assert growth(measure, laid_out, 20) < 2.1


def test_laying_out_charts_leaves_nothing_in_memory_but_the_document(tmp_path):
    """No circles: what is known of words, and charts that were drawn for their legend alone."""
    deck = resolved(Project(tmp_path), slides(10))
    gc.collect()
    gc.disable()
    try:
        layout_deck(deck, briefing(), Diagnostics())
        assert gc.collect() < 100
    finally:
        gc.enable()


class _Counted(tuple[Series, ...]):
    """Series that count how many of them are looked at, one after another."""

    looked_at = 0

    def __iter__(self) -> Iterator[Series]:
        for one in super().__iter__():
            type(self).looked_at += 1
            yield one


@pytest.mark.parametrize("highlight", [Highlight(), Highlight(series=frozenset(range(400)))], ids=["plain", "stressed"])
def test_the_colours_of_a_slopes_lines_are_found_once_for_all_of_them(highlight, tmp_path):
    """A slope has a line for each row, and each looked at the names of all: 8,000 rows took half a minute."""
    project = Project(tmp_path)
    rows = ", ".join(f"[Quay {one}, 1, 2]" for one in range(400))
    slide = f"  - title: A\n    chart: {{type: slope, rows: [[Quay, '2019', '2024'], {rows}]}}\n"
    chart = next(one for one in resolved(project, slide).slides[-1].walk() if isinstance(one, Chart))
    chart = replace(chart, series=_Counted(chart.series), highlight=highlight)
    _Counted.looked_at = 0
    assert [series_color(chart, one) for one in range(400)] == [f"series-{one % 6 + 1}" for one in range(400)]
    assert _Counted.looked_at <= 2 * 400


def test_points_that_are_stressed_by_their_names_are_found_at_once():
    """Each name was held against the names of all points."""

    def stressed(count: int) -> None:
        rows = "".join(f"Quay {row},{row},{row}\n" for row in range(count + 2))
        names = ", ".join(f"Quay {row}" for row in range(count))
        read(f"{{file: f.csv, type: scatter, x: A, y: B, highlight: [{names}]}}", {"f.csv": f"Name,A,B\n{rows}"})

    assert growth(calls_of, stressed, 200) < 2.4


def test_labels_that_a_pie_has_no_room_for_are_given_up_at_once(tmp_path):
    """Long names in a column: sizes of type, numbers of labels and radii are tried, and most are in vain."""
    names = {f"{words(one)} of the port of {words(one)}": 20 + one % 7 for one in range(40)}
    slides = f"  - title: A\n    columns:\n      - chart: {{type: pie, values: {names}}}\n      - text: B\n"
    project = Project(tmp_path)
    lay_out(project, slides.replace("pie", "bar"))  # which opens fonts and shapes what there is
    assert calls_of(lambda: lay_out(project, slides)) < 3_000_000
