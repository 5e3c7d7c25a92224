"""A frame's paragraphs styled and shaped at one size: their pieces, markers, and what hangs outside their edge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.fonts.fallback import stretches
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.glyph_runs import GlyphRun, StyledText, levelled
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.styling import (
    MARKER_GAP,
    InlineStyle,
    ParagraphStyle,
    bullet_family,
    inline_style,
    level_size,
    marker_color,
    marker_run,
    marker_text,
    paragraph_style,
    runs_turned,
)
from deckmaker.theme import TextStyle, Theme

HANGING = frozenset("“‘„‚«‹\"'")
"""Opening quotation marks that stand outside the text's edge, at the beginning of a paragraph."""

_NUMBERED = (Marker.NUMBER, Marker.FOOTNOTE)


def measure(
    paragraphs: tuple[Paragraph, ...],
    style: TextStyle,
    size: int,
    theme: Theme,
    hangs: bool = True,
    behind: tuple[Paragraph, ...] = (),
) -> MeasuredText:
    """Style and shape a frame's paragraphs at `size` points.

    Where nothing `hangs`, quotation marks stand inside the text's edge: in cells, out of which no program lets them.
    Of paragraphs `behind` these nothing is measured but what indents them all: numbers, and marks that hang.
    """
    hanging = _number_hanging((*paragraphs, *behind), style, size, theme)
    styles = tuple(
        paragraph_style(p, i == 0, style, size, theme, hanging if p.marker in _NUMBERED else None)
        for i, p in enumerate(paragraphs)
    )
    hung = tuple(_hung(p, style, own.size, theme) if hangs else 0.0 for p, own in zip(paragraphs, styles, strict=True))
    further = (_hung(p, style, level_size(p.level, style, size, theme), theme) for p in behind if hangs)
    outdent = max((*hung, *further), default=0.0)
    if outdent:
        styles = tuple(
            own if own.opposed else replace(own, left=own.left + outdent, hanging=own.hanging or out)
            for own, out in zip(styles, hung, strict=True)
        )
    measured = tuple(_measured(p, own.size, style, theme) for p, own in zip(paragraphs, styles, strict=True))
    markers = tuple(_marker(p, own, style, theme) for p, own in zip(paragraphs, styles, strict=True))
    return MeasuredText(size, style.align, outdent, styles, measured, paragraphs, markers)


def _hung(paragraph: Paragraph, style: TextStyle, size: int, theme: Theme) -> float:
    """Return the width of the quotation mark that a paragraph begins with, which hangs outside the text's edge."""
    if style.align != "left" or paragraph.marker is not Marker.NONE or paragraph.text[:1] not in HANGING:
        return 0.0
    if paragraph.runs[0].code or theme.turned or runs_turned(paragraph, theme):  # in code, columns line up
        return 0.0
    return round(_measured(paragraph, size, style, theme).width(0, 1), 2)


def _measured(paragraph: Paragraph, size: int, style: TextStyle, theme: Theme) -> MeasuredParagraph:
    """Style a paragraph's runs; neighbours that are drawn alike are one piece, since engines kern across them."""
    pieces: list[StyledText] = []
    for run in paragraph.runs:
        for piece in styled_text(run, style, size, theme):
            if pieces and _joins(pieces[-1], piece):
                pieces[-1] = StyledText(pieces[-1].text + piece.text, piece.style)
            else:
                pieces.append(piece)
    base = int(runs_turned(paragraph, theme))
    return MeasuredParagraph(levelled(pieces, base), paragraph.together, paragraph.printed, base)


def _joins(last: StyledText, piece: StyledText) -> bool:
    return last.style == piece.style and not piece.style.instead_of and "\n" not in (last.text, piece.text)


def styled_text(run: Run, style: TextStyle, size: int, theme: Theme) -> Iterator[StyledText]:
    """Yield a run in the parts that are drawn by one face each, and the hard line breaks between them."""
    own = inline_style(run, style, size, theme)
    for part in stretches(run.text, own.face):
        yield StyledText(part.text, own if part.face == own.face else replace(own, face=part.face, instead_of=own.face))


def _marker(paragraph: Paragraph, own: ParagraphStyle, style: TextStyle, theme: Theme) -> GlyphRun | None:
    if not own.marker:
        return None
    plain = inline_style(marker_run(paragraph, own.marker), style, own.size, theme)
    marker, level = own.marker, int(own.turned)
    if own.turned and marker.endswith("."):  # the full stop stands on the left of the number, which is not turned
        marker, level = f".{marker[:-1]}", 0
    if paragraph.marker is Marker.BULLET:
        drawn = bullet_family(style, theme).face(plain.face.bold, plain.face.italic)
        plain = replace(plain, face=drawn, instead_of=plain.face) if drawn != plain.face else plain
    color = style.color if paragraph.marker is Marker.FOOTNOTE else marker_color(style, theme)
    drawn_as = replace(plain, size=own.size * own.marker_scale, color=color)
    return _drawn_marker(StyledText(marker, drawn_as, level), own.left - own.hanging)


@lru_cache(maxsize=256)  # lists have few, and are measured at many sizes
def _drawn_marker(drawn: StyledText, x: float) -> GlyphRun:
    (run,) = MeasuredParagraph((drawn,)).line(0, len(drawn.text)).runs
    return replace(run, x=x)


def _number_hanging(paragraphs: tuple[Paragraph, ...], style: TextStyle, size: int, theme: Theme) -> int:
    """Return the indent that the widest number needs, at least the theme's."""
    widest = 0.0
    for paragraph in paragraphs:
        if paragraph.marker in _NUMBERED:
            text = marker_text(paragraph, theme)
            widest = max(widest, _number_width(text, inline_style(marker_run(paragraph, text), style, size, theme)))
    return max(round(size * theme.lists.indent), ceil(widest + MARKER_GAP * size))


@lru_cache(maxsize=8_192)  # those of a long list are looked at for each of its parts
def _number_width(text: str, style: InlineStyle) -> float:
    return MeasuredParagraph((StyledText(text, style),)).width(0, len(text))
