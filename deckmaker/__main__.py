"""`python -m deckmaker`, and the `deckmaker` command: runs it, and ends at once.

`python -m` looks for modules in the current folder first, before this is read; the command never does.
"""

import os
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    try:
        if sys.path[:1] == [os.getcwd()]:
            del sys.path[0]  # what is imported from here on comes from where it is installed
    except OSError:
        pass  # a folder that is gone holds no modules


from deckmaker.interruption import end_at_once

TYPE_CHECKING = False  # as in `typing`, which is imported when Ctrl-C is seen to
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> "NoReturn":
    """Run the command, and end without Python's tidying up: to free what is gone anyway takes a tenth of a `check`."""
    end_at_once()

    from deckmaker.memory import ran_out  # now: when memory has run out, no module can be read any more

    try:
        status = _status()
    except Exception as error:  # which is about what comes before the command's own guards
        if not ran_out(error):
            raise
        os.write(2, b"deckmaker cannot go on: not enough memory\n")
        status = 1
    os._exit(status)


def _status() -> int:
    """Run the command and return its exit code."""
    import gc
    from contextlib import suppress

    from deckmaker.home import mend_home
    from deckmaker.streams import mend_streams
    from deckmaker.working_folder import leave_if_gone

    mend_streams()
    leave_if_gone()
    mend_home()
    gc.set_threshold(50_000, 20, 100)  # imports make 100,000 objects that stay; looking through them is 5 % of a check

    from deckmaker.cli import main

    status = 0
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # a full disk; a plug-in that closed it
            stream.flush()
    return status


# What is imported from here on comes from where it is installed.
if __name__ == "__main__":
    run()
