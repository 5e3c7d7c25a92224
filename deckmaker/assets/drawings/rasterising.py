"""A drawing to a PNG at print resolution, by resvg, within a time and a memory that are set."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from deckmaker.assets.drawings.text import FIXED, SANS, SERIF, font_files
from deckmaker.assets.flaw import Unusable

LONGEST_SECONDS = 30
"""A rich drawing takes half a second; a slow machine may take ten times as long."""

SAID = 3
"""The worker's exit code when it says what is wrong; any other is Python's own."""

_WORKER = Path(__file__).with_name("worker.py")


def rasterised(root: Element) -> bytes:
    """Return a prepared drawing as PNG. Raises Unusable where it cannot be drawn."""
    order = {"svg": tostring(root, "unicode"), "fonts": font_files(), "sans": SANS, "serif": SERIF, "fixed": FIXED}
    # Isolated: neither the current folder nor the environment changes what the worker imports. What the deck says
    # reaches it on its standard input alone.
    command = [sys.executable, "-I", str(_WORKER)]
    try:
        done = subprocess.run(  # nosec B603
            command, input=json.dumps(order).encode(), capture_output=True, timeout=LONGEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        what = f"is a drawing that takes more than {LONGEST_SECONDS} seconds"
        raise Unusable(what, "export it as PNG") from error
    if done.returncode or not done.stdout:
        said = done.stderr.decode("utf-8", "replace").strip() if done.returncode == SAID else ""
        why = f": {said.splitlines()[-1][:100]}" if said else ""
        raise Unusable(f"is a drawing that cannot be drawn{why}", "export it as PNG")
    return done.stdout
