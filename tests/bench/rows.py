"""`python -m tests.bench.rows`: decks of the rows of a table, in three formats: rate, efficiency, memory, and what one
of them costs beside a deck that is built alone.

Two cores are held against one core twice: two runs at once, each kept to a core of its own, over as many rows each as
the run on both has for each core. All have the same neighbours in the machine, and runs take turns. With `--cluster`, a
local Dask cluster of two workers has its turn, too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from tests.bench.machine import machine
from tests.bench.measure import compile_package
from tests.bench.page import table
from tests.bench.photos import make_photo
from tests.projects import COMMAND, ROOT, environment

PAGE = ROOT / "docs" / "performance.md"
BEGIN = "<!-- Made by `python -m tests.bench.rows --write`; what stands up to the next mark is overwritten. -->"
END = "<!-- The end of what was measured of rows. -->"

LOOKS = 0.5
"""Seconds from one look at memory to the next."""

DECK = """title: "Night noise in {region}"
language: en
{rows}slides:
  - title: "Night noise in {region}"
  - title: "What the meters in {region} say"
    text: "They stood by **{meters} quays**. In the loudest night, {region} had {level} decibels."
    bullets: [Ventilators run all night, Cranes stop at ten, "Trains pass {region} at four"]
  - title: Nights above the limit
    chart: {{type: column, rows: [[Place, Nights], ["{region}", "{nights}"], [Limit, "20"]], alt: Nights and limit}}
  - title: "The berths of {region}"
    table: {{header: 1, rows: [[Berth, Decibels], [North, "{level}"], [South, "{nights}"]]}}
  - title: Where it is loud
    image: {{file: photo.jpg, alt: A quay by night, credit: A. Lind}}
"""
COLUMNS = ("region", "meters", "level", "nights")


class Memory(NamedTuple):
    """MiB of the run's own process and of the largest of its copies, when a share of the decks was there."""

    share: float
    own: float
    copy: float


class Rate(NamedTuple):
    """What was measured: rows, seconds on two cores and on one core twice for as many, seconds of a deck that is built
    alone, memory over time, and bytes of a deck's files; where it was asked for, of a cluster, too."""

    rows: int
    two: float
    twice: float
    alone: float
    memory: Sequence[Memory]
    bytes_a_deck: float
    cluster: float | None = None
    cluster_memory: Sequence[Memory] = ()

    @property
    def efficiency(self) -> float:
        """How much of two cores is used."""
        return self.twice / self.two

    @property
    def share_of_alone(self) -> float:
        """What one deck of many costs, of one that is built alone."""
        return self.two / self.rows / self.alone


@click.command()
@click.option("--rows", "count", default=10_000, show_default=True, help="Rows of the table.")
@click.option("--rounds", default=2, show_default=True, help="Turns of each run; the best counts.")
@click.option("--cluster", "with_cluster", is_flag=True, help="Measure a local Dask cluster, too.")
@click.option("--write", is_flag=True, help="Put the result into docs/performance.md.")
def main(count: int, rounds: int, with_cluster: bool, write: bool) -> None:
    """Measure decks of rows, and print what came of it."""
    compile_package()
    with TemporaryDirectory(prefix="rows-") as folder:
        found = measured(Path(folder), count - count % 2, rounds, with_cluster)
    text = page_part(found)
    click.echo(text)
    if write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def measured(folder: Path, count: int, rounds: int, with_cluster: bool) -> Rate:
    """Measure in a folder, over so many rows; the best of so many rounds counts."""
    (folder / "deckmaker.yaml").write_text("")
    make_photo(folder / "photo.jpg", 1)
    names = {name: f"{{{{ {name} }}}}" for name in COLUMNS}
    (folder / "noise.yaml").write_text(DECK.format(rows="", **names))
    (folder / "alone.yaml").write_text(DECK.format(rows="", region="Harbour 1", meters=3, level="61.5", nights=12))
    _table(folder / "all.csv", range(count))
    _table(folder / "odd.csv", range(0, count, 2))
    _table(folder / "even.csv", range(1, count, 2))
    cores = sorted(os.sched_getaffinity(0))[:2]
    two, twice, alone, cluster = [], [], [], list[float]()
    memory: Sequence[Memory] = ()
    of_cluster: Sequence[Memory] = ()
    for _ in range(rounds):
        alone += [_seconds_of([["alone.yaml"]], folder) for _ in range(3)]
        halves = [["noise.yaml", "--rows", name] for name in ("odd.csv", "even.csv")]
        twice.append(_seconds_of(halves, folder, [{cores[0]}, {cores[-1]}]))
        seconds, looks = _watched(["noise.yaml", "--rows", "all.csv"], folder, set(cores), count)
        two.append(seconds)
        memory = looks
        size = sum(path.stat().st_size for path in (folder / "out-0").iterdir() if path.suffix != ".jsonl")
        if with_cluster:
            order = ["noise.yaml", "--rows", "all.csv", "--cluster", "local"]
            seconds, of_cluster = _watched(order, folder, set(cores), count)
            cluster.append(seconds)
    least = min(cluster, default=None)
    return Rate(count, min(two), min(twice), min(alone), memory, size / count, least, of_cluster)


