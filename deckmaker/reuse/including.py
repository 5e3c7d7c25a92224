"""Slides of other files in place of the entries that include them, and with them their sources and variables.

    - include: common/closing.yaml
    - include: {file: common/closing.yaml, slides: [contact, thanks]}

Every value keeps the places that it has in its own file, so that messages and paths lead there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from deckmaker.budget.decks import DECK_SLIDES
from deckmaker.budget.source import SOURCE_BYTES, SOURCE_VALUES
from deckmaker.budget.values import INCLUDE_CHAIN, INCLUDED_FILES
from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.include import IncludeEntry, IncludingEntry
from deckmaker.language.kinds import Boolean
from deckmaker.language.validation import sound
from deckmaker.project import project_root, without_links
from deckmaker.resolve.files import find_file
from deckmaker.reuse.markings import Marking, OfProject, named_in_markings, of_none
from deckmaker.source import DataPath, Tree, parse_yaml, read_source
from deckmaker.source.grafts import Grafted, Origin
from deckmaker.values.template import OPENS

_SHARED = ("sources", "variables")
"""Keys of an included deck whose names the deck that includes it may use; all others are that deck's own, but for its
marking, which its slides keep."""

_BEGINS = "write slides into it, as in `- title: Read more`"


class Asked(NamedTuple):
    """A condition as it is written, and its place."""

    text: str
    span: Span


class Included(NamedTuple):
    """A deck with the slides that it includes, and by their indexes the conditions under which these are included."""

    tree: Tree
    asked: Mapping[int, tuple[Asked, ...]]


class _TooMuch(Exception):
    """A deck includes more than it may, which is reported."""


class _Slide(NamedTuple):
    """A slide as data, and where it stands: the tree of its file, and its path there.

    `asked` are the conditions of the entries that include it, each with its place. `marked` is where the marking stands
    that it has from its file.
    """

    data: Any
    tree: Tree
    path: DataPath
    asked: tuple[Asked, ...] = ()
    marked: Span | None = None

    def marked_as(self, marking: Marking | None) -> _Slide:
        """Return it with a marking, if it has none of its own: it says how far the slide may be passed on anywhere."""
        if marking is None or not isinstance(self.data, dict) or self.data.get("marking") is not None:
            return self
        return self._replace(data={**self.data, "marking": marking[0]}, marked=marking[1])


_Name = tuple[str, str]
"""A key of `_SHARED`, and a name below it."""


@dataclass(frozen=True)
class _File:
    """What the file at `path` offers: its slides, those that it includes among them, its own names that others may use,
    and the files that it includes, which offer theirs."""

    path: Path
    slides: Sequence[_Slide]
    names: Mapping[_Name, _Slide]
    included: Sequence[_File]

    @cached_property
    def by_id(self) -> Mapping[str, Sequence[_Slide]]:
        """The slides by their ids."""
        found: dict[str, list[_Slide]] = {}
        for slide in self.slides:
            if isinstance(slide.data, dict) and isinstance(name := slide.data.get("id"), str):
                found.setdefault(name, []).append(slide)
        return found

    @cached_property
    def by_section(self) -> Mapping[str, Sequence[_Slide]]:
        """The slides by the section that they belong to."""
        found: dict[str, list[_Slide]] = {}
        current: list[_Slide] | None = None
        for slide in self.slides:
            section = slide.data.get("section") if isinstance(slide.data, dict) else None
            if isinstance(section, str):
                current = found.setdefault(section, [])
            if current is not None:
                current.append(slide)
        return found


def with_included(tree: Tree, path: Path, diagnostics: Diagnostics, of_project: OfProject = of_none) -> Included | None:
    """Return a deck with the slides that it includes; report what cannot be included, and leave it out.

    Slides of other files keep the marking of their file, or that `of_project` where it has none.

    None where the deck asks for too much, or where nothing is left of it. An entry that is written wrongly stays: it is
    reported where the deck is validated.
    """
    written = tree.data.get("slides") if isinstance(tree.data, dict) else None
    if not isinstance(written, list) or not any(_includes(one) for one in written):
        return Included(tree, {})
    place = without_links(path.parent) / path.name
    try:
        including = _Including(place, diagnostics, _values_in(tree.data), of_project)
        file = including.file(tree, place, (place,))
        shared = including.shared(file, named_in_markings(one.data for one in file.slides if one.tree is not tree))
    except _TooMuch:
        return None
    if not file.slides:
        return None
    data: dict[str, Any] = {**tree.data, "slides": [one.data for one in file.slides]}
    grafts: dict[DataPath, _Slide] = {("slides", index): one for index, one in enumerate(file.slides)}
    brought = {at: one for at, one in shared.items() if one.tree is not tree}
    for key in dict.fromkeys(key for key, _ in brought):
        own = data.get(key)
        data[key] = {**own} if isinstance(own, dict) else {}
    for (key, name), one in brought.items():
        data[key][name] = one.data
        grafts[key, name] = one
    values: dict[DataPath, Origin] = {at: (one.tree.values, one.path) for at, one in grafts.items()}
    keys: dict[DataPath, Origin] = {at: (one.tree.keys, one.path) for at, one in grafts.items()}
    marked = {(*at, "marking"): one.marked for at, one in grafts.items() if one.marked}
    whole = Tree(data, Grafted(tree.values, values, marked), Grafted(tree.keys, keys, marked))
    return Included(whole, {index: one.asked for index, one in enumerate(file.slides) if one.asked})


def _includes(slide: Any) -> bool:
    return isinstance(slide, dict) and "include" in slide


def _begins_appendix(slide: Any) -> bool:
    return isinstance(slide, dict) and Boolean().read(slide.get("appendix", False), (), []) is True


def _values_in(data: Any) -> int:
    """Return how many texts, lists, mappings and keys there are, those that stand there by an alias each time."""
    count, waiting = 0, [data]
    while waiting:
        one = waiting.pop()
        count += 1
        if isinstance(one, dict):
            count += len(one)
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return count


def _names(tree: Tree) -> Mapping[_Name, _Slide]:
    """Return the names of a file itself that others may use."""
    found: dict[_Name, _Slide] = {}
    for key in _SHARED if isinstance(tree.data, dict) else ():
        named = tree.data.get(key)
        for name, one in named.items() if isinstance(named, dict) else ():
            found[key, name] = _Slide(one, tree, (key, name))
    return found


class _Including:
    """Reads each file once, however often it is included.

    Together with the deck's own `values`, all files may have as many as a deck may: each is far larger in memory than
    what is typed for it.
    """

    def __init__(self, deck: Path, diagnostics: Diagnostics, values: int, of_project: OfProject) -> None:
        self._deck, self._diagnostics, self._of_project = deck, diagnostics, of_project
        self._files: dict[Path, _File] = {}
        self._bytes, self._values = 0, values
        self._includes = 0

    def file(self, tree: Tree, path: Path, chain: tuple[Path, ...]) -> _File:
        """Return what a file offers that was read. The chain leads from the deck to it."""
        data, begin = (tree.data, ()) if isinstance(tree.data, list) else (tree.data.get("slides"), ("slides",))
        marking = self._marking_of(tree, path) if len(chain) > 1 else None
        slides: list[_Slide] = []
        included: dict[int, _File] = {}
        appendix: tuple[str, Span] | None = None
        for index, slide in enumerate(data if isinstance(data, list) else ()):
            at: DataPath = (*begin, index)
            entry = sound(IncludingEntry, slide) if _includes(slide) else None
            if entry is None:
                if appendix:
                    self._report_appendix(*appendix, tree.value_span(at))
                    appendix = None
                slides.append(_Slide(slide, tree, at).marked_as(marking))
                continue
            here = (*at, "include") if isinstance(slide["include"], str) else (*at, "include", "file")
            if found := self._found(entry.include, tree.value_span(here), chain):
                chosen = self._chosen(found, entry.include, tree, (*at, "include"))
                if project_root(found.path) != project_root(path):
                    of_other = self._of_project(found.path)  # on which a list there relies
                    chosen = [one.marked_as(of_other) for one in chosen]
                if isinstance(asked := slide.get("if"), str):
                    own = Asked(asked, tree.value_span((*at, "if")))
                    chosen = [one._replace(asked=(own, *one.asked)) for one in chosen]
                slides += [one.marked_as(marking) for one in chosen]
                if not appendix and any(_begins_appendix(one.data) for one in chosen):
                    appendix = (entry.include.file, tree.value_span(here))
                included[id(found)] = found
            self._includes += 1  # one that brings nothing is work all the same
            if max(len(slides), self._includes) > DECK_SLIDES.most:
                message = f"the deck {DECK_SLIDES.excess()}, and here they begin to be too many"
                self._refuse(message, tree.value_span(here))
        return _File(path, slides, _names(tree), list(included.values()))

    def _report_appendix(self, file: str, span: Span, behind: Span) -> None:
        message = f"the appendix begins in `{file}`, and slides of this file stand behind it: they are part of it"
        notes = (f"as the one on line {behind.line} is",)
        help = (
            "include the file behind all other slides, or leave its appendix out, by the `slides` or a `section` of it"
        )
        self._diagnostics.report("included-appendix", message, span, help, notes)

    def _marking_of(self, tree: Tree, path: Path) -> Marking | None:
        """Return the marking of a file: its own, or, of a deck without one, its project's, and else the whole deck's
        project's. A list of slides has none: in its project, whoever includes it says it."""
        if not isinstance(tree.data, dict):
            return None
        own = tree.data.get("marking")
        if own is not None:
            return own, tree.value_span(("marking",))
        return self._of_project(path) or self._of_project(self._deck)

    def _found(self, entry: IncludeEntry, span: Span, chain: tuple[Path, ...]) -> _File | None:
        """Return what an included file offers; report why there is nothing."""
        if OPENS in entry.file:
            help = "write the file's name, and give its slides an `if` where they are not always there"
            self._diagnostics.report("variable-syntax", "values cannot say what is included", span, help)
            return None
        path = find_file(entry.file, chain[-1], span, self._diagnostics, "file")
        if path is None:
            return None
        if path in chain:
            names = " → ".join(f"`{one.name}`" for one in (*chain[chain.index(path) :], path))
            message = f"`{entry.file}` includes itself: {names}"
            self._diagnostics.report("unusable-include", message, span, "remove one of these includes")
            return None
        if path in self._files:
            return self._files[path]
        if len(chain) > INCLUDE_CHAIN.most:
            names = " → ".join(f"`{one.name}`" for one in (*chain, path))
            message = f"the chain of includes {INCLUDE_CHAIN.excess()}: {names}"
            self._diagnostics.report("unusable-include", message, span, "include the last of them itself")
            return None
        if len(self._files) >= INCLUDED_FILES.most:
            self._refuse(f"the deck {INCLUDED_FILES.excess()}, and this is the first beyond", span)
        read = self._read(path, span)
        if read is None:
            return None
        self._files[path] = self.file(read, path, (*chain, path))
        return self._files[path]

    def _read(self, path: Path, span: Span) -> Tree | None:
        source = read_source(path, self._diagnostics, span)
        if source is None:
            return None
        self._bytes += len(source.text)
        if self._bytes > SOURCE_BYTES.most:
            self._refuse(f"the files that the deck includes have more than {SOURCE_BYTES.limit} together", span)
        tree = parse_yaml(replace(source, path=path), self._diagnostics, _BEGINS)
        if tree is None:
            return None
        self._values += _values_in(tree.data)
        if self._values > SOURCE_VALUES.most:
            self._refuse(f"the deck and the files that it includes have more than {SOURCE_VALUES.limit} together", span)
        slides = tree.data.get("slides") if isinstance(tree.data, dict) else tree.data
        if not isinstance(slides, list) or not slides:
            message, help = f"`{source.name}` has no slides", "write a list of slides into it, or a deck"
            self._diagnostics.report("unusable-include", message, span, help)
            return None
        return tree

    def _chosen(self, file: _File, entry: IncludeEntry, tree: Tree, at: DataPath) -> Sequence[_Slide]:
        """Return the slides that an entry means; report ids and a section that there are not."""
        if entry.section is not None:
            if entry.slides is not None:
                message = "an `include` takes `slides` or `section`, and has both"
                self._diagnostics.report("wrong-value", message, tree.value_span((*at, "section")), "remove one")
            return self._of_section(file, entry, tree.value_span((*at, "section")))
        if entry.slides is None:
            return file.slides
        chosen: list[_Slide] = []
        for index, name in enumerate(entry.slides):
            span = tree.value_span((*at, "slides", index))
            found = file.by_id.get(name, ())
            if not found:
                help = nearest(name, file.by_id) or "give the slide an `id:` in its file"
                self._diagnostics.report("unknown-slide", f"`{entry.file}` has no slide `{name}`", span, help)
            elif len(found) > 1:
                help = "give each slide an `id` of its own"
                self._diagnostics.report("unknown-slide", f"`{entry.file}` has several slides `{name}`", span, help)
            else:
                chosen += found
        return chosen

    def _of_section(self, file: _File, entry: IncludeEntry, span: Span) -> Sequence[_Slide]:
        chosen = file.by_section.get(entry.section or "", ())
        if not chosen:
            help = nearest(entry.section or "", file.by_section) or "name one that begins with a slide's `section:`"
            self._diagnostics.report("unknown-slide", f"`{entry.file}` has no section `{entry.section}`", span, help)
        return chosen

    def shared(self, file: _File, in_markings: Collection[str]) -> Mapping[_Name, _Slide]:
        """Return the names that slides of a file may use: its own, then those of files that it includes, each file
        once however often it is included. Of variables that are named `in_markings` there may be one each."""
        shared: dict[_Name, _Slide] = {}
        seen: set[int] = set()
        waiting = [file]
        while waiting:
            one = waiting.pop()
            if id(one) not in seen:
                seen.add(id(one))
                self._share(one.names, shared, in_markings)
                waiting += reversed(one.included)
        return shared

    def _share(self, found: Mapping[_Name, _Slide], shared: dict[_Name, _Slide], in_markings: Collection[str]) -> None:
        """Take over names that a file offers; one that is there already stays, which is told where it differs."""
        for at, one in found.items():
            known = shared.setdefault(at, one)
            if not self._is_same(known, one):
                where = known.tree.key_span(known.path)
                message = f"`{at[1]}` of `{at[0]}` is not taken from here: {where.source.name} has its own"
                help = "give it another name, or remove one of the two"
                note = f"the other stands at {where.place}"
                place = one.tree.key_span(one.path)
                if at[0] == "variables" and at[1] in in_markings:
                    self._diagnostics.report("marking-conflict", message, place, help, (note,))
                else:
                    self._diagnostics.report("include-conflict", message, place, help, (note,))

    def _is_same(self, one: _Slide, other: _Slide) -> bool:
        """Tell whether two values under one name mean the same: a path means another file in another folder."""
        if one.data != other.data:
            return False
        is_path = isinstance(one.data, dict) and "file" in one.data
        return not is_path or self._folder(one) == self._folder(other)

    def _folder(self, one: _Slide) -> Path:
        return (one.tree.key_span(one.path).source.path or self._deck).parent

    def _refuse(self, message: str, span: Span) -> None:
        self._diagnostics.report("endless-deck", message, span, "make several decks of it")
        raise _TooMuch
