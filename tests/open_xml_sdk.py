"""The validator of the Open XML SDK, which knows what PowerPoint accepts. `make test` installs it, from tests/node."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from tests.projects import ROOT

VERSION = "Microsoft365"
TIMEOUT = 240
BRIEF = {"DOTNET_TieredPGO": "0", "DOTNET_gcConcurrent": "0"}
"""For a run of a second: no measuring of what to compile once more, and no thread for memory."""


def complaints(path: Path) -> list[str]:
    """Return what the SDK has to say against a file: a part, a place in it and what is wrong there."""
    (validator,) = (ROOT / "tests" / "node" / "node_modules" / "@xarsh").glob("ooxml-validator-*/ooxml-validator*")
    command = [str(validator), str(path), VERSION]
    done = subprocess.run(
        command, env=os.environ | BRIEF, capture_output=True, encoding="utf-8", timeout=TIMEOUT, check=False
    )
    assert done.stdout, f"the validator says nothing: {done.stderr[-2000:]}"
    found = json.loads(done.stdout)
    errors = [" ".join(str(one.get(key)) for key in ("path", "xPath", "description")) for one in found["errors"]]
    assert found["ok"] == (not errors)
    return errors
