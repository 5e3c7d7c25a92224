"""Two decks' facts to what has changed between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from deckmaker.comparison.changes import Change, Comparison, SlideChange, Way
from deckmaker.comparison.facts import DeckFacts, Fact, Kind, Part, SlideFacts
from deckmaker.comparison.matching import MOST_PAIRS, Likeness, Pair, moved, paired
from deckmaker.comparison.slide_ids import NO_IDS, SlideIds, with_retyped
from deckmaker.dataclasses import replace

_SLIDES = Likeness(0.4, in_order=False)
"""Two slides with two words in five in common are the same slide, changed; those with fewer are two slides."""

_PARTS = Likeness(0.3, in_order=True)
"""Parts of a slide are few, and a text that was written anew still stands in its place."""


def compare(old: DeckFacts, new: DeckFacts, ids: SlideIds = NO_IDS) -> Comparison:
    """Return what has changed from one deck to another, whose slides may have `ids` where they were imported."""
    pairs = slide_pairs(old, new, ids)
    away = moved(pairs)
    slides: list[SlideChange] = []
    same: list[SlideChange] = []
    for pair in pairs:
        before = old.slides[pair.old] if pair.old is not None else None
        after = new.slides[pair.new] if pair.new is not None else None
        change = _slide_change(before, after, pair.new in away)
        if change.ways:
            slides.append(change)
        else:
            same.append(change)
    deck = tuple(change for change, _ in _facts(old.part, new.part, ()))
    # Not the first slide, which is a title page as a rule, and shows little of what others share.
    example = next((one for one in same if one.new != 1), same[0] if same else None)
    return Comparison(old.name, new.name, new.language, deck, tuple(slides), len(same), example)


def slide_pairs(old: DeckFacts, new: DeckFacts, ids: SlideIds = NO_IDS) -> list[Pair]:
    """Return which slides of two decks belong together, by their indexes."""
    pairs = paired(
        old.slides,
        new.slides,
        (lambda one: one.id, lambda one: one.part, lambda one: one.title or None),
        lambda one: one.part.words,
        lambda one, other: True,
        _SLIDES,
    )
    return with_retyped(pairs, SlideIds(_of_slides(ids.old, old), _of_slides(ids.new, new)))


def _of_slides(ids: Sequence[str], deck: DeckFacts) -> list[str]:
    """Return the ids of a deck's slides, of which those with several pages have that of the first one."""
    return [ids[one.number - 1] for one in deck.slides if one.number <= len(ids)]


def _slide_change(old: SlideFacts | None, new: SlideFacts | None, is_moved: bool) -> SlideChange:
    shown = new or old
    assert shown, "a pair is not of nothing"
    changes: tuple[Change, ...] = ()
    if old is None:
        ways: tuple[Way, ...] = (Way.ADDED,)
    elif new is None:
        ways = (Way.REMOVED,)
    else:
        changes = tuple(change for change, _ in _part_changes(old.part, new.part, ()))
        ways = (*([Way.MOVED] if is_moved else ()), *([Way.CHANGED] if changes else ()))
    return SlideChange(
        old.number if old else None,
        new.number if new else None,
        shown.title,
        ways,
        changes,
        old.pages if old else (),
        new.pages if new else (),
    )


def _part_changes(old: Part, new: Part, place: tuple[str, ...]) -> Iterator[tuple[Change, bool]]:
    """Yield what has changed in a part, with whether it follows from something else; that is left out where something
    else of the same part has changed."""
    columns = _columns(old, new) if new.columns or old.columns else None
    found = [*_facts(old, new, place), *_column_changes(old, new, columns, place), *_parts(old, new, columns, place)]
    is_own = any(not follows for _, follows in found)
    yield from (one for one in found if not (is_own and one[1]))


def _facts(old: Part, new: Part, place: tuple[str, ...], names: Sequence[str] = ()) -> Iterator[tuple[Change, bool]]:
    """Yield the facts of a part that are other ones; `names` are those of facts that are named by their places."""
    before = {fact.name: fact for fact in old.facts}
    after = {fact.name: fact for fact in new.facts}
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        shown = other or one
        if shown is None or _is_same(one, other):
            continue
        called = names[int(name)] if shown.kind in (Kind.CELL, Kind.DATUM) else name
        where = place if place and called in (place[-1], "paragraph") else (*place, called)
        way = Way.ADDED if one is None else Way.REMOVED if other is None else Way.CHANGED
        change = Change(way, shown.kind, where, one.value if one else None, other.value if other else None)
        yield change, shown.follows


def _is_same(one: Fact | None, other: Fact | None) -> bool:
    return one is not None and other is not None and (one.identity, one.value) == (other.identity, other.value)


