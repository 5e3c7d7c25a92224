"""Opening a file at a line in an editor that has a window of its own. An editor in a terminal cannot be opened so."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess  # nosec B404: the user's own editor
import threading
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from deckmaker.installed_programs import installed

_AT_LINE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"), ("-g", "{file}:{line}")),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "atom", "pulsar"), ("{file}:{line}",)),
    **dict.fromkeys(
        ("gedit", "gnome-text-editor", "xed", "pluma", "gvim", "mvim", "emacsclient"), ("+{line}", "{file}")
    ),
    **dict.fromkeys(("kate", "kwrite", "mate", "lapce"), ("--line", "{line}", "{file}")),
    "notepad++": ("-n{line}", "{file}"),
}
"""Editors with windows, as each wants a file and a line."""

_IN_TERMINAL = (
    *("ed", "emacs", "helix", "hx", "jed", "joe", "jove", "kak", "mcedit", "mg", "micro", "nano", "ne", "neovim"),
    *("nvim", "pico", "tilde", "vi", "vim", "vis"),
)
"""Editors that need a terminal; Emacs may have a window, and is not asked whether it has."""


def address_in_vscode(file: Path, line: int, column: int) -> str:
    """Return the address by which a browser asks Visual Studio Code to open a file."""
    path = quote(file.as_posix(), safe="/:")
    return f"vscode://file{path if path.startswith('/') else f'/{path}'}:{line}:{column}"


def open_at(file: Path, line: int, environment: Mapping[str, str] = os.environ) -> str:
    """Open a file in the editor that `$VISUAL` or `$EDITOR` names; return in words why not, nothing where that is done.

    The editor goes on by itself: it is not ended with the preview.
    """
    name = next((one for one in ("VISUAL", "EDITOR") if environment.get(one, "").strip()), None)
    if name is None:
        return "Neither $VISUAL nor $EDITOR names an editor."
    written = environment[name]
    try:
        words = shlex.split(written)
    except ValueError:  # a quotation mark too few
        words = []
    program = Path(words[0]).stem.lower() if words else ""
    if program in _IN_TERMINAL:
        return f"${name} is {program}, which needs a terminal: go to the line there."
    if program not in _AT_LINE:
        return f"${name} is `{written}`, which deckmaker cannot tell to open a line."
    is_there = shutil.which(words[0]) if os.path.dirname(words[0]) else installed(words[0])
    if not is_there:
        return f"${name} is `{written}`, which is not installed."
    options = [one.format(file=file, line=line) for one in _AT_LINE[program]]
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # nosec B603: no shell, and what the user's own settings name
            [*words, *options], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        return f"${name} is `{written}`, which could not be started: {error.strerror}."
    threading.Thread(target=process.wait, daemon=True).start()  # or what has ended would stay in the system's list
    return ""
