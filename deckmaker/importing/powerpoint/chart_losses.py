"""What of a chart of PowerPoint is not in the chart or the table of a deck that it became."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.chart_series import (
    MOST_POINTS,
    MOST_SERIES,
    PAIRS,
    TYPES,
    C,
    Series,
    all_series,
    categories_of,
    from_1904,
    is_number,
    is_on,
    no_numbers,
    placed_by_x,
    read_series,
    title_in,
)
from deckmaker.importing.powerpoint.shapes import plain_words
from deckmaker.importing.seen_texts import seen_text
from deckmaker.patterns import pattern
from deckmaker.template.names import A, local
from deckmaker.template.numbers import number

_NUMERIC = pattern(r"\W*\d[\d.,’' \u00a0\u2009\u202f]*\D{0,20}")
"""A number as a label has it, with signs before it and a unit behind."""

_CELLS = "{http://schemas.microsoft.com/office/drawing/2012/chart}showDataLabelsRange"
"""Says of labels that they show words of cells ([MS-ODRAWXML] 2.24.3.21)."""

_MOST_SAID = 3
"""Labels, or texts in place of numbers, whose words a message has."""

_MOST_NAMES = 30
"""Names of a chart that is left out."""

_LONGEST_SAID = 40

_FIGURES = 15
"""Digits that a number has."""

_ROUND = ("pie", "doughnut")


def gaps_told(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is said of these texts of a chart in place of numbers, and what helps."""
    if texts:
        help = "mend its cells under *Edit Data* in PowerPoint, or write the numbers in `values`"
        yield f"values of a chart that are no numbers are left out: {_quoted(texts)}", help


def left_out_told(root: Element) -> tuple[str, str]:
    """Return what is said of a chart without any number, and what helps: its words are nowhere else."""
    both = [(one, plot) for plot in root.iterfind(f"{C}chart/{C}plotArea/*") for one in plot.iterfind(f"{C}ser")]
    both = both[:MOST_SERIES]
    texts = no_numbers([one for one, _ in both])
    what = (
        f"whose values are no numbers, such as “{_short(texts[0])}”," if texts else "whose numbers are not in the file"
    )
    names = [title_in(root.find(f"{C}chart"))]
    for found in (read_series(one, 0, plot, False) for one, plot in both):
        names += [found.name, *(name for name in found.categories if found.kind not in PAIRS)]
    return with_names(f"a chart {what} is left out", names), "write its numbers in a `chart` or a `table`"


def with_names(message: str, names: Iterable[str]) -> str:
    """Return what is said of a chart that is left out, with its names."""
    there = list(dict.fromkeys(filter(None, names)))
    return f"{message}, with the words {_quoted(there, _MOST_NAMES)}" if there else message


def lost_of(root: Element, kind: str) -> Iterator[tuple[str, str]]:
    """Yield what is left out of a chart that became one of this kind, or a table, and what helps."""
    plots = list(root.iterfind(f"{C}chart/{C}plotArea/*"))
    elements = [one for plot in plots for one in plot.iterfind(f"{C}ser")]
    found = all_series(plots, from_1904(root))
    if len(elements) > MOST_SERIES:
        yield f"series of a chart beyond its first {MOST_SERIES} are left out", "show fewer, or make two charts"
    if any(number(one.get("idx")) >= MOST_POINTS for series in elements for one in series.iter(f"{C}pt")):
        yield f"points of a chart beyond its first {MOST_POINTS:,} are left out", "show fewer, such as those of months"
    yield from gaps_told(no_numbers(elements[:MOST_SERIES]))
    for name in _names_without_points(plots):
        yield f"a series of a chart without any point is left out: “{_short(name)}”", "write it in the `note`"
    if kind in ("pie", "doughnut") and len(found) > 1:
        yield "a pie shows one series: others are left out", "show them as `bar`, with `stack: percent`"
    elif (
        kind not in ("", "waterfall")
        and any(one.name and any(one.values) for one in found)
        and not all(one.name or _lies_between(one, found) for one in found)
    ):
        yield "a series of a chart without a name is left out", "name it in PowerPoint, if it is one to be shown"
    if not kind and placed_by_x(found)[1]:
        yield "points of a chart that are at none of its categories are left out", "make a `scatter` chart of them"
    shown = elements[:MOST_SERIES]
    if any(one.find(f"{C}trendline") is not None for one in shown):
        yield "a trend line of a chart is left out", "show its values as a series, or say in the `note` what it shows"
    if any(one.find(f"{C}errBars") is not None for one in shown):
        yield "error bars of a chart are left out", "write the ends of each range as series, and say so in the `note`"
    for label in root.iter(f"{C}dispUnitsLbl"):
        if said := plain_words(label):
            yield f"the words of the unit of an axis are left out: “{_short(said)}”", "look at `unit` of `chart`"
    if words := list(dict.fromkeys(_typed_labels(shown, found))):
        yield f"labels with words of their own are left out of a chart: {_quoted(words)}", "say it with `annotations`"


