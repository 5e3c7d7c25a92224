"""Where in a deck's file a text stands that an imported presentation has: by its words, on its slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Any

from deckmaker.budget.merging import MERGED_PIECES, MERGED_SIGNS
from deckmaker.dataclasses import replace
from deckmaker.merging.changes import Row
from deckmaker.merging.numbers import decimal_of, unchanged
from deckmaker.merging.pieces import Leaf, Piece, footnotes_of, pieces_of, plain
from deckmaker.merging.shares import Changed, Share, shares_in
from deckmaker.merging.shown_numbers import shows_number
from deckmaker.patterns import pattern
from deckmaker.resolve.arrows import labelled
from deckmaker.source.tree import DataPath

_LIKE_ENOUGH = 0.6
"""Of the signs of two texts; one has footnotes or values that the other has not."""

_MOST = 0.5
"""Of the cells of a table; its author may have changed some meanwhile."""

_VALUE = pattern(r"\{\{[^{}]*+\}\}")

_FIXED = 4
"""Signs between values by which a text is known."""

_NAME_OF_KEY = pattern("[a-z_]+")
"""What the keys of the deck language look like."""

_MARGIN = 0.1
"""By how much a text has to be liker than the next one."""

_BY_SIGNS = 400
"""Signs of a text that is compared sign by sign; longer ones are word by word."""

_GROUPING = " ,'\u2009\u00a0\u202f"
"""Marks between the digits of a number."""


class Effort:
    """What it takes to find likely texts in all slides of a deck together."""

    def __init__(self) -> None:
        self._left = MERGED_SIGNS.most

    def allows(self, signs: int) -> bool:
        """Tell whether two texts of so many signs may be held against each other, which is taken then."""
        self._left -= signs
        return self._left >= 0


def _by_words(pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    """Return pieces by their words, without marks."""
    found: dict[str, list[Piece]] = {}
    for one in pieces:
        found.setdefault(plain(one.text), []).append(one)
    return found


class Finder:
    """Finds what one written slide, the value at `path`, holds of the imported slides that were made of it."""

    def __init__(self, value: Any, path: DataPath, imported: Sequence[Any], effort: Effort) -> None:
        self._effort = effort
        self._pieces = [(plain(one.text), one) for one in pieces_of(value, path)]
        self._by_words = _by_words(one for _, one in self._pieces)
        self._with_values = [(_VALUE.split(words), one) for words, one in self._pieces if _VALUE.search(words)]
        self._footnotes = _by_words(one for _, piece in self._pieces for one in footnotes_of(piece))
        self._labels = _by_words(_labels(value, path))
        self._keys = _by_words(_keys(value, path))
        self._lists = [(tuple(map(_bare, texts)), texts, leaves) for texts, leaves in _lists(value, path)]
        self._listed_by: dict[tuple[str, ...], list[tuple[Leaf, ...]]] = {}
        self._in_orders: dict[tuple[str, ...], list[tuple[str, ...]]] = {}  # lists, by what they have in any order
        for bare, _, leaves in self._lists:
            if bare not in self._listed_by:
                self._in_orders.setdefault(tuple(sorted(bare)), []).append(bare)
            self._listed_by.setdefault(bare, []).append(leaves)
        self._tables = list(_tables(value, path))
        self._by_cells: dict[tuple[tuple[str, ...], ...], tuple[tuple[Leaf, ...], ...] | None] = {}
        self._shares = list(shares_in(value, path))
        self._imported = _by_words(one for slide in imported for one in pieces_of(slide, (), with_grids=False))

    def piece(self, piece: Piece) -> Piece | None:
        """Return the text of the file that an imported one shows; None where there is none, or one of several."""
        same = self._same(piece)
        if not same:
            return self._nearest(plain(piece.text))
        return same[0] if len(same) == 1 else None

    def sure_piece(self, piece: Piece) -> Piece | None:
        """Return the text of the file that says what an imported one shows, in the same words or with values for some;
        None where there is none, or one of several."""
        same = self._same(piece)
        return same[0] if len(same) == 1 else None

    def _same(self, piece: Piece) -> list[Piece]:
        """Return the texts of the file that say what an imported one shows; of twins the one that stands where it does,
        if that is sure."""
        words = plain(piece.text)
        same = self._by_words.get(words, [])
        if len(same) > 1 and (in_role := [one for one in same if one.role == piece.role]):
            same = in_role
        same = same or self._footnotes.get(words) or self._labels.get(words) or self._keys.get(words, [])
        if not same:
            filled = [one for fixed, one in self._with_values if _is_filled(fixed, words)]
            return filled if len(filled) == 1 else []
        twins = [one for one in self._imported.get(words, []) if one.role == piece.role]
        return [same[twins.index(piece)]] if len(twins) == len(same) > 1 else same

    def share(self, piece: Piece, new: str) -> Changed | None:
        """Return which of the texts that one shows together is to read otherwise; None for what shows one text."""
        if self.sure_piece(piece):
            return None
        found = {one for share in self._shares if (one := share.changed(piece.text, new))}
        return found.pop() if len(found) == 1 else None

    def whole_share(self, piece: Piece) -> Share | None:
        """Return the texts that one shows together; of twins those that stand where it does, None where that is not
        sure, and for what shows one text."""
        if self.sure_piece(piece):
            return None
        found = [share for share in self._shares if share.shows(piece.text)]
        twins = [one for one in self._imported.get(plain(piece.text), []) if one.role == piece.role]
        return found[twins.index(piece)] if piece in twins and len(twins) == len(found) else None

    def _nearest(self, words: str) -> Piece | None:
        """Return the text that is by far the likest; None where there is none, or where it took too much to know."""
        found = []
        for others, one in self._pieces:
            matcher = _matcher(words, others)
            if matcher.real_quick_ratio() < _LIKE_ENOUGH:
                continue
            if not self._effort.allows(len(words) + len(others)):
                return None
            if matcher.quick_ratio() >= _LIKE_ENOUGH:
                found.append((matcher.ratio(), one))
        found.sort(key=lambda one: -one[0])
        is_sure = found and found[0][0] >= _LIKE_ENOUGH and (len(found) == 1 or found[0][0] - found[1][0] > _MARGIN)
        return found[0][1] if is_sure else None

    def entries(self, row: Row) -> tuple[Leaf | None, ...] | None:
        """Return where the texts of a row stand: in a list, or in a column of lists; None where that is not sure."""
        for order in self._orders(row):
            if entries := self._listed(row._replace(texts=tuple(row.texts[at] for at in order))):
                return tuple(entries[order.index(at)] for at in range(len(order)))
        table = self._table(row.table)
        return table[row.number] if table else None

    def _listed(self, row: Row) -> tuple[Leaf | None, ...] | None:
        """Return where the texts of a row stand in one list; of twins, where the one that stands where the row does."""
        wanted = tuple(map(_bare, row.texts))
        found: list[tuple[Leaf | None, ...]] = [*self._listed_by.get(wanted, ())]
        if wanted[:1] == ("",):  # the corner of a table, which nobody writes where rows and columns have names
            found += [(None, *entries) for entries in self._listed_by.get(wanted[1:], ())]
        if not found and row.are_values and row.texts:
            found = [entries for _, texts, entries in self._lists if decimal_of(texts, row.texts)] or [
                entries
                for _, texts, entries in self._lists
                if len(texts) == len(row.texts) and sum(unchanged(texts, row.texts)) > _MOST * len(texts)
            ]
        found = list(dict.fromkeys(found))
        which, count = row.twin
        return found[which] if len(found) == count else None

    def _orders(self, row: Row) -> list[tuple[int, ...]]:
        """Return the orders in which the file may have what a row has, each as places in the row: that in which its
        chart shows its categories comes first."""
        as_shown = tuple(range(len(row.texts)))
        names = list(map(_bare, row.categories))
        places = {name: at for at, name in enumerate(names)}
        if len(names) != len(as_shown) or len(places) < len(names):
            return [as_shown]
        orders = {tuple(places[text] for text in texts) for texts in self._in_orders.get(tuple(sorted(names)), ())}
        return sorted(orders) or [as_shown]

    def _table(self, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[Leaf, ...], ...] | None:
        """Return where the cells of a table stand, of which most read as they are shown."""
        if rows not in self._by_cells:
            cells = [*chain(*rows)]
            found = []
            for table in self._tables:
                if [len(row) for row in table] == [len(row) for row in rows]:
                    same = sum(_is_shown(one, text) for one, (text, _) in zip(cells, chain(*table), strict=True))
                    if same >= _MOST * len(cells):
                        found.append(tuple(tuple(leaf for _, leaf in row) for row in table))
            self._by_cells[rows] = found[0] if len(found) == 1 else None
        return self._by_cells[rows]


def _is_shown(cell: str, text: str) -> bool:
    """Tell whether a cell shows a text of the file."""
    return _bare(cell) == _bare(text) or shows_number(cell, text)


def _is_filled(fixed: Sequence[str], words: str) -> bool:
    """Tell whether a text shows another one with values in it, of which the `fixed` words are what stands between."""
    first, *between, last = fixed
    if len("".join(fixed).strip()) < _FIXED or not words.startswith(first):
        return False
    at = len(first)
    for one in between:
        at = words.find(one, at)
        if at < 0:
            return False
        at += len(one)
    return words.endswith(last) and at <= len(words) - len(last)


def _matcher(one: str, other: str) -> SequenceMatcher[Any]:
    if max(len(one), len(other)) <= _BY_SIGNS:
        return SequenceMatcher(None, one, other, autojunk=False)
    return SequenceMatcher(
        None, one.split()[: MERGED_PIECES.most // 2], other.split()[: MERGED_PIECES.most // 2], autojunk=False
    )


def _lists(value: Any, path: DataPath) -> Iterator[tuple[tuple[str, ...], tuple[Leaf, ...]]]:
    """Yield each list of texts below a value with the places of its entries: rows, columns, keys, their values."""
    if isinstance(value, list):
        entries = [_entry(one, (*path, index)) for index, one in enumerate(value)]
        if len(entries) > 1 and None not in entries:
            yield _list([one for one in entries if one])
        for begin in (0, 1):  # with the header, and without it
            yield from _columns(value, path, begin)
        for at, one in enumerate(value):
            if isinstance(one, dict) and len(one) == 1 and isinstance(cells := next(iter(one.values())), list):
                key = next(iter(one))
                yield from _named_row((key, Leaf((*path, at, key), True)), cells, (*path, at, key))
            elif isinstance(one, dict) and isinstance(one.get("name"), str) and isinstance(one.get("values"), list):
                name = one["name"], Leaf((*path, at, "name"), False)
                yield from _named_row(name, one["values"], (*path, at, "values"))
        for key in ("name", "value", "values"):
            named = [
                (text, Leaf((*path, index, key), False))
                for index, one in enumerate(value)
                if isinstance(one, dict) and isinstance(text := one.get(key), str)
            ]
            if len(named) == len(value) > 1:
                yield _list(named)
        keys = [(key, Leaf((*path, index, key), True)) for index, key in _only_keys(value)]
        if len(keys) == len(value) > 1:
            yield _list(keys)
        for index, one in enumerate(value):
            yield from _lists(one, (*path, index))
    elif isinstance(value, dict):
        texts = [(key, one) for key, one in value.items() if isinstance(one, str)]
        if len(texts) == len(value) > 1:
            yield _list([(key, Leaf((*path, key), True)) for key, _ in texts])
            yield _list([(text, Leaf((*path, key), False)) for key, text in texts])
        elif len(value) > 1 and all(isinstance(one, (list, dict)) for one in value.values()):
            yield _list([(key, Leaf((*path, key), True)) for key in value])
        for key, one in value.items():
            yield from _lists(one, (*path, key))


def _only_keys(entries: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """Yield the name of each entry that is written as its name and what it holds, `- Rye: [3, 4]`, behind its index."""
    for index, one in enumerate(entries):
        if isinstance(one, dict) and len(one) == 1:
            ((name, inner),) = one.items()
            if isinstance(inner, (list, dict)):
                yield index, name


def _named_row(
    name: tuple[str, Leaf], cells: Sequence[Any], path: DataPath
) -> Iterator[tuple[tuple[str, ...], tuple[Leaf, ...]]]:
    """Yield a row of a table that begins with a name, whose cells are the list at `path`."""
    row = [_entry(cell, (*path, index)) for index, cell in enumerate(cells)]
    if row and None not in row:
        yield _list([name, *(one for one in row if one)])


def _keys(value: Any, path: DataPath) -> Iterator[Piece]:
    """Yield the keys below a value that are an author's words, as those of a comparison and days of a timeline are."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        if isinstance(key, str) and not _NAME_OF_KEY.fullmatch(key):
            yield Piece(Leaf((*path, key), True), 0, len(key), key, "")
        yield from _keys(one, (*path, key))


