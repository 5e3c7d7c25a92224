"""`python -m tests.soak [--minutes N] [PROPERTY…]`: try the properties in turn, anew each round; stop at a failure."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in
from tests.soak.checks import project_with_pictures
from tests.soak.properties import PROPERTIES

ROUND = 100
"""Examples of a property before the next one's turn."""


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(PROPERTIES)))
@click.option("--minutes", type=float, default=60, show_default=True, help="How long.")
def main(names: tuple[str, ...], minutes: float) -> None:
    """Try the properties NAMES, by default all, and print how many examples held."""
    end = time.monotonic() + 60 * minutes
    held = dict.fromkeys(names or PROPERTIES, 0)
    with TemporaryDirectory(prefix="soak-") as folder, fonts_in(NOTO, NOTO_CJK):
        while time.monotonic() < end:
            for name in held:
                _try(name, random.randrange(2**32), Path(folder))
                held[name] += ROUND
            click.echo(", ".join(f"{count} {name}" for name, count in held.items()) + " held")


def _try(name: str, number: int, folder: Path) -> None:
    one, project = PROPERTIES[name], project_with_pictures(folder)

    @seed(number)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(one.drawn)
    def holds(example: object) -> None:
        one.check(example, project)

    try:
        holds()
    except Exception:
        click.echo(f"{name} failed with the seed {number}:", err=True)
        raise


if __name__ == "__main__":
    sys.exit(main(prog_name="python -m tests.soak"))
