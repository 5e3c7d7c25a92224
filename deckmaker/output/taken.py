"""Whether files that a command makes once may be written: never over others, unless somebody says so."""

from __future__ import annotations

import os
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.source.reading import display_name


def may_write(paths: tuple[Path, ...], source: Path, what: str, force: bool, diagnostics: Diagnostics) -> bool:
    """Tell whether files may be written that are made of a `source`, which messages call `what`; report those that are
    there."""
    taken = [path for path in paths if os.path.lexists(path)]
    own = [path for path in taken if os.path.exists(path) and os.path.exists(source) and path.samefile(source)]
    for path in own:
        help = "write to another file with `-o`"
        diagnostics.report("edited-output", f"`{display_name(path)}` is {what}", help=help)
    if own:
        return False
    if force and not any(map(os.path.isdir, taken)):
        return True
    for path in taken:
        help = "write to another file with `-o`, or over it with `--force`"
        diagnostics.report("edited-output", f"`{display_name(path)}` is there already", help=help)
    return not taken
