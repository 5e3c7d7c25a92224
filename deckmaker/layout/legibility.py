"""Whether texts can be read where they stand: each on what is really drawn behind it, pictures and panels included.

What a theme's colours do by themselves is said when the theme is loaded. Here is what shows on a page alone: panels
under a part of a slot, pictures without a scrim, scrims that cannot help, and slots that themes do not name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.listing import listed, slides_listed
from deckmaker.layout.document import (
    ConnectorsItem,
    EquationItem,
    Fill,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import extremes_behind
from deckmaker.layout.written_numbers import written_numbers
from deckmaker.model.geometry import Rect
from deckmaker.text import GlyphRun
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.contrast import AA, AA_LARGE, RGB, blended, contrast, in_words, rgb

_RISE, _DROP = 0.75, 0.2
"""How far a line reaches above and below its baseline, in ems: capitals, and most of a descender."""

_LARGE, _LARGE_BOLD = 18, 14
"""Points from which a text is large (WCAG 2.2, "large scale")."""

_MOST = 0.5
"""The opacity from which a colour is seen more than what lies below it; the share of a line that hides a letter."""

_CHANGE = "change one of the two colours, or what lies there"
_PANEL = "put a scrim or a panel between them"

_UNNAMED = {
    Role.LABEL: "labels",
    Role.AXIS: "labels of an axis",
    Role.SUBTITLE: "subtitles",
    Role.CAPTION: "captions",
}
"""What texts are called that have no slot, by their roles."""

Behind = Placed | Fill
"""What may lie behind a text: shapes, pictures, and the backgrounds of a table's rows."""


class _Ground(NamedTuple):
    """A colour that may be seen behind a text, and the palette's name of what is seen most of; None for a picture."""

    color: RGB
    name: str | None


class _Run(NamedTuple):
    """A stretch of a text, or a formula: its colour and size, where its ink is, and what may lie behind it, the lowest
    first."""

    text: Placed
    color: str
    size: float
    bold: bool
    box: Rect
    behind: Sequence[Behind]


@dataclass(slots=True)
class _Faint:
    """Texts of one colour on one ground: least contrast, what is needed, the first place, which texts, and slides."""

    span: Span | None
    ratio: float = 21.0
    need: float = 0.0
    texts: dict[str, None] = field(default_factory=dict)
    slides: dict[int, None] = field(default_factory=dict)


def report_faint_texts(pages: Sequence[Page], theme: Theme, diagnostics: Diagnostics) -> None:
    """Warn of every colour of text that is shown on a ground from which it stands out too little, and name its places.

    What a warning of the theme has named is not said again.
    """
    found: dict[tuple[str, str | None], _Faint] = {}
    palettes = list(theme.modes.values() or (theme.palette,))
    numbers = written_numbers(pages)
    for page in pages:
        for one in _runs(page):
            for palette in palettes:
                _measure(one, page, numbers[page.number], palette, theme, found)
    for (color, ground), faint in found.items():
        _warn(color, ground, faint, theme, diagnostics)


def _measure(
    one: _Run,
    page: Page,
    slide: int,
    palette: Mapping[str, str],
    theme: Theme,
    found: dict[tuple[str, str | None], _Faint],
) -> None:
    slot = one.text.region or one.text.slot or ""
    who = f"`{slot}`" if slot else _UNNAMED.get(one.text.role, "texts")
    need = AA_LARGE if one.size >= (_LARGE_BOLD if one.bold else _LARGE) else AA
    text = palette[one.color]
    for ground in _grounds(one, page.layout, palette):
        ratio = _contrast(text, ground.color)
        if ratio < need and slot not in theme.faint.get((one.color, ground.name or ""), ()):
            faint = found.setdefault((one.color, ground.name), _Faint(one.text.span))
            faint.ratio, faint.need = min(faint.ratio, ratio), max(faint.need, need)
            faint.texts[who] = faint.slides[slide] = None


@lru_cache(maxsize=4_096)
def _contrast(text: str, ground: RGB) -> float:
    return contrast(rgb(text), ground)


_color = lru_cache(maxsize=256)(rgb)


def _runs(page: Page) -> Iterator[_Run]:
    """Yield all that is to be read on a page, with what has been drawn before it.

    Markings are readable on plates of their own; words that hang out of these are reported as too long.
    """
    drawn: list[Placed] = []
    behind: list[Behind]
    for placed in (leaf for one in page.placed if one.role is not Role.MARKING for leaf in one.leaves):
        match placed.item:
            case TextItem():
                yield from _in_text(placed, [one for one in drawn if one.rect.overlaps(placed.rect)])
            case TableItem(backgrounds=backgrounds):
                rows = [fill for fill in backgrounds if fill.rect.width > placed.rect.width - 1]
                columns = [fill for fill in backgrounds if fill not in rows]
                bottoms = [fill.rect.bottom for fill in rows]  # they follow on each other
                under = [one for one in drawn if one.rect.overlaps(placed.rect)]
                for text, cell in zip(placed.texts, placed.item.cells, strict=True):
                    first = bisect_left(bottoms, cell.rect.y + 1)
                    end = bisect_left(bottoms, cell.rect.bottom + 1)
                    yield from _in_text(text, [*under, *rows[first : end + 1], *columns])
            case PictureItem() | ShapeItem() | GroupItem():
                drawn.append(placed)
            case ConnectorsItem():
                pass  # texts stand beside lines
            case EquationItem(color=color, size=size):
                behind = [one for one in drawn if one.rect.overlaps(placed.rect)]
                yield _Run(placed, color, size, False, placed.rect, behind)
            case chart:
                from deckmaker.layout.charts.on_marks import labels_and_marks  # which few decks need

                for label, paint in labels_and_marks(chart):
                    behind = [one for one in drawn if one.rect.overlaps(label.placed.rect)]
                    if paint:
                        behind.append(Fill(label.placed.rect, *paint))
                    yield from _in_text(label.placed, behind)
                drawn.append(placed)


