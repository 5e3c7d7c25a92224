"""What of a slide no deck has a place for, whatever shape it is in: it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.comments import comments_told
from deckmaker.importing.powerpoint.lost_links import AT_FOOT
from deckmaker.importing.powerpoint.shapes import Shape, click_in, hidden_on, plain_words
from deckmaker.importing.powerpoint.slide_parts import SlidePart, page_size
from deckmaker.importing.told import Told
from deckmaker.model.geometry import Rect
from deckmaker.template.names import A, P, local
from deckmaker.template.package import Package

_LONGEST = 40
"""Characters that a message has of a text."""

_STRUCK = ("sngStrike", "dblStrike")


def tell_left_out(part: SlidePart, shapes: Sequence[Shape], package: Package, told: Told) -> None:
    """Tell of a slide's hidden shapes, controls and comments, and of its `shapes` what lies beside it, and words that
    are struck through or underlined."""
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
    for _ in {one.get("spid", "") for one in part.root.iterfind(f"{P}cSld//{P}control")}:  # each in two forms
        help = "say what it is for in words"
        told.note(part.number, "a control, such as a button or a field to type in, is left out", help)
    for one in shapes:
        name = plain_words(one.element) or one.name * (one.kind in ("pic", "graphicFrame"))
        is_shown = bool(name) and not one.is_title and one.type not in AT_FOOT
        if is_shown and one.place is not None and _is_beside(one.place, page_size(package)):
            help = "take it out if it does not belong to the slide"
            what = "what lies beside a slide, where nobody sees it, is on it: NAMES"
            told.note(part.number, what, help, _short(name))
    if what := comments_told(part, package):
        told.note(part.number, what, "read in PowerPoint what is still to do", alone=True)


def _is_beside(place: Rect, page: tuple[float, float]) -> bool:
    """Tell whether nothing of a shape is on a page of this width and height in points."""
    is_before = (place.x < 0 and place.right <= 0) or (place.y < 0 and place.bottom <= 0)
    return is_before or place.x >= page[0] or place.y >= page[1]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


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
