"""Diagnostics of texts that cannot be drawn, are drawn in other fonts, do not fit, or may break elsewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from math import ceil

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.invisible import needing_glyphs
from deckmaker.layout.document import Page, TextItem
from deckmaker.model import Overflow, Way
from deckmaker.text import Fitted, FrameText, GlyphRun
from deckmaker.text.coverage import Undrawable, is_right_to_left, undrawable
from deckmaker.theme import Theme

HIGHEST = 1.0
"""Ems by which a mark may be moved from where its font has it: five or six marks, one upon the other."""

LISTED = 8
"""How many characters a message lists."""

_FURNITURE = ("trail", "footer")
_SAME_EVERYWHERE = "shorten it: it has the same place on every slide"
_OTHER_FONTS = "replace them, or install a font that has them; `DECKMAKER_FONTS` may name its folder"
_ALSO_THERE = "whoever opens the PPTX needs that font too, or sees another in its place"


def report_characters(frame: FrameText, span: Span, number: int, theme: Theme, diagnostics: Diagnostics) -> None:
    """Report what cannot be drawn, once for each paragraph, at its own place."""
    for paragraph in frame.paragraphs:
        found = undrawable(paragraph, frame.style, theme)
        report_undrawable(found, paragraph.span or span, number, diagnostics)


def report_undrawable(found: Undrawable, place: Span, number: int, diagnostics: Diagnostics) -> None:
    """Report what cannot be drawn of a text on the slide of that number."""
    if found.missing:
        fonts = f"slide {number}: no font has a glyph for {_listed(found.missing)}"
        diagnostics.report("missing-glyph", fonts, place, help=_OTHER_FONTS)
    if found.right_to_left:
        script = f"slide {number}: right-to-left text cannot be set yet: {_listed(found.right_to_left)}"
        diagnostics.report("right-to-left", script, place, help="write it in a script from left to right until then")


def towers(fitted: Fitted) -> tuple[tuple[Span | None, float], ...]:
    """Return the paragraphs with marks piled so high, or so deep, that they stand on other lines: their places, and how
    many times their size the marks reach."""
    reach = (
        (one, max((abs(up) for run in one.glyph_runs for _, up in run.offsets), default=0.0))
        for one in fitted.setting.paragraphs
    )
    return tuple((one.paragraph.span, highest) for one, highest in reach if highest > HIGHEST)


def report_towers(fitted: Fitted, slot: str, span: Span, number: int, diagnostics: Diagnostics) -> None:
    """Report letters whose marks are piled so."""
    report_found_towers(towers(fitted), slot, span, number, diagnostics)


def report_found_towers(
    found: Iterable[tuple[Span | None, float]], slot: str, span: Span, number: int, diagnostics: Diagnostics
) -> None:
    """Report what `towers` found."""
    for own, highest in found:
        message = f"slide {number}: `{slot}` has marks on a letter that reach {highest:.1f} times its size"
        diagnostics.report("too-many-marks", message, own or span, help="remove marks: they would cover other words")


def report_fallback_fonts(pages: Iterable[Page], diagnostics: Diagnostics) -> None:
    """Report every font that stands in for the theme's, once, where it first does."""
    lacking: dict[FaceKey, dict[str, None]] = {}
    places: dict[FaceKey, Span | None] = {}
    for run, place in _drawn(pages):
        if own := run.style.instead_of:
            font = run.style.face._replace(bold=False, italic=False)
            shown = [one for one in needing_glyphs(run.text) if not is_right_to_left(one)]
            found = [one for one in shown if not face(own).has(one)] or shown
            if found:
                places.setdefault(font, place)
                lacking.setdefault(font, {}).update(dict.fromkeys(found))
    for font, characters in lacking.items():
        message = f"the theme's fonts lack {_listed(tuple(characters))}, taken from `{font.family}`"
        diagnostics.report("fallback-font", message, places[font], help=_ALSO_THERE if font.installed else None)


def _drawn(pages: Iterable[Page]) -> Iterator[tuple[GlyphRun, Span | None]]:
    """Yield all that texts draw, with the place where it was written; what is the same on many slides, once."""
    seen: set[int] = set()
    for text in (text for page in pages for placed in page.placed for text in placed.texts):
        assert isinstance(text.item, TextItem)
        if id(text.item.setting) in seen:
            continue
        seen.add(id(text.item.setting))
        for one in text.item.setting.paragraphs:
            yield from ((run, one.paragraph.span or text.span) for run in one.glyph_runs)


def _listed(characters: tuple[str, ...]) -> str:
    more = f" and {len(characters) - LISTED} more" if len(characters) > LISTED else ""
    return ", ".join(f"`{_alone(one)}` (U+{ord(one):04X})" for one in characters[:LISTED]) + more


def _alone(character: str) -> str:
    """Return a character as it can be read by itself: marks on the circle that Unicode's charts put below them."""
    return f"◌{character}" if unicodedata.category(character).startswith("M") else character


def ways_out(overflow: Overflow | None, shorter: str = "shorten the text") -> str:
    """Return what an author may do, above all what makes it `shorter`; what the slide rules out is among it.

    A split is not where it is allowed, or can be nowhere: what it could do has been done.
    """
    if overflow is None or Way.ERROR not in (overflow.way, overflow.then):
        return f"{shorter}, or choose a layout with more room"
    if overflow.way is Way.ERROR:
        other = "let it shrink or go on on another slide (`overflow: shrink` or `split`)"
    else:
        other = "let it go on on another slide (`then: split`)"
    return f"{shorter}, {other}, or choose a layout with more room"


def which_size(overflow: Overflow | None) -> str:
    """Return what the size is at which something has no room."""
    return "its size" if overflow and overflow.way is not Way.SHRINK else "its smallest size"


def report_fit(
    fitted: Fitted, slot: str, span: Span, number: int, diagnostics: Diagnostics, overflow: Overflow | None = None
) -> None:
    """Report what is wrong with a fitted text, naming the slide, the slot and the excess."""
    setting = fitted.setting
    if not fitted.fits:
        over = []
        if fitted.excess_height > 0:
            lines = ceil(fitted.excess_height / setting.paragraphs[-1].style.leading)
            over.append(f"{ceil(fitted.excess_height)} points ({lines} {'line' if lines == 1 else 'lines'}) too tall")
        if setting.excess_width > 0:
            over.append(f"{ceil(setting.excess_width)} points too wide, in a word that cannot be broken")
        diagnostics.report(
            "text-too-long",
            f"slide {number}: `{slot}` is {' and '.join(over)} at {which_size(overflow)}, {setting.size} points",
            span,
            help=_SAME_EVERYWHERE if slot in _FURNITURE else ways_out(overflow),
        )
    elif not setting.safe:
        diagnostics.report("unsafe-breaks", f"slide {number}: line breaks of `{slot}` are written into the PPTX", span)
