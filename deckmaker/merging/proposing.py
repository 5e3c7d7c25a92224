"""What a deck's file may take over from an edited presentation: changes of texts, then of the order of slides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Any, NamedTuple, TypeAlias

from deckmaker.comparison.matching import Likeness, Pair, moved, paired
from deckmaker.comparison.slide_ids import NO_IDS, SlideIds, with_retyped
from deckmaker.formulas.likeness import are_one_formula
from deckmaker.importing.deck_text import slide_text
from deckmaker.merging.boxes import without_drawn
from deckmaker.merging.changes import (
    Change,
    NotesAdded,
    RowAdded,
    RowRemoved,
    TextChanged,
    TextRemoved,
    TextsAdded,
    changes_of,
    grids_of,
    rows_of,
)
from deckmaker.merging.copies import with_copies_added
from deckmaker.merging.editing import Entry, Key, Splice, Step, steps_of
from deckmaker.merging.finding import Effort, Finder
from deckmaker.merging.hiding import HIDDEN, hiding
from deckmaker.merging.like_slides import Originals, as_copied
from deckmaker.merging.linked import linked_among, linked_told
from deckmaker.merging.meanwhile import Meanwhile
from deckmaker.merging.moves import Moves
from deckmaker.merging.pictures import files_in
from deckmaker.merging.pieces import pieces_of, plain, words_of
from deckmaker.merging.places import Lines, comment_above, entry_lines
from deckmaker.merging.readers import Readers
from deckmaker.merging.split_slides import are_pages, as_one
from deckmaker.merging.unseen import SEEN, Unseen, stays_told
from deckmaker.merging.whole_moves import together, with_whole_moves
from deckmaker.merging.wholes import as_wholes
from deckmaker.merging.written_slides import WrittenSlides, written_slides
from deckmaker.source.tree import DataPath, Tree

_SLIDES: DataPath = ("slides",)
_NO_TEXTS = ("marking", "section", HIDDEN)
_ALIKE = Likeness(0.4, in_order=False)
"""As slides are compared."""


_Boxes: TypeAlias = Mapping[int, Sequence[Sequence[str]]]


class Proposal(NamedTuple):
    """Steps that belong together, for the edited slide of that index, None for what a deck says of itself.

    Those of what was moved to or from `others` are for these, too.

    Those `with_pictures` take the place of the others once the files in `pictures` lie beside the deck. One that
    `reaches_others` adds something for more people than the presentation was made for, and is not to be done; nor has
    one that `is_of_others` to be: the deck has that slide, for others alone. Nor is one of a slide that `stays`, which
    says why.
    """

    slide: int | None
    steps: tuple[Step, ...]
    with_pictures: tuple[Step, ...] = ()
    pictures: tuple[str, ...] = ()
    reaches_others: bool = False
    is_of_others: bool = False
    others: frozenset[int] = frozenset()
    stays: str = ""

    def of_first_page(self, pages: Sequence[int]) -> Proposal:
        """Return it for the first pages of the edited slides that it is for, of which `pages` has these."""
        others = frozenset(pages[index] for index in self.others)
        return self._replace(slide=None if self.slide is None else pages[self.slide], others=others)


def slides_of(proposal: Proposal) -> set[int]:
    """Return the slides of the file, by their indexes, that the steps of a proposal are done to."""
    paths = map(_path, proposal.steps)
    return {path[1] for path in paths if path[:1] == _SLIDES and len(path) > 1 and isinstance(path[1], int)}


def halves(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """Return the second and the first half of some proposals: of their slides, or of what is proposed for one slide."""
    slides = [list(group) for _, group in groupby(proposals, lambda one: one.slide)]
    parts = slides if len(slides) > 1 else [[one] for one in proposals]
    half = len(parts) // 2
    return [list(chain.from_iterable(some)) for some in (parts[half:], parts[:half])] if half else []


def _path(step: Step) -> DataPath:
    return step.leaf.path if isinstance(step, Splice) else step.path


def texts_proposed(
    tree: Tree,
    base: Any,
    edited: Any,
    readers: Readers,
    written: WrittenSlides,
    made: Any,
    boxes: _Boxes,
    lost_notes: Collection[int] = (),
    plain_notes: Mapping[int, Collection[str]] = {},
    unseen: Unseen = SEEN,
    ids: SlideIds = NO_IDS,
) -> Iterator[Proposal]:
    """Yield what changed from the `base` to the `edited` deck, both imported, as steps in a deck's file.

    The slides of the base are `written` there, and the file now makes the `made` deck. A change whose place in the
    file is not sure gives nothing. Nor does one of a sentence that the deck's author has changed meanwhile, too, or the
    removal of what they have changed: who removed it had not read that. Nor does a text that came in one of the `boxes`
    on the edited slides, by their numbers from 1, where that is a new one. Those with `lost_notes` have the notes that
    they had. The lines `plain_notes` of their notes are no items of lists, also if they begin with a number. In what is
    `unseen`, nothing changes. Slides may be known by their `ids`.
    """
    slides = tree.data.get("slides") if isinstance(tree.data, dict) else None
    if not isinstance(slides, list):
        return
    own, ours, theirs = _own(tree.data), _own(base), _own(edited)
    effort = Effort()
    finder = Finder(own, (), [ours], effort)
    meanwhile = Meanwhile(ours, _own(made))
    both = [one for one in changes_of(ours, theirs) if not meanwhile.meets(one)]
    found = [(change, steps_of(change, finder, tree, ())) for change in both]
    yield from (proposal for _, proposal in _proposals(None, found, tree, (), readers))
    told = {there: _Told(now) for there, now in written.shown.items()}
    shown: dict[int, list[Any]] = {}
    for index, there in written.places.items():
        shown.setdefault(there, []).append(base["slides"][index])
    finders: dict[int, Finder] = {}
    on_slides: list[tuple[int, int, list[Change]]] = []
    elsewhere: list[Change] = []  # what comes or goes where the file has no place for it
    parts: dict[int, list[_Page]] = {}  # several of a slide that was split
    for pair in slide_pairs(base["slides"], edited["slides"], ids):
        if pair.old is None or pair.new is None:
            continue
        was, now = base["slides"][pair.old], edited["slides"][pair.new]
        if _shows_nothing(now) and not _shows_nothing(was):
            continue  # nobody knows whether it is to be filled, or to go
        if pair.new + 1 in lost_notes and "notes" in was:
            now = {**now, "notes": was["notes"]}
        if pair.old in written.places:
            page = _Page(
                pair.new,
                was,
                now,
                written.now[pair.old],
                boxes.get(pair.new + 1, ()),
                plain_notes.get(pair.new + 1, ()),
            )
            parts.setdefault(written.places[pair.old], []).append(page)
        else:  # such as one that is included
            elsewhere += changes_of(_with_texts(was), _with_texts(now))
    split = {there for there in parts if are_pages(shown[there])}
    for there, pages in parts.items():
        of_base: list[Any] = shown[there]
        some = [one.with_texts() for one in pages]
        if there in split:
            of_base = [as_one([*map(_with_texts, of_base)])]
            latest = [
                _with_texts(written.now[index]) for index in sorted(written.now) if written.places.get(index) == there
            ]
            some = [_joined(some, of_base[0], as_one(latest))]
        path = (*_SLIDES, there)
        finders[there] = Finder(unseen.without(slides[there], path), path, of_base, effort)
        for page in some:
            both, drawn = page.changes()
            elsewhere += drawn
            kept = [one for one in both if (there not in told or told[there].may_go(one)) and not _is_spelling(one)]
            on_slides.append((page.slide, there, kept))
    yield from _hidings(parts, slides, tree, readers)
    moves = Moves(tree, ((change, finders[there]) for _, there, changes in on_slides for change in changes))
    steps = [
        (change, moves.as_entries(change, steps_of(moves.as_written(change), finders[there], tree, (*_SLIDES, there))))
        for _, there, changes in on_slides
        for change in changes
    ]
    parted = [there if there in split else None for _, there, changes in on_slides for _ in changes]
    whole = iter(with_whole_moves(steps, parted, elsewhere, tree))
    proposals: list[tuple[list[Change], Proposal]] = []
    of_split: list[int | None] = []  # of each, the slide of the file that it is for, if that is split
    for slide, there, changes in on_slides:
        found = [(change, next(whole)) for change in changes]
        proposals += _proposals(slide, found, tree, (*_SLIDES, there), readers)
        of_split += [there if there in split else None] * (len(proposals) - len(of_split))
    for indexes in together([changes for changes, _ in proposals], of_split):
        yield _as_one([proposals[index][1] for index in indexes])


class _Page(NamedTuple):
    """An imported slide by its index in the edited deck: as it `was`, as a colleague has it `now`, and what the deck
    makes of it by now: the `latest`. Its text boxes have these `boxes`, each with its paragraphs; of its notes, these
    lines are `plain`."""

    slide: int
    was: Any
    now: Any
    latest: Any
    boxes: Sequence[Sequence[str]]
    plain: Collection[str]

    def with_texts(self) -> _Page:
        was, now, latest = map(_with_texts, (self.was, self.now, self.latest))
        return self._replace(was=was, now=now, latest=latest)

    def changes(self) -> tuple[list[Change], list[Change]]:
        """Return what a colleague changed, but for what its author changed in another way, and for texts in new boxes
        of their own; and these texts."""
        meanwhile = Meanwhile(self.was, self.latest)
        theirs, drawn = without_drawn(changes_of(self.was, self.now, self.plain), self.boxes, self.was)
        return [one for one in theirs if not meanwhile.meets(one)], drawn


def _joined(pages: Sequence[_Page], was: Any, latest: Any) -> _Page:
    """Return the pages of a slide that was split as one."""
    boxes = [box for page in pages for box in page.boxes]
    plain = {line for page in pages for line in page.plain}
    return _Page(pages[0].slide, was, as_one([page.now for page in pages]), latest, boxes, plain)


def _hidings(
    parts: Mapping[int, Sequence[_Page]], slides: Sequence[Any], tree: Tree, readers: Readers
) -> Iterator[Proposal]:
    """Yield what hides slides of the file, or shows them again. Their `parts` are imported slides by their index, each
    as it was and is; all of a slide are hidden, or none."""
    for there, some in parts.items():
        if len({HIDDEN in one.now for one in some}) == 1:
            first, path = some[0], (*_SLIDES, there)
            for step in hiding(first.was, first.now, slides[there], tree, path):
                yield Proposal(first.slide, (step,), reaches_others=not readers.may_have(tree.data, path))


def _is_spelling(change: Change) -> bool:
    """Tell whether a formula is only spelled in another way."""
    match change:
        case TextChanged(piece, new):
            return "equation" in piece.leaf.path and are_one_formula(piece.text, new)
        case _:
            return False


class _Told:
    """What slides that a deck makes say, text by text and row by row."""

    def __init__(self, slides: Sequence[Any]) -> None:
        self._texts = {plain(one.text) for slide in slides for one in pieces_of(slide, ())}
        self._rows = {row for slide in slides for table in grids_of(slide, "table") for row in rows_of(table)}

    def may_go(self, change: Change) -> bool:
        """Tell whether a change takes nothing away, or what the deck still says in the same words."""
        match change:
            case TextRemoved(piece):
                return plain(piece.text) in self._texts
            case RowRemoved(row):
                return row.texts in self._rows
            case _:
                return True


def _as_one(proposals: Sequence[Proposal]) -> Proposal:
    """Return proposals as one: all of them are done, or none."""
    first, *others = proposals
    return first._replace(
        steps=tuple(chain.from_iterable(one.steps for one in proposals)),
        reaches_others=any(one.reaches_others for one in proposals),
        others=frozenset(one.slide for one in others if one.slide not in (None, first.slide)),
    )


def _proposals(
    slide: int | None, changes: Sequence[tuple[Change, list[Step]]], tree: Tree, path: DataPath, readers: Readers
) -> Iterator[tuple[list[Change], Proposal]]:
    """Yield changes of the slide at `path`, those that are one together, with their steps; what goes as a whole is one.

    Where something that came reaches others, what went stays, too: it may be what that took the place of.
    """
    kept = [
        isinstance(change, TextsAdded | RowAdded | NotesAdded)
        and not all(readers.may_have(tree.data, _path(step)) for step in steps)
        for change, steps in changes
    ]
    removals = [at for at, (change, _) in enumerate(changes) if isinstance(change, TextRemoved)]
    groups = {at: ([at], steps) for at, (_, steps) in enumerate(changes) if at not in removals}
    for within, steps in as_wholes([changes[at][1] for at in removals], tree, path):
        groups[removals[within[0]]] = [removals[one] for one in within], steps
    for at in sorted(groups):
        indexes, steps = groups[at]
        own = [changes[index][0] for index in indexes]
        if steps:
            is_gone = any(kept) and isinstance(own[0], TextRemoved | RowRemoved)
            yield own, Proposal(slide, tuple(steps), reaches_others=kept[at] or is_gone)


def slides_proposed(
    tree: Tree,
    base: Any,
    edited: Any,
    readers: Readers,
    written: WrittenSlides,
    keeps_first: bool = False,
    unseen: Unseen = SEEN,
    ids: SlideIds = NO_IDS,
) -> Iterator[Proposal]:
    """Yield slides that came, went, or stand elsewhere, as steps in a deck's file.

    The slides of the base are `written` there; one that is not surely there stays, and so does one of which something
    was `unseen`, or to which others link where slides came. Where one `keeps_first`, no slide comes before the first
    one, and that one stays: only there it is a title page. Files of pictures have the paths that they have in the
    edited deck. Where a slide that came reaches others, those that went stay, too: it may be what took the place of
    one. Slides may be known by their `ids`.
    """
    slides = tree.data.get("slides") if isinstance(tree.data, dict) else None
    if not isinstance(slides, list):
        return
    places = written.places
    pairs = slide_pairs(base["slides"], edited["slides"], ids)
    kept = {places[pair.old] for pair in pairs if pair.old in places and pair.new is not None and pair.old is not None}
    left_out = {there for there, slide in enumerate(slides) if readers.are_left_out(slide)} - set(places.values())
    shown = written_slides(edited["slides"], slides) if left_out else {}
    of_others = {new for new, there in shown.items() if there in left_out}
    are_kept = any(pair.old is None and readers.slide(edited["slides"][pair.new]) is None for pair in pairs)
    gone = {
        places[pair.old] for pair in pairs if pair.old in written.sure and pair.new is None and pair.old is not None
    }
    staying = {
        there: stays_told(slides[there], unseen, (*_SLIDES, there))
        for there in sorted(gone - kept)
        if unseen.below((*_SLIDES, there))
    }
    if any(pair.old is None for pair in pairs):
        staying |= {there: linked_told(slides[there]) for there in sorted(linked_among(slides, gone - kept))}
    yield from (Proposal(None, (), stays=why) for why in staying.values())
    leaving = set() if are_kept else gone - kept - staying.keys()
    for there in sorted(leaving):
        yield Proposal(None, (Entry(_SLIDES, there, None), *_begun_behind(slides, there, leaving, edited)))
    first = 0 if keeps_first and 0 in kept else None
    free = [pair for pair in pairs if pair.old is None or first is None or places.get(pair.old) != first]
    away = moved([pair for pair in free if pair.old not in written.gone])
    moving = {places[pair.old] for pair in free if pair.old in places and pair.new in away}
    originals = Originals(base["slides"], places)
    behind = -1 if first is None else first  # the written slide behind which the next one belongs
    for pair in free:
        if pair.new is None:
            continue
        if pair.old is None and pair.new in of_others:
            yield Proposal(pair.new, (), is_of_others=True)
            continue
        if pair.old is None and _shows_nothing(edited["slides"][pair.new]):
            continue
        if pair.old is None:
            whole = readers.slide(edited["slides"][pair.new])
            if whole is None:
                yield Proposal(pair.new, (), reaches_others=True)
                continue
            copied = as_copied(tree, originals, whole)
            if copied is not None and "only" not in whole:
                yield Proposal(pair.new, (Entry(_SLIDES, behind + 1, copied),))
                continue
            bare, full = (
                Entry(_SLIDES, behind + 1, Lines(slide_text(one), one)) for one in (_without_pictures(whole), whole)
            )
            yield Proposal(pair.new, (bare,), (full,), tuple(files_in(whole)))
            continue
        if pair.old not in places:
            continue
        there = places[pair.old]
        if pair.new not in away or there == behind:
            behind = max(behind, there)
            continue
        lines = entry_lines(tree, (*_SLIDES, there))
        if lines is not None and behind + 1 not in (there, there + 1):
            entry = Entry(_SLIDES, behind + 1, Lines(lines, slides[there], comment_above(tree, (*_SLIDES, there))))
            follows = _begun_behind(slides, there, leaving | moving, edited)
            yield Proposal(pair.new, (Entry(_SLIDES, there, None), entry, *follows))


def _begun_behind(slides: Sequence[Any], there: int, leaving: Collection[int], edited: Any) -> Iterator[Step]:
    """Yield what the next slide that stays says, where a slide goes with which a section or the appendix begins: in the
    edited presentation, these stay. What is not so, sections are looked at for by themselves."""
    own = slides[there]
    for behind in range(there + 1, len(slides)):
        if behind not in leaving:
            break
    else:
        return
    following = slides[behind]
    if not isinstance(own, dict) or not isinstance(following, dict) or "include" in following:
        return
    section = own.get("section")
    begins_another = "section" in following or following.get("appendix") == "true"
    if isinstance(section, str) and not begins_another and section in _sections_of(edited):
        yield Key((*_SLIDES, behind), "section", section, "title")
    if own.get("appendix") == "true" and "appendix" not in following:
        yield Key((*_SLIDES, behind), "appendix", "true", "title")


def _sections_of(deck: Any) -> set[Any]:
    return {slide.get("section") for slide in deck["slides"]}


def _without_pictures(value: Any) -> Any:
    """Return a slide, or what is on it, without pictures: their files are not there yet."""
    if isinstance(value, dict):
        kept = {key: _without_pictures(one) for key, one in value.items() if key not in ("image", "images")}
        return {key: one for key, one in kept.items() if one not in ([], {})}
    if isinstance(value, list):
        return [one for one in map(_without_pictures, value) if one not in ([], {})]
    return value


def _own(deck: Any) -> Any:
    return {key: value for key, value in _with_texts(deck).items() if key != "slides"}


def _with_texts(value: Any) -> Any:
    """Return a deck or a slide with what of it is taken over as texts: without its marking, since who may know it is
    its author's to say, not a colleague's; without its section, which is not its own alone; and without whether it is
    hidden, which is no text."""
    return {key: one for key, one in value.items() if key not in _NO_TEXTS} if isinstance(value, dict) else value


def _shows_nothing(slide: Any) -> bool:
    """Tell whether nothing stands on an imported slide."""
    return {*_with_texts(slide)} <= {"notes"}


def slide_pairs(old: Sequence[Any], new: Sequence[Any], ids: SlideIds = NO_IDS) -> list[Pair]:
    """Return which imported slides of two presentations belong together, which may be known by their `ids`."""
    pairs = paired(
        old,
        new,
        (words_of, lambda one: one.get("title") or None),
        lambda one: (words_of(one) or "").split(),
        lambda one, other: True,
        _ALIKE,
    )
    return with_retyped(with_copies_added(pairs, [words_of(one) for one in new]), ids)
