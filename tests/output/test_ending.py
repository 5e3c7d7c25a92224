"""Requests to end that arrive where Python drops exceptions: they are heard all the same."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.projects import ROOT
from tests.signals import answered

LOST = """
import os, sys, time, weakref
from deckmaker.output.ending import tidy_end
number, rest = int(sys.argv[1]), float(sys.argv[2])


class Node:
    pass


node = Node()
watched = weakref.ref(node, lambda gone: (os.kill(os.getpid(), number), None))
with tidy_end():
    try:
        del node  # the callback runs, and what the signal raises in it goes nowhere
        ends = time.monotonic() + rest
        while time.monotonic() < ends:
            sum(range(100))
        print("worked to its end")
    finally:
        print("tidied")
print("went on")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(("rest", "heard"), [(30, "tidied\n"), (0, "worked to its end\ntidied\n")])
def test_a_request_that_python_drops_is_heard(number, rest, heard):
    """Soon, and with the end of the work at the latest. It is not reported as an error of a callback."""
    command = [sys.executable, "-c", LOST, str(int(number)), str(rest)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=answered)
    assert done.stdout == heard
    assert done.returncode == (-signal.SIGINT if number == signal.SIGINT else 128 + number)
    assert "Exception ignored" not in done.stderr


ANOTHER = """
import weakref
from deckmaker.output.ending import tidy_end


class Node:
    pass


node = Node()
watched = weakref.ref(node, lambda gone: 1 / 0)
with tidy_end():
    del node
"""


def test_other_errors_of_callbacks_are_reported_as_ever():
    """They end nothing."""
    done = subprocess.run([sys.executable, "-c", ANOTHER], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "ZeroDivisionError" in done.stderr
