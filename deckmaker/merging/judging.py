"""Whether a deck came nearer to an edited presentation, told by what differs before and after."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from deckmaker.budget.merging import MERGED_PIECES
from deckmaker.comparison.changes import Change, Comparison, SlideChange, Way
from deckmaker.comparison.facts import Kind
from deckmaker.comparison.lost_notes import without_lost_notes
from deckmaker.comparison.respelled import without_respelled
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Severity, SourceFile
from deckmaker.merging.sentences import is_changed_by_both, with_theirs
from deckmaker.merging.stale import Stale
from deckmaker.merging.steps import stretches
from deckmaker.merging.words import merged
from deckmaker.model.number_ranges import ranges
from deckmaker.source.yaml_reader import parse_yaml


def of_them(left: Comparison, made: Comparison, still: Mapping[int, int]) -> Comparison:
    """Return what still differs of what somebody `made` other, without what the deck's author changed meanwhile.

    `still` has the slides that the deck makes now of those before, by their indexes: one that is not among them is its
    author's own, and nobody removed that. What was changed on a slide that its author has removed is left, too.
    """
    removed = {still.get(slide.old - 1) for slide in made.slides if slide.new is None and slide.old is not None}
    theirs = {(slide.new, change.place): change for slide in made.slides for change in slide.changes}
    made_on = {slide.new: slide.changes for slide in made.slides}
    ways_of_theirs = {(slide.new, way) for slide in made.slides for way in slide.ways}
    of_gone = {one.new: one for one in made.slides if one.changes and one.old and one.new and one.old - 1 not in still}
    slides = []
    for slide in left.slides:
        if slide.new is None and slide.old is not None and slide.old - 1 not in removed:
            continue
        if slide.old is None and slide.new in of_gone:
            slides.append(of_gone[slide.new])
            continue
        changes = tuple(
            _theirs_of(one, theirs.get((slide.new, one.place)))
            for one in slide.changes
            if _is_theirs(one, theirs.get((slide.new, one.place))) or _is_of_others(one, made_on.get(slide.new, ()))
        )
        changes += tuple(_out_of_place(slide.changes, changes, made_on.get(slide.new, ())))
        ways = tuple(
            way
            for way in slide.ways
            if (changes if way is Way.CHANGED else (slide.new, way) in ways_of_theirs)
            or (way is Way.MOVED and _has_passed(slide, made))
        )
        if ways:
            slides.append(replace(slide, changes=changes, ways=ways))
    on_deck = {change.place: change for change in made.deck}
    deck = tuple(
        _theirs_of(one, on_deck.get(one.place)) for one in left.deck if _is_theirs(one, on_deck.get(one.place))
    )
    return replace(left, deck=deck, slides=tuple(slides), same=left.same + len(left.slides) - len(slides))


def _is_theirs(left: Change, made: Change | None) -> bool:
    """Tell whether what still differs in a place is of what somebody `made` other there: a text that both have changed
    may be left with the author's words alone."""
    if made is None or not (left.way is made.way is Way.CHANGED):
        return made is not None
    if (_is_in_sentences(left) or left.old != left.new) and _theirs_of(left, made).new == left.old:
        return False  # the deck has all of it
    theirs = set(_words(made.old, made.new))
    return not theirs or not theirs.isdisjoint(_words(left.old, left.new))


def _theirs_of(left: Change, made: Change | None) -> Change:
    """Return what still differs in a place without what the deck's author changed there: of a text, its sentences that
    somebody `made` other."""
    if made is None or left.old is None or None in (left.new, made.old, made.new):
        return left
    base, theirs = made.old or "", made.new or ""
    if not _is_in_sentences(left):
        has_all = merged(base, theirs, left.old, spaces_differ=_is_code(left)) == left.old
        return replace(left, new=left.old) if has_all else left
    return replace(left, new=with_theirs(base, theirs, left.old))


_IN_SENTENCES = (Kind.TEXT, Kind.NOTES, Kind.CELL)


def _is_in_sentences(change: Change) -> bool:
    return change.kind in _IN_SENTENCES and not _is_code(change)


def _is_code(change: Change) -> bool:
    """Tell whether a text is code, whose spaces are not alike: by its block, which may have a number and a label."""
    return change.place[-1] == "text" and change.place[-2:-1] != () and change.place[-2].split(" ")[0] == "code"


