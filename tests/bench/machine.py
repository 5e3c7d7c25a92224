"""Where numbers were made: the machine's cores and memory, and the versions of what ran. No names, no paths."""

from __future__ import annotations

import os
import platform
from datetime import date
from importlib.metadata import version

LIBRARIES = ("python-pptx", "reportlab", "lxml", "Pillow")


def machine() -> str:
    """Return a sentence about this machine, and the date."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return (
        f"{date.today().isoformat()}, {platform.system()} on {platform.machine()}, {cores} cores ({_processor()}), "
        f"{memory:.0f} GiB of memory."
    )


def versions(peers: dict[str, str]) -> str:
    """Return the versions of Python, of deckmaker's and the scripts' libraries, and of the peers that are installed."""
    libraries = {name: version(name) for name in LIBRARIES} | peers
    shown = [f"Python {platform.python_version()}", *(f"{name} {number}" for name, number in libraries.items())]
    return ", ".join(shown) + "."


def _processor() -> str:
    """Return what the processor calls itself, where the system says so."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return "of an unnamed kind"
