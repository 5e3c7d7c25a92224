"""Lines that come into notes, where each line is one of its own: an empty line stands where a list begins or ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from deckmaker.dataclasses import replace
from deckmaker.merging.pieces import INDENT, Piece, line_of, pieces_of
from deckmaker.model import Marker
from deckmaker.resolve.notes import notes_of


def plain_line(piece: Piece, plain: Collection[str]) -> Piece:
    """Return a line of notes without a mark where it is one of the `plain` lines, which are no items, such as one that
    begins with a day: `30. May`."""
    is_plain = piece.role == "notes" and piece.is_listed and piece.mark + piece.text in plain
    return replace(piece, mark="", text=piece.mark + piece.text) if is_plain else piece


def reads_as_item(piece: Piece) -> bool:
    """Tell whether a plain line of notes would be read as an item of a list, where no paragraph goes on with it."""
    return piece.role == "notes" and not piece.is_listed and _is_item(piece.text)


def are_plain(lines: Iterable[str], notes: str) -> bool:
    """Tell whether all of some lines are in notes as parts of paragraphs, not as items of lists."""
    paragraphs = (one for one in notes_of(notes) if one.marker is Marker.NONE)
    found = {line for one in paragraphs for line in "".join(run.text for run in one.runs).split("\n")}
    return all(" ".join(one.split()) in found for one in lines)


def lines_beside(value: str, there: Piece, beside: Piece, texts: Iterable[Piece], is_behind: bool) -> list[str]:
    """Return texts as lines that come behind, or before, the one that is `there` in the `value` of notes, and `beside`
    them in the presentation. Those as deep as that are as far in; items keep their kind."""
    items: list[tuple[int, int]] = []  # those that are open there: how far in they stand, and their words
    for one in pieces_of({"notes": value}, ()):
        if one.begin > there.begin or (one.begin == there.begin and not is_behind):
            break
        begin = _column(value, one)
        items = [item for item in items if item[0] < begin] if one.is_listed or not begin else items
        if one.is_listed:
            items.append((begin, begin + len(one.mark)))
    return [" " * _lead(value, there, beside, one, items) + _mark(there, beside, one) + one.text for one in texts]


def _lead(value: str, there: Piece, beside: Piece, new: Piece, items: Sequence[tuple[int, int]]) -> int:
    """Return how many spaces stand before a new line, below open `items`."""
    if new.depth == beside.depth:
        return _column(value, there)
    if new.depth > beside.depth:
        return items[-1][1] if items else 0
    around = [item for item in items if item[0] // INDENT <= new.depth]
    if not around or not (new.is_listed or new.depth):
        return 0
    return around[-1][0] if new.is_listed else around[-1][1]


def _mark(there: Piece, beside: Piece, new: Piece) -> str:
    is_alike = new.depth == beside.depth and there.is_listed and there.is_numbered == new.is_numbered
    return there.mark if new.is_listed and is_alike else new.mark * new.is_listed


def _column(value: str, piece: Piece) -> int:
    return piece.begin - len(piece.mark) - line_of(value, piece)[0]


def lines_between(above: str, lines: Sequence[str], below: str, plain: Collection[str] = ()) -> str:
    """Return lines as they are put between two parts of notes, with what parts them. Either what is above ends with
    its last line, or what is below begins with its first one. Those that are `plain` would be items behind an empty
    line: they go on with the paragraph above."""

    def is_item(line: str) -> bool:
        return line not in plain and _is_item(line)

    def part(line: str, below: str) -> str:
        if below in plain or (is_item(line) and is_item(below)):
            return "\n"
        return "\n\n" if are_apart or is_item(line) != is_item(below) else "\n"

    are_apart = "\n\n" in f"{above}{below}".strip()
    ends = not above or above.endswith("\n")
    first, last = above.removesuffix("\n").split("\n")[-1], below.removeprefix("\n").split("\n")[0]
    parts = [part(one, other) for one, other in pairwise([first, *lines, last])]
    # One end of line is there already: behind what is above, or before what is below.
    if ends:
        parts[0] = parts[0][1:] if first.strip() and is_item(first) != is_item(lines[0]) else ""
    else:
        parts[-1] = parts[-1][1:] if last.strip() and is_item(lines[-1]) != is_item(last) else ""
    return parts[0] + "".join(line + part for line, part in zip(lines, parts[1:], strict=True))


def _is_item(line: str) -> bool:
    return any(one.is_listed for one in pieces_of({"notes": line}, ()))