def _in_text(text: Placed, behind: Sequence[Behind]) -> Iterator[_Run]:
    assert isinstance(text.item, TextItem)
    if not behind:  # as nearly all texts: wherever they are, the page is behind them
        drawn = (run for one in text.item.setting.paragraphs for run in one.glyph_runs if not run.text.isspace())
        for run in {(run.style.color, run.style.size, run.style.face.bold): run for run in drawn}.values():
            yield _run(text, run, text.rect, behind)
        return
    left, top = text.rect.x, text.rect.y + text.item.offset
    for paragraph in text.item.setting.paragraphs:
        runs = [(one.x + run.x, one.baseline, run) for one in paragraph.lines for run in one.line.runs]
        if marker := paragraph.marker:
            runs.append((marker.x, paragraph.lines[0].baseline, marker))
        for x, baseline, run in runs:
            if not run.text.isspace():
                size = run.style.size
                box = Rect(left + x, top + baseline - _RISE * size, run.width, (_RISE + _DROP) * size)
                yield _run(text, run, box, behind)


def _run(text: Placed, run: GlyphRun, box: Rect, behind: Sequence[Behind]) -> _Run:
    style = run.style
    return _Run(text, style.color, style.size, style.face.bold, box, behind)


def _page(one: _Run, layout: SlideLayout, palette: Mapping[str, str]) -> _Ground:
    """Return what the page itself has behind a run: its colour, or, in the middle, what a template draws there."""
    if layout.brand is None or layout.draws_over_picture:
        return _Ground(_color(palette[layout.background]), layout.background)
    slot = layout.slots.get(one.text.region or one.text.slot or "")
    found = layout.brand.color_behind(slot.rect if slot else one.box)
    return _Ground(_color(found), found)


def _grounds(one: _Run, layout: SlideLayout, palette: Mapping[str, str]) -> Iterable[_Ground]:
    """Return the colours that may be seen behind a run, in a palette of #RRGGBB; none of a picture below a scrim."""
    background = layout.background
    grounds = [_page(one, layout, palette)]
    for layer in one.behind:
        part = one.box.within(layer.rect)
        if part.height < _MOST * one.box.height or part.width < min(_MOST * one.box.height, one.box.width) - TOLERANCE:
            continue  # beside it, or a rule
        item = layer if isinstance(layer, Fill) else layer.item
        fade = item.fade if isinstance(item, ShapeItem) else 0.0
        if isinstance(item, PictureItem):
            if _is_scrimmed(one):
                grounds = []  # nothing but what is drawn above is to be measured
                continue
            found = [_Ground(color, None) for color in extremes_behind(part, layer.rect, item, palette[background])]
        elif isinstance(item, Fill | ShapeItem):
            color = _color(palette[item.color])
            seen = item.color if item.opacity >= _MOST else None
            if item.opacity == 1:
                found = [_Ground(color, seen)]
            else:
                found = [_Ground(blended(color, under.color, item.opacity), seen or under.name) for under in grounds]
        else:
            continue
        covers = part.height > one.box.height - 1 and part.width > one.box.width - 1
        is_solid = one.box.right <= layer.rect.right - fade + 1
        grounds = found if covers and is_solid else [*grounds, *found]
    return dict.fromkeys(grounds)


def _is_scrimmed(one: _Run) -> bool:
    """Tell whether a scrim lies under all of a run that was made as opaque as it must be, which is less than wholly."""
    return any(
        isinstance(layer, Placed)
        and isinstance(layer.item, ShapeItem)
        and layer.decision is not None
        and layer.decision.least is not None
        and layer.item.opacity < 1
        and one.box.right <= layer.rect.right - layer.item.fade + 1
        and one.box.x >= layer.rect.x
        for layer in one.behind
    )


def _warn(color: str, ground: str | None, one: _Faint, theme: Theme, diagnostics: Diagnostics) -> None:
    texts = listed(list(one.texts))
    message = f"contrast of `{color}` on {f'`{ground}`' if ground else 'the picture'} is {in_words(one.ratio)}; "
    verb = "needs" if len(one.texts) == 1 and texts.startswith("`") else "need"
    message += f"{texts} of {slides_listed(list(one.slides))} {verb} {one.need:g}:1"
    places = theme.color_places
    span = places.get(color) or places.get(ground or "") or one.span
    diagnostics.report("low-contrast", message, span, help=_CHANGE if ground else _PANEL)
