"""`python -m tests.bench [--slides 16,100] [--runs N] [--quick]`: how long and how large, beside two scripts."""

from __future__ import annotations

from pathlib import Path

import click

from tests.bench.charts import FEW, MANY, chart_commands, make_charts
from tests.bench.commands import PPTX_SCRIPT, briefing_commands, commands, tags_command
from tests.bench.goals import MANY as MANY_SLIDES
from tests.bench.goals import goals
from tests.bench.machine import machine, versions
from tests.bench.material import SHARED, make_material
from tests.bench.measure import compile_package, measure_in_turn, number_said
from tests.bench.page import PLOT, measured_part, put_between_marks
from tests.bench.peers import find_peers
from tests.bench.plot import plot
from tests.bench.results import Case, Results, Rounds
from tests.bench.viewing import PHOTOS, measure_viewing, write_pages
from tests.projects import ROOT

PAGE = "performance.md"
WHOLE, PART = ROOT / "docs", ROOT / "build" / "bench"
"""Where numbers of everything go, and those of fewer slides or runs."""

SIZES = (16, 100, 1_000)
RUNS = {16: 11, 100: 5, 1_000: 3}
"""Rounds by slides: small decks, which differ by less, get more."""

DRAWINGS = 8
"""How often a PDF is drawn with tags and without."""


class _Numbers(click.ParamType[tuple[int, ...]]):
    """Whole numbers with commas between them."""

    name = "numbers"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        try:
            numbers = tuple(sorted({int(one) for one in str(value).split(",")}))
        except ValueError:
            numbers = (0,)
        if numbers[0] < 1:
            self.fail(f"{value} is no list of numbers such as 16,100", param, ctx)
        return numbers


@click.command()
@click.option("--slides", "sizes", type=_Numbers(), help="Of these decks only, such as 16,100.")
@click.option("--runs", type=click.IntRange(1), help="Rounds of each deck; otherwise more for small decks.")
@click.option("--quick", is_flag=True, help="The smallest deck, three rounds.")
@click.option("--folder", type=click.Path(path_type=Path), default=PART, help="Where decks and photos are kept.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="The folder of the page and plot.")
def main(sizes: tuple[int, ...] | None, runs: int | None, quick: bool, folder: Path, output: Path | None) -> None:
    """Measure cold commands and write tables and a plot of them.

    Everything goes to docs/, a choice of decks or rounds to build/bench/, unless --output names another folder.
    """
    output = output or _folder_for(sizes, runs, quick)
    results, peers = _measured(sizes or (SIZES[:1] if quick else SIZES), runs or (3 if quick else None), folder)
    output.mkdir(parents=True, exist_ok=True)
    page, measured = output / PAGE, measured_part(results, machine(), versions(peers))
    before = page.read_text(encoding="utf-8") if page.exists() else ""
    page.write_text(put_between_marks(before, measured), encoding="utf-8")
    (output / PLOT).write_text(plot(results), encoding="utf-8")
    for goal in goals(results):
        found = "" if goal.found is None else f", {goal.found:.2f} of at most {goal.limit:g}"
        click.echo(f"{goal.verdict.strip('*'):<13} {goal.says}{found}")
    click.echo(page)


def _folder_for(sizes: tuple[int, ...] | None, runs: int | None, quick: bool) -> Path:
    return PART if sizes or runs or quick else WHOLE


def _measured(sizes: tuple[int, ...], runs: int | None, folder: Path) -> tuple[Results, dict[str, str]]:
    """Measure every case and the briefing; return them, and the versions of the peers that took part."""
    peers, written = find_peers(folder / "peers"), folder / "written"
    for line in peers.missing(folder / "peers"):
        click.echo(line)
    compile_package()
    cases: dict[Case, Rounds] = {}
    for case in _cases(sizes):
        photos = "distinct" if case.distinct else "shared"
        click.echo(f"{case.slides:,} slides, {photos} photos")
        chosen = commands(make_material(folder, case.slides, case.distinct), written, peers)
        cases[case] = Rounds(measure_in_turn(chosen, runs or _runs(case.slides), written, click.echo))
    click.echo("the briefing")
    briefing = measure_in_turn(briefing_commands(written), runs or _runs(SIZES[0]), written, click.echo)
    charts, tags = _measured_charts(sizes, runs, folder), _measured_tags(sizes, folder)
    return Results(cases, Rounds(briefing), charts, tags, _measured_viewing(sizes, runs, folder)), peers.versions


def _measured_viewing(sizes: tuple[int, ...], runs: int | None, folder: Path) -> Rounds:
    """Measure how pages of photos open, where more than the smallest deck is asked for."""
    if max(sizes) == SIZES[0]:
        return Rounds({})
    click.echo("pages of photos, opened")
    pages = write_pages(make_material(folder, PHOTOS, distinct=True), folder / "pages")
    return measure_viewing(pages, runs or _runs(PHOTOS), click.echo)


def _measured_tags(sizes: tuple[int, ...], folder: Path) -> float | None:
    """Measure what tags cost, where the largest deck is asked for: of less, drawing takes too little time."""
    if MANY_SLIDES not in sizes:
        return None
    click.echo("tags of a PDF")
    return number_said(tags_command(make_material(folder, MANY_SLIDES, distinct=False), DRAWINGS))


def _measured_charts(sizes: tuple[int, ...], runs: int | None, folder: Path) -> dict[int, Rounds]:
    """Measure decks of charts: few alone where only the smallest deck is asked for."""
    found: dict[int, Rounds] = {}
    for count in (FEW, MANY) if max(sizes) > SIZES[0] else (FEW,):
        click.echo(f"{count} charts")
        written = folder / "written"
        chosen = chart_commands(make_charts(folder, count), written, "pptx", PPTX_SCRIPT)
        found[count] = Rounds(measure_in_turn(chosen, runs or _runs(count), written, click.echo))
    return found


def _cases(sizes: tuple[int, ...]) -> list[Case]:
    """Return the decks; up to `SHARED` slides, those that share photos would be the same as those that do not."""
    both = [Case(size, distinct) for size in sizes for distinct in (True, False)]
    return [one for one in both if one.distinct or one.slides > SHARED]


def _runs(slides: int) -> int:
    return next((runs for most, runs in RUNS.items() if slides <= most), min(RUNS.values()))


if __name__ == "__main__":
    main(prog_name="python -m tests.bench")
