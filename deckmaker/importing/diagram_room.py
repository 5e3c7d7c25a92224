"""Diagrams that no page has room for: they lead another way, else their arrows are there as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.importing.deck_text import as_written
from deckmaker.importing.imported import ImportedDeck, Slide
from deckmaker.importing.trial import DECK, SPAN, resolved
from deckmaker.model.diagram import IN_WORDS
from deckmaker.resolve.arrows import arrows_in

_LAYOUT_KEYS = ("size", "language")
"""Keys of a deck that decide what room there is."""

_PICTURES = ("image", "images")

_Path: TypeAlias = tuple[Any, ...]
"""The keys and places that lead to what stands in a slide."""


def with_room_for_diagrams(deck: ImportedDeck, diagnostics: Diagnostics) -> list[Slide]:
    """Return a deck's slides, each diagram in a form that has room on a page; report what another form was needed for.

    A slide is laid out as it will be. One with pictures, which are no files yet, is laid out without these.
    """
    slides = list(deck.slides)
    for index in range(len(slides)):
        for path in _diagrams_in(slides[index]):
            slides[index], remark, help = _form_with_room(slides[index], path, deck.keys)
            if remark:
                diagnostics.report("not-imported", f"slide {index + 1}: {remark}", help=help)
    return slides


def _form_with_room(slide: Slide, path: _Path, keys: Mapping[str, str]) -> tuple[Slide, str, str]:
    """Return a slide with one diagram in the first form that has room, what is said of that form, and what helps; the
    slide as it is, and nothing, where its own form has, or none has."""
    if not _has_room(slide, path, keys):
        for form, place, remark, help in _forms(slide, path):
            if _has_room(form, place, keys):
                return form, remark, help
    return slide, "", ""


def _diagrams_in(value: Any, path: _Path = ()) -> Iterator[_Path]:
    """Yield where diagrams are, from the last to the first: one that becomes a list leaves others where they are."""
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    for key, below in reversed(pairs):
        if key == "diagram" and isinstance(below, dict):
            yield (*path, key)
        elif key not in ("rows", "notes"):
            yield from _diagrams_in(below, (*path, key))


def _forms(slide: Slide, path: _Path) -> Iterator[tuple[Slide, _Path, str, str]]:
    """Yield a slide with other forms of a diagram, the nearest first, where each stands, what is said, what helps."""
    diagram = _at(slide, path)
    if "direction" in diagram:
        free = {key: one for key, one in diagram.items() if key != "direction"}
        remark = "a diagram has no room the way that it leads, and leads another"
        help = "shorten its words, or show its parts on slides of their own, to lead it as it was"
        yield _with(slide, path, "diagram", free), path, remark, help
    beside = _at(slide, path[:-1])
    if key := next((one for one in ("bullets", "numbered") if one not in beside), ""):
        remark = "a diagram that has no room is there as a list of its arrows"
        help = "show its parts as diagrams on slides of their own"
        yield _with(slide, path, key, list(_in_words(diagram))), (*path[:-1], key), remark, help


def _in_words(diagram: Mapping[str, Any]) -> Iterator[str]:
    """Yield the arrows of a diagram, such as `Order → Check: yes`, and the boxes that none leads to or from."""
    said = {name: told.get("text", name) for name, told in diagram.get("nodes", {}).items()}
    joined = set[str]()
    for edge in diagram["edges"]:
        if isinstance(edge, dict) and "edge" not in edge:
            ((drawn, text),) = edge.items()
        else:
            drawn, text = (edge["edge"], edge.get("text", "")) if isinstance(edge, dict) else (edge, "")
        for source, arrow, target in arrows_in(drawn):
            joined |= {source, target}
            words = f"{said.get(source, source)} {IN_WORDS[arrow]} {said.get(target, target)}"
            yield f"{words}: {text}" if text else words
    yield from (text for name, text in said.items() if name not in joined)


def _has_room(slide: Slide, path: _Path, keys: Mapping[str, str]) -> bool:
    """Tell whether a slide can be laid out; one that does not stand alone, as with a link to another, but its title and
    what is at the path."""
    alone = {"title": slide.get("title", "-"), path[-1]: _at(slide, path)}
    for tried in (_without_pictures(slide), alone):
        if (has_room := _is_laid_out(tried, keys)) is not None:
            return has_room
    return True


def _is_laid_out(slide: Slide, keys: Mapping[str, str]) -> bool | None:
    """Tell whether a slide has room for what it holds, None where that cannot be said: it has other mistakes."""
    from deckmaker.layout import layout_deck
    from deckmaker.theme import load_theme

    own = {key: keys[key] for key in _LAYOUT_KEYS if key in keys}
    data = {"title": "-", **own, "slides": [{"title": "-"}, as_written(slide)]}
    tried = resolved(data, found := Diagnostics())
    if tried is None:
        return None
    entry, deck = tried
    theme = load_theme(entry.theme, entry.size, DECK, SPAN, found)
    if theme is None:
        return None
    layout_deck(deck, theme, found := Diagnostics())
    return all(one.severity is not Severity.ERROR for one in found)


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


def _with(value: Any, path: Sequence[Any], key: str, block: Any) -> Any:
    """Return a value in which another block, under its `key`, stands in the place of the one at a path."""
    first, *rest = path
    if isinstance(value, list):
        return [_with(one, rest, key, block) if index == first else one for index, one in enumerate(value)]
    if rest:
        return {name: _with(one, rest, key, block) if name == first else one for name, one in value.items()}
    return {key if name == first else name: block if name == first else one for name, one in value.items()}
