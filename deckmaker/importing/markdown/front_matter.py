"""What the YAML above a Markdown file says, or above one of its slides: as Pandoc, Marp and Slidev have it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.importing.markdown.authors import authors_of, places_of
from deckmaker.importing.markdown.pictures import words_of_picture
from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.patterns import pattern
from deckmaker.source.yaml_reader import parse_yaml

_BLOCK = pattern(
    r"---[ \t]*\n"
    r"((?:[ \t]*#.*\n)*[A-Za-z_][\w .-]*:(?:[ \t].*)?\n(?:(?!(?:---|\.\.\.)[ \t]*$).*\n)*)"
    r"(?:---|\.\.\.)[ \t]*$\n?",
    re.MULTILINE,
)
"""A line of dashes that begins a file, a key on the next, and the line that ends what it begins."""

_PICTURE = pattern(r"!\[(?P<alt>[^\[\]]*+)\](?:\((?P<file>[^()]*+)\)|\[(?P<label>[^\[\]]*+)\])")
_LANGUAGE = pattern(LANGUAGE_TAG)
_SIZES = {"169": "16:9", "43": "4:3", "16:9": "16:9", "4:3": "4:3", "16/9": "16:9", "4/3": "4:3", "a4": "A4"}
_SLIDEV = ("background", "drawings", "highlighter", "layout", "mdc", "transition", "routerMode", "fonts", "lineNumbers")
"""Keys by which a file of Slidev is known."""

_LOOKS = (
    *_SLIDEV,
    *("theme", "addons", "download", "exportFilename", "export", "twoslash", "monaco", "monacoTypesSource"),
    *("selectable", "remoteAssets", "record", "browserExporter", "contextMenu", "wakeLock"),
    *("overviewSnapshots", "colorSchema", "class", "canvasWidth", "themeConfig", "favicon", "plantUmlServer"),
    *("defaults", "htmlAttrs", "presenter", "image", "hide", "disabled", "clicks", "duration", "timer", "css"),
    *("unocss", "level", "zoom", "preload", "hideInToc", "id"),
)
"""Keys of Slidev that say how slides look or run, and nothing that anybody reads."""

_SEPARATORS = ("separator", "verticalSeparator")
_ENDS = pattern(r"\^|\$|\\r\?|\\n|[\r\n]")
"""What stands around the line in the expressions by which reveal-md parts slides."""

_READ = (
    *(
        "title",
        "subtitle",
        "author",
        "authors",
        "affiliations",
        "date",
        "lang",
        "language",
        "footer",
        "size",
        "aspectratio",
    ),
    *(*_SEPARATORS, "aspectRatio", "headingDivider", "incremental", "marp", "slide-level"),
)

_FORMAT = "format"
_OF_FORMATS = ("footer", "incremental", "slide-level", "title", "subtitle", "date", "institute")
"""What Quarto may say for one format alone, which a deck has."""

_LINES = ("title", "subtitle", "date", "lang", "language", "footer")
_WORDS = ("header", "description", "keywords", "abstract", "institute")
"""Keys of words that no deck has."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The `keys` of a deck that the front matter gives, and what it says of the way in which the file has slides.

    `level` is that of the headings that begin slides, where it says so. `others` are keys that no deck has, `words`
    what some of them say, `pictures` the files of those among the words. `settings` are all that is said, for Slidev's
    first slide. `separators` are lines that begin slides, as reveal-md has them.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    is_marp: bool = False
    is_slidev: bool = False
    level: int | None = None
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    separators: tuple[str, ...] = ()


def without_front_matter(text: str) -> tuple[str, str]:
    """Return the front matter of a file, and the file with empty lines in its place, so that all lines keep their
    numbers. A rule that begins a file is none."""
    found = _BLOCK.match(text)
    if not found:
        return "", text
    return found[1], "\n" * found[0].count("\n") + text[found.end() :]


