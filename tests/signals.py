"""Signals as a terminal's shell leaves them. A parent may ignore some: `nohup`, or a script that runs tests with `&`.

What a process ignores, the processes that it starts ignore too (execve(2)), and Python answers no Ctrl-C then.
"""

from __future__ import annotations

import signal

ASKED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What asks a command to end: Ctrl-C, a service manager, a closed terminal."""


def answered() -> None:
    """Let this process answer what asks it to end. For `preexec_fn`: in the child, before the command begins."""
    for one in ASKED:
        signal.signal(one, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ASKED)
