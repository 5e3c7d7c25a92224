"""docs/performance.md: tables of what was measured, between two marks; the prose around them is written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tests.bench.commands import ALL, CHECK, LABELS, PPTX_SCRIPT, RIVALS
from tests.bench.goals import FEW, MANY, MORE, Goal, goals
from tests.bench.results import Results, Rounds
from tests.bench.viewing import PAGE as VIEWED
from tests.bench.viewing import PHOTOS, PLAIN

BEGIN = "<!-- Made by `make bench`; what stands up to the next mark is overwritten. -->"
END = "<!-- Made by hand from here on. -->"
PLOT = "performance.svg"
_NOTHING = ""


def put_between_marks(page: str, measured: str) -> str:
    """Return the page with what was measured in its place, or that alone where the page has no place for it."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        return measured
    return f"{before}{begin}\n\n{measured}\n{end}{after}"


def measured_part(results: Results, machine: str, versions: str) -> str:
    """Return the tables and the plot in Markdown."""
    parts = [machine, versions, f"![Time and memory by slides]({PLOT})"]
    for distinct in (True, False):
        if sizes := results.sizes(distinct):
            photos = "a photo of its own on each slide" if distinct else "16 photos that the slides share"
            parts += [f"## Time, {photos}", time_table(results, sizes, distinct)]
            parts += [f"## Peak memory, {photos}", memory_table(results, sizes, distinct)]
    parts += ["## Time a slide", growth_table(results), "## The briefing", briefing_table(results.briefing)]
    if results.charts:
        parts += ["## Charts", charts_table(results)]
    if results.viewing.by_command:
        parts += ["## Opening a page in Chromium", viewing_table(results.viewing)]
    parts += ["## Goals", goal_table(goals(results)), _spread(results)]
    return "\n\n".join(parts) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table whose columns are set right, but for the first; rows without a number are left out."""
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *(row for row in rows if any(row[1:]))]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def time_table(results: Results, sizes: Sequence[int], distinct: bool) -> str:
    """Return seconds and, for deckmaker's own commands, how often their rivals' time that is."""

    def cell(rounds: Rounds, command: str) -> str:
        seconds, ratio = rounds.seconds(command), rounds.ratio(command, *RIVALS.get(command, ()))
        if seconds is None:
            return _NOTHING
        return f"{_short(seconds)} s" + (f", {_short(ratio)} ×" if ratio is not None else "")

    return _by_size(results, sizes, distinct, cell)


def memory_table(results: Results, sizes: Sequence[int], distinct: bool) -> str:
    """Return peaks of memory, and the size of what was written."""

    def cell(rounds: Rounds, command: str) -> str:
        peak, size = rounds.mebibytes(command), rounds.megabytes(command)
        if peak is None or size is None:
            return _NOTHING
        return f"{peak:,.0f} MiB" + (f" for {size:,.0f} MB" if size else "")

    return _by_size(results, sizes, distinct, cell)


def growth_table(results: Results) -> str:
    """Return milliseconds a slide: what each adds, and its plain share of a whole command."""

    def cell(number: float | None) -> str:
        return _NOTHING if number is None else _short(number)

    rows = []
    for command, label in LABELS.items():
        growth = results.growth(command, (FEW, MORE, MANY))
        added = (results.milliseconds_each(command, FEW, many) for many in (MORE, MANY))
        whole = (results.of(slides).seconds(command) for slides in (MORE, MANY))
        shares = (seconds and 1_000 * seconds / slides for seconds, slides in zip(whole, (MORE, MANY), strict=True))
        rows.append([label, *map(cell, added), cell(growth), *map(cell, shares)])
    added_heads = [f"each from {FEW} to {slides:,}, ms" for slides in (MORE, MANY)]
    share_heads = [f"all over {slides:,}, ms" for slides in (MORE, MANY)]
    return table(["", *added_heads, "growth", *share_heads], rows)


def briefing_table(rounds: Rounds) -> str:
    """Return times and memory for the example deck."""
    rows = []
    for command in (ALL, CHECK):
        seconds, peak = rounds.seconds(command), rounds.mebibytes(command)
        rows.append([LABELS[command], *([f"{_short(seconds)} s", f"{peak:.0f} MiB"] if seconds and peak else ["", ""])])
    return table(["", "time", "peak memory"], rows)


def charts_table(results: Results) -> str:
    """Return times and memory of decks of charts, and how often a script's time deckmaker's is."""
    counts = sorted(results.charts)
    rows = []
    for command in ("pptx", PPTX_SCRIPT):
        cells = []
        for count in counts:
            rounds = results.charts[count]
            seconds, peak = rounds.seconds(command), rounds.mebibytes(command)
            ratio = rounds.ratio("pptx", PPTX_SCRIPT) if command == "pptx" else None
            times = f", {_short(ratio)} ×" if ratio is not None else ""
            cells.append(f"{_short(seconds)} s{times}, {peak:,.0f} MiB" if seconds and peak else _NOTHING)
        rows.append([LABELS[command], *cells])
    return table(["", *(f"{count:,} charts" for count in counts)], rows)


def viewing_table(rounds: Rounds) -> str:
    """Return how long pages of photos take to open, and what the browser takes then."""
    labels = {VIEWED: f"a deck of {PHOTOS} photos", PLAIN: "a page of the same photos, without anything else"}
    rows = []
    for name, label in labels.items():
        seconds, taken = rounds.seconds(name), rounds.mebibytes(name)
        rows.append([label, *([f"{_short(seconds)} s", f"{taken:.0f} MiB"] if seconds and taken else ["", ""])])
    return table(["", "until it has loaded", "all its processes then"], rows)


def goal_table(found: Sequence[Goal]) -> str:
    """Return each goal with its limit, what was found, and the verdict."""
    return table(
        ["goal", "at most", "found", ""],
        ([one.says, f"{one.limit:g}", "" if one.found is None else _short(one.found), one.verdict] for one in found),
    )


def _by_size(results: Results, sizes: Sequence[int], distinct: bool, cell: Callable[[Rounds, str], str]) -> str:
    rows = (
        [label, *(cell(results.of(size, distinct), command) for size in sizes)] for command, label in LABELS.items()
    )
    return table(["", *(f"{size:,} slides" for size in sizes)], rows)


def _spread(results: Results) -> str:
    spreads = [round(100 * rounds.spread()) for rounds in results.cases.values()]
    return (
        f"Noise: from its fastest round to its slowest, the median command's time changed by {max(spreads)} % "
        "on the noisiest deck."
    )


def _short(number: float) -> str:
    """Return a number with about three digits."""
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"
