"""The web fonts of one document: which faces it shows, which texts in each, and what families are called."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, groupby
from typing import NamedTuple

from deckmaker.fonts import FaceKey, Family, face
from deckmaker.fonts.clusters import clusters
from deckmaker.fonts.mapping import shaped_apart
from deckmaker.fonts.script import script_of
from deckmaker.fonts.soundness import first_damaged
from deckmaker.layout import TextItem
from deckmaker.render.html.markup import identifier, quoted, rule
from deckmaker.render.html.web_font import web_font
from deckmaker.text import InlineStyle
from deckmaker.theme import TextStyle, Theme


class FacesShown(NamedTuple):
    """The faces that texts are shown in: the words in each, what families of theirs are called in the page, and the
    classes of those that stand in for the theme's."""

    words: defaultdict[FaceKey, set[str]]
    names: dict[FaceKey, str]
    classes: dict[str, str]

    def add(self, others: FacesShown) -> None:
        """Take over what others are."""
        for key, words in others.words.items():
            self.words[key] |= words
        self.names.update(others.names)
        self.classes.update(others.classes)


def _none_shown() -> FacesShown:
    return FacesShown(defaultdict(set), {}, {})


class WebFonts:
    """The faces of one document: collects the words that each must show, then writes the rules.

    Families are called dm-1, dm-2 …: "Carlito" is a reserved name that a changed font may not bear.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._families: dict[tuple[str, str], str] = {}
        for family in theme.families.values():
            self._name(family.face(False, False))
        self._shown = _none_shown()

    def stack(self, family: Family) -> str:
        """Return the value of font-family for a family of the theme."""
        key = family.face(False, False)
        return f"{self._name(key)},{quoted(key.family)},{family.generic}"

    def collect(self, text: TextItem) -> None:
        """Note the words that a text shows, and a space: those at line ends are not in the lines.

        Its own family is noted if other faces show all of it: browsers have each line's baseline by the font of the
        text, even if none of its letters is there (CSS Inline 3, 2.2).
        """
        families = set()
        for run in (run for paragraph in text.setting.paragraphs for run in paragraph.glyph_runs):
            families.add(self._note(run.style.face, shaped_apart(run.text)))
            if one := face_class(run.style):
                self._shown.classes[one] = self._name(run.style.face)
        own = self._theme.face(text.style)
        if self._name(own) not in families:
            self._note(own, ())

    def _note(self, key: FaceKey, words: Iterable[str]) -> str:
        """Note words that a face shows, and a space; return its family's name in the page."""
        self._shown.words[key].update(" ", words)
        name = self._shown.names[key] = self._name(key)
        return name

    def add(self, style: TextStyle, texts: Collection[str]) -> None:
        """Note the words of texts that the browser sets by itself, in a style.

        Layout has judged none of them: where a font that is not ours has a damaged glyph, the browser takes its own. So
        it does for what the font lacks.
        """
        key = self._theme.face(style)
        if key.is_office or not first_damaged(key, filter(face(key).has, chain.from_iterable(texts))):
            pieces = chain.from_iterable(map(_by_script, texts))
            self._shown.words[key].update(" ", *map(shaped_apart, pieces))

    @contextmanager
    def noted(self) -> Iterator[FacesShown]:
        """Yield what will hold the faces of the texts that are collected meanwhile."""
        before, self._shown = self._shown, _none_shown()
        try:
            yield self._shown
        finally:
            before.add(self._shown)
            self._shown = before

    def take(self, shown: FacesShown) -> bool:
        """Collect what was noted of texts in another page; tell whether their families have the same names here."""
        if any(self._name(key) != name for key, name in shown.names.items()):
            return False
        self._shown.add(shown)
        return True

    def _name(self, key: FaceKey) -> str:
        """Return the name of a face's family in the page, a new one where it has none yet."""
        return self._families.setdefault((key.family, key.origin), f"dm-{len(self._families) + 1}")

    def rules(self) -> str:
        """Return an @font-face rule for each face that is used, and a class for each family that stands in."""
        faces = "".join(self._rule(key) for key in sorted(self._shown.words))
        return faces + "".join(rule(f".{one}", {"font-family": name}) for one, name in self._shown.classes.items())

    def _rule(self, key: FaceKey) -> str:
        family = self._name(key)
        data = b64encode(web_font(key, self._shown.words[key], family)).decode("ascii")
        declarations = {
            "font-family": family,
            "font-weight": "700" if key.bold else "400",
            "font-style": "italic" if key.italic else "normal",
            "src": f"url(data:font/woff;base64,{data}) format('woff')",
        }
        return rule("@font-face", declarations)


def _by_script(text: str) -> Iterable[str]:
    """Return a text in parts of one script each, as browsers shape it."""
    return (text,) if text.isascii() else ("".join(group) for _, group in groupby(clusters(text), script_of))


def face_class(style: InlineStyle) -> str | None:
    """Return the class of words in a face that is not their text's own, None for all others."""
    if style.instead_of is None:
        return None
    return f"{'face' if style.face.is_office else 'installed'}-{identifier(style.face.family)}"
