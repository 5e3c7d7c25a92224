"""Pandoc's tables whose columns are marked by dashes alone, to such as our parser reads, with strokes between cells.

Without it, the dashes are rules, and part slides. Source: Pandoc's manual, "Extension: simple_tables" and "Extension:
multiline_tables".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from unicodedata import category, east_asian_width

from deckmaker.dataclasses import dataclass
from deckmaker.importing.markdown.fences import outside_comments, outside_fences
from deckmaker.patterns import pattern

_COLUMNS = pattern(r"[ ]{0,3}-{2,}(?:[ ]+-{2,})+[ ]*")
_DASHES = pattern(r"-+")
_BORDER = pattern(r"[ ]{0,3}-{3,}[ ]*")
_STROKE = pattern(r"(?<!\\)\|")
_TYPED_STROKE = r"\\|"
_SIDES = {(True, False): "--:", (False, True): ":--", (True, True): ":-:", (False, False): "---"}
"""How a column is aligned, by whether a space is before its head, and behind it, where its dashes are."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The lines of a table from `begin` to before `end`, and which of them are its head and its rows."""

    begin: int
    end: int
    dashes: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def lines(self) -> list[str]:
        """The table with strokes, on as many lines as it had."""
        spans = [(one.start(), one.end()) for one in _DASHES.finditer(self.dashes)]
        starts = [0, *(start for start, _ in spans[1:])]
        shown = self.head or self.rows[0]
        found = [
            _row(self.head, starts),
            f"|{'|'.join(_side(shown, span, starts[n + 1 :]) for n, span in enumerate(spans))}|",
        ]
        found += [_row(row, starts) for row in self.rows]
        return found + [""] * (self.end - self.begin - len(found))


def with_strokes(text: str) -> str:
    """Return a file whose tables have strokes between their cells, and each line its number."""
    if "--" not in text:
        return text
    lines = text.split("\n")
    is_free = set(outside_comments(lines, outside_fences(lines)))
    at = 0
    for index in sorted(is_free):
        if index < at or not _COLUMNS.fullmatch(lines[index].expandtabs(4)):
            continue
        table = _table(lines, index, at)
        if table and is_free.issuperset(range(table.begin, table.end)):
            lines[table.begin : table.end] = table.lines()
            at = table.end
    return "\n".join(lines)


def _table(lines: Sequence[str], index: int, first: int) -> _Table | None:
    """Return the table whose columns a line marks; None where it marks none. Lines before the `first` are no part."""
    begin = index
    while begin > first and not _is_end(lines[begin - 1], has_border=False):
        begin -= 1
    dashes = lines[index].expandtabs(4)
    head = [one.expandtabs(4) for one in lines[begin:index]]
    border = lines[begin - 1].rstrip() if begin > first else ""
    has_border = bool(head and _BORDER.fullmatch(border) and len(border) >= len(dashes.rstrip()))
    end = _end(lines, index + 1, has_border)
    last = lines[end] if end < len(lines) else ""
    rows = [one.expandtabs(4) for one in lines[index + 1 : end]]
    if has_border:
        parted = _parted(rows)
        is_table = bool(parted and _BORDER.fullmatch(last))
        return _Table(begin - 1, end + 1, dashes, head, parted) if is_table else None
    if rows and not head and not last.strip():  # rows with empty lines between them, if the same dashes end them
        end = _end(lines, end, has_border=True)
        last = lines[end].expandtabs(4) if end < len(lines) else ""
        if last.rstrip() != dashes.rstrip() or not lines[end - 1].strip():
            return None
        return _Table(begin, end + 1, dashes, head, _parted([one.expandtabs(4) for one in lines[index + 1 : end]]))
    is_closed = bool(_COLUMNS.fullmatch(last.expandtabs(4)) or _BORDER.fullmatch(last))
    if not rows or len(head) > 1 or not (head or is_closed):
        return None
    return _Table(begin, end + is_closed, dashes, head, [(one,) for one in rows])


def _end(lines: Sequence[str], begin: int, has_border: bool) -> int:
    """Return the first line at or behind `begin` that ends rows."""
    return next((at for at in range(begin, len(lines)) if _is_end(lines[at], has_border)), len(lines))


def _parted(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the lines of each row, between which lines are empty."""
    return [tuple(group) for is_row, group in groupby(lines, lambda one: bool(one.strip())) if is_row]


def _is_end(line: str, has_border: bool) -> bool:
    is_blank = not line.strip() or line.startswith(":::")
    is_dashes = bool(_BORDER.fullmatch(line) or _COLUMNS.fullmatch(line.expandtabs(4)))
    return is_dashes or (is_blank and not has_border)


def _row(lines: Sequence[str], starts: Sequence[int]) -> str:
    """Return a row with strokes, the lines of each cell joined."""
    spans = zip(starts, [*starts[1:], None], strict=True)
    signs = [_signs(line) for line in lines]
    cells = (" ".join(" ".join("".join(line[begin:end]) for line in signs).split()) for begin, end in spans)
    return f"| {' | '.join(_STROKE.sub(_TYPED_STROKE, one) for one in cells)} |"


def _side(lines: Sequence[str], span: tuple[int, int], others: Sequence[int]) -> str:
    begin, end = span
    cells = (_signs(line.rstrip())[begin : others[0] if others else None] for line in lines)
    texts = [one for one in map(_trimmed, cells) if one]
    shortest = min(texts, key=len, default=[])
    return _SIDES[shortest[:1] == [" "], bool(shortest) and len(shortest) < end - begin]


def _signs(line: str) -> list[str]:
    """Return what stands in each column of a terminal: wide signs take two of them, those above others none."""
    if line.isascii():
        return list(line)
    found: list[str] = []
    for sign in line:
        if found and category(sign) in ("Mn", "Me", "Cf"):
            found[-1] += sign
        else:
            found += [sign, ""] if east_asian_width(sign) in ("W", "F") else [sign]
    return found


def _trimmed(signs: list[str]) -> list[str]:
    """Return the signs of a cell without the spaces behind them."""
    end = len("".join(one or "-" for one in signs).rstrip())
    return signs[:end]
