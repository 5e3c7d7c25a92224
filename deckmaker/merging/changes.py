"""What somebody changed on a slide, text by text and row by row, as it is to be done to the deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

from deckmaker.comparison.matching import Likeness, moved, paired
from deckmaker.merging.note_lines import plain_line
from deckmaker.merging.pieces import Piece, pieces_of, plain, read_alike
from deckmaker.merging.steps import stretches
from deckmaker.source.tree import DataPath

_TEXTS = Likeness(0.3, in_order=True)

_OF_PICTURES = ("alt", "credit", "caption")
"""Keys of a picture whose texts are its own."""


class Row(NamedTuple):
    """A row of a table or the values of a series, as it was: by its texts it is found in the deck, else by its
    `number` in the whole `table`, which is found by what its other cells say. Those of a chart `are_values`: they are
    numbers, however they are typed, of the `categories` of its chart. `twin` tells which of how many rows of its slide
    with the same texts it is."""

    texts: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()
    number: int = 0
    are_values: bool = False
    categories: tuple[str, ...] = ()
    twin: tuple[int, int] = (0, 1)


class TextChanged(NamedTuple):
    """A text that reads otherwise."""

    piece: Piece
    new: str


class TextsAdded(NamedTuple):
    """Texts that came behind one that was there or, where there is none, before one."""

    texts: tuple[Piece, ...]
    behind: Piece | None
    before: Piece | None


class TextRemoved(NamedTuple):
    """A text that is gone."""

    piece: Piece


class PictureRemoved(NamedTuple):
    """A picture that is gone, with the text by which it is known: what it shows, or whose it is."""

    piece: Piece


class EntryChanged(NamedTuple):
    """A cell of a row, or a value of a series, that reads otherwise: the one at `column` in it, from 0."""

    row: Row
    column: int
    new: str


class RowAdded(NamedTuple):
    """A row that came behind one that was there, or before it."""

    texts: tuple[str, ...]
    beside: Row
    is_behind: bool


class RowRemoved(NamedTuple):
    """A row that is gone."""

    row: Row


class NotesAdded(NamedTuple):
    """Notes of a slide that had none."""

    text: str


Change: TypeAlias = (
    TextChanged | TextsAdded | TextRemoved | PictureRemoved | EntryChanged | RowAdded | RowRemoved | NotesAdded
)


def changes_of(old: Any, new: Any, plain_notes: Collection[str] = ()) -> Iterator[Change]:
    """Yield what changed from one slide, or what a deck says of itself, to another, both as data: of one that was
    split, a list of its pages. The lines `plain_notes` of its new notes are no items of lists."""
    ours, theirs = pieces_of(old, (), with_grids=False), pieces_of(new, (), with_grids=False)
    notes = _notes(new)
    if notes and not _notes(old):
        theirs = [one for one in theirs if one.role != "notes"]
        yield NotesAdded("\n".join(notes))
    gone = pictures_gone(old, new)
    for change in _texts(ours, theirs, plain_notes):
        picture = _picture_of(change.piece) if isinstance(change, TextRemoved) else None
        if picture is None or picture not in gone:
            yield change
    for one in ours:
        picture = _picture_of(one)
        if picture in gone and one.role in _OF_PICTURES:
            gone.discard(picture)
            yield PictureRemoved(one)
    before, after = list(grids_of(old, "table")), list(grids_of(new, "table"))
    if isinstance(old, list) and isinstance(new, list):
        yield from _rows(_all_rows(before), _all_rows(after))
    elif len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            yield from _rows(rows_of(one), rows_of(other))
    yield from _values(list(grids_of(old, "chart")), list(grids_of(new, "chart")))


def _notes(value: Any) -> list[str]:
    """Return the notes of a slide, or of its pages."""
    pages = value if isinstance(value, list) else [value]
    return [one["notes"].strip() for one in pages if isinstance(one.get("notes"), str)]


def _all_rows(tables: Sequence[Any]) -> list[tuple[str, ...]]:
    """Return the rows of a table of which each page has a part."""
    return [row for table in tables for row in rows_of(table)]


def pictures_gone(old: Any, new: Any) -> set[DataPath]:
    """Return the paths of pictures that are no more there, where fewer are: else others may have taken their places."""
    before, after = dict(_pictures(old, ())), dict(_pictures(new, ()))
    left = set(after.values())
    gone = {path for path, file in before.items() if file not in left}
    return gone if len(gone) == len(before) - len(after) else set()


def _pictures(value: Any, path: DataPath) -> Iterator[tuple[DataPath, Any]]:
    """Yield the paths of the pictures below a value, each with its file."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, dict) and "file" in value and picture_in(path) == path:
        yield path, value["file"]
    for key, one in inner:
        yield from _pictures(one, (*path, key))


def _picture_of(piece: Piece) -> DataPath | None:
    return picture_in(piece.leaf.path)


def picture_in(path: DataPath) -> DataPath | None:
    """Return the path of the picture of which something stands at a path, None where that is of none."""
    for at in range(len(path) - 1, -1, -1):
        if path[at] == "image":
            return path[: at + 1]
        if path[at] == "images" and at + 1 < len(path):
            return path[: at + 2]
    return None


def _texts(old: Sequence[Piece], new: Sequence[Piece], plain_notes: Collection[str]) -> Iterator[Change]:
    there = _pairs(old, new)
    gone = set(range(len(old))) - set(there.values())
    for index in sorted(gone):
        yield TextRemoved(old[index])
    run: list[Piece] = []
    behind: Piece | None = None
    for index, typed in enumerate(new):
        before = old[there[index]] if index in there else None
        one = typed if before and before.is_listed else plain_line(typed, plain_notes)
        if before is None:
            run.append(one)
            continue
        yield from _added(run, behind, before, new[index])
        run, behind = [], before
        if before.text != one.text if before.is_code else not read_alike(before.text, one.text):
            yield TextChanged(before, one.text)
    yield from _added(run, behind, None, None)


