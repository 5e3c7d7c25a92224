"""The fonts that runs name: what is not in its text's own font says so, or another program would look for one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from deckmaker.dataclasses import dataclass, replace
from deckmaker.fonts import FaceKey
from deckmaker.fonts.fallback import stretches
from deckmaker.model import Paragraph, Run
from deckmaker.render.pptx.levels import Level
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute
from deckmaker.text.styling import inline_style
from deckmaker.theme import TextStyle, Theme


@dataclass(frozen=True, slots=True)
class FacedRun(Run):
    """A run in one face. `stand_in` is that face where it is not the text's own; `beside` says that another run's is.

    `latin` is the family that the run names, None where it inherits.
    """

    latin: str | None = None
    stand_in: FaceKey | None = None
    beside: bool = False


def faced_runs(paragraph: Paragraph, style: TextStyle, theme: Theme) -> tuple[FacedRun, ...]:
    """Return a paragraph's runs, cut where layout has changed their face."""
    runs = tuple(part for run in paragraph.runs for part in _parts(run, style, theme))
    if any(run.stand_in for run in runs):
        return tuple(replace(run, beside=True) for run in runs)
    return runs


def _parts(run: Run, style: TextStyle, theme: Theme) -> Iterator[FacedRun]:
    own = inline_style(run, style, style.size, theme).face
    for face, parts in groupby(stretches(run.text, own), lambda one: one.face):
        text = "".join(part.text for part in parts)
        latin = face.family if run.code or face != own else None
        stand_in = None if face == own else face
        yield FacedRun(text, run.bold, run.italic, run.code, run.link, run.script, run.footnote, latin, stand_in)


def drawn_style(run: Run, level: Level) -> tuple[bool, bool]:
    """Return whether a run is drawn bold, and italic; a stand-in may have neither, and nothing shall imitate them."""
    if isinstance(run, FacedRun) and run.stand_in:
        return run.stand_in.bold, run.stand_in.italic
    return run.bold or level.bold, run.italic or level.italic


def typefaces(run: Run, inherited: str, plain: Xml = NOTHING) -> Xml:
    """Return the fonts that a run names, `plain` where it has its text's own; `inherited` is the name of that.

    Which of the three a character takes, Latin, East Asian or of complex scripts, programs decide each by its own
    tables, and for digits, spaces and signs by what stands before them (docs/analysis/fallback-fonts.md). So a run in
    another font names it as all three, and the runs beside it do so with theirs.
    """
    if not isinstance(run, FacedRun):
        return plain
    latin = _font("latin", run.latin) if run.latin else plain
    name = run.latin or inherited
    return Xml(latin + (_font("ea", name) + _font("cs", name) if run.beside else ""))


def _font(kind: str, name: str) -> Xml:
    return Xml(f"<a:{kind} typeface={attribute(name)}/>")
