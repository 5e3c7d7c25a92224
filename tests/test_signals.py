"""Tests that send signals hold wherever they are started: in a terminal, behind `nohup`, or by a script with `&`."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.projects import ROOT

DEAF = """
import signal, subprocess, sys
from tests.signals import ASKED, answered
for one in ASKED:
    signal.signal(one, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, ASKED)
told = "import signal; print(*(signal.getsignal(one).__class__.__name__ for one in (1, 2, 15)),"
told += "len(signal.pthread_sigmask(signal.SIG_BLOCK, [])))"
for how in ({}, {"preexec_fn": answered}):
    subprocess.run([sys.executable, "-c", told], check=True, **how)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has other signals")
def test_a_process_hears_what_its_parent_is_deaf_to():
    """Without help it hears nothing: handlers are `SIG_IGN`, and all three are blocked."""
    done = subprocess.run([sys.executable, "-c", DEAF], cwd=ROOT, capture_output=True, text=True, check=True)
    ignored, heard = done.stdout.splitlines()
    assert ignored == "Handlers Handlers Handlers 3"
    assert heard == "Handlers builtin_function_or_method Handlers 0"


def test_whatever_sends_signals_lets_them_be_heard():
    """A file of tests that sends one which may be ignored starts its processes with `answered`."""
    sending = [path for path in (ROOT / "tests").rglob("test_*.py") if _sends(path.read_text(encoding="utf-8"))]
    assert len(sending) >= 5
    for path in sending:
        assert "import answered" in path.read_text(encoding="utf-8"), path


def _sends(text: str) -> bool:
    return any(f"signal.{one}" in text for one in ("SIGINT", "SIGTERM", "SIGHUP"))
