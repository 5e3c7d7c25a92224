"""The options of commands about a table, for each of whose rows there is a deck. Nothing of decks or tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from deckmaker.usage_help import WholeNumber


class RowsOptions(NamedTuple):
    """What was typed about rows: a table's file, its sheet and its decimal sign, a condition, a pattern of names, the
    first so many, so many spread over all, those that failed before; whether those without mistakes are built though
    others have some; which cluster builds; and the number of one row."""

    file: str | None = None
    sheet: str | None = None
    decimal: str | None = None
    where: str | None = None
    name: str | None = None
    limit: int | None = None
    sample: int | None = None
    only_failed: bool = False
    keep_going: bool = False
    cluster: str | None = None
    scheduler: str | None = None
    row: int | None = None

    @property
    def idle(self) -> str | None:
        """The first option that means nothing without rows; None where none was typed."""
        typed = {
            "--sheet": self.sheet,
            "--decimal": self.decimal,
            "--where": self.where,
            "--name": self.name,
            "--limit": self.limit,
            "--sample": self.sample,
            "--only-failed": self.only_failed,
            "--keep-going": self.keep_going,
            "--cluster": self.cluster,
            "--scheduler": self.scheduler,
            "--row": self.row,
        }
        return next((option for option, value in typed.items() if value not in (None, False)), None)


_NAMES = tuple(one for one in RowsOptions._fields if one != "row")
"""But for `--row`, which other commands have of their own."""

_MOST = 1_000_000_000

_CHOOSING = (
    click.option("--rows", "file", metavar="FILE", help="A table: for each of its rows there is a deck of its own."),
    click.option("--sheet", metavar="NAME", help="The sheet of its workbook; by default the first."),
    click.option(
        "--decimal",
        type=click.Choice(["point", "comma"]),
        help="The decimal sign of its numbers, if they leave it open.",
    ),
    click.option("--where", metavar="CONDITION", help="Only rows for which it holds, as in `sales > 1000`."),
    click.option("--limit", type=WholeNumber(1, _MOST), metavar="N", help="Only the first N rows."),
    click.option("--sample", type=WholeNumber(1, _MOST), metavar="N", help="Only N rows, spread over all."),
)
_NAMING = (
    click.option("--row", type=WholeNumber(1, _MOST), metavar="N", help="Only this row of the table."),
    click.option("--name", metavar="PATTERN", help="What the files of a row are called, as in `{region}-{year}`."),
)
_BUILDING = (
    click.option("--only-failed", is_flag=True, help="Only rows that failed the last time."),
    click.option("--keep-going", is_flag=True, help="Build rows without mistakes, though others have some."),
    click.option("--cluster", type=click.Choice(["local"]), help="Build by Dask's workers on this machine."),
    click.option(
        "--scheduler", metavar="ADDRESS", help="Build by a Dask cluster: tcp://HOST:PORT, or a scheduler's file."
    ),
)


def rows_options(names: bool = True, builds: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what gives a command the options about rows; it takes them as one `asked`. Some are for who `names` files
    of rows, and some for who `builds` them."""
    options = (*_CHOOSING, *(_NAMING if names else ()), *(_BUILDING if builds else ()))

    def given(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def packed(**all_options: Any) -> None:
            own = {name: all_options.pop(name) for name in _NAMES if name in all_options}
            if names:
                own["row"] = all_options.pop("row")
            command(asked=RowsOptions(**own), **all_options)

        for option in reversed(options):
            option(packed)
        return packed

    return given


def refuse_idle(asked: RowsOptions, has_rows: bool) -> None:
    """Exit 2 where something is said of rows, and there are none; or two things that do not go together."""
    if asked.idle and not has_rows:
        raise click.UsageError(f"`{asked.idle}` is for decks from rows, and there are none: add `--rows FILE`")
    if asked.cluster and asked.scheduler:
        raise click.UsageError("`--cluster` starts workers here, and `--scheduler` names others: choose one of them")
    choosing = {
        "--where": asked.where,
        "--limit": asked.limit,
        "--sample": asked.sample,
        "--only-failed": asked.only_failed,
    }
    if asked.row and (other := next((option for option, value in choosing.items() if value), None)):
        raise click.UsageError(f"`--row` takes one row, whichever it is: leave `{other}` out")
    if asked.limit and asked.sample:
        raise click.UsageError("`--limit` takes the first rows, and `--sample` some of all: choose one of them")
