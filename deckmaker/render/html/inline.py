"""A paragraph's runs as inline HTML: marks by what they mean, colours and sizes by what layout set."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from deckmaker.model import Paragraph, Run, SlideLink, looks_linked
from deckmaker.render.html.fonts import face_class
from deckmaker.render.html.markup import (
    NOTHING,
    Html,
    element,
    identifier,
    joined,
    points,
    start_tag,
    style,
    without_end,
    words,
)
from deckmaker.text import InlineStyle, SetParagraph


class Piece(NamedTuple):
    """A stretch of one run on one line; `style` is that of its glyphs, None for spaces at a line's end.

    A hard line break is a line end in its text.
    """

    text: str
    run: Run
    style: InlineStyle | None


def inline_html(paragraph: SetParagraph, color: str, safe: bool, page: int) -> Html:
    """Return the words of a paragraph whose frame has the palette colour `color`, on the page of that number.

    Where its breaks are not `safe` against the browser's rounding, each line is kept whole, and ends where it does.
    """
    lines = pieces_by_line(paragraph)
    if safe:
        return _marked((piece for line in lines for piece in line), color, page)
    parts = [part for line in lines for part in _whole_line(line, color, page)]
    return joined(parts[:-1] if parts and parts[-1] == _TURNS else parts)


_BREAKS = start_tag("br")
_TURNS = joined((start_tag("wbr"), element("span", NOTHING, {"class": "line-end"})))
"""Where a line ends without a space: there a text to read may break, and on slides the style sheet has a space."""


def _whole_line(line: list[Piece], color: str, page: int) -> tuple[Html, Html]:
    """Return a line that cannot be broken, and what ends it though more may have room: a break, or a space.

    The style sheet makes that space wider than any line. At the end of one it takes no room, and unlike a break it
    changes nothing in what is copied, found and read aloud, nor parts what says which way words run.
    """
    whole = element("span", _marked((piece for piece in line if piece.style), color, page), {"class": "line"})
    end = "".join(piece.text for piece in line if not piece.style)
    if end.endswith("\n"):
        return whole, _BREAKS
    kept = style(_KEEPS_SPACES if len(end) > 1 else {})
    return whole, element("span", words(end), {"class": "line-end", "style": kept}) if end else _TURNS


def pieces_by_line(paragraph: SetParagraph) -> list[list[Piece]]:
    """Return what each line shows of each run, with the spaces that layout has cut from line ends."""
    text = paragraph.paragraph.text
    starts: list[int] = []
    drawn: dict[int, InlineStyle | None] = {}  # by where it begins: None from the spaces at a line's end on
    position = 0
    for set_line in paragraph.lines:
        starts.append(position)
        for glyph_run in set_line.line.runs:
            drawn[position] = glyph_run.style
            position += len(glyph_run.text)
        drawn[position] = None
        while text[position : position + 1] == " ":
            position += 1
        position += set_line.line.is_broken
    ends = [*starts[1:], len(text)]
    return [list(_pieces(paragraph.paragraph, start, end, drawn)) for start, end in zip(starts, ends, strict=True)]


def _pieces(paragraph: Paragraph, start: int, end: int, drawn: dict[int, InlineStyle | None]) -> Iterator[Piece]:
    """Yield what a line shows, cut where a run ends and where glyphs of another style begin."""
    begin = 0
    places = list(drawn)
    for run in paragraph.runs:
        first, last = max(start, begin), min(end, begin + len(run.text))
        if first < last:
            cuts = [first, *places[bisect_right(places, first) : bisect_left(places, last)]]
            for cut, next_cut in zip(cuts, [*cuts[1:], last], strict=True):
                style = drawn[places[bisect_right(places, cut) - 1]]
                yield Piece(run.text[cut - begin : next_cut - begin], run, style)
        begin += len(run.text)


def _marked(pieces: Iterable[Piece], color: str, page: int) -> Html:
    """Join the pieces of each run, and the runs of each link: marks go around runs, links and colours around marks."""

    def around(one: Piece) -> tuple[str | SlideLink | None, str]:
        return one.run.link, one.run.syntax

    return joined(_linked(link, list(group), color, page) for (link, _), group in groupby(pieces, around))


def _linked(link: str | SlideLink | None, pieces: list[Piece], color: str, page: int) -> Html:
    html = _runs(pieces, page)
    drawn = next((piece.style.color for piece in pieces if piece.style), color)
    css = {"class": color_class(drawn, color)}
    if isinstance(link, SlideLink):
        names = [] if looks_linked(link) else ["within"]
        return element(
            "a", html, {"href": f"#slide-{link.page}", "class": " ".join([*names, css["class"] or ""]).strip() or None}
        )
    if link:
        return element("a", html, {"href": link, "target": "_blank", "rel": "noopener", **css})
    return element("span", html, css) if css["class"] else html


def _runs(pieces: list[Piece], page: int) -> Html:
    return joined(_run(run, list(group), page) for run, group in groupby(pieces, lambda one: one.run))


def color_class(color: str, around: str) -> str | None:
    """Return the class of a palette colour, None where the text around has it already."""
    return None if color == around else f"color-{identifier(color)}"


def mark_id(page: int, number: int) -> str:
    """Return what the mark of a page's footnote is called within the file."""
    return f"slide-{page}-mark-{number}"


def footnote_id(page: int, number: int) -> str:
    """Return what a page's footnote is called within the file."""
    return f"slide-{page}-footnote-{number}"


def _run(run: Run, pieces: list[Piece], page: int) -> Html:
    html = joined(_faced(css, list(group)) for css, group in groupby(pieces, _class))
    if run.code:
        html = element("code", html, {"style": style(_KEEPS_SPACES) if _has_wide_spaces(run.text) else None})
    if run.footnote:
        number = run.footnote.number
        link = {"id": mark_id(page, number), "href": f"#{footnote_id(page, number)}", "role": "doc-noteref"}
        before = without_end(html, str(number))  # a comma, behind another mark
        html = joined((before, element("a", words(str(number)), link)))
    drawn = next((piece.style for piece in pieces if piece.style), None)
    if run.script and drawn:
        css = style({"--size": points(drawn.size), "--rise": points(drawn.rise)})
        html = element("sup" if run.script > 0 else "sub", html, {"style": css})
    if run.italic:
        html = element("em", html)
    return element("strong", html) if run.bold else html


_KEEPS_SPACES = {"white-space": "pre-wrap"}


def _has_wide_spaces(code: str) -> bool:
    """Tell whether code has spaces that a browser would drop: several in a row, or at either end."""
    return "  " in code or code.strip(" ") != code


def _faced(css: str | None, pieces: list[Piece]) -> Html:
    first, *others = "".join(piece.text for piece in pieces).split("\n")
    html = joined((words(first), *(part for line in others for part in (_BREAKS, words(line)))))
    return element("span", html, {"class": css}) if css else html


def _class(piece: Piece) -> str | None:
    return face_class(piece.style) if piece.style else None
