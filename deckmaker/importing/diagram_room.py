"""Diagrams that no page has room for: they lead another way, else their arrows are there as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from deckmaker.budget.decks import DECK_EDGES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.importing.deck_text import as_written
from deckmaker.importing.imported import ImportedDeck, Slide
from deckmaker.importing.trial import DECK, SPAN, resolved
from deckmaker.model.diagram import IN_WORDS
from deckmaker.resolve.arrows import arrows_in

_LAYOUT_KEYS = ("size", "language")
"""Keys of a deck that decide what room there is."""

_PICTURES = ("image", "images")

_MOST_CHANGES = 4
"""How often diagrams of a slide are given other forms: twice those that have no room on any, and twice those that have
none beside the others."""

_Path: TypeAlias = tuple[Any, ...]
"""The keys and places that lead to what stands in a slide."""


class _Form(NamedTuple):
    """A block that says what a diagram does, under its key; what is said of that form, and what helps."""

    key: str
    block: Any
    remark: str = ""
    help: str = ""


_Forms: TypeAlias = Mapping[_Path, Sequence[_Form]]
"""The forms of diagrams, the nearest first, by where these stand in their slide."""


def with_room_for_diagrams(deck: ImportedDeck, diagnostics: Diagnostics) -> list[Slide]:
    """Return a deck's slides, each diagram in a form that has room on a page; report what another form was needed for.

    A slide is laid out as it will be. One with pictures, which are no files yet, is laid out without these. From the
    diagram on with which there are more arrows than a deck's diagrams may have, all are lists: these are not laid out.
    """
    slides, arrows = [], 0
    for number, slide in enumerate(deck.slides, start=1):
        forms, lists = dict[_Path, list[_Form]](), dict[_Path, _Form]()
        for path in _diagrams_in(slide):
            diagram = _at(slide, path)
            arrows += sum(1 for _ in _arrows(diagram))
            if arrows <= DECK_EDGES.most:
                forms[path] = list(_forms(slide, path))
            elif form := _as_list(slide, path):
                remark = (
                    f"a diagram is there as a list: with it, the diagrams of the file have more than {DECK_EDGES.limit}"
                )
                help = f"import the file in parts: {DECK_EDGES.holder} may have {DECK_EDGES.limit}"
                lists[path] = form._replace(remark=remark, help=help)
            else:
                forms.clear()  # it stays a diagram, and with it the slide is not laid out
        found = lists | _with_room(_with_all(slide, lists), forms, deck.keys)
        for path in _diagrams_in(slide):
            if path in found and found[path].remark:
                diagnostics.report("not-imported", f"slide {number}: {found[path].remark}", help=found[path].help)
        slides.append(_with_all(slide, found))
    return slides


def _with_room(slide: Slide, forms: _Forms, keys: Mapping[str, str]) -> dict[_Path, _Form]:
    """Return for diagrams of a slide the first of their forms with which it has room; none where it never has.

    All that have no room take their next forms at once: a slide is laid out a few times, however many it has.
    """
    tried = {path: own[0] for path, own in forms.items()}
    for change in range(_MOST_CHANGES + 1):
        without = _without_room(slide, tried, keys) if tried else set()
        if not without:
            return tried
        left = {path: own[own.index(tried[path]) + 1 :] for path, own in forms.items() if path in without}
        if change == _MOST_CHANGES or not any(left.values()):
            break
        tried |= {path: own[0] for path, own in left.items() if own}
    return {}


def _diagrams_in(value: Any, path: _Path = ()) -> Iterator[_Path]:
    """Yield where diagrams are, in reading order."""
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    for key, below in pairs:
        if key == "diagram" and isinstance(below, dict):
            yield (*path, key)
        elif key not in ("rows", "notes"):
            yield from _diagrams_in(below, (*path, key))


def _forms(slide: Slide, path: _Path) -> Iterator[_Form]:
    """Yield a diagram as it is, and its other forms, the nearest first."""
    diagram = _at(slide, path)
    yield _Form("diagram", diagram)
    if "direction" in diagram:
        free = {key: one for key, one in diagram.items() if key != "direction"}
        remark = "a diagram has no room the way that it leads, and leads another"
        help = "shorten its words, or show its parts on slides of their own, to lead it as it was"
        yield _Form("diagram", free, remark, help)
    if form := _as_list(slide, path):
        remark = "a diagram that has no room is there as a list of its arrows"
        yield form._replace(remark=remark, help="show its parts as diagrams on slides of their own")


def _as_list(slide: Slide, path: _Path) -> _Form | None:
    """Return a diagram as a list, None where lists of both kinds stand beside it."""
    beside = _at(slide, path[:-1])
    key = next((one for one in ("bullets", "numbered") if one not in beside), None)
    return _Form(key, list(_in_words(_at(slide, path)))) if key else None


def _in_words(diagram: Mapping[str, Any]) -> Iterator[str]:
    """Yield the arrows of a diagram, such as `Order → Check: yes`, and the boxes that none leads to or from."""
    said = {name: told.get("text", name) for name, told in diagram.get("nodes", {}).items()}
    joined = set[str]()
    for source, arrow, target, text in _arrows(diagram):
        joined |= {source, target}
        words = f"{said.get(source, source)} {IN_WORDS[arrow]} {said.get(target, target)}"
        yield f"{words}: {text}" if text else words
    yield from (text for name, text in said.items() if name not in joined)


def _arrows(diagram: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the arrows of a diagram: from where, which, where to, and the words on it."""
    for edge in diagram["edges"]:
        if isinstance(edge, dict) and "edge" not in edge:
            ((drawn, text),) = edge.items()
        else:
            drawn, text = (edge["edge"], edge.get("text", "")) if isinstance(edge, dict) else (edge, "")
        yield from ((*arrow, text) for arrow in arrows_in(drawn))


