"""On which slide of a deck's file the slides of a presentation are written, and which of them surely are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from deckmaker.comparison.matching import Likeness, paired
from deckmaker.comparison.split_slides import without_number
from deckmaker.merging.pieces import plain, words_of
from deckmaker.source.tree import Tree

_WRITTEN = Likeness(0.3, in_order=True)
_STILL = Likeness(0.4, in_order=False)
"""As slides are compared."""

_SURELY = Likeness(0.6, in_order=False)
"""Of a slide that may be removed: it says mostly what the removed one said."""

_SAME: tuple[Callable[[Any], str | None], ...] = (repr, words_of)


class WrittenSlides(NamedTuple):
    """On which slide of a file each one of a base is written, by their indexes, as far as that is known.

    It is enough to look for its texts there. Those in `sure` say mostly what that slide says now, and may go with it.
    Those that are `gone` are no longer among what the deck makes. `shown` has what it makes now of each slide of the
    file, by its index: imported slides, too. `now` has the one that each slide of the base has become.
    """

    places: dict[int, int]
    sure: set[int]
    gone: set[int]
    shown: dict[int, list[Any]]
    now: dict[int, Any]


def slides_of_base(
    base: Sequence[Any], shown: Sequence[Any], begins: Collection[tuple[int, int]], tree: Tree
) -> WrittenSlides:
    """Return on which slide of a deck's file those of a base are written.

    `shown` are the imported slides that the deck makes now for the readers of the presentation, and `begins` the lines
    and columns, from 1, at which those begin in its file. A slide of the base that is no longer among them is nowhere:
    its author may have taken it out meanwhile, and what stands in its place is another one, or one for other readers.
    """
    slides = tree.data.get("slides") if isinstance(tree.data, dict) else None
    seen = []
    for index, slide in enumerate(slides if isinstance(slides, list) else ()):
        span = tree.values[("slides", index)]
        seen.append(slide if (span.line, span.column) in begins else None)
    written = written_slides(shown, seen)
    still = still_shown(base, shown)
    surely = _paired(base, shown, _SAME, _SURELY)
    places = {old: written[new] for old, new in still.items() if new in written}
    sure = {old for old in places if surely.get(old) == still[old]}
    made: dict[int, list[Any]] = {}
    for index, there in written.items():
        made.setdefault(there, []).append(shown[index])
    now = {old: shown[new] for old, new in still.items()}
    return WrittenSlides(places, sure, set(range(len(base))) - set(still), made, now)


def still_shown(base: Sequence[Any], shown: Sequence[Any]) -> dict[int, int]:
    """Return which imported slide a deck makes now of each one of a base, by their indexes, without those that are
    gone."""
    still = _paired(base, shown, (*_SAME, lambda one: _title(one) or None), _STILL)
    _find_parts(still, base, shown)
    return still


def _paired(
    old: Sequence[Any], new: Sequence[Any], keys: Sequence[Callable[[Any], str | None]], likeness: Likeness
) -> dict[int, int]:
    """Return which imported slides belong together, new ones by old ones."""
    pairs = paired(old, new, keys, lambda one: (words_of(one) or "").split(), lambda one, other: True, likeness)
    return {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}


def written_slides(imported: Sequence[Any], written: Sequence[Any]) -> dict[int, int]:
    """Return on which slide of a file each imported one is written, by their indexes.

    A slide that was split is there several times, one below the other, under one title. A slide that comes from another
    file is nowhere.
    """
    pairs = paired(
        imported,
        written,
        (words_of, lambda one: plain(_title(one)) or None),
        lambda one: (words_of(one) or "").split(),
        lambda one, other: isinstance(other, dict) and "include" not in other,
        _WRITTEN,
    )
    found = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
    _find_parts(found, imported, written)
    return found


def _find_parts(found: dict[int, int], imported: Sequence[Any], others: Sequence[Any]) -> None:
    """Let the parts of a slide that was split be found where the first one is.

    One that was left over may have got the slide below that, since nothing else is in its place.
    """
    titles = [plain(_title(one)) for one in others]
    for index in range(1, len(imported)):
        title, above = plain(_title(imported[index])), found.get(index - 1)
        if above is None or not title or title != plain(_title(imported[index - 1])):
            continue
        if index not in found or titles[found[index]] != title == titles[above]:
            found[index] = above


def _title(slide: Any) -> str:
    title = slide.get("title") if isinstance(slide, dict) else None
    return without_number(title) if isinstance(title, str) else ""