def read_front_matter(content: str, source: SourceFile, diagnostics: Diagnostics) -> FrontMatter | None:
    """Read front matter, which begins on the second line of its file; report mistakes in it, and return None."""
    if not content.strip():
        return FrontMatter()
    at_its_lines = SourceFile(source.name, f"\n{content}\n", source.path)
    tree = parse_yaml(at_its_lines, diagnostics)
    if tree is None:
        return None
    data, formats = _with_formats(tree.data if isinstance(tree.data, dict) else {})
    is_marp = "marp" in data
    authors = authors_of([data.get("author"), data.get("authors")], data.get("affiliations"))
    said = {key: as_line(data.get(key), is_marp) for key in (*_LINES, *_WORDS)}
    said["institute"] = places_of(data.get("institute"))
    found = {
        "title": said["title"],
        "subtitle": said["subtitle"],
        "author": ", ".join(dict.fromkeys(map(as_line, authors.names))),
        "date": said["date"],
        "language": said["lang"] or said["language"],
        "size": _SIZES.get(as_line(data.get("aspectratio") or data.get("aspectRatio") or data.get("size")).lower(), ""),
        "footer": said["footer"],
        "incremental": "true" if str(data.get("incremental")).lower() in ("true", "yes", "on") else "",
    }
    if not _LANGUAGE.fullmatch(found["language"]):
        found["language"] = ""
    is_slidev = any(key in data for key in _SLIDEV)
    others = [str(key) for key in data if key not in _READ and not said.get(key) and not (is_slidev and key in _LOOKS)]
    others += [key for key in _LINES if isinstance(data.get(key), list | dict)]
    others += authors.unread
    others += formats
    texts = [one for one in map(data.get, _LINES) if isinstance(one, str)]
    return FrontMatter(
        {key: value for key, value in found.items() if value},
        is_marp=is_marp,
        is_slidev=is_slidev,
        level=_level(data.get("headingDivider") or data.get("slide-level")),
        others=tuple(dict.fromkeys(others)),
        words=tuple(said[key] for key in _WORDS if said[key]),
        pictures=tuple(one["file"] or one["label"] or "" for text in texts for one in _PICTURE.finditer(text)),
        settings=data if is_slidev else {},
        separators=() if is_slidev else tuple(filter(None, (_separator(data.get(key)) for key in _SEPARATORS))),
    )


def _with_formats(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return front matter with what Quarto has for its format of slides, and the keys of what else that says."""
    formats = data.get(_FORMAT)
    if not isinstance(formats, dict):
        return {key: value for key, value in data.items() if key != _FORMAT}, []
    name = "revealjs" if "revealjs" in formats else next(iter(formats), "")
    of_slides = formats.get(name)
    said = of_slides if isinstance(of_slides, dict) else {}
    kept = {key: value for key, value in said.items() if key in _OF_FORMATS and isinstance(value, str)}
    own = {key: value for key, value in data.items() if key != _FORMAT}
    return {**own, **kept}, [f"{name}: {key}" for key in said if key not in kept]


def slide_settings(content: str) -> dict[str, str] | None:
    """Return what stands between two rules, if that is front matter of a slide: lines of a key and its value each.

    Markdown reads them as a heading, above the second rule.
    """
    settings: dict[str, str] = {}
    for line in content.split("\n"):
        key, colon, value = line.partition(":")
        if not colon or not pattern(r"[A-Za-z][\w-]*").fullmatch(key) or (value and value[0] != " "):
            return None
        settings[key] = value.strip().strip("\"'")
    return settings


def as_line(value: Any, is_marp: bool = False) -> str:
    """Return a text on one line; nothing for a list or a mapping, which is another tool's own.

    Of a picture in it there is what it shows, without Marp's keywords: facts of a deck hold none.
    """
    if not isinstance(value, str):
        return ""
    shown = _PICTURE.sub(lambda one: words_of_picture(one["alt"]) if is_marp else one["alt"], value)
    return " ".join(shown.replace("![", r"!\[").split())


def _separator(value: Any) -> str:
    """Return the line that parts slides, as reveal-md is told; nothing for an expression that several lines match."""
    line = _ENDS.sub("", value).strip() if isinstance(value, str) else ""
    return "" if set(line) & set("\\[](){}*+?|.") else line


def _level(value: Any) -> int | None:
    levels = [
        int(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one in "123456"
    ]
    return max(levels, default=None)
