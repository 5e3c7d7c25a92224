"""What a deck's texts are drawn in, gathered from its pages: a record for each family that a PPTX names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics.printer import printable
from deckmaker.fonts import FAMILIES, FaceKey, Family, face
from deckmaker.fonts.fallback import stretches
from deckmaker.fonts.family import Standing
from deckmaker.fonts.invisible import needing_glyphs
from deckmaker.fonts.rights import rights_in_words
from deckmaker.layout import Document, TextItem
from deckmaker.text.styling import inline_style


@dataclass(frozen=True, slots=True)
class FontNeed:
    """A family: the `name` that a PPTX says, what it is `used_for`, and on which slides (1-based).

    `used_for` has roles of the theme, or `other letters` where it stands in for a family that lacks them; `letters`
    are then those. `drawn_with` is the family in PDF and HTML, `origin` where that comes from: deckmaker, project,
    machine. `files` are relative to the project, or bare names; `rights` is what OpenType calls them. `reader_needs` is
    what whoever opens the PPTX must have, None where every Office has it.
    """

    name: str
    used_for: tuple[str, ...]
    slides: tuple[int, ...]
    styles: tuple[str, ...]
    letters: str
    drawn_with: str
    origin: str
    files: tuple[str, ...]
    rights: tuple[str, ...]
    reader_needs: str | None


@dataclass(frozen=True, slots=True)
class DeckFonts:
    """The fonts of one deck: its path relative to the project, and what it needs in the order of first use."""

    deck: str
    fonts: tuple[FontNeed, ...]


@dataclass(slots=True)
class _Use:
    """What is known so far of a family that a PPTX names and the family that is drawn for it."""

    used_for: dict[str, None] = field(default_factory=dict)
    slides: dict[int, None] = field(default_factory=dict)
    keys: dict[FaceKey, None] = field(default_factory=dict)
    letters: dict[str, None] = field(default_factory=dict)


OTHER_LETTERS = "other letters"


Named = Callable[[str, str, FaceKey], str]
"""Returns the family that a PPTX names for a text, within a paragraph's, that an installed face draws."""


def fonts_of(document: Document, deck: Path, root: Path, named: Named) -> DeckFonts:
    """Return the fonts that the texts of a document need.

    `deck` and `root` are its file and its project, as paths without links; `named` tells what its PPTX names.
    """
    uses: dict[tuple[str, str, str], _Use] = {}
    standings = {family.face(False, False).origin: family.standing for family in document.theme.families.values()}
    for number, role, own, key, text, beside in _drawn(document):
        other = key.family if key.is_office else named(text, beside, key)
        name = own.name if key in own.faces else other
        use = uses.setdefault((name, key.family, key.origin), _Use())
        use.used_for[role if key in own.faces else OTHER_LETTERS] = None
        use.slides[number] = None
        use.keys[key] = None
        if key not in own.faces:
            use.letters |= dict.fromkeys(needing_glyphs(text))
    fonts = tuple(
        _need(name, drawn, origin, use, standings.get(origin), root) for (name, drawn, origin), use in uses.items()
    )
    return DeckFonts(printable(deck.relative_to(root).as_posix()), fonts)


def _drawn(document: Document) -> Iterator[tuple[int, str, Family, FaceKey, str, str]]:
    """Yield each part of a text: its page's number, its role, the family of that, the face that draws it, its words,
    and those of its paragraph."""
    theme = document.theme
    for page in document.pages:
        for item in (text.item for placed in page.leaves for text in placed.texts):
            assert isinstance(item, TextItem)
            paragraphs = [one.paragraph for one in item.setting.paragraphs]
            for run, beside in ((run, one.text) for one in paragraphs for run in one.runs):
                role = "code" if run.code else item.style.font
                own = inline_style(run, item.style, item.style.size, theme).face
                for part in stretches(run.text, own):
                    yield page.number, role, theme.families[role], part.face, part.text, beside


def _need(name: str, drawn: str, origin: str, use: _Use, standing: Standing | None, root: Path) -> FontNeed:
    faces = [face(key) for key in use.keys]
    is_office, is_stand_in = not origin, OTHER_LETTERS in use.used_for
    rights = dict.fromkeys(rights_in_words(one.rights) for one in faces)
    return FontNeed(
        name=name,
        used_for=tuple(use.used_for),
        slides=tuple(use.slides),
        styles=tuple(dict.fromkeys(_style(key) for key in use.keys)),
        letters="".join(use.letters),
        drawn_with=FAMILIES[drawn] if is_office else drawn,
        origin="deckmaker" if is_office else "project" if standing is Standing.FILES else "machine",
        files=tuple(dict.fromkeys(_shown(one.path, root) for one in faces)),
        rights=tuple(rights),
        reader_needs=None if name in FAMILIES or (name != drawn and is_stand_in) else name,
    )


def _style(key: FaceKey) -> str:
    return " ".join([*(["bold"] if key.bold else []), *(["italic"] if key.italic else [])]) or "regular"


def _shown(path: PurePath, root: Path) -> str:
    """Return a file of the project by its path in it, any other by its name: where a machine has it is its own."""
    return printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)
