"""Texts for properties: strategies of words and paragraphs, and their measures."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from hypothesis import strategies as st

from deckmaker.fonts import face
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text.glyph_runs import StyledText
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.styling import InlineStyle, inline_style
from tests.projects import briefing

WORDS = ["a", "I", "AV", "To", "noise", "berth-4", "U.S.-China", "2019–2024", "night—day", "and/or", "50 %", "…"]
WORDS += ["refrigeration", "counternarcotics", "über", "Ωμέγα", "12:30", "120\u00a0m", "“so”", "W.", "x@y.org/z?a=1"]
WORDS += ["https://a.org/b_c.txt?d=e"]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40)
texts = words.map(" ".join)
styles = st.sampled_from(["title", "body", "credits"])
sizes = st.integers(9, 40)
widths = st.floats(30, 600)


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    """A paragraph's runs under various marks, some of them ending inside a word."""
    parts = draw(st.lists(texts, min_size=1, max_size=3))
    gap = draw(st.sampled_from([" ", ""]))
    return tuple(
        Run(part + gap, bold=draw(st.booleans()), italic=draw(st.booleans()), script=draw(st.sampled_from([0, 0, 1])))
        for part in parts
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[Paragraph, ...]:
    """One to six paragraphs: plain, or items of lists on two levels."""
    marker = draw(st.sampled_from(list(Marker)))
    return tuple(
        Paragraph(
            (Run(draw(texts)),),
            level=0 if marker is Marker.NONE else draw(st.integers(0, 1)),
            marker=marker,
            number=number + 1,
        )
        for number in range(draw(st.integers(1, 6)))
    )


@st.composite
def measured(draw: st.DrawFn) -> MeasuredParagraph:
    """A paragraph measured in one of the theme's styles, at any size."""
    style, size = briefing().styles[draw(styles)], draw(sizes)
    return MeasuredParagraph(
        tuple(StyledText(run.text, inline_style(run, style, size, briefing())) for run in draw(runs()))
    )


def unkerned_width(paragraph: MeasuredParagraph, start: int, end: int) -> float:
    """Measure a stretch without kerning, character by character, apart from deckmaker's own sums."""
    width = 0.0
    for part, style in _parts(paragraph, start, end):
        for character in part:
            width += sum(face(style.face).shape(character, kerned=False).advances) * style.size + style.tracking
    return width


def powerpoint_widths(paragraph: MeasuredParagraph, start: int, end: int) -> list[float]:
    """Measure a stretch as PowerPoint may set it: on a grid of an eighth of a point or on none, tracked or not.

    Super- and subscripts are two thirds as large as the text around them, not 58 percent.
    """
    widths = [0.0] * 4
    for part, style, before, whole in _parts_in_pieces(paragraph, start, end):
        size = style.size / 0.58 * 2 / 3 if style.rise else style.size
        advances = face(style.face).shape(whole).advances[before : before + len(part)]
        eighths = [floor(8 * advance * size + 0.5) / 8 for advance in advances]
        spaced = len(part) * style.tracking
        plain = sum(advances) * size
        untracked = 0.0 if abs(style.tracking) < 0.1 else spaced
        found = plain + spaced, plain + untracked, sum(eighths) + spaced, sum(eighths) + untracked
        widths = [one + more for one, more in zip(widths, found, strict=True)]
    return widths


def _parts(paragraph: MeasuredParagraph, start: int, end: int) -> Iterator[tuple[str, InlineStyle]]:
    """Yield what of each piece is in a stretch, without the spaces at its end."""
    for part, style, _, _ in _parts_in_pieces(paragraph, start, end):
        yield part, style


def _parts_in_pieces(paragraph: MeasuredParagraph, start: int, end: int) -> Iterator[tuple[str, InlineStyle, int, str]]:
    """Yield the same, with how many characters of the piece are before it, and all of the piece."""
    while end > start and paragraph.text[end - 1] == " ":
        end -= 1
    offset = 0
    for text, style, *_ in paragraph.pieces:
        before = max(0, start - offset)
        yield text[before : max(0, end - offset)], style, before, text
        offset += len(text)
