"""`python -m tests.bench.sizing [--write]`: what a deck of many costs on a cluster, and what a million come to.

Times are the processor's, of which other programs take nothing. Measured are the workers of a local cluster, and the
process of the client, which has the scheduler in it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import click

from deckmaker.rows.cluster.connection import LOCAL, connected
from tests.bench.machine import machine
from tests.bench.measure import compile_package
from tests.bench.page import table
from tests.bench.photos import make_photo
from tests.bench.rows import COLUMNS, DECK, _table
from tests.projects import ROOT, run

PAGE = ROOT / "docs" / "sizing.md"
BEGIN = "<!-- Made by `python -m tests.bench.sizing --write`; what stands up to the next mark is overwritten. -->"
END = "<!-- The end of what was measured. -->"

DECKS = 1_000_000
WORKERS = (1, 10, 100)
KEPT_BUSY = 0.95
"""Of their time, workers that have ten rows a task: measured .97 with two of them, less some for many."""

_SERVER = """
import logging, sys
from werkzeug.serving import WSGIRequestHandler
WSGIRequestHandler.log_request = lambda self, *rest: open(sys.argv[1], "a").write(self.command + "\\n")
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
"""


class Figures(NamedTuple):
    """What was measured: core-seconds of a worker's start and of a deck; core-seconds of client and scheduler for a
    deck, into a folder and into a store; MiB of a worker at its largest; bytes of a deck's files by format; what a
    store is asked for each deck."""

    start: float
    deck: float
    client: float
    client_store: float
    memory: float
    sizes: dict[str, float]
    requests: float

    @property
    def size(self) -> float:
        """Bytes of a deck in all formats."""
        return sum(self.sizes.values())


class Prices(NamedTuple):
    """What a core costs for an hour, a gigabyte for a month, and a thousand questions to a store."""

    core_hour: float
    gigabyte_month: float
    thousand_requests: float


class Size(NamedTuple):
    """Hours of a run, its decks a second, and what a thousand decks cost to make."""

    hours: float
    rate: float
    cost: float
    is_bound_by_client: bool


def size_of(found: Figures, decks: int, workers: int, prices: Prices, into_store: bool) -> Size:
    """Return what so many decks take with so many workers of a core each.

    hours = max(decks x deck / (workers x kept busy) + start, decks x client) / 3600. Two more cores are the client's
    and the scheduler's.
    """
    client = found.client_store if into_store else found.client
    by_workers = decks * found.deck / (workers * KEPT_BUSY) + found.start
    seconds = max(by_workers, decks * client)
    requests = found.requests / 1_000 * prices.thousand_requests if into_store else 0.0
    cost = (workers + 2) * seconds / 3600 * prices.core_hour / decks + requests
    return Size(seconds / 3600, decks / seconds, 1_000 * cost, decks * client > by_workers)


@click.command()
@click.option(
    "--rows",
    "count",
    type=click.IntRange(100),
    default=400,
    show_default=True,
    help="Rows that are built into a folder.",
)
@click.option("--core-hour", default=0.05, show_default=True, help="Price of a core for an hour.")
@click.option("--gigabyte-month", default=0.023, show_default=True, help="Price of a gigabyte in a store for a month.")
@click.option("--thousand-requests", default=0.005, show_default=True, help="Price of a thousand questions to a store.")
@click.option("--write", is_flag=True, help="Put the result into docs/sizing.md.")
def main(count: int, core_hour: float, gigabyte_month: float, thousand_requests: float, write: bool) -> None:
    """Measure, and print what a million decks come to."""
    compile_package()
    with TemporaryDirectory(prefix="sizing-") as folder:
        found = measured(Path(folder), count)
    text = page_part(found, Prices(core_hour, gigabyte_month, thousand_requests), count)
    click.echo(text)
    if write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def measured(folder: Path, count: int) -> Figures:
    """Measure with a project in a folder, over so many rows; into a store, over a fourth of them."""
    (folder / "deckmaker.yaml").write_text("")
    make_photo(folder / "photo.jpg", 1)
    names = {name: f"{{{{ {name} }}}}" for name in COLUMNS}
    (folder / "noise.yaml").write_text(DECK.format(rows="", **names))
    _table(folder / "first.csv", range(20))
    _table(folder / "all.csv", range(count))
    _table(folder / "few.csv", range(count // 4))
    os.chdir(folder)
    with _store(folder / "requests") as bucket, connected(LOCAL) as client:
        workers = len(client.nthreads())
        build = ("build", "noise.yaml", "--scheduler", client.scheduler.address, "-q")
        first = _built(client, *build, "--rows", "first.csv", "-o", "first")
        whole = _built(client, *build, "--rows", "all.csv", "-o", "all")
        warm = _built(client, *build, "--rows", "few.csv", "--limit", "10", "-o", f"{bucket}/warm")
        before = _lines(folder / "requests")
        stored = _built(client, *build, "--rows", "few.csv", "-o", f"{bucket}/all")
        asked = _lines(folder / "requests") - before
        memory = max(client.run(_peak).values())
    sizes: Counter[str] = Counter()
    for path in Path("all").iterdir():
        sizes[path.suffix.removeprefix(".")] += path.stat().st_size
    deck = whole.workers / count
    few = count // 4
    return Figures(
        start=max(0.0, first.workers - 20 * deck) / workers,
        deck=deck,
        client=(whole.client - first.client) / (count - 20),  # without what a run costs, however many rows it has
        client_store=(stored.client - warm.client) / (few - 10),
        memory=memory,
        sizes={name: size / count for name, size in sizes.items() if name != "jsonl"},
        requests=asked / few,
    )


class _Spent(NamedTuple):
    """Seconds of the processor: the workers' and the client's."""

    workers: float
    client: float


def _built(client: Any, *arguments: str) -> _Spent:
    workers, own = sum(client.run(time.process_time).values()), time.process_time()
    done = run(*arguments)
    assert done.exit_code == 0, done.stderr
    return _Spent(sum(client.run(time.process_time).values()) - workers, time.process_time() - own)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines()) if path.exists() else 0


@contextmanager
def _store(log: Path) -> Iterator[str]:
    """Run an object store in a process of its own, which notes each question."""
    import boto3

    server = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin and server.stdout
    try:
        os.environ |= {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.stdout.readline().strip()}",
            "AWS_ACCESS_KEY_ID": "an-id",
            "AWS_SECRET_ACCESS_KEY": "a-secret",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        boto3.client("s3").create_bucket(Bucket="briefings")
        yield "s3://briefings"
    finally:
        server.stdin.close()
        server.wait()


def page_part(found: Figures, prices: Prices, count: int) -> str:
    """Return what the page says of the figures, and what follows."""
    sizes = ", ".join(f"{name} {size / 1_000:.0f} kB" for name, size in sorted(found.sizes.items()))
    figures = [
        ("a worker's start, and its first look at the deck", f"{found.start:.2f} core-seconds"),
        ("a deck: checked, and then built in three formats", f"{found.deck:.3f} core-seconds"),
        ("client and scheduler, for a deck into a folder", f"{1_000 * found.client:.1f} core-milliseconds"),
        ("client and scheduler, for a deck into a store", f"{1_000 * found.client_store:.1f} core-milliseconds"),
        ("questions to the store, for a deck", f"{found.requests:.1f}"),
        ("memory of a worker, at most", f"{found.memory:.0f} MiB"),
        (f"a deck's files ({sizes})", f"{found.size / 1_000:.0f} kB"),
    ]
    lines = []
    for workers in WORKERS:
        cells = [f"{workers:,}"]
        for into_store in (False, True):
            size = size_of(found, DECKS, workers, prices, into_store)
            bound = " *" if size.is_bound_by_client else ""
            cells += [f"{size.hours:,.1f}{bound}", f"{size.rate:,.0f}", f"{size.cost:.3f}"]
        lines.append(cells)
    heads = ("workers", "folder: hours", "decks a second", "cost per thousand")
    heads += ("store: hours", "decks a second", "cost per thousand")
    gigabytes = DECKS * found.size / 1e9
    return "\n".join(
        [
            machine(),
            f"{count:,} rows of a deck of five slides, with a photo, a chart and a table.",
            "",
            table(("measured", ""), figures),
            "",
            f"A million decks, at {prices.core_hour:g} for a core-hour and {prices.thousand_requests:g} for a thousand "
            "questions to a store (suppositions; put in your own):",
            "",
            table(heads, lines),
            "",
            "\\* the client is the bound, and more workers do not help.",
            "",
            f"They take {gigabytes:,.0f} GB: {gigabytes * prices.gigabyte_month:,.2f} a month, at "
            f"{prices.gigabyte_month:g} for a gigabyte.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
