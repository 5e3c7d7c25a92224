"""Labels of categories: always horizontal; broken into a few lines, thinned out, or beside bars."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from deckmaker.layout.chart_item import ChartLabel, LabelFor
from deckmaker.layout.charts.below_axis import baseline_below
from deckmaker.layout.charts.drawing import BETWEEN
from deckmaker.layout.charts.scales import Scale
from deckmaker.layout.charts.texts import LABEL, ChartTexts, SetLabel
from deckmaker.layout.charts.wording import day
from deckmaker.model.chart import Categories, DateUnit
from deckmaker.model.geometry import Rect
from deckmaker.patterns import pattern
from deckmaker.theme import TextStyle

LINES = 3
"""How many lines a label of a category has at most."""

_ORDERLY = pattern(r"\W{0,8}\d")
_STEPS = {DateUnit.DAY: (7, 14), DateUnit.MONTH: (3, 6, 12), DateUnit.QUARTER: (2, 4), DateUnit.YEAR: (2, 5, 10)}


class CategoryLabel(NamedTuple):
    """A label, the place in data of what it names, and where on its axis it stands."""

    point: int
    at: float
    label: SetLabel


class CategoryLabels(NamedTuple):
    """The labels of an axis that are shown.

    `left_out` says that some are not that a reader would miss, `shortened` that one ends with an ellipsis.
    """

    labels: tuple[CategoryLabel, ...]
    left_out: bool = False
    shortened: bool = False

    @property
    def are_regular(self) -> bool:
        """Whether they are a regular step apart, from the first category on, as programs set them."""
        points = [one.point for one in self.labels]
        every = points[1] - points[0] if len(points) > 1 else 1
        return points == list(range(0, len(points) * every, every))

    @property
    def are_whole(self) -> bool:
        """Whether all that a reader would miss are shown, from their first letter to their last."""
        return not self.left_out and not self.shortened

    @property
    def parts_pairs(self) -> bool:
        """Whether a line of one ends between what belongs together, such as `Berth` and `4`."""
        return any(one.label.setting.parts_pairs for one in self.labels)

    @property
    def height(self) -> float:
        """How high the highest is, in points."""
        return max((one.label.height for one in self.labels), default=0.0)

    @property
    def width(self) -> float:
        """How wide the widest is, in points."""
        return max((one.label.width for one in self.labels), default=0.0)

    def baseline_below(self, axis: float) -> float:
        """Return where their first baseline is if they stand below an axis at that height."""
        return baseline_below(axis, (one.label for one in self.labels))


def is_orderly(categories: Categories) -> bool:
    """Tell whether a reader knows what stands between two categories: they are dates or numbers."""
    return bool(categories.dates) or categories.unit is not None or all(map(_ORDERLY.match, categories.names))


def labels_below(
    categories: Categories,
    width: float,
    texts: ChartTexts,
    between: float = BETWEEN,
    stressed: Collection[int] = (),
) -> CategoryLabels:
    """Return labels that have room side by side below an axis so wide, a step for each category, and air `between`.

    Of dates and numbers every second, or fewer, has a label where there is no room for all. So it is with names, if
    each has no room in three lines; then some are `left_out`. Before others those have labels that are `stressed`, and
    the last has one where that leaves room.
    """
    names = categories.names
    step = width / max(len(names), 1)
    style = texts.style(LABEL, "center")
    orderly = is_orderly(categories)
    if labels := _labels_of_all(names, width, texts, between, 1 if orderly else LINES):
        return labels
    longest = max(names, key=len, default="")
    wide = texts.set(longest, style).width if orderly else min(texts.set(longest, style).width, width / 6)
    every = _every(ceil((wide + between) / step), categories.unit)
    while every < len(names) and not _have_room(names[::every], style, every * step - between, texts, LINES):
        every = _every(every + 1, categories.unit)
    room = every * step - between
    shown = [(n, texts.set_native(names[n], style, room)) for n in range(0, len(names), every)]
    regular = {n: label for n, label in shown if label.fits}
    lines = max((label.lines for label in regular.values()), default=1)
    last = len(names) - 1

    def further(n: int) -> SetLabel | None:
        label = texts.set_native(names[n], style, room)
        return label if label.fits and label.lines <= lines else None

    named = _with_further(regular, further, stressed, _Row(last, width, between))
    return CategoryLabels(tuple(CategoryLabel(n, float(n), label) for n, label in sorted(named.items())), not orderly)


def whole_labels_below(
    categories: Categories, width: float, texts: ChartTexts, between: float, stressed: Collection[int]
) -> CategoryLabels | None:
    """Return labels below an axis as `labels_below` does, if no name would be left out: what else it would try is not
    tried then."""
    if is_orderly(categories):
        return labels_below(categories, width, texts, between, stressed)
    return _labels_of_all(categories.names, width, texts, between, LINES)


def _labels_of_all(
    names: Sequence[str], width: float, texts: ChartTexts, between: float, lines: int
) -> CategoryLabels | None:
    """Return a label for each name below an axis so wide, if all have room in so many lines."""
    style = texts.style(LABEL, "center")
    room = width / max(len(names), 1) - between
    if len(names) * style.size > width or not _have_room(names, style, room, texts, lines):
        return None
    found = (texts.set_native(name, style, room) for name in names)
    return CategoryLabels(tuple(CategoryLabel(n, float(n), one) for n, one in enumerate(found)))


def _have_room(names: Sequence[str], style: TextStyle, width: float, texts: ChartTexts, lines: int) -> bool:
    """Tell whether each name has room in so many lines of a width: they are looked at until one has none."""
    labels = (texts.set_native(name, style, width) for name in names)
    return all(label.fits and label.lines <= lines for label in labels)


class _Row(NamedTuple):
    """Labels in a row so many points wide, `between` points apart, the `last` so many steps behind the first."""

    last: int
    width: float
    between: float

    def has_room(self, point: int, label: SetLabel, beside: Mapping[int, SetLabel]) -> bool:
        """Tell whether a label stands clear of others, also where the axis is shorter by what the outer ones need."""
        widest = max(one.width for one in (label, *beside.values()))
        return self._is_clear(point, label.width, beside, widest)

    def may_have_room(self, point: int, beside: Mapping[int, SetLabel]) -> bool:
        """Tell whether a label that takes no room would stand clear of others: if not, it need not be measured."""
        return self._is_clear(point, 0.0, beside, max((one.width for one in beside.values()), default=0.0))

    def _is_clear(self, point: int, width: float, beside: Mapping[int, SetLabel], widest: float) -> bool:
        step = min(self.width / (self.last + 1), (self.width - widest) / max(self.last, 1))
        return all(
            point == other or abs(point - other) * step >= (width + one.width) / 2 + self.between
            for other, one in beside.items()
        )


def _with_further(
    regular: Mapping[int, SetLabel],
    further: Callable[[int], SetLabel | None],
    stressed: Collection[int],
    row: _Row,
) -> Mapping[int, SetLabel]:
    """Return labels a regular step apart, with those that are `stressed` and that of the last where they have room.

    `further` returns the label of a point, if there is one. Those that give way to a stressed one are left out.
    """
    found: dict[int, SetLabel] = {}
    for point in sorted(stressed):
        if row.may_have_room(point, found) and (label := further(point)) and row.has_room(point, label, found):
            found[point] = label
    if not regular.keys() >= found.keys():
        regular = {point: label for point, label in regular.items() if row.has_room(point, label, found)}
    found = {**found, **regular}
    if (label := further(row.last)) and row.has_room(row.last, label, found):
        found[row.last] = label
    return found


def _every(least: int, unit: DateUnit | None) -> int:
    """Return every how many categories have a label: of dates, as people count them."""
    return next((step for step in _STEPS.get(unit, ()) if step >= least), least) if unit and least > 1 else least


def labels_of_dates(
    ticks: Iterable[float], dates: Sequence[date], unit: DateUnit, texts: ChartTexts, language: str
) -> CategoryLabels:
    """Return the labels of ticks of dates; each names the first point at or behind it."""
    style = texts.style(LABEL, "center")
    found = []
    for tick in ticks:
        point = next((n for n, one in enumerate(dates) if one.toordinal() >= tick), len(dates) - 1)
        found.append(CategoryLabel(point, tick, texts.set(day(tick, unit, language), style)))
    return CategoryLabels(tuple(found))


def labels_beside(
    categories: Categories, height: float, width: float, texts: ChartTexts, stressed: Collection[int] = ()
) -> CategoryLabels:
    """Return labels at the start of bars that share so much height, broken so that none is wider than `width`.

    Where there is no room for all, they are a regular step apart; but those that are `stressed` have one before others.
    """
    style = texts.style(LABEL, "right")
    step = height / max(len(categories.names), 1)
    one_line = texts.set("0", style).height
    every = max(1, ceil(one_line / step - 1e-6))
    lines = max(1, min(LINES, int(every * step / one_line + 1e-6)))
    found: list[CategoryLabel] = []
    shortened = False
    first = sorted(stressed) if every > 1 else ()
    for n in dict.fromkeys((*first, *range(0, len(categories.names), every))):
        if first and any(abs(n - one.point) * step < (one_line + one.label.height) / 2 - 1e-6 for one in found):
            continue  # before it is measured
        label = texts.set_native(categories.names[n], style, width)
        is_long = label.lines > lines or not label.fits
        label = _shortened(categories.names[n], width, lines, texts) if is_long else label
        if first and any(abs(n - one.point) * step < (label.height + one.label.height) / 2 - 1e-6 for one in found):
            continue
        found.append(CategoryLabel(n, float(n), label))
        shortened |= is_long
    found.sort(key=lambda one: one.point)
    return CategoryLabels(tuple(found), every > 1 and not is_orderly(categories), shortened)


def _shortened(name: str, width: float, lines: int, texts: ChartTexts) -> SetLabel:
    """Return a name with as many of its first letters as have room, and an ellipsis."""
    style = texts.style(LABEL, "right")
    least, most = 0, len(name)
    while least < most:
        middle = (least + most + 1) // 2
        label = texts.set_native(f"{name[:middle].rstrip()}…", style, width)
        least, most = (middle, most) if label.fits and label.lines <= lines else (least, middle - 1)
    return texts.set_native(f"{name[:least].rstrip()}…", style, width)


def placed_below(
    labels: CategoryLabels, scale: Scale, axis: float, texts: ChartTexts, within: Rect
) -> tuple[ChartLabel, ...]:
    """Return labels as placed below an axis at that height, each in the middle of what it names."""
    found: list[ChartLabel] = []
    baseline = labels.baseline_below(axis)
    for one in labels.labels:
        rect = one.label.below_line(scale.at(one.at), baseline)
        x = min(max(rect.x, within.x), max(within.right - rect.width, within.x))
        frame = Rect(x, rect.y, rect.width, rect.height)
        if found and frame.x < found[-1].placed.rect.right:
            continue  # moved from the edge of the room, it would stand on the one before
        found.append(ChartLabel(one.label.native(frame, texts.span), LabelFor.CATEGORY, one.point))
    return tuple(found)


def placed_beside(labels: CategoryLabels, scale: Scale, x: float, texts: ChartTexts) -> tuple[ChartLabel, ...]:
    """Return labels as placed so that they end at `x`, each in the middle of its bars."""
    return tuple(
        ChartLabel(
            one.label.native(one.label.around(x, scale.at(one.at)), texts.span),
            LabelFor.CATEGORY,
            one.point,
        )
        for one in labels.labels
    )
