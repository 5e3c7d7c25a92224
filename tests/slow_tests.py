"""Which tests take long, as measured: `make quick` leaves them out, without a mark at each.

`python -m tests.slow_tests REPORT` reads them from what `pytest --durations=0 -vv` printed, and writes the list.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")
LONGEST = 0.1
"""Seconds that a case of a test may take on the average, on a machine that does other things as well."""

_MEASURED = re.compile(r"^\s*([\d.]+)s \w+ +(tests/\S+::\w+)")


@cache
def slow_tests() -> frozenset[str]:
    """Return the tests that are listed, each as `file::function`."""
    return frozenset(line for line in LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def slow_in(report: Iterable[str]) -> list[str]:
    """Return the tests of which a case takes more than `LONGEST`, on the average, in a report of pytest's."""
    found: dict[str, list[float]] = defaultdict(list)
    for line in report:
        if measured := _MEASURED.match(line):
            found[measured[2]].append(float(measured[1]))
    return sorted(test for test, seconds in found.items() if sum(seconds) / len(seconds) > LONGEST)


def main(report: str) -> None:
    """Write the list."""
    with Path(report).open(encoding="utf-8") as lines:
        tests = slow_in(lines)
    LIST.write_text("\n".join(["# Written by `python -m tests.slow_tests`.", *tests, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
