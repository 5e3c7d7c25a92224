"""Blocks of our own presentations that are drawn as texts and shapes: key figures, events, steps, agendas, callouts,
code and quotations. The names of their texts say what these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.imported import Block
from deckmaker.importing.powerpoint.order import around
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.texts import Paragraph, TextReader, lines_of_code
from deckmaker.importing.powerpoint.title_lines import line_of, title_line
from deckmaker.importing.prose import paragraph
from deckmaker.importing.told import Told
from deckmaker.importing.trial import refusal_of
from deckmaker.model.geometry import Rect
from deckmaker.template.block_names import (
    ATTRIBUTION,
    CALLOUT,
    CODE,
    QUOTATION,
    QUOTE_MARK,
    SECTION,
    BlockText,
    block_text,
)
from deckmaker.template.names import A

_NO_BREAK_SPACE = "\u00a0"
"""What stands for the spaces of values, which a deck has as spaces."""

_SAME_LINE, _EVEN = 2.0, 4.0
"""Points by which events on one line differ in height at most, and by which even distances between them do."""

_LABEL = "label"
_KEPT_BY_LIBREOFFICE = "PlaceHolder"
"""How LibreOffice calls all placeholders, whatever they were called."""


class OwnBlock(NamedTuple):
    """A block with its place, and the shapes that it was drawn with."""

    place: Rect | None
    block: Block
    shapes: Sequence[Shape]


@dataclass(slots=True)
class _Item:
    """The texts of an item by what they are, each with what its name says and its shape."""

    number: int
    texts: dict[str, tuple[BlockText, Shape]] = field(default_factory=dict)

    @property
    def shapes(self) -> list[Shape]:
        return [shape for _, shape in self.texts.values()]


@dataclass(slots=True)
class _Drawn:
    """A block as it is drawn: its kind and its items. One that has no items has its texts in the only one."""

    kind: str
    items: list[_Item] = field(default_factory=list)

    @property
    def shapes(self) -> list[Shape]:
        return [shape for item in self.items for shape in item.shapes]


class OwnBlocks:
    """Reads the blocks of slides; what is changed so that it is no such block any more, stays texts."""

    def __init__(self, sections: Sequence[str], told: Told) -> None:
        """Take the presentation's sections that are shown, which an agenda has."""
        self._sections, self._told = sections, told

    def of(self, shapes: Sequence[Shape], texts: TextReader, slide: int) -> Iterator[OwnBlock]:
        """Yield the blocks that shapes of a slide are."""
        for drawn in _drawn([one for one in shapes if one.kind == "sp" and not one.is_title]):
            block = self._block(drawn, texts, slide)
            # An agenda needs the sections of its deck.
            if block is not None and (drawn.kind == SECTION or refusal_of(block) is None):
                yield OwnBlock(_place(drawn.shapes, shapes), block, drawn.shapes)

    def _block(self, drawn: _Drawn, texts: TextReader, slide: int) -> Block | None:
        """Return a block; None where one of its texts is missing that it cannot do without."""
        if drawn.kind == SECTION:
            entries = [texts.section_that_begins_at(shape) for shape in drawn.shapes]
            return ("agenda", "true") if entries and entries in (self._sections, self._sections[1:]) else None
        items = [_Texts(one, texts) for one in drawn.items]
        match drawn.kind:
            case "metric":
                return _listed("metrics", [_metric(one) for one in items])
            case "event":
                return _timeline(items)
            case "step":
                if drawn.items[0].number > 1:
                    help = "have all steps on one slide, or say in a text which they are"
                    self._told.note(slide, "steps of a process that goes on count from 1 again", help)
                return _listed("process", [_step(one) for one in items])
            case "callout":
                return _callout(items[0])
            case "code":
                return self._code(items[0], slide)
            case _:
                return _quotation(items[0])

    def _code(self, texts: _Texts, slide: int) -> Block | None:
        found = texts.paragraphs("text")
        if not found:
            return None
        lines, highlight = lines_of_code(found)
        title = {"title": title} if (title := texts.line("title")) else {}
        if texts.colors("text") > bool(highlight):  # lines that do not stand out have one of their own
            help = "say it with `language`, such as `python`"
            self._told.note(slide, "the language of code is left out: the file has its colours alone", help)
        return "code", {**title, "text": lines, **({"highlight": highlight} if highlight else {})}


class _Texts:
    """The texts of an item, by what they are."""

    def __init__(self, item: _Item, reader: TextReader) -> None:
        self._item, self._reader = item, reader

    def has(self, part: str) -> bool:
        return part in self._item.texts

    def look(self, part: str) -> str:
        """Return what the look of a text says, nothing where it says nothing or there is no such text."""
        return self._item.texts[part][0].look if self.has(part) else ""

    def colors(self, part: str) -> int:
        """Return how many colours words of a text have besides its own."""
        body = self._item.texts[part][1].body if self.has(part) else None
        paragraphs = body.iterfind(f"{A}p") if body is not None else ()
        fills = (fill for one in paragraphs for fill in one.iter(f"{A}solidFill"))
        return len({tuple((one.tag, *one.attrib.values()) for one in fill.iter()) for fill in fills})

    def place(self, part: str) -> Rect | None:
        return self._item.texts[part][1].place if self.has(part) else None

    def paragraphs(self, part: str) -> list[Paragraph]:
        return self._reader.paragraphs(self._item.texts[part][1]) if self.has(part) else []

    def line(self, part: str) -> str:
        """Return a text on one line. All of a title or a value may be bold, which is its look."""
        words = line_of if part in (_LABEL, ATTRIBUTION) else title_line
        return words(self.paragraphs(part))

    def prose(self, part: str) -> str:
        """Return a text with an empty line between its paragraphs."""
        return "\n\n".join(paragraph(one.words).markdown for one in self.paragraphs(part))


