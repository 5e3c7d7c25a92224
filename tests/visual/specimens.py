"""PictureSpecimen decks: every layout of a theme on one page size, with short, normal and long texts."""

from __future__ import annotations

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.layout import Document, Page
from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout, Slot, Theme
from deckmaker.theme.page_size import PAGE_SIZES
from tests.projects import ROOT, Project, briefing
from tests.visual.filling import Block, fitting, joined, nearly_filling
from tests.visual.pictures import SHAPES, TONES, PictureSpecimen, draw_pictures, picture_specimens

LENGTHS = ("short", "normal", "long")
SIZES = tuple(PAGE_SIZES)
MODES = ("light", "dark")

PICTURES = "pictures"
LOGO = "logo.png"

MOST_LEFT_OUT = 6
"""Blocks or titles by which the estimate may be wrong."""

Place = tuple[str, str]
"""A slide, by its label, and a slot of it."""


@dataclass
class SpecimenProject:
    """A project on disk with every picture in it; writes the deck of one theme and size after another."""

    folder: Path
    _left_out: dict[tuple[str, str], Counter[Place]] = field(default_factory=lambda: defaultdict(Counter))
    """What was too long in a theme and a size, and is so in each mode and with fewer lengths."""

    def __post_init__(self) -> None:
        draw_pictures(self.folder / PICTURES)
        shutil.copy(ROOT / "assets" / LOGO, self.folder / LOGO)

    def document(self, theme: str, size: str, mode: str | None = None, lengths: Sequence[str] = LENGTHS) -> Document:
        """Write the deck and return its document. Texts that the estimate made too long are shortened."""
        project = Project(self.folder)
        left_out = self._left_out[theme, size]

        def read(labels: Collection[str] | None = None) -> tuple[list[Place], Document | None, Diagnostics]:
            slides = _slides(theme, size, lengths, left_out, labels)
            document, diagnostics = project.read(_deck_text(slides, theme=theme, size=size, mode=mode))
            return _too_long(slides, diagnostics), document, diagnostics

        while True:
            too_long, document, diagnostics = read()
            if document:
                return document
            assert too_long, project.shown(diagnostics)
            while too_long:
                left_out.update(too_long)
                assert max(left_out.values()) <= MOST_LEFT_OUT, project.shown(diagnostics)
                too_long, _, diagnostics = read({name for name, _ in too_long})


def label(page: Page) -> str:
    """Return what a specimen page shows, such as `picture-right, long`; its notes say so, where it has any."""
    return page.notes[0].text if page.notes else f"{page.title}, long"


def _slides(
    theme: str, size: str, lengths: Sequence[str], left_out: Mapping[Place, int], labels: Collection[str] | None
) -> list[dict[str, Any]]:
    """Return the slides of these lengths, or of them those with these labels."""
    slides = _Slides(briefing(size, theme), _prose(), left_out).all()
    chosen = [slide for slide in slides if slide.pop("length") in lengths]
    return [slide for slide in chosen if labels is None or slide["notes"] in labels]


def _deck_text(slides: Sequence[Mapping[str, Any]], **settings: str | None) -> str:
    chosen = {key: value for key, value in settings.items() if value}
    severity = {"shortened-credits": "error"}  # a strip whole, and texts that leave room for it
    listed = {"credits": {"where": "both"}, "severity": severity, "overflow": {"then": "error"}}
    deck = {**_prose()["deck"], **chosen, **listed, "logo": f"../{LOGO}", "slides": slides}
    return yaml.safe_dump(deck, allow_unicode=True, sort_keys=False, width=200)


def _too_long(slides: Sequence[Mapping[str, Any]], diagnostics: Diagnostics) -> list[Place]:
    """Return the place of each text that does not fit; none where anything else is wrong."""
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    matches = [re.match(r"slide (\d+): (?:`([^`]+)` is|the strip of credits)", one.message) for one in errors]
    if not all(matches):
        return []
    places = [(slides[int(one[1]) - 1], one[2]) for one in matches if one]
    return [(slide["notes"], name) for slide, slot in places for name in ([slot] if slot else _texts_above(slide))]


def _texts_above(slide: Mapping[str, Any]) -> list[str]:
    """Return the slots of the texts for which a slide's strip has no room."""
    if "columns" in slide:
        return ["column 1", "column 2"]
    return ["body"] if "text" in slide or "bullets" in slide or "numbered" in slide else ["title"]


@cache
def _prose() -> dict[str, Any]:
    # BaseLoader keeps dates and numbers as they are typed, as decks do.
    return yaml.load((Path(__file__).with_name("prose.yaml")).read_text(encoding="utf-8"), yaml.BaseLoader)