def of_both(left: Comparison, made: Comparison) -> list[str]:
    """Return a line for the slides on which a sentence is `left` that its author has changed, too, and not as somebody
    `made` it; none where there is no such sentence."""
    theirs = {(slide.new, change.place): change for slide in made.slides for change in slide.changes}
    theirs |= {(None, change.place): change for change in made.deck}
    told = [(None, left.deck), *((slide.new, slide.changes) for slide in left.slides)]
    numbers = {
        number or 1
        for number, changes in told
        for one in changes
        if (other := theirs.get((number, one.place))) is not None
        and one.kind in _IN_SENTENCES
        and is_changed_by_both(other.old or "", other.new or "", one.old or "")
    }
    where = f"slide{'s' * (len(numbers) > 1)} {ranges(sorted(numbers))}"
    return [f"On {where}, a sentence was changed in the deck, too: its words stay"] if numbers else []


def _is_of_others(left: Change, made: Sequence[Change]) -> bool:
    """Tell whether what is to come or to go as a whole is of what somebody `made` other on its slide in other places:
    of key figures that went in part, the deck may make a text."""
    if left.way is Way.CHANGED or any(one.place == left.place for one in made):
        return False
    words = set(_words(left.old, left.new))
    theirs = {pair for one in made for pair in _words(one.old, one.new)}
    return 2 * len(words & theirs) > len(words)


def _has_passed(slide: SlideChange, made: Comparison) -> bool:
    """Tell whether a slide stands on the other side of one that somebody has moved: of two, either may have."""
    if slide.old is None or slide.new is None:
        return False
    first, last = sorted((slide.old, slide.new))
    return any(one.new is not None and first <= one.new <= last for one in made.slides if Way.MOVED in one.ways)


def _out_of_place(left: Sequence[Change], told: Sequence[Change], made: Sequence[Change]) -> Iterator[Change]:
    """Yield what somebody `made` other of a slide in a place that the deck has no more, as a row that its author has
    removed: what is `left` there is told of the whole row, and its words are not all theirs."""
    for one in made:
        if one.new is None or any(other.place == one.place for other in (*left, *told)):
            continue
        came = {pair for pair in _words(one.old, one.new) if pair[0] == "+"}
        missing = [other for other in left if other.place[:1] == one.place[:1]]
        names = {f"“{part}”" for part in one.place[1:]}
        if any(
            not came.isdisjoint(_words(other.old, other.new))
            or (other.way is Way.ADDED and any(name in other.place[-1] for name in names))
            for other in missing
        ):
            yield one


def worse_slides(before: Comparison, after: Comparison) -> set[int | None]:
    """Return the edited slides that differ in another way than before, by their indexes; None for the deck itself.

    One that was not there at all cannot be worse. Which of two slides has moved against the other is anyone's guess: so
    that one has moved makes it worse where no fewer slides than before have.
    """
    were, added = dict(_needs(before)), _added(before)
    worse = {slide for slide, needs in _needs(after) if slide not in added and needs - were.get(slide, Counter())}
    had_moved, have_moved = _moved(before), _moved(after)
    return worse | (have_moved - had_moved - added if len(have_moved) >= len(had_moved) else set())


def _moved(left: Comparison) -> set[int]:
    """Return the indexes of edited slides that stand elsewhere in the deck."""
    return {slide.new - 1 for slide in left.slides if slide.new is not None and Way.MOVED in slide.ways}


def _added(left: Comparison) -> set[int]:
    """Return the indexes of edited slides that the deck has not."""
    return {slide.new - 1 for slide in left.slides if slide.new is not None and slide.old is None}


def without_order(left: Comparison, first: Comparison) -> Comparison:
    """Return what differs, but for the order of what is on slides that were not there at `first`: the deck's layout has
    one of its own."""
    added, slides = _added(first), []
    for slide in left.slides:
        is_added = slide.new is not None and slide.new - 1 in added
        changes = tuple(one for one in slide.changes if not (is_added and one.way is Way.MOVED))
        if changes or slide.ways != (Way.CHANGED,):
            slides.append(replace(slide, changes=changes))
    return replace(left, slides=tuple(slides), same=left.same + len(left.slides) - len(slides))


