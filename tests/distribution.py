"""How tests are shared out among processes: by file, and what takes longest first.

A file's tests stay together, since they share decks that are laid out, rendered and converted once for all of them.
Where several files share such outputs, or parts of one file share none, their mark `xdist_group` says what belongs
together. Cheap files come last, so that no process is left with a long one when the other has ended. Programs such as
browsers let a processor wait: files that start some are spread among all others, which use it meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from xdist.scheduler import LoadGroupScheduling


def unit_of(item: pytest.Item) -> str:
    """Return the name of what a test must stay together with: its group, or else its file."""
    group = item.get_closest_marker("xdist_group")
    return str(group.args[0]) if group else item.nodeid.partition("::")[0]


def longest_first(items: list[pytest.Item]) -> None:
    """Sort tests by their units: those with most tests of other programs, or with most slow ones, come first."""
    outside: Counter[str] = Counter()
    slow: Counter[str] = Counter()
    for item in items:
        unit = unit_of(item)
        outside[unit] += item.get_closest_marker("outside") is not None
        slow[unit] += item.get_closest_marker("slow") is not None
    units = sorted(outside, key=lambda unit: (-outside[unit], -slow[unit]))
    kinds = [[unit for unit in units if (outside[unit] > 0) is waits] for waits in (True, False)]
    place = {unit: number / len(kind) for kind in kinds for number, unit in enumerate(kind)}
    items.sort(key=lambda item: (place[one := unit_of(item)], one))


def own_share_first(files: Sequence[Path], number: int, count: int) -> list[Path]:
    """Return files in the order in which one of so many processes, from 0, is to import them: none begins alike."""
    begin = len(files) * number // count
    return [*files[begin:], *files[:begin]]


def import_files(files: Sequence[Path], root: Path) -> None:
    """Import files of tests. Of one that cannot be imported, pytest tells when it collects it."""
    for path in files:
        with suppress(Exception, pytest.skip.Exception):
            import_module(".".join(path.relative_to(root).with_suffix("").parts))


class ByGroupOrFile(LoadGroupScheduling):
    """Gives each process one group or one file after the other, in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        scope = super()._split_scope(nodeid)
        return nodeid.partition("::")[0] if scope == nodeid else scope
