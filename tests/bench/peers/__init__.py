"""Other tools for the same slides, measured where they are installed: Typst for PDF, PptxGenJS for PPTX.

They are looked for where Python and Node.js look, and then in a folder of their own, into which `INSTALL` puts them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Command

_HERE = Path(__file__).parent
INSTALL = {
    "Typst": "pip install --target {folder} typst",
    "PptxGenJS": "npm install --prefix {folder} pptxgenjs",
}


@dataclass(frozen=True)
class Peers:
    """How each peer is started, None where it is not installed; and the versions of those that are."""

    typst: Command | None
    pptxgenjs: Command | None
    versions: dict[str, str]

    def missing(self, folder: Path) -> list[str]:
        """Return a line for each peer that is not installed, with the command that installs it into `folder`."""
        return [
            f"without {name}; {how.format(folder=folder)}" for name, how in INSTALL.items() if name not in self.versions
        ]


def find_peers(folder: Path) -> Peers:
    """Return the peers that are installed, in general or in `folder`."""
    python = ["env", f"PYTHONPATH={_joined('PYTHONPATH', folder)}", sys.executable]
    node = ["env", f"NODE_PATH={_joined('NODE_PATH', folder / 'node_modules')}", "node"]
    typst = _answer([*python, "-c", "import importlib.metadata, typst; print(importlib.metadata.version('typst'))"])
    pptxgenjs = _answer([*node, "-p", "new (require('pptxgenjs'))().version"])
    return Peers(
        [*python, _HERE / "by_typst.py"] if typst else None,
        [*node, _HERE / "by_pptxgenjs.cjs"] if pptxgenjs else None,
        {name: version for name, version in (("Typst", typst), ("PptxGenJS", pptxgenjs)) if version},
    )


def _joined(variable: str, folder: Path) -> str:
    """Return a variable's folders and then `folder`, as absolute paths: commands may run elsewhere."""
    return os.pathsep.join(filter(None, (os.environ.get(variable), str(folder.resolve()))))


def _answer(command: list[str]) -> str | None:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
