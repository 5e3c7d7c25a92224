"""Whether files that a command makes once may be written: never over others, unless somebody says so."""

from __future__ import annotations

import os
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.source.reading import display_name

_ELSEWHERE = "write to another file with `-o`"

_OVER = f"{_ELSEWHERE}, or over it with `--force`"


def may_write(paths: tuple[Path, ...], source: Path, what: str, force: bool, diagnostics: Diagnostics) -> bool:
    """Tell whether files may be written that are made of a `source`, which messages call `what`; report those that are
    there."""
    taken = [path for path in paths if os.path.lexists(path)]
    own = [path for path in taken if os.path.exists(path) and os.path.exists(source) and path.samefile(source)]
    for path in own:
        diagnostics.report("edited-output", f"`{display_name(path)}` is {what}", help=_ELSEWHERE)
    if own:
        return False
    folders = [path for path in taken if os.path.isdir(path)]
    for path in folders:
        name = display_name(path)
        diagnostics.report("edited-output", f"`{name}` is a folder", help="name a file with `-o`, such as one in it")
    if folders:
        return False
    if force:
        return True
    for path in taken:
        _tell(path, diagnostics, _OVER)
    return not taken


def may_fill(folder: Path, force: bool, diagnostics: Diagnostics) -> bool:
    """Tell whether files may be written into a folder of that name, over those of theirs that it has; report what is
    there."""
    is_folder = os.path.isdir(folder)
    if not os.path.lexists(folder) or (force and is_folder):
        return True
    _tell(folder, diagnostics, _OVER if is_folder else _ELSEWHERE)
    return False


def _tell(path: Path, diagnostics: Diagnostics, help: str) -> None:
    diagnostics.report("edited-output", f"`{display_name(path)}` is there already", help=help)
