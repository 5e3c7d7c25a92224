"""The home of whoever runs the command, who may have none."""

from __future__ import annotations

import os


def mend_home() -> None:
    """Be at home at the root where the home is no absolute path: below the working folder, others' files lie.

    A user of whom the system knows nothing, as in a container, and for whom HOME says nothing has a home called `~`.
    Libraries look there for settings, and run them: so the folder of a deck could hold code. Windows knows all users.
    """
    if os.name != "nt" and not os.path.isabs(os.path.expanduser("~")):
        os.environ["HOME"] = os.sep
