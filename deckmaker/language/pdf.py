"""What may be written under `pdf`: what the PDF files of a deck are like, and which there are."""

from __future__ import annotations

import re
from typing import Any

from deckmaker.language.entry import Entry, optional, with_default
from deckmaker.language.kinds import Boolean, Choice, Integer, Kind, Location, Mistake, Pattern, Schema
from deckmaker.model.paper import HANDOUTS, INKS, PAPERS, STANDARDS

SIZE = r"(?=.*[1-9])\d{1,6}(\.\d{1,3})? ?([kKM]B|[KM]iB)"
"""A size of a file in words: 10MB."""

_UNITS = {"k": 1_000, "K": 1_000, "M": 1_000_000, "Ki": 1 << 10, "Mi": 1 << 20}
DPI = 36, 2_400
"""The least and the most that pictures are asked to have. A screen of the size of a page has some 72."""


class _Count(Kind[int]):
    """One of a few whole numbers."""

    def __init__(self, *numbers: int) -> None:
        self._numbers = numbers
        self._words = Choice(*map(str, numbers))

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        before = len(mistakes)
        word = self._words.read(value, at, mistakes)
        return int(word) if len(mistakes) == before else None

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": "integer", "enum": list(self._numbers)}


class _Size(Kind[int]):
    """A size of a file."""

    _words = Pattern(SIZE)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        before = len(mistakes)
        self._words.read(value, at, mistakes)
        return size_in_bytes(value) if len(mistakes) == before else None

    def schema(self, models: dict[str, Schema]) -> Schema:
        return self._words.schema(models)


def size_in_bytes(written: str) -> int | None:
    """Return how many bytes a size such as `10MB` is, None where it is none. A MB has 1,000,000, a MiB 1,048,576."""
    if not re.fullmatch(SIZE, written):
        return None
    number, unit = re.split(r" ?(?=[A-Za-z])", written, maxsplit=1)
    return max(1, round(float(number) * _UNITS[unit.removesuffix("B")]))


class PdfEntry(Entry):
    """What is made of the deck as PDF, besides a page a slide."""

    handout = optional(_Count(*HANDOUTS), "Make a handout, with this many slides on a sheet.")
    notes = with_default(Boolean(), False, "Make notes pages: each slide over what the presenter says.")
    paper = optional(
        Choice(*PAPERS), "The paper of handouts and notes pages; without it, what the language's region uses."
    )
    ink = optional(
        Choice(*INKS), "How handouts and notes pages are coloured: as slides are, on white to save ink, or in grey."
    )
    cover = with_default(Boolean(), False, "Begin handouts and notes pages with a sheet that has the deck's title.")
    standard = optional(
        Choice(*STANDARDS),
        "What PDF files conform to: PDF/UA-1 alone, PDF/A-2b too, or PDF/A-3a, which holds the deck as written.",
    )
    hidden = with_default(Boolean(), False, "Show hidden slides in PDF files, too.")
    dpi = optional(Integer(least=DPI[0], most=DPI[1]), "The most pixels an inch that pictures keep.")
    max_size = optional(_Size(), "The most that a PDF file may take, such as 10MB; its pictures become smaller for it.")
