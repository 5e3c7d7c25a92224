"""Series of a chart of PowerPoint: their names, their categories and their numbers, as the file keeps them.

Source: ECMA-376 part 1, 21.2. The numbers are those that PowerPoint shows, which it keeps beside the workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass, replace
from deckmaker.importing.powerpoint.chart_days import days_in, without_literals
from deckmaker.importing.powerpoint.symbols import with_signs
from deckmaker.importing.seen_texts import seen_line
from deckmaker.patterns import pattern
from deckmaker.template.names import A, local
from deckmaker.template.numbers import number

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TYPES = {
    **dict.fromkeys(("barChart", "bar3DChart"), "column"),
    **dict.fromkeys(("lineChart", "line3DChart"), "line"),
    **dict.fromkeys(("areaChart", "area3DChart"), "area"),
    **dict.fromkeys(("pieChart", "pie3DChart", "ofPieChart"), "pie"),
    "doughnutChart": "doughnut",
    "scatterChart": "scatter",
    "bubbleChart": "bubble",
}
PAIRS = ("scatter", "bubble")
"""Kinds whose points have two numbers or more."""

MOST_POINTS, MOST_SERIES = 10_000, 50
"""Points of one series, those of a chart of a year's hours; series of a chart. More are left out."""

MOST_LEVELS = 10
"""Levels of names: nobody has as many."""

_OUR_LABELS = "Labels"
"""The name of a series in our own files that shows names of categories."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series: its `kind` as decks call it, empty for one that they have not, and the index of its `plot`.

    The `categories` of scatter and bubble charts are their numbers along the x axis.
    """

    name: str
    categories: list[str]
    values: list[str]
    sizes: list[str]
    plot: int
    kind: str
    is_percent: bool


def from_1904(root: Element) -> bool:
    """Tell whether the days of a chart count from 1904, as those of workbooks of the Macintosh did."""
    return is_on(root, "date1904")


def all_series(plots: Sequence[Element], from_1904: bool = False) -> list[Series]:
    """Return the series that have values, or a name for those to come, with days `from_1904` on or as usual; none where
    none has a value.

    Of those that draw the same cells in the same way and look alike, such as for labels on a second side, the first.
    LibreOffice gives each cells of its own: then one that is not seen has the same numbers.
    """
    elements = [(one, index, plot) for index, plot in enumerate(plots) for one in plot.iterfind(f"{C}ser")]
    found: list[Series] = []
    drawn: set[tuple[object, ...]] = set()
    for element, index, plot in elements[:MOST_SERIES]:
        cells = tuple(one.text or "" for one in element.iter(f"{C}f"))
        series = read_series(element, index, plot, from_1904)
        # What the file keeps of cells is what PowerPoint shows: other programs may name the same cells for all series.
        key = (plot.tag, cells, series.name, *map(tuple, (series.categories, series.values, series.sizes)))
        if cells and key in drawn:
            continue
        drawn.add(key)
        is_ours = _is_unseen(element) and (series in found or _has_labels_alone(series))
        if (any(series.values) or is_named_alone(series)) and not is_ours:
            found.append(series)
    return found if any(any(one.values) for one in found) else []


def is_named_alone(series: Series) -> bool:
    """Tell whether a series has a name, and categories without values. Points need numbers to be any."""
    return bool(series.name) and series.kind not in PAIRS and not any(series.values)


def _is_unseen(element: Element) -> bool:
    """Tell whether a series is a line that is not drawn, without dots: such a one carries labels."""
    symbol = element.find(f"{C}marker/{C}symbol")
    is_without_dots = symbol is not None and symbol.get("val") == "none"
    return is_without_dots and element.find(f"{C}spPr/{A}ln/{A}noFill") is not None


def _has_labels_alone(series: Series) -> bool:
    """Tell whether a series of our own files shows names of categories: its points stand along the axis."""
    return series.name == _OUR_LABELS and len({one for one in series.values if one}) == 1


