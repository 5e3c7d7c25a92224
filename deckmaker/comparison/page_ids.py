"""Pages of slides that layout split, by the ids of slides where somebody typed their titles anew: the numbers in these
are what pages are known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set

from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.slide_ids import SlideIds
from deckmaker.comparison.split_slides import without_number
from deckmaker.dataclasses import replace


def with_named_pages(deck: DeckFacts, base: DeckFacts, ids: SlideIds, split: Set[str]) -> DeckFacts:
    """Return an imported deck in which pages of slides that were `split` are called as in the `base`, by their ids,
    where their titles have no number any more and they stand beside another page. What they say stays as it is. Ids
    count only where all slides that are known by their titles have the same ones."""
    olds, news = ({*some} for some in ids)
    if (len(olds), len(news)) != (len(base.slides), len(deck.slides)):
        return deck  # some are not known, or not of one slide alone
    names = {id: one.title for id, one in zip(ids.old, base.slides, strict=True)}
    known, there = (_alone(one.title for one in some.slides) for some in (base, deck))
    own = {one.title: id for id, one in zip(ids.new, deck.slides, strict=True)}
    both = known & there
    if not both or any(names.get(own[title]) != title for title in both):
        return deck
    pages = {id: name for id, name in names.items() if _is_page(name, split) and name not in own}
    called = [
        one.title if _is_numbered(one.title) else pages.get(id, one.title)
        for id, one in zip(ids.new, deck.slides, strict=True)
    ]
    stems = [*map(without_number, called)]
    slides = (
        replace(one, title=called[at]) if stems[at] in (*stems[at - 1 : at], *stems[at + 1 : at + 2]) else one
        for at, one in enumerate(deck.slides)
    )
    return replace(deck, slides=tuple(slides))


def _is_page(title: str, split: Set[str]) -> bool:
    return _is_numbered(title) and without_number(title) in split


def _is_numbered(title: str) -> bool:
    return without_number(title) != title


def _alone(titles: Iterable[str]) -> set[str]:
    """Return the titles that one slide alone has."""
    return {title for title, count in Counter(titles).items() if count == 1}