def _columns(old: Part, new: Part) -> Mapping[int, int]:
    """Return which new column an old one is: by their places where there are as many, else by their headers. Categories
    of a chart that stand in another order are those of the same names."""
    if new.kind == "chart" and old.columns != new.columns and set(old.columns) == set(new.columns):
        there = {name: index for index, name in enumerate(new.columns)}
        if len(there) == len(old.columns) == len(new.columns):
            return {index: there[name] for index, name in enumerate(old.columns)}
    if len(old.columns) == len(new.columns):
        return {index: index for index in range(len(old.columns))}
    if len(old.columns) * len(new.columns) <= MOST_PAIRS:
        blocks = SequenceMatcher(None, old.columns, new.columns, autojunk=False).get_matching_blocks()
        return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
    pairs = paired(
        old.columns,
        new.columns,
        (lambda one: one,),
        lambda one: (),
        lambda one, other: False,
        Likeness(1, in_order=False),
    )
    away = moved(pairs)
    return {
        pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None and pair.new not in away
    }


def _column_changes(
    old: Part, new: Part, columns: Mapping[int, int] | None, place: tuple[str, ...]
) -> Iterator[tuple[Change, bool]]:
    """Yield columns, or categories, that are there on one side alone, with what stands in them."""
    if columns is None:
        return
    said = _by_column(old), _by_column(new)
    word = "category" if new.kind == "chart" else "column"
    for index, name in enumerate(old.columns):
        if index not in columns:
            yield Change(Way.REMOVED, None, (*place, f"{word} “{name}”"), said[0].get(index)), False
    there = {index: old.columns[before] for before, index in columns.items()}
    is_in_order = all(one < other for one, other in pairwise(place for _, place in sorted(columns.items())))
    if new.kind == "chart" and not is_in_order:
        yield Change(Way.MOVED, None, (*place, "categories"), None, ", ".join(new.columns)), False
    for index, name in enumerate(new.columns):
        if index not in there:
            yield Change(Way.ADDED, None, (*place, f"{word} “{name}”"), None, said[1].get(index)), False
        elif new.kind == "chart" and there[index] != name:
            yield Change(Way.CHANGED, Kind.TEXT, (*place, f"{word} {index + 1}"), there[index], name), False


def _parts(
    old: Part, new: Part, columns: Mapping[int, int] | None, place: tuple[str, ...]
) -> Iterator[tuple[Change, bool]]:
    before = [_in_columns(one, columns, is_old=True) for one in old.parts] if columns is not None else old.parts
    after = [_in_columns(one, columns, is_old=False) for one in new.parts] if columns is not None else new.parts
    pairs = paired(
        before,
        after,
        (lambda one: one,),
        lambda one: one.words,
        lambda one, other: one.kind == other.kind,
        _PARTS,
    )
    away = moved(pairs)
    names = _names(old.parts), _names(new.parts)
    for pair in pairs:
        if pair.new is None:
            assert pair.old is not None, "a pair is not of nothing"
            yield Change(Way.REMOVED, None, (*place, names[0][pair.old]), _summary(old.parts[pair.old])), False
            continue
        name = (*place, names[1][pair.new])
        if pair.old is None:
            yield Change(Way.ADDED, None, name, None, _summary(new.parts[pair.new])), False
            continue
        if pair.new in away:
            yield Change(Way.MOVED, None, name), False
        one, other = before[pair.old], after[pair.new]
        if new.columns and other.kind in _IN_COLUMNS:
            yield from _facts(one, other, name, new.columns)
        elif one != other:
            yield from _part_changes(one, other, name)


_IN_COLUMNS = ("row", "header", "series")
"""Kinds of parts whose facts stand under columns."""


def _in_columns(part: Part, columns: Mapping[int, int] | None, is_old: bool) -> Part:
    """Return a row or series with what stands in columns that both sides have, named as the new side names it."""
    if columns is None or part.kind not in _IN_COLUMNS:
        return part
    there = set(columns.values())
    kept = []
    for fact in part.facts:
        if fact.kind not in (Kind.CELL, Kind.DATUM):
            kept.append(fact)
        elif is_old and int(fact.name) in columns:
            kept.append(replace(fact, name=str(columns[int(fact.name)])))
        elif not is_old and int(fact.name) in there:
            kept.append(fact)
    return replace(part, facts=tuple(kept))


def _names(parts: Sequence[Part]) -> list[str]:
    """Return what each part is called: its kind, its number where there are several of the kind, and its label."""
    counts = Counter(part.kind for part in parts)
    seen: Counter[str] = Counter()
    names = []
    for part in parts:
        seen[part.kind] += 1
        number = f" {seen[part.kind]}" if counts[part.kind] > 1 else ""
        names.append(f"{part.kind}{number}{' ' if part.label else ''}{part.label}")
    return names


def _by_column(part: Part) -> dict[int, str]:
    """Return the beginning of what stands in each column of rows or series, on a line; nothing for empty ones."""
    found: dict[int, list[str]] = {}
    for one in part.parts:
        for fact in one.facts if one.kind in _IN_COLUMNS else ():
            if fact.kind in (Kind.CELL, Kind.DATUM) and fact.value:
                found.setdefault(int(fact.name), []).append(fact.value)
    return {index: _beginning(words) for index, words in found.items()}


def _summary(part: Part) -> str:
    """Return the beginning of what a part says, on a line."""
    return _beginning(part.words)


def _beginning(words: Sequence[str]) -> str:
    said = " ".join(" ".join(words).split())
    return said if len(said) <= 120 else f"{said[:119].rstrip()}…"
