"""Titles of the parts of a slide: each with its number behind it, and all of one size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deckmaker.credits import words_for
from deckmaker.layout.context import Context
from deckmaker.layout.slide import SlideSetter
from deckmaker.model import Run
from deckmaker.text import FrameText, fit

if TYPE_CHECKING:
    from deckmaker.layout.splitter import SlidePart


def with_titles(parts: list[SlidePart], context: Context) -> list[SlidePart]:
    """Return parts of a slide with their titles numbered and set alike.

    A title that has room alone, but not with a number behind it, stands alone.
    """
    titled = [_numbered(one, context) for one in parts]
    fitted = [fit([frame], context.theme)[0] for frame in _title_frames(titled, context)]
    if not all(one.fits for one in fitted):
        return parts
    size = min((one.setting.size for one in fitted), default=None)
    return [one._replace(part=replace(one.part, title_size=size)) for one in titled]


def _title_frames(parts: list[SlidePart], context: Context) -> Iterator[FrameText]:
    for one in parts:
        if frame := SlideSetter.of(*one[:2], context, one.part).title_frame():
            yield frame


def _numbered(one: SlidePart, context: Context) -> SlidePart:
    title = one.slide.title
    if title is None:
        return one
    bracket = words_for(context.deck.language).bracket.format(f"{one.part.number}/{one.part.count}")
    return one._replace(slide=replace(one.slide, title=replace(title, runs=(*title.runs, Run(bracket)))))
