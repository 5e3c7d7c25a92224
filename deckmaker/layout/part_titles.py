"""Titles of the parts of a slide: each with its number behind it, and all of one size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.credits import words_for
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.slide import placer_of
from deckmaker.model import Part, Run, Slide
from deckmaker.text import FrameText, fit


def with_titles(parts: list[tuple[Slide, Choice]], number: int, context: Context) -> list[tuple[Slide, Choice]]:
    """Return parts of a slide, the first on the page of that number, with their titles numbered and set alike.

    A title that has room alone, but not with a number behind it, stands alone.
    """
    titled = [(_numbered(slide, context), choice) for slide, choice in parts]
    fitted = [fit([frame], context.theme)[0] for frame in _title_frames(titled, number, context)]
    if not all(one.fits for one in fitted):
        return parts
    size = min((one.setting.size for one in fitted), default=None)
    return [(replace(slide, part=_titled(slide.part, size)), choice) for slide, choice in titled]


def _title_frames(parts: list[tuple[Slide, Choice]], number: int, context: Context) -> Iterator[FrameText]:
    for index, (slide, choice) in enumerate(parts):
        if frame := placer_of(slide, choice.name, number + index, context).title_frame():
            yield frame


def _titled(part: Part | None, size: int | None) -> Part | None:
    return part and replace(part, title_size=size)


def _numbered(slide: Slide, context: Context) -> Slide:
    if slide.title is None or slide.part is None:
        return slide
    bracket = words_for(context.deck.language).bracket.format(f"{slide.part.number}/{slide.part.count}")
    return replace(slide, title=replace(slide.title, runs=(*slide.title.runs, Run(bracket))))
