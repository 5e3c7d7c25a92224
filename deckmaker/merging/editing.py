"""Changes of a presentation as edits of the deck's file, each with what the file has to say once it is made."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Edit, SourceFile
from deckmaker.localization.numerals import numerals_for
from deckmaker.mending.splicing import spliced
from deckmaker.merging.changes import (
    Change,
    EntryChanged,
    NotesAdded,
    PictureRemoved,
    Row,
    RowAdded,
    RowRemoved,
    TextChanged,
    TextRemoved,
    TextsAdded,
    picture_in,
)
from deckmaker.merging.finding import Finder
from deckmaker.merging.list_numbers import counted_on
from deckmaker.merging.note_lines import are_plain, lines_beside, lines_between, reads_as_item
from deckmaker.merging.numbers import as_typed, decimal_of, is_plain, unchanged
from deckmaker.merging.pieces import MARKDOWN, Leaf, Piece, between_fences, line_of, pieces_of, plain
from deckmaker.merging.places import (
    Lines,
    becomes_block,
    entry_added,
    entry_removed,
    key_added,
    key_removed,
    text_written,
)
from deckmaker.merging.words import alike_until, merged
from deckmaker.source.tree import DataPath, Tree, value_at
from deckmaker.source.yaml_reader import parse_yaml


class Splice(NamedTuple):
    """A stretch of a text of the file, and what is to stand there."""

    leaf: Leaf
    begin: int
    end: int
    new: str


class Entry(NamedTuple):
    """An entry of the list at `path`: one that is to come before the one of that `number`, from 0, or the one of that
    number that is to go (None)."""

    path: DataPath
    number: int
    value: Any


class Key(NamedTuple):
    """A key of the mapping at `path`: one that is to come with a text, or one that is to go (None).

    It comes behind another key, `behind`, or behind the last one where that is not there.
    """

    path: DataPath
    key: str
    value: str | None
    behind: str = ""


Step = Splice | Entry | Key


def steps_of(change: Change, finder: Finder, tree: Tree, path: DataPath) -> list[Step]:
    """Return what a change asks for in the file; nothing where that is not sure. `path` leads to the slide."""
    match change:
        case TextChanged(piece, new):
            if share := finder.share(piece, new):
                return [Splice(share.leaf, 0, len(share.was), share.new)]
            there = finder.piece(piece)
            text = _changed(piece.text, new, there) if there else None
            if there is None or text is None or (there.leaf.is_key and "\n" in text):
                return []
            if reads_as_item(replace(there, text=text)) and not are_plain([text], _with(tree, there, text)):
                return []
            return [_where_it_differs(there, text)]
        case TextsAdded():
            return _added(change, finder, tree)
        case TextRemoved(piece):
            if whole := finder.whole_share(piece):
                return [whole_removed(whole.first.path), whole_removed(whole.second.path)]
            there = finder.piece(piece)
            return _removed(there, tree) if there and not _is_arrow_of(piece, there) else []
        case PictureRemoved(piece):
            there = finder.sure_piece(piece)
            picture = picture_in(there.leaf.path) if there else None
            return [whole_removed(picture)] if picture else []
        case EntryChanged(row, column, new):
            entries = finder.entries(row)
            if entries is None:
                return []
            leaf = entries[column]
            if leaf is None:
                return []
            was = leaf.path[-1] if leaf.is_key else value_at(tree.data, leaf.path)
            if not isinstance(was, str):
                return []
            base = row.texts[column]
            if row.are_values and is_plain(base) and not any(unchanged([was], [base])):
                return []  # its author has changed it meanwhile
            text = _as_typed_there(was, new, row, entries, tree, leaf) if row.are_values else None
            if text is None and (text := merged(base, new, was)) is None:
                return []
            return [Splice(one, 0, len(was), text) for one in (leaf, *_that_name(leaf, was, row, tree))]
        case RowAdded(texts, beside, is_behind):
            place = row_place(finder.entries(beside))
            return [Entry(place[0], place[1] + is_behind, list(texts))] if place else []
        case RowRemoved(row):
            place = row_place(finder.entries(row))
            return [Entry(*place, None)] if place else []
        case NotesAdded(text):
            slide = value_at(tree.data, path)
            return [Key(path, "notes", text)] if isinstance(slide, dict) and "notes" not in slide else []


def _as_typed_there(was: str, new: str, row: Row, entries: Sequence[Leaf | None], tree: Tree, leaf: Leaf) -> str | None:
    """Return a number of a chart as the numbers beside it are typed, since these tell its decimal sign then; None where
    that is none for it."""
    usual = _usual_decimal(tree, leaf.path)
    typed = [_text_at(tree, one) for one in entries]
    is_as_it_was = unchanged(typed, row.texts)
    beside = [at for at, one in enumerate(entries) if one != leaf and is_as_it_was[at]]
    decimal = decimal_of([typed[at] for at in beside], [row.texts[at] for at in beside], usual)
    return as_typed(was, new, decimal) if decimal else None


def _usual_decimal(tree: Tree, path: DataPath) -> str:
    """Return the decimal sign that a deck says for what is at a path, else that of its language."""
    for end in range(len(path), 0, -1):
        around = value_at(tree.data, path[:end])
        if isinstance(around, dict) and around.get("decimal") in ("point", "comma"):
            return str(around["decimal"])
    language = tree.data.get("language")
    return numerals_for(language).usual if isinstance(language, str) else "point"


def _text_at(tree: Tree, leaf: Leaf | None) -> str:
    text = value_at(tree.data, leaf.path) if leaf and not leaf.is_key else None
    return text if isinstance(text, str) else ""


def _changed(old: str, new: str, there: Piece) -> str | None:
    """Return what a text of the file is to read where its slide changed; None where that has no one place in it."""
    code = between_fences(there.text)
    is_fenced = code != there.text
    if not (there.is_code or is_fenced):
        return merged(old, new, there.text)
    lines = merged(between_fences(old), between_fences(new), code, spaces_differ=True)
    if lines is None or not is_fenced:
        return lines
    begin = there.text.index("\n") + 1
    return there.text[:begin] + lines + there.text[begin + len(code) :]


def _with(tree: Tree, there: Piece, text: str) -> str:
    """Return the text of the file of which a piece is to read otherwise."""
    value = value_at(tree.data, there.leaf.path)
    return f"{value[: there.begin]}{text}{value[there.end :]}"


def _where_it_differs(there: Piece, text: str) -> Splice:
    """Return the stretch of a text that is to read otherwise, so that a footnote in it may change, too."""
    before = alike_until(there.text, text)
    behind = alike_until(there.text[before:][::-1], text[before:][::-1])
    end = len(text) - behind
    return Splice(there.leaf, there.begin + before, there.end - behind, text[before:end])


def _that_name(leaf: Leaf, header: str, row: Row, tree: Tree) -> Iterator[Leaf]:
    """Yield what names the column of a table by its header, which is at `leaf`: how it is shown is said by its name."""
    if row.number == 0 and row.table and "rows" in leaf.path:
        table = leaf.path[: leaf.path.index("rows")]
        for one in pieces_of(value_at(tree.data, table), table):
            if one.text == header and one.leaf.path[: len(table) + 1] != (*table, "rows") and not one.leaf.is_key:
                yield one.leaf


def _added(change: TextsAdded, finder: Finder, tree: Tree) -> list[Step]:
    """Return what adds texts behind the one before them or, where that is none of their list or text, before the next
    one."""
    behind = _added_beside(change.behind, True, change, finder, tree) if change.behind else []
    return behind or (_added_beside(change.before, False, change, finder, tree) if change.before else [])


def _added_beside(beside: Piece, is_behind: bool, change: TextsAdded, finder: Finder, tree: Tree) -> list[Step]:
    first = change.texts[0]
    there = finder.piece(beside)
    if there is None or there.leaf.is_key or (beside.place[1] != first.place[1] and there.role != "notes"):
        return []
    if there.is_item:
        path, index = there.leaf.path[:-1], there.leaf.path[-1]
        assert isinstance(index, int)
        if first.is_listed == (there.role == "content"):  # whose entries are paragraphs, not items
            return []
        return [Entry(path, index + is_behind, one.text) for one in change.texts]
    if there.role not in MARKDOWN or (there.role == "text" and there.is_listed != first.is_listed):
        return []
    value = value_at(tree.data, there.leaf.path)
    begin, end = line_of(value, there)
    place = min(end, len(value.rstrip("\n"))) if is_behind else begin
    if there.role == "text":
        lead = value[begin : there.begin].removesuffix(there.mark)
        mark = "- " if there.is_listed and not there.is_numbered else there.mark
        texts = [lead + mark + one.text for one in change.texts]
        apart = "\n" if there.is_listed else "\n\n"
        added = "".join(apart + text if is_behind else text + apart for text in texts)
    else:
        texts = lines_beside(value, there, beside, change.texts, is_behind)
        plain = [line for line, one in zip(texts, change.texts, strict=True) if reads_as_item(one)]
        added = lines_between(value[:place], texts, value[place:], plain)
        if plain and not are_plain(plain, value[:place] + added + value[place:]):
            return []
    return [Splice(there.leaf, place, place, added)]


def _is_arrow_of(box: Piece, there: Piece) -> bool:
    """Tell whether a text of the file is an arrow of a diagram, where a slide shows the words of a box alone: these go,
    and those of the other box may stay."""
    return "diagram" in there.leaf.path and plain(box.text) != plain(there.text)


def _removed(there: Piece, tree: Tree) -> list[Step]:
    path = there.leaf.path
    if there.role == "footnote":  # with its brackets
        return [Splice(there.leaf, there.begin - len("^["), there.end + len("]"), "")]
    if there.leaf.is_key:  # an item goes with those below it alone
        return [Key(path[:-1], str(path[-1]), None)] if there.is_item else []
    value = value_at(tree.data, path)
    begin, end = line_of(value, there)
    if value[begin : there.begin].strip() != there.mark.strip():
        return []  # it is a part of a line
    if value[:begin].strip() or value[end:].strip():
        if value[end:].strip():  # with the empty lines behind it
            end += len(value[end:]) - len(value[end:].lstrip("\n"))
        else:
            begin = len(value[:begin].rstrip())
        return [Splice(there.leaf, begin, end, "")]
    return [whole_removed(path)]


def whole_removed(path: DataPath) -> Step:
    """Return the step that takes out what stands at a path, with all that is in it."""
    last = path[-1]
    return Entry(path[:-1], last, None) if isinstance(last, int) else Key(path[:-1], last, None)


def row_place(entries: Sequence[Leaf | None] | None) -> tuple[DataPath, int] | None:
    """Return the list of rows in which a row stands, and its index there; None for a column."""
    if not entries:
        return None
    around = {leaf.path[:-1] if leaf else () for leaf in entries}
    row = around.pop()
    return (row[:-1], row[-1]) if not around and row and isinstance(row[-1], int) else None


def with_last_line_ended(content: bytes) -> bytes:
    """Return a file to which lines can be added: a block of text that ends without an end of line has none, too."""
    return content if content.endswith(b"\n") else content + (b"\r\n" if b"\r\n" in content else b"\n")


def applied(tree: Tree, groups: Sequence[Sequence[Step]]) -> tuple[str, list[Step]]:
    """Return the text of a file with steps made that leave it saying what is meant, and these. Those of a group belong
    together: all of them are made, or none."""
    sound = [step for group in _sound(tree, groups) for step in group]
    return _written(tree, sound)[0], sound


def _sound(tree: Tree, groups: Sequence[Sequence[Step]]) -> list[Sequence[Step]]:
    """Return those of some groups of steps that can be made; each half is tried where not all can."""
    if not groups or _is_sound(tree, groups):
        return list(groups)
    if len(groups) == 1:
        return []
    half = len(groups) // 2
    first, second = _sound(tree, groups[:half]), _sound(tree, groups[half:])
    return [*first, *second] if _is_sound(tree, [*first, *second]) else first


def _is_sound(tree: Tree, groups: Sequence[Sequence[Step]]) -> bool:
    text, data = _written(tree, [step for group in groups for step in group])
    said = Diagnostics()
    found = parse_yaml(SourceFile("", text), said) if data is not None else None
    return found is not None and found.data == data and not said.failed(False)  # such as a key that is there twice


def _written(tree: Tree, steps: Sequence[Step]) -> tuple[str, Any]:
    """Return the file's text with steps made, and the data that it then has; None where they meet each other."""
    source = tree.values[()].source
    if not steps:
        return source.text, tree.data
    gone = [one[:2] for one in steps if not isinstance(one, Splice) and one.value is None]
    if len(set(gone)) < len(gone):
        return "", None
    data = copy.deepcopy(tree.data)
    # All places are those of the tree as it was: they are found before an entry goes, which numbers others anew.
    around = {path: value_at(data, path) for path in map(_around, steps)}
    edits: list[Edit | None] = []
    keys: list[tuple[DataPath, str]] = []
    for leaf, splices in _by_leaf(steps):
        value = str(leaf.path[-1]) if leaf.is_key else (value_at(tree.data, leaf.path) or "")
        new = _spliced(value, splices)
        if new is None or new == value:
            return "", None
        if leaf.path[-1] in MARKDOWN and not leaf.is_key:
            new = counted_on(value, new)
        ends = value[len(value.rstrip("\n")) :]
        if "\n" in new and "\n" not in value and becomes_block(tree, leaf.path):
            ends = "\n"  # as a block of lines has it
        new = new.rstrip("\n") + ends  # of lines that go, none takes the last end of line with it
        edits.append(text_written(tree, leaf, new))
        if leaf.is_key:
            keys.append((leaf.path, new))
        else:
            around[leaf.path[:-1]][leaf.path[-1]] = new
    entries = [one for one in steps if isinstance(one, Entry)]
    # From the last of a list to its first, so that numbers stay; of several at one place the last is put in first.
    in_order = sorted(entries, key=lambda one: (one.number, one.value is None))
    for entry in in_order[::-1]:
        into = around[entry.path]
        if entry.value is None:
            edits.append(entry_removed(tree, entry.path, entry.number))
            del into[entry.number]
        else:
            into.insert(entry.number, entry.value.data if isinstance(entry.value, Lines) else entry.value)
    edits += [entry_added(tree, one.path, one.number, one.value) for one in entries if one.value is not None]
    for key in (one for one in steps if isinstance(one, Key)):
        if key.value is None:
            edits.append(key_removed(tree, (*key.path, key.key)))
            del around[key.path][key.key]
        else:
            edits.append(key_added(tree, key.path, key.key, key.value, key.behind))
            around[key.path][key.key] = f"{key.value}\n" if "\n" in key.value else key.value
    for path, new in keys:
        mapping = around[path[:-1]]
        items = [(new if key == path[-1] else key, one) for key, one in mapping.items()]
        mapping.clear()
        mapping.update(items)
    made = [edit for edit in edits if edit]
    if len(made) < len(edits) or _meet(made):
        return "", None
    return spliced(source.text, made), data


def _around(step: Step) -> DataPath:
    """Return the path of the list or mapping in which a step is made."""
    return step.leaf.path[:-1] if isinstance(step, Splice) else step.path


def _by_leaf(steps: Iterable[Step]) -> Iterator[tuple[Leaf, list[Splice]]]:
    found: dict[Leaf, list[Splice]] = {}
    for one in steps:
        if isinstance(one, Splice):
            found.setdefault(one.leaf, []).append(one)
    yield from found.items()


def _spliced(value: str, splices: Iterable[Splice]) -> str | None:
    pieces, behind, are_gone = [], 0, False
    for one in sorted(dict.fromkeys(splices), key=lambda one: (one.begin, one.end)):
        are_gone = not one.new and (are_gone or one.begin >= behind)
        if one.begin < behind and not are_gone:  # of words that go, some may go with others
            return None
        pieces += [value[behind : one.begin], one.new]
        behind = max(behind, one.end)
    return "".join([*pieces, value[behind:]])


def _meet(edits: Sequence[Edit]) -> bool:
    places = sorted((edit.begin, edit.end) for edit in edits)
    return any(one[1] > other[0] for one, other in pairwise(places))
