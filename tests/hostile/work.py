"""Work, counted: calls and bytes, which are the same on every machine, where a clock would tell another time on each.

Calls miss what one call of C does by itself, such as a regular expression that goes back and forth or a text that is
copied at each step. For those, bound the items that the call is given, or show that it cannot go back.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from cProfile import Profile
from pathlib import Path
from time import process_time
from typing import NamedTuple

from tests.projects import environment

_CHILD = """\
import sys
from deckmaker.cli import main
try:
    main(sys.argv[2:])
finally:
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    open(sys.argv[1], "w").write(peak.split()[1])
"""


class Ended(NamedTuple):
    """How a command of its own process ended: exit code, stdout, stderr, and the most memory it held, in bytes."""

    exit_code: int
    stdout: str
    stderr: str
    peak: int


def calls_of(function: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called while `function` runs."""
    counting = Profile(subcalls=False)  # in C: a function of Python's own, told of each, takes twice as long
    before = sys.getprofile()
    counting.enable()
    try:
        function()
    finally:
        counting.disable()
        sys.setprofile(before)
    return sum(one.callcount for one in counting.getstats())


def bytes_of(function: Callable[[], object]) -> int:
    """Return the most bytes of Python's memory that are held at once while `function` runs, beyond those before.

    What libraries in C allocate by themselves, such as pixels, is not seen: use `ended` for those. All threads of the
    process count, so none that works for itself may be left by other tests.
    """
    gc.collect()  # what closes as it is thrown away may tell of it, with the lines of its sources
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        function()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


@contextmanager
def processor_seconds_below(most: float) -> Iterator[None]:
    """Fail where what is done takes more of this process' time: for what would take minutes where it went wrong.

    A clock would also count the time of all others on the machine.
    """
    start = process_time()
    yield
    assert process_time() - start < most


def growth(measure: Callable[[Callable[[], object]], int], function: Callable[[int], object], size: int) -> float:
    """Return the work for twice `size` over the work for `size`, beyond the empty input's: 2 is linear, 1 none.

    `measure` is `calls_of` or `bytes_of`. What is made once, as fonts that are opened, is made before it counts.
    """
    function(size)
    least = measure(lambda: function(0))
    once, twice = (measure(lambda count=count: function(count)) - least for count in (size, 2 * size))
    return twice / once if once else float(1 + twice)


def ended(arguments: Sequence[str | Path], folder: Path, **variables: str) -> Ended:
    """Run the command in a process of its own, in `folder`, and tell how it ended. Needs Linux's /proc."""
    told = folder / "peak-memory"
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(told), *map(str, arguments)],
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )
    peak = int(told.read_text(encoding="utf-8")) * 1024
    return Ended(done.returncode, done.stdout, done.stderr, peak)