def _place(own: Sequence[Shape], shapes: Sequence[Shape]) -> Rect | None:
    """Return the place of a block: that of its texts, and of what is drawn behind them in their groups."""
    groups = {one.group for one in own} - {""}
    places = [one.place for one in (*own, *(one for one in shapes if one.group in groups)) if one.place]
    return around(places) if places else None


def _drawn(shapes: Sequence[Shape]) -> Iterator[_Drawn]:
    """Yield the blocks that shapes are called as, in the order in which they begin."""
    found: list[_Drawn] = []
    latest: dict[tuple[str, str], _Drawn] = {}
    for shape, text in _with_names(shapes):
        kind = QUOTATION if text.kind == ATTRIBUTION else text.kind
        part = text.part or text.kind
        drawn = latest.get((text.cell, kind))
        if drawn is None or _begins(text, part, drawn):
            drawn = latest[text.cell, kind] = _Drawn(kind)
            found.append(drawn)
        item = drawn.items[-1] if drawn.items else None
        if item is None or item.number != text.number or part in item.texts:
            item = _Item(text.number)
            drawn.items.append(item)
        item.texts[part] = text, shape
    yield from found


def _begins(text: BlockText, part: str, before: _Drawn) -> bool:
    """Tell whether a text begins another block than the one `before` it in its cell: blocks of one text or two have
    each of them once, and the first item of the next one is called as the first of all, and so it is counted."""
    if before.kind in (CALLOUT, CODE, QUOTATION):
        return part in before.items[-1].texts or (part == "title" and bool(before.items))
    return text.number <= before.items[-1].number and text.again > 1 and part in before.items[0].texts


def _with_names(shapes: Sequence[Shape]) -> Iterator[tuple[Shape, BlockText]]:
    """Yield the texts of blocks with what they are. LibreOffice renames placeholders: there, what stands behind a
    large mark is a quotation, and a line below that its attribution."""
    quoted: Shape | None = None
    count = 0
    for before, shape in zip((None, *shapes), shapes, strict=False):
        is_renamed = shape.name.startswith(_KEPT_BY_LIBREOFFICE)
        if text := block_text(shape.name):
            yield shape, text
        elif is_renamed and before is not None and is_quote_mark(before):
            count += 1
            yield shape, BlockText(str(count), QUOTATION)
            quoted = shape
        elif is_renamed and quoted is not None and before is quoted and _is_below(shape, quoted):
            yield shape, BlockText(str(count), ATTRIBUTION)


def is_quote_mark(shape: Shape) -> bool:
    """Tell whether a shape of ours is the large mark before a quotation, which is no part of its words."""
    return shape.kind == "sp" and not shape.type and shape.name.startswith(QUOTE_MARK)


def _is_below(shape: Shape, other: Shape) -> bool:
    here, above = shape.place, other.place
    return here is not None and above is not None and abs(here.x - above.x) < _SAME_LINE and here.y > above.y


def _listed(key: str, values: Sequence[Any]) -> Block | None:
    return (key, list(values)) if all(values) else None


def _metric(texts: _Texts) -> dict[str, str] | None:
    value, label = texts.line("value").replace(_NO_BREAK_SPACE, " "), texts.line(_LABEL)
    if not value or not label:
        return None
    change = {"change": change} if (change := texts.line("change")) else {}
    tone = {"tone": look} if change and (look := texts.look("change")) else {}
    return {"value": value, "label": label, **change, **tone}


def _step(texts: _Texts) -> str | dict[str, str] | None:
    title, text = texts.line("title"), texts.prose("text")
    return {"title": title, "text": text} if title and text else title or None


def _timeline(items: Sequence[_Texts]) -> Block | None:
    events = [_event(one) for one in items]
    if not all(events):
        return None
    to_scale: Block = ("timeline", {"scale": "time", "events": events})
    if _is_uneven([one.place("time") for one in items]) and refusal_of(to_scale) is None:
        return to_scale
    return "timeline", events


def _event(texts: _Texts) -> dict[str, str] | None:
    when, title, text = texts.line("time"), texts.line("title"), texts.prose("text")
    if not when or not title:
        return None
    return {"when": when, "title": title, **({"text": text} if text else {})}


def _is_uneven(places: Sequence[Rect | None]) -> bool:
    """Tell whether events side by side stand at uneven distances, as those of a timeline to scale do."""
    there = [one for one in places if one]
    if len(there) < len(places) or max(one.y for one in there) - min(one.y for one in there) > _SAME_LINE:
        return False
    gaps = [right.x - left.x for left, right in pairwise(there)]
    return max(gaps, default=0.0) - min(gaps, default=0.0) > _EVEN


def _callout(texts: _Texts) -> Block | None:
    title, text = texts.line("title"), texts.prose("text")
    if not texts.look("title") or not title:
        return None
    return "callout", {"kind": texts.look("title"), "title": title, **({"text": text} if text else {})}


def _quotation(texts: _Texts) -> Block | None:
    text, by = texts.prose(QUOTATION), texts.line(ATTRIBUTION)
    return ("quote", {"text": text, "by": by} if by else text) if text else None
