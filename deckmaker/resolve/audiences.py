"""For whom slides and blocks are: a deck for one audience, or for everybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.deck import DeckEntry, SlideEntry
from deckmaker.source import DataPath, Tree
from deckmaker.source.grafts import Grafted

_LISTED = 8
"""Names of audiences that help lists."""


def is_for(only: Sequence[str] | None, audience: str | None) -> bool:
    """Tell whether what is for `only` some is for an audience; for everybody, where that is None, it is not."""
    return not only or audience in only


def audiences_of(entry: DeckEntry) -> Collection[str]:
    """Return the deck's audiences, in its order, where each is found at once: slides may name as many as there are."""
    return dict.fromkeys(entry.audiences).keys()


def check_audiences(
    only: Sequence[str] | None, at: DataPath, known: Collection[str], tree: Tree, diagnostics: Diagnostics
) -> None:
    """Report names, written at a path, that are none of the deck's audiences, as `audiences_of` has them."""
    for index, name in enumerate(only or ()):
        if name not in known:
            span = tree.value_span((*at, index))
            diagnostics.report("unknown-audience", f"the deck has no audience `{name}`", span, _help(name, known))


def _report_unlisted(entry: DeckEntry, first: int, tree: Tree, diagnostics: Diagnostics) -> None:
    """Report once that slides are for audiences and the deck lists none, at the first of them."""
    names = list(dict.fromkeys(name for slide in entry.slides for name in slide.only or ()))
    is_one = len(names) == 1
    message = f"the deck has no audience `{names[0]}`"
    if not is_one:
        message = f"the deck has none of the {len(names):,} audiences that its slides are for"
    more = ", …" if len(names) > _LISTED else ""
    help = f"list {'it' if is_one else 'them'} above `slides:`, as in `audiences: [{', '.join(names[:_LISTED])}{more}]`"
    diagnostics.report("unknown-audience", message, tree.value_span(("slides", first, "only", 0)), help)


def _help(name: str, known: Collection[str]) -> str:
    if not known:
        return f"list it above `slides:`, as in `audiences: [{name}]`"
    listed = [f"`{one}`" for one in islice(known, _LISTED)]
    more = ", …" if len(known) > _LISTED else ""
    return nearest(name, known) or f"its audiences are {', '.join(listed)}{more}"


def for_audience(
    entry: DeckEntry, tree: Tree, audience: str | None, diagnostics: Diagnostics
) -> tuple[DeckEntry, Tree] | None:
    """Return a deck with the slides that are for an audience, or without one for everybody, and its tree.

    Names that are none of its audiences are reported; None where no slide is left. A section that begins with a slide
    which is left out begins with the next one.
    """
    known = audiences_of(entry)
    if audience is not None and audience not in known:
        span = tree.value_span(("audiences",)) if known else None
        diagnostics.report("unknown-audience", f"the deck has no audience `{audience}`", span, _help(audience, known))
    named = [index for index, slide in enumerate(entry.slides) if slide.only]
    if named and not known:
        _report_unlisted(entry, named[0], tree, diagnostics)
    for index in named if known else ():
        check_audiences(entry.slides[index].only, ("slides", index, "only"), known, tree, diagnostics)
    kept = [index for index, slide in enumerate(entry.slides) if is_for(slide.only, audience)]
    if len(kept) == len(entry.slides):
        return entry, tree
    shown = {*kept}
    left_out = [index for index in range(len(entry.slides)) if index not in shown]
    if not kept and known:
        whom = f"`{audience}`" if audience else "everybody"
        help = "leave `only:` out of one" if audience else "name an audience with `--audience`"
        diagnostics.report("unknown-audience", f"no slide is for {whom}", tree.value_span(("slides",)), help)
    if not kept:
        return None
    if audience is None:
        alone: dict[DataPath, Sequence[str]] = {
            ("slides", index, "only"): entry.slides[index].only or () for index in left_out
        }
        tell_left_out("slide", alone, known, tree, diagnostics)
    sections = dict(_sections(entry.slides, shown))
    slides, data = [], []
    for index in kept:
        more = {"section": sections[index]} if index in sections else {}
        slides.append(SlideEntry(entry.slides[index].__dict__ | more))
        data.append({**tree.data["slides"][index], **more})
    places = {("slides", place): ("slides", index) for place, index in enumerate(kept)}
    grafted: Any = [Grafted(old, {new: (old, at) for new, at in places.items()}) for old in (tree.values, tree.keys)]
    values, keys = grafted
    return DeckEntry(entry.__dict__ | {"slides": slides}), replace(
        tree,
        data={**tree.data, "slides": data},
        values=values,
        keys=keys,
        unshown=tree.unshown
        | {(id, tree.value_span(("slides", index)).source) for index in left_out if (id := entry.slides[index].id)},
    )


def _sections(slides: Sequence[SlideEntry], kept: set[int]) -> Iterator[tuple[int, str]]:
    """Yield slides that are kept, each with the section that it begins in place of one that is left out."""
    waiting = None
    for index, slide in enumerate(slides):
        waiting = slide.section or waiting
        if index in kept:
            if waiting and not slide.section:
                yield index, waiting
            waiting = None


def tell_left_out(
    what: str, left_out: Mapping[DataPath, Sequence[str]], known: Collection[str], tree: Tree, diagnostics: Diagnostics
) -> None:
    """Report at the first of them how many slides or blocks, which is `what` they are, a deck for everybody is without.

    `left_out` are the paths of their `only`, with the names there. Where one of these is not known, that is reported.
    """
    names = list(dict.fromkeys(name for only in left_out.values() for name in only))
    if not names or not {*names} <= {*known}:
        return
    count, them = (f"one {what} is", "it") if len(left_out) == 1 else (f"{len(left_out):,} {what}s are", "them")
    message = f"{count} for {' or '.join(f'`{name}`' for name in names)} alone, and left out"
    help = f"to have a deck with {them}, write `--audience {names[0]}`"
    diagnostics.report("left-out", message, tree.value_span(next(iter(left_out))), help)