def read_series(element: Element, plot: int, around: Element, from_1904: bool) -> Series:
    """Return a series of a plot, which is the one of this index, with days `from_1904` on or as usual."""
    names = [*_cache(element.find(f"{C}tx")), *(seen_line(one.text or "") for one in element.iterfind(f"{C}tx/{C}v"))]
    is_pairs = element.find(f"{C}xVal") is not None or element.find(f"{C}yVal") is not None
    values = element.find(f"{C}{'yVal' if is_pairs else 'val'}")
    code = next((one.text or "" for one in values.iter(f"{C}formatCode")), "") if values is not None else ""
    return Series(
        " ".join(" ".join(names).split()),
        _categories(element, is_pairs, from_1904),
        _numbers(values),
        _numbers(element.find(f"{C}bubbleSize")),
        plot,
        TYPES.get(local(around.tag), ""),
        "%" in without_literals(code),
    )


def _categories(element: Element, is_pairs: bool, from_1904: bool) -> list[str]:
    """Return the names of categories, or the numbers along x: those that a format shows as days or times are such, but
    for times along x, which have their places as numbers."""
    found = _cache_in(element.find(f"{C}{'xVal' if is_pairs else 'cat'}"))
    names = _names_in(found)
    if found is None or not _has_numbers(found):
        return names
    return days_in(names, found.findtext(f"{C}formatCode") or "", from_1904, not is_pairs)


def _cache(element: Element | None) -> list[str]:
    """Return what the file keeps of names or numbers, '' for gaps; names in levels are joined. Names stay as they are:
    `01067` and `1.10` are no numbers."""
    return _names_in(_cache_in(element))


def _cache_in(element: Element | None) -> Element | None:
    return next((one for one in element.iter() if local(one.tag) in _CACHES), None) if element is not None else None


def _names_in(found: Element | None) -> list[str]:
    if found is None:
        return []
    stated = found.find(f"{C}ptCount")
    count = min(number(stated.get("val")) if stated is not None else 0, MOST_POINTS)
    levels = [_texts(level) for level in found.findall(f"{C}lvl")[:MOST_LEVELS] or [found]]
    last = max((index for texts in levels for index in texts), default=-1)
    count = max(count, min(last + 1, MOST_POINTS))
    as_shown = shown if _has_numbers(found) else on_one_line
    return joined_levels([[as_shown(texts.get(index, "")) for index in range(count)] for texts in levels])


def _has_numbers(cache: Element) -> bool:
    return local(cache.tag) in ("numCache", "numLit")


def _texts(level: Element) -> dict[int, str]:
    return {number(one.get("idx")): one.findtext(f"{C}v") or "" for one in level.iterfind(f"{C}pt")}


def joined_levels(levels: Sequence[Sequence[str]]) -> list[str]:
    """Return names in levels, the lowest first, as one each, such as `2023 Q1`: one of an upper level is that of those
    behind it, too, until the next begins."""
    lowest, *others = levels
    found = list(lowest)
    for upper in others:
        held = ""
        for index, name in enumerate(upper):
            held = name or held
            found[index] = f"{held} {found[index]}".strip()
    return found


def _numbers(element: Element | None) -> list[str]:
    """Return numbers, '' for gaps and for what a workbook could not compute, such as `#REF!`."""
    return [shown(one) if is_number(one) else "" for one in _cache(element)]


def no_numbers(series: Iterable[Element]) -> list[str]:
    """Return what stands where series have numbers, and is none, each text once. Names along x alone are none of it:
    PowerPoint counts the points then."""
    found: dict[str, None] = {}
    for one in series:
        for name in ("val", "yVal", "bubbleSize", "xVal"):
            texts = _cache(one.find(f"{C}{name}"))
            if name != "xVal" or any(map(is_number, texts)):
                found |= dict.fromkeys(text for text in texts if text and not is_number(text))
    return list(found)


