"""Sections, which stay where they are in a presentation when the slide with which one begins goes, or moves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from deckmaker.comparison.matching import Pair, moved
from deckmaker.merging.editing import Key, Splice
from deckmaker.merging.pieces import Leaf
from deckmaker.merging.proposing import Proposal, slide_pairs
from deckmaker.source.tree import DataPath, Tree

_SLIDES: DataPath = ("slides",)


def writes_sections(data: Any, shown: Sequence[Any]) -> bool:
    """Tell whether a deck's file has sections, or one that it includes; `shown` are the imported slides it makes.

    These alone do not tell: a slide with the layout of a section has its title as that.
    """
    slides = data.get("slides") if isinstance(data, dict) else None
    written = [one for one in slides if isinstance(one, dict)] if isinstance(slides, list) else []
    if any("section" in one or _is_appendix(one) for one in written):
        return True
    return any("include" in one for one in written) and any(map(_section, shown))


def written_names(slides: Sequence[Any], shown: Sequence[Any], places: Mapping[int, int]) -> dict[str, str]:
    """Return the names of sections as a deck's file has them, which may hold values, by what a presentation shows.

    The imported slides `shown` are written at their `places` among the `slides` of the file.
    """
    found: dict[str, str] = {}
    for index, there in places.items():
        name, written = _section(shown[index]), _section(slides[there])
        if name and written:
            found.setdefault(name, written)
    return found


def sections_proposed(
    tree: Tree,
    base: Sequence[Any],
    edited: Sequence[Any],
    was: Sequence[Any],
    shown: Sequence[Any],
    places: Mapping[int, int],
    names: Mapping[str, str],
    opening: str,
    lists_sections: bool,
) -> Iterator[Proposal]:
    """Yield steps that bring slides into their sections, once slides have come, gone and moved.

    Those that could not move stay in theirs, and so do those that they have passed: of two, either may have moved. A
    presentation that LibreOffice saved lists no sections.

    All lists are of imported slides: those of the `base` and the `edited` presentation, of what the deck made before
    the merge (`was`), and of what it makes now (`shown`), which are written at their `places` in the file. `names` are
    those of sections as the file has them, by what they are shown as. Slides before the first section are in none in a
    deck, and in one that is called as the `opening` in a presentation: it is written only behind another section.
    """
    slides = tree.data.get("slides") if isinstance(tree.data, dict) else None
    if not isinstance(slides, list) or not any(map(_section, (*was, *edited))):
        return
    wanted = _wanted(base, edited, was, {*names, opening}, lists_sections)
    sections = _sections(shown, names)
    pairs = slide_pairs(shown, edited)
    away = moved(pairs)
    began = {pair.new for pair in slide_pairs(was, edited) if pair.old is not None and _section(was[pair.old])}
    both = ((pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None)
    passed, known = _passed(pairs, slide_pairs(base, edited), away), {*sections}
    new = {
        old: there
        for old, there in both
        if there not in away and not (there in passed and wanted[there] in known and wanted[there] != sections[old])
    }
    first = {there: index for index, there in sorted(places.items(), reverse=True)}
    appendix = {sections[first[there]] for there, one in enumerate(slides) if there in first and _is_appendix(one)}
    carried: str | None = None  # the section that a step has begun, or none, as far as that reaches
    going_on = _going_on(wanted, appendix)
    given: dict[int, str] = {}  # those of slides with which one begins, by their indexes among the shown ones
    is_of_others = False  # whether a slide has begun this one that the presentation's readers do not see
    above = ""  # that of the slide before
    for there, slide in enumerate(slides):
        index = first.get(there)
        own, begins_appendix = _section(slide), _is_appendix(slide)
        if index is None or index not in new:
            is_of_others = (bool(own) and index is None) or is_of_others
            carried = None if own or not isinstance(slide, dict) or "include" in slide else carried
            above = ""
            continue
        is_of_others = is_of_others and not own
        if not own and carried is None and (is_of_others or _begins_elsewhere(index, sections, places)):
            continue  # in another file, or on that slide, whose section it is
        if own or begins_appendix:
            now = sections[index]
        else:
            now = given.get(_begin_of(index, sections), sections[index]) if carried is None else carried
        name, path = wanted[new[index]], (*_SLIDES, there)
        if name == opening and not now:
            name = ""
        goes_on = name == carried or (name == above and (name != now or new[index] in began))
        if new[index] in going_on and (begins_appendix or name != now):
            # Nothing but the end of a deck is its appendix: one that begins here has all slides of the talk behind it.
            if begins_appendix:
                yield Proposal(new[index], (Key(path, "appendix", None),))
            carried = None if own else above if begins_appendix else carried
            continue
        if own and (not name or goes_on):
            yield Proposal(new[index], (Key(path, "section", None),))
            carried = name
        elif name and name != now and not own and name in appendix and name not in names:
            yield Proposal(new[index], (Key(path, "appendix", "true", "title"),))
            carried = name
        elif name and name != now:
            written = names.get(name, name)
            text = Leaf((*path, "section"), False)
            step = Splice(text, 0, len(own), written) if own else Key(path, "section", written, "title")
            yield Proposal(new[index], (step,))
            carried = given[index] = name
        elif begins_appendix and name and name == carried:  # which begins above it now
            yield Proposal(new[index], (Key(path, "appendix", None),))
        elif own or begins_appendix:
            carried = None
        above = name


def _wanted(
    base: Sequence[Any], edited: Sequence[Any], was: Sequence[Any], names: Collection[str], lists_sections: bool
) -> dict[int, str]:
    """Return the section that each slide of the edited presentation should have, empty for none.

    It is the presentation's where that is another than in the base, or the slide is new; else what the deck said. So it
    is where both have changed it.
    """
    of_deck, shown = _of(was, edited, names), _sections(edited, names)
    if not lists_sections:  # LibreOffice keeps none: what moved or came is where it is now
        away = moved(slide_pairs(was, edited))
        above, found = "", {}
        for index in range(len(edited)):
            found[index] = above = of_deck.get(index, above) if index not in away else above
        return found
    of_base = _of(base, edited, names)
    found = {}
    for index, name in enumerate(shown):
        is_authors = index in of_deck and (of_base.get(index) == name or of_deck[index] != of_base.get(index))
        found[index] = of_deck[index] if is_authors else name
    return found


def _passed(now: Sequence[Pair], made: Sequence[Pair], away: Collection[int]) -> set[int]:
    """Return the slides of the edited presentation, by their indexes, that somebody put on the other side of one that
    is `away`, where the deck has both in their old order.

    A slide is away if the merge could not move it. Of two that changed places, nobody knows which one was moved: so the
    other one may not come into a section for where it stands in the presentation.

    `made` pairs the slides of the base with those of the presentation: which ones changed places. `now` pairs the
    slides that the deck makes with them: which ones still stand as they did.
    """
    before, here = ({new: old for old, new in pairs if old is not None and new is not None} for pairs in (made, now))
    both = [one for one in here if one in before]
    return {
        one
        for one in both
        for other in away
        if other in before and all((old[one] < old[other]) != (one < other) for old in (before, here))
    }


def _going_on(wanted: Mapping[int, str], appendix: Collection[str]) -> set[int]:
    """Return the slides of the edited presentation, by their indexes, that are in the appendix, apart from the rest of
    it.

    A program that knows of no sections, such as python-pptx, moves a slide out of the appendix and leaves it listed
    there. Slides of the talk stand behind it then: no appendix of a deck can begin with it.

    `wanted` has the section that each slide should have, and `appendix` the names of those that are an appendix.
    """
    found, parted, behind = set[int](), set[str](), ""
    seen: set[str] = set()
    for index in sorted(wanted, reverse=True):
        name = wanted[index]
        if name != behind and name in seen:
            parted.add(name)
        seen.add(name)
        behind = name
        if name in appendix and name in parted:
            found.add(index)
    return found


def _of(slides: Sequence[Any], edited: Sequence[Any], names: Collection[str]) -> dict[int, str]:
    """Return the section that slides of the edited presentation have in another one, where they are there."""
    sections = _sections(slides, names)
    pairs = slide_pairs(slides, edited)
    return {pair.new: sections[pair.old] for pair in pairs if pair.old is not None and pair.new is not None}


def _sections(slides: Sequence[Any], names: Collection[str]) -> list[str]:
    """Return the section in which each imported slide stands, empty for none: it is named where it begins.

    A slide with the layout of a section has its title as that, too. It begins none, unless that is among the `names`.
    """
    found: list[str] = []
    for slide in slides:
        own = _section(slide)
        is_title = own == slide.get("title") and own not in names
        found.append(own if own and not is_title else found[-1] if found else "")
    return found


def _begins_elsewhere(index: int, sections: Sequence[str], places: Mapping[int, int]) -> bool:
    """Tell whether the section of an imported slide begins with one that is not written in the file."""
    return bool(sections[index]) and _begin_of(index, sections) not in places


def _begin_of(index: int, sections: Sequence[str]) -> int:
    """Return the imported slide with which the section of another one begins."""
    while index and sections[index - 1] == sections[index]:
        index -= 1
    return index


def _is_appendix(slide: Any) -> bool:
    return isinstance(slide, dict) and slide.get("appendix") == "true"


def _section(slide: Any) -> str:
    name = slide.get("section") if isinstance(slide, dict) else None
    return name if isinstance(name, str) else ""
