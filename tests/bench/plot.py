"""docs/performance.svg: time and memory by slides, on logarithmic axes; scripts are dashed, other tools dotted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from tests.bench.commands import PDF_SCRIPT, PPTX_SCRIPT, PPTXGENJS, TYPST
from tests.bench.results import Results, Rounds

PAPER, INK, MUTED, GRID = "#FBF9F5", "#1B2330", "#59616E", "#E6DCC9"
_RED, _BLUE, _OCHRE = "#B4232A", "#2F5D8C", "#A8741A"
_DASHED, _DOTTED = ' stroke-dasharray="7 4"', ' stroke-dasharray="1 5" stroke-linecap="round"'

WIDTH, HEIGHT = 1040, 440
_TOP, _BOTTOM = 64, 392
_PANELS = ((56, 380), (576, 900))
"""Where each panel begins and ends across; the names of its lines stand to its right."""

_LINE = 17
"""Pixels between the names of lines whose ends are close to each other."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is drawn of a command."""

    command: str
    name: str
    color: str
    dashes: str = ""


LINES = (
    Line("pptx", "PPTX", _RED),
    Line(PPTX_SCRIPT, "python-pptx", _RED, _DASHED),
    Line(PPTXGENJS, "PptxGenJS", _RED, _DOTTED),
    Line("pdf", "PDF", _BLUE),
    Line(PDF_SCRIPT, "reportlab", _BLUE, _DASHED),
    Line(TYPST, "Typst", _BLUE, _DOTTED),
    Line("html", "HTML", _OCHRE),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high` on a logarithmic axis from the pixel `start` to the pixel `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        """Return a number's pixel."""
        part = log10(number / self.low) / log10(self.high / self.low)
        return round(self.start + part * (self.end - self.start), 1)

    def ticks(self) -> list[float]:
        """Return 1, 2 and 5 times powers of ten within the axis."""
        decades = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
        found = (step * 10.0**decade for decade in decades for step in (1, 2, 5))
        return [one for one in found if self.low * 0.999 <= one <= self.high * 1.001]


def plot(results: Results) -> str:
    """Return the picture, of decks with a photo of its own on each slide."""
    sizes = results.sizes(distinct=True)
    panels = (
        ("Seconds, from a cold start", Rounds.seconds),
        ("Peak memory, MiB", Rounds.mebibytes),
    )
    drawn = [_panel(title, read, results, sizes, *sides) for (title, read), sides in zip(panels, _PANELS, strict=True)]
    style = f'font-family="Carlito, Calibri, Helvetica, Arial, sans-serif" font-size="14" fill="{INK}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {style}>',
            "<title>Time and memory by slides, a photo of its own on each</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _panel(
    title: str,
    read: Callable[[Rounds, str], float | None],
    results: Results,
    sizes: Sequence[int],
    left: float,
    right: float,
) -> str:
    points = {
        line: [(size, number) for size in sizes if (number := read(results.of(size), line.command)) is not None]
        for line in LINES
    }
    numbers = [number for some in points.values() for _, number in some]
    across = Scale(sizes[0] / 1.25, sizes[-1] * 1.1, left, right)
    up = Scale(min(numbers) / 1.3, max(numbers) * 1.3, _BOTTOM, _TOP)
    parts = [f'<text x="{left - 32}" y="34" font-size="17" font-weight="bold">{escape(title)}</text>']
    for tick in up.ticks():
        parts.append(f'<path d="M{left} {up(tick)}H{right}" stroke="{GRID}"/>')
        parts.append(_text(left - 8, up(tick) + 5, f"{tick:,g}", MUTED, "end"))
    for size in sizes:
        parts.append(f'<path d="M{across(size)} {_TOP}V{_BOTTOM}" stroke="{GRID}"/>')
        parts.append(_text(across(size), _BOTTOM + 22, f"{size:,}", MUTED, "middle"))
    parts.append(_text(right, _BOTTOM + 40, "slides", MUTED, "end"))
    ends: dict[Line, tuple[float, float]] = {}
    for line, some in points.items():
        if some:
            places = [(across(size), up(number)) for size, number in some]
            parts.append(_drawn(line, places))
            ends[line] = places[-1]
    heights = spaced([y for _, y in ends.values()], _LINE)
    for (line, (x, y)), height in zip(ends.items(), heights, strict=True):
        parts.append(f'<path d="M{x + 6} {y}L{right + 10} {height}" stroke="{line.color}" stroke-width="0.6"/>')
        parts.append(_text(right + 14, height + 5, line.name, line.color, "start"))
    return "\n".join(parts)


def spaced(heights: Sequence[float], distance: float) -> list[float]:
    """Return heights in the same order that lie at least a distance apart, as near to their own as is simple."""
    placed = list(heights)
    order = sorted(range(len(placed)), key=placed.__getitem__)
    for above, below in pairwise(order):
        placed[below] = max(placed[below], placed[above] + distance)
    shift = sum(new - old for new, old in zip(placed, heights, strict=True)) / max(len(placed), 1)
    return [round(one - shift, 1) for one in placed]


def _drawn(line: Line, places: Sequence[tuple[float, float]]) -> str:
    path = "M" + "L".join(f"{x} {y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)
    return (
        f'<path d="{path}" fill="none" stroke="{line.color}" stroke-width="2.2"{line.dashes}/>'
        f'<g fill="{PAPER if line.dashes else line.color}" stroke="{line.color}">{dots}</g>'
    )


def _text(x: float, y: float, words: str, color: str, anchor: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" fill="{color}" text-anchor="{anchor}">{escape(words)}</text>'
