"""Slides and blocks whose `if` does not hold: they are taken out of the tree, as if nobody had written them.

    slides:
      - {title: What it costs, if: "{{ cost }} is not empty", text: "{{ cost | ,.0f }} euros."}
      - title: The plan
        content:
          - {text: The second berth waits., if: berths < 2}

Nothing in what is left out is filled or validated: its condition is there for values that it cannot do without.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.reuse.including import Asked
from deckmaker.reuse.mistakes import report_mistake
from deckmaker.source import DataPath, Tree
from deckmaker.source.selected import Selected
from deckmaker.values.mistake import ValueMistake

if TYPE_CHECKING:
    from deckmaker.values.conditions import Condition

KEY = "if"

_OF_SLIDES = ("title", "section", "id", "layout", "credit", "credits", "notes", "hidden", "appendix", "only", "minutes")
_BESIDE_BLOCKS = {*_OF_SLIDES, "overflow", "incremental", KEY}
"""Keys of a slide that show nothing between its title and its credits."""

_LISTS = ("slides", "content")
"""Keys whose lists hold what may have a condition: all slides, and blocks wherever there are some."""


class Conditional(NamedTuple):
    """A slide or a block with a condition: its path in the tree, what it asks, and where that is written."""

    path: DataPath
    condition: Condition
    span: Span


def read_conditions(
    tree: Tree, of_includes: Mapping[int, tuple[Asked, ...]], diagnostics: Diagnostics
) -> list[Conditional]:
    """Return what in a tree has a condition, in its order; report what is no condition.

    Slides may have further ones, by their indexes, of the entries that include them. One that is no text stays for
    whoever validates the tree.
    """
    written: list[tuple[DataPath, Asked]] = []
    for index, several in of_includes.items():
        written += [(("slides", index), asked) for asked in several]
    written += [(path, Asked(text, tree.value_span((*path, KEY)))) for path, text in _written(tree.data)]
    if not written:
        return []
    from deckmaker.values.conditions import condition  # which few decks need

    found = []
    for path, (text, span) in written:
        try:
            found.append(Conditional(path, condition(text), span))
        except ValueMistake as mistake:
            report_mistake(mistake, text, span, diagnostics)
    return found


def _written(data: Any) -> Iterator[tuple[DataPath, str]]:
    """Yield the path of each slide and block with a condition, and that."""
    for path, value in slides_and_blocks(data):
        if isinstance(asked := value.get(KEY), str):
            yield path, asked


def slides_and_blocks(data: Any) -> Iterator[tuple[DataPath, Mapping[str, Any]]]:
    """Yield what may have a condition or be for some alone, each slide and block, with its path in the data."""
    slides = data.get("slides") if isinstance(data, dict) else None
    waiting: list[tuple[DataPath, Any, bool]] = [(("slides",), slides, True)] if isinstance(slides, list) else []
    while waiting:
        path, value, may_ask = waiting.pop()
        if isinstance(value, list):
            waiting += [((*path, index), one, may_ask) for index, one in reversed([*enumerate(value)])]
        elif isinstance(value, dict):
            if may_ask:
                yield path, value
            waiting += [((*path, key), one, key in _LISTS) for key, one in reversed([*value.items()])]


def with_conditions(
    tree: Tree, asked: list[Conditional], scope: Mapping[str, Any], language: str, diagnostics: Diagnostics
) -> Tree | None:
    """Return a tree without the slides and blocks whose conditions do not hold for a scope; None without any slide.

    Where it does not come to an answer, that is reported, and the slide or block stays.
    """
    if not asked:
        return tree
    left_out = not_held(asked, scope, language, diagnostics)
    if sum(len(path) == 2 for path in left_out) == len(tree.data["slides"]):
        message, help = "no slide is left: no `if` holds", "leave `if:` out of one slide"
        diagnostics.report("empty-deck", message, asked[0].span, help)
        return None
    _tell(left_out, diagnostics)
    kept: dict[DataPath, list[int]] = {}
    paths = {one.path for one in asked}
    data = _Selecting(paths, left_out, kept).value(tree.data, ())
    _tell_emptied(tree, kept, diagnostics)
    unshown = tree.unshown | frozenset(_ids(tree, (path for path in left_out if len(path) == 2)))
    return replace(tree, data=data, values=Selected(tree.values, kept), keys=Selected(tree.keys, kept), unshown=unshown)


def not_held(
    asked: Iterable[Conditional], scope: Mapping[str, Any], language: str, diagnostics: Diagnostics
) -> dict[DataPath, Span]:
    """Return the paths of what is left out, as its condition does not hold for a scope, and where that is written; not
    of what is in something else that is."""
    left_out: dict[DataPath, Span] = {}
    for one in asked:
        is_within = any(one.path[:depth] in left_out for depth in range(2, len(one.path) + 1))
        if not is_within and not _holds(one, scope, language, diagnostics):
            left_out[one.path] = one.span
    return left_out


def _ids(tree: Tree, slides: Iterable[DataPath]) -> Iterator[tuple[str, SourceFile]]:
    """Yield the ids of slides as they are written, each with its file."""
    for path in slides:
        slide = tree.data["slides"][path[1]]
        if isinstance(slide, dict) and isinstance(id := slide.get("id"), str):
            yield id, tree.value_span(path).source


def _holds(one: Conditional, scope: Mapping[str, Any], language: str, diagnostics: Diagnostics) -> bool:
    try:
        return one.condition.holds(scope, language)
    except ValueMistake as mistake:
        report_mistake(mistake, one.condition.text, one.span, diagnostics)
        return True


def _tell(left_out: Mapping[DataPath, Span], diagnostics: Diagnostics) -> None:
    """Report at the first of them how many slides and blocks are left out."""
    for what, found in (
        ("slide", [span for path, span in left_out.items() if len(path) == 2]),
        ("block", [span for path, span in left_out.items() if len(path) > 2]),
    ):
        if found:
            count = f"one {what} is" if len(found) == 1 else f"{len(found):,} {what}s are"
            message = f"{count} left out, since `if` does not hold"
            help = "to have it, change the values that it asks for" if len(found) == 1 else None
            diagnostics.report("left-out", message, min(found, key=lambda span: span.order), help)


def _tell_emptied(tree: Tree, kept: Mapping[DataPath, list[int]], diagnostics: Diagnostics) -> None:
    """Report slides, but the first, of which nothing is left but the title: with other values, nobody saw that."""
    slides = tree.data["slides"]
    first = kept[("slides",)][0]
    for path, indexes in kept.items():
        if indexes or len(path) != 3 or path[2] != "content" or path[1] == first:
            continue
        slide = slides[path[1]]
        if slide["content"] and slide.keys() - _BESIDE_BLOCKS == {"content"}:
            message = "the slide has its title alone: no `if` of its blocks holds"
            help = "give the slide an `if`, too, or one more block for when none of these is there"
            diagnostics.report("emptied-slide", message, tree.key_span(path), help)


class _Selecting:
    """Makes a tree's data without what is `left_out`; of what stays, `if` is answered and gone.

    `kept` comes to have, by the paths of lists, the indexes in them that stay.
    """

    def __init__(self, asked: set[DataPath], left_out: Collection[DataPath], kept: dict[DataPath, list[int]]) -> None:
        self._asked, self._left_out, self._kept = asked, left_out, kept
        self._ways = {path[:depth] for path in asked for depth in range(len(path) + 1)}

    def value(self, value: Any, path: DataPath) -> Any:
        """Return a value of the tree, the same one where nothing below it has a condition."""
        if path not in self._ways:
            return value
        if isinstance(value, list):
            indexes = [index for index in range(len(value)) if (*path, index) not in self._left_out]
            self._kept[path] = indexes
            found = [self.value(value[index], (*path, index)) for index in indexes]
            return _with_beginnings(value, indexes, found) if path == ("slides",) else found
        made = {key: self.value(one, (*path, key)) for key, one in value.items()}
        if path in self._asked:
            made.pop(KEY, None)  # the entry that includes the slide may have it
        # An empty list of blocks would be one that somebody forgot to fill.
        return {key: one for key, one in made.items() if one != [] or value[key] == []}


def _with_beginnings(slides: list[Any], kept: list[int], found: list[Any]) -> list[Any]:
    """Return the slides that are kept; what began with one that is left out, a section or the appendix, begins with the
    next one."""
    waiting: dict[str, Any] = {}
    places = {index: place for place, index in enumerate(kept)}
    for index, slide in enumerate(slides):
        if not isinstance(slide, dict):
            continue
        own = {key: slide[key] for key in ("section", "appendix") if slide.get(key)}
        waiting |= own
        if index in places:
            if waiting.keys() - own.keys():
                found[places[index]] = {**found[places[index]], **waiting}
            waiting = {}
    return found
