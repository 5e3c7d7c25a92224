"""A paragraph's runs as inline HTML: marks by what they mean, colours and sizes by what layout set."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from deckmaker.model import Run
from deckmaker.render.html.markup import element, identifier, points, style, words
from deckmaker.text import InlineStyle, SetParagraph


class Piece(NamedTuple):
    """A stretch of one run on one line, spaces at its end included; `style` if glyphs of its own begin with it."""

    text: str
    run: Run
    style: InlineStyle | None


def inline_html(paragraph: SetParagraph, color: str, safe: bool) -> str:
    """Return the words of a paragraph whose frame has the palette colour `color`.

    Where its breaks are not `safe` against the browser's rounding, each line is kept whole.
    """
    lines = pieces_by_line(paragraph)
    if safe:
        return _marked((piece for line in lines for piece in line), color)
    return "".join(_whole_line(line, color) for line in lines).removesuffix("<wbr>")


def _whole_line(line: list[Piece], color: str) -> str:
    """Return a line that cannot be broken, and after it the place where a break belongs."""
    html = _marked(line, color)
    kept = html.rstrip(" ")
    return element("span", kept, {"class": "line"}) + (" " if kept != html else "<wbr>")


def pieces_by_line(paragraph: SetParagraph) -> list[list[Piece]]:
    """Return what each line shows of each run, with the spaces that layout has cut from line ends."""
    text, runs = paragraph.paragraph.text, paragraph.paragraph.runs
    starts, drawn = [], {}
    position = 0
    for set_line in paragraph.lines:
        starts.append(position)
        for glyph_run in set_line.line.runs:
            drawn[position] = glyph_run.style
            position += len(glyph_run.text)
        while text[position : position + 1] == " ":
            position += 1
    lines = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line, begin = [], 0
        for run in runs:
            first, last = max(start, begin), min(end, begin + len(run.text))
            if first < last:
                line.append(Piece(text[first:last], run, drawn.get(first)))
            begin += len(run.text)
        lines.append(line)
    return lines


def _marked(pieces: Iterable[Piece], color: str) -> str:
    """Join the pieces of each run, and the runs of each link: marks go around runs, links around marks."""
    return "".join(_linked(link, list(group), color) for link, group in groupby(pieces, lambda one: one.run.link))


def _linked(link: str | None, pieces: list[Piece], color: str) -> str:
    html = _runs(pieces)
    drawn = next((piece.style.color for piece in pieces if piece.style), color)
    css = {"class": color_class(drawn, color)}
    if link:
        return element("a", html, {"href": link, "target": "_blank", "rel": "noopener", **css})
    return element("span", html, css) if css["class"] else html


def _runs(pieces: list[Piece]) -> str:
    return "".join(_run(run, list(group)) for run, group in groupby(pieces, lambda one: one.run))


def color_class(color: str, around: str) -> str | None:
    """Return the class of a palette colour, None where the text around has it already."""
    return None if color == around else f"color-{identifier(color)}"


def _run(run: Run, pieces: list[Piece]) -> str:
    html = words("".join(piece.text for piece in pieces))
    drawn = next((piece.style for piece in pieces if piece.style), None)
    if run.code:
        html = element("code", html)
    if run.script and drawn:
        css = style({"--size": points(drawn.size), "--rise": points(drawn.rise)})
        html = element("sup" if run.script > 0 else "sub", html, {"style": css})
    if run.italic:
        html = element("em", html)
    return element("strong", html) if run.bold else html
