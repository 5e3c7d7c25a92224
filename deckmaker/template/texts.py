"""Texts in shapes of masters and layouts that are no placeholders: set in the nearest of our fonts, line by line.

They are short: an address, a motto, `confidential`. Lines break at spaces, where measured words have no room
(ECMA-376 part 1, 21.1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass, replace
from deckmaker.fonts import FaceKey, face
from deckmaker.template.canvas import Canvas, Source, decimal
from deckmaker.template.families import nearest_family
from deckmaker.template.fills import fill_in, paint_attributes
from deckmaker.template.frames import Frame
from deckmaker.template.levels import letters, levels_of
from deckmaker.template.names import A, P, local
from deckmaker.template.numbers import EMU, number
from deckmaker.template.template import TextLevel

_LINE = 1.2
"""From baseline to baseline at a line spacing of 1, in multiples of the size: what the five Office families have."""

_ASCENT = 0.95
"""From the top of a line to its baseline, in multiples of the size."""

_CHARACTERS = 2_000
"""Of a text: more is no brand."""

_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the space behind it, as it is set; `width` in points, `space` that of the space alone."""

    text: str
    look: TextLevel
    family: str
    width: float
    space: float


@dataclass(frozen=True, slots=True)
class _Line:
    words: tuple[_Word, ...]
    level: TextLevel

    @property
    def width(self) -> float:
        return sum(word.width for word in self.words) - (self.words[-1].space if self.words else 0.0)

    @property
    def size(self) -> float:
        return max((word.look.size for word in self.words), default=self.level.size)

    @property
    def height(self) -> float:
        spacing = self.level.line_spacing
        return -spacing if spacing < 0 else spacing * _LINE * self.size


def draw_text(shape: Element, frame: Frame, source: Source, canvas: Canvas, called: str) -> None:
    """Draw what a shape says in its frame; remember what cannot be set."""
    body = shape.find(f"{P}txBody")
    if body is None or not any((one.text or "").strip() for one in body.iter(f"{A}t")):
        return
    if body.find(f".//{A}fld") is not None:
        canvas.miss("a field in a text", source, called)
        return
    about = body.find(f"{A}bodyPr")
    if (about.get("vert", "horz") if about is not None else "horz") != "horz":
        canvas.miss("a text that runs downward", source, called)
        return
    if sum(len(one.text or "") for one in body.iter(f"{A}t")) > _CHARACTERS:
        canvas.miss(f"a text of more than {_CHARACTERS:,} characters", source, called)
        return
    said = dict(about.attrib) if about is not None else {}
    left, top, right, bottom = (number(said.get(name), usual) / EMU for name, usual in _INSETS)
    width = frame.width - left - right
    wraps = said.get("wrap", "square") != "none"
    lines = [line for one in _paragraphs(shape, body, source) for line in _broken(*one, width if wraps else None)]
    if any(_lacks(word) for line in lines for word in line.words):
        canvas.miss("a text with letters that our fonts do not have", source, called)
        return
    height = sum(line.height for line in lines)
    spare = frame.height - top - bottom - height
    y = top + {"ctr": spare / 2, "b": spare}.get(said.get("anchor", "t"), 0.0)
    group = canvas.element(canvas.root, "g", {"transform": frame.transform.strip() or "translate(0 0)"})
    for line in lines:
        ascent = line.height - (_LINE - _ASCENT) * line.size
        _draw_line(line, left, y + ascent, width, group, canvas)
        y += line.height


def _paragraphs(shape: Element, body: Element, source: Source) -> Iterator[tuple[list[_Word], TextLevel]]:
    """Yield the words of each paragraph, and how it is set."""
    reference = shape.find(f"{P}style/{A}fontRef")
    levels = levels_of([source.text_style, body.find(f"{A}lstStyle")], source.palette)
    referred = source.palette.color_in(reference)
    for one in body.findall(f"{A}p"):
        about = one.find(f"{A}pPr")
        level = levels[min(8, max(0, number(about.get("lvl") if about is not None else None)))]
        if referred:
            level = replace(level, color=referred)
        if about is not None and (align := about.get("algn")):
            level = replace(level, align=align)
        words: list[_Word] = []
        for run in one:
            if local(run.tag) == "br":
                yield words, level
                words = []
            elif local(run.tag) == "r" and (text := run.findtext(f"{A}t")):
                own = run.find(f"{A}rPr")
                look = replace(level, **letters(own, source.palette)) if own is not None else level
                if own is not None and local(fill.tag if (fill := fill_in(own)) is not None else "") == "noFill":
                    continue
                words += _words(text.upper() if look.caps == "all" else text, look, source)
        yield words, level


def _words(text: str, look: TextLevel, source: Source) -> Iterator[_Word]:
    scheme = source.palette.scheme
    named = {"major": scheme.heading, "minor": scheme.body}.get(look.font, look.font)
    family = nearest_family(named)
    font = face(FaceKey(family, look.bold, look.italic))
    space = sum(font.shape(" ").advances) * look.size
    parts = " ".join(text.split("\t")).replace("\n", " ").split(" ")
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        if part or not is_last:
            width = sum(font.shape(part).advances) * look.size if part else 0.0
            behind = 0.0 if is_last else space
            yield _Word(part + ("" if is_last else " "), look, family, width + behind, behind)


def _broken(words: list[_Word], level: TextLevel, width: float | None) -> Iterator[_Line]:
    line: list[_Word] = []
    taken = 0.0
    for word in words:
        if width is not None and line and line[-1].space and taken + word.width - word.space > width + 0.5:
            yield _Line(tuple(line), level)
            line, taken = [], 0.0
        line.append(word)
        taken += word.width
    yield _Line(tuple(line), level)


def _lacks(word: _Word) -> bool:
    font = face(FaceKey(word.family, word.look.bold, word.look.italic))
    return any(not font.has(letter) for letter in word.text if not letter.isspace())


def _draw_line(line: _Line, left: float, baseline: float, width: float, group: Element, canvas: Canvas) -> None:
    x = left + {"ctr": (width - line.width) / 2, "r": width - line.width}.get(line.level.align, 0.0)
    for word in line.words:
        if word.text.strip():
            style = {"font-weight": "bold"} if word.look.bold else {}
            style |= {"font-style": "italic"} if word.look.italic else {}
            place = {"x": decimal(x), "y": decimal(baseline), "font-size": decimal(word.look.size)}
            said = {**place, **style, "font-family": word.family, **paint_attributes(word.look.color)}
            canvas.element(group, "text", said).text = word.text.strip()
        x += word.width