def _lies_between(series: Series, found: Sequence[Series]) -> bool:
    """Tell whether a series of pairs is a line between points of series with names at one height, as dumbbells have
    it: it has two points, neither of which is one of those."""
    points = [point for one in found if one.name and one.kind in PAIRS for point in _points(one)]
    own = _points(series) if series.kind in PAIRS else []
    at_one_height = [across for across, up in points if up == own[0][1]] if own else []
    if len(own) != 2 or own[0][1] != own[1][1] or len(at_one_height) < 2:
        return False
    return all(min(at_one_height) < across < max(at_one_height) for across, _ in own)


def _points(series: Series) -> list[tuple[float, float]]:
    pairs = zip(series.categories, series.values, strict=False)
    return [(float(across), float(up)) for across, up in pairs if is_number(across) and is_number(up)]


def _names_without_points(plots: Sequence[Element]) -> Iterator[str]:
    """Yield the names of series of a scatter or bubble chart that have no point yet."""
    for index, plot in enumerate(plots):
        if TYPES.get(local(plot.tag)) in PAIRS:
            every = (read_series(one, index, plot, False) for one in plot.findall(f"{C}ser")[:MOST_SERIES])
            yield from (one.name for one in every if one.name and not any(one.values))


def _typed_labels(elements: Sequence[Element], found: Sequence[Series]) -> Iterator[str]:
    """Yield what somebody typed, or took from cells, in place of a value; not what the chart says itself."""
    if not found:
        return
    names, numbers = {*categories_of(found), *(one.name for one in found)}, _Numbers(found)
    for series in elements:
        for said in (*_words_typed(series), *_words_of_cells(series)):
            if (words := seen_text(said).strip()) and not _is_known(words, names, numbers):
                yield _short(" ".join(words.split()))


def _quoted(texts: Sequence[str], most: int = _MOST_SAID) -> str:
    """Return the first texts in quotes."""
    return ", ".join(f"“{_short(one)}”" for one in texts[:most]) + (", …" if len(texts) > most else "")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SAID else f"{text[: _LONGEST_SAID - 1]}…"


def _words_typed(series: Element) -> Iterator[str]:
    """Yield the words of labels; what they show of a value is a field, which follows it."""
    for label in series.iterfind(f"{C}dLbls/{C}dLbl"):
        if not is_on(label, "delete"):
            lines = label.iterfind(f"{C}tx/{C}rich/{A}p")
            yield "\n".join("".join(one.text or "" for one in line.iterfind(f"{A}r/{A}t")) for line in lines)


def _words_of_cells(series: Element) -> Iterator[str]:
    if any(one.get("val", "1") in ("1", "true") for one in series.iter(_CELLS)):
        for points in series.iter(f"{_CELLS.partition('}')[0]}}}dlblRangeCache"):
            for point in points.iterfind(f"{C}pt"):
                yield point.findtext(f"{C}v") or ""


def _is_known(words: str, names: Collection[str], numbers: _Numbers) -> bool:
    """Tell whether each line is a name that the chart has, or one of its numbers, or a name with a number."""
    for line in map(str.strip, words.splitlines()):
        rest = next((line.removeprefix(name) for name in names if name and line.startswith(f"{name} ")), line).strip()
        if line in names or not line:
            continue
        if not _NUMERIC.fullmatch(rest) or not numbers.have(rest):
            return False
    return True


class _Numbers:
    """The numbers of a chart as labels may have them: rounded, in thousands, as shares of their sum."""

    def __init__(self, found: Sequence[Series]) -> None:
        self._every: set[float] = set()
        for one in found:
            own = [float(value) for value in one.values if value]
            along = [float(x) for x in one.categories if one.kind in PAIRS and is_number(x)]
            whole = sum(own)
            shares = [value / whole for value in own] if whole and one.kind in _ROUND else []
            self._every |= {*own, *along, *shares, *(float(size) for size in one.sizes if size)}
        self._known: dict[int, set[str]] = {}

    def have(self, label: str) -> bool:
        """Tell whether a label has the digits of a number."""
        digits = "".join(one for one in label if one.isdecimal()).lstrip("0")[:_FIGURES]
        if not digits:
            return 0.0 in self._every
        if len(digits) not in self._known:
            shown = (f"{abs(value):.{len(digits) - 1}e}".partition("e")[0] for value in self._every)
            self._known[len(digits)] = {one.replace(".", "") for one in shown}
        return digits in self._known[len(digits)]