def _labels(value: Any, path: DataPath) -> Iterator[Piece]:
    """Yield what arrows of diagrams mean where it stands in one text with these: `Order -> Ship: in stock`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        if key == "diagram":
            nodes = one.get("nodes") if isinstance(one, dict) else None
            names = nodes if isinstance(nodes, dict) else {}
            for piece in pieces_of(one, (*path, key)):
                arrows, label = labelled(piece.text, names)
                if label and arrows != piece.text and not piece.leaf.is_key and piece.text.endswith(label):
                    yield replace(piece, begin=piece.end - len(label), text=label)
        else:
            yield from _labels(one, (*path, key))


def _tables(value: Any, path: DataPath) -> Iterator[list[list[tuple[str, Leaf]]]]:
    """Yield each list of lists of texts below a value, each text with its place."""
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        rows = [[_entry(one, (*path, at, column)) for column, one in enumerate(row)] for at, row in enumerate(value)]
        if not any(None in row for row in rows):
            yield [[one for one in row if one] for row in rows]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _tables(one, (*path, key))


def _columns(rows: list[Any], path: DataPath, begin: int) -> Iterator[tuple[tuple[str, ...], tuple[Leaf, ...]]]:
    below = rows[begin:]
    if len(below) < 2 or not all(isinstance(row, list) for row in below):
        return
    for column in range(min(map(len, below))):
        entries = [_entry(row[column], (*path, begin + index, column)) for index, row in enumerate(below)]
        if None not in entries:
            yield _list([one for one in entries if one])


def _entry(value: Any, path: DataPath) -> tuple[str, Leaf] | None:
    if isinstance(value, str):
        return value, Leaf(path, False)
    if value is None:
        return "", Leaf(path, False)
    if isinstance(value, dict) and isinstance(text := value.get("text"), str):
        return text, Leaf((*path, "text"), False)
    return None


def _list(entries: Sequence[tuple[str, Leaf]]) -> tuple[tuple[str, ...], tuple[Leaf, ...]]:
    return tuple(text for text, _ in entries), tuple(leaf for _, leaf in entries)


def _bare(text: str) -> str:
    """Return a text by which it is found in another form: without marks, and a number without those of thousands."""
    words = plain(text)
    return "".join(one for one in words if one not in _GROUPING) if words[-1:].isdigit() else words
