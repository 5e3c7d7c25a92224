"""Runs and paragraphs under a text style: which face, size and colour each stretch takes."""

from __future__ import annotations

from math import ceil

from deckmaker.dataclasses import dataclass
from deckmaker.fonts import FaceKey, Family, face
from deckmaker.fonts.family import office_family
from deckmaker.model import Marker, Paragraph, Run, SlideLink, looks_linked
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.baselines import LineBox, line_box, line_height
from deckmaker.theme.palette import CODE_COLORS

SCRIPT_SCALE = 0.58
"""Size of super- and subscript against the text around it, as LibreOffice draws PowerPoint's."""
POWERPOINT_SCRIPT_SCALE = 2 / 3
"""The same, as PowerPoint draws it (docs/analysis/powerpoint.md)."""
SCRIPT_RISE = {0: 0.0, 1: 0.30, -1: -0.08}
"""Rise of the baseline in ems of the text around it. PowerPoint's own are 30 and -25 %, but a subscript that reaches
below the text's descent makes LibreOffice lift the whole line: -8 % stays above it."""

PLAIN = "ink"
"""The palette's colour of ordinary text."""

BULLET_CENTER = 0.6
"""Ems above a line's bottom, where LibreOffice has the middle of a bullet's font; it has the baseline at a fifth of the
line. A bullet so large that its own baseline is there, too, stands as in every other program (measured for four fonts
and three spacings)."""

MARKER_GAP = 0.28
"""Ems between a marker and its item at least."""

STEM = "H"
"""A letter whose left edge is a plain stem: what the eye takes for the edge of a text."""

UNDERLINE_DROP, UNDERLINE_WEIGHT = 0.1, 0.055
"""Top of a link's underline below the baseline and its thickness, in ems: near what LibreOffice draws. PowerPoint
underlines every link, so the other outputs do."""


@dataclass(frozen=True, slots=True)
class InlineStyle:
    """How a run is drawn: sizes, `rise` above the baseline and `tracking` in points; `color` is a palette name.

    `instead_of` is the face that has no glyphs for it, None where its own has them. `footnote` is the number of the
    footnote that it marks, 0 where it marks none.
    """

    face: FaceKey
    size: float
    color: str
    tracking: float
    rise: float = 0.0
    link: str | SlideLink | None = None
    instead_of: FaceKey | None = None
    footnote: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is set, in points: lines `leading` high, their baselines `descent` above their bottoms.

    Text begins `left` of the frame's edge, its marker `hanging` before that. Without a marker it is the first line that
    hangs. `marker_scale` is the marker's size against the text's. One that is `turned` runs from right to left; if its
    words are `isolated`, they do not, as those of an item in another script, whose marker is on the right. Of one that
    is `opposed`, all counts from the frame's right edge.
    """

    size: int
    leading: float
    descent: float
    before: float
    left: float
    hanging: float
    marker: str
    marker_scale: float
    turned: bool = False
    isolated: bool = False
    on_turned_page: bool = False

    @property
    def opposed(self) -> bool:
        """Whether it runs from right to left on a page that does not."""
        return self.turned and not self.on_turned_page

    @property
    def line(self) -> LineBox:
        """The box of each of its lines."""
        return LineBox(self.leading, self.descent)

    @property
    def first_hanging(self) -> float:
        """How far the first line's words begin before the others'."""
        return 0.0 if self.marker else self.hanging


def inline_style(run: Run, style: TextStyle, size: int, theme: Theme) -> InlineStyle:
    """Return how `run` is drawn in a text of `style` at `size` points."""
    family = theme.families["code" if run.code else style.font]
    return InlineStyle(
        face=family.face(style.bold or run.bold, style.italic or run.italic),
        size=size * SCRIPT_SCALE if run.script else size,
        color=run_color(run, style, theme) if run.link or run.syntax else style.color,
        tracking=style.tracking,
        rise=size * SCRIPT_RISE[run.script],
        link=run.link,
        footnote=run.footnote.number if run.footnote else 0,
    )


def run_color(run: Run, style: TextStyle, theme: Theme) -> str:
    """Return the colour of a run in a text: that of links, that of its kind of word in code, else the text's."""
    if looks_linked(run.link):
        return link_color(style, theme)
    own = CODE_COLORS.get(run.syntax, ()) if style.color == PLAIN else ()
    return next((name for name in own if name in theme.palette), style.color)


def link_color(style: TextStyle, theme: Theme) -> str:
    """Return the colour of links in a text: the theme's, but on pages where texts have colours of their own, theirs."""
    return theme.link_color if style.color == PLAIN else style.color


def marker_color(style: TextStyle, theme: Theme) -> str:
    """Return the colour of list markers in a text, by the same rule."""
    return theme.lists.color if style.color == PLAIN else style.color


