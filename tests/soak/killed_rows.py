"""`python -m tests.soak.killed_rows`: runs over rows that are killed at many moments, and processes of them."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.rows.killing import Killing


@click.command()
@click.option("--rows", default=200, show_default=True, help="Rows of the table.")
@click.option("--kills", default=10, show_default=True, help="Runs that are killed, and processes of a further run.")
def main(rows: int, kills: int) -> None:
    """Kill runs and their processes, and see that nothing is lost, done twice, or half there."""
    for kind in (Killing.kill_runs, Killing.kill_processes):
        seed = random.randrange(2**32)
        click.echo(f"{kind.__name__}, seed {seed}")
        with TemporaryDirectory(prefix="killed-") as folder:
            if kind(Killing(Path(folder), seed, rows), kills) is False:
                raise click.ClickException("the run was over before any of its processes was killed: try more rows")
    click.echo("nothing was lost, and nothing done twice")


if __name__ == "__main__":
    main()
