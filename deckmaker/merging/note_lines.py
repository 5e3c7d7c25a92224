"""Lines that come into notes, where each line is one of its own: an empty line stands where a list begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckmaker.merging.pieces import pieces_of


def lines_between(above: str, lines: Sequence[str], below: str) -> str:
    """Return lines as they are put between two parts of notes, with what parts them. Either what is above ends with
    its last line, or what is below begins with its first one."""
    are_apart = "\n\n" in f"{above}{below}".strip()
    ends = not above or above.endswith("\n")
    first, last = above.removesuffix("\n").split("\n")[-1], below.removeprefix("\n").split("\n")[0]
    parts = [_part(one, other, are_apart) for one, other in pairwise([first, *lines, last])]
    # One end of line is there already: behind what is above, or before what is below.
    if ends:
        parts[0] = parts[0][1:] if first.strip() and _differ(first, lines[0]) else ""
    else:
        parts[-1] = parts[-1][1:] if last.strip() and _differ(lines[-1], last) else ""
    return parts[0] + "".join(line + part for line, part in zip(lines, parts[1:], strict=True))


def _part(line: str, below: str, are_apart: bool) -> str:
    if _is_item(line) and _is_item(below):
        return "\n"
    return "\n\n" if are_apart or _differ(line, below) else "\n"


def _differ(line: str, other: str) -> bool:
    return _is_item(line) != _is_item(other)


def _is_item(line: str) -> bool:
    return any(one.is_listed for one in pieces_of({"notes": line}, ()))
