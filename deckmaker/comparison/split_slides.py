"""Slides that layout split, with their pages as one: on which of these something stands is nobody's wish alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from deckmaker.comparison.facts import DeckFacts, Fact, Kind, Part, SlideFacts
from deckmaker.dataclasses import replace
from deckmaker.patterns import pattern

_NUMBER = pattern(r"[(（](\d++)/(\d++)[)）]$")
"""What stands behind the title of a slide that was split."""

_CREDIT = "credit"


def without_number(title: str) -> str:
    """Return the title of a slide that was split as its author wrote it."""
    return _NUMBER.sub("", title).rstrip()


def split_titles(pages: Iterable[str]) -> frozenset[str]:
    """Return the titles of slides that are split, of those of their pages."""
    return frozenset(map(without_number, pages))


def first_pages(slides: Sequence[SlideFacts], split: Set[str]) -> list[int]:
    """Return for each imported slide the index of the first page of the one that it is a page of: most are their own.

    Titles of slides that were `split` are those of pages; what else ends with a number, its author wrote so.
    """
    found: list[int] = []
    run: list[str] = []  # titles of the pages before
    for index, one in enumerate(slides):
        if not (run and one.title not in run and _goes_on(run[-1], one.title, split)):
            run = []
        run = [*run, one.title] if _NUMBER.search(one.title) else []
        found.append(found[-1] if len(run) > 1 else index)
    return found


def _goes_on(above: str, title: str, split: Set[str]) -> bool:
    """Tell whether a page follows another one of the same slide: somebody may have moved it, or named it anew."""
    numbers = [_NUMBER.search(one) for one in (above, title)]
    stems = [without_number(one) for one in (above, title)]
    if numbers[0] is None or numbers[1] is None or split.isdisjoint(stems):
        return False
    (before, of), (number, count) = (map(int, one.groups()) for one in numbers if one)
    return stems[0] == stems[1] or (before + 1, of) == (number, count)


def joined(deck: DeckFacts, split: Set[str]) -> DeckFacts:
    """Return a deck with the pages of slides that were `split` as one slide each, which has the number of the first."""
    pages: dict[int, list[SlideFacts]] = {}
    for index, first in enumerate(first_pages(deck.slides, split)):
        pages.setdefault(first, []).append(deck.slides[index])
    slides = (
        some[0] if split.isdisjoint(without_number(one.title) for one in some) else _joined(some)
        for some in pages.values()
    )
    return replace(deck, slides=tuple(slides))


def _joined(pages: Sequence[SlideFacts]) -> SlideFacts:
    first = pages[0]
    names = dict.fromkeys(fact.name for page in pages for fact in page.part.facts)
    blocks = [one for page in pages for one in page.part.parts if one.kind != _CREDIT]
    credits = dict.fromkeys(one for page in pages for one in page.part.parts if one.kind == _CREDIT)
    facts = (_fact([_named(page.part, name) for page in pages]) for name in names)
    part = Part(first.part.kind, tuple(facts), (*_blocks(blocks), *credits))
    numbers = tuple(chain.from_iterable(page.pages for page in pages))
    return SlideFacts(first.number, without_number(first.title), part, numbers, first.id)


def _named(part: Part, name: str) -> Fact | None:
    return next((fact for fact in part.facts if fact.name == name), None)


def _fact(of_pages: Sequence[Fact | None]) -> Fact:
    """Return what pages say under one name: most settings stand on the first one alone, or on each."""
    there = [one for one in of_pages if one]
    if there[0].kind is Kind.NOTES:
        return replace(there[0], value="\n".join(one.value for one in there))
    values = [one.value if one else "no" for one in of_pages]
    if there[0].name == "title":
        values = [without_number(one) for one in values]
    is_one = len(set(values)) == 1 or (of_pages[0] and len(there) == 1)
    return replace(there[0], value=values[0] if is_one else ", ".join(values))


def _blocks(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts, of which those go on that may have been parted: texts, and tables with the same columns."""
    last: Part | None = None
    for part in parts:
        whole = _whole(last, part) if last else None
        if last and not whole:
            yield last
        last = whole or part
    if last:
        yield last


def _whole(one: Part, other: Part) -> Part | None:
    """Return two parts as one, None for those of which the second one does not go on with the first."""
    if _is_header_of(one, other):
        return other
    if _is_header_of(other, one):
        return one
    if (one.kind, one.columns) != (other.kind, other.columns):
        return None
    if one.columns and _own(one) == _own(other):
        return replace(one, parts=(*one.parts, *(row for row in other.parts if row.kind != "header")))
    texts = one.facts + other.facts
    if one.parts or other.parts or [fact.name for fact in texts] != ["text", "text"]:
        return None
    return replace(one, facts=(replace(texts[0], value="\n".join(fact.value for fact in texts)),))


def _is_header_of(one: Part, table: Part) -> bool:
    """Tell whether a part is what is left of a table on a page of which all rows were deleted: its header alone, which
    is imported as rows, since no table has nothing else."""
    heads = [_cells(row) for row in table.parts if row.kind == "header"]
    return one.kind == table.kind and bool(one.parts) and all(_cells(row) in heads for row in one.parts)


def _cells(row: Part) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in row.facts if fact.kind is Kind.CELL]


def _own(part: Part) -> list[Fact]:
    return [fact for fact in part.facts if not fact.follows]
