"""A set text as headings, paragraphs and nested lists, each paragraph at its own place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat

from deckmaker.model import Marker, Paragraph
from deckmaker.render.html.fonts import face_class
from deckmaker.render.html.inline import color_class, inline_html
from deckmaker.render.html.markup import Attributes, Html, element, end_tag, joined, points, start_tag, style, words
from deckmaker.render.html.styles import sizes
from deckmaker.text import GlyphRun, ParagraphStyle, SetParagraph, TextLayout
from deckmaker.text.bidi import may_turn
from deckmaker.text.styling import marker_run

_LISTS = {Marker.BULLET: "ul", Marker.NUMBER: "ol"}


def block_html(setting: TextLayout, tag: str, color: str, page: int, steps: Iterable[int] = ()) -> Html:
    """Return the paragraphs of a frame on the page of that number, each in an element `tag`; markers make lists.

    `steps` say when each appears, if not all of them stand from the beginning.
    """
    blocks = _Blocks()
    for one, step in zip(setting.paragraphs, chain(steps, repeat(0)), strict=False):
        attributes = paragraph_attributes(one, setting)
        if one.paragraph.marker is Marker.NONE:
            attributes |= step_attributes(step)
        inner = words_html(one, color, setting.safe, page)
        if one.marker:
            inner = joined((_marker(one, one.marker, color), inner))
        blocks.add(one.paragraph, element(tag, inner, attributes), step)
    return blocks.finished()


def paragraph_attributes(one: SetParagraph, setting: TextLayout) -> dict[str, str | None]:
    """Return where a paragraph of a frame differs from the others, and which way it runs if not as they do."""
    declared = style(declarations(one.style, setting.paragraphs[0].style))
    direction = "rtl" if one.style.turned else "ltr" if one.style.on_turned_page else None
    return {"style": declared, "dir": direction}


def words_html(one: SetParagraph, color: str, safe: bool, page: int) -> Html:
    """Return the words of a paragraph; those that run otherwise than it does are parted from what is around them."""
    html = inline_html(one, color, safe, page)
    return element("span", html, {"dir": "ltr"}) if one.style.isolated else html


def step_attributes(step: int) -> Attributes:
    """Return what has reveal.js show an element at a step, from 1; nothing at 0, where it stands from the beginning."""
    return {"class": "fragment", "data-fragment-index": str(step - 1)} if step else {}


def declarations(own: ParagraphStyle, first: ParagraphStyle) -> dict[str, str]:
    """Return where a paragraph differs from its frame, which takes its sizes from the first paragraph."""
    declared = {} if sizes(own) == sizes(first) else sizes(own)
    places = {"--before": own.before, "--left": own.left, "--hanging": own.first_hanging}
    return declared | {name: points(value) for name, value in places.items() if value}


def _marker(one: SetParagraph, marker: GlyphRun, color: str) -> Html:
    """Return the marker as text beside the words; a browser's own would stand where the browser likes."""
    attributes = {**marker_attributes(one, marker, color), "aria-hidden": "true"}
    return element("span", words(one.style.marker), attributes)


def marker_attributes(one: SetParagraph, marker: GlyphRun, color: str) -> dict[str, str | None]:
    """Return how a paragraph's marker looks and where it stands, in a frame of the palette's colour `color`."""
    drawn = marker.style
    classes = " ".join(filter(None, ("marker", color_class(drawn.color, color), face_class(drawn))))
    turned = {"right": points(one.pushed - one.style.hanging)}
    declared = turned if one.style.turned else {"left": points(marker.x - one.style.left)}
    if drawn.size != one.style.size:
        declared["--marker"] = points(drawn.size)
    run = marker_run(one.paragraph, marker.text)
    if run.bold:
        declared["font-weight"] = "700"
    if run.italic:
        declared["font-style"] = "italic"
    return {"class": classes, "style": style(declared)}


def notes_html(notes: Iterable[Paragraph], turned: bool) -> Html:
    """Return notes as paragraphs and lists, with the markers that browsers give them; of a deck that is `turned`, or
    where one may turn, each in the direction of its first letter."""
    blocks = _Blocks()
    for note in notes:
        first, *others = note.text.split("\n")
        lines = joined((words(first), *(part for line in others for part in (start_tag("br"), words(line)))))
        direction = {"dir": "auto"} if turned or may_turn(note.text) else {}
        if note.marker is Marker.NONE or note.continues:
            blocks.add(note, element("p", lines, direction))
        else:
            blocks.add(note, element("span", lines, direction) if direction else lines)
    return blocks.finished()


class _Blocks:
    """Writes paragraphs one after the other, opening and closing lists as their levels ask."""

    def __init__(self) -> None:
        self._parts: list[Html] = []
        self._open: list[str] = []
        self._numbers: dict[int, int] = {}

    def add(self, one: Paragraph, html: Html, step: int = 0) -> None:
        depth = 0 if one.marker is Marker.NONE else one.level + 1
        self._close(depth)
        if depth and not (one.continues and len(self._open) == depth):
            self._begin_item(_LISTS[one.marker], depth, one.number, 0 if one.level else step)
        self._parts.append(html)

    def _begin_item(self, name: str, depth: int, number: int, step: int) -> None:
        again = name == "ol" and number != self._numbers.get(depth, 0) + 1  # a numbered list right after another
        self._numbers[depth] = number
        if len(self._open) == depth and (self._open[-1] != name or again):
            self._close(depth - 1)
        if len(self._open) == depth:
            self._parts += (end_tag("li"), start_tag("li", step_attributes(step)))
        while len(self._open) < depth:
            start = str(number) if name == "ol" and number != 1 else None
            # Without its own markers a list is none to Safari's VoiceOver unless its role says so.
            self._parts += (start_tag(name, {"role": "list", "start": start}), start_tag("li", step_attributes(step)))
            self._open.append(name)

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            self._parts += (end_tag("li"), end_tag(self._open.pop()))

    def finished(self) -> Html:
        self._close(0)
        return joined(self._parts)