def _table(path: Path, numbers: range) -> None:
    lines = (f"Harbour {n},{n % 7 + 2},{50 + n % 31}.5,{n % 90}" for n in numbers)
    path.write_text("\n".join([",".join(COLUMNS), *lines]) + "\n")


def _clear(folder: Path) -> None:
    """Remove what the run before has built, and wait for the disk: that is no part of the next one's time."""
    for out in folder.glob("out-*"):
        shutil.rmtree(out)
    os.sync()


def _begin(arguments: Sequence[str], folder: Path, number: int, cores: set[int] | None) -> subprocess.Popen[bytes]:
    command = [*COMMAND, "build", *arguments, "-o", str(folder / f"out-{number}"), "-q"]
    run = subprocess.Popen(command, cwd=folder, env=environment(), stderr=sys.stderr)
    if cores:
        os.sched_setaffinity(run.pid, cores)
    return run


def _end(run: subprocess.Popen[bytes]) -> None:
    if run.wait():
        raise click.ClickException("a run failed")


def _seconds_of(runs: Sequence[Sequence[str]], folder: Path, cores: Sequence[set[int] | None] = (None,)) -> float:
    """Return the seconds of runs at once, until the last is done."""
    _clear(folder)
    begin = time.monotonic()
    begun = [_begin(one, folder, number, cores[number]) for number, one in enumerate(runs)]
    for run in begun:
        _end(run)
    return time.monotonic() - begin


def _watched(arguments: Sequence[str], folder: Path, cores: set[int], count: int) -> tuple[float, list[Memory]]:
    """Return the seconds of a run, and its memory while decks come to be built."""
    _clear(folder)
    begin, looks = time.monotonic(), list[Memory]()
    run = _begin(arguments, folder, 0, cores)
    manifest = folder / "out-0" / "manifest.jsonl"
    built = place = 0
    while run.poll() is None:
        time.sleep(LOOKS)
        if manifest.exists():
            with manifest.open("rb") as stream:
                stream.seek(place)
                lines = stream.read()
            place += len(lines)
            built += lines.count(b'"state": "built"')
        below = max([0.0, *map(_mebibytes, _below(run.pid))])
        looks.append(Memory(built / count, _mebibytes(run.pid), below))
    _end(run)
    return time.monotonic() - begin, [look for look in looks if look.own]


def _below(process: int) -> Iterator[int]:
    """Yield the processes that a process began, and those that these began."""
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # gone meanwhile
            for one in map(int, path.read_text().split()):
                yield one
                yield from _below(one)


def _mebibytes(process: int) -> float:
    """Return the resident memory of a process, 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def page_part(found: Rate) -> str:
    """Return what was measured in Markdown."""
    sums = [
        ("decks a second, on two cores", f"{found.rows / found.two:.1f}"),
        ("efficiency against one core twice (goal: at least .90)", f"{found.efficiency:.2f}"),
        ("one deck of them", f"{1_000 * found.two / found.rows:.0f} ms"),
        ("the same deck, built alone", f"{1_000 * found.alone:.0f} ms"),
        ("one of them, of one alone (goal: at most .33)", f"{found.share_of_alone:.2f}"),
        ("bytes of a deck's three files", f"{found.bytes_a_deck / 1000:.0f} kB"),
    ]
    if found.cluster:
        sums += [
            ("decks a second, on a Dask cluster of two workers", f"{found.rows / found.cluster:.1f}"),
            ("its efficiency against one core twice", f"{found.twice / found.cluster:.2f}"),
        ]
    head = f"{machine()}\n{found.rows:,} rows, five slides, PowerPoint, PDF and HTML."
    parts = [head, table(("", "measured"), sums), _memory(found.memory, "a copy of it")]
    return "\n\n".join([*parts, _memory(found.cluster_memory, "a worker")] if found.cluster else parts)


def _memory(looks: Sequence[Memory], other: str) -> str:
    """Return a table of memory while decks are built, of a run and of the largest `other` process."""
    seen = [min(looks, key=lambda look: abs(look.share - step)) for step in (0.1, 0.25, 0.5, 0.75, 1.0)]
    lines = [(f"{one.share:.0%} built", f"{one.own:.0f} MiB", f"{one.copy:.0f} MiB") for one in seen]
    return table(("memory of", "the run's own process", other), lines)


if __name__ == "__main__":
    main()
