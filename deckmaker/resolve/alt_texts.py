"""What alt texts say, as far as a program can tell: those that are written and say nothing are reported.

Words count in every language that the project knows, whatever the deck's: names of files and “image of” are written in
English in decks of all languages.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.edit import rewritten
from deckmaker.patterns import pattern

_FORMATS = "jpe?g|png|gif|svg|webp|tiff?|bmp|heic|avif|pdf|pptx?|docx?|xlsx?"

_FILE = pattern(rf"\.({_FORMATS})\b", re.IGNORECASE)
"""What PowerPoint's accessibility checker, too, takes for the name of a file: an extension."""

_NUMBERED = pattern(
    r"(img|dsc[nf]?|pxl|mvimg|scan|screenshot|bildschirmfoto|capture)[\W_]*\d[\d\W_a-z]{0,30}", re.IGNORECASE
)
"""Names that cameras and programs give to files."""

_KINDS = {
    "en": "alt alternative chart description diagram drawing figure graph graphic icon illustration image logo photo "
    "photograph pic picture placeholder screenshot text tbd todo",
    "de": "abbildung alternativtext beschreibung bild diagramm foto fotografie grafik illustration schaubild symbol "
    "zeichnung",
    "fr": "dessin graphique icône illustration image légende photo photographie schéma",
    "es": "dibujo diagrama foto fotografía gráfico icono ilustración imagen",
    "he": "איור גרף דיאגרמה לוגו סמל צילום תיאור תמונה תרשים",
    "ar": "أيقونة رسم شعار صورة مخطط وصف",
    "zh": "图 图片 图像 图表 照片 插图 示意图",
}
"""Words that say what kind of thing a picture is, and not what it shows, by language."""

_KIND = frozenset(word for words in _KINDS.values() for word in words.split())

_ARTICLES = frozenset(("a", "an", "the", "ein", "eine", "der", "die", "das", "un", "une", "le", "la", "l", "una", "el"))

_OPENING = pattern(
    r"(an? |the )?(image|picture|graphic) (of|showing)\b"
    r"|(ein |das |eine |die )?(bild|abbildung|grafik) (von|des|der|einer|eines|mit)\b"
    r"|(une |l['’])?image (de|du|des|d['’]|montrant)"
    r"|(una |la )?imagen (de|del|que muestra)\b"
    r"|(一张)?(图片|图像)(显示|展示|：|:)",
    re.IGNORECASE,
)
"""What a screen reader has said already when it comes to the alt text."""


def report_weak_alt(alt: str, file: str, caption: str | None, span: Span, diagnostics: Diagnostics) -> None:
    """Report an alt text that says nothing to whoever hears it.

    `file` is the picture's path as written, empty for what has none; `caption` is what stands below, as written.
    """
    if said := _weakness(alt, file, caption):
        rest = alt.removeprefix(said.left_out).lstrip(" :：") if said.left_out else ""
        is_whole = len(rest.split()) > 1  # else there is nothing that says what it shows
        edits = rewritten(span, alt, f"{rest[0].upper()}{rest[1:]}") if is_whole else ()
        diagnostics.report("weak-alt", f"`alt` {said.message}", span, said.help, edits=edits)


class _Weakness(NamedTuple):
    message: str
    help: str
    left_out: str = ""
    """The words at the beginning that may go."""


def _weakness(alt: str, file: str, caption: str | None) -> _Weakness | None:
    """Return what is wrong with an alt text and how to mend it, None where nothing is."""
    words = re.findall(r"[^\W\d_]+", alt.casefold())
    path = PurePosixPath(file)
    if (
        _FILE.search(alt)
        or _NUMBERED.fullmatch(alt)
        or (len(words) < 2 and path.stem and alt in (path.stem, path.name))
    ):
        return _Weakness(f"is the name of a file: `{alt}`", _SAY)
    telling = [word for word in words if word not in _ARTICLES]
    if not words or (telling and _KIND.issuperset(telling)):
        return _Weakness(f"does not say what the picture shows: `{alt}`", _SAY)
    if found := _OPENING.match(alt):
        help = f"leave out `{found[0]}`: screen readers say of every picture that it is one"
        return _Weakness(f"begins with `{found[0]}`", help, found[0])
    if caption and _plain(alt) == _plain(caption):
        return _Weakness("repeats the caption, which is read anyway", "say what the picture shows besides")
    return None


_SAY = "say in a sentence what it shows, or write `decorative: true` in place of it"


def _plain(text: str) -> str:
    """Return the letters and digits of a text, without its marks."""
    return "".join(re.findall(r"\w+", text.casefold()))
