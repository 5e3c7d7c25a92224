"""The validator `openxml-audit`, but for what it does not know.

In mathematics it knows Word's properties of runs alone. On slides they have DrawingML's ([MS-ODRAWXML], 2.4.2), as
PowerPoint writes them and the Open XML SDK demands: tests/open_xml_sdk.py judges those.
"""

from __future__ import annotations

import re
from pathlib import Path

from openxml_audit import OpenXmlValidator

_IN_MATHEMATICS = re.compile(r"/oMath\[.*rPr")


def complaints(path: Path) -> list[str]:
    """Return what is wrong with a file."""
    return [one for one in map(str, OpenXmlValidator(strict=True).validate(path).errors) if not _known(one)]


def _known(said: str) -> bool:
    return bool(_IN_MATHEMATICS.search(said))
