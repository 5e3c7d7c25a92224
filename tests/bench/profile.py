"""`python -m tests.bench.profile DECK [-f FORMAT…]`: where the time of a cold build goes, by phase and by function."""

from __future__ import annotations

import json
import pstats
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click

from tests.bench.clock import IMPORT, PHASES, REST, keep_to_one_core
from tests.bench.measure import compile_package

START, END = "starting Python", "ending Python"
FUNCTIONS = 25
_LEAST = 0.001
"""Seconds below which packages are counted together."""

_PROFILED = """
import cProfile, sys
stats, sys.argv = sys.argv[1], ["deckmaker", *sys.argv[2:]]
profile = cProfile.Profile()
with profile:
    from deckmaker.cli import main
    try:
        main()
    except SystemExit as end:
        status = end.code
profile.dump_stats(stats)
sys.exit(status)
"""
"""The command without its own end, which leaves a profile no time to be written."""


@click.command()
@click.argument("deck", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-f", "--format", "formats", multiple=True, metavar="NAME", help="As for `deckmaker build`.")
@click.option("--check", is_flag=True, help="Profile `deckmaker check`.")
@click.option("--runs", type=click.IntRange(1), default=5, show_default=True, help="Runs whose median is shown.")
def main(deck: Path, formats: Sequence[str], check: bool, runs: int) -> None:
    """Print where the time goes of `deckmaker build DECK`: wall time by phase and package, then functions by cProfile.

    cProfile slows Python's own code down and not that of libraries in C, so that its times compare only roughly.
    Formats are rendered one after another, where a build has them rendered side by side.
    """
    compile_package()
    keep_to_one_core()
    with TemporaryDirectory(prefix="profile-") as folder:
        chosen = [part for format in formats for part in ("-f", format)]
        build = ["build", str(deck), "-q", "-o", f"{folder}/built", *chosen]
        arguments = ["check", str(deck), "-q"] if check else build
        click.echo(phase_table([_times(arguments, Path(folder)) for _ in range(runs)]))
        click.echo(f"\nFunctions, by cProfile (the command: deckmaker {arguments[0]})")
        stats = Path(folder) / "stats"
        _run([sys.executable, "-c", _PROFILED, str(stats), *arguments])
        pstats.Stats(str(stats), stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(FUNCTIONS)


def phase_table(runs: Sequence[Mapping[str, float]]) -> str:
    """Return milliseconds and shares of the whole: the start, imports by size, phases in order, the rest, the end."""
    names = dict.fromkeys(name for run in runs for name in run)
    seconds = {name: median(run.get(name, 0.0) for run in runs) for name in names}
    imports = sorted((name for name in names if name.startswith(IMPORT)), key=seconds.__getitem__, reverse=True)
    shown = [START, *(name for name in imports if seconds[name] >= _LEAST), *PHASES, REST, END]
    small = sum(seconds[name] for name in imports if name not in shown)
    rows = {name: seconds[name] for name in shown if name in seconds} | {"import what is small": small}
    whole = sum(rows.values())
    return "\n".join(
        f"{1_000 * time:8.1f} ms {100 * time / whole:4.0f} %  {name}"
        for name, time in {"in all": whole, **rows}.items()
    )


def _times(arguments: Sequence[str], folder: Path) -> dict[str, float]:
    """Run deckmaker once under the clock; Python's start and end are by the clock that processes have in common."""
    times = folder / "times.json"
    before = time.perf_counter()
    _run([sys.executable, "-m", "tests.bench.clock", str(times), *arguments])
    after, found = time.perf_counter(), json.loads(times.read_text(encoding="utf-8"))
    return {START: found["started"] - before, **found["seconds"], END: after - found["ended"]}


def _run(command: Sequence[str]) -> None:
    """Run a command; exit as it does, with what it said, when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        click.echo(done.stderr, err=True)
        sys.exit(done.returncode)


if __name__ == "__main__":
    main(prog_name="python -m tests.bench.profile")