def _added(
    run: Sequence[Piece], behind: Piece | None, before: Piece | None, next_new: Piece | None
) -> Iterator[TextsAdded]:
    """Yield texts that came, those of one list or text together."""
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or _place(run[end]) != _place(run[start]):
            of_next = next_new is not None and _place(run[start]) == _place(next_new)
            yield TextsAdded(tuple(run[start:end]), behind, before if of_next or behind is None else None)
            start = end


def _place(piece: Piece) -> tuple[DataPath, int]:
    """Return the list or text in which a piece stands, of which each page of a slide may have a part."""
    path, depth = piece.place
    return path[1:] if isinstance(path[0], int) else path, depth


def _pairs(old: Sequence[Piece], new: Sequence[Piece]) -> dict[int, int]:
    """Return the old text of each new one, by their indexes; what was moved is gone there and has come here."""
    found: dict[int, int] = {}
    ours = [(one.role, one.text) for one in old]
    theirs = [(one.role, one.text) for one in new]
    were, are = Counter(one.text for one in old), Counter(one.text for one in new)
    there = {text for text, count in were.items() if are[text] == count}  # what did not become another text
    for is_same, first, last, start, end in stretches(ours, theirs):
        if is_same:
            found |= {start + step: first + step for step in range(last - first)}
        elif first < last and start < end:
            pairs = paired(
                old[first:last],
                new[start:end],
                (lambda one: one.text,),
                lambda one: plain(one.text).split(),
                lambda one, other: (
                    (one.is_listed == other.is_listed or one.role == other.role)
                    and one.text not in there
                    and other.text not in there
                ),
                _TEXTS,
            )
            away = moved(pairs)
            for pair in pairs:
                if pair.old is not None and pair.new is not None and pair.new not in away:
                    found[start + pair.new] = first + pair.old
    return found


def grids_of(value: Any, kind: str) -> Iterator[Any]:
    """Yield the tables or charts below a value."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key == kind and isinstance(one, dict):
                yield one
            else:
                yield from grids_of(one, kind)
    elif isinstance(value, list):
        for one in value:
            yield from grids_of(one, kind)


def rows_of(table: Any) -> list[tuple[str, ...]]:
    """Return the texts of the rows of a table."""
    return [tuple(cell["text"] if isinstance(cell, dict) else cell for cell in row) for row in table.get("rows", ())]


def series_of(chart: Any) -> list[tuple[str, ...]]:
    """Return the lists of a chart: its categories, the names of its series, and the values of each."""
    series = chart.get("series", ())
    lists = [chart.get("categories", ()), chart.get("values", ()), [one.get("name", "") for one in series]]
    for one in series:
        points = one.get("values", ())
        are_points = bool(points) and all(isinstance(point, list) for point in points)
        lists += zip_longest(*points, fillvalue="") if are_points else [points]
        lists += [one.get(key, ()) for key in ("x", "y", "size")]
    return [tuple(one if isinstance(one, str) else "" for one in texts) for texts in lists]


def _values(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """Yield what changed in the lists of charts, as far as there are as many as before."""
    counts = Counter(texts for chart in old for texts in series_of(chart))
    seen: Counter[tuple[str, ...]] = Counter()
    for chart, other in zip(old, new, strict=True) if len(old) == len(new) else ():
        before, after = series_of(chart), series_of(other)
        for index, texts in enumerate(before):
            row = Row(texts, (), 0, True, before[0] if index else (), (seen[texts], counts[texts]))
            seen[texts] += 1
            if len(before) == len(after):
                yield from _entries(row, _at_categories(row, after[0], after[index]) if index else after[index])


def _at_categories(row: Row, categories: tuple[str, ...], texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the texts of a series at those categories that it had, in their order, where some came or went: one that
    went keeps its text. Else they are returned as they are, such as where two categories have one name."""
    there = dict(zip(categories, texts, strict=False))
    are_others = len(row.categories) != len(categories) == len(texts) == len(there)
    if not are_others or not len({*row.categories}) == len(row.categories) == len(row.texts):
        return texts
    return tuple(there.get(name, text) for name, text in zip(row.categories, row.texts, strict=True))


def _rows(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterator[Change]:
    if {len(row) for row in old} != {len(row) for row in new}:
        return  # columns came or went: all rows are others then, and none of them has its place
    rows = [Row(one, tuple(old), index) for index, one in enumerate(old)]
    pairs = paired(
        old,
        new,
        (lambda one: one,),
        lambda one: [f"{index}:{plain(text)}" for index, text in enumerate(one)],
        lambda one, other: len(one) == len(other),
        _TEXTS,
    )
    away = moved(pairs)
    there = {pair.new: pair.old for pair in pairs if pair.new is not None and pair.new not in away}
    for index in sorted(set(range(len(old))) - set(there.values())):
        yield RowRemoved(rows[index])
    behind: int | None = None
    for index, row in enumerate(new):
        before = there.get(index)
        if before is not None:
            yield from _entries(rows[before], row)
            behind = before
        elif behind is not None:
            yield RowAdded(row, rows[behind], True)
        else:
            following = next((at for at in map(there.get, range(index, len(new))) if at is not None), None)
            if following is not None:
                yield RowAdded(row, rows[following], False)


def _entries(old: Row, new: tuple[str, ...]) -> Iterator[EntryChanged]:
    if len(old.texts) == len(new):
        for index, (one, other) in enumerate(zip(old.texts, new, strict=True)):
            if not read_alike(one, other):
                yield EntryChanged(old, index, other)