def paragraph_style(
    paragraph: Paragraph, first: bool, style: TextStyle, size: int, theme: Theme, hanging: int | None = None
) -> ParagraphStyle:
    """Return how `paragraph` is set when its frame's text is set at `size`.

    `first` paragraphs take no space before. `hanging` widens the indent where markers need more than the theme's.
    """
    lists = theme.lists
    own = level_size(paragraph.level, style, size, theme)
    gap = lists.nested_gap if paragraph.level else style.gap
    marker = marker_text(paragraph, theme)
    bullet = paragraph.marker is Marker.BULLET
    left = step = 0.0
    if marker:
        step = hanging or max(round(size * lists.indent), _marker_room(marker, own, style, theme) if bullet else 0)
        left = round(size * lists.indent) * paragraph.level + step
    line = line_box(style, own, theme.families)
    runs = runs_turned(paragraph, theme)
    turned = runs or (theme.turned and paragraph.marker is not Marker.NONE)
    return ParagraphStyle(
        size=own,
        leading=line.height,
        descent=line.descent,
        before=0 if first else _on_grid(size * gap, theme),
        left=left,
        hanging=0.0 if paragraph.continues else step - _bullet_inset(marker, own, style, theme) if bullet else step,
        marker="" if paragraph.continues else marker,
        marker_scale=_bullet_scale(style, theme) if bullet else 1.0,
        turned=turned,
        isolated=turned and not runs,
        on_turned_page=theme.turned,
    )


def runs_turned(paragraph: Paragraph, theme: Theme) -> bool:
    """Tell whether the words of a paragraph run from right to left: by their first letter, or, on pages that do, by
    most of them, in lists by any. Code never does: its columns line up."""
    text = paragraph.text
    if text.isascii() or is_code(paragraph):
        return False
    from deckmaker.text.bidi import is_mostly_right_to_left, may_turn, runs_right_to_left

    if not theme.turned:
        return runs_right_to_left(text)
    # PPTX files cannot have words run the other way in an item, but for those that are all of it.
    return may_turn(text) and (paragraph.marker is not Marker.NONE or is_mostly_right_to_left(text))


def least_leading(style: TextStyle, size: int) -> float:
    """Return the least that a line takes of a text that is set at `size` points, in points: one of a nested list."""
    return line_height(style.percent, min(size, style.nested_minimum))


def _on_grid(length: float, theme: Theme) -> float:
    """Return a vertical length to the nearest whole step of the theme's baseline grid."""
    return round(round(length / theme.baseline, 6)) * theme.baseline


def bullet_family(style: TextStyle, theme: Theme) -> Family:
    """Return the family that the bullets of a text are drawn in."""
    own = theme.lists.bullet_font
    return office_family(own) if own else theme.families[style.font]


def _bullet_scale(style: TextStyle, theme: Theme) -> float:
    """Return a bullet's size against its text, to the whole percent that PowerPoint can say."""
    if theme.lists.bullet_size:
        return theme.lists.bullet_size
    metrics = face(bullet_family(style, theme).face(False, False)).metrics
    middle = BULLET_CENTER - line_height(style.percent, 1.0) / 5
    return round(2 * middle / (metrics.ascent + metrics.descent), 2)


def _marker_room(marker: str, size: int, style: TextStyle, theme: Theme) -> int:
    """Return the indent that a bullet needs so as not to touch its item, in points."""
    width = sum(face(bullet_family(style, theme).face(False, False)).shape(marker).advances)
    return ceil(size * (width * _bullet_scale(style, theme) + MARKER_GAP) + _bullet_inset(marker, size, style, theme))


def _bullet_inset(marker: str, size: int, style: TextStyle, theme: Theme) -> float:
    """Return how far a bullet moves to the right, so that its ink begins where letters' stems do; in hundredths."""
    stem = face(theme.families[style.font].face(False, False)).left_bearing(STEM)
    font = face(bullet_family(style, theme).face(False, False))
    inset = stem - font.left_bearing(marker[0]) * _bullet_scale(style, theme)
    return max(0.0, round(inset * size, 2))


def level_size(level: int, style: TextStyle, size: int, theme: Theme) -> int:
    """Return the size of a list level: below the first, the theme's step smaller, or the style's minimum."""
    return max(min(size, style.nested_minimum), size - theme.lists.shrink * min(level, 1))


def marker_text(paragraph: Paragraph, theme: Theme) -> str:
    """Return what stands before the paragraph: a bullet, `1.` or, nested, `a.`, a footnote's `1`; empty where nothing
    does."""
    if paragraph.marker is Marker.BULLET:
        return theme.lists.bullet_nested if paragraph.level % 2 else theme.lists.bullet
    if paragraph.marker is Marker.NUMBER:
        is_lettered = paragraph.level % 2 and theme.lists.in_letters
        return f"{_letters(paragraph.number)}." if is_lettered else f"{paragraph.number}."
    return str(paragraph.number) if paragraph.marker is Marker.FOOTNOTE else ""


def is_code(paragraph: Paragraph) -> bool:
    """Tell whether all words of a paragraph are code."""
    return all(run.code for run in paragraph.runs if run.text.strip())


def marker_run(paragraph: Paragraph, text: str) -> Run:
    """Return a marker's `text` in the marks that it has: a number is as bold and italic as its item begins.

    Every program takes a number's weight and slant from there, whatever the file says. Bullets name their font.
    """
    if paragraph.marker not in (Marker.NUMBER, Marker.FOOTNOTE) or not paragraph.runs:
        return Run(text)
    return Run(text, bold=paragraph.runs[0].bold, italic=paragraph.runs[0].italic)


def _letters(number: int) -> str:
    """Count as PowerPoint's alphaLcPeriod does: a … z, aa, bb … zz, aaa."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