def _without_room(slide: Slide, tried: Mapping[_Path, _Form], keys: Mapping[str, str]) -> set[_Path]:
    """Return which diagrams have no room in a slide in the forms that are tried; all where something else has none.

    Of several, it is those that have none with the title alone, if there are such: one that is too wide leaves no room
    to what is below it. So is each judged on a slide that does not stand alone, as with a link to another.
    """
    found, suspects = _overfull(_without_pictures(_with_all(slide, tried)), keys), set(tried)
    if found is not None:
        shown = [path for path, form in tried.items() if form.key == "diagram"]
        suspects = {path for index, path in enumerate(shown) if index in found} or (suspects if found else set())
        if len(suspects) < 2:
            return suspects
    title = slide.get("title", "-")
    alone = ((path, tried[path]) for path in suspects)
    surely = {path for path, form in alone if _overfull({"title": title, form.key: form.block}, keys)}
    return surely or (suspects if found else set())


def _overfull(slide: Slide, keys: Mapping[str, str]) -> set[int] | None:
    """Return which diagrams of a slide have no room, counted from 0 as they are read, -1 where something else has none;
    None where that cannot be said: it has other mistakes."""
    from deckmaker.layout import layout_deck
    from deckmaker.theme import load_theme

    own = {key: keys[key] for key in _LAYOUT_KEYS if key in keys}
    slides = [{"title": "-"}, as_written(slide)]
    paths = (("slides", 1, *path) for path in _diagrams_in(slides[1]))
    places = {path: replace(SPAN, column=SPAN.column + number) for number, path in enumerate(paths, start=1)}
    tried = resolved({"title": "-", **own, "slides": slides}, found := Diagnostics(), places)
    if tried is None:
        return None
    entry, deck = tried
    theme = load_theme(entry.theme, entry.size, DECK, SPAN, found)
    if theme is None:
        return None
    layout_deck(deck, theme, found := Diagnostics())
    numbers = {span: number for number, span in enumerate(places.values())}
    return {numbers.get(one.span or SPAN, -1) for one in found if one.severity is Severity.ERROR}


def _without_pictures(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_pictures(one) for key, one in value.items() if key not in _PICTURES}
    if isinstance(value, list):
        return [one for one in map(_without_pictures, value) if one != {}]
    return value


def _at(value: Any, path: Sequence[Any]) -> Any:
    for key in path:
        value = value[key]
    return value


def _with_all(value: Any, forms: Mapping[_Path, _Form], path: _Path = ()) -> Any:
    """Return a slide, or what stands in it at a path, with forms of diagrams in their places."""
    if isinstance(value, list):
        return [_with_all(one, forms, (*path, index)) for index, one in enumerate(value)]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, one in value.items():
        if form := forms.get((*path, key)):
            found[form.key] = form.block
        else:
            found[key] = _with_all(one, forms, (*path, key))
    return found
