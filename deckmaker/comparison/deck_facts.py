"""A deck as read to its facts: what it says of itself, its theme, and its slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from deckmaker.assets import digests_of
from deckmaker.comparison.describing import Describer
from deckmaker.comparison.facts import DeckFacts, Fact, Kind, Part, SlideFacts
from deckmaker.dataclasses import fields, is_dataclass
from deckmaker.language.deck import DeckEntry, SlideEntry
from deckmaker.language.entry import Entry
from deckmaker.layout import Page
from deckmaker.model import Deck, PictureFile, Slide
from deckmaker.resolve.audiences import is_for
from deckmaker.theme import Theme


def facts_of(
    name: str,
    deck: Deck,
    entry: DeckEntry,
    theme: Theme,
    root: Path,
    pages: Iterable[Page] = (),
    audience: str | None = None,
    arrows: Mapping[int, Sequence[str]] = {},
) -> DeckFacts:
    """Return what a deck says to an `audience`, or to everybody.

    `entry` is the deck as it is written, `pages` are those that show it; pictures are named from the `root` of their
    project. `arrows` are those of slides in words, by the numbers of these: an imported deck has them as no block.

    Raises PictureLost where a picture is no longer the one that was read.
    """

    @cache
    def picture(file: PictureFile) -> tuple[str, str]:
        path = file.path
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix(), digests_of(file)[1]

    titles = tuple(slide.title.text if slide.title else "" for slide in deck.slides)
    describer = Describer(titles, picture)
    numbers = list(_page_numbers(pages))
    written = [slide for slide in entry.slides if is_for(slide.only, audience)]
    slides = tuple(
        SlideFacts(
            number,
            titles[number - 1],
            _slide(slide, own, describer, arrows.get(number, ())),
            numbers[number - 1] if number <= len(numbers) else (),
            own.id,
        )
        for number, (slide, own) in enumerate(zip(deck.slides, written, strict=True), start=1)
    )
    return DeckFacts(name, deck.language, Part("deck", tuple(_own(deck, entry, theme, describer))), slides)


def _page_numbers(pages: Iterable[Page]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of the pages of each slide: several where it is split. Pages of credits come behind."""
    own: list[int] = []
    for page in pages:
        own.append(page.number)
        if page.part is None or page.part[0] == page.part[1]:
            yield tuple(own)
            own = []


def _slide(slide: Slide, written: SlideEntry, describer: Describer, arrows: Sequence[str]) -> Part:
    facts = [
        *describer.lines("title", Kind.TEXT, (slide.title,) if slide.title else ()),
        *_setting("section", slide.section),
        *_setting("layout", slide.layout),
        *_setting("id", written.id),
        *_setting("only", written.only),
        *_setting("hidden", slide.hidden),
        *_setting("appendix", written.appendix),
        *_setting("marking", written.marking),
        *_setting("minutes", written.minutes),
        *_setting("overflow", written.overflow),
        *_setting("incremental", "no" if written.incremental is False else written.incremental),
        *describer.lines("notes", Kind.NOTES, slide.notes),
    ]
    # Each is a kind of its own: one that leads elsewhere is told as one that went, and one that came.
    drawn = (Part(f"arrow “{one}”") for one in arrows)
    parts = (*map(describer.block, slide.blocks), *map(describer.credit, slide.further_credits), *drawn)
    return Part("slide", tuple(facts), parts)


def _own(deck: Deck, entry: DeckEntry, theme: Theme, describer: Describer) -> Iterator[Fact]:
    """Yield what a deck says of itself, in the order in which most are written."""
    yield Fact("title", Kind.TEXT, deck.title)
    yield from describer.lines("subtitle", Kind.TEXT, (deck.subtitle,) if deck.subtitle else ())
    for name in ("author", "date", "footer", "marking"):
        if value := getattr(deck, name):
            yield Fact(name, Kind.TEXT, value)
    yield from _setting("language", deck.language)
    yield Fact("theme", Kind.SETTING, entry.theme, _theme_identity(theme))
    for name in ("mode", "size", "overflow", "incremental", "minutes", "use", "license"):
        yield from _setting(name, getattr(entry, name))
    yield from _setting("trail", " › ".join(deck.trail))
    if deck.logo:
        yield Fact("logo", Kind.PICTURE, *describer.picture(deck.logo.light))
        if deck.logo.dark != deck.logo.light:
            yield Fact("logo dark", Kind.PICTURE, *describer.picture(deck.logo.dark))
    for name in ("audiences", "credits", "pdf", "severity"):
        yield from _setting(name, getattr(entry, name))


def _setting(name: str, value: Any) -> Iterator[Fact]:
    if told := _told(value):
        yield Fact(name, Kind.SETTING, told)


def _told(value: Any) -> str:
    """Return what is written as a value, on a line; nothing for what is not there."""
    match value:
        case None | "" | False:
            return ""
        case True:
            return "yes"
        case Entry():
            return _told({key: getattr(value, key) for key in value.keys})
        case Mapping():
            return ", ".join(f"{key}: {told}" for key, one in value.items() if (told := _told(one)))
        case list() | tuple():
            return ", ".join(filter(None, map(_told, value)))
        case Enum():
            return str(value.value)
        case float():
            return f"{value:.12g}"
        case _:
            return str(value)


def _theme_identity(theme: Theme) -> str:
    """Return what tells a theme from others of its name: the digest of all that it says, and of its template."""
    digest = sha256(repr(_digestible(theme)).encode())
    if theme.template:
        digest.update(theme.template.digest.encode())
    return digest.hexdigest()


def _digestible(value: Any) -> Any:
    """Return a value without places in files, which differ where the same project lies elsewhere."""
    if is_dataclass(value) and not isinstance(value, type):
        return [_digestible(getattr(value, one.name)) for one in fields(value) if one.compare]
    match value:
        case Path():
            return value.name
        case Mapping():
            return sorted((str(key), repr(_digestible(one))) for key, one in value.items())
        case list() | tuple():
            return [_digestible(one) for one in value]
        case set() | frozenset():
            return sorted(repr(_digestible(one)) for one in value)
        case Enum():
            return value.value
        case bytes():
            return sha256(value).hexdigest()
        case str() | int() | float() | None:
            return value
        case _:
            return type(value).__name__