@dataclass
class _Slides:
    """The slides of one deck. Pictures and titles go round, so that neighbours differ."""

    theme: Theme
    prose: Mapping[str, Any]
    left_out: Mapping[Place, int]
    _pictures: Iterator[int] = field(default_factory=count)
    _used: set[str] = field(default_factory=set)

    def all(self) -> Iterator[dict[str, Any]]:
        """Yield each layout at each length; then those that may lack a picture without, and others over every tone."""
        for index, layout in enumerate(self.theme.layouts.values()):
            for length in LENGTHS:
                yield self._slide(layout, length, index, self._next_picture())
        for index, layout in enumerate(self.theme.layouts.values()):
            if layout.draws_over_picture:
                for tone in TONES:
                    picture = next(one for one in picture_specimens() if (one.tone, one.shape) == (tone, "landscape"))
                    yield self._slide(layout, "normal", index, picture, f" over {tone}")
            elif ("picture" in layout.slots and "meta" in layout.slots) or layout.name == "closing":
                yield self._slide(layout, "short", index + 5, None, " without picture")

    def _next_picture(self) -> PictureSpecimen:
        number = next(self._pictures)
        tone, shape = TONES[number % len(TONES)], list(SHAPES)[number % len(SHAPES)]
        return next(one for one in picture_specimens() if (one.tone, one.shape) == (tone, shape))

    def _slide(
        self, layout: SlideLayout, length: str, index: int, picture: PictureSpecimen | None, remark: str = ""
    ) -> dict[str, Any]:
        prose, slots = self.prose, layout.slots
        picture = picture if "picture" in slots else None
        name = f"{layout.name}, {length}{remark}"
        slide = {"length": length, "layout": layout.name, "notes": name}
        if "title" in slots:
            slide["title"] = self._title(slots["title"], length, index, name)
        if layout.name == "columns":
            columns = zip(prose["headings"][length], column_places(layout, self.theme), strict=True)
            slide["columns"] = [
                {"heading": heading} | self._text(layout, place, length, index + 3 * number, name)
                for number, (heading, place) in enumerate(columns, start=1)
            ]
        elif "body" in slots:
            slide |= self._text(layout, slots["body"], length, index, name)
        credits = prose["credits"]
        if picture:
            slide["image"] = {
                "file": f"../{PICTURES}/{picture.name}.jpg",
                "alt": picture.alt,
                "focus": picture.focus,
                "credit": credits["picture"][length],
            }
        # One credit in all, or two, or three: the picture's is the first.
        slide["credits"] = credits["slide"][length][1 if picture else 0 :]
        return {key: value for key, value in slide.items() if value != []}

    def _title(self, slot: Slot, length: str, index: int, name: str) -> str:
        titles = self.prose["titles"][length]
        if length != "long":
            return titles[index % len(titles)]
        free = [one for one in titles if one not in self._used]
        title = fitting(free, slot)[self.left_out[name, slot.name]]
        self._used.add(title)
        return title

    def _text(self, layout: SlideLayout, slot: Slot, length: str, index: int, name: str) -> dict[str, Any]:
        """Return a slot's text. Title pages have the deck's subtitle there already: short ones have no more."""
        texts: Sequence[Block] = self.prose["texts"][length]
        subtitle = "meta" in layout.slots
        if length == "short":
            return {} if subtitle else texts[index % len(texts)]
        less = self.left_out[name, slot.name]
        if length == "normal":
            text = texts[index % len(texts)]
            return {"text": text["text"]} if subtitle else _without_items(text, less)
        start = 4 * index % len(texts)  # so that neighbours do not say the same
        texts = [*texts[start:], *texts[:start]]
        first = [{"text": self.prose["deck"]["subtitle"]}] if subtitle else []
        pieces = nearly_filling([*first, *texts], slot, layout)[len(first) :]
        return joined(pieces[: max(0 if subtitle else 1, len(pieces) - less)])


def column_places(layout: SlideLayout, theme: Theme) -> list[Slot]:
    """Return the places of the texts of two columns with headings, as theme and grid give them."""
    body, look = layout.slots["body"], theme.columns
    whole = body.wide or body.rect
    top = body.top + (look.heading_top if look.rule else 0.0) + look.heading + look.below
    width = (whole.width - look.gutter) / 2
    rects = (Rect(whole.x + index * (width + look.gutter), top, width, body.rect.bottom - top) for index in (0, 1))
    return [replace(body, name=f"column {index}", rect=rect) for index, rect in enumerate(rects, start=1)]


def _without_items(text: Block, less: int) -> Block:
    """Return a text whose list lacks its last items."""
    return {key: value[: len(value) - less] if isinstance(value, list) else value for key, value in text.items()}
