"""What is drawn otherwise than a deck asks for: in fonts that stand in for the theme's, or by damaged ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.budget.fonts import FONT_STEPS
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.family import Standing
from deckmaker.fonts.invisible import needing_glyphs
from deckmaker.layout.document import Page, Placed, TextItem
from deckmaker.layout.findings import listed_characters
from deckmaker.model import Marker
from deckmaker.text import GlyphRun
from deckmaker.theme import Theme

_ALSO_THERE = "PDF and HTML carry it; the PPTX names Office's own font for such words, whose lines may end elsewhere"


def report_fallback_fonts(pages: Iterable[Page], theme: Theme, diagnostics: Diagnostics) -> None:
    """Report every font that stands in for the theme's, once, where it first does. Bullets may have their own."""
    has_bullet_font = theme.lists.bullet_font is not None
    lacking: dict[FaceKey, dict[str, None]] = {}
    places: dict[FaceKey, Span | None] = {}
    for run, place in _drawn(pages, without_bullets=has_bullet_font):
        if own := run.style.instead_of:
            font = run.style.face._replace(bold=False, italic=False)
            shown = needing_glyphs(run.text)
            found = [one for one in shown if not face(own).has(one)] or shown
            if found:
                places.setdefault(font, place)
                lacking.setdefault(font, {}).update(dict.fromkeys(found))
    for font, characters in lacking.items():
        message = f"the theme's fonts lack {listed_characters(tuple(characters))}, taken from `{font.family}`"
        diagnostics.report("fallback-font", message, places[font], help=None if font.is_office else _ALSO_THERE)


def report_damaged_fonts(pages: Iterable[Page], diagnostics: Diagnostics) -> None:
    """Report every font that is not ours and has a damaged glyph that is drawn, once, where it first is; and the one
    with which all that is drawn in PostScript's curves is too much."""
    places: dict[FaceKey, dict[str, Span | None]] = {}
    damaged: dict[FaceKey, str] = {}
    glyphs: dict[FaceKey, set[int]] = {}
    for run, place in _drawn(pages):
        key = run.style.face
        if not key.is_office:
            known, own = places.setdefault(key, {}), face(key)
            fresh = {*run.glyphs} - glyphs.setdefault(key, set())
            glyphs[key] |= fresh
            if run.text.strip() and run.glyphs and not any(run.glyphs) and own.covers(run.text):
                damaged.setdefault(key, run.text.strip()[0])
            for glyph in fresh:
                if not own.is_within_bounds(glyph):
                    damaged.setdefault(key, run.text[run.clusters[run.glyphs.index(glyph)]])
            for one in run.text:
                known.setdefault(one, place)
    if not places:
        return
    from deckmaker.fonts.soundness import first_damaged  # which most decks, in our own fonts, do not need

    left = FONT_STEPS.most
    for key, characters in places.items():
        own, why, at = face(key), "", next(iter(characters))
        if letter := damaged.get(key) or first_damaged(key, characters):
            why, at = f"`{own.path.name}` is damaged where it draws {listed_characters((letter,))}", letter
        elif own.has_cubic_outlines and left >= 0:
            left -= sum(map(own.steps, glyphs[key]))
            why = "" if left >= 0 else f"what is drawn {FONT_STEPS.excess()}"
        if why:
            help = "take another file of it, such as the one that its maker offers"
            diagnostics.report("unusable-font", f"`{key.family}` cannot be used: {why}", characters[at], help)


def _drawn(pages: Iterable[Page], without_bullets: bool = False) -> Iterator[tuple[GlyphRun, Span | None]]:
    """Yield all that texts draw, with the place where it was written."""
    for text in _texts(pages):
        assert isinstance(text.item, TextItem)
        for one in text.item.setting.paragraphs:
            bullet = one.marker if without_bullets and one.paragraph.marker is Marker.BULLET else None
            yield from ((run, one.paragraph.span or text.span) for run in one.glyph_runs if run is not bullet)


def _texts(pages: Iterable[Page]) -> Iterator[Placed]:
    """Yield all texts; what is the same on many slides, once."""
    seen: set[int] = set()
    for text in (text for page in pages for placed in page.leaves for text in placed.texts):
        assert isinstance(text.item, TextItem)
        if id(text.item.setting) not in seen:
            seen.add(id(text.item.setting))
            yield text


def report_missing_faces(pages: Iterable[Page], theme: Theme, diagnostics: Diagnostics) -> None:
    """Report every style that a family of the theme lacks and a text has, once, where it is first drawn as another."""
    if not any(family.lacks_a_face for family in theme.families.values()):
        return
    found: dict[tuple[str, bool, bool], Span | None] = {}
    for text in _texts(pages):
        assert isinstance(text.item, TextItem)
        style = text.item.style
        for one in text.item.setting.paragraphs:
            for run in one.paragraph.runs:
                role = "code" if run.code else style.font
                wanted = style.bold or run.bold, style.italic or run.italic
                drawn = theme.families[role].face(*wanted)
                if (drawn.bold, drawn.italic) != wanted:
                    found.setdefault((role, *wanted), one.paragraph.span or text.span)
    said = set()
    for (role, bold, italic), place in found.items():
        family = theme.families[role]
        drawn = family.face(bold, italic)
        missing, other = _style(bold, italic), _style(drawn.bold, drawn.italic)
        if (family.name, missing) in said:
            continue
        said.add((family.name, missing))
        message = f"`{family.name}` has no {missing}: its {other} is drawn, in all outputs"
        where = "add its file to `files`" if family.standing is Standing.FILES else "install it"
        diagnostics.report("missing-face", message, place, f"{where}, or leave out what is {missing}")


def _style(bold: bool, italic: bool) -> str:
    return " ".join([*(["bold"] if bold else []), *(["italic"] if italic else [])]) or "regular"
