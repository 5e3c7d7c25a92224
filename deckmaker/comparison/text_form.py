"""A comparison as text, for people: a line for each slide and each change, words as `git diff --word-diff` has them."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.comparison.changes import Change, Comparison, SlideChange, Way
from deckmaker.comparison.facts import Kind
from deckmaker.comparison.held_spaces import HELD_SPACES_TOLD, is_of_held_spaces
from deckmaker.comparison.words import Fate, word_changes
from deckmaker.diagnostics.printer import printable

WORDWISE = (Kind.TEXT, Kind.NOTES, Kind.CREDIT)
"""What is compared word by word; of all else, all of it is told before and after."""

_MARKS = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "{{+{}+}}"}


def text_of(comparison: Comparison) -> str:
    """Return the lines of a comparison, each with its end."""
    return "".join(f"{printable(line)}\n" for line in _lines(comparison))


def heading_of(slide: SlideChange) -> str:
    """Return what became of a slide, on a line: `slide 3 “Remedies” changed, moved from 5`."""
    title = f" “{slide.title}”" if slide.title else ""
    if slide.new is None:
        return f"slide {slide.old}{title} removed"
    ways = {
        Way.ADDED: "added",
        Way.CHANGED: "changed",
        Way.MOVED: f"moved from {slide.old}",
        Way.REMOVED: "removed",
    }
    told = [ways[way] for way in slide.ways]
    if slide.old is not None and Way.MOVED not in slide.ways and slide.old != slide.new:
        told[-1] += f" (was {slide.old})"
    return f"slide {slide.new}{title} {', '.join(told)}"


def place_of(change: Change) -> str:
    """Return the way to what has changed, from the slide on."""
    return ", ".join(change.place)


def summary_of(comparison: Comparison) -> str:
    """Return how much has changed, on a line."""
    if comparison.is_same:
        return f"no changes: {_counted(comparison.same)} the same"
    ways = [way for slide in comparison.slides for way in slide.ways]
    told = [f"{ways.count(way)} {way.value}" for way in Way if way in ways]
    slides = f"slides: {', '.join([*told, f'{comparison.same} the same'])}"
    return f"the deck itself changed; {slides}" if comparison.deck else slides


def _counted(count: int) -> str:
    return f"{count} {'slide' if count == 1 else 'slides'}"


def changes_of(comparison: Comparison) -> str:
    """Return the lines of what has changed alone, each with its end, the first of them empty."""
    return "".join(f"{printable(line)}\n" for line in _changes(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"{comparison.old} → {comparison.new}"
    yield summary_of(comparison)
    yield from _changes(comparison)


def _changes(comparison: Comparison) -> Iterator[str]:
    if comparison.deck:
        yield from ("", "the deck")
        yield from (line for change in comparison.deck for line in _change(change))
    for slide in comparison.slides:
        yield from ("", heading_of(slide))
        yield from (line for change in slide.changes for line in _change(change))


def _change(change: Change) -> Iterator[str]:
    first, *others = _told(change).split("\n")
    yield f"  {place_of(change)}{first}"
    yield from (f"      {line}" for line in others)


def _told(change: Change) -> str:
    old, new = change.old, change.new
    if change.kind is None or change.way is Way.MOVED:
        said = new or old
        return f" {change.way.value}" + (f": {said}" if said else "")
    if old == new:
        return f": {new} has changed"
    if old is None or new is None:
        said = old if new is None else new
        start = "\n" if said and "\n" in said else " "
        return f" {change.way.value}:{start}{said}"
    if is_of_held_spaces(change):
        return f": {HELD_SPACES_TOLD}"
    if change.kind not in WORDWISE:
        return f": {old or '(empty)'} → {new or '(empty)'}"
    # A mark for each line of it: otherwise what has changed could not be told in lines.
    text = "".join(
        "\n".join(_MARKS[one.fate].format(line) if line else "" for line in one.text.split("\n"))
        for one in word_changes(old, new)
    )
    return f":{chr(10) if chr(10) in text else ' '}{text}"
