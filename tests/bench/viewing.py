"""Opening a page of many photos in Chromium: deckmaker's, and one that has the same photos and nothing else."""

from __future__ import annotations

import os
import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

from tests.bench.material import Material
from tests.bench.measure import Measurement
from tests.bench.results import Rounds
from tests.browsers import running_chromium
from tests.projects import COMMAND

PHOTOS = 200
"""How many photos the pages have, each on a slide of its own or in an element of its own."""

PAGE, PLAIN = "page", "plain page"


def write_pages(material: Material, folder: Path) -> dict[str, Path]:
    """Write both pages below `folder`; return them by name."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [*COMMAND, "build", material.deck, "-o", folder, "-q", "-f", "html", "--force"]
    subprocess.run([str(part) for part in command], check=True)
    plain = folder / "plain.html"
    with plain.open("w", encoding="utf-8") as stream:
        stream.write('<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Photos</title>\n')
        for photo in sorted(material.photos.glob("*.jpg"))[:PHOTOS]:
            stream.write(f'<img src="data:image/jpeg;base64,{b64encode(photo.read_bytes()).decode()}" alt="">\n')
    return {PAGE: folder / f"{material.deck.stem}.html", PLAIN: plain}


def measure_viewing(pages: dict[str, Path], runs: int, say: Callable[[str], None] = lambda _: None) -> Rounds:
    """Open pages in turn, round after round, each in a browser of its own; return their rounds."""
    found: dict[str, list[Measurement]] = {name: [] for name in pages}
    for round in range(1, runs + 1):
        for name, path in pages.items():
            found[name].append(one := opened(path))
            say(f"  round {round}: {name}, {one.seconds:.2f} s, {one.mebibytes:.0f} MiB")
    return Rounds(found)


def opened(path: Path) -> Measurement:
    """Open a page, in a process of its own, below which is no other browser."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_opened, path).result()


def _opened(path: Path) -> Measurement:
    """Return how long until a page has loaded, and what all processes of the browser take then, each page once."""
    with running_chromium() as browser:
        tab = browser.new_page()
        start = monotonic()
        tab.goto(path.as_uri())
        seconds = monotonic() - start
        tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 500)))")  # what it begins late
        taken = sum(map(_mebibytes, _of_browser(os.getpid())))
    return Measurement(seconds, taken, path.stat().st_size / 1e6)


def _of_browser(process: int) -> Iterator[int]:
    """Yield the processes of Chromium that a process has started, itself or through others."""
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (task / "children").read_text().split()):
            if b"chromium" in Path(f"/proc/{child}/cmdline").read_bytes():
                yield child
            yield from _of_browser(child)


def _mebibytes(process: int) -> float:
    """Return what a process takes, a page that it shares with others in part (proc(5): PSS in smaps_rollup)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
