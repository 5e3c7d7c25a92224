"""The fonts that runs name: what is not in its text's own font says so, or another program would look for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from deckmaker.dataclasses import dataclass, replace
from deckmaker.fonts import FaceKey
from deckmaker.fonts.fallback import stretches
from deckmaker.fonts.script import script_of
from deckmaker.layout import Document, TextItem
from deckmaker.model import Paragraph, Run
from deckmaker.render.pptx.languages import with_region
from deckmaker.render.pptx.levels import Level
from deckmaker.render.pptx.office_fonts import COMPLEX, EAST_ASIAN, east_asian_language, family_of, language_of
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute
from deckmaker.text.bidi import may_turn
from deckmaker.text.script_space import has_east_asian
from deckmaker.text.styling import inline_style
from deckmaker.theme import TextStyle, Theme

_FIRST_SCRIPT = "\u0530"
"""Latin, Greek and Cyrillic, which a theme's own fonts are for, end before it."""


@dataclass(frozen=True, slots=True)
class ScriptFonts:
    """The families of a presentation's theme for East Asian and for complex scripts, empty where a deck has neither.

    `language` is the deck's.
    """

    language: str
    east_asian: str = ""
    complex: str = ""

    def named(self, text: str, beside: str, face: FaceKey) -> tuple[str, str | None]:
        """Return the name of the font for a text that an installed face draws here, and the text's language.

        The name is a reference, `ea` or `cs`, where the theme has the family. `beside` is the text's paragraph.
        """
        family, language = self.family(text, beside, face)
        return {self.east_asian: "ea", self.complex: "cs"}.get(family, family), language

    def family(self, text: str, beside: str, face: FaceKey) -> tuple[str, str | None]:
        """Return the same with the name itself in place of a reference."""
        language = language_of(text, beside, self.language)
        return family_of(text, language) or face.family, language


def script_fonts(document: Document) -> ScriptFonts:
    """Return what a document's theme names: by the deck's language, or else by most of its words of such scripts."""
    east_asian: Counter[str] = Counter()
    complex: Counter[str] = Counter()
    texts = (text.item for page in document.pages for placed in page.placed for text in placed.texts)
    paragraphs = (one for item in texts if isinstance(item, TextItem) for one in item.setting.paragraphs)
    for written in (one.paragraph.text for one in paragraphs):
        if max(written, default="") < _FIRST_SCRIPT:
            continue
        for script, letters in groupby(written, script_of):
            text = "".join(letters)
            if has_east_asian(text):
                east_asian[EAST_ASIAN[_east_asian(text, written, document.language)]] += len(text)
            elif script in COMPLEX:
                complex[COMPLEX[script][0]] += len(text)
    language = east_asian_language(document.language)
    return ScriptFonts(
        with_region(document.language),
        EAST_ASIAN[language] if language else _most(east_asian),
        _most(complex),
    )


def _east_asian(text: str, beside: str, tag: str) -> str:
    return east_asian_language(language_of(text, beside, tag) or "") or "zh-CN"


def _most(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""


@dataclass(frozen=True, slots=True)
class FacedRun(Run):
    """A run in one face. `drawn` is whether that is bold, and italic: what a family lacks nothing shall imitate.

    `latin` is the font that the run names, None where it inherits; `language` its own, None where it has the deck's.
    `stands_in` says that its face is not the text's own, `beside` that another run's is not.
    """

    drawn: tuple[bool, bool] = (False, False)
    latin: str | None = None
    stands_in: bool = False
    beside: bool = False
    language: str | None = None


def faced_runs(paragraph: Paragraph, style: TextStyle, theme: Theme, fonts: ScriptFonts) -> tuple[FacedRun, ...]:
    """Return a paragraph's runs, cut where layout has changed their face."""
    runs = tuple(part for run in paragraph.runs for part in _parts(run, paragraph, style, theme, fonts))
    if theme.turned or any(run.stands_in for run in runs) or may_turn(paragraph.text):
        return tuple(replace(run, beside=True) for run in runs)
    return runs


def _parts(run: Run, paragraph: Paragraph, style: TextStyle, theme: Theme, fonts: ScriptFonts) -> Iterator[FacedRun]:
    own = inline_style(run, style, style.size, theme).face
    code = theme.families["code"].name if run.code else None

    def made(text: str, face: FaceKey) -> FacedRun:
        latin, language = code if face == own else face.family, None
        if not face.is_office and face != own:
            latin, language = fonts.named(text, paragraph.text, face)
            if latin in ("ea", "cs"):
                latin = f"+{'mj' if style.font == 'heading' else 'mn'}-{latin}"
        given = run.bold, run.italic, run.code, run.link, run.script, run.footnote, run.syntax
        return FacedRun(text, *given, (face.bold, face.italic), latin, face != own, False, language)

    named = [made(one.text, one.face) for one in stretches(run.text, own)]
    for _, alike in groupby(named, lambda one: (one.stands_in, one.drawn, one.latin, one.language)):
        first, *others = alike
        yield replace(first, text="".join(one.text for one in (first, *others))) if others else first


def drawn_style(run: Run, level: Level) -> tuple[bool, bool]:
    """Return whether a run is drawn bold, and italic."""
    return run.drawn if isinstance(run, FacedRun) else (run.bold or level.bold, run.italic or level.italic)


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