_CACHES = ("strCache", "numCache", "strLit", "numLit", "multiLvlStrCache")


def on_one_line(text: str) -> str:
    """Return a text with one space between its words, and signs of fonts for symbols as others have them."""
    return with_signs(seen_line(text))


def shown(text: str) -> str:
    """Return a number without what floats add to it, any other text on one line."""
    words = on_one_line(text)
    if not is_number(words):
        return words
    return f"{float(words):.15g}" if "e" not in f"{float(words):.15g}" else words


def is_number(text: str) -> bool:
    """Tell whether a text is a number as a file has it, and no larger one than programs reckon with."""
    is_one = pattern(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?").fullmatch(text)
    return is_one is not None and isfinite(float(text))


def with_own_names(found: Sequence[Series]) -> list[Series]:
    """Return series each of which has a name of its own."""
    taken: set[str] = set()
    named = []
    for index, one in enumerate(found, start=1):
        base = name = one.name or f"Series {index}"
        again = 2
        while name in taken:
            name, again = f"{base} ({again})", again + 1
        taken.add(name)
        named.append(replace(one, name=name))
    return named


def placed_by_x(found: Sequence[Series]) -> tuple[list[Series], bool]:
    """Return series with the points of scatter charts at the categories of the others, where both are in one chart:
    the third category is at 3. Tells whether some points are at none."""
    named = [one for one in found if one.kind not in PAIRS]
    if not named or len(named) == len(found):
        return list(found), False
    count = len(categories_of(named))
    placed, are_some_left = [], False
    for one in found:
        values, is_left = _at_their_x(one, count) if one.kind in PAIRS else (one.values, False)
        placed.append(replace(one, categories=[] if one.kind in PAIRS else one.categories, values=values))
        are_some_left |= is_left
    return placed, are_some_left


def _at_their_x(one: Series, count: int) -> tuple[list[str], bool]:
    """Return the values at each of so many categories, and whether some are at none, or two at one. Without numbers
    along x, PowerPoint counts points."""
    if not any(one.categories) or not all(is_number(x) for x in one.categories if x):
        return one.values, False
    values, is_left = [""] * count, False
    for x, value in zip(one.categories, one.values, strict=False):
        if not x or not value:
            continue
        place = float(x) - 1
        if place.is_integer() and 0 <= place < count and not values[int(place)]:
            values[int(place)] = value
        else:
            is_left = True
    return values, is_left


def title_in(element: Element | None) -> str:
    """Return the title that a chart or an axis has: typed words, or those of a cell."""
    title = element.find(f"{C}title") if element is not None else None
    if title is None:
        return ""
    return typed_lines(title) or " ".join(" ".join(_cache(title.find(f"{C}tx"))).split())


def typed_lines(element: Element) -> str:
    """Return the words that somebody typed into an element of a chart, on one line."""
    return seen_line(" ".join("".join(one.text or "" for one in line.iter(f"{A}t")) for line in element.iter(f"{A}p")))


def categories_of(found: Sequence[Series]) -> list[str]:
    """Return a name for each value: that of its category, or its number."""
    categories = max((one.categories for one in found), key=len)
    count = max(len(categories), *(len(one.values) for one in found))
    return [at(categories, index) or str(index + 1) for index in range(count)]


def said(element: Element, name: str) -> str:
    """Return what an element says of something, '' for nothing."""
    found = element.find(f"{C}{name}")
    return (found.get("val") or "") if found is not None else ""


def is_on(element: Element, name: str) -> bool:
    """Tell whether an element says yes to something, as it does where it says no more than its name (22.9.2.1)."""
    found = element.find(f"{C}{name}")
    return found is not None and found.get("val", "1") in ("1", "true", "on")


def at(values: Sequence[str], index: int) -> str:
    """Return a value, '' behind the last."""
    return values[index] if index < len(values) else ""
