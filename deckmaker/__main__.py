"""`python -m deckmaker`, and the `deckmaker` command: runs it, and ends at once.

`python -m` looks for modules in the current folder first, before this is read; the command never does.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    try:
        if sys.path[:1] == [os.getcwd()]:
            del sys.path[0]  # what is imported from here on comes from where it is installed
    except OSError:
        pass  # a folder that is gone holds no modules

import gc
from contextlib import suppress
from typing import NoReturn

from deckmaker.cli import main


def run() -> NoReturn:
    """Run the command, and end without Python's tidying up: to free what is gone anyway takes a tenth of a `check`."""
    gc.set_threshold(50_000, 20, 100)  # imports make 100,000 objects that stay; looking through them is 5 % of a check
    status = 0
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # nobody reads on, or there never was anybody
            stream.flush()
    os._exit(status)


# What is imported from here on comes from where it is installed.
if __name__ == "__main__":
    run()
