"""Mended files put in place of what was read, whole and only if that is still there; or shown as a difference."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.line_index import lines_of
from deckmaker.diagnostics.printer import printable
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.mending.splicing import Mend
from deckmaker.output.atomic import atomic_write, written
from deckmaker.source.reading import display_name

_MAY_BE_WRITTEN = 0o222


def replace_files(
    contents: Mapping[Path, bytes],
    were: Mapping[Path, bytes],
    diagnostics: Diagnostics,
    before: Callable[[], None] | None = None,
) -> list[Path]:
    """Put mended contents in place of what files `were`; return those that were replaced, report the others.

    A reader finds the old file or the new one, never half of one. One that somebody changed meanwhile stays. What is
    done `before` is done right before a file is put in its place, once nothing else is known to stand against that.
    """
    replaced = []
    for path, content in contents.items():
        name = display_name(path)
        try:
            if not path.stat().st_mode & _MAY_BE_WRITTEN:
                raise PermissionError(13, "Permission denied")
            with atomic_write(path, written(content)) as put:
                if path.read_bytes() != were[path]:
                    message = f"`{name}` was changed meanwhile, and is left as it is"
                    diagnostics.report("changed-meanwhile", message, help="save it, and do it again")
                    continue
                if before is not None:
                    before()
                put()
            replaced.append(path)
        except OSError as error:
            help = "see that you may write to it and to its folder"
            diagnostics.report("cannot-write", f"`{name}` cannot be written: {plain_reason(error)}", help=help)
    return replaced


def mend_lines(path: Path, content: bytes, mends: tuple[Mend, ...]) -> Iterator[str]:
    """Yield a line for each mend of a file: where it stands now, and what was done."""
    lines = lines_of(content.decode("utf-8-sig"))
    for mend in sorted(mends, key=lambda mend: mend.offset):
        yield f"{printable(display_name(path))}:{lines.place(mend.offset)[0]}: {mend.said} ({mend.code})"


def difference(path: Path, before: bytes, after: bytes) -> str:
    """Return what mends change in a file, as a unified diff that `patch` and `git apply` take."""
    name = Path(display_name(path)).as_posix()
    old, new = (_lines(content.decode()) for content in (before, after))
    return "".join(_whole(line) for line in difflib.unified_diff(old, new, _quoted(f"a/{name}"), _quoted(f"b/{name}")))


def _quoted(name: str) -> str:
    """Return a file's name as git writes it: one that could steer a terminal in quotation marks, with octal escapes.

    See `core.quotePath` in git's manual. Letters beyond ASCII stay, as if that were off.
    """
    if printable(name) == name:
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(one if printable(one) == one else _octal(one) for one in escaped)}"'


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode(errors="surrogateescape"))


def _lines(text: str) -> list[str]:
    """Return the lines of a text as `patch` knows them, each with its end."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + parts[-1:] * bool(parts[-1])


def _whole(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
