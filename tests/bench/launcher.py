"""`python -S launcher.py COMMAND…`: run a command; print its wall seconds and peak KiB.

A process of its own, and a small one: Linux counts to a new process the memory of the one that it was forked from.
"""

import os
import sys
import time

started = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - started, usage.ru_maxrss)  # noqa: T201
sys.exit(os.waitstatus_to_exitcode(status))
