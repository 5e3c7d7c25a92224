"""The parts of the reference that the code itself knows: keys from the schemas, codes from the catalogue, commands and
options from the command line. A page holds a mark where one goes, so that no copy of it can be out of date."""

from __future__ import annotations

import re

from .codes import codes
from .commands import commands
from .schemas import deck_keys, project_keys, theme_keys

PARTS = {
    "codes": codes,
    "commands": commands,
    "deck keys": deck_keys,
    "project keys": project_keys,
    "theme keys": theme_keys,
}
"""What makes the Markdown of each part, by the name in its mark."""

_MARK = re.compile(r"<!-- made from the code: ([a-z ]+) -->")


def filled(page: str) -> str:
    """Return a page's Markdown with each mark replaced by the part that it names.

    Raises:
        KeyError: for a mark that names no part.
    """
    return _MARK.sub(lambda mark: PARTS[mark[1]](), page)


__all__ = ["PARTS", "filled"]