def comparable(left: Comparison, has_sections: bool, stale: Stale, lost_notes: Set[int] = frozenset()) -> Comparison:
    """Return what differs, but for what a presentation cannot say: spaces that layout keeps from breaking, as those
    before units, are plain ones where people type them, and in the deck's file; formulas are spelled anew; LibreOffice
    keeps no sections. Nor is what is `stale` there a change, or that it has no notes on slides whose `lost_notes` it
    does not hold, by their numbers."""

    def is_told(change: Change, slide: SlideChange | None) -> bool:
        if slide and slide.new is not None and _is_stale(change, slide.new - 1, stale):
            return False
        return change.place != _SECTION or has_sections

    return without_respelled(without_lost_notes(left, frozenset(), lost_notes)).only(is_told)


def _is_stale(change: Change, slide: int, stale: Stale) -> bool:
    if slide in stale.orders and change.way is Way.MOVED and change.place[-1] == "categories":
        return True
    is_credit = change.place[0].split(" ")[0] == Kind.CREDIT.value  # of several, with its number
    return (slide in stale.agendas and change.place != _SECTION) or (slide in stale.credits and is_credit)


_SECTION = ("section",)


def _needs(left: Comparison) -> Iterable[tuple[int | None, Counter[tuple[str, str]]]]:
    """Yield the words that each slide would have to lose and to gain, and what else would have to become of it.

    Words of texts that come and go count twice: by the text that they stand in, and on the slide as a whole. Where a
    slide is read otherwise than before, as columns in place of texts, all its texts come and go, and no word is
    missing. What a deck says of itself stands on its first slide.
    """
    found: dict[int | None, Counter[tuple[str, str]]] = {}
    for change in left.deck:
        found.setdefault(None, Counter()).update(_words(change.old, change.new))
    for slide in left.slides:
        key = slide.new - 1 if slide.new is not None else None
        needs = found.setdefault(key, Counter())
        ways = [way for way in slide.ways if way not in (Way.CHANGED, Way.MOVED)]
        needs.update((way.value, slide.title if key is None else "") for way in ways)
        for change in slide.changes:
            if not _reads_the_same(change):
                needs.update(_words_by_line(change.old, change.new) or [(change.way.value, " ".join(change.place))])
        needs.update(_on_the_whole(slide.changes))
        if key == 0:
            found.setdefault(None, Counter()).update(_on_the_whole((*left.deck, *slide.changes)))
    return found.items()


def _on_the_whole(changes: Sequence[Change]) -> Iterable[tuple[str, str]]:
    both = [one for one in changes if one.way is not Way.CHANGED]
    words = _words(" ".join(one.old or "" for one in both), " ".join(one.new or "" for one in both))
    return ((f"all {sign}", word) for sign, word in words)


def _reads_the_same(change: Change) -> bool:
    """Tell whether nothing but spaces differs, some of which are kept from breaking."""
    return change.old != change.new and (change.old or "").split() == (change.new or "").split() != []


def _words(old: str | None, new: str | None) -> list[tuple[str, str]]:
    ours, theirs = Counter((old or "").split()), Counter((new or "").split())
    gone, come = ours - theirs, theirs - ours
    return [("-", word) for word in gone.elements()] + [("+", word) for word in come.elements()]


def _words_by_line(old: str | None, new: str | None) -> list[tuple[str, str]]:
    """Return the words that lines would have to lose and to gain, where one may gain what another one loses. Of texts
    with too many lines to hold them against each other, all counts together."""
    ours, theirs = (old or "").split("\n"), (new or "").split("\n")
    if len(ours) + len(theirs) > MERGED_PIECES.most:
        return _words(old, new)
    found: list[tuple[str, str]] = []
    for is_same, first, last, start, end in stretches(ours, theirs):
        if is_same:
            continue
        if last - first == end - start:
            found += chain.from_iterable(map(_words, ours[first:last], theirs[start:end]))
        else:
            found += _words("\n".join(ours[first:last]), "\n".join(theirs[start:end]))
    return found


def broken_slides(found: Diagnostics, text: str) -> set[int]:
    """Return the slides of a deck's file that have errors, by their indexes."""
    tree = parse_yaml(SourceFile("", text), Diagnostics())
    slides = tree.data.get("slides") if tree and isinstance(tree.data, dict) else None
    begins = [tree.values[("slides", index)].line for index in range(len(slides))] if tree and slides else []
    lines = [one.span.line for one in found if one.severity is Severity.ERROR and one.span]
    return {bisect_right(begins, line) - 1 for line in lines} - {-1}
