"""What of a slide no deck has a place for, whatever shape it is in: it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.equations import formula_in
from deckmaker.importing.powerpoint.shapes import Shape, click_in, hidden_on, own_properties
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.powerpoint.texts import is_linked_as_a_whole
from deckmaker.importing.told import Told
from deckmaker.template.names import A, P, R, local
from deckmaker.template.numbers import flag
from deckmaker.template.package import NotATemplate, Package

_STRUCK = ("sngStrike", "dblStrike")


def tell_left_out(part: SlidePart, shapes: Sequence[Shape], package: Package, told: Told) -> None:
    """Tell of a slide's hidden shapes and comments, and of words that are struck through or underlined and links that
    are no words' in its `shapes`."""
    for _ in hidden_on(part):
        help = "switch it on in the Selection Pane of PowerPoint if it belongs to the slide"
        told.note(part.number, "a hidden shape is left out", help)
    roots = _with_words(part, shapes)
    if words := [one for root in roots for one in _stretches(root, _is_struck)]:
        shown = ", ".join(f"`{one}`" for one in dict.fromkeys(words))
        help = "take out what no longer holds"
        told.note(part.number, f"words that are struck through are there like others: {shown}", help, alone=True)
    for word in (one for root in roots for one in _stretches(root, _is_lined)):
        help = "mark what matters: `**bold**` or `*italic*`"
        told.note(part.number, "words that are underlined or highlighted are there like others: NAMES", help, word)
    for click in _lost_clicks(part, shapes):
        to = part.relations.get(click.get(f"{R}id", ""))
        if to and to.is_external:
            told.note(part.number, "a link on a picture or a shape is left out: NAMES", "link in a `text`", to.target)
        else:
            what = "a picture or a shape no longer leads to a slide or a program"
            told.note(part.number, what, "link to a slide in a `text`, as in `[costs](#costs)`")
    if count := _comments(part, package):
        what = "a comment is left out" if count == 1 else f"{count:,} comments are left out"
        told.note(part.number, what, "read in PowerPoint what is still to do", alone=True)


def _with_words(part: SlidePart, shapes: Sequence[Shape]) -> list[Element]:
    return [*(one.element for one in shapes), *([] if part.notes is None else [part.notes])]


def _stretches(root: Element, is_so: Callable[[Element], bool]) -> Iterator[str]:
    """Yield words whose runs look so, each stretch of them as one."""
    for paragraph in root.iter(f"{A}p"):
        for look_so, runs in groupby(paragraph, is_so):
            words = " ".join("".join(_signs(one) for one in runs).split()) if look_so else ""
            if words:
                yield words


def _is_struck(run: Element) -> bool:
    """Tell whether a run is struck through (21.1.2.3.9, `strike`)."""
    look = run.find(f"{A}rPr")
    return look is not None and look.get("strike") in _STRUCK


def _is_lined(run: Element) -> bool:
    """Tell whether a run is underlined (21.1.2.3.9, `u`) or highlighted (21.1.2.3.4), and no link, which always is."""
    look = run.find(f"{A}rPr")
    if look is None or click_in(look) is not None:
        return False
    return look.get("u", "none") != "none" or look.find(f"{A}highlight") is not None


def _signs(run: Element) -> str:
    return " " if local(run.tag) == "br" else "".join(one.text or "" for one in run.iterfind(f"{A}t"))


def _lost_clicks(part: SlidePart, shapes: Sequence[Shape]) -> Iterator[Element]:
    """Yield what clicks do on shapes whose words do not take it over, and on groups."""
    for shape in shapes:
        click = shape.click
        if click is not None and (not is_linked_as_a_whole(shape) or formula_in(shape.body)):
            yield click
    for group in part.root.iter(f"{P}grpSp"):
        own = own_properties(group)
        if (click := click_in(own)) is not None and not flag(own, "hidden"):
            yield click


def _comments(part: SlidePart, package: Package) -> int:
    """Return how many comments a slide has, with the replies to them, in the old form (19.4.4) and in that of today
    (MS-PPTX, 2.6)."""
    found = 0
    for to in part.relations.values():
        if to.kind == "comments" and not to.is_external and package.has(to.target):
            found += _count(package, to.target)
    return found


def _count(package: Package, name: str) -> int:
    """Return how many comments a part has: one if it is broken, for something is there."""
    with suppress(NotATemplate):
        return sum(local(one.tag) in ("cm", "reply") for one in package.xml(name).iter())
    return 1
