"""A new project's folder: there whole, or not at all. Written beside its place under a temporary name, and renamed."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.output.ending import tidy_end
from deckmaker.source.reading import display_name

_OTHER = "choose another name, or another folder to work in"


def put_project(folder: Path, files: Mapping[str, bytes], diagnostics: Diagnostics) -> bool:
    """Write files, by paths relative to a folder that is not there yet; report where that cannot be, and return False.

    Whatever ends it, an error, Ctrl-C or a signal, leaves nothing behind.
    """
    if os.path.lexists(folder):
        _report_taken(folder, diagnostics)
        return False
    above = folder.parent
    if not os.path.isdir(above):
        name = display_name(above)
        message = f"`{display_name(folder)}` cannot be made: there is no folder `{name}`"
        diagnostics.report("cannot-write", message, help=f"make `{name}` first, or leave it out")
        return False
    temporary = above / f".deckmaker-{secrets.token_hex(8)}"
    try:
        with tidy_end():
            try:
                _write(temporary, files)
                os.rename(temporary, folder)  # which replaces nothing but an empty folder
            finally:
                shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR) and os.path.lexists(folder):
            _report_taken(folder, diagnostics)  # it came to be meanwhile
        else:
            message = f"`{display_name(folder)}` cannot be made: {plain_reason(error)}"
            diagnostics.report("cannot-write", message, help=_OTHER)
        return False
    return True


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with open(folder / path, "xb") as stream:
            stream.write(content)


def _report_taken(folder: Path, diagnostics: Diagnostics) -> None:
    message = f"`{display_name(folder)}` is there already, and nothing in it is changed"
    diagnostics.report("taken-name", message, help="choose another name, or move what is there")
